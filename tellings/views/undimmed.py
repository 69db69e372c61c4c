"""A figure in which nothing grows pale where something is chosen: what is open has its outline."""

from __future__ import annotations

import plotly.graph_objects as go


def undimmed(figure: go.Figure) -> go.Figure:
    """A copy of a figure that `theme.layout` frames: there Plotly does not thin all but the mark that was clicked."""
    new = go.Figure(figure)
    accent, ink = new.layout.modebar.activecolor, new.layout.font.color
    for trace in new.data:
        opacity = trace.marker.opacity
        trace.unselected.marker.opacity = opacity if isinstance(opacity, float) else 1
        if "textfont" not in trace or trace.unselected.textfont.color:
            continue
        colours, edges = trace.textfont.color or ink, trace.marker.line.color
        if isinstance(
            colours, str
        ):  # said twice: for the text of a bar Plotly reads the one only where it has the other
            trace.selected.textfont.color = trace.unselected.textfont.color = colours
        elif colours:  # each its own: they stay where that of the chosen one is said
            at = edges.index(accent) if isinstance(edges, tuple) and accent in edges else 0
            trace.selected.textfont.color = colours[at]
    return new
