"""How often a word stands in each of several parts, and where in them: bars of rates, and beside each its places."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from tellings.views.names import apart
from tellings.views.theme import LEAST, LOOK, TELEPHONE, Look, axis, label_width, layout, plain, ranks, silent
from tellings.views.undimmed import undimmed

ROW, _AXIS, _WIDE, _BARS, _LETTERS = 24, 30, 320, 0.3, 24
"""Pixels of a row, of the axis of places, and of the narrowest bars and places; the share of the bars in these; letters
of a label, of which a telephone has room for half."""
_ALONE = 560
"""Pixels that it has at least where nothing stands beside it, but on a telephone: room for its title on one line."""


def figure(rows: pd.DataFrame, *, ticks: pd.DataFrame | None = None, look: Look = LOOK) -> go.Figure:
    """A row for each part, with its rate as a bar and beside it.

    Args:
        rows: `id, label, n, per_1000`, in the order to be drawn.
        ticks: `id, at`: places in the parts, from 0 at the beginning to 1 at the end.
        look: theme, title, source line.

    Returns:
        A figure whose points have `customdata` `[id]`.
    """
    colours, at = look.colours, dict(zip(rows.id, range(len(rows)), strict=True))
    rates = rows.per_1000.fillna(0)
    small = look.narrow and ticks is not None
    letters, share, room = (_LETTERS // 2, 0.36, 1.8) if small else (_LETTERS, _BARS, 1.25)
    left = label_width(rows.label.str[:letters])
    opens = [[one] for one in rows.id]
    told = [
        f"{plain(label)}: {n:,} ×, {rate:.2f} in 1,000 words<extra></extra>"
        for label, n, rate in zip(rows.label, rows.n, rates, strict=True)
    ]
    bars = go.Bar(
        orientation="h", x=rates.tolist(), y=list(range(len(rows))), text=[f"{rate:.2f}" for rate in rates],
        textposition="outside", cliponaxis=False, customdata=opens, hovertemplate=told,
        marker={"color": colours.accent},
    )  # fmt: skip
    traces: list[go.Bar | go.Scatter] = [bars]
    beside: dict[str, Any] = {}
    if ticks is not None:
        mark = {"symbol": "line-ns", "size": 14, "line": {"width": 1.5, "color": colours.ink}}
        traces.append(
            go.Scatter(
                x=ticks["at"].tolist(),
                y=[at[one] for one in ticks.id],
                mode="markers",
                marker=mark,
                xaxis="x2",
                customdata=[[one] for one in ticks.id],
                hovertemplate="%{x:.0%} of the article<extra></extra>",
            )
        )
        beside["xaxis2"] = axis(
            look.theme, domain=[share + 0.06, 1], range=[-0.01, 1.01], anchor="y",
            tickvals=[0, 0.5, 1], ticktext=["beginning", "" if small else "middle", "end"],
        )  # fmt: skip
    below, least = _AXIS if beside else 0, left + (_WIDE if beside else _WIDE // 2)
    least = TELEPHONE if small else max(least, LEAST if look.narrow else _ALONE)
    return undimmed(
        traces,
        layout(
            look.titled("How often, and where"),
            height=ROW * max(len(rows), 3) + 104 + below,
            least=least,
            margin={"l": left, "r": 34, "t": 68, "b": 36 + below},
            bargap=0.4,
            xaxis=silent(look.theme, domain=[0, share if beside else 1], range=[0, room * max(rates.max(), 0.01)]),
            **beside,
            yaxis=ranks(look, list(map(plain, apart(rows.label.tolist(), letters)))),
        ),
    )  # fmt: skip
