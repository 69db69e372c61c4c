"""Who speaks and who is spoken about: words quoted against mentions by others, in all and in each outlet."""

from __future__ import annotations

from typing import Any, NamedTuple

import pandas as pd
import plotly.graph_objects as go

from tellings.analysis.spoken_about import ANONYMOUS
from tellings.plural import several
from tellings.query.sql import UNKNOWN, UNTRACED
from tellings.views.theme import (
    BARS,
    LOOK,
    Look,
    colour_of,
    label_width,
    layout,
    line,
    plain,
    ranks,
    silent,
    wrapped,
)
from tellings.views.undimmed import undimmed

ROW, _TALL, _PANEL = 23, 36, 80
"""Pixels of a row, of one whose label has two lines, and of an outlet's panel at least."""
NAMED = {ANONYMOUS: "anonymous sources", UNKNOWN: UNTRACED}
"""What stands for no entity, in words."""


def figure(voices: pd.DataFrame, outlets: dict[str, str], *, look: Look = LOOK) -> go.Figure:
    """Bars back to back: words quoted to the left, filled; mentions by others to the right, hollow.

    Args:
        voices: `entity_id, name, type, outlet, n, words, mentions`, the rows of an entity together, in order.
        outlets: their names by the value of `outlet`; a panel for each, after one of all outlets of `voices`.
        look: theme, title, source line; its `selected`: entity, outlet and side of what is open.

    Returns:
        A figure whose points have `customdata` `[entity, outlet, "words" or "mentions"]`, the outlet empty for all.
    """
    colours = look.colours
    sums = voices.groupby("entity_id", sort=False)[["n", "words", "mentions"]].sum()
    who = voices.drop_duplicates("entity_id").set_index("entity_id")[["name", "type"]]
    labels = [
        _label(entity, name, kind, int(sums.n[entity]), look) for entity, name, kind in who.itertuples()
    ]
    left = label_width((text for _, text in labels), most=240)
    panels = [("", sums, 1.5)]
    panels += [
        (outlet, voices[voices.outlet == outlet].set_index("entity_id")[["n", "words", "mentions"]], 1.0)
        for outlet in outlets
    ]
    edges = _edges([width for *_, width in panels])
    axes: dict[str, Any] = {}
    bars, heads = [], []
    top = {side: max([1, *sums[side]]) for side in ("words", "mentions")}
    most = {side: max([1, *voices[side]]) for side in ("words", "mentions")}
    for number, ((outlet, counted, _), (start, end)) in enumerate(zip(panels, edges, strict=True)):
        scale = top if not outlet else most
        middle = (start + end) / 2
        for side, domain in (("words", (start, middle)), ("mentions", (middle, end))):
            name = str(2 * number + (1 if side == "words" else 2))
            suffix = "" if name == "1" else name
            reach = scale[side] * 1.75
            axes[f"xaxis{suffix}"] = silent(
                look.theme, domain=domain, range=[reach, 0] if side == "words" else [0, reach], anchor="y"
            )
            where = _Where(side, f"x{suffix}", outlet, outlets.get(outlet, ""))
            bars.append(_bars(counted, who, where, look))
            axes[f"xaxis{suffix}"]["showline"] = False
        head = wrapped(outlets[outlet], 15, 3) if outlet else "<b>all</b>"
        heads.append(_head(head, middle, colours.ink, 22))
        heads.append(_head("words | named" if outlet else "words quoted | named", middle, colours.faint, 4))
    return undimmed(
        bars,
        layout(
            look.titled("Who speaks, and who is spoken about"),
            height=(_TALL if _stacked(look) else ROW) * max(len(sums), 3) + 146,
            least=left + round(_PANEL * sum(width for *_, width in panels)) + 8,
            margin={"l": left, "r": 8, "t": 110, "b": 34},
            annotations=heads,
            shapes=[_rule((start + end) / 2, colours.line) for start, end in edges],
            yaxis=ranks(look, [text for text, _ in labels]),
            **axes,
        ),
    )


