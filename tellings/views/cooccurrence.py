"""Who is named with whom: a matrix of the sentences that two share; or entities on a circle, a line between the two.

In both, the four groups of types stand together, and neighbours are those who share most, found one after the other. A
circle, because its labels never cover one another, nothing is random, and a place on it says nothing by itself.
"""

from __future__ import annotations

from collections.abc import Container
from math import hypot, sqrt
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from tellings.plural import several
from tellings.schema import GROUPS
from tellings.views import matrix as squares
from tellings.views.heads import heads
from tellings.views.names import told_apart
from tellings.views.network_shape import CIRCLE, Point, Shape, room_of
from tellings.views.theme import (
    GROUP_OF,
    LOOK,
    Look,
    Palette,
    axis,
    colour_of,
    label_width,
    layout,
    line,
    mixed,
    palette,
    plain,
)
from tellings.views.undimmed import undimmed

_STEPS = 24
_PLACES = (0.5, 0.38, 0.62, 0.28, 0.72, 0.45, 0.55, 0.2, 0.8)
_CLEAR = "rgba(0,0,0,0)"


def drawn(pairs: pd.DataFrame, focus: Container[str] = (), most: int = CIRCLE.lines) -> pd.DataFrame:
    """The pairs that are drawn: those of the entities in focus, then of each entity its first, then what has most
    sentences; the result is ordered as `pairs`, those with most sentences first.
    """
    seen: set[str] = set()
    ranks = []
    for a, b in zip(pairs.entity_a, pairs.entity_b, strict=True):
        ranks.append(0 if a in focus or b in focus else 1 if not {a, b} <= seen else 2)
        seen |= {a, b}
    order = sorted(range(len(pairs)), key=lambda i: (ranks[i], i))[:most]
    return pairs.iloc[sorted(order)]


def matrix(nodes: pd.DataFrame, pairs: pd.DataFrame, *, look: Look = LOOK) -> go.Figure:
    """A row and a column for each entity; where two meet, in how many sentences both are named. Each pair stands once.

    Args:
        nodes: `entity_id, name, type, n`.
        pairs: as of :func:`figure`.
        look: theme, title, source line; its `selected`: the two that are open.

    Returns:
        A figure whose points have `customdata` `[entity_a, entity_b]`.
    """
    around = ordered(nodes, pairs)
    places = {entity: i for i, entity in enumerate(around)}
    called = dict(zip(nodes.entity_id, told_apart(nodes.entity_id, nodes.name, nodes.type), strict=True))
    most = max([*pairs.n_sentences, 1])
    cells = [
        squares.Cell(
            row=max(places[row["entity_a"]], places[row["entity_b"]]) - 1,
            column=min(places[row["entity_a"]], places[row["entity_b"]]),
            n=int(row["n_sentences"]),
            share=row["n_sentences"] / most,
            colour=look.colours.ink,
            opens=(row["entity_a"], row["entity_b"]),
            says=(
                f"{row['name_a']} and {row['name_b']}",
                f"{several(row['n_sentences'], 'sentence')} in {several(row['n_documents'], 'article')}",
            ),
        )
        for row in pairs.to_dict("records")
        if row["entity_a"] in places and row["entity_b"] in places
    ]
    names = [called[entity] for entity in around]
    return squares.figure(
        [plain(name, 28) for name in names[1:]],
        heads(names[:-1]),
        cells,
        left=label_width(name[:28] for name in names),
        look=look.titled("In how many sentences two are named together"),
    )


