"""Which act a date or figure is told of: the act by any of its words, who or what it is of, whether it is the last.

Two dates are of one act where both articles tell it, by whatever word, of one person or thing that has it once (a
death, an arrest, a foundation), or of one that recurs and that both call the last, the first, or still to come.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from tellings.resolution.acts import ACTS, WORDS, acts_at
from tellings.resolution.clauses import Clauses, Word, read
from tellings.resolution.company import stem
from tellings.resolution.participants import PERSONAL, owns, participants
from tellings.resources import lexicon
from tellings.schema import PLACE_TYPES

_OF = {name: act.once for name, act in ACTS.items() if act.once}
_SAID = lexicon.words("reporting_verbs")
_RECURS = frozenset({"again", "often"})
_MARKS = {"last": "last", "recent": "last", "recently": "last", "first": "first", "next": "next"}
_BEGINNING = frozenset("begin start plan schedule expect set due hold take be".split())
"""Verbs and words that say of an act only that it is to be."""
_STAYING, _SHUT = frozenset("keep remain stay".split()), frozenset("close closed shut".split())
_OWNING = frozenset("control have hold own".split())
_FIRST = frozenset("begin start from".split())
"""Words by which a date is the first day of an act."""
_NONE = frozenset("not n't nobody never no none".split())
_BREAKS = frozenset(',;:—–()“”"')
_OPENING = frozenset({"SCONJ", "CCONJ"})
_LIGHT = frozenset({"ADP", "ADV", "DET", "PART", "SCONJ"})
_RELATIVE = frozenset("who which that when where".split())
_TIMES = frozenset("round hour day week month year time".split())


@dataclass(frozen=True, slots=True)
class Occasion:
    """An act with a date or another figure.

    Attributes:
        act: by its one name; what has none by its verb.
        day: the first that is meant, as an ordinal.
        marks: which one it is, where it recurs: the last, the first, the next, one still to come.
        persons: whose it is: who does it or, where it is done to somebody, to whom.
        others: who else has a part in it, such as who does it to somebody.
        things: of which named thing it is.
        places: where it is.
        nouns: stems of what else is told of it.
    """

    act: str
    day: float
    marks: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()

    def is_of(self, other: Occasion) -> bool:
        """Is it the same act of the same person or thing?"""
        whose, mine, theirs = _OF.get(self.act), self.things | self.persons, other.things | other.persons
        apart = _apart(self.places, other.places) or _apart(mine, theirs)
        if whose is None or apart or self.differs(other):
            return False
        if whose in PERSONAL:
            return bool(self.persons & other.persons)
        named = bool(mine & theirs)
        told, together = bool(self.nouns & other.nouns), bool(self.others & other.others)
        two = _apart(self.nouns, other.nouns)
        if whose in ("thing", "both"):
            by_others = _apart(self.others, other.others)
            return not two and not by_others and (named or (told and (together or whose == "thing")))
        marks = self.marks & other.marks
        if marks == {"coming"}:
            return told and whose == "again"
        one = marks or self._denies(other) or other._denies(self)
        return bool(one) and (named or told or not two)

    def owned_by_one(self, other: Occasion) -> bool:
        """Does one person or body own it, have or hold it, by both?"""
        owners = (self.persons | self.things) & (other.persons | other.things)
        return bool(owners) and {self.act, other.act} <= _OWNING

    def differs(self, other: Occasion, *, things: bool = False) -> bool:
        """Is it another act, or somebody else's; or of another thing, where that is asked?"""
        other_thing = things and _apart(self.nouns, other.nouns)
        return self.act != other.act or _apart(self.persons, other.persons) or other_thing

    def of_another(self, other: Occasion) -> bool:
        """Is it the same act, done by or to somebody else, or without one another's?"""
        if "" in (self.act, other.act):
            return _apart(self.persons or self.others, other.persons or other.others)
        if self.act != other.act or self.act in _SAID:
            return False
        if _apart(self.persons | self.things, other.persons | other.things):
            return True
        if _OF.get(self.act) in PERSONAL and (self.persons & other.others or other.persons & self.others):
            return True
        if self.act not in _OF:
            return _apart(self.others, other.others)
        named = self.persons or other.persons or _OF[self.act] not in PERSONAL
        return not named and _apart(self.nouns, other.nouns)

    def _denies(self, other: Occasion) -> bool:
        """Is it the last, and the other a later one?"""
        return "last" in self.marks and not other.marks and other.day > self.day


