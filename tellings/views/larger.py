"""A figure made larger as a whole, to be read from the back of a room: letters, marks, and the room that they need."""

from __future__ import annotations

import re
from typing import Any

import plotly.graph_objects as go

BY, MOST = 1.3, 2.5
"""How much larger, and how much at most where there is more room."""

_LENGTHS = frozenset("size height l r t b xshift yshift ticklabelstandoff ticklabelshift least".split())
"""Attributes in pixels, whatever they belong to; the width of a line is one as well, that of a bar is none."""
_IN_HTML = re.compile(r"(?<=font-size:)\d+(?=px)")
_AS_THEY_ARE = frozenset("customdata hovertemplate domain range x y lon lat z geojson tickvals".split())


def larger(figure: go.Figure, by: float = BY) -> go.Figure:
    """The figure so much larger; it is left as it is.

    >>> said = larger(go.Figure({"type": "bar", "width": 0.5, "marker": {"line": {"width": 2}}}, {"height": 100}))
    >>> said.layout.height, said.data[0].width, said.data[0].marker.line.width
    (130, 0.5, 3)
    """
    return go.Figure(_scaled(figure.to_plotly_json(), "", by))


def filling(figure: go.Figure, width: float, height: float) -> float:
    """How much larger a figure of :func:`tellings.views.theme.layout` is drawn where it has a screen for itself.

    So that it fills the screen, but at least by :data:`BY`, if it must be scrolled then.
    """
    fits: float = min(width / figure.layout.meta["least"], height / figure.layout.height)
    return min(max(fits, BY), MOST)


def _scaled(part: Any, name: str, by: float, of: str = "") -> Any:
    if name in _AS_THEY_ARE:
        return part
    if isinstance(part, dict):
        return {key: _scaled(value, key, by, name) for key, value in part.items()}
    if name in _LENGTHS or (name == "width" and of == "line"):
        return _longer(part, by)
    if isinstance(part, list | tuple):
        return [_scaled(one, name, by) for one in part]
    if isinstance(part, str) and "font-size:" in part:
        return _IN_HTML.sub(lambda size: str(_longer(int(size.group()), by)), part)
    return part


def _longer(length: Any, by: float) -> Any:
    if isinstance(length, list | tuple):
        return [_longer(one, by) for one in length]
    return round(length * by, 1) if isinstance(length, float) else round(length * by)
