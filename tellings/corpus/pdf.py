"""PDF: words with their places on the page, put together to columns and paragraphs; running heads are left out."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from itertools import pairwise
from typing import Any, NamedTuple

from tellings.corpus import found
from tellings.corpus.blocks import MAX_HEADLINE_WORDS
from tellings.corpus.databases.lines import Line, as_printed, paragraphs
from tellings.corpus.documents import Document, Problem
from tellings.corpus.entries import Entry, Limits, said
from tellings.corpus.found import Found, Part
from tellings.corpus.wrapping import one_line
from tellings.errors import SourceError

MAX_PAGES = 2000
_EDGE = 0.09
"""The share of a page's height at its top and bottom in which running heads stand."""
_DIGITS = re.compile(r"\d+")
_ENDS = '.!?:”"’'
_LARGE = "large"
_FEW_LETTERS = 8
_NEAR = 2
"""Pages before and after: the heads of left and right pages differ."""
_SOFT = "\x02"
"""What pdfium has for a hyphen at the end of a line."""
_NEAR_THE_TOP = 4


class _Row(NamedTuple):
    """A line of a page: its box (top and bottom from above) and its words."""

    left: float
    right: float
    top: float
    bottom: float
    text: str


def read(entry: Entry, fields: Mapping[str, str], limits: Limits) -> Iterator[Document | Problem]:
    """The articles of a PDF file."""
    return found.read(entry, fields, limits, _extract, f"PDF, pypdfium2 {version('pypdfium2')}")


def _extract(data: bytes) -> Found:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as err:
        locked = "password" in str(err).lower() or "security" in str(err).lower()
        reason = (
            "is locked by a password; save it without"
            if locked
            else f"is no PDF that can be read ({said(err)[:80]}); print it to PDF again"
        )
        raise SourceError(reason) from err
    n = len(document)
    if n > MAX_PAGES:
        raise SourceError(f"has {n:,} pages; part it into files of at most {MAX_PAGES:,}")
    pages = [(_rows(page), page.get_height()) for page in document]
    heads = [_heads(rows, height) for rows, height in pages]
    usual = statistics.median([row.bottom - row.top for rows, _ in pages for row in rows] or [1])
    lines: list[Line] = []
    for number, (rows, height) in enumerate(pages):
        near = [*heads[max(0, number - _NEAR) : number], *heads[number + 1 : number + 1 + _NEAR]]
        kept = [row for row in rows if not (_at_edge(row, height) and _runs(row, rows, height, near))]
        for column in _columns(kept):
            _join(lines, _lines(column, usual))
    if not lines:
        raise SourceError("has no text, only pictures of it; recognise its letters (OCR) and give that")
    parts, known = _parts(lines)
    return Found(lines, wrapped=True, parts=parts, known=known)


def _parts(lines: Sequence[Line]) -> tuple[list[Part], dict[str, str]]:
    """The paragraphs, the first one in large letters as the headline."""
    groups = paragraphs(lines)
    parts = [one_line(as_printed(group)) for group in groups]
    large = next((i for i, group in enumerate(groups[:_NEAR_THE_TOP]) if group[0].mark == _LARGE), None)
    title = parts[large] if large is not None and len(parts[large].split()) <= MAX_HEADLINE_WORDS else ""
    kinds = ["headline" if title and i == large else "paragraph" if title else "" for i in range(len(parts))]
    return list(zip(kinds, parts, strict=True)), {"title": title}


def _rows(page: Any) -> list[_Row]:
    """The lines of a page: pieces of text that stand beside one another without a gap."""
    text = page.get_textpage()
    height = page.get_height()
    pieces = []
    for i in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(i)
        words = " ".join(text.get_text_bounded(left, bottom, right, top).replace(_SOFT, "-").split())
        if words:
            pieces.append(_Row(left, right, height - top, height - bottom, words))
    rows: list[_Row] = []
    for piece in pieces:
        last = rows[-1] if rows else None
        if last is not None and _beside(last, piece):
            gap = " " if piece.left - last.right > 0.15 * (piece.bottom - piece.top) else ""
            rows[-1] = _Row(
                last.left,
                max(last.right, piece.right),
                min(last.top, piece.top),
                max(last.bottom, piece.bottom),
                f"{last.text}{gap}{piece.text}",
            )
        else:
            rows.append(piece)
    return rows


