"""Where each article names a thing first, and in which order it brings its people, bodies and places in."""

from __future__ import annotations

import pandas as pd

from tellings.analysis.source import Corpus
from tellings.query.filters import Filters
from tellings.query.sql import marks

_ORDER = {
    "": "t.n DESC, e.name, entity_id",
    "early": "t.n_documents = 1, t.early, t.n DESC, e.name, entity_id",
    "differ": "t.spread DESC, t.n DESC, e.name, entity_id",
    "name": "e.name, t.n DESC, entity_id",
}

_FIRST = """
    WITH picked AS (
        SELECT entity_id, doc_id, mention_id, sentence_id, text, start, "end" FROM mentions WHERE {where}
    ), first AS (
        SELECT entity_id, doc_id, count(*) AS n, min(start) AS start, arg_min(mention_id, start) AS mention_id,
               arg_min(text, start) AS text, arg_min(sentence_id, start) AS sentence_id
        FROM picked GROUP BY entity_id, doc_id
    ), paragraphs AS (
        SELECT block_id, kind, doc_id,
               count(*) FILTER (kind = 'paragraph') OVER (PARTITION BY doc_id ORDER BY start) AS paragraph
        FROM blocks WHERE counted
    ), placed AS (
        SELECT f.*, p.kind AS block, p.paragraph, f.start / nullif(d.n_chars, 0)::DOUBLE AS share,
               row_number() OVER (PARTITION BY f.doc_id ORDER BY f.start, f.entity_id) AS place
        FROM first f JOIN sentences s ON s.sentence_id = f.sentence_id JOIN paragraphs p USING (block_id)
             JOIN documents d ON d.doc_id = f.doc_id
    )"""


def order(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """The entities that the filters let through, ordered as `sort` says: most named first; `early`, by how early the
    articles that name it do so on average, those of one article last; `differ`, by how far apart its first mentions
    stand in the articles that name it, as shares of their length; `name`.

    Returns:
        `entity_id, name, type, n, n_documents`.
    """
    where = filters.where("mentions")
    return corpus.sql(
        f"""
        {_FIRST.format(where=where.sql)},
        told AS (
            SELECT entity_id, sum(n)::BIGINT AS n, count(*) AS n_documents, avg(share) AS early,
                   max(share) - min(share) AS spread FROM placed GROUP BY entity_id
        )
        SELECT entity_id, e.name, e.type, t.n, t.n_documents FROM told t JOIN entities e USING (entity_id)
        ORDER BY {_ORDER.get(filters.sort, _ORDER[""])}
        """,
        where.params,
    )


def first(
    corpus: Corpus, filters: Filters, entity_ids: tuple[str, ...], *, articles: int | None = None
) -> pd.DataFrame:
    """Where each article names each of these entities first; of the first so many articles that do, by their ids.

    Returns:
        `entity_id, doc_id, mention_id, text` (as printed there), `block` (the kind of its block), `paragraph` (its
        number among the article's paragraphs; before the first it is 0), `place` (first of all to be named is 1),
        `n_named` (how many are named in the article), `n` (mentions in the article).
    """
    where = filters.change(entity=(), q="", type=(), side=()).where("mentions")
    naming = (
        f"SELECT DISTINCT doc_id FROM {filters.counts} WHERE {where.sql} AND entity_id IN ({marks(entity_ids)}) "
        "ORDER BY doc_id LIMIT ?"
    )
    here = where.also(f"doc_id IN ({naming})", *where.params, *entity_ids, articles)
    return corpus.sql(
        f"""
        {_FIRST.format(where=here.sql)}
        SELECT * FROM (
            SELECT entity_id, doc_id, mention_id, text, block, paragraph, place,
                   count(*) OVER (PARTITION BY doc_id) AS n_named, n
            FROM placed
        ) WHERE entity_id IN ({marks(entity_ids)}) ORDER BY entity_id, doc_id
        """,
        [*here.params, *entity_ids],
    )
