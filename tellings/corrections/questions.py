"""Questions that several articles answer, with their answers, while corrections are applied."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

import pandas as pd

from tellings import schema
from tellings.corrections.relocating import GoneError
from tellings.corrections.targets import Question, Span

Row = dict[str, Any]
"""A row of `discrepancies`."""


class Questions:
    """The table `discrepancies` while corrections are applied.

    Args:
        tables: the machine's; the table is read when a line first speaks of a question.
    """

    def __init__(self, tables: Mapping[str, pd.DataFrame]) -> None:
        self._tables = tables
        self.changed = False
        self._leads: dict[str, str] = {}
        self._dismissed: set[str] = set()

    @cached_property
    def _topics(self) -> dict[str, list[Row]]:
        topics: dict[str, list[Row]] = {}
        for row in self._tables["discrepancies"].to_dict("records"):
            topics.setdefault(str(row["topic_id"]), []).append({str(name): one for name, one in row.items()})
        return topics

    def rows(self, target: Question) -> list[Row]:
        """The answers to a question: by its id, else the question that has the answer at its span.

        Raises:
            GoneError: neither leads to one.
        """
        topic_id = target.topic_id
        while topic_id in self._leads:
            topic_id = self._leads[topic_id]
        if topic_id in self._topics:
            return self._topics[topic_id]
        if topic_id in self._dismissed:
            raise GoneError("it is dismissed by another correction")
        having = [rows for rows in self._topics.values() if any(stands(row, target.span) for row in rows)]
        if len(having) != 1:
            raise GoneError(
                "no question has its answer any more" if not having else "several have its answer"
            )
        return having[0]

    def set(self, rows: list[Row], **columns: object) -> None:
        """Give all answers of a question other values."""
        self.changed = True
        for row in rows:
            row.update(columns)

    def dismiss(self, rows: list[Row]) -> None:
        """Take a question away."""
        self.changed = True
        topic_id = str(rows[0]["topic_id"])
        self._dismissed.add(topic_id)
        del self._topics[topic_id]

    def join(self, rows: list[Row], other: list[Row]) -> None:
        """Let the answers of one question be answers of another."""
        lost, kept = str(rows[0]["topic_id"]), str(other[0]["topic_id"])
        self._leads[lost] = kept
        there = {(row["doc_id"], row["start"], row["end"]) for row in other}
        other += [row for row in rows if (row["doc_id"], row["start"], row["end"]) not in there]
        del self._topics[lost]

    def part(self, rows: list[Row], some: list[Row], topic_id: str) -> None:
        """Let some answers of a question be those of another, which is new."""
        self._topics[topic_id] = some
        for row in some:
            rows.remove(row)

    def frame(self) -> pd.DataFrame:
        """The table as it is now."""
        rows = [row for rows in self._topics.values() for row in rows]
        return schema.conform(
            pd.DataFrame(rows, columns=schema.table("discrepancies").names), "discrepancies"
        )


def stands(row: Row, span: Span) -> bool:
    """Is this the answer that stands there?"""
    return (row["doc_id"], row["start"], row["end"], row["text"]) == (
        span.doc_id,
        span.start,
        span.end,
        span.text,
    )
