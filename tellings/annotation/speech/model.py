"""What the rules for quotations pass on: the marked pieces by position, and reports."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from tellings.annotation.speech.cues import Cue
from tellings.annotation.speech.marks import Marked

Chars = tuple[int, int]
"""A span in characters."""

Rule = Literal[
    "according to",
    "as told",
    "clause",
    "heading",
    "in words",
    "label",
    "marked",
    "marked after cue",
    "marked before cue",
    "marked before verb",
    "noun",
    "object",
    "paragraph before",
    "passive",
    "rest of the sentence",
    "sentence around cue",
    "sentence before",
    "sentence before cue",
    "signature",
    "transcript",
    "turn goes on",
]
"""The rules, as `quotations.method` names them."""


@dataclass(frozen=True, slots=True)
class Report:
    """Somebody says something.

    Attributes:
        cue: the cue, None where a colon or dash alone names the speaker.
        parts: what is said, in characters; marks at the edges belong to it. Several where the cue interrupts.
        speaker: the head word of who says it, None where nobody is named.
        method: the rule.
    """

    cue: Cue | None
    parts: tuple[Chars, ...]
    speaker: Token | None
    method: Rule


class Pieces:
    """The marked pieces of an article, found by position."""

    def __init__(self, text: str, pieces: Sequence[Marked]) -> None:
        self.text = text
        self.all = tuple(pieces)
        self._starts = [p.outer_start for p in pieces]

    def index_at(self, char: int) -> int | None:
        """The index of the piece (its marks counted) that holds the character."""
        i = bisect_right(self._starts, char) - 1
        return i if i >= 0 and char < self.all[i].outer_end else None

    def at(self, char: int) -> Marked | None:
        """The piece (its marks counted) that holds the character."""
        i = self.index_at(char)
        return None if i is None else self.all[i]

    def next_from(self, char: int) -> Marked | None:
        """The first piece that begins at the character or after it."""
        i = bisect_right(self._starts, char - 1)
        return self.all[i] if i < len(self.all) else None

    def last_before(self, char: int) -> Marked | None:
        """The last piece that ends at the character or before it."""
        i = bisect_right(self._starts, char) - 1
        if i >= 0 and self.all[i].outer_end > char:
            i -= 1
        return self.all[i] if i >= 0 else None

    def touching(self, start: int, end: int) -> list[Marked]:
        """The pieces that share a character with a span."""
        i = max(bisect_right(self._starts, start) - 1, 0)
        pieces = []
        while i < len(self.all) and self.all[i].start < end:
            if self.all[i].end > start:
                pieces.append(self.all[i])
            i += 1
        return pieces

    def within(self, start: int, end: int) -> list[Marked]:
        """The pieces that stand wholly in a span (their marks may stick out)."""
        i = bisect_right(self._starts, start - 3)
        pieces = []
        while i < len(self.all) and self.all[i].start < end:
            if self.all[i].start >= start and self.all[i].end <= end:
                pieces.append(self.all[i])
            i += 1
        return pieces
