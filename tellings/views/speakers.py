"""Who is quoted: by the number of quotations and by the words in them."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from tellings import plural
from tellings.query.sql import UNTRACED
from tellings.views.theme import BARS, LOOK, Look, colour_of, layout, line, named, plain, ranks, silent
from tellings.views.undimmed import undimmed

_SPLIT = (("x", "n", "quotations", (0.0, 0.5)), ("x2", "words", "words", (0.56, 1.0)))


def figure(spoken: pd.DataFrame, *, look: Look = LOOK) -> go.Figure:
    """Two bars for each speaker: quotations on the left, words on the right.

    Args:
        spoken: `speaker, name, type, anonymous, n, words, relayed, article` (the only one that quotes them, if it
            is one); no name means that nobody is known to speak. An anonymous speaker's bars are hatched.
        look: theme, title, source line; its `selected`: the speaker who is open.

    Returns:
        A figure whose points have `customdata` `[speaker, "n"]` or `[speaker, "words"]`.
    """
    colours = look.colours
    names = [name if isinstance(name, str) else UNTRACED for name in spoken.name]
    notes = [
        "" if not isinstance(name, str) else "anonymous" if hidden else str(kind)
        for name, kind, hidden in zip(spoken.name, spoken.type, spoken.anonymous, strict=True)
    ]
    labels, room, row = named(look, names, notes, most=250)
    heads = [
        {**line(noun, colour=colours.faint, size=13, left=2, above=2), "x": domain[0]}
        for _, _, noun, domain in _SPLIT
    ]
    x, x2 = (
        silent(look.theme, domain=domain, range=[0, max([*spoken[column], 1]) * 1.28], anchor="y")
        for _, column, _, domain in _SPLIT
    )
    return undimmed(
        [
            _bars(spoken, names, notes, x=x, column=column, noun=noun, look=look)
            for x, column, noun, _ in _SPLIT
        ],
        layout(
            look.titled("Who is quoted"),
            height=row * max(len(spoken), 3) + 104,
            least=room + (156 if look.narrow else 164),
            margin={"l": room, "r": 12, "t": 68, "b": 36},
            annotations=heads,
            bargap=0.38,
            xaxis=x,
            xaxis2=x2,
            yaxis=ranks(look, labels),
        ),
    )


def _bars(
    spoken: pd.DataFrame, names: list[str], notes: list[str], *, x: str, column: str, noun: str, look: Look
) -> dict[str, Any]:
    colours = look.colours
    fills = [colour_of(kind if isinstance(kind, str) else None, look.theme) for kind in spoken.type]
    opened = [(speaker,) == look.selected[:1] for speaker in spoken.speaker]
    alone = [f"<br>only in {plain(label, 60)}" if isinstance(label, str) else "" for label in spoken.article]
    relayed = [
        f"<br>{n:,} of them as others tell them" if n and column == "n" else "" for n in spoken.relayed
    ]
    return {
        **BARS,
        "xaxis": x,
        "x": spoken[column].tolist(),
        "y": list(range(len(spoken))),
        "marker": {
            "color": fills,
            "line": {
                "color": [colours.accent if o else fill for o, fill in zip(opened, fills, strict=True)],
                "width": [2.5 if o else 0 for o in opened],
            },
            "pattern": {
                "shape": ["/" if note == "anonymous" else "" for note in notes],
                "fgcolor": colours.paper,
                "size": 6,
                "solidity": 0.35,
            },
        },
        "text": [f"{n:,}" for n in spoken[column]],
        "textfont": {"color": colours.ink},
        "customdata": [[speaker, column] for speaker in spoken.speaker],
        "hovertemplate": [
            f"<b>{plain(name)}</b>: {n:,} {plural.noun(n, noun)}{told}{only}<extra></extra>"
            for name, n, told, only in zip(names, spoken[column], relayed, alone, strict=True)
        ],
        "name": noun,
    }
