"""Links of the app: an address carries the view."""

from __future__ import annotations

from tellings.query.filters import Filters
from tellings.ui import address


def test_a_link_carries_the_view() -> None:
    view = Filters(corpus="elm", doc=("a b", "c&d"), sel=("span", "start:1"))
    assert address.href("reader", view) == "reader?corpus=elm&doc=a+b&doc=c%26d&sel=span&sel=start%3A1"
    assert address.href("map", Filters()) == "map"
