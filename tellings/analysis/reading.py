"""An article with everything that was found in it: spans to be marked, and the text cut where they begin and end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pandas as pd

from tellings.analysis.source import Corpus
from tellings.query.openable import OPENABLE
from tellings.query.selection import select
from tellings.query.sql import group_of

_MARKS = """
    WITH found AS (
        SELECT 'mentions' AS kind, m.mention_id AS id, m.start, m."end", m.text,
            CASE WHEN m.form IN ('nominal', 'pronoun') THEN 'roles' ELSE {group} END AS "group",
            coalesce(e.name, 'unknown') || ', ' || CASE WHEN m.form = 'name' THEN coalesce(e.type, m.type)
                 ELSE m.form || ' for a ' || coalesce(e.type, m.type) END AS title
        FROM mentions m LEFT JOIN entities e USING (entity_id) WHERE m.doc_id = $doc
        UNION ALL
        SELECT 'dates', {dates}, start, "end", text, 'dates', type || ', ' || coalesce(value, 'value unknown')
        FROM dates WHERE doc_id = $doc
        UNION ALL
        SELECT 'quantities', {quantities}, start, "end", text, 'quantities',
            'quantity, ' || coalesce(printf('%g', value), 'value unknown') || coalesce(' ' || unit, '')
        FROM quantities WHERE doc_id = $doc
        UNION ALL
        SELECT 'quotations', q.quote_id, p.start, p."end", p.text, 'quotations',
            q.kind || ' quotation, ' || coalesce('by ' || coalesce(e.name, q.speaker), 'speaker unknown')
        FROM quotations q JOIN content_spans p USING (quote_id) LEFT JOIN entities e ON e.entity_id = q.speaker_id
        WHERE q.doc_id = $doc
    )
    SELECT * FROM found ORDER BY start, "end" DESC, kind, id""".format(
    dates=OPENABLE["dates"].id,
    quantities=OPENABLE["quantities"].id,
    group=group_of("coalesce(e.type, m.type)"),
)


def marks(corpus: Corpus, doc_id: str) -> pd.DataFrame:
    """Everything found in an article.

    Returns:
        `kind` (the table), `id`, `start`, `end`, `text`, `group` (of :data:`MARKED`), `title` (in words). A quotation
        has a row for each piece of its content.
    """
    return corpus.sql(_MARKS, {"doc": doc_id})


def blocks(corpus: Corpus, doc_id: str) -> pd.DataFrame:
    """The blocks of an article: `start, end, kind, counted, text`."""
    return corpus.sql(
        'SELECT b.start, b."end", b.kind, b.counted, substr(d.text, b.start + 1, b."end" - b.start) AS text '
        "FROM blocks b JOIN documents d USING (doc_id) WHERE b.doc_id = ? ORDER BY b.start",
        [doc_id],
    )


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of text with the same marks all along: their numbers, the widest first."""

    start: int
    text: str
    marks: tuple[int, ...]


def segments(text: str, start: int, spans: Iterable[tuple[int, int, int]]) -> list[Segment]:
    """Cut a block's text where marks begin and end; marks may overlap in any way.

    Args:
        text: the block's text.
        start: where it begins in the article.
        spans: start, end and number of each mark, as offsets in the article; parts outside the block are left out.

    Returns:
        Segments in order that together are the text.
    """
    end = start + len(text)
    inside = [(max(s, start), min(e, end), number) for s, e, number in spans if s < end and e > start]
    cuts = sorted({start, end, *(s for s, _, _ in inside), *(e for _, e, _ in inside)})
    begins: dict[int, list[tuple[int, int, int]]] = {}
    for span in inside:
        begins.setdefault(span[0], []).append(span)
    held: list[tuple[int, int, int]] = []
    pieces = []
    for left, right in pairwise(cuts):
        held = [span for span in [*held, *begins.get(left, [])] if span[1] > left]
        widest = sorted(held, key=lambda span: (span[0] - span[1], span[2]))
        pieces.append(Segment(left, text[left - start : right - start], tuple(span[2] for span in widest)))
    return pieces


_KNOWN = {
    "mentions": (
        "SELECT m.*, e.name AS entity, e.type AS entity_type, e.method AS entity_method, t.use, t.place_id, "
        "t.kind AS place_kind, t.name AS place, t.admin1_code, t.country_code, t.method AS place_method, "
        "t.score AS place_score FROM ({row}) m LEFT JOIN entities e USING (entity_id) "
        "LEFT JOIN toponyms t USING (mention_id)"
    ),
    "quotations": (
        "SELECT q.*, coalesce(e.name, (SELECT string_agg(x.name, ' and ' ORDER BY x.name) FROM quotation_speakers s "
        "JOIN entities x USING (entity_id) WHERE s.quote_id = q.quote_id)) AS entity, "
        "e.type AS entity_type, v.told_by FROM ({row}) q "
        "LEFT JOIN entities e ON e.entity_id = q.speaker_id LEFT JOIN quotation_voices v USING (quote_id)"
    ),
}


def facts(corpus: Corpus, kind: str, identifier: str) -> dict[str, Any]:
    """All that is known of one thing found: the row of its table, and for a name its entity's and its place's.

    Args:
        corpus: where it was found.
        kind: the table, one whose rows have a card in the reader.
        identifier: the row's id.

    Returns:
        Columns and values; empty where there is no such row.

    Raises:
        ValueError: another table.
    """
    where = select(kind, **{OPENABLE[kind].key if kind in OPENABLE else "": identifier}).where()
    row = f"SELECT * FROM {kind} WHERE {where.sql}"
    rows = corpus.sql(_KNOWN.get(kind, "{row}").format(row=row), where.params)
    if rows.empty:
        return {}
    return {str(name): (None if pd.isna(value) else value) for name, value in rows.iloc[0].items()}
