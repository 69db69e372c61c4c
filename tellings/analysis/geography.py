"""Where it is told to happen: mentions of places by region, by country and one by one.

A mention counts where its block is counted, and by default only where it means the place (`use` literal). A region's
number is the mentions of the region and of the places in it; a country's name never counts for its regions.
"""

from __future__ import annotations

import pandas as pd

from tellings.analysis.source import Corpus
from tellings.conditions import OUTLET
from tellings.filters import Filters

LITERAL = ("literal",)
"""What is counted unless the address asks for more."""

_BASE = f"""
    WITH outlets AS (SELECT doc_id, {OUTLET} AS outlet FROM documents),
    picked AS (
        SELECT t.*, o.outlet,
               CASE WHEN t.use = 'metonymic' AND t.stands_for IS NOT NULL THEN e.country ELSE t.country_code END AS side
        FROM (SELECT * FROM toponyms WHERE {{where}}) t
        JOIN outlets o USING (doc_id) LEFT JOIN entities e ON e.entity_id = t.stands_for
    )"""
_MEASURES = "count(*) AS n, count(DISTINCT doc_id) AS n_documents, count(DISTINCT outlet) AS n_outlets"
_USES = """count(*) FILTER (use = 'literal') AS n_literal, count(*) FILTER (use = 'metonymic') AS n_metonymic,
           count(*) FILTER (use = 'demonym') AS n_demonym"""


def counted(filters: Filters) -> Filters:
    """The filters as the map counts with them: literal use unless others are asked for; kinds are never left out."""
    return filters.change(use=filters.use or LITERAL, kind=())


def places(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """Every place that is named.

    Returns:
        `place_id, name, kind, country_code, admin1_code, lat, lon, n, n_documents, n_outlets, n_literal, n_metonymic,
        n_demonym`, the most named first. Names that could not be placed are not among them: see :func:`unplaced`.
    """
    where = counted(filters).where("toponyms").also("place_id IS NOT NULL")
    query = f"""{_BASE.format(where=where.sql)}
        SELECT place_id, any_value(name) AS name, any_value(kind) AS kind, any_value(country_code) AS country_code,
               any_value(admin1_code) AS admin1_code, any_value(lat) AS lat, any_value(lon) AS lon, {_MEASURES}, {_USES}
        FROM picked GROUP BY place_id ORDER BY n DESC, n_documents DESC, name, place_id"""
    return corpus.sql(query, where.params)


def regions(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """Mentions by first-level region.

    Returns:
        `code` (ISO 3166-2), `country_code`, `name` (null where only places in it are named), `n`, `n_named` (of the
        region itself), `n_inside` (of places in it), `n_documents`, `n_outlets`, the largest number first.
    """
    where = counted(filters).where("toponyms").also("admin1_code IS NOT NULL")
    query = f"""{_BASE.format(where=where.sql)}
        SELECT admin1_code AS code, any_value(country_code) AS country_code,
               any_value(name) FILTER (kind = 'region') AS name, {_MEASURES},
               count(*) FILTER (kind = 'region') AS n_named, count(*) FILTER (kind <> 'region') AS n_inside
        FROM picked GROUP BY admin1_code ORDER BY n DESC, n_documents DESC, code"""
    found = corpus.sql(query, where.params)
    return found[["code", "country_code", "name", "n", "n_named", "n_inside", "n_documents", "n_outlets"]]


def countries(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """Mentions by country; a name that stands for a government counts for the country that it stands for.

    Returns:
        `code` (ISO 3166-1 alpha-2), `country_code` (the same), `name`, `n`, `n_named` (of the country itself),
        `n_inside` (of places in it), `n_documents`, `n_outlets`, the largest number first.
    """
    where = counted(filters).where("toponyms")
    query = f"""{_BASE.format(where=where.sql)}
        SELECT side AS code, side AS country_code, any_value(name) FILTER (kind = 'country') AS name, {_MEASURES},
               count(*) FILTER (kind = 'country') AS n_named, count(*) FILTER (kind <> 'country') AS n_inside
        FROM picked WHERE side IS NOT NULL GROUP BY side ORDER BY n DESC, n_documents DESC, code"""
    found = corpus.sql(query, where.params)
    return found[["code", "country_code", "name", "n", "n_named", "n_inside", "n_documents", "n_outlets"]]


def unplaced(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """Names that were found to be of places and could not be placed.

    Returns:
        `text, n, n_documents`, the most frequent first.
    """
    where = counted(filters).where("toponyms").also("place_id IS NULL")
    query = f"""SELECT text, count(*) AS n, count(DISTINCT doc_id) AS n_documents FROM toponyms
        WHERE {where.sql} GROUP BY text ORDER BY n DESC, text"""
    return corpus.sql(query, where.params)


def uses(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """How many mentions there are of each use, counted or not: what the line about those left out says.

    Returns:
        `use, n, n_placed`, a row for each of literal, metonymic and demonym.
    """
    where = filters.change(use=(), kind=()).where("toponyms")
    query = f"""SELECT u.use, count(t.use) AS n, count(t.place_id) AS n_placed
        FROM (VALUES ('literal', 1), ('metonymic', 2), ('demonym', 3)) u (use, rank)
        LEFT JOIN (SELECT * FROM toponyms WHERE {where.sql}) t USING (use) GROUP BY u.use, u.rank ORDER BY u.rank"""
    return corpus.sql(query, where.params)


def by_outlet(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """Mentions by region and outlet, for the same map of each outlet; an article without a publisher is its own.

    Returns:
        `outlet, label, code, n`; `label` is what a reader calls the outlet.
    """
    where = counted(filters).where("toponyms").also("admin1_code IS NOT NULL")
    query = f"""SELECT {OUTLET} AS outlet, any_value(coalesce(d.publisher, d.label)) AS label, t.admin1_code AS code,
               count(*) AS n
        FROM (SELECT * FROM toponyms WHERE {where.sql}) t JOIN documents d USING (doc_id)
        GROUP BY outlet, code ORDER BY label, n DESC, code"""
    return corpus.sql(query, where.params)
