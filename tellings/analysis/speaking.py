"""Quotations that speak of places: those in whose content a place is named.

A name in the words that introduce a quotation ("he said in Istanbul") is not spoken of; one inside the content is, in
the quotation itself and in those in which it stands.
"""

from __future__ import annotations

from tellings.query.filters import Filters
from tellings.query.selection import Selection, select
from tellings.query.sql import Where

KEYS = ("place", "admin1", "land")
"""Keys of a selection of quotations that ask for what is spoken of; `land` is a country as the map counts it."""

_TOPONYMS = {"place": "place", "admin1": "admin1", "land": "side"}


def those_counted(filters: Filters) -> Where:
    """Which quotations count: somebody says them, and the filters on articles and speakers let them through."""
    narrowing = ("doc", "publisher", "speaker", "side", "anonymous", "cluster", "date")
    return filters.only(*narrowing).where("quotations")


def opened(filters: Filters, selection: Selection) -> Where | None:
    """The condition on `quotations` of a selection that asks for what is spoken of; None where it does not.

    The filters are asked of the names: with `use` literal, only quotations that name the place itself are opened.
    """
    asked = {_TOPONYMS[key]: value for key, value in selection.terms if key in KEYS}
    if selection.table != "quotations" or not asked:
        return None
    named = filters.where("toponyms") & select("toponyms", **asked).where()
    rest = Selection("quotations", tuple(term for term in selection.terms if term[0] not in KEYS))
    inside = (
        'quote_id IN (SELECT p.quote_id FROM quote_parts p JOIN (SELECT doc_id, start, "end" FROM toponyms '
        f'WHERE {named.sql}) t ON p.doc_id = t.doc_id AND p.start <= t.start AND t."end" <= p."end" '
        "WHERE p.role = 'content')"
    )
    return (those_counted(filters) & rest.where()).also(inside, *named.params)
