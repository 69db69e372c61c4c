"""The quotations that are shown, as a table to take away: all that is known of each."""

from __future__ import annotations

import json

import pandas as pd

from tellings.analysis import evidence
from tellings.analysis.source import Corpus
from tellings.query.cue_kinds import KIND_OF_CUE
from tellings.query.filters import Filters
from tellings.query.selection import Selection
from tellings.query.sql import WORDS


def table(corpus: Corpus, filters: Filters, selection: Selection) -> pd.DataFrame:
    """All quotations that a selection opens, by article and place.

    Returns:
        `quote_id, doc_id, article, publisher, published, url, start, end` (characters, half-open), `text` (from `start`
        to `end`), `pieces` (JSON: start and end of each piece of what is said, where an attribution interrupts it),
        `sentence` (the text of the sentence where it begins), `words, kind, speaker` (as printed), `speaker_start,
        speaker_end, resolved` (the names of the entities that speak), `resolved_ids, types, countries` (of those
        entities, in the same order; all four separated by ` | `), `anonymous, cue, cue_start, cue_end, cue_kind, via,
        inside_id` (the quotation in which it stands), `turn_id, cluster_id, method` (the rule that found it), `score`.
    """
    opened = evidence.where(filters, selection)
    joined = ", ".join(
        f"string_agg(coalesce({column}, ''), ' | ' ORDER BY e.entity_id) AS {name}"
        for column, name in (
            ("e.name", "resolved"),
            ("e.entity_id", "resolved_ids"),
            ("e.type", "types"),
            ("e.country", "countries"),
        )
    )
    return corpus.sql(
        f"""
        WITH q AS (SELECT *, {KIND_OF_CUE} AS cue_kind FROM quotations WHERE {opened.sql}),
        pieces AS (
            SELECT quote_id, sum({WORDS})::BIGINT AS words,
                   to_json(list([start, "end"] ORDER BY start))::VARCHAR AS pieces
            FROM content_spans WHERE quote_id IN (SELECT quote_id FROM q) GROUP BY quote_id
        ), named AS (
            SELECT quote_id, {joined} FROM quotation_speakers JOIN entities e USING (entity_id)
            WHERE quote_id IN (SELECT quote_id FROM q) GROUP BY quote_id
        )
        SELECT quote_id, q.doc_id, d.label AS article, d.publisher, d.published, d.url, q.start, q."end", q.text,
               pieces, substr(d.text, s.start + 1, s."end" - s.start) AS sentence, words, q.kind, q.speaker,
               q.speaker_start, q.speaker_end, resolved, resolved_ids, types, countries, q.anonymous, q.cue,
               q.cue_start, q.cue_end, q.cue_kind, q.via, q.inside_id, q.turn_id, q.cluster_id, q.method, q.score
        FROM q JOIN documents d USING (doc_id) LEFT JOIN sentences s USING (sentence_id)
             LEFT JOIN pieces USING (quote_id) LEFT JOIN named USING (quote_id)
        ORDER BY d.published NULLS LAST, q.doc_id, q.start, q."end", quote_id
        """,
        opened.params,
    )


def as_json(quotations: pd.DataFrame, source: str) -> bytes:
    """The same as JSON: `{"source": …, "quotations": [{…}, …]}`; what is not known is null, pieces are lists.

    Args:
        quotations: of :func:`table`.
        source: corpus, n and hash.
    """
    rows = quotations.astype(object).where(quotations.notna(), None).to_dict("records")
    for row in rows:
        row["pieces"] = json.loads(row["pieces"]) if row["pieces"] else []
        row["published"] = row["published"].isoformat() if row["published"] else None
        for name in ("resolved", "resolved_ids", "types", "countries"):
            row[name] = row[name].split(" | ") if row[name] else []
    said = {"source": source, "quotations": rows}
    return json.dumps(said, ensure_ascii=False, indent=1, default=str).encode("utf-8", "replace")
