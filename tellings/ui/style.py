"""The page's stylesheet: paper and ink. Article text stands in the serif, what Tellings says in the sans."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from tellings.ui.fonts import faces
from tellings.views.theme import SERIF, palette


def theme() -> str:
    """The theme that the visitor sees: `light` or `dark`."""
    return "dark" if st.context.theme.type == "dark" else "light"


def apply() -> None:
    """Give the page its stylesheet, in the colours of the visitor's theme."""
    colours = palette(theme())
    groups = "".join(
        f"--t-{name}:{colours.groups[name]};--t-{name}-tint:{tint};" for name, tint in colours.tints.items()
    )
    root = (
        f"--t-paper:{colours.paper};--t-shade:{colours.shade};--t-ink:{colours.ink};--t-faint:{colours.faint};"
        f"--t-line:{colours.line};--t-accent:{colours.accent};--t-unknown:{colours.unknown};{groups}--t-serif:{SERIF};"
    )
    st.html(f"<style>{faces()}:root{{{root}}}{_CSS}</style>")


_CSS = Path(__file__).with_name("page.css").read_text("utf-8")
