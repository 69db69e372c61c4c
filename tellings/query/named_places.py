"""SQL that counts the names of places: by place, by region or country, and all together.

Each asks the views `placed` and `spoken_placed` by a condition on place names and one on quotations, and parts what it
counts by more columns where that is asked (`apart`): the use, for what is counted once and for all, or the outlet.
"""

from __future__ import annotations

_BASE = """
    WITH picked AS (
        SELECT * FROM placed WHERE {where}
    ), spoken AS (
        SELECT * FROM spoken_placed
        WHERE {where} AND quote_id IN (SELECT quote_id FROM quotations WHERE {quotations})
    )"""
_MEASURES = "count(*) AS n, count(DISTINCT doc_id) AS n_documents, count(DISTINCT outlet) AS n_outlets"
_USES = """count(*) FILTER (use = 'literal') AS n_literal, count(*) FILTER (use = 'metonymic') AS n_metonymic,
           count(*) FILTER (use = 'demonym') AS n_demonym"""
_CODES = {"region": "admin1_code", "country": "side"}


def _counted(where: str, quotations: str, keys: tuple[str, ...], columns: str) -> str:
    """SQL: names by some keys, none of them unknown, with how many quotations speak of them."""
    by = ", ".join(keys)
    known = " AND ".join(f"{key.partition(' ')[0]} IS NOT NULL" for key in keys)
    named = ", ".join(key.rpartition(" ")[2] for key in keys)
    return f"""{_BASE.format(where=where, quotations=quotations)},
        said AS (SELECT {by}, count(DISTINCT quote_id) AS n_quotations FROM spoken GROUP BY {named}),
        named AS (SELECT {by}, {columns} FROM picked WHERE {known} GROUP BY {named})
        SELECT named.*, coalesce(n_quotations, 0) AS n_quotations FROM named LEFT JOIN said USING ({named})"""


def places(where: str, quotations: str, *, apart: tuple[str, ...] = ()) -> str:
    """SQL for the rows of :func:`tellings.analysis.geography.places`."""
    columns = ("name", "kind", "country_code", "admin1_code", "lat", "lon")
    known = ", ".join(f"any_value({name}) AS {name}" for name in columns)
    return _counted(where, quotations, (*apart, "place_id"), f"{known}, {_MEASURES}, {_USES}")


def areas(kind: str, where: str, quotations: str, *, apart: tuple[str, ...] = ()) -> str:
    """SQL for the rows of :func:`tellings.analysis.geography.regions` or, of the kind `country`, of `countries`."""
    country = "code" if kind == "country" else "any_value(country_code)"
    columns = f"""{country} AS country_code, any_value(name) FILTER (kind = '{kind}') AS name, {_MEASURES},
        count(*) FILTER (kind = '{kind}') AS n_named, count(*) FILTER (kind <> '{kind}') AS n_inside"""
    return _counted(where, quotations, (*apart, f"{_CODES[kind]} AS code"), columns)


def whole(where: str, quotations: str, *, apart: tuple[str, ...] = ()) -> str:
    """SQL for what all the names come to: `n, n_documents, n_outlets, n_quotations`."""
    if apart:
        return _counted(where, quotations, apart, _MEASURES)
    return f"""{_BASE.format(where=where, quotations=quotations)}
        SELECT {_MEASURES}, (SELECT count(DISTINCT quote_id) FROM spoken) AS n_quotations FROM picked"""
