"""Clauses as far as words and names tell: who does it, what is at a place, which of two things came first."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd

from tellings.resources import lexicon

_BREAKS = frozenset(",;:—–()")
_MARKS = frozenset("“”\"'‘’«»")
_SAME = lexicon.classes("same_things")
_IN = frozenset("in at near off outside around to by on from".split())
_RELATIVE = frozenset("who which that".split())
PHRASE = frozenset("DET ADJ NUM NOUN PROPN PRON".split())
ELSE = frozenset("another other second third fourth fifth".split())
"""Words that say of a thing that it is not the one told of before."""
_OPEN = frozenset("will 'll ’ll would 'd ’d shall may might could should".split())
_NEGATED_WITHIN = 5
"""So many words before a name stands the *not* that denies it: not her brother Goran Ilic."""
_ALIKE = 2
"""So many things two clauses have in common at least, of which each tells others too."""
MOST = 12
"""So many words of a clause are read at most on either side of *before* and *after*."""


class Word(NamedTuple):
    """A word or mark."""

    start: int
    end: int
    lemma: str
    pos: str
    form: str = ""


class Name(NamedTuple):
    """A name in a sentence."""

    start: int
    end: int
    entity: str
    type: str


class Subject(NamedTuple):
    """Who does it.

    Attributes:
        name: None where it is none.
        denied: a name of which it is denied, None where it is of nobody.
        start, end: where the words stand.
        noun: what a phrase without a name says that it is.
        many: does it say so of several?
        is_one: does it say so of one (a, one)?
    """

    name: Name | None
    denied: Name | None
    start: int
    end: int
    noun: str = ""
    many: bool = False
    is_one: bool = False


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
        if at >= 0 and self.words[at].pos == "CCONJ":
            first = next((n for n in range(at - 1, -1, -1) if self.words[n].pos in ("VERB", "AUX")), -1)
            return self.subject(first) if first >= 0 else None
        relative = at >= 0 and self.words[at].lemma in _RELATIVE
        if relative:
            at = self._before_marks(at - 1)
        comma = at >= 0 and self.words[at].lemma == ","
        at -= comma
        if relative and comma and at > 1 and self.words[at].pos == "NUM" and self.words[at - 1].lemma == ",":
            at -= 2  # Tom, 36, who
        one = self.named(at)
        nots = self._denial(one) if one and (relative or comma) else -1
        if nots >= 0:
            denied, at = one, nots - 1
            while at >= 0 and (self.words[at].lemma == "," or self.words[at].pos == "CCONJ"):
                at -= 1
        elif comma and not relative:
            opened = next((n for n in range(at, -1, -1) if self.words[n].lemma == ","), -1)
            inside = {word.pos for word in self.words[opened + 1 : at + 1]}
            own = one and one.type == "person" and not inside & {"VERB", "AUX"}
            at = at if own else opened - 1
        at = self._head_of(at)
        return self._phrase_at(at, denied) if at >= 0 else None

    def _head_of(self, at: int) -> int:
        """The word that what stands behind it goes with: the jet that lost a door over the Dolomites."""
        name = self.named(at) if at >= 0 else None
        first = self.at(name.start) if name and name.type == "person" else self._phrase(max(at, 0))
        before = self.words[first - 1] if first > 0 else None
        if at < 0 or before is None or (name and name.type == "person"):
            return at
        if before.pos == "ADP" and first > 1 and self.words[first - 2].pos in PHRASE:
            return self._head_of(first - 2)
        if before.form == "aged" and first > 1:
            return first - 2
        if before.pos == "VERB" and first > 2 and self.words[first - 2].lemma in _RELATIVE:
            return self._head_of(first - 3)
        return at

    def agent(self, verb: int) -> Subject | None:
        """By whom is done what a verb in the passive says."""
        by = next(
            (n for n in range(verb + 1, len(self.words)) if self.words[n].lemma in (*_BREAKS, "by")), -1
        )
        if by < 0 or self.words[by].lemma != "by":
            return None
        last = by
        while last + 1 < len(self.words) and self.words[last + 1].pos in PHRASE:
            last += 1
        names = (n for n in self.names if self.words[by].end <= n.start < self.words[last].end)
        name = next(names, None)
        return self._phrase_at(self.at(name.end - 1) if name else last, None) if last > by else None

    def _phrase_at(self, at: int, denied: Name | None) -> Subject:
        """The phrase that ends with a word, and of whom it denies it: not Ana but Ben."""
        name, word = self.named(at), self.words[at]
        first = self.at(name.start) if name else self._phrase(at)
        other = self.named(first - 2) if self.words[first - 1].lemma == "but" else None
        denied = other if other and self._denial(other) >= 0 else denied
        noun = "" if name or word.pos != "NOUN" else word.lemma
        end = max(denied.end, word.end) if denied else word.end
        start = min(denied.start, self.words[first].start) if denied else self.words[first].start
        return Subject(
            name,
            denied,
            start,
            end,
            noun=noun,
            many=word.form != word.lemma,
            is_one=self.words[first].lemma in ("a", "an", "one"),
        )

    def is_passive(self, verb: int) -> bool:
        """Is it done to the subject of a verb?"""
        at = verb - 1
        while at >= 0 and self.words[at].pos in ("ADV", "PART"):
            at -= 1
        is_done = not self.words[verb].form.endswith("ing")
        return is_done and at >= 0 and self.words[at].pos == "AUX" and self.words[at].lemma in ("be", "get")

    def is_open(self, verb: int) -> bool:
        """Is it told as to come, or of a case that may not be: will, would, may, is to, if?"""
        at = verb - 1
        while at >= 0 and self.words[at].pos in ("AUX", "ADV", "PART"):
            if self.words[at].lemma in _OPEN or (
                self.words[at].lemma == "to" and self.words[at + 1].lemma != "have"
            ):
                return True
            at -= 1
        return any(word.lemma in ("if", "unless") for side in self.around(verb) for word in side)

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
        while at > 0 and self.words[at - 1].pos in PHRASE:
            at -= 1
        return at

    def head(self, number: int) -> int:
        """The number of the last noun of the phrase that begins behind a word; -1 where there is none."""
        noun = -1
        for at, word in enumerate(self.words[number + 1 :], number + 1):
            if word.pos not in PHRASE and word.lemma not in ("'s", "’s"):
                break
            noun = at if word.pos in ("NOUN", "PROPN") else noun
        return noun

    def lead(self, at: int) -> list[Word]:
        """The words of a phrase before the noun that it is of: the first bus."""
        return list(self.words[self._phrase(at) : at])

    def apart(self, at: int) -> frozenset[str]:
        """What tells a thing from others that its noun may mean: the *first* bus, the body of a *man*."""
        own = self.lead(at)
        if self.words[at + 1 : at + 2] and self.words[at + 1].lemma == "of":
            end = self.head(at + 1)
            own += self.words[at + 2 : end + 1]
        return frozenset(w.lemma for w in own if w.pos not in ("DET", "PRON") or w.lemma in ELSE)

    def verb_of(self, place: Name) -> int:
        """The verb that says what is at a place, or leaves it; -1 where another word stands between."""
        at = self.before(place)
        if at < 0 or not (self.words[at].lemma in _IN or self.words[at].lemma == "leave"):
            return -1
        while at >= 0 and self.words[at].lemma not in _BREAKS:
            if self.words[at].pos == "VERB" or (self.words[at].lemma == "be"):
                return at
            at -= 1
        return -1

    def before(self, name: Name) -> int:
        """The number of the word before a name and what goes with it."""
        at = self.at(name.start) - 1
        while at >= 0 and self.words[at].pos in ("DET", "ADJ"):
            at -= 1
        return at

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


def read(
    tokens: pd.DataFrame, names: pd.DataFrame, texts: Mapping[str, str] | None = None
) -> Iterator[Clauses]:
    """Sentences with their words and names, in order.

    Args:
        tokens: doc_id, sentence_id, start, end, lemma, pos, in order.
        names: sentence_id, start, end, entity_id, type of the sentences' names.
        texts: of articles, where the form of words matters.
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
        form = texts[doc][start:end].lower() if texts else ""
        words[doc, sentence].append(Word(start, end, lemma.lower(), pos, form))
    for (doc, sentence), own in words.items():
        yield Clauses(doc, sentence, own, sorted(named[sentence]))


def same_happening(one: Sequence[Word], other: Sequence[Word]) -> bool:
    """Do two clauses tell one thing: of the same things, or the same act of the same person?"""
    (nouns, names, verbs), (nouns_b, names_b, verbs_b) = _kinds(one), _kinds(other)
    both = nouns & nouns_b
    if (names and names_b and not names & names_b) or (
        nouns - both and nouns_b - both and len(both) < _ALIKE
    ):
        return False
    if nouns and nouns_b:
        return 2 * len(both) >= min(len(nouns), len(nouns_b))
    return bool(verbs & verbs_b) and (bool(names & names_b) or not (names and names_b))


def _kinds(words: Sequence[Word]) -> tuple[set[str], set[str], set[str]]:
    lemmas: Mapping[str, set[str]] = {"NOUN": set(), "PROPN": set(), "VERB": set()}
    for word in words:
        if word.pos in lemmas:
            lemmas[word.pos].add(_SAME.get(word.lemma, word.lemma))
    return lemmas["NOUN"], lemmas["PROPN"], lemmas["VERB"]
