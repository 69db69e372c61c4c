"""Lines that are broken within a sentence: at a fixed width, as in plain e-mail and old databases, or by a scraper."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from tellings.corpus import patterns
from tellings.corpus.furniture import is_furniture
from tellings.corpus.labels import is_label

LINE_ENDS = r"\n\r\x0b\x0c\x85\u2028\u2029"
"""The characters that end a line, as a class of a regular expression."""
LINE_END = re.compile(rf"\r\n|[{LINE_ENDS}]")
TERMINAL = re.compile(r"[.!?…:;,。！？][\"'”’»)\]]*$")

MAX_WIDTH = 100
"""No line that is broken at a fixed width is longer."""
MIN_PAIRS = 3
"""So many lines must go on before their width tells of others."""
MIN_WORDS = 3
"""A shorter line that stands open is a heading or a list's item, not the beginning of a sentence."""

_END_OF_SENTENCE = re.compile(r"[.!?…:;。！？][\"'”’»)\]]*$")
ITEM = re.compile(r"(?:[•▪‣◦·●■*►»]|[-–—](?=\s)|\(?(?:\d{1,2}|[a-z])[.)](?=\s))")
_HYPHENATED = re.compile(r"[^\W\d_]-$")
_WORDS = patterns.table("lexicon/line_words.tsv")
_OPEN_WORD = re.compile(rf"(?:^|[\s“\"'‘(])(?:{'|'.join(_WORDS['open'].split())})$", re.IGNORECASE)
_COMPOUND = frozenset(_WORDS["compound"].split())
"""First parts after which a word keeps its hyphen."""


class _Line(NamedTuple):
    start: int
    end: int
    text: str
    indent: int


Edit = tuple[int, int, str]
"""A piece of a text, and what it is read as; in order, none within another."""


def joins(text: str) -> list[Edit]:
    """The breaks within sentences, each with what it is read as: a space, or nothing in a word that is hyphenated.

    Args:
        text: as it stands.

    Returns:
        `(start, end, reading)` in order; what is not named ends a line.
    """
    edits: list[Edit] = []
    words: set[str] | None = None
    groups = list(_groups(text))
    wide = _usual_width(groups)
    for group in groups:
        for left, right in _wrapped(group, wide):
            start, reading = left.end, " "
            if _HYPHENATED.search(left.text):
                words = _words(text) if words is None else words
                reading = ""
                start -= _dropped(left.text, right.text, words)
            edits.append((start, right.start, reading))
    return edits


def one_line(printed: str) -> str:
    """A name or a few words that may stand over the end of a line, in one."""
    if not LINE_END.search(printed):
        return printed
    parts = [part.strip() for part in LINE_END.split(printed)]
    read = parts[0]
    for part in parts[1:]:
        if _HYPHENATED.search(read) and part:
            read = read[: len(read) - _dropped(read, part, set())] + part
        else:
            read = f"{read} {part}".strip()
    return read


def _groups(text: str) -> Iterator[list[_Line]]:
    """The lines between empty ones."""
    group: list[_Line] = []
    at = 0
    for match in [*LINE_END.finditer(text), None]:
        end = match.start() if match else len(text)
        raw = text[at:end]
        line = raw.strip()
        if line:
            indent = len(raw) - len(raw.lstrip())
            group.append(_Line(at + indent, at + indent + len(line), line, indent))
        if group and (not line or match is None):
            yield group
            group = []
        at = match.end() if match else len(text)


def _usual_width(groups: Sequence[Sequence[_Line]]) -> int:
    """The width at which most lines that go on are full, 0 where it is none: a scraper breaks anywhere."""
    pairs = [pair for group in groups for pair in pairwise(group) if _goes_on(*pair)]
    width = max((len(left.text) for left, _ in pairs), default=0)
    filled = sum(_fills(left, right, width) for left, right in pairs)
    return width if len(pairs) >= MIN_PAIRS and width <= MAX_WIDTH and filled >= 0.8 * len(pairs) else 0


def _fills(left: _Line, right: _Line, width: int) -> bool:
    """Had the next line's first word no room?"""
    return len(left.text) <= width < len(left.text) + 1 + len(right.text.split()[0])


def _wrapped(group: Sequence[_Line], wide: int) -> Iterator[tuple[_Line, _Line]]:
    """The pairs of lines of which the second goes on with the first, in a text of which most lines are so wide."""
    pairs = list(pairwise(group))
    if not pairs:
        return
    goes_on = [_goes_on(left, right) for left, right in pairs]
    open_ended = [not _END_OF_SENTENCE.search(left.text) for left, _ in pairs]
    known = sum(goes_on)
    longest = max(len(line.text) for line in group)
    filled = sum(len(left.text) + 1 + len(right.text.split()[0]) > longest for left, right in pairs)
    whole = (known > 0 and known >= 0.4 * sum(open_ended)) or (
        known > 0 and len(pairs) > 1 and filled >= 0.8 * len(pairs)
    )
    width = max((len(left.text) for (left, _), on in zip(pairs, goes_on, strict=True) if on), default=0)
    indented = min(line.indent for line in group)
    for (left, right), sure, unended in zip(pairs, goes_on, open_ended, strict=True):
        full = unended and wide and _fills(left, right, wide) and _prose(left.text, right.text)
        if (
            sure
            or (full and not ITEM.match(right.text))
            or (
                whole
                and width <= MAX_WIDTH
                and len(left.text) <= MAX_WIDTH
                and not _begins(left, right, width, indented, unended=unended)
            )
        ):
            yield left, right


def _goes_on(left: _Line, right: _Line) -> bool:
    """Does the form alone say that a sentence goes on?"""
    if not _prose(left.text, right.text) or len(left.text.split()) < MIN_WORDS:
        return False
    if _END_OF_SENTENCE.search(left.text):
        return False
    first = right.text[0]
    if first.islower():
        return not ITEM.match(right.text)
    if max(len(left.text), len(right.text)) > MAX_WIDTH:
        return False
    return bool(
        left.text.endswith((",", "&", "–", "—", "("))
        or _OPEN_WORD.search(left.text)
        or _HYPHENATED.search(left.text)
    ) and not ITEM.match(right.text)


def _prose(left: str, right: str) -> bool:
    return not (is_furniture(left) or is_furniture(right) or is_label(left) or is_label(right))


def _begins(left: _Line, right: _Line, width: int, indented: int, *, unended: bool) -> bool:
    """Among wrapped lines: does the second one begin something new?"""
    if not _prose(left.text, right.text) or ITEM.match(right.text) or right.indent > indented + 1:
        return True
    with_next = len(left.text) + 1 + len(right.text.split()[0])
    room = 0.75 if unended else 0.85
    return with_next <= room * width


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.lower()))


def _dropped(left: str, right: str, words: set[str]) -> int:
    """Is the hyphen at the end of a line one of the line (1: it is dropped) or one of the word (0)?"""
    before = re.search(r"[\w-]*(?=-$)", left)
    after = re.match(r"[^\W\d_]+", right)
    if before is None or after is None or not right[0].islower():
        return 0
    first, second = before[0].lower(), after[0].lower()
    if f"{first}{second}" in words:
        return 1
    return int(not (f"{first}-{second}" in words or "-" in first or first in _COMPOUND))
