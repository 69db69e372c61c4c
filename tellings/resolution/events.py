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
from heapq import nlargest
from itertools import pairwise

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

Weights = dict[str, float]


def events_of(tables: Mapping[str, pd.DataFrame], together: Sequence[tuple[str, str]] = ()) -> dict[str, int]:
    """The event of each article, from documents, blocks, sentences and mentions."""
    counted = tables["blocks"].loc[tables["blocks"]["counted"].astype(bool), "block_id"]
    shown = tables["sentences"].loc[tables["sentences"]["block_id"].isin(set(counted)), "sentence_id"]
    mentions = tables["mentions"]
    named = mentions["sentence_id"].isin(set(shown)) & mentions["entity_id"].notna()
    return events(tables["documents"], mentions[named & (mentions["form"] == "name")], together)


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
    documents: pd.DataFrame, names: pd.DataFrame, together: Sequence[tuple[str, str]] = ()
) -> dict[str, int]:
    """The event of each article, as a number.

    Args:
        documents: `doc_id`, `published`.
        names: `doc_id`, `entity_id` of what is named in what counts, one row a mention.
        together: articles that share copy, and so are of one event whatever they name, if their dates allow it.
    """
    ids = sorted(documents["doc_id"])
    dates = dates_of(documents)
    weights = _weights(names, len(ids))
    weighing = {doc: sum(own.values()) for doc, own in weights.items()}
    copied = {(min(pair), max(pair)) for pair in together}

    def alike(a: str, b: str) -> float:
        if (min(a, b), max(a, b)) in copied:
            return 2.0 * near(dates[a], dates[b])
        if not (a in weights and b in weights and near(dates[a], dates[b])):
            return 0.0
        return _likeness(weights[a], weights[b], min(weighing[a], weighing[b]))

    scores = {pair: score for pair in {*_pairs(weights), *copied} if (score := alike(*pair))}
    group = {doc: [doc] for doc in ids}
    for a, b in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        mine, theirs = group[a], group[b]
        if mine is theirs:
            continue
        asked = [alike(x, y) > 0 for x in mine[:MAX_ASKED] for y in theirs[:MAX_ASKED]]
        if 2 * sum(asked) >= len(asked):
            unite(group, a, b)
    first = sorted({min(members) for members in group.values()})
    number = {doc: i for i, doc in enumerate(first)}
    return {doc: number[min(members)] for doc, members in group.items()}


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
    index: dict[str, list[str]] = defaultdict(list)
    for doc in sorted(weights):
        for entity in weights[doc]:
            index[entity].append(doc)
    for doc in sorted(weights):
        shared: dict[str, float] = defaultdict(float)
        for entity, weight in weights[doc].items():
            if len(index[entity]) <= MAX_BUCKET:
                for other in index[entity]:
                    shared[other] += weight
        shared.pop(doc, None)
        for _, other in nlargest(MAX_COMPARED, zip(shared.values(), shared, strict=True)):
            yield (doc, other) if doc < other else (other, doc)
    for docs in index.values():
        yield from pairwise(docs)
