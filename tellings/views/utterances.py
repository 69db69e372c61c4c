"""Which utterances several articles tell, and how often each outlet does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from tellings.plural import several
from tellings.query.sql import ANONYMOUS, NOBODY
from tellings.views import matrix
from tellings.views.heads import NARROW, heads
from tellings.views.names import clipped
from tellings.views.theme import LOOK, Look, colour_of, plain, seen

Voice = tuple[str, str]
"""Who is said to speak, and in whose words that is told; empty where it is the article's own."""

FILL = (
    "Blue: words of a person, green: of a country or another place, brown: of an organisation, grey: of nobody known "
    "by name; the stronger, the more often it is told there."
)
"""The key to the colours."""
LETTERS = "Speakers differ: a: of an anonymous source, n: of nobody known by name, r: as another tells it."
"""The key to the letters in the cells of a row whose speakers differ."""

_LEFT, _ROOMY, _CHARACTER, _ROW, _HALF = 214, 330, 6.3, 40, 62
"""Pixels for the labels, also where there is more room, of a character in them, and of a row, which has two lines; the
characters of a label above its cells at 200 %."""
MOST = 12
"""With more outlets than this the matrix shows the sums only."""


def figure(
    told: pd.DataFrame, cells: pd.DataFrame, outlets: dict[str, str], *, look: Look = LOOK
) -> go.Figure:
    """A row for each utterance, a column for each outlet.

    Args:
        told: `cluster_id, words, speaker, type, anonymous, n, n_documents`, in order.
        cells: `cluster_id, outlet, n, kinds, voices, type`.
        outlets: their names by the value of `outlet`, in the order of the columns.
        look: theme, title, source line; its `selected`: utterance and outlet (or empty) of what is open.

    Returns:
        A figure whose points have `customdata` `[cluster_id, outlet]`, the outlet empty for the sums.
    """
    colours = look.colours
    shown = list(outlets) if len(outlets) <= MOST else []
    rows = {cluster: i for i, cluster in enumerate(told.cluster_id)}
    said = {cluster: spoken(cells[cells.cluster_id == cluster], outlets) for cluster in told.cluster_id}
    squares = [
        matrix.Cell(
            row=i,
            column=0,
            n=int(n),
            colour=colours.faint,
            opens=(cluster, ""),
            says=(
                f"told {several(n, 'time')} in {several(articles, 'article')}",
                *_folded(said[cluster]),
                *_folded(words),
            ),
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
            colour=colour_of(kind if isinstance(kind, str) else None, look.theme),
            opens=(cluster, outlet),
            says=(f"{outlets[outlet]}: {n:,} ×, {kinds}", f"as the words of {speakers([voices])}"),
            printed=f"{n:,}{_letter(voices)}" if said[cluster] else "",
        )
        for cluster, outlet, n, kinds, voices, kind in cells[
            ["cluster_id", "outlet", "n", "kinds", "voices", "type"]
        ].itertuples(index=False, name=None)
        if cluster in rows and outlet in shown
    ]
    left = _ROOMY if look.roomy else _LEFT
    who = [
        _who(speaker, cluster, cells) for cluster, speaker in zip(told.cluster_id, told.speaker, strict=True)
    ]
    return matrix.figure(
        [_label(one, words, left, look) for one, words in zip(who, told.words, strict=True)],
        heads(["all", *(outlets[outlet] for outlet in shown)], NARROW),
        squares,
        left=left,
        height=_ROW,
        look=look.titled("The same words in several articles"),
        whole=[f"{one}: {seen(words)}" for one, words in zip(who, told.words, strict=True)],
    )


def _label(who: str, words: str, left: int, look: Look) -> str:
    """Who speaks, and as many whole words of what is said as have room, below it or behind it."""
    if look.narrow:
        across = _HALF if look.room == "half" else matrix.ACROSS
        name = clipped(who, across // 2)
        room, between = across - len(name) - 1, " "
    else:
        room, between = int((left - 8) / _CHARACTER), "<br>"
        name = clipped(who, room)
    faint = f"<span style='color:{look.colours.faint}'>{plain(clipped(words, room))}</span>"
    return f"{plain(name)}{between}{faint}"


def spoken(cells: pd.DataFrame, outlets: Mapping[str, str]) -> str:
    """Whose words an utterance is said to be, outlet by outlet, where they do not agree; else an empty text.

    >>> cells = pd.DataFrame({"outlet": ["a", "b"], "voices": [(("Lee", ""),), (("Lee", "a source"),)]})
    >>> spoken(cells, {"a": "AFP", "b": "SBS News"})
    'as Lee’s in AFP; as Lee’s, as a source tells it, in SBS News'

    Args:
        cells: `outlet, voices` of one utterance.
        outlets: what each outlet is called.
    """
    told: dict[str, list[Sequence[Voice]]] = {}
    for outlet, voices in zip(cells.outlet, cells.voices, strict=True):
        told.setdefault(outlet, []).append(voices)
    where: dict[Voice, list[str]] = {}
    for outlet, name in outlets.items():
        for voice in (voice for voices in told.get(outlet, ()) for voice in voices):
            where.setdefault(voice, []).append(name)
    if len(where) < 2:
        return ""
    return "; ".join(f"as {_own(voice)} in {_listed(places)}" for voice, places in where.items())


def _own(voice: Voice) -> str:
    who, by = voice
    own = "nobody’s known by name" if who == NOBODY else f"{who}’" if who.endswith("s") else f"{who}’s"
    return f"{own}, as {by} tells it," if by else own


def _listed(places: list[str]) -> str:
    if len(places) > MOST:
        return f"{len(places):,} others"
    return " and ".join(filter(None, [", ".join(places[:-1]), places[-1]]))


def speakers(cells: Iterable[Sequence[Voice]]) -> str:
    """Everybody whose words an utterance is said to be."""
    different = dict.fromkeys(voice for voices in cells for voice in voices)
    return "; ".join(f"{who}, as {by} tells it" if by else who for who, by in different)


def _letter(voices: Sequence[Voice]) -> str:
    """What tells a cell from those whose speaker is named: the key below the chart says it in words."""
    who = {ANONYMOUS: "a", NOBODY: "n"}
    return "".join(
        sorted({letter for voice, by in voices for letter in (who.get(voice), by and "r") if letter})
    )


def _who(speaker: object, cluster: str, cells: pd.DataFrame) -> str:
    different = {voice for voices in cells.voices[cells.cluster_id == cluster] for voice in voices}
    if len(different) > 1:
        return several(len(different), "speaker")
    return speaker if isinstance(speaker, str) else "nobody known"


def _folded(words: str) -> list[str]:
    return [words[i : i + 70] for i in range(0, min(len(words), 280), 70)]
