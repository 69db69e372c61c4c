"""Which act a date tells the day of: the act by any of its words, who or what it is of, and whether it is the last.

Two dates are of one act where both articles tell it, by whatever word, of one person or thing that has it once (a
death, an arrest, a foundation), or of one that recurs and that both call the last, the first, or still to come.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from tellings.resolution.clauses import Clauses, Name, Word, read
from tellings.resolution.company import stem
from tellings.resources import lexicon
from tellings.schema import PLACE_TYPES

_ACTS = {word: act for act, _, words in lexicon.rows("dated_acts") for word in words.split()}
_OF = {act: whom for act, whom, _ in lexicon.rows("dated_acts")}
_MARKS = {"last": "last", "recent": "last", "first": "first", "next": "next"}
_BEGINNING = frozenset("begin start plan schedule expect set due hold take be".split())
"""Verbs and words that say of an act only that it is to be."""
_NONE = frozenset("not n't nobody never no none".split())
_BREAKS = frozenset(',;:—–()“”"')
_OPENING = frozenset({"SCONJ", "CCONJ"})
_LIGHT = frozenset({"ADP", "ADV", "DET", "PART", "SCONJ"})
_RELATIVE = frozenset("who which that when where".split())
_OWNERS = frozenset("his her its their 's ’s".split())
_TIMES = frozenset("round hour day week month year time".split())
_PARTICLE = 3
"""So many words behind its verb a particle stands at most: set it up."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """An act with a date.

    Attributes:
        act: by its one name; what has none by its verb.
        day: the first that is meant, as an ordinal.
        marks: which one it is, where it recurs: the last, the first, the next, one still to come.
        persons: whose it is.
        things: of which named thing it is.
        places: where it is.
        nouns: stems of what else is told of it.
    """

    act: str
    day: float
    marks: frozenset[str]
    persons: frozenset[str]
    things: frozenset[str]
    places: frozenset[str]
    nouns: frozenset[str]

    def is_of(self, other: Occasion) -> bool:
        """Is it the same act of the same person or thing?"""
        apart = _apart(self.places, other.places) or _apart(self.things, other.things)
        if self.act != other.act or self.act not in _OF or apart:
            return False
        if _OF[self.act] == "person":
            return bool(self.persons & other.persons)
        named = bool((self.things | self.persons) & (other.things | other.persons))
        told = bool(self.nouns & other.nouns)
        if _OF[self.act] == "both":
            return told and named
        if _OF[self.act] == "thing":
            return named or told
        one = self.marks & other.marks or self._denies(other) or other._denies(self)
        return bool(one) and (named or told or not _apart(self.nouns, other.nouns))

    def differs(self, other: Occasion) -> bool:
        """Is it another act, or somebody else's?"""
        return self.act != other.act or _apart(self.persons, other.persons)

    def _denies(self, other: Occasion) -> bool:
        """Is it the last, and the other a later one?"""
        return "last" in self.marks and not other.marks and other.day > self.day


