"""Which articles tell one event: near in time, and naming the same persons, places and things that few others name.

Two articles are of one event where the weight of the entities that both name is a good part of what the one that names
less names, and their dates lie in one window; the likeliest pairs come first, and two groups become one where most of
their articles are alike (average linkage, as in topic detection: Allan et al. 1998; entities and time tell news events
apart: Kuzey, Vreeken and Weikum 2014). Nothing is compared across events.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import pandas as pd

from tellings.identity.joined import unite

WINDOW_DAYS = 10
"""So many days apart two articles on one event may be published; where a date is unknown, nothing is asked."""

SHARE, WEIGHT = 0.2, 1.2
"""What two articles must share of the weight of the entities of the one that names less, and how much at least."""

BACKGROUND = 200
"""So many articles there are at least, for the rarity of an entity: the names of a corpus of one event are rare too."""

HEARD_WORDS = 8
"""A quotation of so many words that two articles have tells that they were at one event."""

MAX_BUCKET, MAX_COMPARED, MAX_ASKED = 300, 60, 12
"""An entity in more articles leads to no comparison; with so many an article is compared, those that share most; so
many of a group are asked before it becomes one with another."""

KIN = "kin"
"""The working table of articles that are alike by what they name: a, b, score."""

Weights = dict[str, float]
_Numbers = npt.NDArray[np.int64]


def events_of(tables: Mapping[str, pd.DataFrame], together: Sequence[tuple[str, str]] = ()) -> dict[str, int]:
    """The event of each article, from documents, blocks, sentences, mentions, and `kin` where that is known."""
    return events(tables["documents"], _named(tables), together, tables.get(KIN))


def kin(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """The working table `kin`, from documents, blocks, sentences and mentions."""
    likely = _Alike(tables["documents"], _named(tables)).likely()
    return pd.DataFrame([(*pair, score) for pair, score in likely.items()], columns=["a", "b", "score"])


def _named(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """The mentions by name in what counts."""
    counted = tables["blocks"].loc[tables["blocks"]["counted"].astype(bool), "block_id"]
    shown = tables["sentences"].loc[tables["sentences"]["block_id"].isin(set(counted)), "sentence_id"]
    mentions = tables["mentions"]
    named = mentions["sentence_id"].isin(set(shown)) & mentions["entity_id"].notna()
    return mentions[named & (mentions["form"] == "name")]


def heard_together(quotations: pd.DataFrame) -> set[tuple[str, str]]:
    """Pairs of articles that quote the same words, many enough to be said but once.

    Args:
        quotations: doc_id, kind, text, cluster_id.
    """
    rows = quotations[(quotations["kind"] == "direct") & quotations["cluster_id"].notna()]
    articles: dict[str, set[str]] = defaultdict(set)
    for cluster, doc, text in zip(rows["cluster_id"], rows["doc_id"], rows["text"], strict=True):
        if len(text.split()) >= HEARD_WORDS:
            articles[cluster].add(doc)
    return {pair for docs in articles.values() for pair in pairwise(sorted(docs))}


def events(
    documents: pd.DataFrame,
    names: pd.DataFrame,
    together: Sequence[tuple[str, str]] = (),
    known: pd.DataFrame | None = None,
) -> dict[str, int]:
    """The event of each article, as a number.

    Args:
        documents: `doc_id`, `published`.
        names: `doc_id`, `entity_id` of what is named in what counts, one row a mention.
        together: articles that share copy, and so are of one event whatever they name, if their dates allow it.
        known: the working table `kin`, where it is there already.
    """
    compared = _Alike(documents, names, together)
    copied = {pair: compared(*pair) for pair in compared.copied}
    likely = compared.likely() if known is None or known.empty else _scores(known)
    scores = {pair: score for pair, score in {**likely, **copied}.items() if score}
    group = {doc: [doc] for doc in sorted(documents["doc_id"])}
    for a, b in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        mine, theirs = group[a], group[b]
        if mine is theirs:
            continue
        asked = [compared(x, y) > 0 for x in mine[:MAX_ASKED] for y in theirs[:MAX_ASKED]]
        if 2 * sum(asked) >= len(asked):
            unite(group, a, b)
    first = sorted({min(members) for members in group.values()})
    number = {doc: i for i, doc in enumerate(first)}
    return {doc: number[min(members)] for doc, members in group.items()}


def _scores(known: pd.DataFrame) -> dict[tuple[str, str], float]:
    return dict(zip(zip(known["a"], known["b"], strict=True), known["score"], strict=True))


class _Alike:
    """How alike any two articles are: by what they name, if they do not share copy."""

    def __init__(
        self, documents: pd.DataFrame, names: pd.DataFrame, together: Sequence[tuple[str, str]] = ()
    ) -> None:
        self._dates = dates_of(documents)
        self._weights = _weights(names, len(documents))
        self._weighing = {doc: sum(own.values()) for doc, own in self._weights.items()}
        self.copied = {(min(pair), max(pair)) for pair in together}

    def __call__(self, a: str, b: str) -> float:
        if (min(a, b), max(a, b)) in self.copied:
            return 2.0 * near(self._dates[a], self._dates[b])
        if not (a in self._weights and b in self._weights and near(self._dates[a], self._dates[b])):
            return 0.0
        return _likeness(self._weights[a], self._weights[b], min(self._weighing[a], self._weighing[b]))

    def likely(self) -> dict[tuple[str, str], float]:
        """The pairs that are worth a comparison and alike."""
        return {pair: score for pair in set(_pairs(self._weights)) if (score := self(*pair))}


def dates_of(documents: pd.DataFrame) -> dict[str, date | None]:
    """When each article was published, None where that is not known."""
    days = zip(documents["doc_id"], documents["published"], strict=True)
    return {doc: day if isinstance(day, date) else None for doc, day in days}


def near(a: date | None, b: date | None) -> bool:
    """May articles of these days tell one event?"""
    return a is None or b is None or abs((a - b).days) <= WINDOW_DAYS


def _weights(names: pd.DataFrame, n_documents: int) -> dict[str, Weights]:
    """By article, the weight of each entity named: its rarity, more where it is named more than once."""
    counts = Counter(zip(names["doc_id"], names["entity_id"], strict=True))
    spread = Counter(entity for _, entity in counts)
    most = math.log(1 + max(n_documents, BACKGROUND))
    weights: dict[str, Weights] = defaultdict(dict)
    for (doc, entity), n in counts.items():
        rarity = math.log(1 + max(n_documents, BACKGROUND) / spread[entity]) / most
        weights[doc][entity] = rarity * (1 + math.log(min(n, 5)))
    return weights


def _likeness(a: Weights, b: Weights, least: float) -> float:
    """The share of the weight of the lighter one that is common; 0 where it is not enough for one event."""
    common = a.keys() & b.keys()
    shared = math.fsum(min(a[e], b[e]) for e in common)
    return shared / least if len(common) > 1 and shared >= WEIGHT and shared >= SHARE * least else 0.0


def _pairs(weights: Mapping[str, Weights]) -> Iterator[tuple[str, str]]:
    """The pairs of articles that are worth a comparison: for each those that share most of what is rare, and those
    that stand next to each other in the list of a common entity, so that groups of any size are found whole.
    """
    docs = sorted(weights)
    naming: dict[str, list[int]] = defaultdict(list)
    for n, doc in enumerate(docs):
        for entity in weights[doc]:
            naming[entity].append(n)
    index = {entity: np.asarray(own) for entity, own in naming.items() if len(own) <= MAX_BUCKET}
    for n, doc in enumerate(docs):
        some = [(index[entity], weight) for entity, weight in weights[doc].items() if entity in index]
        for other in _most(some, n, len(docs)) if some else ():
            yield (doc, docs[other]) if n < other else (docs[other], doc)
    for numbers in naming.values():
        yield from pairwise(docs[n] for n in numbers)


def _most(some: Sequence[tuple[_Numbers, float]], n: int, n_docs: int) -> list[int]:
    """The other articles that share most with the n-th, of the entities that each of these articles name."""
    named = np.concatenate([others for others, _ in some])
    shared = np.bincount(named, np.repeat([w for _, w in some], [len(own) for own, _ in some]), n_docs)
    shared[n] = 0.0
    others = np.flatnonzero(shared)
    return [int(other) for other in others[np.lexsort((others, shared[others]))][-MAX_COMPARED:]]
