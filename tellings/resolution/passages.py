"""The sentences of articles as they are compared: their words as read, the stems of their content, what is in marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from tellings.corpus.shadow import reading
from tellings.resolution.wording import Wording, wording

_WORD = re.compile(r"\w+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """A sentence of what counts in an article.

    Attributes:
        doc_id: its article.
        sentence_id: its id.
        start: where it begins in the text.
        end: where it ends.
        words: its words as they are read, in small letters.
        stems: the stems of its content words, in order.
        marked: the share of its words that stand in quote marks.
    """

    doc_id: str
    sentence_id: str
    start: int
    end: int
    words: tuple[str, ...]
    stems: Wording
    marked: float


def passages(tables: Mapping[str, pd.DataFrame]) -> list[Passage]:
    """The sentences of all counted blocks, in the order of articles and text.

    Args:
        tables: documents, blocks, sentences, quote_parts.
    """
    return list(_passages(tables))


def _passages(tables: Mapping[str, pd.DataFrame]) -> Iterator[Passage]:
    counted = set(tables["blocks"].loc[tables["blocks"]["counted"].astype(bool), "block_id"])
    sentences = tables["sentences"][tables["sentences"]["block_id"].isin(counted)]
    texts = dict(zip(tables["documents"]["doc_id"], tables["documents"]["text"], strict=True))
    quoted = _quoted(tables["quote_parts"])
    rows = sentences.sort_values(["doc_id", "start"])
    for doc_id, sentence_id, start, end in zip(
        rows["doc_id"], rows["sentence_id"], rows["start"], rows["end"], strict=True
    ):
        printed = texts[doc_id][start:end]
        read = reading(printed)
        words = tuple(_WORD.findall(read.lower()))
        if words:
            yield Passage(
                doc_id,
                sentence_id,
                start,
                end,
                words=words,
                stems=wording(read),
                marked=_inside(quoted.get(doc_id, ()), start, end) / max(1, len(printed)),
            )


def _quoted(parts: pd.DataFrame) -> dict[str, list[tuple[int, int]]]:
    """By article, what stands in quote marks, in order and without overlaps."""
    marked = parts[parts["role"] == "quoted"].sort_values(["doc_id", "start"])
    quoted: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for doc_id, start, end in zip(marked["doc_id"], marked["start"], marked["end"], strict=True):
        spans = quoted[doc_id]
        start = max(start, spans[-1][1]) if spans else start
        if start < end:
            spans.append((start, end))
    return quoted


def _inside(spans: list[tuple[int, int]] | tuple[()], start: int, end: int) -> int:
    """How many characters of `[start, end)` stand in the spans."""
    total, i = 0, max(0, bisect_left(spans, (start, 0)) - 1)
    while i < len(spans) and spans[i][0] < end:
        total += max(0, min(end, spans[i][1]) - max(start, spans[i][0]))
        i += 1
    return total
