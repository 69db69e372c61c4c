"""How each outlet prints a name: a row for each printed form, a column for each outlet."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from tellings.analysis.evidence import quoted
from tellings.plural import several
from tellings.views import matrix
from tellings.views.heads import ROOM, heads
from tellings.views.names import told_apart
from tellings.views.theme import LOOK, Look, colour_of, label_width, plain


def figure(
    printed: pd.DataFrame, cells: pd.DataFrame, outlets: dict[str, str], *, look: Look = LOOK
) -> go.Figure:
    """A row for each printed form, those of one entity together; filled by the share of the outlet's mentions of it.

    Args:
        printed: `entity_id, name, type, text, n, n_outlets`, in order.
        cells: `entity_id, text, outlet, n`, of every form of those entities.
        outlets: their names by the value of `outlet`, in the order of the columns.
        look: theme, title, source line; its `selected`: entity, form and outlet (or empty) of what is open.

    Returns:
        A figure whose points have `customdata` `[entity_id, text, outlet]`, the outlet empty for the sums.
    """
    colours = look.colours
    columns = {outlet: i for i, outlet in enumerate(outlets, 1)}
    whole = cells.groupby(["entity_id", "outlet"]).n.sum().to_dict()
    squares = []
    rows = {}
    facts = zip(printed.entity_id, printed.name, printed.text, printed.n, printed.n_outlets, strict=True)
    for i, (entity, name, text, n, many) in enumerate(facts):
        rows[(entity, text)] = i
        says = (f"{quoted(text)} for {name}", f"{n:,} ×, by {several(many, 'outlet')}")
        squares.append(
            matrix.Cell(row=i, column=0, n=int(n), colour=colours.faint, opens=(entity, text, ""), says=says)
        )
    hues = {e: colour_of(kind, look.theme) for e, kind in zip(printed.entity_id, printed.type, strict=True)}
    for entity, text, outlet, n in zip(cells.entity_id, cells.text, cells.outlet, cells.n, strict=True):
        if (entity, text) in rows and outlet in columns:
            total = int(whole[(entity, outlet)])
            says = (f"{outlets[outlet]}: {quoted(text)}", f"{n:,} of its {total:,}")
            squares.append(
                matrix.Cell(
                    row=rows[(entity, text)],
                    column=columns[outlet],
                    n=int(n),
                    share=n / total,
                    colour=hues[entity],
                    opens=(entity, text, outlet),
                    says=says,
                )
            )
    groups = told_apart(printed.entity_id, printed.name, printed.type)
    left = label_width((name[:32] for name in groups), most=200) + label_width(
        printed.text.str[:26], most=180
    )
    return matrix.figure(
        [plain(text, 26) for text in printed.text],
        heads(["all", *outlets.values()], ROOM if any(look.selected) else matrix.room(look, left)),
        squares,
        left=left,
        look=look.titled("How each outlet prints a name"),
        groups=[plain(name, 32) for name in groups],
    )
