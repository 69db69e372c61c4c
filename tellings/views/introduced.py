"""Where each article names a thing first: a row for each entity, a column for each article."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from tellings.analysis.evidence import quoted
from tellings.views import matrix
from tellings.views.heads import ROOM, heads
from tellings.views.theme import LOOK, Look, colour_of, label_width, plain

_BLOCKS = {"headline": "head", "subheading": "sub", "caption": "cap"}


def figure(
    ranked: pd.DataFrame, found: pd.DataFrame, documents: pd.DataFrame, *, look: Look = LOOK
) -> go.Figure:
    """A row for each entity, a column for each article; the square prints the paragraph of the first mention
    and is filled the more, the earlier the entity is brought in among all that the article names.

    Args:
        ranked: `entity_id, name, type`, in order.
        found: `entity_id, doc_id, mention_id, text, block, paragraph, place, n_named, n`.
        documents: `doc_id, short`, the columns.
        look: theme, title, source line; its `selected`: the mention that is open.

    Returns:
        A figure whose points have `customdata` `[mention_id]`.
    """
    colours = look.colours
    rows = {entity: i for i, entity in enumerate(ranked.entity_id)}
    columns = {doc: i for i, doc in enumerate(documents.doc_id)}
    called = dict(zip(documents.doc_id, documents.short, strict=True))
    hues = {e: colour_of(kind, look.theme) for e, kind in zip(ranked.entity_id, ranked.type, strict=True)}
    names = dict(zip(ranked.entity_id, ranked.name, strict=True))
    cells = []
    row: Any
    for row in found.itertuples():
        if row.entity_id not in rows or row.doc_id not in columns:
            continue
        where = _BLOCKS.get(str(row.block), f"{row.paragraph}")
        said = f"paragraph {row.paragraph}" if where.isdigit() else f"in a {row.block}"
        says = (f"{names[row.entity_id]}, first as {quoted(str(row.text))}", str(called[row.doc_id]),
                f"{said}; number {row.place:,} of {row.n_named:,} to be named; {row.n:,} × in all")  # fmt: skip
        early = 1 - (row.place - 1) / max(row.n_named, 1)
        cells.append(
            matrix.Cell(
                row=rows[row.entity_id],
                column=columns[row.doc_id],
                n=int(row.paragraph),
                share=early**2,
                colour=hues[row.entity_id],
                opens=(row.mention_id,),
                says=says,
                printed=where if where.isdigit() else where[:1].upper(),
            )
        )
    named = list(zip(ranked.name, ranked.type, strict=True))
    left = label_width(f"{name[:24]} {kind}" for name, kind in named)
    return matrix.figure(
        [
            f"{plain(name, 24)} <span style='color:{colours.faint};font-size:12px'>{kind}</span>"
            for name, kind in named
        ],
        heads(documents.short.tolist(), ROOM if any(look.selected) else matrix.room(look, left)),
        cells,
        left=left,
        look=look.titled("First named in paragraph …"),
    )
