"""Sentences that two articles on one event share: the same copy, the copy edited, the copy told in other words.

A sentence is compared with those of other articles that share its rarest stems, by the longest common subsequence of
their words (rapidfuzz). Whole articles are not compared: true copies of agency news share but part of their words.
What may be chance between strangers is a sign between articles that are known to share copy, above all where the
sentences before or behind are shared too; so the sure pairs come first, and what is asked of the others depends on
them. An article that quotes words which another quotes has heard the same speaker; that is no copied prose, and its
method says so.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import fsum
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from rapidfuzz.distance import LCSseq

from tellings import schema
from tellings.identity.joined import unite
from tellings.resolution import events
from tellings.resolution.passages import Passage
from tellings.resolution.rewordings import MAX_ARTICLES, MIN_WORDS, rewordings
from tellings.resolution.wording import rarities

COPIED, HEARD = "word alignment", "word alignment: words in quote marks"
REWORDED = "the same told in other words"

SURE, SURE_WORDS = 0.72, 7
"""The ratio of common words from which a sentence of at least so many words is copied, whoever has it."""
CUT, CUT_WORDS = 0.9, 10
"""The share of a sentence of at least so many words that a longer one holds, from which it is the longer one, cut."""
KIN_RATIO = 0.6
"""The ratio of a sentence between articles that share copy."""
NEIGHBOUR = 0.1
"""So much less is asked of a sentence that stands next to one that is shared."""
EDITED = 0.6
"""The share of the longer one's words that both have in one order, from which a copy is edited, not reworded."""
PART, PART_WORDS = 0.85, 6
"""The share of a sentence of at least so many words that the other holds, from which one is part of the other."""
TOGETHER_WORDS, KIN_WORDS = 15, 20
"""So many words two articles must share to tell one event; so many words of prose to be known to share copy."""
MARKED = 0.5
"""The share of a sentence in quote marks from which it is what somebody was heard to say."""
KNOWN, ONE_THING = 1.0, 0.5
"""The rarity of the stems of a sentence from which it is known again; the share of them that an edited one keeps."""
SHINGLE, SHINGLES = 3, 0.2
"""The words of a shingle, and the share of shingles that two wordings must share."""
MAX_BUCKET, MAX_PAIRS = 60, 900
"""A shingle in more wordings leads to no comparison; of more pairs of one wording only those with its first sentence
are rows."""
STOCK_EVENTS = 3
"""A sentence that stands in articles on so many events is furniture."""


@dataclass(slots=True, eq=False)
class _Pair:
    a: int
    b: int
    kind: str
    score: float
    method: str
    taken_a: frozenset[int]
    taken_b: frozenset[int]


