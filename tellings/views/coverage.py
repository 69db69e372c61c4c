"""What is told by which article: a row for each thing, a column for each article."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd
import plotly.graph_objects as go

from tellings.plural import several
from tellings.views import matrix
from tellings.views.heads import NARROW, heads
from tellings.views.names import apart, clipped
from tellings.views.theme import LOOK, Look, label_width, plain

WIDEST, _LABEL, _SHORT = 20, 38, 22
"""Articles that have a column at most; characters of a row's label, also beside something that is open."""
LACKING = "lacking"
"""Ends the `customdata` of a cell of an article that does not tell the thing."""
NOUNS = {
    "people": "person",
    "organisations": "organisation",
    "places": "place",
    "other": "name",
    "quotations": "said",
    "quantities": "figure",
    "dates": "date",
    "questions": "question",
    "passages": "passage",
}
"""One thing of each kind, as it stands beside its label."""


def figure(
    rows: pd.DataFrame,
    cells: pd.DataFrame,
    documents: pd.DataFrame,
    groups: list[str],
    *,
    among: Iterable[str] = (),
    look: Look = LOOK,
) -> go.Figure:
    """Draw the matrix; an empty cell has a point and opens as well.

    Args:
        rows: `kind, item, label, n, n_documents`, in order.
        cells: `kind, item, doc_id, n`.
        documents: `doc_id, short`, the columns in order.
        groups: for each row the name of its group, printed once.
        among: the groups of every page, from which these are told.
        look: theme, title, source line; its `selected`: kind, item, article and `lacking` or empty of what is open.

    Returns:
        A figure whose points have `customdata` `[kind, item, doc_id, lacking]`, the article empty for all.
    """
    colours = look.colours
    columns = {doc: i + 1 for i, doc in enumerate(documents.doc_id)}
    names = dict(zip(documents.doc_id, documents.short, strict=True))
    counted = {
        (kind, item, doc): int(n)
        for kind, item, doc, n in zip(cells.kind, cells["item"], cells.doc_id, cells.n, strict=True)
    }
    squares = []
    labels = rows.label.tolist()
    for i, (kind, item) in enumerate(zip(rows.kind, rows["item"], strict=True)):
        n, told = int(rows.n.iloc[i]), int(rows.n_documents.iloc[i])
        says = (str(labels[i])[:120], f"{several(n, 'time')} in {several(told, 'article')}")
        squares.append(_cell((i, 0), n, colours.faint, (kind, item, "", ""), says))
        for doc, column in columns.items():
            n = counted.get((kind, item, doc), 0)
            heard = (
                f"{names[doc]}: {several(n, 'time')}"
                if n
                else f"{names[doc]}: not found; a click shows what is nearest"
            )
            colour, opens = (colours.ink, "") if n else (colours.paper, LACKING)
            squares.append(
                _cell((i, column), n, colour, (kind, item, doc, opens), (str(labels[i])[:120], heard))
            )
    beside = any(look.selected)
    most = _SHORT if beside else _LABEL
    said = [f"{label[:most]} {NOUNS[kind]}" for label, kind in zip(labels, rows.kind, strict=True)]
    faint = f"<span style='color:{colours.faint};font-size:12px'>"
    left = label_width(said, most=300) + label_width(groups, least=0, most=84 if beside else 128)
    return matrix.figure(
        [
            f"{plain(clipped(label, most))} {faint}{NOUNS[kind]}</span>"
            for label, kind in zip(labels, rows.kind, strict=True)
        ],
        heads(["all", *documents.short], NARROW if beside else matrix.room(look, left)),
        squares,
        left=left,
        look=look.titled("What is told, and by which article"),
        groups=list(map(plain, apart(groups, 11 if beside else 18, among))),
        whole=labels,
    )


def _cell(
    at: tuple[int, int], n: int, colour: str, opens: tuple[str, ...], says: tuple[str, ...]
) -> matrix.Cell:
    """A cell at this row and column."""
    row, column = at
    share = 0.0 if column == 0 else min(n / 6, 0.5)
    return matrix.Cell(
        row=row,
        column=column,
        n=n,
        colour=colour,
        opens=opens,
        says=says,
        share=share,
        printed="" if n else "·",
    )
