"""How often entities are named: in all, by article, by type, by printed form; and what is known of one beside it."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from tellings import schema
from tellings.analysis.source import Corpus
from tellings.query.filters import Filters
from tellings.query.sql import marks

_ORDER = {"": "n DESC, name", "name": "name, n DESC", "documents": "n_documents DESC, n DESC, name"}


def entities(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """The entities that the filters let through, ordered as `sort` says: most named first, by `name`, by `documents`.

    Returns:
        `entity_id, name, type, n` (mentions), `n_documents`, `per_1000` (mentions per 1,000 counted words of the
        articles that the filters let through).
    """
    where, texts = filters.where("mentions"), filters.where("documents")
    several = bool(filters.when) or len({kind for kind in filters.kind if kind in schema.FORMS}) > 1
    source, documents = filters.totals, "count(*)"
    if several:  # an article has a row for each form
        source, documents = filters.counts, "count(DISTINCT doc_id)"
    elif source == "entity_totals":
        documents = "sum(n_documents)::BIGINT"
    return corpus.sql(
        f"""
        WITH words AS (SELECT sum(n_words) AS n FROM documents WHERE {texts.sql}),
        counted AS (
            SELECT entity_id, sum(n)::BIGINT AS n, {documents} AS n_documents
            FROM {source} WHERE {where.sql} GROUP BY entity_id
        )
        SELECT entity_id, e.name, e.type, c.n, c.n_documents, coalesce(c.n * 1000.0 / nullif(words.n, 0), 0) AS per_1000
        FROM counted c JOIN entities e USING (entity_id), words
        ORDER BY {_ORDER.get(filters.sort, _ORDER[""])}, entity_id
        """,
        [*texts.params, *where.params],
    )


class Totals(NamedTuple):
    """How many mentions there are, and of how many entities."""

    mentions: int
    entities: int


def totals(corpus: Corpus, filters: Filters) -> Totals:
    """How many mentions the filters let through, and of how many entities."""
    where = filters.where("mentions")
    counted = corpus.sql(
        f"SELECT coalesce(sum(n), 0), count(DISTINCT entity_id) FROM {filters.totals} WHERE {where.sql}",
        where.params,
    )
    return Totals(*map(int, counted.iloc[0]))


def by_document(corpus: Corpus, filters: Filters, entity_ids: tuple[str, ...]) -> pd.DataFrame:
    """How often each article names each of these entities.

    Returns:
        `entity_id, doc_id, n, per_1000` (mentions per 1,000 counted words of the article), without the articles that
        do not name it.
    """
    where = filters.where("mentions").also(f"entity_id IN ({marks(entity_ids)})", *entity_ids)
    return corpus.sql(
        f"""
        SELECT entity_id, doc_id, c.n, coalesce(c.n * 1000.0 / nullif(d.n_words, 0), 0) AS per_1000
        FROM (SELECT entity_id, doc_id, sum(n)::BIGINT AS n FROM {filters.counts} WHERE {where.sql} GROUP BY ALL) c
        JOIN documents d USING (doc_id) ORDER BY entity_id, doc_id
        """,
        where.params,
    )


def by_type(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """How often entities of each type are named.

    Returns:
        `type, n` (mentions), `n_entities`, the most named first.
    """
    where = filters.where("mentions")
    return corpus.sql(
        f"""
        SELECT e.type, sum(m.n)::BIGINT AS n, count(*) AS n_entities
        FROM (SELECT entity_id, sum(n) AS n FROM {filters.totals} WHERE {where.sql} GROUP BY entity_id) m
        JOIN entities e USING (entity_id) GROUP BY e.type ORDER BY n DESC, e.type
        """,
        where.params,
    )


def forms(corpus: Corpus, filters: Filters, entity_id: str) -> pd.DataFrame:
    """The printed forms of an entity among the mentions that the filters let through.

    Returns:
        `text, form, n, n_documents`, the most frequent first.
    """
    where = filters.where("mentions").also("entity_id = ?", entity_id)
    return corpus.sql(
        f"""
        SELECT text, form, count(*) AS n, count(DISTINCT doc_id) AS n_documents
        FROM mentions WHERE {where.sql} GROUP BY text, form ORDER BY n DESC, text
        """,
        where.params,
    )


def beside(corpus: Corpus, filters: Filters, entity_id: str) -> dict[str, int]:
    """How often an entity is meant by each form that default counts leave out: demonym, nominal, pronoun."""
    where = (
        filters.change(kind=("demonym", "nominal", "pronoun"))
        .where("mentions")
        .also("entity_id = ?", entity_id)
    )
    counted = corpus.sql(
        f"SELECT form, count(*) AS n FROM mentions WHERE {where.sql} GROUP BY form", where.params
    )
    return {str(form): int(n) for form, n in zip(counted.form, counted.n, strict=True)}


def entity(corpus: Corpus, entity_id: str) -> dict[str, str | None]:
    """What is known of an entity: `name, type, country, wikidata, geonames, iso`; empty where there is none such."""
    known = corpus.sql(
        "SELECT name, type, country, wikidata, geonames, iso FROM entities WHERE entity_id = ?", [entity_id]
    )
    if known.empty:
        return {}
    return {str(key): None if pd.isna(value) else str(value) for key, value in known.iloc[0].items()}


class Quotations(NamedTuple):
    """How many quotations an entity speaks, and how many name or mean it."""

    by: int
    about: int


def by_and_about(corpus: Corpus, filters: Filters, entity_id: str) -> Quotations:
    """How many quotations the entity speaks, and how many name or mean it: as the quotations page counts them with
    these texts and times, `speaker` or `entity` set.
    """
    own = about(filters)
    by, of = (own.change(**{key: (entity_id,)}).where("quotations") for key in ("speaker", "entity"))
    counted = corpus.sql(
        f"SELECT (SELECT count(*) FROM quotations WHERE {by.sql}), "
        f"(SELECT count(*) FROM quotations WHERE {of.sql})",
        [*by.params, *of.params],
    )
    return Quotations(*map(int, counted.iloc[0]))


def about(filters: Filters) -> Filters:
    """The filters that bear on an entity's quotations: its texts and times."""
    return filters.only("doc", "publisher", "date", "when")


class Reasons(NamedTuple):
    """Why the mentions of an entity are one.

    Attributes:
        linked: how its names were linked within articles, the most frequent way first.
        together: how its articles' entities were brought together, as in `entities.method`.
        score: of the least sure step, None where there was none.
    """

    linked: list[str]
    together: str
    score: float | None


def reasons(corpus: Corpus, entity_id: str) -> Reasons:
    """Why the mentions of an entity are one."""
    linked = corpus.sql(
        """
        SELECT CASE WHEN starts_with(method, 'correction:') THEN 'correction'
                    ELSE trim(split_part(method, ';', -1)) END AS way, count(*) AS n
        FROM mentions WHERE entity_id = ? AND form = 'name' GROUP BY way ORDER BY n DESC, way
        """,
        [entity_id],
    )
    entity = corpus.sql("SELECT method, score FROM entities WHERE entity_id = ?", [entity_id])
    if entity.empty:
        return Reasons(linked.way.tolist(), "", None)
    method, score = entity.iloc[0]
    return Reasons(linked.way.tolist(), str(method), None if pd.isna(score) else float(score))
