"""Who is named with whom: two entities that one sentence names.

A pair counts the sentences that name both, each once, and the names of both in them; the names are what its evidence
marks. How strongly the two keep company is told by the log-likelihood ratio of :mod:`tellings.analysis.measures` over
four kinds of sentences: both, only A, only B, neither. Their sum is the number of counted sentences that the filters
let through. It is written with a minus where the two share fewer sentences than expected. Above 3.84 chance alone would
give so much in fewer than one of twenty pairs; with many pairs looked at, ask for much more.
"""

from __future__ import annotations

import pandas as pd

from tellings import schema
from tellings.analysis import measures
from tellings.analysis.source import Corpus
from tellings.query.filters import Filters
from tellings.query.selection import Selection
from tellings.query.sql import BEARERS, Where, marks, wild

AMONG, MOST = 400, 1000
"""Of a large corpus: pairs are looked for among so many entities, the most named, and so many pairs are told."""

_ASKED = """
    WITH picked AS (
        {picked}
    ), focus AS (
        SELECT entity_id FROM entities WHERE {focus}
    ), near AS (
        SELECT entity_id, n FROM picked WHERE {near}
    ), chosen AS (
        SELECT entity_id FROM near WHERE {among}
        GROUP BY entity_id ORDER BY sum(n) DESC, entity_id LIMIT {limit}
    ), numbered AS (
        SELECT entity_id, row_number() OVER (ORDER BY entity_id) AS code,
               entity_id IN (SELECT entity_id FROM focus) AS asked
        FROM (SELECT entity_id FROM chosen UNION SELECT entity_id FROM focus)
    ), few AS (
        SELECT number, doc_id, n, code, asked FROM picked JOIN numbered USING (entity_id)
    ), alone AS (
        SELECT code, count(*) AS n FROM few GROUP BY code
    ), whole AS (
        SELECT count(*) AS n FROM sentences WHERE {sentences}
    ), pairs AS (
        SELECT a.code AS a, b.code AS b, count(*) AS k, count(DISTINCT a.doc_id) AS n_documents,
               sum(a.n + b.n)::BIGINT AS n
        FROM few a JOIN few b ON a.number = b.number AND a.code < b.code
        WHERE {told} GROUP BY ALL
    )
    SELECT x.entity_id AS entity_a, y.entity_id AS entity_b, x.name AS name_a, y.name AS name_b, x.type AS type_a,
           y.type AS type_b, k AS n_sentences, p.n_documents, p.n, f.n AS in_a, s.n AS in_b, whole.n AS whole
    FROM pairs p JOIN numbered v ON v.code = a JOIN numbered w ON w.code = b
         JOIN entities x ON x.entity_id = v.entity_id JOIN entities y ON y.entity_id = w.entity_id
         JOIN alone f ON f.code = a JOIN alone s ON s.code = b, whole"""


def together(filters: Filters) -> Filters:
    """The filters as they bear on pairs: `entity` and `q` choose one of the two (see :func:`pairs`), not both."""
    return filters.change(entity=(), q="")


def pairs(
    corpus: Corpus, filters: Filters, *, entities: tuple[str, ...] = (), limit: int = MOST
) -> pd.DataFrame:
    """The pairs of entities that share a sentence, those with most sentences first.

    Args:
        corpus: answers SQL.
        filters: both entities must be of the `type` and `side` that they ask for; `entity` and `q` ask that at least
            one is such.
        entities: pairs among these only. Without them pairs are looked for among the 400 entities named most
            (with `entity` or `q`: most named in the sentences that name such a one).
        limit: how many pairs at most.

    Returns:
        `entity_a, entity_b, name_a, name_b, type_a, type_b, n_sentences, n_documents, n` (names of both in those
        sentences), `association` (the signed G² of this module).
    """
    where = together(filters).where("mentions")
    focus, about = _focus(filters)
    near, told, among = "true", "true", "true"
    if about:
        near = "number IN (SELECT number FROM picked WHERE entity_id IN (SELECT entity_id FROM focus))"
    if about and not entities:
        told = "(a.asked OR b.asked)"
    if entities:
        near, among = "true", f"entity_id IN ({marks(entities)})"
        focus = Where().also("false")
    texts = filters.where("sentences")
    query = _ASKED.format(
        picked=_picked(filters),
        focus=focus.sql,
        near=near,
        among=among,
        told=told,
        sentences=texts.sql,
        limit=int(AMONG),
    )
    frame = corpus.sql(query, [*where.params, *focus.params, *entities, *texts.params])
    cells = (frame.n_sentences, frame.pop("in_a"), frame.pop("in_b"), frame.pop("whole"))
    frame["association"] = measures.log_likelihood(*cells, signed=True).round(9)  # so equals are equal
    return frame.sort_values(
        ["n_sentences", "association", "entity_a", "entity_b"],
        ascending=[False, False, True, True],
        ignore_index=True,
    ).head(int(limit))


