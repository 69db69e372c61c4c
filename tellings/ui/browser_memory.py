"""A window's own memory in the browser: what a visitor corrected survives a reload, and no other window has it."""

from __future__ import annotations

import streamlit as st

from tellings import corrections
from tellings.ui import state

_mount = st.components.v2.component(
    "tellings_window",
    js="""
    export default function (component) {
      const key = "tellings corrections " + component.data.corpus;
      if (component.data.lines) {
        window.sessionStorage.setItem(key, component.data.lines);
      } else {
        const kept = window.sessionStorage.getItem(key);
        if (kept) component.setTriggerValue("kept", kept);
      }
    }
    """,
)


def keep(corpus: str, most: int) -> None:
    """Lay this session's corrections down in the browser's window, or take up again those that lie there.

    Args:
        corpus: the corpus' name.
        most: how many lines a session may hold.
    """
    key = f"window-{corpus}"
    lines = corrections.export(state.corrections(corpus)).decode()

    def kept() -> None:
        text = (state.get(key) or {}).get("kept")
        if text and not state.corrections(corpus):
            state.correct(corpus, tuple(corrections.loads(str(text).encode()).lines[:most]))

    _mount(data={"corpus": corpus, "lines": lines}, key=key, on_kept_change=kept, height=0)
