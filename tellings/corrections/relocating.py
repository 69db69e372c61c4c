"""Finding the row that a span means, in a corpus that may have been built again since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from tellings.corrections.columns import among
from tellings.corrections.targets import Span

OVERLAP = 0.5
"""Of two spans that differ a little, the share of their common length that makes them the same thing."""

APART = 3.0
"""In an edited article, how many times nearer than the second the nearest equal text must be to be the one meant."""


class GoneError(Exception):
    """What a correction speaks of is not there any more; the message says why. It never leaves this package."""


@dataclass(frozen=True, slots=True)
class _Row:
    start: int
    end: int
    text: str
    row: int


class Finder:
    """Looks spans up in one table: exactly, else nearly.

    Args:
        frame: `doc_id, start, end, text`; rows are meant by position.
        doc_ids: the documents that spans speak of; the others are not looked at.
        tables: where `documents` is, which is read only if a span is not found exactly.
        what: what a row is, for messages.
    """

    def __init__(
        self, frame: pd.DataFrame, doc_ids: Iterable[str], tables: Mapping[str, pd.DataFrame], what: str
    ) -> None:
        self._tables, self._doc_ids, self._what = tables, sorted(set(doc_ids)), what
        rows = among(frame["doc_id"], self._doc_ids).nonzero()[0]
        some = frame.iloc[rows]
        self._of_doc: dict[str, list[_Row]] = defaultdict(list)
        self._exact: dict[Span, int] = {}
        columns = (some[name].tolist() for name in ("doc_id", "start", "end", "text"))
        for row, doc_id, start, end, text in zip(rows.tolist(), *columns, strict=True):
            self._of_doc[doc_id].append(_Row(start, end, text, row))
            self._exact.setdefault(Span(doc_id, start, end, text), row)

    def row(self, span: Span) -> int:
        """The position of the row that the span means.

        1. The row with this span and text.
        2. Where the article still has the text there: the row that overlaps it by more than half (another build
           may draw a boundary differently); else the machine does not find it any more.
        3. Where the article was edited: the row with the same text if there is one only, or if it is much nearer
           than the next (`APART`).

        Raises:
            GoneError: there is no such row; the message is the reason.
        """
        if span in self._exact:
            return self._exact[span]
        text = self.texts.get(span.doc_id)
        if text is None:
            raise GoneError(f"the article {span.doc_id} is not in the corpus any more")
        rows = self._of_doc[span.doc_id]
        if text[span.start : span.end] == span.text:
            near = self.overlapping(span)
            if near is None:
                raise GoneError(
                    f"the text stands there, but the machine finds no {self._what} in it any more"
                )
            return near
        same = sorted(
            (abs(row.start - span.start), row.start, row.row) for row in rows if row.text == span.text
        )
        if not same:
            raise GoneError("the article was edited and the text is not there any more")
        if len(same) > 1 and same[1][0] < APART * max(same[0][0], 1):
            raise GoneError(f"the article was edited and the text stands there {len(same)} times")
        return same[0][2]

    def overlapping(self, span: Span) -> int | None:
        """The position of the row that shares at least half of the span's length, of several the closest."""
        rows = self._of_doc[span.doc_id]
        near = max(rows, key=lambda row: (_overlap(row, span), -row.start), default=None)
        return near.row if near is not None and _overlap(near, span) >= OVERLAP else None

    def near(self, span: Span) -> int | None:
        """The row that the span means, None where there is none."""
        try:
            return self.row(span)
        except GoneError:
            return None

    def also(self, span: Span, row: int) -> None:
        """Let another span mean this row too: the boundaries that a correction gave it."""
        self._exact.setdefault(span, row)

    def exact(self, span: Span) -> int | None:
        """The position of the row with this very span and text."""
        return self._exact.get(span)

    @cached_property
    def texts(self) -> dict[str, str]:
        """The texts of the articles that are spoken of."""
        documents = self._tables["documents"]
        some = documents[among(documents["doc_id"], self._doc_ids)]
        return dict(zip(some["doc_id"].tolist(), some["text"].tolist(), strict=True))


def _overlap(row: _Row, span: Span) -> float:
    common = min(row.end, span.end) - max(row.start, span.start)
    return max(0, common) / (max(row.end, span.end) - min(row.start, span.start))