def nodes(corpus: Corpus, filters: Filters, *, limit: int = 25) -> pd.DataFrame:
    """The entities of a network: those named most of all that share a sentence with another; with `entity` or `q`,
    those that they name and those that share most sentences with them.

    Returns:
        `entity_id, name, type, n` (mentions in all that the filters let through), `n_documents`.
    """
    where = together(filters).where("mentions")
    focus, about = _focus(filters)
    rank = "0"
    if about:
        rank = (
            "CASE WHEN entity_id IN (SELECT entity_id FROM focus) THEN 1000000000 ELSE "
            "count(DISTINCT number) FILTER (number IN "
            "(SELECT number FROM picked WHERE entity_id IN (SELECT entity_id FROM focus))) END"
        )
    return corpus.sql(
        f"""
        WITH picked AS ({_picked(filters)}),
        focus AS (SELECT entity_id FROM entities WHERE {focus.sql}),
        first AS (
            SELECT entity_id, sum(n)::BIGINT AS n, bool_or(beside > 0) AS paired, {rank} AS rank
            FROM picked GROUP BY entity_id HAVING paired {"AND rank > 0" if about else ""}
            ORDER BY rank DESC, n DESC, entity_id LIMIT {int(limit)}
        ), texts AS (
            SELECT entity_id, count(DISTINCT doc_id) AS n_documents FROM picked
            WHERE entity_id IN (SELECT entity_id FROM first) GROUP BY entity_id
        )
        SELECT entity_id, e.name, e.type, f.n, texts.n_documents FROM first f JOIN texts USING (entity_id)
        JOIN entities e USING (entity_id) ORDER BY rank DESC, f.n DESC, entity_id
        """,
        [*where.params, *focus.params],
    )


def neighbours(corpus: Corpus, filters: Filters, entity_id: str, *, limit: int = 10) -> pd.DataFrame:
    """Who is named with an entity, those with most shared sentences first.

    Returns:
        `entity_id, name, type, n_sentences, n_documents, n` (names of both in them), `association`. The evidence of a
        row is `select("mentions", entity=…, beside=…)`.
    """
    own_pairs = pairs(corpus, together(filters).change(entity=(entity_id,)), limit=limit)
    first = own_pairs.entity_a == entity_id
    other = {
        column: own_pairs[f"{column}_b"].where(first, own_pairs[f"{column}_a"]) for column in ("name", "type")
    }
    told = own_pairs[["n_sentences", "n_documents", "n", "association"]]
    return told.assign(entity_id=own_pairs.entity_b.where(first, own_pairs.entity_a), **other)[
        ["entity_id", "name", "type", *told.columns]
    ]


def opened(filters: Filters, selection: Selection) -> Where | None:
    """The condition on `mentions` of a selection of a pair, `entity` and `beside`: the names of both in the sentences
    that name both. None where it asks for no pair.
    """
    pair = (selection.get("entity"), selection.get("beside"))
    if selection.table != "mentions" or None in pair:
        return None
    rest = Selection(
        "mentions", tuple(term for term in selection.terms if term[0] not in ("entity", "beside"))
    )
    where = (together(filters).where("mentions") & rest.where()).also("entity_id IN (?, ?)", *pair)
    both = "GROUP BY sentence_id HAVING count(DISTINCT entity_id) = 2"
    return where.also(
        f"sentence_id IN (SELECT sentence_id FROM mentions WHERE {where.sql} {both})", *where.params
    )


def n_sentences(corpus: Corpus, filters: Filters, selection: Selection) -> int:
    """In how many sentences the mentions stand that a selection of a pair opens."""
    where = opened(filters, selection) or filters.where("mentions") & selection.where()
    counted = corpus.sql(
        f"SELECT count(DISTINCT sentence_id) AS n FROM mentions WHERE {where.sql}", where.params
    )
    return int(counted.n.iloc[0])


def n_shared(corpus: Corpus, filters: Filters) -> int:
    """How many sentences name two or more of the entities that the filters let through."""
    where = together(filters).where("mentions")
    counted = corpus.sql(  # a sentence with k entities has k rows, each with k - 1 beside it
        f"""
        SELECT coalesce(sum(n // (beside + 1)), 0)::BIGINT AS n
        FROM (SELECT beside, count(*) AS n FROM ({_picked(filters)}) WHERE beside > 0 GROUP BY beside)
        """,
        where.params,
    )
    return int(counted.n.iloc[0])


def _picked(filters: Filters) -> str:
    """SQL: how often each sentence names each of the entities that the filters let through, a row for each of both."""
    where = together(filters).where("mentions")
    several = len({kind for kind in filters.kind if kind in schema.FORMS}) > 1  # a row for each form
    rows = f"FROM sentence_names WHERE {where.sql}"
    if several:
        rows = f"FROM (SELECT number, doc_id, entity_id, sum(n)::BIGINT AS n {rows} GROUP BY ALL)"
    beside = "beside"
    if several or filters.type or filters.side:  # of those that are asked for
        beside = "(count(*) OVER (PARTITION BY number) - 1)::INTEGER AS beside"
    return f"SELECT number, doc_id, entity_id, n, {beside} {rows}"


def _focus(filters: Filters) -> tuple[Where, bool]:
    """Which entities one of a pair must be, and whether that is asked at all."""
    where = Where()
    if filters.entity:
        where = where.also(f"entity_id IN ({marks(filters.entity)})", *filters.entity)
    if filters.q:
        where = where.also(f"entity_id IN ({BEARERS})", *[wild(filters.q)] * 2)
    return (where, True) if where.conditions else (Where().also("false"), False)
