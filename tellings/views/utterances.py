"""Which utterances several articles tell, and how often each outlet does."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from tellings.plural import several
from tellings.views import matrix
from tellings.views.theme import colour_of, palette, plain

MOST = 12
"""With more outlets than this the matrix shows the sums only."""


def figure(
    told: pd.DataFrame,
    cells: pd.DataFrame,
    outlets: dict[str, str],
    *,
    theme: str = "light",
    title: str = "The same words in several articles",
    source: str = "",
    selected: tuple[str, str] = ("", ""),
) -> go.Figure:
    """A row for each utterance, a numbered column for each outlet.

    Args:
        told: `cluster_id, words, speaker, type, anonymous, n, n_documents`, in order.
        cells: `cluster_id, outlet, n, kinds`.
        outlets: their names by the value of `outlet`, in the order of the columns.
        theme: `light` or `dark`.
        title: what is seen.
        source: the source line.
        selected: utterance and outlet (or empty) of what is open.

    Returns:
        A figure whose points have `customdata` `[cluster_id, outlet]`, the outlet empty for the sums.
    """
    colours = palette(theme)
    shown = list(outlets) if len(outlets) <= MOST else []
    rows = {cluster: i for i, cluster in enumerate(told.cluster_id)}
    hues = {
        cluster: colour_of(kind if isinstance(kind, str) else None, theme)
        for cluster, kind in zip(told.cluster_id, told.type, strict=True)
    }
    found = [
        matrix.Cell(i, 0, int(n), 0.0, colours.faint, [cluster, ""],
                    (f"told {several(n, 'time')} in {several(articles, 'article')}", *_folded(words)),
                    selected == (cluster, ""))
        for i, (cluster, words, n, articles) in enumerate(
            zip(told.cluster_id, told.words, told.n, told.n_documents, strict=True))
    ]  # fmt: skip
    found += [
        matrix.Cell(rows[cluster], shown.index(outlet) + 1, int(n), min(n / 3, 1.0), hues[cluster], [cluster, outlet],
                    (f"{outlets[outlet]}: {n:,} ×, {kinds}",), selected == (cluster, outlet))
        for cluster, outlet, n, kinds in zip(cells.cluster_id, cells.outlet, cells.n, cells.kinds, strict=True)
        if cluster in rows and outlet in shown
    ]  # fmt: skip
    room = 20 if len(shown) < 6 else 15
    labels = [
        f"{plain(_who(speaker), room)} <span style='color:{colours.faint}'>{plain(words, room + 6)}</span>"
        for speaker, words in zip(told.speaker, told.words, strict=True)
    ]
    return matrix.figure(
        labels,
        ["all", *(str(i) for i in range(1, len(shown) + 1))],
        found,
        left=308 if len(shown) < 6 else 240,
        above=66,
        theme=theme,
        title=title,
        source=source,
    )


def _who(speaker: object) -> str:
    return speaker if isinstance(speaker, str) else "nobody known"


def _folded(words: str) -> list[str]:
    return [words[i : i + 70] for i in range(0, min(len(words), 280), 70)]
