"""The heads of columns: names of articles or outlets, in lines where they fit so, upright where there are many."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import Any, NamedTuple

from tellings.views.theme import Look, axis, plain, seen

SIZE = 12
_CHARACTER, _LINE, _LINES = 6.2, 15, 4
"""Pixels of a character in the heads' size and of a line, and lines of a head at most."""
_NARROWEST, _WIDEST = 44, 68
"""Pixels of a column with a head in lines."""
ROOM, NARROW = 330, 200
"""Pixels for all heads of a chart, and of one that has something beside it."""


class Heads(NamedTuple):
    """Heads as they are drawn.

    Attributes:
        texts: HTML that Plotly reads.
        slant: degrees by which they are turned.
        width: pixels that a column needs so that no head is on another.
        height: pixels of the tallest.
        beyond: pixels by which the last one reaches beyond its column.
    """

    texts: list[str]
    slant: int
    width: int
    height: int
    beyond: int = 0

    def axis(self, look: Look, **more: Any) -> dict[str, Any]:
        """The axis above the columns."""
        settings = {
            "side": "top",
            "tickvals": list(range(len(self.texts))),
            "ticktext": self.texts,
            "range": [-0.5, max(len(self.texts), 1) - 0.5],
            "tickangle": self.slant,
            "ticklabeloverflow": "allow",
            "showline": False,
            "tickfont": {"size": SIZE, "color": look.colours.faint},
        }
        return axis(look.theme, **{**settings, **more})


def heads(names: Sequence[str], room: int = ROOM) -> Heads:
    """Heads in lines for a few columns, the narrower the more there are; upright and cut short where they would need
    more than so much room, in pixels.
    """
    width = min(_WIDEST, room // max(len(names), 1))
    if width < _NARROWEST:
        texts = [plain(name, 18) for name in names]
        longest = max(min(len(seen(name)), 18) for name in names)
        return Heads(texts, -90, 24, int(longest * _CHARACTER) + 8)
    lines = [_lines(seen(name), int((width - 4) / _CHARACTER)) for name in names]
    height = _LINE * max((len(some) for some in lines), default=1) + 6
    return Heads(["<br>".join(plain(part) for part in some) for some in lines], 0, width, height)


def _lines(name: str, width: int) -> list[str]:
    """A name in lines of so many characters, its longest words and what is left over cut short."""
    words = [
        word if len(word) <= width else word[: width - 1] + "…"
        for word in name.replace(" …", "\u00a0…").split(" ")
    ]
    lines = textwrap.wrap(" ".join(words), width) or [""]
    return lines if len(lines) <= _LINES else [*lines[: _LINES - 1], lines[_LINES - 1][: width - 1] + "…"]
