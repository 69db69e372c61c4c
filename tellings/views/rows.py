"""The rows of a chart, read back from its figure: what each is called, its first number and what it opens."""

from __future__ import annotations

import html
import re
from typing import Any, NamedTuple

import plotly.graph_objects as go

_FIRST = 3
_TAG = re.compile(r"<[^>]*>")


class Row(NamedTuple):
    """A row: its label as the axis has it (HTML), what is printed for the whole of it, and that point's customdata."""

    label: str
    said: str
    point: Any


def rows(figure: go.Figure) -> dict[Any, Row]:
    """The rows of a chart by their place: those of its bars, the first of a row, or of its column “all”."""
    axis = figure.layout.yaxis
    labels = dict(zip(axis.tickvals or (), axis.ticktext or (), strict=True))
    columns = dict(zip(figure.layout.xaxis.tickvals or (), figure.layout.xaxis.ticktext or (), strict=True))
    bars: dict[Any, Row] = {}
    for trace in figure.data:
        if trace.type not in ("bar", "scatter") or trace.customdata is None or trace.text is None:
            continue  # of a map, or nothing that opens
        points = zip(trace.x, trace.y, trace.text, trace.customdata, strict=True)
        for x, y, text, point in points:
            if y in labels and (trace.type == "bar" or columns.get(x) == "all"):
                bars.setdefault(y, Row(labels[y], str(text), point))
    return bars


def words(label: str) -> str:
    """A label of a chart without its markup, in one line."""
    return html.unescape(_TAG.sub("", label.replace("<br>", " "))).strip()


def finding(figure: go.Figure) -> str:
    """What a chart or map shows first, in words: the labels of its first rows or areas, with their numbers."""
    said = [f"{row.label} {row.said}" for row in rows(figure).values()]
    said += [text for trace in figure.data if trace.name == "labels" for text in trace.text or ()]
    first = [words(text) for text in said[:_FIRST]]
    more = f", and {len(said) - _FIRST:,} more" if len(said) > _FIRST else ""
    return f"{', '.join(first)}{more}" if first else ""