def figure(
    nodes: pd.DataFrame,
    pairs: pd.DataFrame,
    *,
    look: Look = LOOK,
    focus: Container[str] = (),
    counted: tuple[str, str] = ("sentence", "sentences that name both"),
) -> go.Figure:
    """Draw the network.

    Args:
        nodes: `entity_id, name, type, n, n_documents`.
        pairs: `entity_a, entity_b, name_a, name_b, n_sentences, n_documents, association` among them, and `n` where
            names are counted, those with most sentences first; a line's width and its number are its sentences.
        look: theme, title, source line; its `selected`: the entity, or the two, that are open.
        focus: the entities whose company is asked for.
        counted: what `n_sentences` counts, for one of them and as the legend says it.

    Returns:
        A figure whose points have `customdata` `[entity_id, ""]` for a node, `[entity_a, entity_b]` for a line's dot.
    """
    room = room_of(look.room)
    shown = drawn(pairs, focus, room.lines)
    around = ordered(nodes, shown)
    spots = {entity: room.spot(i, len(around)) for i, entity in enumerate(around)}
    opened = tuple(part for part in look.selected if part)
    fixed, square = {"constrain": "domain"}, {} if look.narrow else {"scaleanchor": "x"}
    traces = [
        *_lines(shown, spots, look.colours, opened, room),
        _dots(shown, spots, look, counted[0]),
    ]
    traces.append(_nodes(nodes, spots, look.theme, opened))
    return undimmed(
        traces,
        layout(
            look.titled("Who is named with whom"),
            height=room.height,
            least=room.least,
            margin={"l": 8, "r": 8, "t": 92 if look.narrow else 72, "b": 36},
            annotations=[_legend(look, nodes.type, counted[1]), *_labels(nodes, spots, look.colours, room)],
            hovermode="closest",
            # Of a window that changes its width Plotly would else zoom out, until names stand on each other.
            xaxis=axis(look.theme, visible=False, range=[-room.wide, room.wide], **fixed),
            yaxis=axis(look.theme, visible=False, range=[-1.12, 1.12], **fixed, **square),
        ),
    )


def ordered(nodes: pd.DataFrame, pairs: pd.DataFrame) -> list[str]:
    """The entities as they are drawn: type by type, those who share most side by side."""
    shared: dict[tuple[str, str], int] = {}
    for a, b, k in zip(pairs.entity_a, pairs.entity_b, pairs.n_sentences, strict=True):
        shared[(a, b)] = shared[(b, a)] = int(k)
    placed: list[str] = []
    for group in GROUPS:
        left = [
            e
            for e, kind in zip(nodes.entity_id, nodes.type, strict=True)
            if GROUP_OF.get(kind, "other") == group
        ]
        while left:
            last = placed[-1] if placed else ""
            ranked = [(shared.get((last, entity), 0), -i) for i, entity in enumerate(left)]
            placed.append(left.pop(-max(ranked)[1]))
    return placed


def _is_open(a: str, b: str, opened: tuple[str, ...]) -> bool:
    return bool(opened) and all(part in (a, b) for part in opened)


def _lines(
    pairs: pd.DataFrame, spots: dict[str, Point], colours: Palette, opened: tuple[str, ...], room: Shape
) -> list[dict[str, Any]]:
    most = int(pairs.n_sentences.max()) if len(pairs) else 1
    traces = []
    for a, b, k in zip(pairs.entity_a, pairs.entity_b, pairs.n_sentences, strict=True):
        if a not in spots or b not in spots:
            continue
        share = int(k) / most
        way = [room.curve(spots[a], spots[b], step / _STEPS) for step in range(_STEPS + 1)]
        chosen = _is_open(a, b, opened)
        faded = bool(opened) and not chosen
        ink = colours.accent if chosen else colours.ink
        traces.append(
            {
                "type": "scatter",
                "mode": "lines",
                "x": [round(x, 4) for x, _ in way],
                "y": [round(y, 4) for _, y in way],
                "line": {
                    "width": 1 + 6 * share,
                    "color": mixed(ink, colours.paper, 0.16 if faded else 0.3 + 0.45 * share),
                },
                "hoverinfo": "skip",
            }
        )
    return list(reversed(traces))


