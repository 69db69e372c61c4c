"""The heads of columns: names of articles or outlets, in lines where they fit so, upright where there are many."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from tellings.views.names import MARKS, apart, without_middle, words_of
from tellings.views.theme import TELEPHONE, Look, axis, plain, short

SIZE = 12
_CHARACTER, _LINE, _LINES, _UPRIGHT = 6.2, 15, 4, 20
"""Pixels of a character in the heads' size and of a line, lines of a head at most, and characters of an upright one."""
_NARROWEST, _WIDEST = 44, 68
"""Pixels of a column with a head in lines."""
_PAGE, _RIGHT, ROOM, NARROW = 740, 15, 330, 200
"""Pixels of a chart on a projector's page, and right of its columns; for all heads of a chart, and of one that has
something beside it."""
_SEAM = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[\w.][-–/])(?=\w)|(?<=\w\.)(?=\w\w)")
"""Where a word may be broken without a hyphen: before an inner capital, behind a hyphen, slash or dot."""
_SYLLABLE = re.compile(
    r"(?<=\w\w)(?<![cgpstw](?=h))(?<!t(?=ch))(?<![bcdfgpt](?=r))(?<![bcfgps](?=l))"
    r"(?=[bcdfgkptz]le[ds]?\b|(?:[bcfgp]l|[bcdfgpt]r|[cpst]h|qu|[b-df-hj-npr-tv-xz])[aeiouy]\w)"
)
"""Where an English syllable may begin: at a consonant, or two that begin words, before a vowel or in -ble."""
_NO_WORD = re.compile(r"[\d.]")
"""What U.S.A. and B2B have and no word has."""
_SHORTEST = 3
"""Letters of a word before its break at least."""


class Heads(NamedTuple):
    """Heads as they are drawn.

    Attributes:
        texts: HTML that Plotly reads.
        slant: degrees by which they are turned.
        width: pixels that a column needs so that no head is on another.
        height: pixels of the tallest.
        beyond: pixels by which the last one reaches beyond its column.
        names: all of each, also of those that are cut.
    """

    texts: list[str]
    slant: int
    width: int
    height: int
    beyond: int = 0
    names: Sequence[str] = ()

    def across(self, printed: Iterable[str], size: int = 13) -> int:
        """Pixels of a column that holds what is printed in its cells too, in letters of so many pixels."""
        longest = max(map(len, printed), default=0)
        return max(self.width, int(longest * size * 0.56) + 6)

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


def remaining(taken: int, look: Look) -> int:
    """Pixels for all heads of a chart with nothing beside it, of whose width so much is taken by other parts."""
    return (TELEPHONE - _RIGHT if look.narrow else _PAGE) - taken


def heads(names: Sequence[str], room: int = ROOM) -> Heads:
    """Heads in lines for a few columns, the narrower the more there are; upright and cut short where they would need
    more than so much room, in pixels.
    """
    width = min(_WIDEST, room // max(len(names), 1))
    if width < _NARROWEST:
        texts = apart(names, _UPRIGHT)
        longest = max(map(len, texts), default=0)
        return Heads(list(map(plain, texts)), -90, 24, int(longest * _CHARACTER) + 8, names=names)
    across = int((width - 4) / _CHARACTER)
    said = words_of(names)
    lines = [_lines(" ".join(words), across) or _briefly(words, said, across) for words in said]
    height = _LINE * max((len(some) for some in lines), default=1) + 6
    return Heads(["<br>".join(map(plain, some)) for some in lines], 0, width, height, names=names)


def _lines(name: str, width: int) -> list[str]:
    """A name in lines of so many characters, its longest words broken; none where the lines do not suffice."""
    words = name.replace(" …", "\u00a0…").split(" ")
    lines = textwrap.wrap(" ".join(_broken(word, width) for word in words), width) or [""]
    return lines if len(lines) <= _LINES else []


def _briefly(words: Sequence[str], names: Sequence[Sequence[str]], width: int) -> list[str]:
    """A name whose lines do not suffice: without its middle where another begins like it, else cut short."""
    for most in range(_LINES * width, _LINES * width // 2, -2):
        told = without_middle(words, names, most)
        lines = _lines(told, width) if "… " in told else []
        if lines:
            return lines
    return _cut(" ".join(words), width)


def _cut(name: str, width: int) -> list[str]:
    """A name in lines, its longest words and what is left over cut short."""
    words = name.replace(" …", "\u00a0…").split(" ")
    lines = textwrap.wrap(" ".join(short(word, width) for word in words), width)
    return lines if len(lines) <= _LINES else [*lines[: _LINES - 1], lines[_LINES - 1][: width - 1] + "…"]


def _broken(word: str, width: int) -> str:
    """A word in parts of so many characters: at its seams where that is enough, else between syllables."""
    parts = [""]
    for part in _SEAM.split(word):
        if parts[-1] and len(parts[-1] + part) > width:
            parts.append("")
        parts[-1] += part
    return " ".join(_hyphenated(part, width) for part in parts)


def _hyphenated(word: str, width: int) -> str:
    """A word broken between syllables, or between any letters where none is seen; cut short where it is no word."""
    done = ""
    while len(word) > width:
        if _NO_WORD.search(word):
            return done + short(word, width)
        least = _SHORTEST + len(word) - len(word.lstrip(MARKS))
        ends = [match.start() for match in _SYLLABLE.finditer(word) if least <= match.start() < width]
        ends = ends or [end for end in range(least, width) if unicodedata.category(word[end])[0] != "M"]
        halves = [end for end in ends if len(word) - end <= width]
        end = min(halves, key=lambda end: abs(2 * end - len(word)), default=ends[-1])
        done, word = f"{done}{word[:end]}- ", word[end:]
    return done + word
