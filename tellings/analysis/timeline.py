"""What the texts date: the periods they name, who names each, and what has no place on an axis of time."""

from __future__ import annotations

import pandas as pd

from tellings.analysis.periods import Period, period, southern
from tellings.analysis.source import Corpus
from tellings.query.filters import Filters
from tellings.query.sql import UNKNOWN

_WORDS = {"since": "since {}", "approx": "about {}", "less_than": "up to {}", "more_than": "{} or later"}
"""How a period is said with what the text adds to it (`dates.mod`)."""
OPEN = {"since": "after", "more_than": "after", "less_than": "before"}
"""Where a period that is told so has no end."""

_ASKED = """
    SELECT value, coalesce(mod, 'unknown') AS mod, type, {what}
    FROM dates WHERE {where} GROUP BY ALL"""
_SOUTH = """
    SELECT value, bool_or(south IS NOT TRUE) AS mixed
    FROM (SELECT DISTINCT doc_id, value FROM dates WHERE {where}) LEFT JOIN (
        SELECT doc_id, 2 * count(*) FILTER (lat < 0) > count(*) AS south
        FROM toponyms WHERE abs(lat) > 23.5 GROUP BY doc_id
    ) USING (doc_id) GROUP BY value HAVING bool_or(south)"""
"""SQL: what is told in articles most of whose places lie in the south, and whether it is told in others, too; places
between the tropics, which have no such seasons, do not count.
"""
_FORMS = "list_sort(list(DISTINCT regexp_replace(text, '\\s+', ' ', 'g'))) AS texts"


def said(value: str, mod: str) -> str:
    """A value for people, with what the text adds to it; as it is, where it has no place in time.

    >>> said("2022", "since"), said("P3Y", "unknown")
    ('since 2022', 'P3Y')
    """
    placed = period(value)
    return _WORDS.get(mod, "{}").format(placed.words if placed else value)


def told(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """The periods that the texts name, each with the open end or the doubt with which it is told.

    Returns:
        `value, mod` (`unknown` where the text adds nothing), `words` (for people), `low, high` (its beginning, and its
        end, no longer in it), `grain` (see :class:`tellings.analysis.periods.Period`), `open` (`after`, `before` or
        empty: where it has no end), `about` (told roughly), `south` (a season of the south), `texts` (as printed, a
        tuple), `n` (expressions), `n_documents`; in the order of time, the wider of those that begin at once first;
        with `sort=articles` those that most articles name first.
    """
    groups = _grouped(corpus, filters)
    periods = _periods(groups)
    kept = [(row, one) for row, one in zip(groups.to_dict("records"), periods, strict=True) if one]
    rows = pd.DataFrame(
        [
            {
                "value": row["value"],
                "mod": row["mod"],
                "words": said(row["value"], row["mod"]),
                "low": one.low,
                "high": one.high,
                "grain": one.grain,
                "open": OPEN.get(row["mod"], ""),
                "about": row["mod"] == "approx",
                "south": row["south"],
                "texts": tuple(row["texts"]),
                "n": row["n"],
                "n_documents": row["n_documents"],
            }
            for row, one in kept
        ],
        columns="value mod words low high grain open about south texts n n_documents".split(),
    ).astype({"low": "object", "high": "object"})
    by_time = rows.assign(end=[-high.timestamp() for high in rows.high]).sort_values(
        ["low", "end", "mod"], kind="stable"
    )
    if filters.sort == "articles":
        by_time = by_time.sort_values(["n_documents", "n"], ascending=False, kind="stable")
    return by_time.drop(columns="end").reset_index(drop=True)


def unplaced(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """What is said of time without a place on the axis: lengths, what recurs, clock times and days without a date.

    Returns:
        `value` (`unknown` where it is not known), `mod, type, texts, n, n_documents, south`, those of most articles
        first.
    """
    groups = _grouped(corpus, filters)
    groups = groups[pd.Series([one is None for one in _periods(groups)], index=groups.index, dtype=bool)]
    groups = groups.assign(value=groups.value.fillna(UNKNOWN), texts=groups.texts.map(tuple))
    ordered: pd.DataFrame = groups.sort_values(
        ["n_documents", "n", "type", "value"], ascending=[False, False, True, True]
    )
    return ordered.reset_index(drop=True)


def by_document(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """How often each article names each period. Returns `value, mod, doc_id, n`."""
    where = filters.where("dates")
    return corpus.sql(
        _ASKED.format(what="doc_id, count(*) AS n", where=where.sql) + " ORDER BY ALL", where.params
    ).drop(columns="type")


def published(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """The articles' own dates. Returns `published` (null where it is not known), `n` (articles), `short` (a tuple)."""
    where = filters.where("documents")
    days = corpus.sql(
        f"SELECT published, count(*) AS n, list(short ORDER BY short) AS short FROM documents WHERE {where.sql} "
        "GROUP BY published ORDER BY published NULLS LAST",
        where.params,
    )
    return days.assign(short=days.short.map(tuple))


def _periods(found: pd.DataFrame) -> list[Period | None]:
    places = [period(value) if isinstance(value, str) else None for value in found.value]
    return [
        (None if unsure else southern(place)) if place and south else place
        for place, south, unsure in zip(places, found.south, found.unsure, strict=True)
    ]


def _grouped(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """Values with their number; of a season, whether it is one of the south, and `unsure`: also one of the north, or
    its year nowhere told.
    """
    where = filters.where("dates")
    guessed = "bool_and(method = 'relative season') AS unsure"
    what = f"count(*) AS n, count(DISTINCT doc_id) AS n_documents, {_FORMS}, {guessed}"
    found = corpus.sql(_ASKED.format(what=what, where=where.sql), where.params)
    seasons = found.value.str.contains("-[A-Z]{2}$", na=False)
    if not seasons.any():
        return found.assign(south=False)
    south = corpus.sql(_SOUTH.format(where=where.sql), where.params)
    return found.assign(
        south=seasons & found.value.isin(south.value),
        unsure=found.unsure | found.value.isin(south.value[south.mixed]),
    )
