"""Who is named how often: a bar for each entity and a cell for each article that names it; bars by type."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from tellings.views.theme import DARK, GROUPS, LIGHT, colour_of, frame, label_width, line, palette, plain

_NONE = pd.DataFrame({"entity_id": [], "doc_id": [], "n": []})
_NO_DOCUMENTS = pd.DataFrame({"doc_id": [], "label": []})
ROW, WIDEST = 27, 24
"""Height of a row in pixels; the most articles that have a column of cells."""


def figure(
    counted: pd.DataFrame,
    cells: pd.DataFrame,
    documents: pd.DataFrame,
    *,
    theme: str = "light",
    title: str = "Who and what is named",
    source: str = "",
    selected: tuple[str, str | None] = ("", None),
) -> go.Figure:
    """Bars of mentions, sorted, and beside each its cells, an article wide.

    Args:
        counted: `entity_id, name, type, n, n_documents`, in the order to be drawn.
        cells: `entity_id, doc_id, n`.
        documents: `doc_id, label`, the columns of cells from left to right; none are drawn for more than 24.
        theme: `light` or `dark`.
        title: what is seen.
        source: the source line.
        selected: entity and article of what is open; it is outlined.

    Returns:
        A figure whose points have `customdata` `[entity_id, doc_id]`, the article empty for bars.
    """
    colours = palette(theme)
    drawn = go.Figure()
    rows = {entity: i for i, entity in enumerate(counted.entity_id)}
    edge = [
        colours.accent if e == selected[0] and not selected[1] else "rgba(0,0,0,0)" for e in counted.entity_id
    ]
    drawn.add_bar(
        orientation="h",
        x=counted.n.tolist(),
        y=list(rows.values()),
        marker={
            "color": [colour_of(kind, theme) for kind in counted.type],
            "line": {"color": edge, "width": 2.5},
        },
        text=[f"{n:,}" for n in counted.n],
        textposition="outside",
        textfont={"color": colours.ink},
        cliponaxis=False,
        customdata=[[entity, ""] for entity in rows],
        hovertemplate=[
            f"<b>{plain(r.name_)}</b>, {r.type}<br>{r.n:,} × in {r.n_documents} article(s)<extra></extra>"
            for r in counted.rename(columns={"name": "name_"}).itertuples()
        ],
        unselected={"marker": {"opacity": 1}},
        name="mentions",
    )
    wide = 0 < len(documents) <= WIDEST
    if wide:
        _cells(drawn, counted, cells, documents, rows, theme, selected)
    said = list(zip(counted.name, counted.type, strict=True))
    labels = [
        f"{plain(name, 24)} <span style='color:{colours.faint};font-size:12px'>{kind}</span>"
        for name, kind in said
    ]
    frame(
        drawn,
        theme=theme,
        title=title,
        source=source,
        height=ROW * max(len(rows), 3) + 118,
        margin={"l": label_width(f"{n[:24]} {t}" for n, t in said), "r": 12, "t": 84, "b": 36},
        bargap=0.38,
    )
    drawn.update_yaxes(
        tickvals=list(rows.values()),
        ticktext=labels,
        range=[len(rows) - 0.5, -0.5],
        showline=False,
        ticks="",
        tickfont={"color": colours.ink, "size": 14},
    )
    top = max([*counted.n, 1])
    split = 1 - min(0.64, 0.088 * len(documents)) if wide else 1
    drawn.update_layout(
        xaxis={
            "domain": [0, split - (0.04 if wide else 0)],
            "range": [0, top * 1.16],
            "showticklabels": False,
            "showline": False,
        },
        xaxis2={
            "domain": [split, 1],
            "range": [-0.5, len(documents) - 0.5],
            "anchor": "y",
            "side": "top",
            "tickvals": list(range(len(documents))),
            "showline": False,
            "fixedrange": True,
            "showgrid": False,
            "zeroline": False,
            "ticktext": [str(i + 1) for i in range(len(documents))],
            "tickfont": {"size": 12, "color": colours.faint},
            "tickangle": 0,
            "ticks": "",
        },
    )
    _legend(drawn, theme)
    return drawn


def _cells(
    drawn: go.Figure,
    counted: pd.DataFrame,
    cells: pd.DataFrame,
    documents: pd.DataFrame,
    rows: dict[str, int],
    theme: str,
    selected: tuple[str, str | None],
) -> None:
    colours = palette(theme)
    columns = {doc: i for i, doc in enumerate(documents.doc_id)}
    heads = dict(zip(documents.doc_id, documents.label, strict=True))
    types = dict(zip(counted.entity_id, counted.type, strict=True))
    names = dict(zip(counted.entity_id, counted.name, strict=True))
    shown = cells[cells.entity_id.isin(list(rows)) & cells.doc_id.isin(list(columns))]
    top = max([*shown.n, 1])
    strength = [0.22 + 0.78 * n / top for n in shown.n]
    fills = [
        _mixed(colour_of(types[e], theme), colours.paper, s)
        for e, s in zip(shown.entity_id, strength, strict=True)
    ]
    picked = [(e, d) == selected for e, d in zip(shown.entity_id, shown.doc_id, strict=True)]
    drawn.add_scatter(
        xaxis="x2",
        mode="markers+text",
        x=[columns[doc] for doc in shown.doc_id],
        y=[rows[entity] for entity in shown.entity_id],
        text=[f"{n}" for n in shown.n],
        textfont={"size": 13, "color": [_readable(fill) for fill in fills]},
        marker={
            "symbol": "square",
            "size": 22,
            "color": fills,
            "line": {"color": [colours.accent if p else "rgba(0,0,0,0)" for p in picked], "width": 2.5},
            "opacity": 1,
        },
        customdata=[[e, d] for e, d in zip(shown.entity_id, shown.doc_id, strict=True)],
        hovertemplate=[
            f"<b>{plain(names[e])}</b>: {n} ×<br>{plain(heads[d], 60)}<extra></extra>"
            for e, d, n in zip(shown.entity_id, shown.doc_id, shown.n, strict=True)
        ],
        unselected={"marker": {"opacity": 1}, "textfont": {}},
        cliponaxis=False,
        name="articles",
    )


def _mixed(colour: str, paper: str, share: float) -> str:
    """A colour thinned with paper: opaque, so that what lies below does not matter."""
    parts = [
        round(int(colour[i : i + 2], 16) * share + int(paper[i : i + 2], 16) * (1 - share)) for i in (1, 3, 5)
    ]
    return "#" + "".join(f"{part:02x}" for part in parts)


def _readable(fill: str) -> str:
    """Dark or light text, whichever is told better from a fill (WCAG's relative luminance)."""
    channels = [int(fill[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return DARK.paper if 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 else LIGHT.paper


def _legend(drawn: go.Figure, theme: str) -> None:
    colours = palette(theme)
    words = "   ".join(f"<span style='color:{colours.groups[group]}'>■</span> {group}" for group in GROUPS)
    line(drawn, words, colour=colours.ink, size=13, above=24)


def ranking(counted: pd.DataFrame, **options: Any) -> go.Figure:
    """The bars of :func:`figure` alone: `counted` and its keyword options."""
    return figure(counted, _NONE, _NO_DOCUMENTS, **options)


def types(
    counted: pd.DataFrame,
    *,
    theme: str = "light",
    title: str = "By type",
    source: str = "",
    selected: str | None = None,
) -> go.Figure:
    """Bars of mentions by type of entity.

    Args:
        counted: `type, n, n_entities`.
        theme: `light` or `dark`.
        title: what is seen.
        source: the source line.
        selected: the type that is open.

    Returns:
        A figure whose points have `customdata` `[type]`.
    """
    colours = palette(theme)
    drawn = go.Figure(
        go.Bar(
            orientation="h",
            x=counted.n.tolist(),
            y=counted.type.tolist(),
            marker={
                "color": [colour_of(kind, theme) for kind in counted.type],
                "line": {
                    "color": [colours.accent if t == selected else "rgba(0,0,0,0)" for t in counted.type],
                    "width": 2.5,
                },
            },
            text=[f"{n:,}" for n in counted.n],
            textposition="outside",
            cliponaxis=False,
            customdata=[[kind] for kind in counted.type],
            hovertemplate=[
                f"{t}: {n:,} × for {e:,} entities<extra></extra>"
                for t, n, e in zip(counted.type, counted.n, counted.n_entities, strict=True)
            ],
            unselected={"marker": {"opacity": 1}},
        )
    )
    frame(
        drawn,
        theme=theme,
        title=title,
        source=source,
        height=ROW * max(len(counted), 3) + 84,
        bargap=0.38,
        margin={"l": label_width(counted.type), "r": 8, "t": 44, "b": 36},
    )
    drawn.update_yaxes(
        autorange="reversed", showline=False, ticks="", tickfont={"color": colours.ink, "size": 14}
    )
    drawn.update_xaxes(showticklabels=False, showline=False, range=[0, max([*counted.n, 1]) * 1.2])
    return drawn
