"""The places that are shown, to be taken away in the formats of `tellings.exports`."""

from __future__ import annotations

from functools import partial

import streamlit as st

from tellings import exports
from tellings.query.filters import Filters
from tellings.ui import show
from tellings.ui.taking.formats import content
from tellings.ui.view import View


def formats(view: View, counted: Filters, n: int) -> None:
    """A button for each format; the file is made when it is asked for.

    Args:
        view: the page's view.
        counted: the filters as the page counts with them.
        n: how many place names they let through, which are some.
    """
    with st.popover("Take these places away", type="tertiary", icon=":material/download:"):
        show.note(f"{n:,} place names with sentence, article, offsets and point, as filtered now.")
        for key, kind in exports.PLACES.items():
            name, made = view.file_name("places", n) + kind.suffix, partial(content, view, key, counted)
            show.save(kind.title, made, name, kind.mime, key=f"take-places-{key}", type="secondary")
