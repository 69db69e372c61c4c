"""Sentences that tell one thing in other words, of two articles on one event that share another sentence.

What speaks for it is weighed by a logistic regression: how many words two sentences have in one order, what share
of the one stands close together in the other, how rare in their event the stems are that both have and that are no
name's (a name stands all over an event), whether they stand next to sentences that are shared, and how many their
articles share. A sentence that has its copy in the other article is told there already.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import fsum
from operator import mul
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from tellings.resolution.passages import Passage
from tellings.resolution.wording import Wording, likeness, names, rarities

WEIGHTS = {"order": 8.8, "share": 1.5, "rare": 0.6, "beside": 2.4, "shared": 0.3}
NEEDED = 6.2
"""What the evidence weighs, and what it must come to; fitted to the invented events by `tests/eval/rewordings.py`."""
MOST_SHARED = 5
"""So many shared sentences speak for others at most."""
LETTERS = 5
"""By so many letters a stem is known in another form of its word: decide, decision."""
MIN_WORDS, MIN_STEMS = 4, 2
"""The words of a sentence that is compared, and the stems that two share, at least."""
MAX_ARTICLES = 40
"""With so many other articles an article is compared, those with which it shares most sentences."""


class _Told(NamedTuple):
    """A sentence: its number, its words, its stems in order and as a set, those that are no name's."""

    number: int
    words: tuple[str, ...]
    whole: Wording
    all: frozenset[str]
    stems: frozenset[str]


def rewordings(
    sentences: Sequence[Passage],
    texts: Mapping[str, str],
    shared: Iterable[tuple[int, int]],
    event: Mapping[str, int],
) -> Iterator[tuple[int, int]]:
    """The pairs of sentences, by their numbers.

    Args:
        sentences: of all articles.
        texts: of the articles, by their ids.
        shared: the pairs of sentences that are one copy, by their numbers.
        event: the event of each article.
    """
    weights = tuple(WEIGHTS.values())
    for pair, told in evidence(sentences, texts, shared, event):
        if fsum(map(mul, weights, told)) >= NEEDED:
            yield pair


def evidence(
    sentences: Sequence[Passage],
    texts: Mapping[str, str],
    shared: Iterable[tuple[int, int]],
    event: Mapping[str, int],
) -> Iterator[tuple[tuple[int, int], tuple[float, ...]]]:
    """The pairs of sentences that may tell one thing, as :func:`rewordings` is asked, each with what speaks for it, in
    the order of :data:`WEIGHTS`.
    """
    known: dict[tuple[str, str], set[tuple[int, int]]] = defaultdict(set)
    for i, j in shared:
        known[sentences[i].doc_id, sentences[j].doc_id].add((i, j))
    wanted = {doc for docs in known for doc in docs}
    of_event: dict[int, dict[str, list[_Told]]] = defaultdict(lambda: defaultdict(list))
    for number, passage in enumerate(sentences):
        if passage.doc_id in wanted and len(passage.words) >= MIN_WORDS:
            own = _told(number, passage, texts[passage.doc_id])
            of_event[event[passage.doc_id]][passage.doc_id].append(own)
    rarity = {
        number: rarities((*told.whole, *sorted(told.stems)) for own in docs.values() for told in own)
        for number, docs in of_event.items()
    }
    asked: Counter[str] = Counter()
    for (a, b), pairs in sorted(known.items(), key=lambda told: (-len(told[1]), told[0])):
        if max(asked[a], asked[b]) < MAX_ARTICLES and event[a] == event[b]:
            asked.update((a, b))
            docs = of_event[event[a]]
            yield from _of_two(docs[a], docs[b], pairs, rarity[event[a]])


def _of_two(
    mine: Sequence[_Told],
    theirs: Sequence[_Told],
    pairs: set[tuple[int, int]],
    rarity: Mapping[str, float],
) -> Iterator[tuple[tuple[int, int], tuple[float, ...]]]:
    """Those of two articles."""
    copied = {number for pair in pairs for number in pair}
    beside = {(i + x, j + y) for i, j in pairs for x in (-1, 0, 1) for y in (-1, 0, 1)}
    for a in mine:
        for b in theirs:
            common = a.stems & b.stems
            both = a.all & b.all
            told_of = common or any(stem[0].isdigit() for stem in both)
            if not told_of or len(both) < MIN_STEMS or not copied.isdisjoint((a.number, b.number)):
                continue
            yield (
                (a.number, b.number),
                (
                    2 * LCSseq.similarity(a.words, b.words) / (len(a.words) + len(b.words)),
                    likeness(a.whole, b.whole, rarity).share,
                    fsum(rarity[stem] for stem in common),
                    (a.number, b.number) in beside,
                    min(MOST_SHARED, len(pairs)),
                ),
            )


def _told(number: int, passage: Passage, text: str) -> _Told:
    """A sentence as it is compared: without figures among the stems that are no name's."""
    named = names(text[passage.start : passage.end])
    plain = frozenset(s[:LETTERS] for s in passage.stems if s not in named and not s[0].isdigit())
    return _Told(number, passage.words, passage.stems, frozenset(passage.stems), plain)
