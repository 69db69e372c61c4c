"""Which kinds of verbs of saying each outlet uses for whom."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd
import plotly.graph_objects as go

from tellings.plural import several
from tellings.query.cue_kinds import CALLED, MEANS, ORDER
from tellings.query.sql import UNKNOWN
from tellings.views import matrix
from tellings.views.heads import Heads
from tellings.views.names import apart
from tellings.views.theme import LOOK, Look, plain


def rows_of(used: pd.DataFrame, *, outlet_first: bool = True) -> pd.DataFrame:
    """The rows of the matrix in order: outlet and whom it quotes, with the number of quotations.

    Args:
        used: of `tellings.analysis.cues.used`.
        outlet_first: the rows of an outlet stand together; else those of a side or speaker.

    Returns:
        `outlet, who, n`.
    """
    sums = used.groupby(["outlet", "who"], sort=False, as_index=False).n.sum()
    first, second = ("outlet", "who") if outlet_first else ("who", "outlet")
    ranks = {
        column: {value: i for i, value in enumerate(_ranked(used, column))} for column in ("outlet", "who")
    }
    places = sums.assign(a=sums[first].map(ranks[first]), b=sums[second].map(ranks[second]))
    ordered: pd.DataFrame = places.sort_values(["a", "b"])[["outlet", "who", "n"]].reset_index(drop=True)
    return ordered


def figure(
    used: pd.DataFrame,
    rows: pd.DataFrame,
    outlets: dict[str, str],
    names: dict[str, str],
    *,
    outlet_first: bool = True,
    look: Look = LOOK,
) -> go.Figure:
    """A row for each outlet and whom it quotes, a column for each kind of verb; filled by the share of the row.

    Args:
        used: `who, outlet, kind, cue, n`.
        rows: of :func:`rows_of`, or some of them.
        outlets: their names by the value of `outlet`.
        names: the names of sides or speakers by the value of `who`.
        outlet_first: as the rows are ordered.
        look: theme, title, source line; its `selected`: outlet, who and kind (or empty) of what is open.

    Returns:
        A figure whose points have `customdata` `[outlet, who, kind]`, the kind empty for the sums.
    """
    colours = look.colours
    columns = kinds(used)
    cells = []
    for i, (outlet, who, whole) in enumerate(zip(rows.outlet, rows.who, rows.n, strict=True)):
        own = used[(used.outlet == outlet) & (used.who == who)]
        head = f"{outlets.get(outlet, outlet)}, {names.get(who, who)}"
        total = f"{head}: {several(whole, 'quotation')}"
        cells.append(
            matrix.Cell(
                row=i, column=0, n=int(whole), colour=colours.faint, opens=(outlet, who, ""), says=(total,)
            )
        )
        for kind, some in own.groupby("kind", sort=False):
            n = int(some.n.sum())
            forms = [
                f"{cue} {k}" if isinstance(cue, str) else "" for cue, k in zip(some.cue, some.n, strict=True)
            ]
            says = (f"{head}: {n:,} of {whole:,}", MEANS[str(kind)], ", ".join(forms[:12]))
            cells.append(
                matrix.Cell(
                    row=i,
                    column=columns.index(str(kind)) + 1,
                    n=n,
                    share=0.7 * n / whole,
                    colour=colours.ink,
                    opens=(outlet, who, str(kind)),
                    says=tuple(filter(None, says)),
                )
            )
    group, single = (rows.outlet, rows.who) if outlet_first else (rows.who, rows.outlet)
    grouped, singled = (outlets, names) if outlet_first else (names, outlets)
    return matrix.figure(
        _said(single, used[single.name].unique(), singled, colours.unknown, 17),
        Heads(["all", *map(CALLED.__getitem__, columns)], -45, matrix.ROW + 1, 62, beyond=40),
        cells,
        left=308,
        look=look.titled("Which verbs, for whom"),
        groups=_said(group, used[group.name].unique(), grouped, colours.unknown, 24),
        whole=[singled.get(one, one) for one in single],
    )


def kinds(used: pd.DataFrame) -> list[str]:
    """The kinds of verbs that have a column, from left to right."""
    there = set(used.kind.unique())
    return [kind for kind in ORDER if kind in there]


def _said(
    values: Iterable[str], every: Iterable[str], names: dict[str, str], unknown: str, width: int
) -> list[str]:
    """Labels of rows, told apart from those of every page of them."""
    shown = apart([names.get(one, one) for one in values], width, [names.get(one, one) for one in every])
    return [
        f"<span style='color:{unknown}'>{plain(name)}</span>" if value.startswith(UNKNOWN) else plain(name)
        for name, value in zip(shown, values, strict=True)
    ]


def _ranked(used: pd.DataFrame, column: str) -> list[str]:
    """Values in the order of their counts, the unknown last."""
    sums = used.groupby(column, sort=False).n.sum().sort_values(ascending=False, kind="stable")
    return sorted(map(str, sums.index), key=lambda value: value == UNKNOWN)
