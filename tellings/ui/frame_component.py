"""What every page does in the browser: keys, links that keep the session, what terms mean, one act is one step back,
pictures keep their typefaces, the page follows.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from tellings.ui import address, state

_KEY = "in-browser"
_mount = st.components.v2.component("tellings_frame", js=Path(__file__).with_suffix(".js").read_text("utf-8"))


def mount() -> None:
    """Take part in the browser. The page runs again when its window is come back to: it opens the corpus as it is."""
    _mount(key=_KEY, on_back_change=lambda: None, on_by_change=lambda: None, on_enter_change=_enter, height=0)


def walking() -> bool:
    """Are tables gone through by keys? Then what they come by is opened by Enter alone."""
    return (state.get(_KEY) or {}).get("by") == "keys"


def _enter() -> None:
    walked = state.walked()
    if walked:
        key, opens = walked
        state.clicked(key)
        address.open_selection(opens())
