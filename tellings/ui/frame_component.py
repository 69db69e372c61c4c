"""What every page does in the browser: one act is one step back, pictures keep their typefaces, the page follows."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

_mount = st.components.v2.component("tellings_frame", js=Path(__file__).with_suffix(".js").read_text("utf-8"))


def mount() -> None:
    """Take part in the browser. The page runs again when its window is come back to: it opens the corpus as it is."""
    _mount(key="in-browser", on_back_change=lambda: None, height=0)
