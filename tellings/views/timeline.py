"""The periods that texts name, each on an axis of time, and beside it a cell for each article that names it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any, NamedTuple

import pandas as pd
import plotly.graph_objects as go

from tellings.analysis.evidence import quoted
from tellings.plural import several
from tellings.views import matrix
from tellings.views.heads import NARROW, heads, remaining
from tellings.views.theme import LOOK, Look, axis, label_width, layout, line, mixed, plain, ranks
from tellings.views.undimmed import undimmed

ROW, WIDEST = 25, 12
"""Pixels of a row; the most articles that have a column of cells."""
_AXIS, _NARROW, _SMALL, _TICK, _LEAST = 240, 190, 110, 54, 0.016
"""Pixels that the axis has at least, also beside something that is open and on a telephone, and that a tick's label
needs; the least width of a bar, as a share of the axis."""
_EXACT = ("moment", "part", "day")
"""Grains that are drawn solid; of what is told less exactly the bar is the time in which it lies."""
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


class Scale(NamedTuple):
    """An axis of time on which each stretch between two times that are told has the logarithm of its length.

    Attributes:
        times: those that are told, in order.
        places: theirs, from 0 to 1.
    """

    times: list[datetime]
    places: list[float]

    def at(self, when: datetime) -> float:
        """The place of one of the times."""
        return self.places[self.times.index(when)]

    def ticks(self, width: float) -> tuple[list[float], list[str]]:
        """Places and labels of as many of the times as have room on so many pixels."""
        places: list[float] = []
        texts: list[str] = []
        for when, place in zip(self.times, self.places, strict=True):
            if not places or (place - places[-1]) * width >= _TICK:
                places.append(place)
                texts.append(_tick(when))
        return places, texts


def scale(times: Iterable[datetime]) -> Scale:
    """The axis for these times.

    >>> scale([datetime(2022, 1, 1), datetime(2025, 1, 1), datetime(2025, 1, 2)]).places
    [0.0, 0.6622, 1.0]
    """
    told = sorted(set(times))
    lengths = [math.log10(10 + (b - a).total_seconds() / 60) for a, b in pairwise(told)]
    whole = sum(lengths) or 1.0
    return Scale(told, [round(sum(lengths[:i]) / whole, 4) for i in range(len(told))])


def _tick(when: datetime) -> str:
    if (when.month, when.day, when.hour, when.minute) == (1, 1, 0, 0):
        return str(when.year)
    month = _MONTHS[when.month - 1]
    if (when.day, when.hour, when.minute) == (1, 0, 0):
        return f"{month}<br>{when.year}"
    if (when.hour, when.minute) == (0, 0):
        return f"{when.day} {month}<br>{when.year}"
    return f"{when:%H:%M}<br>{when.day} {month}"


def figure(
    told: pd.DataFrame,
    cells: pd.DataFrame,
    documents: pd.DataFrame,
    published: Sequence[date] = (),
    *,
    look: Look = LOOK,
) -> go.Figure:
    """A row for each period: where it lies on the axis, how often it is told in all and in each article.

    Args:
        told: `value, mod, words, low, high, grain, open, about, texts, n, n_documents`, in order.
        cells: `value, mod, doc_id, n`.
        documents: `doc_id, short`, the columns of cells; none are drawn for more than 12.
        published: the articles' own dates, marked on the axis.
        look: theme, title, source line; its `selected`: value, mod and article (or empty) of what is open.

    Returns:
        A figure whose points have `customdata` `[value, mod, doc_id]`, the article empty for all.
    """
    days = [datetime(day.year, day.month, day.day) for day in published]
    own = [(day, day + timedelta(days=1)) for day in days]
    spans = list(zip(told.low, told.high, strict=True))
    times = scale(when for span in (*spans, *own) for when in span)
    shown = documents if len(documents) <= WIDEST else documents.head(0)
    beside = any(look.selected)
    wide = _SMALL if look.narrow else _NARROW if beside else _AXIS
    left = label_width(told.words, most=220)
    tops = heads(["all", *shown.short], NARROW if beside else remaining(left + wide, look))
    columns = tops.across(map(str, cells.n)) * len(tops.texts)
    split = wide / (wide + columns + 14)
    above = max(tops.height, 38)
    places, texts = times.ticks(wide)
    return undimmed(
        [*_bars(told, times, look), _cells(told, cells, shown, look)],
        layout(
            look.titled("What the texts date"),
            height=ROW * max(len(told), 3) + above + 102,
            least=left + wide + columns + 14,
            margin={"l": left, "r": 10, "t": 48 + above, "b": 54},
            barmode="overlay",
            bargap=0.4,
            yaxis=ranks(look, [plain(words, 30) for words in told.words]),
            xaxis=axis(
                look.theme,
                domain=[0, split - 0.03],
                range=[-0.02, 1.03],
                side="top",
                tickvals=places,
                ticktext=texts,
                tickangle=0,
                showgrid=True,
                gridcolor=mixed(look.colours.line, look.colours.paper, 0.6),
                tickfont={"size": 12, "color": look.colours.faint},
            ),
            xaxis2=tops.axis(look, domain=[split, 1], anchor="y"),
            shapes=[_own(times.at(low), times.at(high), look) for low, high in own],
            annotations=_said(times, own, look),
        ),
    )


def _own(low: float, high: float, look: Look) -> dict[str, Any]:
    """A day on which articles were published, from top to bottom."""
    colour = mixed(look.colours.accent, look.colours.paper, 0.25)
    span = {"x0": low, "x1": max(high, low + _LEAST), "y0": 0, "y1": 1, "xref": "x", "yref": "paper"}
    return {"type": "rect", **span, "fillcolor": colour, "line": {"width": 0}, "layer": "below"}


def _said(times: Scale, own: Sequence[tuple[datetime, datetime]], look: Look) -> list[dict[str, Any]]:
    if not own:
        return []
    said = line("published", colour=look.colours.accent, size=12, left=0)
    middle = (times.at(own[0][0]) + times.at(own[-1][1])) / 2
    at = {"xref": "x", "x": middle, "xshift": 0, "xanchor": "right" if middle > 0.8 else "center"}
    return [{**said, **at, "y": 0, "yshift": -18}]


def _bars(told: pd.DataFrame, times: Scale, look: Look) -> list[dict[str, Any]]:
    colours = look.colours
    row: Any
    spans, fills, edges, says = [], [], [], []
    for row in told.itertuples():
        low, high = times.at(row.low), times.at(row.high)
        spare = max(0.0, _LEAST - (high - low)) / 2
        spans.append((low - spare, high + spare))
        fills.append(mixed(colours.ink, colours.paper, 0.85 if row.grain in _EXACT else 0.24))
        edges.append(colours.accent if (row.value, row.mod, "") == look.selected else colours.ink)
        forms = ", ".join(map(quoted, row.texts[:4]))
        heard = f"{several(row.n, 'time')}, in {several(row.n_documents, 'article')}"
        says.append(f"<b>{plain(row.words)}</b><br>{plain(forms, 90)}<br>{heard}<extra></extra>")
    bars = {
        "type": "bar",
        "orientation": "h",
        "y": list(range(len(told))),
        "base": [low for low, _ in spans],
        "x": [high - low for low, high in spans],
        "text": [f"{n:,}" for n in told.n],
        "textposition": "none",
        "marker": {
            "color": fills,
            "line": {"color": edges, "width": 1},
            "pattern": {
                "shape": ["/" if about else "" for about in told.about],
                "fgcolor": colours.paper,
                "size": 5,
            },
        },
        "customdata": [[value, mod, ""] for value, mod in zip(told.value, told["mod"], strict=True)],
        "hovertemplate": says,
        "cliponaxis": False,
    }
    return [bars, *_open_ends(told, spans, says, look)]


def _open_ends(
    told: pd.DataFrame, spans: Sequence[tuple[float, float]], says: Sequence[str], look: Look
) -> list[dict[str, Any]]:
    """From what has no end, a line with an arrow to the end of the axis."""
    traces = []
    for i, (way, (low, high)) in enumerate(zip(told.open, spans, strict=True)):
        if not way:
            continue
        ends = [high, 1.02] if way == "after" else [low, -0.01]
        symbols = ["circle", "triangle-right" if way == "after" else "triangle-left"]
        traces.append(
            {
                "type": "scatter",
                "mode": "lines+markers",
                "x": ends,
                "y": [i, i],
                "line": {"color": look.colours.ink, "width": 2, "dash": "dot"},
                "marker": {"symbol": symbols, "size": [1, 9], "color": look.colours.ink},
                "customdata": [[told.value.iloc[i], told["mod"].iloc[i], ""]] * 2,
                "hovertemplate": says[i],
                "cliponaxis": False,
            }
        )
    return traces


def _cells(told: pd.DataFrame, cells: pd.DataFrame, documents: pd.DataFrame, look: Look) -> dict[str, Any]:
    rows = {key: i for i, key in enumerate(zip(told.value, told["mod"], strict=True))}
    columns = {"": 0, **{doc: i + 1 for i, doc in enumerate(documents.doc_id)}}
    names = {"": "in all", **dict(zip(documents.doc_id, documents.short, strict=True))}
    squares = [
        matrix.Cell(
            row=rows[value, mod],
            column=columns[doc],
            n=int(n),
            colour=look.colours.ink if doc else look.colours.faint,
            opens=(value, mod, doc),
            says=(told.words.iloc[rows[value, mod]], f"{names[doc]}: {several(int(n), 'time')}"),
            share=0.05 if doc else 0.0,
        )
        for some in (told.assign(doc_id=""), cells)
        for value, mod, doc, n in zip(some.value, some["mod"], some.doc_id, some.n, strict=True)
        if (value, mod) in rows and doc in columns
    ]
    return {**matrix.squares(squares, look, ROW - 4), "xaxis": "x2", "yaxis": "y"}
