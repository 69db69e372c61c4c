"""Finding the row that a span means, in a corpus that may have been built again since."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pandas as pd

from tellings.corrections.columns import Rows
from tellings.corrections.targets import Span

OVERLAP = 0.5
"""Of two spans that differ a little, the share of their common length that makes them the same thing."""

APART = 3.0
"""In an edited article, how many times nearer than the second the nearest equal text must be to be the one meant."""


class GoneError(Exception):
    """What a correction speaks of is not there any more; the message says why. It never leaves this package."""


class _Row(NamedTuple):
    start: int
    end: int
    text: str
    row: int


class Finder:
    """Looks spans up in one table: exactly, else nearly. Only the articles that are asked for are looked at.

    Args:
        frame: `start, end, text`; rows are meant by position.
        rows: the rows of an article.
        text: the text of an article, None where there is none; asked only if a span is not found exactly.
        what: what a row is, for messages.

    Attributes:
        guessed: the articles in which a span was not found exactly.
    """

    def __init__(
        self, frame: pd.DataFrame, rows: Callable[[str], Rows], text: Callable[[str], str | None], what: str
    ) -> None:
        self._starts, self._ends = frame["start"].to_numpy(), frame["end"].to_numpy()
        self._printed = frame["text"].array
        self._rows, self._text, self._what = rows, text, what
        self._of_doc: dict[str, list[_Row]] = {}
        self._exact: dict[Span, int] = {}
        self.guessed: set[str] = set()

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
        exact = self.exact(span)
        if exact is not None:
            return exact
        self.guessed.add(span.doc_id)
        text = self._text(span.doc_id)
        if text is None:
            raise GoneError(f"the article {span.doc_id} is not in the corpus any more")
        if text[span.start : span.end] == span.text:
            near = self.overlapping(span)
            if near is None:
                raise GoneError(
                    f"the text stands there, but the machine finds no {self._what} in it any more"
                )
            return near
        same = sorted(
            (abs(row.start - span.start), row.start, row.row)
            for row in self._in(span.doc_id)
            if row.text == span.text
        )
        if not same:
            raise GoneError("the article was edited and the text is not there any more")
        if len(same) > 1 and same[1][0] < APART * max(same[0][0], 1):
            raise GoneError(f"the article was edited and the text stands there {len(same)} times")
        return same[0][2]

    def overlapping(self, span: Span, below: int | None = None) -> int | None:
        """The position of the row that shares at least half of the span's length, of several the closest.

        Args:
            span: where to look.
            below: only rows before this one count; None: all.
        """
        rows = [row for row in self._in(span.doc_id) if below is None or row.row < below]
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
        self._in(span.doc_id)
        self._exact.setdefault(span, row)

    def add(self, span: Span, row: int) -> None:
        """Look at a row that is added to the table, after those that are there."""
        self._in(span.doc_id).append(_Row(span.start, span.end, span.text, row))
        self._exact.setdefault(span, row)

    def exact(self, span: Span) -> int | None:
        """The position of the row with this very span and text."""
        self._in(span.doc_id)
        return self._exact.get(span)

    def _in(self, doc_id: str) -> list[_Row]:
        """The rows of an article."""
        if doc_id not in self._of_doc:
            rows = self._rows(doc_id)
            columns = (self._starts[rows].tolist(), self._ends[rows].tolist(), list(self._printed.take(rows)))
            self._of_doc[doc_id] = [_Row(*one) for one in zip(*columns, rows.tolist(), strict=True)]
            for row in self._of_doc[doc_id]:
                self._exact.setdefault(Span(doc_id, row.start, row.end, row.text), row.row)
        return self._of_doc[doc_id]


def _overlap(row: _Row, span: Span) -> float:
    common = min(row.end, span.end) - max(row.start, span.start)
    return max(0, common) / (max(row.end, span.end) - min(row.start, span.start))
