"""The page's stylesheet: paper and ink. Article text stands in the serif, what Tellings says in the sans.

The typefaces are served from `static/fonts/`: nothing is fetched from elsewhere, and only what a page shows.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from tellings.views.larger import BY
from tellings.views.theme import SERIF, palette


def theme() -> str:
    """The theme that the visitor sees: `light` or `dark`."""
    return "dark" if st.context.theme.type == "dark" else "light"


def apply(*, large: bool) -> None:
    """Give the page its stylesheet, in the colours of the visitor's theme; `large` to be read from afar."""
    colours = palette(theme())
    groups = "".join(
        f"--t-{name}:{colours.groups[name]};--t-{name}-tint:{tint};" for name, tint in colours.tints.items()
    )
    root = (
        f"--t-paper:{colours.paper};--t-shade:{colours.shade};--t-ink:{colours.ink};--t-faint:{colours.faint};"
        f"--t-line:{colours.line};--t-accent:{colours.accent};--t-unknown:{colours.unknown};{groups}--t-serif:{SERIF};"
    )
    css = _CSS
    if large:
        css = css.replace(f"{_NARROW}px", f"{_NARROW * BY:g}px")
        css = f"html{{font-size:{16 * BY:g}px}}{css.replace('(max-width: 480px)', 'not all')}"
    st.html(f"<style>{_faces()}:root{{{root}}}{css}</style>")


_NARROW = 1180
"""Pixels of a window in which the columns of a page stand one below the other, as `page.css` has it; in large print
nothing is fitted to a telephone of 480."""
_CSS = Path(__file__).with_name("page.css").read_text("utf-8")

_RANGES = {
    "latin": "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,"
    "U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD",
    "latin-ext": "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,"
    "U+2020,U+20A0-20AB,U+20AD-20C4,U+2113,U+2C60-2C7F,U+A720-A7FF",
    "cyrillic": "U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116",
    "greek": "U+0370-0377,U+037A-037F,U+0384-038A,U+038C,U+038E-03A1,U+03A3-03FF",
}
_FACES = [
    ("Source Serif 4", "source-serif-4", style, script)
    for style in ("normal", "italic")
    for script in _RANGES
]
_FACES += [("Source Sans 3", "source-sans-3", "normal", script) for script in _RANGES]
_FACES += [("Source Sans 3", "source-sans-3", "italic", "latin")]


def _faces() -> str:
    """The `@font-face` rules of the stylesheet; addresses are relative to the app's."""
    return "".join(
        f'@font-face{{font-family:"{family}";font-style:{style};font-weight:200 900;font-display:swap;'
        f'src:url("app/static/fonts/{stem}-{script}-wght-{style}.woff2") format("woff2");'
        f"unicode-range:{_RANGES[script]};}}"
        for family, stem, style, script in _FACES
    )
