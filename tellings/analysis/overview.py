"""What is in a corpus: its articles and the figures that matter."""

from __future__ import annotations

import pandas as pd

from tellings.analysis import geography
from tellings.analysis.source import Corpus
from tellings.errors import NO_TROUBLE
from tellings.query.filters import Filters

_TROUBLE = f"action NOT IN {NO_TROUBLE}"
"""A README, a table of titles or a hidden file beside the articles is named by `info`, and is no problem."""


def figures(corpus: Corpus, filters: Filters) -> dict[str, int]:
    """The figures that matter, as the pages count them.

    Returns:
        `articles, words, publishers` (known ones), `unpublished` (articles of unknown publisher), `mentions, entities,
        quotations, anonymous` (quotations of withheld sources), `places` (different ones, by any use), `problems`.
    """
    texts, names, quotes, places = (
        filters.where(table) for table in ("documents", "mentions", "quotations", "toponyms")
    )
    counted = corpus.sql(
        f"""
        SELECT d.*, m.*, q.*, t.*, (SELECT count(*) FROM problems WHERE {_TROUBLE}) AS problems
        FROM (SELECT count(*) AS articles, coalesce(sum(n_words), 0)::BIGINT AS words,
                     count(DISTINCT publisher) AS publishers, count(*) FILTER (publisher IS NULL) AS unpublished
              FROM documents WHERE {texts.sql}) d,
             (SELECT coalesce(sum(n), 0)::BIGINT AS mentions, count(DISTINCT entity_id) AS entities
              FROM {filters.totals} WHERE {names.sql}) m,
             (SELECT count(*) AS quotations, count(*) FILTER (anonymous) AS anonymous
              FROM quotations WHERE {quotes.sql}) q,
             (SELECT count(DISTINCT place_id) AS places FROM toponyms WHERE {places.sql}) t
        """,
        [*texts.params, *names.params, *quotes.params, *places.params],
    )
    return {str(name): int(value) for name, value in counted.iloc[0].items()}


def articles(corpus: Corpus, filters: Filters, *, limit: int | None = None, offset: int = 0) -> pd.DataFrame:
    """The articles that the filters let through, by date: all, or so many from that place on.

    Returns:
        `doc_id, label, publisher, published, n_words, language, mentions, quotations`.
    """
    texts, names, quotes = (filters.where(table) for table in ("documents", "mentions", "quotations"))
    return corpus.sql(
        f"""
        WITH page AS (
            SELECT doc_id, label, publisher, published, n_words, language FROM documents WHERE {texts.sql}
            ORDER BY published NULLS LAST, doc_id LIMIT ? OFFSET ?
        ), m AS (
            SELECT doc_id, sum(n)::BIGINT AS n FROM {filters.counts}
            WHERE doc_id IN (SELECT doc_id FROM page) AND {names.sql} GROUP BY doc_id
        ), q AS (
            SELECT doc_id, count(*) AS n FROM quotations
            WHERE doc_id IN (SELECT doc_id FROM page) AND {quotes.sql} GROUP BY doc_id
        )
        SELECT doc_id, label, publisher, published, n_words, language, coalesce(m.n, 0) AS mentions,
               coalesce(q.n, 0) AS quotations
        FROM page LEFT JOIN m USING (doc_id) LEFT JOIN q USING (doc_id) ORDER BY published NULLS LAST, doc_id
        """,
        [*texts.params, limit, offset, *names.params, *quotes.params],
    )


def problems(corpus: Corpus) -> pd.DataFrame:
    """What could not be read or annotated: `source, doc_id, stage, reason, action`."""
    return corpus.sql(
        f"SELECT source, doc_id, stage, reason, action FROM problems WHERE {_TROUBLE} ORDER BY source, stage"
    )


def most_regions(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """The regions of the country in whose regions most is named, regions and the places in them alike, by literal use.

    Returns:
        The rows and columns of :func:`tellings.analysis.geography.regions`.
    """
    return of_main_country(geography.regions(corpus, filters))


def of_main_country(regions: pd.DataFrame) -> pd.DataFrame:
    """Those of these regions that lie in the country in whose regions most is named; none where none is known."""
    named = regions.dropna(subset="country_code").groupby("country_code").n.agg(["size", "sum"])
    if named.empty:
        return regions.iloc[:0]
    country = named.sort_values(["sum", "size"], ascending=False).index[0]
    return regions.loc[regions.country_code == str(country)].reset_index(drop=True)
