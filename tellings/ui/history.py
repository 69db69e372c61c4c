"""The browser's history: one act of a visitor makes one entry, so that one Back is the page as it was.

Where a click turns to another page, Streamlit makes two entries: the old page with the new page's
filters, then the new page.
"""

from __future__ import annotations

import streamlit as st

_mount = st.components.v2.component(
    "tellings_history",
    js="""
    export default function () {
      if (window.history.pushState.onePerAct) return;
      const push = window.history.pushState;
      let acted = true;
      const act = () => { acted = true; };
      for (const kind of ["pointerdown", "click", "keydown", "popstate"]) window.addEventListener(kind, act, true);
      const onePerAct = function (...entry) {
        if (acted) push.apply(window.history, entry);
        else window.history.replaceState(...entry);
        acted = false;
      };
      onePerAct.onePerAct = true;
      window.history.pushState = onePerAct;
    }
    """,
)


def one_entry_per_act() -> None:
    """Let entries that follow each other without the visitor having done anything be one."""
    _mount(key="history", height=0)
