"""Two tellings of one utterance, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

MOST = 1500
"""Words of each text that are compared; what follows them is given back as it is."""

_WORD = re.compile(r"[^\W_]+(?:['’\-.,:][^\W_]+)*")
_EVEN = str.maketrans({"’": "'", "‘": "'", "-": None, "‑": None})


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands at one place of two texts.

    Attributes:
        kind: `same` (the same words, however capitalised, hyphenated and punctuated), `left` or `right` (words that
            only that text has here), `changed` (other words in one than in the other), `beyond` (too far on to be
            compared).
        left: the text of the one, with the spaces and marks that follow its words.
        right: that of the other.
    """

    kind: str
    left: str
    right: str


def compare(left: str, right: str) -> list[Piece]:
    """The differences between two texts. All that stands left, joined, is the left text again; so is the right.

    Words are aligned by their longest common runs (Ratcliff and Metzener 1988, as in `difflib`).

    >>> [(piece.kind, piece.left, piece.right) for piece in compare("We sail now.", "We will sail.")]
    [('same', 'We ', 'We '), ('right', '', 'will '), ('same', 'sail ', 'sail.'), ('left', 'now.', '')]
    """
    ours, theirs = _chunks(left), _chunks(right)
    matcher = SequenceMatcher(None, _keys(ours[:MOST]), _keys(theirs[:MOST]), autojunk=False)
    kinds = {"equal": "same", "delete": "left", "insert": "right", "replace": "changed"}
    pieces = [
        Piece(kinds[tag], "".join(ours[i:j]), "".join(theirs[k:m]))
        for tag, i, j, k, m in matcher.get_opcodes()
    ]
    beyond = Piece("beyond", "".join(ours[MOST:]), "".join(theirs[MOST:]))
    return [*pieces, beyond] if beyond.left or beyond.right else pieces


class Shared(NamedTuple):
    """How many words two texts have in common, in order, and how many each has, as far as they are compared."""

    same: int
    left: int
    right: int


def shared(left: str, right: str) -> Shared:
    """Count the words that two texts have in common."""
    ours, theirs = _keys(_chunks(left)[:MOST]), _keys(_chunks(right)[:MOST])
    same = sum(
        block.size for block in SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
    )
    return Shared(same, len(ours), len(theirs))


def likeness(left: str, right: str) -> float:
    """The share of all their words that two texts have in common, from 0 to 1."""
    same, ours, theirs = shared(left, right)
    return 2 * same / (ours + theirs) if ours + theirs else 1.0


def _chunks(text: str) -> list[str]:
    """The words of a text, each with what stands between it and the next; what stands before the first is with it."""
    starts = [match.start() for match in _WORD.finditer(text)]
    if not starts:
        return [text] if text else []
    edges = [0, *starts[1:], len(text)]
    return [text[a:b] for a, b in pairwise(edges)]


def _keys(chunks: list[str]) -> list[str]:
    return list(map(_key, chunks))


def _key(chunk: str) -> str:
    word = _WORD.search(chunk)
    return word.group().translate(_EVEN).casefold() if word else chunk


def words(text: str) -> Iterator[tuple[str, str]]:
    """A text in pairs of what is printed of a word (with marks) and the white space after it."""
    for match in re.finditer(r"(\S*)(\s*)", text):
        if match.group():
            yield match[1], match[2]
