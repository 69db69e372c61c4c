"""Colours, fonts and the frame of every chart, in both themes. Colour has meaning and keeps it on every page.

A hue for each of four groups of entities (the type within a group is said by a label), grey for unknown; outlets are
told apart by their names. The page's own colours stand in `.streamlit/config.toml`; those used here are the same.
"""

from __future__ import annotations

import html
import re
import textwrap
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import plotly.graph_objects as go

from tellings.schema import GROUPS

SANS = "'Source Sans 3', 'Segoe UI', 'Helvetica Neue', sans-serif"
SERIF = "'Source Serif 4', Georgia, 'Times New Roman', serif"

GROUP_OF = {kind: group for group, kinds in GROUPS.items() for kind in kinds}


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme, each at least 4.5:1 against the paper where it is used for text."""

    paper: str
    shade: str
    ink: str
    faint: str
    line: str
    accent: str
    unknown: str
    groups: dict[str, str]
    tints: dict[str, str]
    sequence: tuple[str, ...]


LIGHT = Palette(
    paper="#fbf9f4",
    shade="#f2ede2",
    ink="#211e1a",
    faint="#655e53",
    line="#d9d1c1",
    accent="#9c2a1f",
    unknown="#767068",
    groups={"people": "#0b5a8e", "organisations": "#8a5a00", "places": "#00735a", "other": "#8f3f72"},
    tints={"people": "#dbe8f1", "organisations": "#f3e4c3", "places": "#d3eae2", "other": "#f1dde8"},
    sequence=("#e6eee6", "#b9d8cb", "#7fb9a5", "#3d9279", "#00735a", "#004f3e"),
)
DARK = Palette(
    paper="#1a1815",
    shade="#26231e",
    ink="#ece6da",
    faint="#b0a797",
    line="#433e35",
    accent="#f0907c",
    unknown="#a39c91",
    groups={"people": "#78b8e6", "organisations": "#e3ae4a", "places": "#55c4a4", "other": "#dd97c3"},
    tints={"people": "#1d3a50", "organisations": "#4a3a12", "places": "#17433a", "other": "#4b2a40"},
    sequence=("#22332d", "#245446", "#26755f", "#359a7e", "#55c4a4", "#a5ecd6"),
)
_PALETTES = {"light": LIGHT, "dark": DARK}

LEAST = 300
"""Pixels of the narrowest chart, where a view asks for no more."""
BUTTONS, MAP_BUTTONS = 96, 190
"""Pixels of the buttons beside the title of a chart, and of a map, which is moved and enlarged as well."""
_TITLE, _SMALL, _NARROW, _WIDEST, TELEPHONE, _RAISED = 23, 16, 6, 640, 327, 13
"""Pixels of a further line of a title and of small print, of a character in small print, its widest line, a chart on a
telephone, and by which Plotly sets a title of several lines, however many, higher than one of a single line."""


def palette(theme: str) -> Palette:
    """The colours of `light` or `dark`.

    Raises:
        ValueError: another theme.
    """
    if theme not in _PALETTES:
        raise ValueError(f"no theme {theme!r}; there are light and dark")
    return _PALETTES[theme]


@dataclass(frozen=True, slots=True)
class Look:
    """How a figure looks, whatever it shows.

    Attributes:
        theme: `light` or `dark`.
        title: a sentence that says what is seen; where it is empty, the figure's own.
        source: corpus, n and hash, so that an exported picture can be traced.
        selected: what has its evidence open, and is outlined: the `customdata` of its point.
        room: what room the window has: `telephone`, `half` a laptop's, `small`, `roomy`, or a usual one ("").
    """

    theme: str = "light"
    title: str = ""
    source: str = ""
    selected: tuple[str, ...] = ()
    room: str = ""

    @property
    def narrow(self) -> bool:
        """Do labels stand above their rows, as on a telephone?"""
        return self.room in ("telephone", "half")

    @property
    def roomy(self) -> bool:
        """Has a chart more than half of a laptop's page, so that its labels may be longer?"""
        return self.room in ("small", "roomy")

    @property
    def colours(self) -> Palette:
        """The colours of the theme."""
        return palette(self.theme)

    def titled(self, title: str) -> Look:
        """The same with this title, where it has none."""
        return self if self.title else replace(self, title=title)


LOOK = Look()
"""The look of a figure that nobody gives another."""


