"""Where it is told to happen: mentions of places by region, by country, by outlet and one by one.

A mention counts where its block is counted, and by default only where it means the place (`use` literal). A region's
number is the mentions of the region and of the places in it; a country's name never counts for its regions. Beside the
mentions stand the quotations that speak of a place: those in whose content it is named. A name in the words that
introduce a quotation ("he said in Istanbul") is not spoken of; one inside the content is, in the quotation itself and
in those in which it stands.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pandas as pd

from tellings import schema
from tellings.analysis.source import Corpus
from tellings.query import named_places
from tellings.query.filters import Filters
from tellings.query.selection import Selection, select
from tellings.query.sql import Where

LITERAL = ("literal",)
"""What is counted unless the address asks for more."""

SPOKEN_OF = {"place": "place", "admin1": "admin1", "land": "side"}
"""Keys of a selection of quotations that ask for what is spoken of, and the key of the place names that they mean;
`land` is a country as the map counts it."""

_AREA = "code country_code name n n_named n_inside n_documents n_outlets n_quotations".split()


def counted(filters: Filters) -> Filters:
    """The filters as the map counts with them: literal use unless others are asked for; of kinds those of places."""
    kinds = [kind for kind in filters.kind if kind in schema.PLACE_KINDS]
    return filters.change(use=filters.use or LITERAL, kind=kinds)


def those_counted(filters: Filters) -> Where:
    """Which quotations count: somebody says them, and the filters on articles and speakers let them through."""
    narrowing = ("doc", "publisher", "speaker", "side", "anonymous", "cluster", "date")
    return filters.only(*narrowing).where("quotations")


def opened(filters: Filters, selection: Selection) -> Where | None:
    """The condition on `quotations` of a selection that asks for what is spoken of; None where it does not.

    The filters are asked of the names: with `use` literal, only quotations that name the place itself are opened.
    """
    asked = {SPOKEN_OF[key]: value for key, value in selection.terms if key in SPOKEN_OF}
    if selection.table != "quotations" or not asked:
        return None
    named = filters.where("toponyms") & select("toponyms", **asked).where()
    rest = Selection("quotations", tuple(term for term in selection.terms if term[0] not in SPOKEN_OF))
    spoken = (
        "quote_id IN (SELECT quote_id FROM spoken_toponyms WHERE mention_id IN "
        f"(SELECT mention_id FROM toponyms WHERE {named.sql}))"
    )
    return (those_counted(filters) & rest.where()).also(spoken, *named.params)


def places(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """Every place that is named.

    Returns:
        `place_id, name, kind, country_code, admin1_code, lat, lon, n, n_documents, n_outlets, n_literal, n_metonymic,
        n_demonym, n_quotations`, the most named first. Names that could not be placed are not among them: see
        :func:`unplaced`.
    """
    order = "n DESC, n_documents DESC, name, place_id"
    return _asked(corpus, filters, "place_totals", named_places.places, order)


def _asked(
    corpus: Corpus, filters: Filters, totals: str, by: Callable[[str, str], str], order: str
) -> pd.DataFrame:
    """What is counted by a query of :mod:`tellings.query.named_places`; of all articles and one use that is known."""
    where, quotations = counted(filters).where("toponyms"), those_counted(filters)
    if totals and set(filters.active) <= {"use"} and len(counted(filters).use) == 1:
        return corpus.sql(
            f"SELECT * EXCLUDE (use) FROM {totals} WHERE use = ? ORDER BY {order}", counted(filters).use
        )
    params = [*where.params, *where.params, *quotations.params]
    return corpus.sql(f"SELECT * FROM ({by(where.sql, quotations.sql)}) ORDER BY {order}", params)


def regions(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """Mentions by first-level region.

    Returns:
        `code` (ISO 3166-2), `country_code`, `name` (null where only places in it are named), `n`, `n_named` (of the
        region itself), `n_inside` (of places in it), `n_documents`, `n_outlets`, `n_quotations` (that speak of it), the
        largest number first.
    """
    return _areas(corpus, filters, "region")[_AREA]


def countries(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """Mentions by country; a name that stands for a government counts for the country that it stands for.

    Returns:
        `code` (ISO 3166-1 alpha-2), `country_code` (the same), and else as :func:`regions`.
    """
    return _areas(corpus, filters, "country")[_AREA]


def by_outlet(corpus: Corpus, filters: Filters, *, level: str = "region") -> pd.DataFrame:
    """The same by outlet, for one map of each; an article without a known publisher is its own outlet.

    Args:
        corpus: the corpus.
        filters: what is counted.
        level: `region` or `country`.

    Returns:
        `outlet`, `label` (what a reader calls the outlet), and the columns of :func:`regions`, outlets by label.

    Raises:
        ValueError: another level.
    """
    if level not in ("region", "country"):
        raise ValueError(f"level must be region or country, not {level!r}")
    return _areas(corpus, filters, level, apart=("outlet", "label"))[["outlet", "label", *_AREA]]


def _areas(corpus: Corpus, filters: Filters, kind: str, *, apart: tuple[str, ...] = ()) -> pd.DataFrame:
    order = f"{'label, outlet, ' if apart else ''}n DESC, n_documents DESC, code"
    by = partial(named_places.areas, kind, apart=apart)
    return _asked(corpus, filters, "" if apart else f"{kind}_totals", by, order)


def totals(corpus: Corpus, filters: Filters) -> dict[str, int]:
    """What all the names together come to, counted as the map counts.

    Returns:
        `n` (mentions), `n_documents`, `n_outlets`, `n_quotations`: each article, outlet and quotation once.
    """
    sums = _asked(corpus, filters, "use_totals", named_places.whole, "n")
    return {str(name): int(sums[name].sum()) for name in sums}  # one row, or none where there is no such name


def unplaced(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """Names that were found to be of places and could not be placed.

    Returns:
        `text, n, n_documents, no_region, no_country` (how often not even the region, the country, is known), the most
        frequent first.
    """
    where = counted(filters).where("toponyms").also("place_id IS NULL")
    query = f"""SELECT text, count(*) AS n, count(DISTINCT doc_id) AS n_documents,
            count(*) FILTER (admin1_code IS NULL) AS no_region, count(*) FILTER (country_code IS NULL) AS no_country
        FROM toponyms
        WHERE {where.sql} GROUP BY text ORDER BY n DESC, text"""
    return corpus.sql(query, where.params)


def entities_of(corpus: Corpus, filters: Filters, selection: Selection) -> pd.DataFrame:
    """What the names of a selection are taken for: whom a correction of the place concerns.

    Returns:
        `entity_id`, `name`, `printed` (the most frequent form), `n`, the most named first; of a region or country only
        itself, not the places in it.
    """
    where = filters.where("toponyms") & selection.where()
    level = {"admin1": "region", "side": "country", "country": "country"}.get(selection.terms[0][0])
    own = where.also("kind = ?", level) if level else where
    query = f"""SELECT m.entity_id, any_value(e.name) AS name, mode(t.text) AS printed, count(*) AS n
        FROM (SELECT * FROM toponyms WHERE {own.sql}) t JOIN mentions m USING (mention_id)
             JOIN entities e ON e.entity_id = m.entity_id
        GROUP BY m.entity_id ORDER BY n DESC, m.entity_id"""
    return corpus.sql(query, own.params)


def uses(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """How many mentions there are of each use, counted or not: what the line about those left out says.

    Returns:
        `use, n, n_placed`, a row for each of literal, metonymic and demonym.
    """
    where = counted(filters).change(use=()).where("toponyms")
    query = f"""SELECT u.use, count(t.use) AS n, count(t.place_id) AS n_placed
        FROM (VALUES ('literal', 1), ('metonymic', 2), ('demonym', 3)) u (use, rank)
        LEFT JOIN (SELECT * FROM toponyms WHERE {where.sql}) t USING (use) GROUP BY u.use, u.rank ORDER BY u.rank"""
    return corpus.sql(query, where.params)
