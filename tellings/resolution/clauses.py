"""Clauses as far as words and names tell: who does it, what is at a place, which of two things came first."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd

_BREAKS = frozenset(",;:—–()")
_MARKS = frozenset("“”\"'‘’«»")
_IN = frozenset("in at near off outside around to by on".split())
_RELATIVE = frozenset("who which that".split())
_PHRASE = frozenset("DET ADJ NUM NOUN PROPN PRON".split())
_NEGATED_WITHIN = 5
"""So many words before a name stands the *not* that denies it: not her brother Goran Ilic."""
MOST = 12
"""So many words of a clause are read at most on either side of *before* and *after*."""


class Word(NamedTuple):
    """A word or mark."""

    start: int
    end: int
    lemma: str
    pos: str


class Name(NamedTuple):
    """A name in a sentence."""

    start: int
    end: int
    entity: str
    type: str


class Subject(NamedTuple):
    """Who does it: a name or None, a name of which it is denied or None, and where the words stand."""

    name: Name | None
    denied: Name | None
    start: int
    end: int


@dataclass(frozen=True, slots=True, eq=False)
class Clauses:
    """A sentence with its words and names, in order."""

    doc_id: str
    sentence_id: str
    words: Sequence[Word]
    names: Sequence[Name]

    def at(self, offset: int) -> int:
        """The number of the last word that begins at or before an offset."""
        return bisect_right([word.start for word in self.words], offset) - 1

    def named(self, number: int) -> Name | None:
        """The name that ends with a word."""
        if number < 0:
            return None
        word = self.words[number]
        return next((name for name in self.names if name.start <= word.start < name.end <= word.end), None)

    def subject(self, verb: int) -> Subject | None:
        """Who does what a verb says: before it, or before the relative clause or apposition that stands between.

        Args:
            verb: the number of the verb.
        """
        at, denied = verb - 1, None
        while at >= 0 and self.words[at].pos in ("AUX", "ADV", "PART"):
            if self.words[at].lemma in ("not", "n't", "never"):
                return None
            at -= 1
        at = self._before_marks(at)
        if at >= 0 and self.words[at].lemma in _RELATIVE:
            at = self._before_marks(at - 1)
            at -= at >= 0 and self.words[at].lemma == ","
        elif at >= 0 and self.words[at].lemma == ",":
            at -= 1
            one = self.named(at)
            nots = self._denial(one) if one else -1
            if nots >= 0:
                denied, at = one, nots - 1
                at -= at >= 0 and self.words[at].lemma == ","
            else:
                opened = next((n for n in range(at, -1, -1) if self.words[n].lemma == ","), -1)
                inside = {word.pos for word in self.words[opened + 1 : at + 1]}
                at = opened - 1 if not one or inside & {"VERB", "AUX"} else at
        if at < 0:
            return None
        name = self.named(at)
        first = name.start if name else self.words[self._phrase(at)].start
        return Subject(name, denied, first, denied.end if denied else self.words[at].end)

    def _before_marks(self, at: int) -> int:
        while at >= 0 and self.words[at].lemma in _MARKS:
            at -= 1
        return at

    def _denial(self, name: Name) -> int:
        """The number of the *not* that stands before a name, -1 where none does."""
        first = self.at(name.start)
        for number in range(first - 1, max(-1, first - 1 - _NEGATED_WITHIN), -1):
            if self.words[number].lemma == "not":
                return number
            if self.words[number].lemma in _BREAKS:
                break
        return -1

    def _phrase(self, at: int) -> int:
        while at > 0 and self.words[at - 1].pos in _PHRASE:
            at -= 1
        return at

    def head(self, number: int) -> str:
        """The last noun of the phrase that begins behind a word; "" where there is none."""
        noun = ""
        for word in self.words[number + 1 :]:
            if word.pos not in _PHRASE:
                break
            noun = word.lemma if word.pos in ("NOUN", "PROPN") else noun
        return noun

    def verb_of(self, place: Name) -> int:
        """The verb that says what is at a place, or leaves it; -1 where another word stands between."""
        at = self.at(place.start) - 1
        while at >= 0 and self.words[at].pos in ("DET", "ADJ"):
            at -= 1
        if at < 0 or not (self.words[at].lemma in _IN or self.words[at].lemma == "leave"):
            return -1
        while at >= 0 and self.words[at].lemma not in _BREAKS:
            if self.words[at].pos == "VERB" or (self.words[at].lemma == "be"):
                return at
            at -= 1
        return -1

    def between(self, first: int, last: int, types: Sequence[str]) -> Name | None:
        """The first name of these types that stands behind one word and before another place."""
        start = self.words[first].end
        return next((n for n in self.names if start <= n.start < last and n.type in types), None)

    def around(self, number: int) -> tuple[list[Word], list[Word]]:
        """The words of the clauses before and behind a word."""
        before: list[Word] = []
        for word in reversed(self.words[max(0, number - MOST) : number]):
            if (word.lemma in _BREAKS or word.lemma == "that") and before:
                break
            before.append(word)
        behind: list[Word] = []
        for word in self.words[number + 1 : number + 1 + MOST]:
            if word.lemma in _BREAKS or word.lemma in _MARKS or word.lemma == ".":
                break
            behind.append(word)
        return before[::-1], behind


def read(tokens: pd.DataFrame, names: pd.DataFrame) -> Iterator[Clauses]:
    """Sentences with their words and names, in order.

    Args:
        tokens: doc_id, sentence_id, start, end, lemma, pos, in order.
        names: sentence_id, start, end, entity_id, type of the sentences' names.
    """
    named: dict[str, list[Name]] = defaultdict(list)
    for sentence, *name in zip(
        *(names[c] for c in ("sentence_id", "start", "end", "entity_id", "type")), strict=True
    ):
        named[sentence].append(Name(*name))
    words: dict[tuple[str, str], list[Word]] = defaultdict(list)
    for doc, sentence, start, end, lemma, pos in zip(
        *(tokens[c] for c in ("doc_id", "sentence_id", "start", "end", "lemma", "pos")), strict=True
    ):
        words[doc, sentence].append(Word(start, end, lemma.lower(), pos))
    for (doc, sentence), own in words.items():
        yield Clauses(doc, sentence, own, sorted(named[sentence]))


def same_happening(one: Sequence[Word], other: Sequence[Word]) -> bool:
    """Do two clauses tell one thing: of the same things, or the same act of the same person?"""
    (nouns, names, verbs), (nouns_b, names_b, verbs_b) = _kinds(one), _kinds(other)
    if nouns and nouns_b:
        return 2 * len(nouns & nouns_b) >= min(len(nouns), len(nouns_b))
    return bool(verbs & verbs_b) and (bool(names & names_b) or not (names and names_b))


def _kinds(words: Sequence[Word]) -> tuple[set[str], set[str], set[str]]:
    lemmas: Mapping[str, set[str]] = {"NOUN": set(), "PROPN": set(), "VERB": set()}
    for word in words:
        if word.pos in lemmas:
            lemmas[word.pos].add(word.lemma)
    return lemmas["NOUN"], lemmas["PROPN"], lemmas["VERB"]
