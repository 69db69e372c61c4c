"""A page that follows: whoever comes back to its tab or window sees what was corrected in another meanwhile."""

from __future__ import annotations

import streamlit as st

_mount = st.components.v2.component(
    "tellings_following",
    js="""
    export default function (component) {
      let away = false;
      const leave = () => { away = true; };
      const come = () => {
        if (document.visibilityState === "hidden") { away = true; return; }
        if (away) component.setTriggerValue("back", Date.now());
        away = false;
      };
      window.addEventListener("blur", leave);
      window.addEventListener("focus", come);
      document.addEventListener("visibilitychange", come);
      return () => {
        window.removeEventListener("blur", leave);
        window.removeEventListener("focus", come);
        document.removeEventListener("visibilitychange", come);
      };
    }
    """,
)


def follow() -> None:
    """Run the page again when its window is come back to: it opens the corpus as it is by then."""
    _mount(key="following", on_back_change=lambda: None, height=0)
