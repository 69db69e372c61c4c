"""The switch that counts tellings once: of the articles that rest on one copy only the fullest counts."""

from __future__ import annotations

import streamlit as st

from tellings.analysis import shared_text
from tellings.store.corpus import Corpus
from tellings.ui import address, load, state


def switch(corpus: Corpus) -> None:
    """The switch at the side, where articles rest on one copy."""
    current, _ = address.read()
    if not current.once and not load.ask(corpus, shared_text.any_copied):
        return
    state.put("once", bool(current.once))
    st.toggle(
        "Count tellings once",
        key="once",
        on_change=_switched,
        help="Of the articles that rest on one copy only the fullest counts: five articles may be three tellings",
    )


def _switched() -> None:
    address.change(once="tellings" if state.get("once") else "")
