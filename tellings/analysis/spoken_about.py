"""Who speaks and who is spoken about, in each outlet."""

from __future__ import annotations

import pandas as pd

from tellings.analysis.source import Corpus
from tellings.query.filters import Filters
from tellings.query.sql import BY_OTHERS, UNKNOWN, marks

ANONYMOUS = "anonymous"
"""In place of an entity: all anonymous sources together."""

SPEAKING = ("person", "organisation", "country")
"""The types of entities that are looked for among those who never speak."""


_OF_NAMES = ("doc", "publisher", "date", "when", "type", "side", "sort")


def naming(filters: Filters) -> Filters:
    """What these filters ask of names: articles, type and side; where speakers are asked for, their names."""
    asked = [speaker for speaker in filters.speaker if speaker != UNKNOWN]
    return filters.only(*_OF_NAMES).change(entity=asked)


def voices(
    corpus: Corpus, filters: Filters, *, among: tuple[str, ...] = (), by_outlet: bool = True
) -> pd.DataFrame:
    """Words quoted against mentions by others, of each entity in each outlet.

    A mention is by others where it neither says who speaks (*Ann Lee* said) nor stands in the entity's own words. Only
    persons, organisations and countries are looked for among those who are never quoted, unless `type` asks for others.
    Anonymous sources are one row and those of nobody known another; neither has mentions. `sort` is empty for the most
    spoken about, `words` for the most quoted, `silent` for those who are never quoted first.

    Args:
        corpus: answers SQL.
        filters: what is counted.
        among: these alone of what is in `entity_id`; empty for all.
        by_outlet: else there is one row for all outlets, whose `outlet` is empty.

    Returns:
        `entity_id` (or `anonymous`, `unknown`), `name, type, outlet, n` (quotations), `words`, `mentions`; a row for
        each outlet in which it is quoted or named, the rows of an entity together.
    """
    where, names = filters.where("quotations"), naming(filters).where("mentions")
    types = f"e.type IN ({marks(SPEAKING)})"
    these = f"entity_id IN ({marks(among)})" if among else "true"
    outlets = "JOIN outlets USING (doc_id)" if by_outlet else "CROSS JOIN (SELECT '' AS outlet)"
    entities = corpus.sql(
        f"""
        WITH q AS (
            SELECT quote_id, doc_id, inside_id, anonymous, who, words FROM voiced AS quotations WHERE {where.sql}
        ), spoken AS (
            SELECT coalesce(who, ?) AS entity_id, doc_id, inside_id, words FROM q WHERE NOT anonymous
            UNION ALL SELECT ?, doc_id, inside_id, words
            FROM (SELECT DISTINCT quote_id, doc_id, inside_id, words FROM q WHERE anonymous)
        ), said AS (
            SELECT entity_id, outlet, count(*) AS n,
                   coalesce(sum(words) FILTER (inside_id IS NULL), 0)::BIGINT AS words
            FROM spoken {outlets} WHERE {these} GROUP BY ALL
        ), named AS (
            SELECT entity_id, outlet, sum(n)::BIGINT AS mentions
            FROM ({_by_others(filters)} WHERE {names.sql} AND {these}) {outlets} GROUP BY ALL
        )
        SELECT coalesce(s.entity_id, m.entity_id) AS entity_id, e.name, e.type, coalesce(s.outlet, m.outlet) AS outlet,
               coalesce(s.n, 0) AS n, coalesce(s.words, 0) AS words, coalesce(m.mentions, 0) AS mentions
        FROM said s FULL JOIN named m ON s.entity_id = m.entity_id AND s.outlet = m.outlet
             LEFT JOIN entities e ON e.entity_id = coalesce(s.entity_id, m.entity_id)
        WHERE coalesce(s.entity_id, m.entity_id) IN (SELECT entity_id FROM said) OR {"true" if filters.type else types}
        """,
        [
            *where.params,
            UNKNOWN,
            ANONYMOUS,
            *among,
            *names.params,
            *among,
            *(() if filters.type else SPEAKING),
        ],
    )
    return entities if entities.empty else _ordered(entities, filters.sort)


def _by_others(filters: Filters) -> str:
    """SQL: how often articles name entities, said by others; sentence by sentence where a time is asked for."""
    if not filters.when:
        return "SELECT entity_id, doc_id, n FROM mention_counts_by_others"
    return f"SELECT entity_id, doc_id, 1 AS n FROM (SELECT * FROM mentions WHERE {BY_OTHERS})"


def _ordered(by_outlet: pd.DataFrame, sort: str) -> pd.DataFrame:
    sums = by_outlet.groupby("entity_id")[["n", "words", "mentions"]].sum().add_prefix("all_")
    whole = by_outlet.join(sums, on="entity_id")
    whole = whole.assign(
        apart=whole.entity_id.map({ANONYMOUS: 1, UNKNOWN: 2}).fillna(0),
        heard=(whole.all_n > 0) & (sort == "silent"),
    )
    first = ["all_words", "all_mentions"] if sort == "words" else ["all_mentions", "all_words"]
    order = ["apart", "heard", *first, "name", "entity_id", "outlet"]
    ascending = [True, True, False, False, True, True, True]
    return whole.sort_values(order, ascending=ascending)[list(by_outlet.columns)].reset_index(drop=True)
