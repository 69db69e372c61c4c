"""The places that are shown, to be taken away in the formats of `tellings.exports`."""

from __future__ import annotations

import streamlit as st

from tellings import exports
from tellings.exports import Format
from tellings.query.filters import Filters
from tellings.ui import show
from tellings.ui.frame import View


def formats(view: View, counted: Filters, n: int) -> None:
    """A button for each format; the file is made when it is asked for.

    Args:
        view: the page's view.
        counted: the filters as the page counts with them.
        n: how many place names they let through.
    """
    with st.popover("Take these places away", type="tertiary", icon=":material/download:"):
        show.note(f"{n:,} place names with sentence, article, offsets and point, as filtered now.")
        for key, kind in exports.PLACES.items():
            _button(view, counted, n, key, kind)


def _button(view: View, counted: Filters, n: int, key: str, kind: Format) -> None:
    st.download_button(
        kind.title,
        data=lambda: exports.write(view.corpus, key, counted)[0],
        file_name=view.file_name("places", n) + kind.suffix,
        mime=kind.mime,
        key=f"take-places-{key}",
        on_click="ignore",
    )