def colour_of(kind: str | None, theme: str) -> str:
    """The colour of an entity's type; grey where it is unknown."""
    colours = palette(theme)
    group = GROUP_OF.get(kind or "")
    return colours.groups[group] if group else colours.unknown


def mixed(colour: str, paper: str, share: float) -> str:
    """A colour thinned with paper: opaque, so that what lies below does not matter."""
    parts = [
        round(int(colour[i : i + 2], 16) * share + int(paper[i : i + 2], 16) * (1 - share)) for i in (1, 3, 5)
    ]
    return "#" + "".join(f"{part:02x}" for part in parts)


def readable(fill: str) -> str:
    """Black or white text, whichever is told better from a fill: by 4.58 to 1 at least (WCAG's relative luminance)."""
    channels = [int(fill[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return "#000000" if 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 else "#ffffff"


def plain(text: object, width: int | None = None) -> str:
    """Text for a figure, where Plotly would read HTML: escaped, shortened to a width in characters, and without
    characters that cannot be seen and would turn the line around.
    """
    said = seen(text)
    return html.escape(short(said, width) if width else said, quote=False)


def short(text: str, most: int) -> str:
    """Text of so many characters at most, its last an ellipsis, or the number by which it is told from its like."""
    behind = numbered(text)
    return text if len(text) <= most else f"{text[: most - 1 - len(behind)].rstrip(' .…')}…{behind}"


def numbered(text: str) -> str:
    """The number by which a text is told from its like, with its brackets: that of "a source (2)"."""
    return "".join(re.findall(r" \(\d\d?\)$", text))


def seen(text: object) -> str:
    """Text on one line, without characters that cannot be seen."""
    said = " ".join(str(text).split())
    return "".join("\ufffd" if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co") else c for c in said)


def wrapped(text: object, width: int, lines: int = 3) -> str:
    """Text for a figure broken into lines, the last one cut short where there would be more."""
    parts = textwrap.wrap(seen(text).replace(" …", "\u00a0…"), width) or [""]
    if len(parts) > lines:
        parts = [*parts[: lines - 1], parts[lines - 1][: width - 1] + "…"]
    return "<br>".join(html.escape(part, quote=False) for part in parts)


def axis(theme: str, **more: Any) -> dict[str, Any]:
    """An axis without grid that is not read; `more` of Plotly's settings win."""
    colours = palette(theme)
    quiet = {"showgrid": False, "zeroline": False, "fixedrange": True, "automargin": False, "ticks": ""}
    return {**quiet, "linecolor": colours.line, "tickfont": {"color": colours.faint}, **more}


def ranks(look: Look, labels: Sequence[str], size: int = 14, **more: Any) -> dict[str, Any]:
    """The axis of rows, from the top, each with its label, which is HTML that Plotly reads."""
    return axis(
        look.theme,
        tickvals=list(range(len(labels))),
        ticktext=list(labels),
        showline=False,
        tickfont={"color": look.colours.ink, "size": size},
        **{"range": [len(labels) - 0.5, -0.5], "ticklabelstandoff": 5, **more},
    )


def named(
    look: Look, names: Sequence[str], kinds: Sequence[str], *, most: int = 240
) -> tuple[list[str], int, int]:
    """The labels of rows with the kind of each, and the pixels that they need beside and that a row needs for them."""
    length, apart = (20, "<br>") if look.narrow else (24, " ")
    style = f"color:{look.colours.faint};font-size:12px"
    told = [f"{apart}<span style='{style}'>{kind}</span>" if kind else "" for kind in kinds]
    beside = [""] * len(kinds) if look.narrow else [f" {kind}" for kind in kinds]
    room = label_width(
        (f"{name[:length]}{kind}" for name, kind in zip(names, beside, strict=True)), most=most
    )
    labels = [f"{plain(name, length)}{kind}" for name, kind in zip(names, told, strict=True)]
    return labels, room, 38 if look.narrow else 27


def silent(theme: str, **more: Any) -> dict[str, Any]:
    """An axis that is not drawn, because the marks say their values themselves."""
    return axis(theme, showticklabels=False, showline=False, **more)


BARS: dict[str, Any] = {
    "type": "bar",
    "orientation": "h",
    "textposition": "outside",
    "cliponaxis": False,
}
"""What all bars of rows have: their numbers behind them."""


def layout(
    look: Look, *, height: int = 400, least: int = LEAST, buttons: int = BUTTONS, **more: Any
) -> dict[str, Any]:
    """The frame of a chart: title (what is seen), source line, fonts and colours, as one dictionary.

    Args:
        look: theme, title and source line.
        height: in pixels, with a title and a source line of one line each; further ones are added.
        least: pixels of the width below which nothing would be readable: the page scrolls the chart rather than make
            it narrower. Title and source line are broken so that they fit into it.
        buttons: pixels of the buttons beside the title.
        more: anything else of Plotly's layout; `annotations` are added to the source line's.
    """
    colours = look.colours
    margin = {"l": 8, "r": 8, "t": 44, "b": 40, **more.pop("margin", {})}
    notes = list(more.pop("annotations", []))
    seen_at_once = min(least, TELEPHONE) if look.narrow else least
    title = wrapped(look.title, (seen_at_once - buttons) // 9)
    source = wrapped(look.source, min(seen_at_once, _WIDEST) // _NARROW)
    margin["t"] += _TITLE * title.count("<br>")
    margin["b"] += _SMALL * source.count("<br>")
    height += _TITLE * title.count("<br>") + _SMALL * source.count("<br>")
    if look.source:
        notes.append(line(source, colour=colours.faint, size=12, left=margin["l"], below=margin["b"] - 4))
    return {
        "template": "none",
        "height": height,
        "meta": {"least": least, **more.pop("meta", {})},
        "margin": margin,
        "annotations": notes,
        "paper_bgcolor": colours.paper,
        "plot_bgcolor": colours.paper,
        "font": {"family": SANS, "size": 14, "color": colours.ink},
        "title": {
            "text": title,
            "font": {"family": SERIF, "size": 18, "color": colours.ink},
            "x": 0,
            "xanchor": "left",
            "xref": "container",
            "y": 1,
            "yanchor": "top",
            "yref": "container",
            "pad": {"t": 8 + (_RAISED if "<br>" in title else 0), "l": 2},
            "automargin": False,
        },
        "hoverlabel": {
            "bgcolor": colours.shade,
            "bordercolor": colours.line,
            "font": {"family": SANS, "size": 14, "color": colours.ink},
            "align": "left",
        },
        "dragmode": False,
        "clickmode": "event+select",
        "showlegend": False,
        "modebar": {"bgcolor": "rgba(0,0,0,0)", "color": colours.faint, "activecolor": colours.accent},
        "xaxis": axis(look.theme),
        "yaxis": axis(look.theme),
        **more,
    }


def noted(figure: go.Figure, notes: Iterable[str]) -> go.Figure:
    """A figure with lines of text below its source line, so that they go with it where it is taken away.

    Args:
        figure: with a source line, the first of its annotations; it is left as it is.
        notes: each begins a line; long ones are broken.
    """
    width = min(figure.layout.meta["least"], _WIDEST) // _NARROW
    lines = [part for note in notes for part in textwrap.wrap(seen(note), width)]
    if not lines:
        return figure
    room, margin = _SMALL * len(lines) + 6, figure.layout.margin
    added = line(
        "<br>".join(html.escape(one, quote=False) for one in lines),
        colour=figure.layout.modebar.color,
        size=12,
        left=margin.l,
        below=margin.b + room - 4,
    )
    new = go.Figure(figure)
    new.update_layout(height=figure.layout.height + room, margin={"b": margin.b + room})
    new.add_annotation(added)
    return new


def line(text: str, *, colour: str, size: int, left: int, above: int = 0, below: int = 0) -> dict[str, Any]:
    """An annotation at the figure's left edge, so many pixels above the plot or below it; its HTML is kept.

    Args:
        text: HTML, as Plotly reads it.
        colour: of the text.
        size: of the text.
        left: the figure's left margin.
        above: pixels above the plot's upper edge.
        below: pixels below its lower edge, instead.
    """
    return {
        "text": text,
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 0 if below else 1,
        "xshift": 2 - left,
        "yshift": -below if below else above,
        "xanchor": "left",
        "yanchor": "bottom",
        "showarrow": False,
        "align": "left",
        "font": {"size": size, "color": colour},
    }


def label_width(labels: Iterable[str], *, least: int = 60, most: int = 240) -> int:
    """The room in pixels that labels beside an axis need, in the chart's font."""
    return max(least, min(most, int(7.4 * max(map(len, labels), default=0)) + 16))