def _stacked(look: Look) -> bool:
    return look.narrow or look.room == "small"


def _label(entity: str, name: object, kind: object, n: int, look: Look) -> tuple[str, str]:
    """A row's label, and its longest line; in a small window what somebody is stands below the name."""
    said = NAMED.get(entity) or (name if isinstance(name, str) else entity)
    note = "" if entity in NAMED else "never quoted" if not n else str(kind)
    stacked = _stacked(look)
    length, apart = (20, "<br>") if stacked else (24, " ")
    shown = f"<i>{plain(said, length)}</i>" if note == "never quoted" else plain(said, length)
    below = f"{apart if note else ''}<span style='color:{look.colours.faint};font-size:12px'>{note}</span>"
    longest = max(said[:length], note, key=len) if stacked else f"{said[:length]} {note}"
    return f"{shown}{below}", longest


def _edges(widths: list[float]) -> list[tuple[float, float]]:
    gap = 0.012
    unit = (1 - gap * (len(widths) - 1)) / sum(widths)
    edges, at = [], 0.0
    for width in widths:
        edges.append((at, min(at + unit * width, 1.0)))
        at += unit * width + gap
    return edges


class _Where(NamedTuple):
    """Where bars stand: `words` or `mentions`, on which axis, of which outlet; none for all."""

    side: str
    axis: str
    outlet: str
    name: str


def _bars(counted: pd.DataFrame, who: pd.DataFrame, where: _Where, look: Look) -> dict[str, Any]:
    side, outlet = where.side, where.outlet
    colours = look.colours
    there = [
        (i, entity)
        for i, entity in enumerate(who.index)
        if entity in counted.index and counted[side][entity] > 0
    ]
    kinds = (who.type[entity] for _, entity in there)
    hues = [colour_of(kind if isinstance(kind, str) else None, look.theme) for kind in kinds]
    opened = [(entity, outlet, side) == look.selected for _, entity in there]
    numbers = [int(counted[side][entity]) for _, entity in there]
    noun, of = ("word", "quoted") if side == "words" else ("mention", "by others")
    below = f"<br>{plain(where.name, 50)}" if outlet else ""
    return {
        **BARS,
        "width": 0.66,
        "xaxis": where.axis,
        "x": numbers,
        "y": [i for i, _ in there],
        "marker": {
            "color": hues if side == "words" else [colours.paper] * len(hues),
            "line": {
                "color": [colours.accent if o else hue for o, hue in zip(opened, hues, strict=True)],
                "width": [3 if o else 1.5 for o in opened],
            },
            "pattern": {
                "shape": ["/" if entity == ANONYMOUS else "" for _, entity in there],
                "fgcolor": colours.paper,
                "size": 6,
                "solidity": 0.35,
            },
        },
        "text": [f"{n:,}" for n in numbers],
        "textfont": {"color": colours.ink, "size": 13},
        "customdata": [[entity, outlet, side] for _, entity in there],
        "hovertemplate": [
            f"<b>{plain(NAMED.get(entity) or who.name[entity], 40)}</b>: {several(n, noun)} {of}{below}<extra></extra>"
            for (_, entity), n in zip(there, numbers, strict=True)
        ],
        "name": f"{outlet or 'all'}, {noun}s {of}",
    }


def _head(text: str, middle: float, colour: str, above: int) -> dict[str, Any]:
    base = line(text, colour=colour, size=12, left=2, above=above)
    return {**base, "x": middle, "xanchor": "center", "align": "center", "xshift": 0}


def _rule(middle: float, colour: str) -> dict[str, Any]:
    return {"type": "line", "xref": "paper", "x0": middle, "x1": middle, "yref": "paper", "y0": 0, "y1": 1,
            "line": {"color": colour, "width": 1}}  # fmt: skip