def _dots(pairs: pd.DataFrame, spots: dict[str, Point], look: Look, counted: str) -> dict[str, Any]:
    colours, room = look.colours, room_of(look.room)
    opened = tuple(part for part in look.selected if part)
    rows = [row for row in pairs.to_dict("records") if row["entity_a"] in spots and row["entity_b"] in spots]
    taken: list[Point] = []
    for row in rows:
        ways = [room.curve(spots[row["entity_a"]], spots[row["entity_b"]], t) for t in _PLACES]
        taken.append(max(ways, key=lambda spot: min(0.13, _apart(spot, taken, room.slim))))
    chosen = [_is_open(row["entity_a"], row["entity_b"], opened) for row in rows]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [round(x, 4) for x, _ in taken],
        "y": [round(y, 4) for _, y in taken],
        "text": [f"{row['n_sentences']:,}" for row in rows],
        "textfont": {"size": 11, "color": [colours.paper if one else colours.ink for one in chosen]},
        "marker": {
            "size": 17,
            "color": [colours.accent if one else colours.paper for one in chosen],
            "line": {"color": colours.line, "width": 1},
            "opacity": 1,
        },
        "customdata": [[row["entity_a"], row["entity_b"]] for row in rows],
        "hovertemplate": [
            f"<b>{plain(row['name_a'])}</b> and <b>{plain(row['name_b'])}</b><br>"
            f"{several(row['n_sentences'], counted)} in {several(row['n_documents'], 'article')}"
            f"{', ' + several(row['n'], 'name') if 'n' in row else ''}; G² {row['association']:.1f}<extra></extra>"
            for row in rows
        ],
        "unselected": {"textfont": {"color": colours.ink}},
        "name": "pairs",
    }


def _apart(spot: Point, taken: list[Point], slim: float) -> float:
    return min((hypot((spot[0] - x) * slim, spot[1] - y) for x, y in taken), default=9.0)


def _nodes(
    nodes: pd.DataFrame, spots: dict[str, Point], theme: str, opened: tuple[str, ...]
) -> dict[str, Any]:
    colours = palette(theme)
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [spots[entity][0] for entity in nodes.entity_id],
        "y": [spots[entity][1] for entity in nodes.entity_id],
        "marker": {
            "size": _sizes(nodes),
            "color": [colour_of(kind, theme) for kind in nodes.type],
            "opacity": 1,
            "line": {
                "color": [colours.accent if entity in opened else _CLEAR for entity in nodes.entity_id],
                "width": 3,
            },
        },
        "customdata": [[entity, ""] for entity in nodes.entity_id],
        "hovertemplate": [
            f"<b>{plain(name)}</b>, {kind}: {n:,} ×<extra></extra>"
            for name, kind, n in zip(nodes.name, nodes.type, nodes.n, strict=True)
        ],
        "cliponaxis": False,
        "name": "entities",
    }


def _sizes(nodes: pd.DataFrame) -> list[float]:
    most = max([*nodes.n, 1])
    return [10 + 18 * sqrt(n / most) for n in nodes.n]


def _labels(
    nodes: pd.DataFrame, spots: dict[str, Point], colours: Palette, room: Shape
) -> list[dict[str, Any]]:
    sizes = dict(zip(nodes.entity_id, _sizes(nodes), strict=True))
    farthest = max(sizes.values(), default=0)  # the same for all, so that none comes near the one below it
    return [
        {
            "x": spots[entity][0],
            "y": spots[entity][1],
            "xshift": round(spots[entity][0] * (sizes[entity] / 2 + 4)),
            "yshift": round(spots[entity][1] * (farthest / 2 + 9)) if room is CIRCLE else 0,
            "text": f"{plain(name, room.letters)} <span style='color:{colours.faint}'>{n:,}</span>",
            "showarrow": False,
            "xanchor": "left" if spots[entity][0] >= 0 else "right",
            "yanchor": "middle",
            "font": {"size": room.size, "color": colours.ink},
        }
        for entity, name, n in zip(
            nodes.entity_id, told_apart(nodes.entity_id, nodes.name, nodes.type), nodes.n, strict=True
        )
    ]


def _legend(look: Look, kinds: pd.Series, counted: str) -> dict[str, Any]:
    colours = look.colours
    groups = GROUPS if kinds.isin(GROUP_OF).any() else ()  # words have no group
    words = "".join(f"<span style='color:{colours.groups[group]}'>■</span> {group}   " for group in groups)
    below = "<br>" if look.narrow and words else ""
    said = f"{words}{below}<span style='color:{colours.faint}'>on a line: {counted}</span>"
    return line(said, colour=colours.ink, size=13, left=8, above=8)
