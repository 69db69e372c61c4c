"""Who has what from whom: a row for each article, in it how many of its sentences each other article has."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from tellings.plural import several
from tellings.views import matrix
from tellings.views.heads import ROOM, heads
from tellings.views.names import apart
from tellings.views.theme import LOOK, Look, plain

MOST = 20
"""Articles that have a column at most."""

_NAMES, _LEFT, _ROOM = 25, 176, 240
"""Characters of a row's label, pixels for the labels and for all heads: half of a page of 1,280 pixels holds them."""


def figure(articles: pd.DataFrame, cells: pd.DataFrame, *, look: Look = LOOK) -> go.Figure:
    """Draw the matrix.

    Args:
        articles: `doc_id, short`, in the order of rows and columns.
        cells: `doc_id, other, n, share`.
        look: theme, title, source line; its `selected`: article and other of what is open.

    Returns:
        A figure whose points have `customdata` `[doc_id, other]`.
    """
    place = {doc: i for i, doc in enumerate(articles.doc_id)}
    named = dict(zip(articles.doc_id, articles.short, strict=True))
    squares = [
        matrix.Cell(
            row=place[doc],
            column=place[other],
            n=int(n),
            share=float(share),
            colour=look.colours.accent,
            opens=(doc, other),
            says=(
                f"{several(int(n), 'sentence')} of {named[doc]} in {named[other]}",
                f"{share:.0%} of its text",
            ),
        )
        for doc, other, n, share in zip(cells.doc_id, cells.other, cells.n, cells.share, strict=True)
        if doc in place and other in place
    ]
    names = articles.short.astype(str).tolist()
    columns = heads(names, ROOM if look.narrow else _ROOM)
    rows = list(map(plain, apart(names, matrix.ACROSS if look.narrow else _NAMES)))
    return matrix.figure(rows, columns, squares, left=_LEFT, look=look, whole=names)