def reuse(sentences: Sequence[Passage], tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """The table `reuse`: pairs of sentences of two articles on one event.

    Args:
        sentences: the sentences of what counts, in the order of articles and text.
        tables: documents, blocks, sentences, mentions: what tells events apart.
    """
    compared = _Compared(sentences)
    dates = events.dates_of(tables["documents"])
    sure = [
        pair
        for i, j in _candidates(sentences)
        if events.near(dates[sentences[i].doc_id], dates[sentences[j].doc_id])
        and (pair := compared.sure(i, j))
    ]
    shared = _sharing_words(sentences, sure, TOGETHER_WORDS)
    event = events.events_of(tables, sorted(shared))
    stock = _stock(sentences, event)
    sure = [
        pair for pair in sure if _docs(sentences, pair) in shared or _of_one(sentences, pair, event, stock)
    ]
    kin = _sharing_words(sentences, [pair for pair in sure if pair.method == COPIED], KIN_WORDS)
    copied = _one_to_one(sentences, [*sure, *_of_kin(compared, sure, kin)], kin)
    texts = dict(zip(tables["documents"]["doc_id"], tables["documents"]["text"], strict=True))
    known = [(pair.a, pair.b) for pair in copied]
    pairs = copied + [
        _pair(sentences, (i, j), _aligned(sentences[i], sentences[j]), "paraphrase")
        for i, j in rewordings(sentences, texts, known, event)
    ]
    frame = pd.DataFrame(_rows(sentences, pairs), columns=schema.table("reuse").names)
    return schema.conform(frame, "reuse")


def _stock(sentences: Sequence[Passage], event: Mapping[str, int]) -> set[tuple[str, ...]]:
    """Wordings that articles on several events have: furniture of an outlet, or of the trade."""
    seen: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for passage in sentences:
        seen[passage.words].add(event[passage.doc_id])
    return {words for words, in_events in seen.items() if len(in_events) >= STOCK_EVENTS}


def _of_one(
    sentences: Sequence[Passage], pair: _Pair, event: Mapping[str, int], stock: set[tuple[str, ...]]
) -> bool:
    """Do articles on one event share the pair, and not all articles?"""
    a, b = sentences[pair.a], sentences[pair.b]
    return event[a.doc_id] == event[b.doc_id] and a.words not in stock and b.words not in stock


def _docs(sentences: Sequence[Passage], pair: _Pair) -> tuple[str, str]:
    return sentences[pair.a].doc_id, sentences[pair.b].doc_id


def _sharing_words(sentences: Sequence[Passage], sure: Iterable[_Pair], least: int) -> set[tuple[str, str]]:
    """The articles that share so many words in sentences that are surely one."""
    words: Counter[tuple[str, str]] = Counter()
    for pair in sure:
        words[_docs(sentences, pair)] += len(pair.taken_a)
    return {docs for docs, n in words.items() if n >= least}


def _candidates(sentences: Sequence[Passage]) -> Iterator[tuple[int, int]]:
    """Pairs of sentences of two articles that have one wording, or a shingle in common that few wordings have."""
    wordings: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, passage in enumerate(sentences):
        if len(passage.words) >= MIN_WORDS:
            wordings[passage.words].append(i)
    distinct = list(wordings)
    for members in wordings.values():
        if len(members) > 1:
            yield from _across(sentences, members, members)
    for u, v in _sharing(distinct):
        yield from _across(sentences, wordings[distinct[u]], wordings[distinct[v]])


def _across(
    sentences: Sequence[Passage], mine: Sequence[int], theirs: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Pairs of two articles; of many sentences only those with the first of either side."""
    if len(mine) == len(theirs) == 1:
        if sentences[mine[0]].doc_id != sentences[theirs[0]].doc_id:
            yield min(mine[0], theirs[0]), max(mine[0], theirs[0])
        return
    whole = len(mine) * len(theirs) <= MAX_PAIRS
    pairs = [(i, j) for i in mine for j in theirs] if whole else []
    if not whole:
        pairs = [*((mine[0], j) for j in theirs), *((i, theirs[0]) for i in mine)]
    for i, j in dict.fromkeys((min(pair), max(pair)) for pair in pairs):
        if sentences[i].doc_id != sentences[j].doc_id:
            yield i, j


def _sharing(wordings: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """Pairs of wordings that share so many shingles; one that more wordings have than that is none."""
    words, known = pd.factorize(np.array(list(chain.from_iterable(wordings)), dtype=object))
    owners = np.repeat(np.arange(len(wordings)), [len(own) for own in wordings])
    last = max(0, len(words) - SHINGLE + 1)
    whole = owners[:last] == owners[len(words) - last :]
    shingles = np.zeros(last, np.int64)
    for k in range(SHINGLE):
        shingles = shingles * len(known) + words[k : k + last]
    shingles, owners = shingles[whole], owners[:last][whole]
    order = np.lexsort((owners, shingles))
    shingles, owners = shingles[order], owners[order]
    once = np.append(True, (np.diff(shingles) != 0) | (np.diff(owners) != 0))[: len(owners)]
    shingles, owners = shingles[once], owners[once]
    sizes = np.bincount(owners, minlength=len(wordings))
    _, at, size = np.unique(shingles, return_inverse=True, return_counts=True)
    few = size[at] <= MAX_BUCKET
    shingles, owners = shingles[few], owners[few]
    pairs = []
    for apart in range(1, MAX_BUCKET):
        common = shingles[apart:] == shingles[:-apart]
        if not common.any():
            break
        pairs.append(owners[:-apart][common] * len(wordings) + owners[apart:][common])
    if pairs:
        edges, n_shared = np.unique(np.concatenate(pairs), return_counts=True)
        first, second = np.divmod(edges, len(wordings))
        enough = n_shared >= SHINGLES * np.minimum(sizes[first], sizes[second])
        yield from zip(first[enough].tolist(), second[enough].tolist(), strict=True)


class _Compared:
    """Sentences and how any two are aligned."""

    def __init__(self, sentences: Sequence[Passage]) -> None:
        self.all = sentences
        self.rarity = rarities(p.stems for p in sentences)
        self.stems = [frozenset(p.stems) for p in sentences]

    def sure(self, i: int, j: int) -> _Pair | None:
        """The pair where its words alone say that one is the other's copy."""
        a, b = self.all[i], self.all[j]
        alignment = _aligned(a, b)
        if a.words == b.words:
            known = fsum(self.rarity[s] for s in self.stems[i]) >= KNOWN
            return _pair(self.all, (i, j), alignment, "identical") if known else None
        cut = alignment.part >= CUT and alignment.short >= CUT_WORDS
        copied = alignment.short >= SURE_WORDS and alignment.ratio >= SURE and self._one_thing(i, j)
        return _pair(self.all, (i, j), alignment, "edited") if cut or copied else None

    def _one_thing(self, i: int, j: int) -> bool:
        """Is most of what is rare in either in the other too? A formula with other names in it is no copy."""
        mine, theirs = self.stems[i], self.stems[j]
        common = fsum(self.rarity[s] for s in mine & theirs)
        return common >= ONE_THING * max(
            fsum(self.rarity[s] for s in mine), fsum(self.rarity[s] for s in theirs)
        )

    def of_kin(self, i: int, j: int, eased: float) -> _Pair | None:
        """The pair of sentences of two articles that share copy; less is asked beside what they share."""
        a, b = self.all[i], self.all[j]
        if eased and a.words == b.words:
            return _pair(self.all, (i, j), _aligned(a, b), "identical")
        if min(len(a.words), len(b.words)) < MIN_WORDS or len(self.stems[i] & self.stems[j]) < 2:
            return None
        alignment = _aligned(a, b)
        part = alignment.part >= PART and alignment.short >= PART_WORDS
        if alignment.ratio >= KIN_RATIO - eased or part:
            edited = part or alignment.n / alignment.long >= EDITED
            return _pair(self.all, (i, j), alignment, "edited" if edited else "paraphrase")
        return None


def _of_kin(compared: _Compared, sure: Sequence[_Pair], kin: set[tuple[str, str]]) -> Iterator[_Pair]:
    """What else articles share that surely share copy: each with so many others at most."""
    sentences = compared.all
    of_doc: dict[str, list[int]] = defaultdict(list)
    for i, passage in enumerate(sentences):
        if passage.words:
            of_doc[passage.doc_id].append(i)
    known: dict[tuple[str, str], list[_Pair]] = defaultdict(list)
    for pair in sure:
        known[_docs(sentences, pair)].append(pair)
    asked: Counter[str] = Counter()
    for docs in sorted(kin, key=lambda pair: (-len(known[pair]), pair)):
        if max(asked[doc] for doc in docs) >= MAX_ARTICLES:
            continue
        asked.update(docs)
        kept = {(p.a, p.b) for p in known[docs]}
        whole = {i for p in known[docs] if p.kind == "identical" for i in (p.a, p.b)}
        near = {(a + x, b + y) for a, b in kept for x in (-1, 0, 1) for y in (-1, 0, 1)}
        mine, theirs = ([i for i in of_doc[doc] if i not in whole] for doc in docs)
        for i in mine:
            for j in theirs:
                eased = NEIGHBOUR if (i, j) in near else 0.0
                if (i, j) not in kept and (akin := compared.of_kin(i, j, eased)):
                    yield akin


class _Alignment(NamedTuple):
    """How many words two sentences have in one order, and how many each has."""

    n: int
    long: int
    short: int

    @property
    def ratio(self) -> float:
        return 2 * self.n / (self.long + self.short)

    @property
    def part(self) -> float:
        return self.n / self.short


def _aligned(a: Passage, b: Passage) -> _Alignment:
    """The longest common subsequence of the words of two sentences."""
    short, long = sorted((len(a.words), len(b.words)))
    return _Alignment(LCSseq.similarity(a.words, b.words), long, short)


def _pair(sentences: Sequence[Passage], at: tuple[int, int], found: _Alignment, kind: str) -> _Pair:
    a, b = (sentences[i] for i in at)
    same = [op for op in LCSseq.opcodes(a.words, b.words) if op.tag == "equal"]
    return _Pair(
        *at,
        kind=kind,
        score=found.ratio,
        method=REWORDED if kind == "paraphrase" else HEARD if min(a.marked, b.marked) >= MARKED else COPIED,
        taken_a=frozenset(k for op in same for k in range(op.src_start, op.src_end)),
        taken_b=frozenset(k for op in same for k in range(op.dest_start, op.dest_end)),
    )


def _one_to_one(own: Sequence[Passage], pairs: Iterable[_Pair], kin: set[tuple[str, str]]) -> list[_Pair]:
    """The best pairs first; a word has one source in another article, if not the whole sentence recurs."""
    taken: dict[tuple[int, str], set[int]] = defaultdict(set)
    kept = []
    for pair in sorted(pairs, key=lambda p: (-p.score, p.a, p.b)):
        a, b = _docs(own, pair)
        mine, theirs = taken[pair.a, b], taken[pair.b, a]
        free = len(pair.taken_a - mine) >= 0.8 * len(pair.taken_a) and (
            len(pair.taken_b - theirs) >= 0.8 * len(pair.taken_b)
        )
        if pair.kind == "identical" or (free and pair.taken_a):
            mine |= pair.taken_a
            theirs |= pair.taken_b
            if pair.method == HEARD and (a, b) in kin:
                pair.method = COPIED
            kept.append(pair)
    return kept


def _rows(own: Sequence[Passage], pairs: Sequence[_Pair]) -> Iterator[dict[str, Any]]:
    """Rows of the table, with one group for all sentences that pairs of copies join."""
    group = {i: [i] for pair in pairs for i in (pair.a, pair.b)}
    for pair in pairs:
        unite(group, pair.a, pair.b)
    for pair in pairs:
        a, b = own[pair.a], own[pair.b]
        first = own[min(group[pair.a])]
        yield {
            "doc_a": a.doc_id,
            "start_a": a.start,
            "end_a": a.end,
            "doc_b": b.doc_id,
            "start_b": b.start,
            "end_b": b.end,
            "kind": pair.kind,
            "similarity": round(pair.score, 4),
            "method": pair.method,
            "group_id": f"passage:{first.sentence_id}",
        }
