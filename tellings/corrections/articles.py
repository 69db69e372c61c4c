"""The machine's tables by article and by quotation: texts, sentences, the pieces of quotations, uses of place names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

import pandas as pd

from tellings.corrections.columns import Keyed, cells
from tellings.corrections.targets import Span


class Articles:
    """What is looked up in the machine's tables; each is read when it is first asked for."""

    def __init__(self, tables: Mapping[str, pd.DataFrame]) -> None:
        self._tables = tables

    @cached_property
    def _texts(self) -> dict[str, int]:
        return {doc_id: row for row, doc_id in enumerate(self._tables["documents"]["doc_id"].tolist())}

    @cached_property
    def short(self) -> dict[str, str]:
        """The short name of each article, by its id."""
        documents = self._tables["documents"]
        return dict(zip(documents["doc_id"].tolist(), documents["short"].tolist(), strict=True))

    @cached_property
    def _sentences(self) -> Keyed:
        return Keyed(self._tables["sentences"]["doc_id"])

    @cached_property
    def _pieces(self) -> Keyed:
        return Keyed(self._tables["quote_parts"]["quote_id"])

    @cached_property
    def _parts(self) -> dict[str, Any]:
        return cells(self._tables["quote_parts"])

    @cached_property
    def uses(self) -> dict[str, tuple[str, str | None]]:
        """How each place name is used and what it stands for, by the id of its mention."""
        toponyms = self._tables["toponyms"]
        stands_for = [None if pd.isna(one) else str(one) for one in toponyms["stands_for"].tolist()]
        uses = zip(toponyms["use"].tolist(), stands_for, strict=True)
        return dict(zip(toponyms["mention_id"].tolist(), uses, strict=True))

    def text(self, doc_id: str) -> str | None:
        """The text of an article, None where it is not in the corpus."""
        row = self._texts.get(doc_id)
        return None if row is None else str(self._tables["documents"]["text"].array[row])

    def sentence(self, span: Span, end: int) -> str | None:
        """The first sentence that begins no later than the span and ends no earlier than `end`."""
        rows, sentences = self._sentences.rows(span.doc_id), self._tables["sentences"]
        starts, ends = sentences["start"].to_numpy()[rows], sentences["end"].to_numpy()[rows]
        there = rows[(starts <= span.start) & (ends >= end)]
        return str(sentences["sentence_id"].array[there[0]]) if len(there) else None

    def pieces(self, quote_id: str, role: str) -> list[Span]:
        """The pieces of a quotation in order: its `content`, or what is `quoted` in marks."""
        rows = self._pieces.rows(quote_id).tolist()
        doc_id, start, end, text, of = (
            self._parts[name] for name in ("doc_id", "start", "end", "text", "role")
        )
        some = (Span(doc_id[at], int(start[at]), int(end[at]), text[at]) for at in rows if of[at] == role)
        return sorted(some, key=lambda one: one.start)
