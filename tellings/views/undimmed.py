"""A figure in which nothing grows pale where something is chosen: what is open has its outline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import plotly.graph_objects as go


def undimmed(traces: Sequence[Any], frame: Mapping[str, Any]) -> go.Figure:
    """The figure of these traces in a frame of `theme.layout`: there Plotly does not thin all but what was clicked."""
    figure = go.Figure(traces, frame)
    accent, ink = figure.layout.modebar.activecolor, figure.layout.font.color
    for trace in figure.data:
        opacity = trace.marker.opacity
        trace.unselected.marker.opacity = opacity if isinstance(opacity, float) else 1
        if "textfont" not in trace or trace.unselected.textfont.color:
            continue
        colours, edges = trace.textfont.color or ink, trace.marker.line.color
        if isinstance(colours, str):  # for the text of a bar Plotly reads the one only where it has the other
            trace.selected.textfont.color = trace.unselected.textfont.color = colours
        elif isinstance(edges, tuple) and accent in edges:  # said: then all others keep theirs
            trace.selected.textfont.color = colours[edges.index(accent)]
    return figure
