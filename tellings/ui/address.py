"""The address of a view: read once a run, written by every control. The URL is the truth."""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin

import streamlit as st

from tellings.query import filters
from tellings.query.filters import Filters
from tellings.query.selection import Selection
from tellings.ui import state
from tellings.ui.registry import MISSING
from tellings.ui.text import escape

EVIDENCE = "evidence:"
"""What the open page of the evidence begins with: another selection begins at its first."""


def read() -> tuple[Filters, list[str]]:
    """The filters of this address, and a sentence for each part of it that says nothing."""
    return filters.parse({name: st.query_params.get_all(name) for name in st.query_params if name != MISSING})


def missing() -> str:
    """The page that was asked for and is not there, if one was."""
    return str(st.query_params.get(MISSING, ""))


def write(view: Filters) -> None:
    """Make the address say this view."""
    if state.tried("", view.params()):
        return
    st.query_params.from_dict(view.params())


def change(**changes: Any) -> None:
    """Make the address say the same view with other values; other filters close what is open and turn lists back."""
    current, _ = read()
    if "sel" not in changes:
        changes = {"sel": (), "page": (), **changes}
        state.clicked(None)
    else:
        kept = tuple(part for part in current.page if not part.startswith(EVIDENCE))
        changes.setdefault("page", kept)
    write(current.change(**changes))


def open_selection(selection: Selection | None, **changes: Any) -> None:
    """Open the evidence of a selection, or close it, and change filters with it."""
    change(sel=selection.sel if selection else (), **changes)


def clear(*kept: str) -> None:
    """Take every filter away but those named; corpus, order and view stay."""
    current, _ = read()
    state.clicked(None)
    write(current.only("sort", "view", *kept))


def close() -> None:
    """Close what is open."""
    state.clicked(None)
    change(sel=())


def href(page: str, view: Filters) -> str:
    """A link to a page with this view, relative to the page that holds it."""
    return f"{page}?{view.query}" if view.query else page


def link(page: str, view: Filters, shown: str) -> str:
    """The same as HTML, as is what it shows."""
    return f'<a href="{escape(href(page, view))}" target="_self">{shown}</a>'


def absolute(page: str, view: Filters) -> str:
    """The whole address of a page with this view, as somebody else may open it; relative where it is not known."""
    return urljoin(st.context.url or "", href(page, view))
