"""PDF: words with their places on the page, put together to columns and paragraphs; running heads are left out."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from ctypes import c_double
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
_SOFT = "\x02\ufffe"
"""What pdfium has for a hyphen at the end of a line."""
_NEAR_THE_TOP = 4
_LONGEST_HEADLINE = 5
"""Lines."""


class _Row(NamedTuple):
    """A line of a page: its box and the line that its letters stand on, from above, and its words."""

    left: float
    right: float
    top: float
    bottom: float
    base: float
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
    """The lines of a page: words that stand beside one another without a gap."""
    rows: list[_Row] = []
    for word in _words(page):
        last = rows[-1] if rows else None
        if last is not None and _beside(last, word):
            rows[-1] = last._replace(
                right=max(last.right, word.right),
                top=min(last.top, word.top),
                bottom=max(last.bottom, word.bottom),
                text=f"{last.text} {word.text}",
            )
        else:
            rows.append(word)
    return rows


def _words(page: Any) -> Iterator[_Row]:
    """The words of a page, in the file's order; many programs place each letter by itself."""
    from pypdfium2 import raw

    text, height = page.get_textpage(), page.get_height()
    letters = [chr(raw.FPDFText_GetUnicode(text, i)) for i in range(text.count_chars())]
    start = 0
    for end in range(len(letters) + 1):
        if end < len(letters) and not letters[end].isspace() and letters[end] not in _SOFT:
            continue
        word = "".join(letters[start:end]).replace("\0", "")
        if end < len(letters) and letters[end] in _SOFT:
            word += "-"
        boxes = [text.get_rect(i) for i in range(text.count_rects(start, end - start))] if word else []
        if boxes:
            left, bottom, right, top = zip(*boxes, strict=True)
            x, y = c_double(), c_double()
            raw.FPDFText_GetCharOrigin(text, start, x, y)
            yield _Row(
                left=min(left),
                right=max(right),
                top=height - max(top),
                bottom=height - min(bottom),
                base=height - y.value,
                text=word,
            )
        start = end + 1


def _beside(left: _Row, right: _Row) -> bool:
    """Does a piece go on in the row before it? A comma and a quotation mark have places of their own in a line."""
    size = max(right.bottom - right.top, left.bottom - left.top)
    both = max(left.bottom, right.bottom) - min(left.top, right.top)
    return both < 1.6 * size and -size < right.left - left.right < 1.2 * size


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
    said = [other.text for other in rows if not _at_edge(other, height)]
    return len(begins) > _FEW_LETTERS and any(
        " ".join(said[i : i + _LONGEST_HEADLINE]).startswith(begins) for i in range(len(said))
    )


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


def _is_large(row: _Row, usual: float) -> bool:
    return row.bottom - row.top > 1.3 * usual


def _lines(rows: list[_Row], usual: float) -> list[Line]:
    """The lines of a column; a paragraph begins after a gap, with an indent, or where the line before ends early."""
    left = statistics.mode([round(row.left) for row in rows])
    right = max(row.right for row in rows)
    pitches = [
        (
            before.text[-1:] in _ENDS
            or right - before.right > 0.2 * (right - left)
            or _is_large(before, usual),
            gap,
        )
        for before, after in pairwise(rows)
        if (gap := after.base - before.base) > 0.9 * usual
    ]
    full = [gap for ends, gap in pitches if not ends]  # a full line that ends no sentence goes on in the next
    pitch = statistics.median_low(full or [gap for _, gap in pitches] or [0])
    lines: list[Line] = []
    before: _Row | None = None
    for row in rows:
        size = row.bottom - row.top
        new = (
            before is None
            or row.base - before.base > 1.35 * pitch
            or abs(size - (before.bottom - before.top)) > 0.35 * size
            or (row.left - left > 0.8 * size and before.left - left < 0.4 * size)
            or (right - before.right > 0.25 * (right - left) and before.text[-1:] in _ENDS)
        )
        lines.append(Line(row.text, new, _LARGE if _is_large(row, usual) else ""))
        before = row
    return lines


def _join(lines: list[Line], more: list[Line]) -> None:
    """Lines of the next column or page; a sentence that its end cut goes on."""
    if lines and more and lines[-1].text[-1:] not in _ENDS and more[0].text[:1].islower():
        more[0] = more[0]._replace(new=False)
    lines += more
