"""Who is quoted: by the number of quotations and by the words in them."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from tellings.views.theme import colour_of, frame, label_width, palette, plain

ROW = 27


def figure(
    spoken: pd.DataFrame,
    *,
    theme: str = "light",
    title: str = "Who is quoted",
    source: str = "",
    selected: str | None = None,
) -> go.Figure:
    """Two bars for each speaker: quotations on the left, words on the right.

    Args:
        spoken: `speaker, name, type, anonymous, n, words`; no name means that nobody is known to speak. An anonymous
            speaker's bars are hatched.
        theme: `light` or `dark`.
        title: what is seen.
        source: the source line.
        selected: the speaker who is open.

    Returns:
        A figure whose points have `customdata` `[speaker, "n"]` or `[speaker, "words"]`.
    """
    colours = palette(theme)
    names = [name if isinstance(name, str) else "nobody known" for name in spoken.name]
    notes = [
        "unknown" if not isinstance(name, str) else "anonymous" if hidden else str(kind)
        for name, kind, hidden in zip(spoken.name, spoken.type, spoken.anonymous, strict=True)
    ]
    places = list(range(len(spoken)))
    fills = [colour_of(kind if isinstance(kind, str) else None, theme) for kind in spoken.type]
    drawn = go.Figure()
    for axis, column, noun in (("x", "n", "quotations"), ("x2", "words", "words")):
        drawn.add_bar(
            orientation="h",
            xaxis=axis,
            x=spoken[column].tolist(),
            y=places,
            marker={
                "color": fills,
                "line": {
                    "color": [
                        colours.accent if s == selected else f
                        for s, f in zip(spoken.speaker, fills, strict=True)
                    ],
                    "width": [2.5 if s == selected else 0 for s in spoken.speaker],
                },
                "pattern": {
                    "shape": ["/" if note == "anonymous" else "" for note in notes],
                    "fgcolor": colours.paper,
                    "size": 6,
                    "solidity": 0.35,
                },
            },
            text=[f"{n:,}" for n in spoken[column]],
            textposition="outside",
            textfont={"color": colours.ink},
            cliponaxis=False,
            customdata=[[speaker, column] for speaker in spoken.speaker],
            hovertemplate=[
                f"<b>{plain(name)}</b>: {n:,} {noun}<extra></extra>"
                for name, n in zip(names, spoken[column], strict=True)
            ],
            unselected={"marker": {"opacity": 1}},
            name=noun,
        )
    labels = [
        f"{plain(name, 24)} <span style='color:{colours.faint};font-size:12px'>{note}</span>"
        for name, note in zip(names, notes, strict=True)
    ]
    room = label_width((f"{name[:24]} {note}" for name, note in zip(names, notes, strict=True)), most=250)
    frame(
        drawn,
        theme=theme,
        title=title,
        source=source,
        height=ROW * max(len(places), 3) + 104,
        margin={"l": room, "r": 12, "t": 68, "b": 36},
        bargap=0.38,
    )
    drawn.update_yaxes(
        tickvals=places,
        ticktext=labels,
        range=[len(places) - 0.5, -0.5],
        showline=False,
        ticks="",
        tickfont={"color": colours.ink, "size": 14},
    )
    for axis, column, domain in (("xaxis", "n", [0, 0.5]), ("xaxis2", "words", [0.56, 1])):
        drawn.update_layout(
            {
                axis: {
                    "domain": domain,
                    "range": [0, max([*spoken[column], 1]) * 1.28],
                    "showticklabels": False,
                    "showline": False,
                    "showgrid": False,
                    "zeroline": False,
                    "fixedrange": True,
                    "anchor": "y",
                }
            }
        )
    for text, at in (("quotations", 0), ("words", 0.56)):
        drawn.add_annotation(
            text=text,
            xref="paper",
            yref="paper",
            x=at,
            y=1,
            yshift=2,
            xanchor="left",
            yanchor="bottom",
            showarrow=False,
            font={"size": 13, "color": colours.faint},
        )
    return drawn
