"""Names that the machine missed: rows of mentions for them, to be brought to life by the corrections that mark them."""

from __future__ import annotations

from typing import Any

import pandas as pd

from tellings import schema
from tellings.corrections.targets import Span


def where_printed(span: Span, text: str) -> Span | None:
    """Where the text of a span stands now: as the span says, else the only place where it does."""
    if text[span.start : span.end] == span.text:
        return span
    start = text.find(span.text)
    if start < 0 or text.find(span.text, start + 1) >= 0:
        return None
    return Span(span.doc_id, start, start + len(span.text), span.text)


def marked_rows(where: dict[Span, str]) -> pd.DataFrame:
    """Rows of the table `mentions` for spans, each with its sentence, in their order."""
    rows = [_row(span, sentence_id) for span, sentence_id in where.items()]
    mentions = schema.conform(pd.DataFrame(rows, columns=schema.table("mentions").names), "mentions")
    return mentions.set_index("mention_id", drop=False).loc[[row["mention_id"] for row in rows]]


def _row(span: Span, sentence_id: str) -> dict[str, Any]:
    columns = {"doc_id": span.doc_id, "start": span.start, "end": span.end, "text": span.text}
    identity = f"{span.doc_id}:m{span.start}-{span.end}"
    return {
        **columns,
        "mention_id": identity,
        "sentence_id": sentence_id,
        "form": "name",
        "type": "other",
        "entity_id": None,
        "method": "correction",
        "score": None,
    }