def _beside(left: _Row, right: _Row) -> bool:
    size = right.bottom - right.top
    overlap = min(left.bottom, right.bottom) - max(left.top, right.top)
    return overlap > 0.4 * min(size, left.bottom - left.top) and -size < right.left - left.right < 1.2 * size


def _at_edge(row: _Row, height: float) -> bool:
    return row.bottom < _EDGE * height or row.top > (1 - _EDGE) * height


def _runs(row: _Row, rows: Sequence[_Row], height: float, near: Sequence[set[str]]) -> bool:
    """Is a line at the edge a page's number, or what stands at the edge of pages near it too?"""
    shape = _shape(row.text)
    return (
        row.text.strip(" -–|").isdigit()
        or any(shape in heads for heads in near)
        or _repeats(row, rows, height)
    )


def _repeats(row: _Row, rows: Sequence[_Row], height: float) -> bool:
    """Does a line at the edge say the headline, or its beginning, that stands on the page itself?"""
    begins = row.text.rstrip(" .…")
    said = " ".join(other.text for other in rows if not _at_edge(other, height))
    return len(begins) > _FEW_LETTERS and f" {begins}" in f" {said}"


def _shape(text: str) -> str:
    return _DIGITS.sub("#", text)


def _heads(rows: Sequence[_Row], height: float) -> set[str]:
    """What stands at the edges of a page, whatever its numbers."""
    return {_shape(row.text) for row in rows if _at_edge(row, height)}


def _columns(rows: list[_Row]) -> Iterator[list[_Row]]:
    """The columns of a page from left to right; lines across all of it part what stands above and beneath."""
    if not rows:
        return
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    width = right - left
    middle = [row for row in rows if row.right - row.left < 0.55 * width]
    starts = Counter(round(row.left / 12) for row in middle)
    columns = [start * 12 for start, n in sorted(starts.items()) if n >= max(4, len(rows) / 8)]
    if len(columns) < 2 or columns[-1] - columns[0] < 0.25 * width:
        yield sorted(rows, key=lambda row: (round(row.top), row.left))
        return
    waiting: list[_Row] = []
    for row in sorted(rows, key=lambda row: row.top):
        if row.right - row.left >= 0.62 * width:
            yield from _parted(waiting, columns)
            yield [row]
            waiting = []
        else:
            waiting.append(row)
    yield from _parted(waiting, columns)


def _parted(rows: Sequence[_Row], columns: Sequence[float]) -> Iterator[list[_Row]]:
    for i, start in enumerate(columns):
        end = columns[i + 1] - 12 if i + 1 < len(columns) else float("inf")
        begin = start - 12 if i else float("-inf")
        column = [row for row in rows if begin <= row.left < end]
        if column:
            yield column


def _lines(rows: list[_Row], usual: float) -> list[Line]:
    """The lines of a column; a paragraph begins after a gap, with an indent, or where the line before ends early."""
    pitches = [after.top - before.top for before, after in pairwise(rows) if after.top > before.top]
    pitch = statistics.median(pitches or [0])
    left = statistics.mode([round(row.left) for row in rows])
    right = max(row.right for row in rows)
    found: list[Line] = []
    before: _Row | None = None
    for row in rows:
        size = row.bottom - row.top
        new = (
            before is None
            or row.top - before.top > 1.35 * pitch
            or abs(size - (before.bottom - before.top)) > 0.35 * size
            or (row.left - left > 0.8 * size and before.left - left < 0.4 * size)
            or (right - before.right > 0.25 * (right - left) and before.text[-1:] in _ENDS)
        )
        found.append(Line(row.text, new, _LARGE if size > 1.3 * usual else ""))
        before = row
    return found


def _join(lines: list[Line], more: list[Line]) -> None:
    """Lines of the next column or page; a sentence that its end cut goes on."""
    if lines and more and lines[-1].text[-1:] not in _ENDS and more[0].text[:1].islower():
        more[0] = more[0]._replace(new=False)
    lines += more
