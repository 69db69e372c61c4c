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
_AXIS, _NARROW, _SMALL, _CHARACTER, _APART, _LEAST = 240, 190, 110, 6.4, 10, 0.016
"""Pixels that the axis has at least, also beside something that is open and on a telephone, of a character of a tick's
label and between two of them; the least width of a bar, as a share of the axis."""
_EXACT = ("moment", "part", "day")
"""Grains that are drawn solid; of what is told less exactly the bar is the time in which it lies."""
_TICKED = ("century", "decade", "year", "half", "quarter", "month", "season", "day", "moment", "week")
"""Grains whose beginning is called by its name on the axis, those first that stay where there is little room. A part of
a day (a morning) begins at an hour that nobody told, and the end of a bar is the beginning of what is not told.
"""
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

    def ticks(self, begins: Iterable[tuple[datetime, str]], width: float) -> tuple[list[float], list[str]]:
        """Places and labels of as many beginnings as have room on so many pixels, those first that come first.

        >>> days = [datetime(2025, 5, 16), datetime(2025, 5, 17)]
        >>> scale(days).ticks([(days[0], "day")], 240)
        ([0.0], ['16 May<br>2025'])

        Args:
            begins: times, each with the grain of what begins there.
            width: pixels of the axis.
        """
        kept: dict[float, str] = {}
        for when, grain in begins:
            place, text = self.at(when), _tick(when, grain)
            if all(
                abs(place - at) * width >= (_wide(text) + _wide(other)) / 2 + _APART
                for at, other in kept.items()
            ):
                kept[place] = text
        return sorted(kept), [kept[place] for place in sorted(kept)]


def scale(times: Iterable[datetime]) -> Scale:
    """The axis for these times.

    >>> scale([datetime(2022, 1, 1), datetime(2025, 1, 1), datetime(2025, 1, 2)]).places
    [0.0, 0.6622, 1.0]
    """
    told = sorted(set(times))
    lengths = [math.log10(10 + (b - a).total_seconds() / 60) for a, b in pairwise(told)]
    whole = sum(lengths) or 1.0
    return Scale(told, [round(sum(lengths[:i]) / whole, 4) for i in range(len(told))])


def _tick(when: datetime, grain: str) -> str:
    day = f"{when.day} {_MONTHS[when.month - 1]}"
    if grain in ("century", "decade"):
        return f"{when.year}s"
    if grain == "year" or (grain in ("half", "quarter") and when.month == 1):
        return str(when.year)
    if grain in ("day", "week"):
        return f"{day}<br>{when.year}"
    return f"{when:%H:%M}<br>{day}" if grain == "moment" else f"{_MONTHS[when.month - 1]}<br>{when.year}"


def _wide(label: str) -> float:
    return _CHARACTER * max(map(len, label.split("<br>")))


def _begins(told: pd.DataFrame, own: Iterable[datetime]) -> list[tuple[datetime, str]]:
    """What the axis may call by name: the first and the last that begins, a day rather than a moment of it, then the
    others by their grain, years first.
    """
    named = [(low, grain) for low, grain in zip(told.low, told.grain, strict=True) if grain in _TICKED]
    ranked = sorted({*named, *((day, "day") for day in own)}, key=lambda one: (_TICKED.index(one[1]), one[0]))
    days = [one for one in ranked if one[1] != "moment"] or ranked
    ends = [most(days, key=lambda one: one[0]) for most in (min, max)] if days else []
    return list(dict.fromkeys([*ends, *ranked]))


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
    places, texts = times.ticks(_begins(told, days), wide)
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
            meta={"heads": tops.names},
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
