"""Columns that give way where a page is narrow: `page.css` says when."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.elements.lib.layout_utils import Gap


def beside(*weights: float, gap: Gap = "medium") -> list[DeltaGenerator]:
    """The columns of a page: one below the other where it is narrow, what is opened in the last before the others."""
    with st.container(key="beside"):
        return st.columns(weights, gap=gap)


def controls(*weights: float, key: str = "controls") -> list[DeltaGenerator]:
    """The columns of controls; what has no room in the line stands in the next."""
    with st.container(key=key):
        return st.columns(weights, vertical_alignment="bottom" if key.startswith("controls") else "center")