def _apart(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def occasions(
    spans: Sequence[tuple[str, int, int, float]], tables: Mapping[str, pd.DataFrame]
) -> dict[tuple[str, int], Occasion]:
    """The acts of dates and other figures, by sentence and where these begin.

    Args:
        spans: sentence, start, end and first day (as an ordinal, 0 for another figure) of each.
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
        return None if day else _owned(said, left)
    act = _act(said, at) or said.words[at].lemma
    before = {said.words[n].lemma for n in left}
    stays = act in _STAYING and bool(before & _SHUT)
    if "until" in before and (act == "closure" or stays):
        act = "reopening"
    whose = _OF.get(act, "")
    marks = _marks(said, at) | _marks_of_day(said, left, right, whose) | ({"coming"} if coming else set())
    clause = [n for n in left if n <= at] if stays else [*left, *right]
    own, others, words = participants(said, at, clause, whose)
    low, high = (said.words[n] for n in (min(*left, *right, at), max(*left, *right, at)))
    places = (n.entity for n in said.names if n.type in PLACE_TYPES and low.start <= n.start < high.end)
    nouns = [said.words[n] for n in words if said.words[n].pos == "NOUN"]
    return Occasion(
        act,
        day,
        marks=frozenset(marks),
        persons=frozenset(n.entity for n in own if n.type == "person"),
        others=frozenset(n.entity for n in others if n.type not in PLACE_TYPES),
        things=frozenset(n.entity for n in own if n.type != "person" and n.type not in PLACE_TYPES),
        places=frozenset(places),
        nouns=frozenset(stem(word.lemma) for word in nouns if not _is_light(word, span)),
    )


def _owned(said: Clauses, left: Sequence[int]) -> Occasion | None:
    """What a figure that no act tells is of, where it is somebody's: Ana's time was 2:06:58."""
    persons = [name for name in said.names if name.type == "person" and said.at(name.end - 1) in left]
    owners = [name for name in persons if owns(said, name)]
    return Occasion("", 0.0, persons=frozenset({owners[-1].entity})) if owners else None


def _marks(said: Clauses, at: int) -> set[str]:
    """Which one it is, by the word right before it: last met, the first public hearing; or for the last time."""
    words, n = said.words, at - 1
    while words[at].pos == "NOUN" and n > 0 and words[n].lemma not in _MARKS:
        if words[n].lemma == "of" and words[n - 1].lemma == "round":
            n -= 2
        elif words[n].pos in ("ADJ", "NOUN") and words[n].lemma not in _TIMES:
            n -= 1
        else:
            break
    times = [m for m in range(len(words) - 1) if words[m + 1].lemma == "time"]
    return {_MARKS[words[m].lemma] for m in (*times, n) if m >= 0 and _is_mark(said, words[m])}


def _marks_of_day(said: Clauses, left: Sequence[int], right: Sequence[int], whose: str) -> set[str]:
    """Which one it is, as the words around its day say: it begins then, is due by then, was not done since."""
    lemmas = {said.words[n].lemma for n in (*left, *right)}
    marks = {"last"} if "since" in lemmas and lemmas & _NONE else set()  # not checked since May
    if whose == "again":
        marks |= {"first"} if lemmas & _FIRST else set()
        marks |= {"due"} if left and said.words[left[-1]].lemma == "by" else set()
    return marks


def _is_mark(said: Clauses, word: Word) -> bool:
    """Does a word say which one it is, and is no part of a name or title: First Minister, the Last Night?"""
    named = any(name.start <= word.start < name.end for name in said.names)
    return word.lemma in _MARKS and word.pos != "PROPN" and not named


def _governing(said: Clauses, left: Sequence[int], right: Sequence[int]) -> int:
    """The number of the word that tells what is dated: what is due or begins then, not that it does; -1 for none."""
    opened = left[0] - 1 if left else -1
    before = [opened - 1] if opened > 0 and said.words[opened].lemma in _RELATIVE else []
    held = any(said.words[n].pos == "NOUN" and _OF.get(_act(said, n) or "") in _RECURS for n in left)
    for n in (*reversed(left), *before, *right):
        if held and said.words[n].lemma == "open":  # a trial, a meeting
            continue
        if _act(said, n) or (said.words[n].pos == "VERB" and said.words[n].lemma not in _BEGINNING):
            return n
    return -1


def _is_light(word: Word, span: tuple[int, int]) -> bool:
    """Does a noun tell nothing of what an act is of: another act, a day, the date itself?"""
    told = any(act.once for act in WORDS.get(word.lemma, ()))
    return told or word.lemma in _TIMES or span[0] <= word.start < span[1]


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
    return next((act.name for act in acts_at(said, number) if act.once), None)
