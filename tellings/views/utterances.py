"""Which utterances several articles tell, and how often each outlet does."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from tellings.plural import several
from tellings.views import matrix
from tellings.views.theme import LOOK, Look, colour_of, plain

MOST = 12
"""With more outlets than this the matrix shows the sums only."""


def figure(
    told: pd.DataFrame,
    cells: pd.DataFrame,
    outlets: dict[str, str],
    *,
    look: Look = LOOK,
) -> go.Figure:
    """A row for each utterance, a numbered column for each outlet.

    Args:
        told: `cluster_id, words, speaker, type, anonymous, n, n_documents`, in order.
        cells: `cluster_id, outlet, n, kinds`.
        outlets: their names by the value of `outlet`, in the order of the columns.
        look: theme, title, source line; its `selected`: utterance and outlet (or empty) of what is open.

    Returns:
        A figure whose points have `customdata` `[cluster_id, outlet]`, the outlet empty for the sums.
    """
    colours = look.colours
    shown = list(outlets) if len(outlets) <= MOST else []
    rows = {cluster: i for i, cluster in enumerate(told.cluster_id)}
    hues = {
        cluster: colour_of(kind if isinstance(kind, str) else None, look.theme)
        for cluster, kind in zip(told.cluster_id, told.type, strict=True)
    }
    squares = [
        matrix.Cell(
            row=i,
            column=0,
            n=int(n),
            colour=colours.faint,
            opens=(cluster, ""),
            says=(f"told {several(n, 'time')} in {several(articles, 'article')}", *_folded(words)),
        )
        for i, (cluster, words, n, articles) in enumerate(
            zip(told.cluster_id, told.words, told.n, told.n_documents, strict=True)
        )
    ]
    squares += [
        matrix.Cell(
            row=rows[cluster],
            column=shown.index(outlet) + 1,
            n=int(n),
            share=min(n / 3, 1.0),
            colour=hues[cluster],
            opens=(cluster, outlet),
            says=(f"{outlets[outlet]}: {n:,} ×, {kinds}",),
        )
        for cluster, outlet, n, kinds in zip(
            cells.cluster_id, cells.outlet, cells.n, cells.kinds, strict=True
        )
        if cluster in rows and outlet in shown
    ]
    room = 20 if len(shown) < 6 else 15
    labels = [
        f"{plain(_who(speaker), room)} <span style='color:{colours.faint}'>{plain(words, room + 6)}</span>"
        for speaker, words in zip(told.speaker, told.words, strict=True)
    ]
    return matrix.figure(
        labels,
        ["all", *(str(i) for i in range(1, len(shown) + 1))],
        squares,
        left=308 if len(shown) < 6 else 240,
        above=66,
        look=look.titled("The same words in several articles"),
    )


def _who(speaker: object) -> str:
    return speaker if isinstance(speaker, str) else "nobody known"


def _folded(words: str) -> list[str]:
    return [words[i : i + 70] for i in range(0, min(len(words), 280), 70)]
