"""Sentences of our own making as they are read, an article each, and the verdicts on them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from tellings.resolution.clauses import Clauses, Name, Word
from tellings.resolution.happening import Sentences, Told
from tellings.resolution.passages import Passage

PERSONS = ("Ana", "Ben", "Vidal")
PLACES = {"Stadelheim": "facility:stadelheim", "Landsberg": "facility:landsberg", "Split": "city:split"}
TAGS = {
    **dict.fromkeys("was is be being has had have been may will".split(), "AUX"),
    **dict.fromkeys("the a an that".split(), "DET"),
    **dict.fromkeys("in at of by over with from on".split(), "ADP"),
    **dict.fromkeys("two 7 12".split(), "NUM"),
    **dict.fromkeys("another other".split(), "DET"),
    **dict.fromkeys("second third old".split(), "ADJ"),
    "-": "PUNCT",
    **dict.fromkeys("and but".split(), "CCONJ"),
    **dict.fromkeys("not to".split(), "PART"),
    **dict.fromkeys("then first afterwards later".split(), "ADV"),
    **dict.fromkeys("who".split(), "PRON"),
}
LEMMAS = {
    "was": "be",
    "is": "be",
    "being": "be",
    "has": "have",
    "had": "have",
    "anglers": "angler",
    "an": "a",
}


def read(*texts: str) -> tuple[list[Clauses], Sentences]:
    """Sentences, an article each, whose verbs are written as form/lemma."""
    clauses, plain = [], {}
    for number, marked in enumerate(texts):
        words, names, text = [], [], ""
        for token in marked.split():
            form, _, lemma = token.partition("/")
            text += ("" if form in ",." or not text else " ") + form
            start, end = len(text) - len(form), len(text)
            kind = "PROPN" if form in PERSONS or form in PLACES else "PUNCT" if form in ",." else "NOUN"
            pos = "VERB" if lemma else TAGS.get(form, kind)
            words.append(Word(start, end, lemma or LEMMAS.get(form, form.lower()), pos, form.lower()))
            if form in PERSONS:
                names.append(Name(start, end, f"person:{form.lower()}", "person"))
            elif form in PLACES:
                names.append(Name(start, end, PLACES[form], "facility"))
        clauses.append(Clauses(f"d{number}", f"d{number}:s", words, names))
        plain[f"d{number}"] = text
    shown = {
        f"{doc}:s": Passage(doc, f"{doc}:s", 0, len(text), (), cast(Any, None), 0.0)
        for doc, text in plain.items()
    }
    return clauses, Sentences(plain, shown, dict.fromkeys(plain, 0), {}, {})


def verdicts(told: Sequence[Told]) -> list[str]:
    return [one.verdict for one in told]
