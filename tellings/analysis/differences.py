"""Two tellings of one utterance, word by word."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby, pairwise
from typing import NamedTuple

MOST = 1500
"""Words of each text that are compared; what follows them is given back as it is."""

_WORD = re.compile(r"[^\W_]+(?:['’\-.,:][^\W_]+)*")
_EVEN = str.maketrans({"’": "'", "‘": "'", "-": None, "‑": None})


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands at one place of two texts.

    Attributes:
        kind: `same` (the same words, however capitalised, hyphenated and punctuated), `moved` (words of one side that
            the other text has in another place), `left` or `right` (words that only that text has), `changed` (other
            words in one than in the other), `beyond` (too far on to be compared).
        left: the text of the one, with the spaces and marks that follow its words.
        right: that of the other.
    """

    kind: str
    left: str
    right: str


def compare(left: str, right: str) -> list[Piece]:
    """The differences between two texts. All that stands left, joined, is the left text again; so is the right.

    Words are aligned by their longest common runs (Ratcliff and Metzener 1988, as in `difflib`). Of what is left over,
    a word that is left over on both sides has moved, once for each time that both have it.

    >>> [(piece.kind, piece.left, piece.right) for piece in compare("We sail now.", "We will sail.")]
    [('same', 'We ', 'We '), ('right', '', 'will '), ('same', 'sail ', 'sail.'), ('left', 'now.', '')]
    """
    ours, theirs = _chunks(left), _chunks(right)
    one, other = _keys(ours[:MOST]), _keys(theirs[:MOST])
    opcodes = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    apart = [code for code in opcodes if code[0] != "equal"]
    ours_over = [n for _, i, j, _, _ in apart for n in range(i, j)]
    theirs_over = [n for _, _, _, k, m in apart for n in range(k, m)]
    both = Counter(one[n] for n in ours_over if _words([one[n]])) & Counter(other[n] for n in theirs_over)
    ours_moved, theirs_moved = _first(one, ours_over, both), _first(other, theirs_over, both)
    pieces: list[Piece] = []
    for tag, i, j, k, m in opcodes:
        if tag == "equal":
            pieces.append(Piece("same", "".join(ours[i:j]), "".join(theirs[k:m])))
        else:
            pieces += _apart(_runs(ours, range(i, j), ours_moved), _runs(theirs, range(k, m), theirs_moved))
    beyond = Piece("beyond", "".join(ours[MOST:]), "".join(theirs[MOST:]))
    return [*pieces, beyond] if beyond.left or beyond.right else pieces


def _first(keys: list[str], places: list[int], both: Counter[str]) -> set[int]:
    """The first places at which these words stand, as many as both texts have left over."""
    left, firsts = Counter(both), set()
    for n in places:
        if left[keys[n]] > 0:
            left[keys[n]] -= 1
            firsts.add(n)
    return firsts


def _runs(chunks: list[str], places: range, moved: set[int]) -> list[tuple[bool, str]]:
    """What stands there, in runs of words that moved and of words that did not."""
    runs = groupby(places, key=moved.__contains__)
    return [(is_moved, "".join(chunks[n] for n in run)) for is_moved, run in runs]


def _apart(ours: list[tuple[bool, str]], theirs: list[tuple[bool, str]]) -> Iterator[Piece]:
    """Pieces of what stands at one place of two texts and is not the same; each side keeps its order."""
    own, other = [text for moved, text in ours if not moved], [text for moved, text in theirs if not moved]
    pairs = min(len(own), len(other))
    left, right = deque(ours), deque(theirs)
    while left or right:
        for side in (left, right):
            while side and side[0][0]:
                _, text = side.popleft()
                yield Piece("moved", text, "") if side is left else Piece("moved", "", text)
        if pairs and left and right:
            pairs -= 1
            yield Piece("changed", left.popleft()[1], right.popleft()[1])
        elif left:
            yield Piece("left", left.popleft()[1], "")
        elif right:
            yield Piece("right", "", right.popleft()[1])


class Shared(NamedTuple):
    """How many words two texts have in common, wherever they stand, and how many each has, as far as they are compared.

    A word that both have several times counts as often as both have it; marks are no words.
    """

    same: int
    left: int
    right: int


def shared(left: str, right: str) -> Shared:
    """Count the words that two texts have in common.

    >>> shared("to capture Sumy and Kharkiv …", "to occupy Kharkiv and Sumy")
    Shared(same=4, left=5, right=5)
    """
    ours, theirs = (_words(_keys(_chunks(text)[:MOST])) for text in (left, right))
    return Shared((Counter(ours) & Counter(theirs)).total(), len(ours), len(theirs))


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


def _words(chunks: Sequence[str]) -> list[str]:
    return [chunk for chunk in chunks if _WORD.search(chunk)]


def _key(chunk: str) -> str:
    word = _WORD.search(chunk)
    return word.group().translate(_EVEN).casefold() if word else chunk


def words(text: str) -> Iterator[tuple[str, str]]:
    """A text in pairs of what is printed of a word (with marks) and the white space after it."""
    for match in re.finditer(r"(\S*)(\s*)", text):
        if match.group():
            yield match[1], match[2]
