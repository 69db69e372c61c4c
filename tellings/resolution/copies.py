"""Articles that are copies of others: nearly all of their sentences stand there too."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import pandas as pd

from tellings import schema
from tellings.corpus.shadow import reading

STAGE = "compare"
"""The stage under which a copy is named in `problems`."""

SHARE = 0.9
"""The share of the words of both articles that must stand in sentences which they have in common: one that is edited
or added to is no copy."""
MIN_WORDS = 20
MIN_SENTENCE = 4
_MOST_COMPARED = 50
"""A sentence that stands in more articles than these, none a copy of another, is no sign of a copy."""

_WORD = re.compile(r"\w+")


class _Article(NamedTuple):
    doc_id: str
    source: str
    sentences: dict[int, int]
    n_words: int


def named(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """The table `problems`, with a row for each article that is a copy of one before it.

    Of copies, the first published counts as the one that is copied; where that is not known, the first by its id.

    Args:
        tables: documents, blocks, sentences, problems.
    """
    kept = tables["problems"][tables["problems"]["stage"] != STAGE]
    rows = [
        {
            "source": copy.source,
            "doc_id": copy.doc_id,
            "stage": STAGE,
            "reason": f"it is a copy of {original.doc_id}: {round(100 * share)} of 100 words stand in its sentences",
            "action": "both are counted; leave one out where a text should count once",
        }
        for copy, original, share in _copies(_articles(tables))
    ]
    if not rows:
        return schema.conform(kept, "problems")
    found = pd.DataFrame(rows, columns=schema.table("problems").names)
    return schema.conform(pd.concat([kept, found], ignore_index=True) if len(kept) else found, "problems")


def _articles(tables: Mapping[str, pd.DataFrame]) -> Iterator[_Article]:
    documents = tables["documents"]
    counted = tables["blocks"].loc[tables["blocks"]["counted"].astype(bool), "block_id"]
    shown = tables["sentences"][tables["sentences"]["block_id"].isin(set(counted))]
    spans: dict[str, list[tuple[int, int]]] = {}
    for doc_id, start, end in zip(shown["doc_id"], shown["start"], shown["end"], strict=True):
        spans.setdefault(doc_id, []).append((start, end))
    order = documents.sort_values(["published", "doc_id"], na_position="last", kind="stable")
    for doc_id, source, text in zip(order["doc_id"], order["source"], order["text"], strict=True):
        sentences: dict[int, int] = {}
        for start, end in spans.get(doc_id, ()):
            words = _WORD.findall(reading(text[start:end]).lower())
            if len(words) >= MIN_SENTENCE:
                sentences[hash(tuple(words))] = len(words)
        yield _Article(doc_id, source, sentences, sum(sentences.values()))


def _copies(articles: Iterator[_Article]) -> Iterator[tuple[_Article, _Article, float]]:
    """Each copy with what it is a copy of, and the share of its words that they have in common."""
    originals: dict[int, list[_Article]] = {}
    for article in articles:
        if article.n_words < MIN_WORDS:
            continue
        common: Counter[str] = Counter()
        known: dict[str, _Article] = {}
        for sentence, n_words in article.sentences.items():
            others = originals.get(sentence, ())
            for other in others if len(others) <= _MOST_COMPARED else ():
                common[other.doc_id] += n_words
                known[other.doc_id] = other
        best = max(common.items(), key=lambda item: item[1], default=None)
        if best is not None:
            original, shared = known[best[0]], best[1]
            if shared >= SHARE * max(original.n_words, article.n_words):
                yield article, original, shared / article.n_words
                continue
        for sentence in article.sentences:
            originals.setdefault(sentence, []).append(article)
