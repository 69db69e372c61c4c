"""A matrix of counts: rows, columns, and a square with its number where something was counted."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from tellings.views.heads import Heads, remaining
from tellings.views.rows import words
from tellings.views.theme import LEAST, LOOK, Look, Palette, layout, line, mixed, plain, ranks, readable
from tellings.views.undimmed import undimmed

ROW, STACKED = 23, 52
"""Pixels of a row, and of one with its label above its cells, as it is on a telephone."""
_ABOVE, _CLEARANCE = 19, 0.2
"""Pixels by which such a label stands above the middle of its row; the part of a row that keeps the first from the
heads of columns, near which Plotly would hide both.
"""
ACROSS, _EDGE = 44, 8
"""Characters of a label that have room on a telephone, and pixels at the edges of its squares."""
_CLEAR = "rgba(0,0,0,0)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A count at the crossing of a row and a column.

    Attributes:
        row: from 0, at the top.
        column: from 0, at the left.
        n: the count, printed in the square.
        colour: of the fill at full strength.
        opens: the `customdata` of its point; the one that is selected is outlined.
        says: plain text for the pointer, its lines apart.
        share: from 0 to 1, how strongly the square is filled.
        printed: what stands in the square where it is not the count.
    """

    row: int
    column: int
    n: int
    colour: str
    opens: tuple[str, ...]
    says: tuple[str, ...]
    share: float = 0.0
    printed: str = ""


def room(look: Look, left: int) -> int:
    """Pixels for the heads of all columns beside labels that need so many; on a telephone those stand above them."""
    return remaining(_EDGE if look.narrow else left, look)


def figure(
    rows: Sequence[str],
    columns: Heads,
    cells: Sequence[Cell],
    *,
    left: int,
    look: Look = LOOK,
    groups: Sequence[str] = (),
    whole: Sequence[str] = (),
    height: int = ROW,
) -> go.Figure:
    """Draw the matrix.

    Args:
        rows: their labels, as HTML that Plotly reads.
        columns: their heads.
        cells: the counts; nothing is drawn where there is none.
        left: pixels for the rows' labels; on a telephone they need none: they stand above their cells.
        look: theme, title, source line.
        groups: for each row the name of its group, as HTML; it is printed once, with a line above.
        whole: all of each label, where some are cut: what the pointer is told.
        height: pixels of a row that has its label beside it.
    """
    colours, above, first = look.colours, 44 + columns.height, -0.5
    labels: dict[str, Any] = {}
    beside = _names(groups, colours, left)
    if look.narrow:
        left, height, beside, first = _EDGE, STACKED, [], -0.5 - _CLEARANCE
        labels = {
            "ticklabelstandoff": 0,
            "ticklabelposition": "inside",
            "ticklabelshift": _ABOVE,
            "ticklabeloverflow": "allow",
        }
        rows = [
            f"<b>{groups[i]}</b>  {_cut(row, ACROSS - 2 - len(words(groups[i])))}"
            if i in _first(groups)
            else row
            for i, row in enumerate(rows)
        ]
    drawn = squares(cells, look)
    frame = layout(
        look,
        height=height * max(len(rows), 3) + above + 34,
        least=max(
            LEAST,
            left + max(columns.across(drawn["text"]), ROW + 1) * len(columns.texts) + 14 + columns.beyond,
        ),
        hoverdistance=1,  # an empty cell does not answer for its neighbour
        margin={"l": left, "r": 14 + columns.beyond, "t": above, "b": 34},
        annotations=beside,
        shapes=_lines(groups, colours),
        yaxis=ranks(
            look,
            rows,
            13,
            range=[(max(len(rows), 3) if look.narrow else len(rows)) - 0.5, first],
            **labels,
        ),
        xaxis=columns.axis(look),
    )
    frame["meta"] |= {"rows": list(whole), "heads": columns.names}
    return undimmed([drawn], frame)


def squares(cells: Sequence[Cell], look: Look, size: int = ROW - 3) -> dict[str, Any]:
    """The squares of cells with their numbers, so many pixels wide."""
    colours = look.colours
    fills = [mixed(cell.colour, colours.paper, 0.16 + 0.84 * cell.share) for cell in cells]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [cell.column for cell in cells],
        "y": [cell.row for cell in cells],
        "text": [cell.printed or f"{cell.n:,}" for cell in cells],
        "textfont": {"size": 13, "color": [readable(fill) for fill in fills]},
        "marker": {
            "symbol": "square",
            "size": size,
            "color": fills,
            "opacity": 1,
            "line": {
                "color": [colours.accent if cell.opens == look.selected else _CLEAR for cell in cells],
                "width": 2.5,
            },
        },
        "customdata": [list(cell.opens) for cell in cells],
        "hovertemplate": ["<br>".join(map(plain, cell.says)) + "<extra></extra>" for cell in cells],
        "cliponaxis": False,
    }


def _cut(label: str, most: int) -> str:
    """A label of so many characters, its first words cut short where there are more."""
    begins, mark, behind = label.partition("<")
    said = html.unescape(begins)
    over = len(words(label)) - most
    return (
        plain(said.rstrip(), max(2, len(said) - over)) + " " * said.endswith(" ") + mark + behind
        if over > 0
        else label
    )


def _first(groups: Sequence[str]) -> list[int]:
    return [i for i, group in enumerate(groups) if i == 0 or groups[i - 1] != group]


def _names(groups: Sequence[str], colours: Palette, left: int) -> list[dict[str, Any]]:
    base = line("", colour=colours.ink, size=13, left=left)
    return [
        {**base, "text": f"<b>{groups[i]}</b>", "yref": "y", "y": i, "yanchor": "middle"}
        for i in _first(groups)
    ]


def _lines(groups: Sequence[str], colours: Palette) -> list[dict[str, Any]]:
    return [
        {
            "type": "line",
            "xref": "paper",
            "x0": 0,
            "x1": 1,
            "yref": "y",
            "y0": i - 0.5,
            "y1": i - 0.5,
            "line": {"color": colours.line, "width": 1},
            "layer": "below",
        }
        for i in _first(groups)
    ]
