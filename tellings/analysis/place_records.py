"""Place names as records to be taken away: each mention with its sentence, its article and where it is placed."""

from __future__ import annotations

import pandas as pd

from tellings.analysis.source import Corpus
from tellings.query.filters import Filters


def empty(corpus: Corpus, filters: Filters) -> bool:
    """Do the filters let no place name through, unplaced ones neither?"""
    where = filters.where("toponyms")
    return corpus.sql(f"SELECT 1 FROM toponyms WHERE {where.sql} LIMIT 1", where.params).empty


def mentions(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """Every place name that the filters let through, unplaced ones too, by article and place in it.

    Returns:
        `mention_id, doc_id, start, end, text, place_id, name, kind, country_code, admin1_code, lat, lon, use,
        stands_for, method, score` as in `toponyms`; `entity_id` and `wikidata` of what is named; `label, title,
        publisher, published, url` of the article; `sentence_start, sentence_end, sentence`.
    """
    where = filters.where("toponyms")
    return corpus.sql(
        f"""
        SELECT t.mention_id, t.doc_id, t.start, t."end", t.text, t.place_id, t.name, t.kind, t.country_code,
               t.admin1_code, t.lat, t.lon, t.use, t.stands_for, t.method, t.score, m.entity_id, e.wikidata,
               d.label, d.title, d.publisher, d.published, d.url,
               s.start AS sentence_start, s."end" AS sentence_end,
               substr(d.text, s.start + 1, s."end" - s.start) AS sentence
        FROM (SELECT * FROM toponyms WHERE {where.sql}) t JOIN documents d USING (doc_id)
             JOIN sentences s USING (sentence_id) LEFT JOIN mentions m USING (mention_id)
             LEFT JOIN entities e ON e.entity_id = m.entity_id
        ORDER BY d.published NULLS LAST, t.doc_id, t.start, t."end", t.mention_id
        """,
        where.params,
    )
