"""The filters of the entities page, and the switch between its views."""

from __future__ import annotations

from tellings import schema
from tellings.analysis import entity_counts, known
from tellings.plural import several
from tellings.query.sql import UNKNOWN
from tellings.ui import abreast, filters, load, time_filters
from tellings.ui.text import country_name
from tellings.ui.view import View

VIEWS = {
    "": "Counts",
    "rates": "Per 1,000 words",
    "spellings": "Spellings",
    "first": "First named",
    "together": "Named together",
}
"""The views of the page by the value of `view`."""

_COUNTED = {"": "most named", "documents": "most articles", "name": "name"}
ORDERS = {
    "": _COUNTED,
    "rates": _COUNTED,
    "spellings": {"": "most named", "differ": "outlets differ most", "forms": "most forms", "name": "name"},
    "first": {"": "most named", "early": "earliest", "differ": "articles differ most", "name": "name"},
    "together": {"": "as a matrix", "network": "as a network"},
}
"""The orders of each view by the value of `sort`."""


_FOLDED = ("doc", "publisher", "kind", "side", "date", "when")


def narrow(view: View) -> None:
    """The filters: those used most in a row, the rest folded away."""
    find, kind, with_it, more = abreast.controls(2.8, 2.6, 2.9, 2)
    with find:
        filters.words(view, "Find a name", "part of a name")
    with kind:
        filters.many(view, "type", "Type", list(schema.TYPES))
    with with_it:
        filters.entities(view, "Entity")
    with more, filters.folded(view, *_FOLDED):
        filters.texts(view)
        filters.many(
            view, "kind", "Counted beside names", list(schema.FORMS), lambda form: filters.FORMS[form]
        )
        sides = load.ask(view.corpus, known.countries)
        filters.many(view, "side", "Where it lies, or for whom it acts", [*sides, UNKNOWN], country_name)
        time_filters.published(view)
        time_filters.spoken_of(view, view.filters, "mentions", "mentions")


def summary(view: View, shown: str) -> int:
    """What is filtered, in words, and beside it the order of what is shown.

    Returns:
        How many mentions the filters let through.
    """
    n, different = load.ask(view.corpus, entity_counts.totals, view.filters)
    everything, _ = load.ask(view.corpus, entity_counts.totals, view.filters.only("kind"))
    said = f"mentions, {several(different, 'entity')}"
    filters.ordered(view, n, everything, said, ORDERS.get(shown))
    return n
