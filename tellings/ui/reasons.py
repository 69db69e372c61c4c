"""Why a name was found, typed and linked as it was, in plain words. What has no words here gives its name."""

from __future__ import annotations

from collections.abc import Sequence

_FOUND = {
    "model": "the language model",
    "capitals": "capital letters that the model passed over",
    "in capitals": "a known name in a sentence of capitals",
    "elsewhere in the article": "a name that the article prints elsewhere",
    "joined": "two pieces that are one name",
    "in brackets": "a short form that the article gives in brackets",
    "label": "the label of a transcript’s line",
    "title": "a title",
    "dateline": "the town that opens a report",
    "pronoun": "a pronoun",
    "anonymous speaker": "who speaks without a name",
    "document": "a paper that is said to say something",
    "demonym": "the word for a people",
}
_TYPED = {
    "model": "the language model",
    "known": "the list of known names",
    "title": "the title before it",
    "role": "the role beside it",
    "age": "the age behind it",
    "who": "a “who” behind it",
    "apposition": "the apposition",
    "speaks": "it speaks",
    "answers": "it answers or acts as people do",
    "plays": "it plays",
    "reached": "somebody got there",
    "taken": "it was taken",
    "plural": "its plural",
    "first name": "a first name",
    "last name": "a last name",
    "initials": "initials",
    "form": "its legal form",
    "word": "a word in it that tells the kind",
    "small word": "a small word in it",
    "acronym": "its letters",
    "preposition": "the preposition before it",
    "direction": "the direction before it",
    "kind": "the kind beside it",
    "noun after": "the noun behind it",
    "noun before": "the noun before it",
    "gazetteer": "the gazetteer",
    "article": "the article before it",
    "coordinated": "what it is listed with",
    "full name": "its full name elsewhere in the article",
    "label": "a transcript’s label",
    "team": "it plays, in an article of sport",
    "outlet": "it is the paper that prints it",
    "told": "somebody told it, or it obtained or saw something",
    "storm": "a storm it is compared with",
    "number": "the number behind it",
    "dateline": "it opens a report",
    "none": "nothing that tells",
}
_WITHIN = {
    "same form": "printed alike",
    "same letters": "the same letters",
    "last name": "a last name that one person in the article bears",
    "first name": "a first name that one person in the article bears",
    "part of the name": "a part of one person’s name",
    "fuller name": "a less full or otherwise spelt name",
    "short form": "a body’s short form",
    "acronym": "an acronym of one full name",
    "in brackets": "a short form that the article gives in brackets",
    "place": "one place in the gazetteer",
    "anonymous speaker": "one source in the article",
    "correction": "a correction by hand",
}
_ACROSS = {
    "one article": "it stands in one article only",
    "same form": "their fullest names are the same",
    "place": "one place in the gazetteer",
    "spelling": "names that are spelt alike",
    "last name": "a last name that fits one person",
    "first of two last names": "the first of two last names that one person bears",
    "acronym": "an acronym that fits one body",
    "short form": "a short form that fits one body",
}
QUOTED = {
    "according to": "the words beside “according to”",
    "as told": "the sentence that “as X told …” or “as X put it” stands in",
    "clause": "the clause that depends on the cue (said that …)",
    "heading": "words in marks in a heading",
    "in words": "the words beside “in X’s words”",
    "label": "words after a name and a colon or dash",
    "marked": "words in marks that nobody is said to say",
    "marked after cue": "words in marks right after the cue (X said: “…”)",
    "marked before cue": "words in marks right before the cue (“…,” X said)",
    "marked before verb": "a clause in marks right before a verb that is no verb of saying (“…,” she began)",
    "noun": "what follows a noun of saying (the claim that …)",
    "object": "what the cue governs (demanded …, accused X of …)",
    "paragraph before": "words in marks that the paragraph before leads up to",
    "passive": "what is said by somebody (was described by X as …)",
    "rest of the sentence": "the rest of the sentence after the cue",
    "sentence around cue": "the sentence around the cue (…, X said, …)",
    "sentence before": "words in marks that the sentence before leads up to",
    "sentence before cue": "the sentence up to the cue (…, X said)",
    "signature": "words in marks with a signature",
    "transcript": "a turn of a transcript (NAME: …)",
    "turn goes on": "the turn goes on: more words in marks after an attribution",
}
"""What each rule of `quotations.method` looks at."""


def mention(method: str) -> list[tuple[str, str]]:
    """How a mention was found, typed and linked within its article: titles and words, from `mentions.method`."""
    if method.startswith("correction:"):
        return [("found by", "a correction by hand")]
    finding, _, way = method.partition("; ")
    found, _, evidence = finding.partition(", ")
    rows = [("found by", _FOUND.get(found, found))]
    if evidence:
        rows.append(("typed by", _TYPED.get(evidence, evidence)))
    return [*rows, ("linked by", _WITHIN.get(way, way))] if way else rows


def linked(ways: Sequence[str]) -> str:
    """How names were linked within articles; a way without words gives its name."""
    return "; ".join(_WITHIN.get(way, way) for way in ways) or "not told"


def together(method: str, score: float | None) -> str:
    """How the entities of articles were brought together, with the score of the least sure step."""
    if method.startswith("correction:"):
        return "a correction by hand"
    said = "; ".join(_ACROSS.get(part, part) for part in method.split(", ") if part) or "not told"
    return said if score is None or score == 1 else f"{said} (score {score:.1f})"


def quotation(method: str) -> str:
    """The rule in plain words; a correction is said to be one; a rule without words gives its name."""
    if method.startswith("correction:"):
        return "corrected by hand"
    return QUOTED.get(method, method)
