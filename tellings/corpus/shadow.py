"""The text as it was meant, for matching, with a way back to the text as it is.

Soft hyphens, decomposed accents, HTML entities, characters that were decoded wrongly and lines broken at a fixed width
hide names and quotations from whoever looks for words. The stored text keeps them; what is looked for is looked for in
its shadow, in which they are mended, and every place in the shadow leads back to one in the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt

from tellings.corpus import decoding, wrapping
from tellings.corpus.wrapping import Edit
from tellings.letters import FORMS, INVISIBLE

_Offsets = npt.NDArray[np.int64]

_HIDING = re.compile(
    "(?P<soft>\u00ad[ \t]*(?:\r\n|[\n\r])[ \t]*(?=[^\\W\\d_]))"
    f"|(?P<nothing>[{INVISIBLE}])"
    "|(?P<space>(?<!\\d)[\u00a0\u2000-\u200a\u202f]|[\u00a0\u2000-\u200a\u202f](?!\\d))"
    "|(?P<spaces>(?<=\\S) {2,}(?=\\S))"
    "|(?P<letter>[^\\W\\d_][\u0300-\u036f]+)"
    f"|(?P<form>[{''.join(FORMS)}])"
)
"""What stands in words or between them without being seen: characters of no width, unusual spaces (a space between two
digits is a mark of thousands and stays), letters in parts, letters in one, letters and marks of full width."""
_HIDDEN = f"\u00ad{INVISIBLE}\u00a0\u2000-\u200a\u202f\u0300-\u036f{''.join(FORMS)}"
_HINTS = re.compile(f"[{_HIDDEN}]|  ")
"""Where none of these stands nothing hides: that is known in an eighth of the time."""


@dataclass(frozen=True, eq=False)
class Shadow:
    """A text as it is read.

    Attributes:
        source: the text as it is stored.
        text: the text as it is read.
        damaged: what was decoded wrongly in it and what that is read as, for each kind of damage one example.
    """

    source: str
    text: str
    damaged: tuple[decoding.Damage, ...] = ()
    _starts: _Offsets | None = field(default=None, repr=False)
    _ends: _Offsets | None = field(default=None, repr=False)

    def start(self, at: int) -> int:
        """Where in the stored text begins what begins there in the text as read."""
        return at if self._starts is None else int(self._starts[at])

    def end(self, at: int) -> int:
        """Where in the stored text ends what ends there in the text as read."""
        return at if self._ends is None else int(self._ends[at])

    def read_at(self, start: int, end: int) -> tuple[int, int]:
        """Where in the text as read stands what stands here in the stored text."""
        if self._starts is None or self._ends is None:
            return start, end
        first = int(np.searchsorted(self._starts, start, side="left"))
        return first, max(first, int(np.searchsorted(self._ends, end, side="right")) - 1)

    @cached_property
    def same(self) -> bool:
        """Is the text read as it is stored?"""
        return self._starts is None

    def edited(self, edits: Sequence[Edit]) -> Shadow:
        """The same with pieces of its text read otherwise."""
        if not edits:
            return self
        before_starts = np.arange(len(self.text) + 1) if self._starts is None else self._starts
        before_ends = np.arange(len(self.text) + 1) if self._ends is None else self._ends
        text: list[str] = []
        starts: list[_Offsets] = []
        ends: list[_Offsets] = []
        at = 0
        for start, end, reading in edits:
            text += [self.text[at:start], reading]
            starts += [before_starts[at:start], np.repeat(before_starts[start], len(reading))]
            ends += [before_ends[at + 1 : start + 1], np.repeat(before_ends[end], len(reading))]
            at = end
        text.append(self.text[at:])
        starts.append(before_starts[at:])
        ends.append(before_ends[at + 1 :])
        return Shadow(
            self.source,
            "".join(text),
            self.damaged,
            np.concatenate(starts),
            np.concatenate([before_ends[:1], *ends]),
        )


def shadow_of(text: str) -> Shadow:
    """A stored text as it is read: decoded as it was meant, nothing invisible in it, each paragraph in one line.

    Source:
        Composition of letters: Unicode Standard Annex 15 (NFC). The other rules are Tellings' own.
    """
    shadow = Shadow(text, text)
    damaged: list[decoding.Damage] = []
    for repairs in decoding.REPAIRS:
        shadow = _until_nothing(shadow, repairs, damaged)
    shadow = shadow.edited(_seen(shadow.text))
    shadow = shadow.edited(wrapping.joins(shadow.text))
    kinds = {damage.kind: damage for damage in reversed(damaged)}
    return Shadow(text, shadow.text, tuple(reversed(kinds.values())), shadow._starts, shadow._ends)


def reading(printed: str) -> str:
    """A printed form as it is read: for names that are shown and for words that are compared."""
    if "  " not in printed and not _READ_OTHERWISE.search(printed):
        return printed
    text = _applied(printed, [damage.edit for damage in decoding.mojibake(printed, known=True)])
    for repairs in decoding.REPAIRS:
        text = _applied(text, [damage.edit for damage in repairs(text)])
    return wrapping.one_line(_applied(text, _seen(text)))


_READ_OTHERWISE = re.compile(f"[{decoding.SIGNS}{wrapping.LINE_ENDS}{_HIDDEN}]")
"""What stands, beside two spaces, in all that may be read otherwise than it is printed."""


def _until_nothing(
    shadow: Shadow, repairs: Callable[[str], list[decoding.Damage]], damaged: list[decoding.Damage]
) -> Shadow:
    """The shadow repaired, and repaired again where what came of it was damaged before (at most three times)."""
    for _ in range(3):
        repaired = repairs(shadow.text)
        if not repaired:
            break
        damaged += repaired
        shadow = shadow.edited([damage.edit for damage in repaired])
    return shadow


def _applied(text: str, edits: Iterable[Edit]) -> str:
    pieces, at = [], 0
    for start, end, read in edits:
        pieces += [text[at:start], read]
        at = end
    return "".join([*pieces, text[at:]])


def _seen(text: str) -> list[Edit]:
    """The edits that leave of a text what is seen of it."""
    if not _HINTS.search(text):
        return []
    return [(m.start(), m.end(), _read(m[0], m.lastgroup or "")) for m in _HIDING.finditer(text)]


def _read(piece: str, hiding: str) -> str:
    if hiding == "form":
        return FORMS[piece]
    if hiding == "letter":
        return unicodedata.normalize("NFC", piece)
    return " " if hiding in ("space", "spaces") else ""
