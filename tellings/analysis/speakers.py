"""Who is quoted, how often and in how many words; and what is known of each quotation."""

from __future__ import annotations

from typing import Any

import pandas as pd

from tellings import schema
from tellings.analysis.source import Corpus
from tellings.query import search
from tellings.query.filters import Filters
from tellings.query.sql import BY_SPEAKER, UNKNOWN, Where, marks, told_apart


def speakers(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """Who is quoted. A quotation of several speakers counts for each; those of nobody known are one row.

    Returns:
        `speaker` (an entity's id, or `unknown`), `name` (namesakes of one type are numbered), `type, anonymous, n`
        (quotations), `words` (of their content parts; a quotation inside another is left out), `n_documents, relayed`
        (how many of the quotations another tells), `article` (the short name of the only article that quotes them);
        the most quoted first, the unknown last.
    """
    where = filters.where("quotations") if filters.active else Where()
    counted = BY_SPEAKER.format(where=where.sql) if filters.active else "SELECT * FROM speaker_totals"
    return corpus.sql(
        f"""
        WITH by_speaker AS ({counted})
        SELECT coalesce(who, ?) AS speaker, e.name, e.type, s.anonymous, s.n, s.words, s.n_documents, s.relayed,
               CASE WHEN s.n_documents = 1 THEN d.short END AS article
        FROM by_speaker s JOIN documents d USING (doc_id)
             LEFT JOIN ({told_apart("SELECT who FROM by_speaker")}) e ON e.entity_id = who
        ORDER BY who IS NULL, s.n DESC, s.words DESC, e.name
        """,
        [*where.params, UNKNOWN],
    )


def kinds(corpus: Corpus, filters: Filters) -> dict[str, int]:
    """How many quotations there are of each kind, whatever `kind` asks."""
    where = filters.change(kind=schema.QUOTE_KINDS).where("quotations")
    counted = corpus.sql(
        f"SELECT kind, count(*) AS n FROM quotations WHERE {where.sql} GROUP BY kind", where.params
    )
    return {str(kind): int(n) for kind, n in zip(counted.kind, counted.n, strict=True)}


def hits(corpus: Corpus, quote_ids: tuple[str, ...], q: str) -> dict[str, list[str]]:
    """Where each of these quotations has the words that were searched for, in words: its sentence where only that."""
    if not q:
        return {}
    asked = search.places(q)
    columns = ", ".join(f'coalesce({where.sql}, false) AS "{place}"' for place, where in asked.items())
    matches = corpus.sql(
        f"SELECT quote_id, {columns} FROM quotations WHERE quote_id IN ({marks(quote_ids)})",
        [*(value for where in asked.values() for value in where.params), *quote_ids],
    ).set_index("quote_id")
    *own, around = asked
    return {
        str(quote): [place for place in own if row[place]] or [around] * bool(row[around])
        for quote, row in matches.iterrows()
    }


def details(corpus: Corpus, quote_ids: tuple[str, ...]) -> dict[str, dict[str, Any]]:
    """What is known of each of these quotations, by id.

    Returns:
        `kind, speaker` (as printed), `names` (of the entities it is resolved to, a list), `anonymous, cue, via,
        inside_id, method, told_by` (who tells what this speaker said), and of the quotation in which it stands
        `outer_speaker` (as printed) and `outer` (its first
        words); None where it is not known.
    """
    asked = marks(quote_ids)
    quotations = corpus.sql(
        f"""
        WITH named AS (
            SELECT quote_id, string_agg(e.name, ' | ' ORDER BY e.name) AS names
            FROM quotation_speakers JOIN entities e USING (entity_id) WHERE quote_id IN ({asked}) GROUP BY quote_id
        )
        SELECT q.quote_id, q.kind, q.speaker, names, q.anonymous, q.cue, q.via, q.inside_id, q.method,
               v.told_by, o.speaker AS outer_speaker, substr(o.text, 1, 90) AS outer
        FROM (SELECT * FROM quotations WHERE quote_id IN ({asked})) q LEFT JOIN named USING (quote_id)
             LEFT JOIN (
                 SELECT quote_id, speaker, text FROM quotations
                 WHERE quote_id IN (SELECT inside_id FROM quotations WHERE quote_id IN ({asked}))
             ) o ON o.quote_id = q.inside_id
             LEFT JOIN (SELECT * FROM quotation_voices WHERE quote_id IN ({asked})) v ON v.quote_id = q.quote_id
        """,
        quote_ids * 4,
    )
    rows = quotations.astype(object).where(quotations.notna(), None).to_dict("records")
    return {str(row["quote_id"]): {str(key): value for key, value in row.items()} for row in rows}
