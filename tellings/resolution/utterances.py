"""The same utterance in several articles: in the same words, shortened, translated otherwise, or as reported speech.

Two quotations are alike where most of what is rare in the shorter one stands together in the longer one (weighted
containment, after Broder 1997), more of it where articles do not name one entity for both, and where that is enough to
know the words again: common words alone are not. The likeliest pairs come first, and two clusters
become one only where most of their quotations are alike and no article would tell two different things in it
(Leskovec, Backstrom and Kleinberg 2009 cluster phrases for the same reason by more than links between neighbours).
Only quotations that share a stem are compared, and each with so many at most: the work grows with their number.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from tellings.resolution.wording import Wording, follows, likeness, names, rarities, wording

MAX_BUCKET = 400
"""A stem in more wordings than this leads to no comparison."""

MAX_COMPARED = 200
"""Earlier wordings that one is compared with at most, those that share the rarest stems first."""

MAX_ASKED = 12
"""So many quotations of a cluster are asked at most before it becomes one with another."""

ONE_STORY = 0.3
"""Share of the words of one that must recur in the other where an article tells both in one cluster."""

TAKEN_UP = 1.2
"""Rarity of words in marks without a speaker that are known again in another article."""

MUCH, MUCH_SHARE = 3.0, 0.65
"""Rarity from which what is shared is no chance, and the share that is then asked for, whoever speaks."""

_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class _Asked:
    """What must be shared at least: as a share, in stems, and in rarity; and in rarity, where all is the same."""

    share: float
    n: int
    weight: float
    same: float


_ONE, _OPEN, _OTHER = _Asked(0.5, 2, 1.4, 0.8), _Asked(0.65, 3, 2.0, 1.4), _Asked(0.75, 3, 2.0, 2.0)
"""Where one entity says both; where the speaker of one is not known, or withheld; where articles name two (a delegation
and its head, say)."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """A quotation as far as it is compared.

    Attributes:
        quote_id: its id.
        doc_id: its article.
        words: its content, the pieces joined.
        marked: the words that stand in marks.
        speaker: the entity that says it, None where not known.
        attributed: False for words in marks that nobody is said to say.
        inside: the quotation in which it stands, None where in none.
    """

    quote_id: str
    doc_id: str
    words: str
    marked: str
    speaker: str | None
    attributed: bool
    inside: str | None = None


def clusters(utterances: Sequence[Utterance]) -> dict[str, str]:
    """Which quotations are one utterance.

    Returns:
        quote_id to the id of its cluster, made of the first member's id; quotations that stand alone are left out.
    """
    ordered = sorted(utterances, key=lambda u: (not u.attributed, u.quote_id))
    wordings = [wording(u.words) for u in ordered]
    compared = _Compared(ordered, wordings, rarities(wordings))
    groups = _Groups(compared)
    for _, i, j in sorted(_pairs(compared), key=lambda pair: (-pair[0], *pair[1:])):
        groups.join(i, j)
    for i, j in _taken_up(ordered, compared.rarity):
        groups.add(i, j)
    return groups.named()


class _Compared:
    """The quotations and how alike any two are."""

    def __init__(
        self, ordered: Sequence[Utterance], wordings: Sequence[Wording], rarity: Mapping[str, float]
    ) -> None:
        self.all, self.wordings, self.rarity = ordered, wordings, rarity
        self.stems = [frozenset(own) for own in wordings]
        self.marks = [_mark(own) for own in self.stems]
        self._names: dict[int, frozenset[str]] = {}

    def alike(self, i: int, j: int) -> float:
        """How alike two quotations of two articles are; 0 where they are not one utterance.

        The same words come before others, and what one entity says before what two do.
        """
        a, b = self.all[i], self.all[j]
        common = self.stems[i] & self.stems[j]
        if len(common) < _ONE.n:
            return 0.0
        asked = _ONE if a.speaker == b.speaker and a.speaker else _OTHER if a.speaker and b.speaker else _OPEN
        least = asked.same if self.wordings[i] == self.wordings[j] else asked.weight
        if fsum(self.rarity[stem] for stem in common) < least:
            return 0.0
        shared = likeness(self.wordings[i], self.wordings[j], self.rarity, least=_ONE.share)
        n = len(shared.stems)
        share = min(asked.share, MUCH_SHARE) if shared.weight >= MUCH else asked.share
        enough = shared.share >= share and n >= asked.n and shared.weight >= asked.weight
        enough = enough or (shared.same and n > 1 and shared.weight >= asked.same)
        if not enough or shared.stems <= self._named(i) | self._named(j) or _contradict(a.words, b.words):
            return 0.0
        return shared.share + shared.same + (asked is _ONE)

    def _named(self, i: int) -> frozenset[str]:
        """The stems of names in a quotation: few are asked for them."""
        if i not in self._names:
            self._names[i] = names(self.all[i].words)
        return self._names[i]

    def of_one_story(self, i: int, j: int) -> bool:
        """May one article tell both in one cluster? Not a part of the other, and not something else."""
        a, b = self.all[i], self.all[j]
        nested = a.inside == b.quote_id or b.inside == a.quote_id
        return not nested and likeness(self.wordings[i], self.wordings[j], self.rarity).share >= ONE_STORY


class _Groups:
    """Quotations joined to clusters, each in the order in which they came."""

    def __init__(self, compared: _Compared) -> None:
        self._compared = compared
        self._of = list(range(len(compared.all)))
        self._members = {i: [i] for i in self._of}

    def join(self, i: int, j: int) -> None:
        """Make the clusters of two quotations one, if they are."""
        a, b = sorted((self._of[i], self._of[j]))
        if a != b and self._one(self._members[a], self._members[b]):
            self._merge(a, b)

    def add(self, i: int, j: int) -> None:
        """Lay a quotation that stands alone to the cluster of another."""
        if self._of[i] != self._of[j]:
            self._merge(self._of[j], self._of[i])

    def _merge(self, a: int, b: int) -> None:
        for member in self._members[b]:
            self._of[member] = a
        self._members[a] += self._members.pop(b)

    def _one(self, mine: Sequence[int], theirs: Sequence[int]) -> bool:
        docs = self._compared.all
        pairs = [(i, j) for i in mine[:MAX_ASKED] for j in theirs[:MAX_ASKED]]
        inside = [(i, j) for i, j in pairs if docs[i].doc_id == docs[j].doc_id]
        if not all(self._compared.of_one_story(i, j) for i, j in inside):
            return False
        verdicts: dict[tuple[str, str], bool] = {}
        for i, j in pairs:
            articles = (docs[i].doc_id, docs[j].doc_id)
            verdicts[articles] = verdicts.get(articles, False) or self._compared.alike(i, j) > 0
        across = [alike for (one, other), alike in verdicts.items() if one != other]
        return 2 * sum(across) >= len(across)

    def named(self) -> dict[str, str]:
        """quote_id to cluster, where there is more than one quotation in it."""
        docs = self._compared.all
        return {
            docs[i].quote_id: f"cluster:{docs[min(members)].quote_id}"
            for members in self._members.values()
            if len(members) > 1
            for i in members
        }


def _pairs(compared: _Compared) -> Iterator[tuple[float, int, int]]:
    """How alike, and the two: attributed quotations of two articles that share a stem and are one utterance.

    Quotations of one speaker in one wording are compared with others as one.
    """
    spoken: dict[tuple[Wording, str | None], list[int]] = defaultdict(list)
    for i, utterance in enumerate(compared.all):
        if utterance.attributed and compared.wordings[i]:
            spoken[compared.wordings[i], utterance.speaker].append(i)
    docs = [utterance.doc_id for utterance in compared.all]
    index: dict[str, list[int]] = defaultdict(list)
    elsewhere: dict[int, int | None] = {}  # by the first of a wording: the first in another article
    for (own, _), members in spoken.items():
        here = members[0]
        elsewhere[here] = next((i for i in members if docs[i] != docs[here]), None)
        alone = elsewhere[here] is None
        for first in [*_sharing(own, index, compared), *([] if alone else [here])]:
            score = compared.alike(here, first)
            for i in members if score else ():
                j = first if docs[i] != docs[first] else elsewhere.get(first)
                if j is not None:
                    yield score, min(i, j), max(i, j)
        for stem in set(own):
            index[stem].append(here)


def _sharing(own: Wording, index: Mapping[str, list[int]], compared: _Compared) -> list[int]:
    """Earlier wordings that share two stems, of those that share one, found by the rarest stems first.

    One that is found by a stem and by none before it shares two where it shares one that comes behind.
    """
    marks, stems = compared.marks, compared.stems
    sharing: list[int] = []
    seen: set[int] = set()
    behind = set(own)
    buckets = sorted((len(index[stem]), stem) for stem in behind if stem in index)
    for size, stem in buckets:
        if size > MAX_BUCKET or len(seen) >= MAX_COMPARED:
            break
        behind.discard(stem)
        new = [j for j in index[stem][:MAX_COMPARED] if j not in seen][: MAX_COMPARED - len(seen)]
        seen.update(new)
        mark = _mark(behind)
        sharing += [j for j in new if marks[j] & mark and not behind.isdisjoint(stems[j])]
    return sharing


def _mark(stems: Collection[str]) -> int:
    """A number with a bit for each stem: those that have no bit in common share none, and that is known quickly."""
    mark = 0
    for stem in stems:
        mark |= 1 << (hash(stem) & 511)
    return mark


def _taken_up(ordered: Sequence[Utterance], rarity: Mapping[str, float]) -> Iterator[tuple[int, int]]:
    """Words in marks that nobody is said to say, each with the quotation whose marked words they take up: a heading
    of the article, or of another article some words that are known again.
    """
    marked = [wording(u.marked) for u in ordered]
    index: dict[str, list[int]] = defaultdict(list)
    for i, utterance in enumerate(ordered):
        for stem in set(marked[i]) if utterance.attributed else ():
            index[stem].append(i)
    for i, utterance in enumerate(ordered):
        own = marked[i]
        if (
            utterance.attributed
            or not any(stem.isalpha() for stem in own)
            or any(s not in index for s in own)
        ):
            continue
        rarest = min(own, key=lambda stem: (len(index[stem]), stem))
        candidates = index[rarest][:MAX_BUCKET]
        here = [j for j in candidates if ordered[j].doc_id == utterance.doc_id and set(own) <= set(marked[j])]
        known = len(set(own)) > 1 and fsum(rarity.get(stem, 1.0) for stem in set(own)) >= TAKEN_UP
        there = [
            j for j in candidates if known and 2 * len(own) >= len(marked[j]) and follows(own, marked[j])
        ]
        for j in (here or there)[:1]:
            yield i, j


def _contradict(a: str, b: str) -> bool:
    """Do both give figures, and not one alike?"""
    one, two = set(_FIGURE.findall(a)), set(_FIGURE.findall(b))
    return bool(one) and bool(two) and not one & two