def _apart(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def occasions(
    spans: Sequence[tuple[str, int, int, float]], tables: Mapping[str, pd.DataFrame]
) -> dict[tuple[str, int], Occasion]:
    """The acts of dates, by sentence and where the date begins.

    Args:
        spans: sentence, start, end and first day (as an ordinal) of each date.
        tables: documents, tokens, mentions.
    """
    dated: dict[str, list[tuple[int, int, float]]] = defaultdict(list)
    for sentence, start, end, day in spans:
        dated[sentence].append((start, end, day))
    tokens, mentions = tables["tokens"], tables["mentions"]
    published = dict(zip(tables["documents"]["doc_id"], tables["documents"]["published"], strict=True))
    meant = mentions[mentions["entity_id"].notna() & mentions["sentence_id"].isin(dated)]
    acts = {}
    for said in read(tokens[tokens["sentence_id"].isin(dated)], meant):
        today = published.get(said.doc_id)
        for start, end, day in dated[said.sentence_id]:
            coming = isinstance(today, date) and day > today.toordinal()
            occasion = _occasion(said, (start, end), day, coming=coming)
            if occasion:
                acts[said.sentence_id, start] = occasion
    return acts


def _occasion(said: Clauses, span: tuple[int, int], day: float, *, coming: bool) -> Occasion | None:
    left, right = _around(said, *span)
    at = _governing(said, left, right)
    if at < 0:
        return None
    act = _act(said, at) or said.words[at].lemma
    clause = [said.words[n] for n in (*left, *right)]
    lemmas = {word.lemma for word in clause}
    marks = {_MARKS[lemma] for lemma in lemmas & _MARKS.keys()} | ({"to come"} if coming else set())
    if "since" in lemmas and lemmas & _NONE:  # not checked since May
        marks.add("last")
    if act == "closure" and "until" in lemmas:
        act = "reopening"
    subject = said.subject(at) if said.words[at].pos == "VERB" else None
    spans = [(clause[0].start, clause[-1].end), *([(subject.start, subject.end)] if subject else [])]
    names = [
        n for n in said.names if any(low <= n.start < high for low, high in spans) and not _owns(said, n)
    ]
    words = [word for word in said.words if any(low <= word.start < high for low, high in spans)]
    return Occasion(
        act,
        day,
        marks=frozenset(marks),
        persons=frozenset(n.entity for n in names if n.type == "person"),
        things=frozenset(n.entity for n in names if n.type != "person" and n.type not in PLACE_TYPES),
        places=frozenset(n.entity for n in names if n.type in PLACE_TYPES),
        nouns=frozenset(stem(w.lemma) for w in words if w.pos == "NOUN" and not _is_light(w, span)),
    )


def _governing(said: Clauses, left: Sequence[int], right: Sequence[int]) -> int:
    """The number of the word that tells what is dated: what is due or begins then, not that it does; -1 for none."""
    opened = left[0] - 1 if left else -1
    before = [opened - 1] if opened > 0 and said.words[opened].lemma in _RELATIVE else []
    for n in (*reversed(left), *before, *right):
        if _act(said, n) or (said.words[n].pos == "VERB" and said.words[n].lemma not in _BEGINNING):
            return n
    return -1


def _owns(said: Clauses, name: Name) -> bool:
    """Is somebody named only as whose another is: his deputy, Ana's deputy?"""
    last = said.at(name.end - 1)
    behind = said.words[last + 1 : last + 2]
    return said.words[last].lemma in _OWNERS or any(word.lemma in ("'s", "’s", "'", "’") for word in behind)


def _is_light(word: Word, span: tuple[int, int]) -> bool:
    """Does a noun tell nothing of what an act is of: another act, a day, the date itself?"""
    return word.lemma in _ACTS or word.lemma in _TIMES or span[0] <= word.start < span[1]


def _around(said: Clauses, start: int, end: int) -> tuple[list[int], list[int]]:
    """The words of the clause before and behind a date, by their numbers."""
    words = said.words
    first = next((n for n, word in enumerate(words) if word.end > start), len(words))
    last = next((n for n, word in enumerate(words) if word.start >= end), len(words))
    left: list[int] = []
    for n in range(first - 1, -1, -1):
        if _breaks(words[n]):
            light = all(words[m].pos in _LIGHT for m in left)
            if words[n].lemma != "," or not light or n + 1 == first:
                break
            continue
        left.append(n)
    right: list[int] = []
    for n in range(last, len(words)):
        if _breaks(words[n]) or words[n].lemma == ".":
            if n == last and not left and words[n].lemma == ",":
                continue
            break
        right.append(n)
    return left[::-1], right


def _breaks(word: Word) -> bool:
    opens = word.pos in _OPENING and word.lemma != "since"
    return opens or word.lemma in _BREAKS or word.lemma in _RELATIVE


def _act(said: Clauses, number: int) -> str | None:
    lemma = said.words[number].lemma
    told = [f"{lemma}_{particle.lemma}" for particle in _particles(said, number)]
    return next((_ACTS[word] for word in (*told, lemma) if word in _ACTS), None)


def _particles(said: Clauses, number: int) -> list[Word]:
    behind = said.words[number + 1 : number + 1 + _PARTICLE] if said.words[number].pos == "VERB" else ()
    return [word for word in behind if word.pos in ("ADP", "ADV", "PART")]
