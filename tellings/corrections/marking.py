"""Names that the machine missed: rows of mentions for them, to be brought to life by the corrections that mark them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from tellings import schema
from tellings.corrections.columns import among
from tellings.corrections.lines import Correction
from tellings.corrections.relocating import Finder
from tellings.corrections.targets import Span, Unmarked


def with_marked(
    mentions: pd.DataFrame, lines: Sequence[Correction], tables: Mapping[str, pd.DataFrame]
) -> tuple[pd.DataFrame, dict[Span, int]]:
    """The mentions, and after them a row for every missed name that a line, in force or not, speaks of.

    Args:
        mentions: the machine's, left as they are.
        lines: the log.
        tables: where `documents` and `sentences` are, read only where a line marks something.

    Returns:
        All rows, and by the span that a line gives the position of its row. A span has none where the machine marks
        that name by now, where it stands in no sentence, and where its text is not in the article any more.
    """
    wanted = dict.fromkeys(line.target.span for line in lines if isinstance(line.target, Unmarked))
    if not wanted:
        return mentions, {}
    finder = Finder(mentions, {span.doc_id for span in wanted}, tables, "name")
    new: list[dict[str, Any]] = []
    rows: dict[Span, int] = {}
    places: dict[Span, int] = {}
    for span in wanted:
        there = _there(span, finder.texts.get(span.doc_id, ""))
        sentence_id = _sentence(there, tables["sentences"]) if there else None
        if there is None or sentence_id is None or finder.overlapping(there) is not None:
            continue
        if there not in places:
            places[there] = len(mentions) + len(new)
            new.append(_row(there, sentence_id))
        rows[span] = places[there]
    if not new:
        return mentions, rows
    added = schema.conform(pd.DataFrame(new, columns=schema.table("mentions").names), "mentions")
    return pd.concat([mentions, added], ignore_index=True), rows


def _there(span: Span, text: str) -> Span | None:
    """Where the text stands now: as the span says, else the only place where it does."""
    if text[span.start : span.end] == span.text:
        return span
    start = text.find(span.text)
    if start < 0 or text.find(span.text, start + 1) >= 0:
        return None
    return Span(span.doc_id, start, start + len(span.text), span.text)


def _sentence(span: Span, sentences: pd.DataFrame) -> str | None:
    own = sentences[among(sentences["doc_id"], [span.doc_id])]
    there = own.loc[(own["start"] <= span.start) & (own["end"] >= span.end), "sentence_id"]
    return str(there.iloc[0]) if len(there) else None


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
