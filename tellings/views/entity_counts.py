"""Who is named how often: a bar for each entity and a cell for each article that names it; bars by type."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from tellings.plural import several
from tellings.schema import GROUPS
from tellings.views.heads import NARROW, SIZE, heads, remaining
from tellings.views.theme import (
    BARS,
    LOOK,
    Look,
    Palette,
    colour_of,
    label_width,
    layout,
    line,
    mixed,
    named,
    plain,
    ranks,
    readable,
    silent,
)
from tellings.views.undimmed import undimmed

ROW, WIDEST, _BARS, _SMALL, _TYPES = 27, 24, 110, 80, 94
"""Pixels of a row; the most articles that have a column of cells; pixels that the bars have at least, also on a
telephone, and that the chart of types takes where it stands beside them."""

NOT_NAMED = "not named"
"""Ends the `customdata` of a cell where nothing was counted: a click opens the article."""

_CLEAR = "rgba(0,0,0,0)"
_NONE = pd.DataFrame({"entity_id": [], "doc_id": [], "n": []})
_NO_DOCUMENTS = pd.DataFrame({"doc_id": [], "short": []})


def figure(
    counted: pd.DataFrame,
    cells: pd.DataFrame,
    documents: pd.DataFrame,
    *,
    look: Look = LOOK,
    rates: bool = False,
    narrowed: bool = False,
) -> go.Figure:
    """Bars of mentions, sorted, and beside each its cells, an article wide.

    Args:
        counted: `entity_id, name, type, n, n_documents, per_1000`, in the order to be drawn.
        cells: `entity_id, doc_id, n, per_1000`.
        documents: `doc_id, short`, the columns of cells from left to right; none are drawn for more than 24.
        look: theme, title, source line; its `selected`: entity and article of what is open; it is outlined.
        rates: draw mentions per 1,000 words, of all the articles or of the one, instead of mentions.
        narrowed: are only some of the mentions of an entity counted, so that one that has none may be named still?

    Returns:
        A figure whose points have `customdata` `[entity_id, doc_id]`, the article empty for bars; that of the cells of
        articles that do not name the entity ends in :data:`NOT_NAMED`.
    """
    colours = look.colours
    wide = 0 < len(documents) <= WIDEST
    labels, left, row = named(look, counted.name.tolist(), counted.type.tolist())
    bars = _SMALL if look.narrow else _BARS
    tops = heads(
        documents.short.tolist(),
        NARROW if look.selected and any(look.selected) else remaining(left + bars + _TYPES, look),
    )
    squares = _cells(counted, cells, documents if wide else _NO_DOCUMENTS, look, rates)
    articles = tops.across(squares["text"], squares["textfont"]["size"]) * len(documents) if wide else 0
    split = bars / (bars + articles)
    above = tops.height if wide else 0
    traces = [_bars(counted, look, rates)]
    longest = max(
        map(len, traces[0]["text"]), default=0
    )  # of the bars' numbers, which need room where bars are short
    beyond = 6 + 7 * longest
    most = _most(counted, rates) * (bars / max(bars - beyond, 8) if look.narrow and wide else 1.16)
    notes = [_legend(look.colours, left, 6 + above)]
    if wide:
        notes.append(line("all", colour=colours.faint, size=SIZE, left=2, above=2))
        traces.append(squares)
        traces.append(_empty(counted, cells, documents, look, narrowed))
    return undimmed(
        traces,
        layout(
            look.titled("Who and what is named"),
            height=row * max(len(counted), 3) + 104 + above,
            least=left + bars + articles + 12,
            margin={"l": left, "r": 12, "t": 68 + above, "b": 36},
            annotations=notes,
            bargap=0.38,
            yaxis=ranks(look, labels),
            xaxis=silent(look.theme, domain=[0, split - (0.04 if wide else 0)], range=[0, most]),
            meta={"heads": tops.names},
            xaxis2=tops.axis(look, domain=[min(split, 0.99), 1], anchor="y"),
        ),
    )


def ranking(counted: pd.DataFrame, **options: Any) -> go.Figure:
    """The bars of :func:`figure` alone: `counted` and its keyword options."""
    return figure(counted, _NONE, _NO_DOCUMENTS, **options)


def types(
    counted: pd.DataFrame,
    *,
    look: Look = LOOK,
) -> go.Figure:
    """Bars of mentions by type of entity.

    Args:
        counted: `type, n, n_entities`.
        look: theme, title, source line; its `selected`: the type that is open.

    Returns:
        A figure whose points have `customdata` `[type]`.
    """
    colours = look.colours
    edge = [colours.accent if (kind,) == look.selected else _CLEAR for kind in counted.type]
    bars = {
        **BARS,
        "x": counted.n.tolist(),
        "y": list(range(len(counted))),
        "marker": {
            "color": [colour_of(kind, look.theme) for kind in counted.type],
            "line": {"color": edge, "width": 2.5},
        },
        "text": [f"{n:,}" for n in counted.n],
        "customdata": [[kind] for kind in counted.type],
        "hovertemplate": [
            f"{kind}: {n:,} × for {several(entities, 'entity')}<extra></extra>"
            for kind, n, entities in zip(counted.type, counted.n, counted.n_entities, strict=True)
        ],
    }
    return undimmed(
        [bars],
        layout(
            look.titled("By type"),
            height=ROW * max(len(counted), 3) + 84,
            least=label_width(counted.type) + 104,
            margin={"l": label_width(counted.type), "t": 44, "b": 36},
            bargap=0.38,
            yaxis=ranks(look, counted.type.tolist()),
            xaxis=silent(look.theme, range=[0, max([*counted.n, 1]) * 1.2]),
        ),
    )


def _most(counted: pd.DataFrame, rates: bool) -> float:
    return float(max(counted.per_1000, default=0) or 1) if rates else max([*counted.n, 1])


def _said(n: int, rate: float) -> str:
    return f"{n:,} ×, {rate:.1f} per 1,000 words"


def _bars(counted: pd.DataFrame, look: Look, rates: bool) -> dict[str, Any]:
    colours = look.colours
    shares = counted.per_1000.tolist() if "per_1000" in counted else [0.0] * len(counted)
    edge = [colours.accent if (e, "") == look.selected else _CLEAR for e in counted.entity_id]
    told = zip(counted.name, counted.type, counted.n, counted.n_documents, shares, strict=True)
    return {
        **BARS,
        "x": shares if rates else counted.n.tolist(),
        "y": list(range(len(counted))),
        "marker": {
            "color": [colour_of(kind, look.theme) for kind in counted.type],
            "line": {"color": edge, "width": 2.5},
        },
        "text": [f"{rate:.1f}" for rate in shares] if rates else [f"{n:,}" for n in counted.n],
        "textfont": {"color": colours.ink},
        "customdata": [[entity, ""] for entity in counted.entity_id],
        "hovertemplate": [
            f"<b>{plain(name)}</b>, {kind}<br>{_said(n, rate)}, in {several(articles, 'article')}<extra></extra>"
            for name, kind, n, articles, rate in told
        ],
        "name": "mentions",
    }


def _cells(
    counted: pd.DataFrame,
    cells: pd.DataFrame,
    documents: pd.DataFrame,
    look: Look,
    rates: bool,
) -> dict[str, Any]:
    colours = look.colours
    rows = {entity: i for i, entity in enumerate(counted.entity_id)}
    columns = {doc: i for i, doc in enumerate(documents.doc_id)}
    names_of = dict(zip(documents.doc_id, documents.short, strict=True))
    types = dict(zip(counted.entity_id, counted.type, strict=True))
    names = dict(zip(counted.entity_id, counted.name, strict=True))
    shares = cells.per_1000 if "per_1000" in cells else [0.0] * len(cells)
    squares = [
        (entity, doc, int(n), float(rate))
        for entity, doc, n, rate in zip(cells.entity_id, cells.doc_id, cells.n, shares, strict=True)
        if entity in rows and doc in columns
    ]
    sizes = [rate if rates else n for _, _, n, rate in squares]
    top = max(sizes, default=1) or 1
    fills = [
        mixed(colour_of(types[cell[0]], look.theme), colours.paper, 0.22 + 0.78 * size / top)
        for cell, size in zip(squares, sizes, strict=True)
    ]
    return {
        "type": "scatter",
        "xaxis": "x2",
        "mode": "markers+text",
        "x": [columns[doc] for _, doc, _, _ in squares],
        "y": [rows[entity] for entity, _, _, _ in squares],
        "text": [f"{rate:.1f}" if rates else f"{n}" for _, _, n, rate in squares],
        "textfont": {"size": 11 if rates else 13, "color": [readable(fill) for fill in fills]},
        "marker": {
            "symbol": "square",
            "size": 22,
            "color": fills,
            "line": {
                "color": [colours.accent if (e, d) == look.selected else _CLEAR for e, d, _, _ in squares],
                "width": 2.5,
            },
            "opacity": 1,
        },
        "customdata": [[entity, doc] for entity, doc, _, _ in squares],
        "hovertemplate": [
            f"<b>{plain(names[e])}</b>: {_said(n, rate)}<br>{plain(names_of[d], 60)}<extra></extra>"
            for e, d, n, rate in squares
        ],
        "cliponaxis": False,
        "name": "articles",
    }


def _empty(
    counted: pd.DataFrame, cells: pd.DataFrame, documents: pd.DataFrame, look: Look, narrowed: bool
) -> dict[str, Any]:
    """The cells of articles that do not name the entity: they answer for themselves, and not their neighbours."""
    named = set(zip(cells.entity_id, cells.doc_id, strict=True))
    squares = [
        (column, row, entity, doc, name, short)
        for row, (entity, name) in enumerate(zip(counted.entity_id, counted.name, strict=True))
        for column, (doc, short) in enumerate(zip(documents.doc_id, documents.short, strict=True))
        if (entity, doc) not in named
    ]
    said = "none with these filters" if narrowed else "not named in this article"
    return {
        "type": "scatter",
        "xaxis": "x2",
        "mode": "markers",
        "x": [square[0] for square in squares],
        "y": [square[1] for square in squares],
        "marker": {"symbol": "square", "size": 22, "color": look.colours.paper, "opacity": 1},
        "customdata": [[entity, doc, NOT_NAMED] for _, _, entity, doc, _, _ in squares],
        "hovertemplate": [
            f"<b>{plain(name)}</b>: 0: {said}<br>{plain(short, 60)}<br>Click to read it<extra></extra>"
            for *_, name, short in squares
        ],
        "cliponaxis": False,
        "name": NOT_NAMED,
    }


def _legend(colours: Palette, left: int, above: int) -> dict[str, Any]:
    words = "   ".join(f"<span style='color:{colours.groups[group]}'>■</span> {group}" for group in GROUPS)
    return line(words, colour=colours.ink, size=13, left=left, above=above)
