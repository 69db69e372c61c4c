"""What came first of two things, and how certain something is: told the other way round, or called open elsewhere."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tellings.resolution.answers import Answer
from tellings.resolution.clauses import ELSE, Clauses, Word, same_happening
from tellings.resolution.company import stem
from tellings.resolution.happening import Sentences, Told

ORDER = frozenset("before after until already first".split())
_THEN = re.compile(
    r"^\W*(?:it was )?only (?:then|after (?:that|this))\b"
    r"|\bfirst\b[^.;]*?,? (?:and|but) (?:only )?(?:then|after (?:that|this))\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\bfirst,? (?:and|but)\b(?=[^.;]*\b(?:afterwards|later)\b)", re.IGNORECASE)
"""What parts two things of which the second ends with *afterwards*."""
_WHAT = r"(?:that|whether|if|what|which|who|why|how)"
_CUES = {
    "certain": r"(?:confirm(?:s|ed)?|prove[sdn]?|established)(?: \w+){0,3}? that|(?:is|are|was) certain (?:that|of)"
    rf"|(?:no|without|beyond)(?: any)? doubt(?: {_WHAT})?|that much is certain"
    r"|ha(?:s|ve) (?:confirmed|established|proved)",
    "open": rf"not (?:yet )?(?:been )?(?:known|clear|certain|established|confirmed|settled) {_WHAT}"
    r"|not yet known"
    rf"|(?:unclear|unknown)(?: {_WHAT})?(?! (?:when|where|how))|no (?:evidence|proof) {_WHAT}"
    rf"|too early[\"”’']* to (?:say|tell) {_WHAT}"
    r"|(?:has|have|had) not (?:yet )?been (?:established|confirmed|prove[dn]|determined|settled)",
    "likely": r"(?:suspect(?:s|ed)?|believe[sd]?|thinks?|fear(?:s|ed)?|presume[sd]?|alleges?) that"
    r"|(?:is|are|was|were) (?:suspected|believed|thought|feared|alleged)|(?:may|might|could) have",
    "ruled out": r"rule[sd]? out",
}
_CERTAIN = {value: re.compile(rf"\b(?:{cue})\b", re.IGNORECASE) for value, cue in _CUES.items()}
_ENDS = re.compile(rf"{_WHAT}$", re.IGNORECASE)
_CAUSE = re.compile(
    r"\b(?:caus(?:e[ds]?|ing)|to blame|culprit|what made|trigger(?:s|ed)?|sparked|brought (?:it )?down"
    r"|(?:fault|arson|sabotage|leak|error) (?:is|was) suspected|started the (?:fire|blaze))\b",
    re.IGNORECASE,
)
_THE_CAUSE = re.compile(r"\bthe cause\b(?! of)", re.IGNORECASE)
"""What caused the one thing that an event is about."""
_SOUGHT = frozenset("ask examine investigate investigation inquiry look probe seek".split())
"""Words of what is not known, however surely it is told: confirmed that the cause is being investigated."""
_OF_CAUSE = frozenset("cause blame culprit trigger spark suspect say tell".split())
_AT_ODDS = [{"certain", other} for other in ("open", "likely", "ruled out")] + [{"likely", "ruled out"}]
_STATED, _STATED_LEAST = 0.6, 3
"""The share of the words of the shorter statement that the longer one has, and how many at least."""
_TOLD_LEAST = 2
"""So many of them are no names."""
_STATEMENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_BESIDE = 4
"""Fewer characters than that stand between two sentences of which one goes on in the other."""


class _Statement(NamedTuple):
    """What is stated: its words, those that are names, its first noun, and whether it is a cause, or *the* cause."""

    answer: Answer
    words: frozenset[str]
    named: frozenset[str]
    first: str
    cause: bool
    whole: bool


class _Sequence(NamedTuple):
    answer: Answer
    first: Sequence[Word]
    second: Sequence[Word]


def order(clauses: Sequence[Clauses], told: Sentences) -> Iterator[Told]:
    """Topics on what came first.

    Args:
        clauses: the sentences.
        told: what is known of them.
    """
    sequences: dict[int, list[_Sequence]] = defaultdict(list)
    last: Clauses | None = None
    for said in clauses:
        for value, first, second in (*_then(said, last, told), *_around(said)):
            if all(any(w.pos in ("VERB", "AUX", "NOUN") for w in side) for side in (first, second)):
                words = [*first, *second]
                span = min(word.start for word in words), max(word.end for word in words)
                answer = told.answer(said, span, "sequence", value)
                sequences[told.event[said.doc_id]].append(_Sequence(answer, first, second))
        last = said
    yield from told.linked(sequences, _same_order, "two happenings in their order", "tell the opposite order")


def _then(
    said: Clauses, last: Clauses | None, told: Sentences
) -> Iterator[tuple[str, Sequence[Word], Sequence[Word]]]:
    """Two things told as first and then, in one sentence or two."""
    start, end = said.words[0].start, said.words[-1].end
    then = _THEN.search(told.texts[said.doc_id][start:end])
    if then:
        number = said.at(start + then.end() - 1)
        first, (_, behind) = said if then.start() or last is None else last, said.around(number)
        before = [w for w in first.words if w.end <= said.words[number].start]
        beside = first.doc_id == said.doc_id and start - first.words[-1].end < _BESIDE
        if beside and behind and any(word.lemma == "first" for word in before):
            yield "first", before, behind
    parted = _BEHIND.search(told.texts[said.doc_id][start:end])
    if parted:
        yield "first", *said.around(said.at(start + parted.end() - 1))


def _around(said: Clauses) -> Iterator[tuple[str, Sequence[Word], Sequence[Word]]]:
    """Two things told before and after, until, already when."""
    for number, word in enumerate(said.words):
        if word.lemma not in ORDER:
            continue
        before, behind = said.around(number)
        if word.lemma in ("before", "after"):
            yield word.lemma, *((before, behind) if word.lemma == "before" else (behind, before))
        if word.lemma == "until" and any(w.lemma in ("not", "n't") for w in before):
            yield "after", behind, before
        if word.lemma == "already":
            when = next((n for n in range(number, len(said.words)) if said.words[n].lemma == "when"), -1)
            if when >= 0:
                yield "before", [*before, *said.words[number + 1 : when]], said.around(when)[1]


def _same_order(one: _Sequence, other: _Sequence) -> bool | None:
    if same_happening(one.first, other.first) and same_happening(one.second, other.second):
        return True
    swapped = same_happening(one.first, other.second) and same_happening(one.second, other.first)
    return False if swapped else None


def is_stated(text: str) -> bool:
    """Does a sentence say how certain something is?"""
    return any(cue.search(text) for cue in _CERTAIN.values())


def certain(clauses: Sequence[Clauses], told: Sentences) -> Iterator[Told]:
    """Topics on what one article calls certain and another open, likely or ruled out.

    Args:
        clauses: the sentences that say so.
        told: what is known of them.
    """
    statements: dict[int, list[_Statement]] = defaultdict(list)
    for said in clauses:
        start, end = said.words[0].start, said.words[-1].end
        text = told.texts[said.doc_id]
        cause, whole = (bool(told_of.search(text, start, end)) for told_of in (_CAUSE, _THE_CAUSE))
        whole = whole and not any(word.lemma in _SOUGHT for word in said.words)
        for value, cue in _CERTAIN.items():
            for match in cue.finditer(text, start, end):
                words = [w for w in said.words if w.start >= match.end()]
                first = next((w.lemma for w in words if w.pos == "NOUN"), "")
                if not _ENDS.search(match[0]) and value != "ruled out":
                    words = [w for w in said.words if not match.start() <= w.start < match.end()]
                content = frozenset(
                    w.lemma if w.lemma in ELSE else stem(w.lemma)
                    for w in words
                    if (w.pos in _STATEMENT and w.lemma not in _OF_CAUSE) or w.lemma in ELSE
                )
                named = frozenset(stem(w.lemma) for w in words if w.pos == "PROPN")
                answer = told.answer(said, match.span(), "certainty", value)
                statements[told.event[said.doc_id]].append(
                    _Statement(answer, content, named, first=stem(first), cause=cause, whole=whole)
                )
    yield from told.linked(statements, _same_statement, "one statement", "do not go together")


def _same_statement(one: _Statement, other: _Statement) -> bool | None:
    shared = one.words & other.words
    own, others = one.words - shared, other.words - shared
    if (own | others) & ELSE:
        return None
    caused = one.cause and other.cause and (shared or (one.whole and other.whole))
    if not caused and ((own and others) or len(shared - one.named) < _TOLD_LEAST):
        return None
    if not caused and len(shared) < max(_STATED_LEAST, _STATED * min(len(one.words), len(other.words))):
        return None
    for a, b in ((one, other), (other, one)):
        if a.answer.value == "ruled out" and a.first not in b.words:
            return None
    return {one.answer.value, other.answer.value} not in _AT_ODDS
