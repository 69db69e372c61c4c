"""Blocks: the lines or paragraphs of an article, and what each of them is.

News copied from the web carries more than the article: menus, captions (often printed twice), credits, a date glued
to the first sentence. Nothing of it is deleted; each block is named, and only some kinds are counted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tellings.corpus.credits import NAME_ALONE, ROLE, TWO_NAMES, is_placed_byline, is_signature
from tellings.corpus.documents import Known
from tellings.corpus.furniture import DATE_PREFIX, heads_links, kind_by_form
from tellings.corpus.labels import FIELD, FIELDS_OF_TEXT, is_export
from tellings.corpus.language import language_of
from tellings.corpus.wrapping import ITEM, LINE_END, TERMINAL

_WORD = re.compile(r"\w+(?:[-'’.]\w+)*")

MAX_HEADLINE_WORDS = 25
MAX_SUBHEADING_WORDS = 12
MAX_CAPTION_WORDS = 40
MAX_LINK_WORDS = 16
MAX_HEAD_WORDS = 4
NEAR_THE_TOP = 6
MIN_FOREIGN = 60
"""A paragraph of fewer characters is not asked for its language."""
FIELDS_OF_AN_EXPORT = 3
"""So many different field codes at the beginnings of lines are no chance."""

COUNTED = frozenset({"headline", "subheading", "paragraph", "caption"})


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a text: `[start, end)` without outer white space, its kind, and whether it counts."""

    start: int
    end: int
    kind: str
    counted: bool


def find_blocks(text: str, *, title: str | None = None, known: Sequence[Known] = ()) -> tuple[Block, ...]:
    r"""Cut a text into its blocks and name each.

    Args:
        text: the document, as it is.
        title: the title known from metadata; a line equal to it is the headline wherever it stands.
        known: the pieces whose kind the text's format knows; with any, nothing outside of them is looked at.

    Returns:
        The blocks in order, apart from one another; together they hold every character that is not white space.

    Example:
        >>> [b.kind for b in find_blocks("Skip to main content\n\nA short headline\n\nThe story begins here.")]
        ['boilerplate', 'headline', 'paragraph']
    """
    lines = _told(text, known) if known else _lines(text)
    if not known:
        _mark_export(text, lines)
    _mark_links(text, lines)
    _mark_bylines(text, lines, title)
    _mark_heads(text, lines)
    spans, kinds = [(line.start, line.end) for line in lines], [line.kind for line in lines]
    _mark_captions(text, spans, kinds)
    _mark_headings(text, spans, kinds, title)
    seen: set[str] = set()
    blocks = []
    for line, (start, end), kind in zip(lines, spans, kinds, strict=True):
        counted = kind in COUNTED and not line.apart
        if kind == "caption":
            words = _folded(text[start:end])
            counted = words not in seen
            seen.add(words)
        elif kind == "paragraph" and end - start >= MIN_FOREIGN:
            counted = language_of(text[start:end]) == "en"
        blocks.append(Block(start, end, kind, counted))
    return tuple(blocks)


@dataclass(slots=True)
class _Line:
    """A line on the way to its block; `apart`: what it holds is not the article's own, whatever its kind."""

    start: int
    end: int
    kind: str
    apart: bool = False


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without the white space at either end."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _spans(text: str, start: int, end: int | None = None) -> list[tuple[int, int]]:
    """The lines from `start` on that are not empty, without outer white space."""
    end = len(text) if end is None else end
    lines, at = [], start
    for match in LINE_END.finditer(text, start, end):
        lines.append(trimmed(text, at, match.start()))
        at = match.end()
    lines.append(trimmed(text, at, end))
    return [span for span in lines if span[0] < span[1]]


def _told(text: str, known: Sequence[Known]) -> list[_Line]:
    """The lines of what a format knows; in a paragraph only what stands beside a story is told by its form."""
    lines = []
    for first, last, kind in known:
        for start, end in _spans(text, first, last):
            form = kind if kind not in ("", "paragraph") else kind_by_form(text[start:end])
            lines.append(_Line(start, end, kind if kind == "paragraph" and form == "metadata" else form))
    return lines


def _lines(text: str) -> list[_Line]:
    """The lines, each with the kind that its form tells; a glued date and an export's codes are split off."""
    prefix = DATE_PREFIX.match(text[:80])
    lines = []
    if prefix:
        lines.append(_Line(*trimmed(text, 0, prefix.end()), "metadata"))
    spans = _spans(text, prefix.end() if prefix else 0)
    codes = [FIELD.match(text, start, end) for start, end in spans]
    if len({code["code"] for code in codes if code}) < FIELDS_OF_AN_EXPORT:
        return lines + [_Line(start, end, kind_by_form(text[start:end])) for start, end in spans]
    field = "TD"
    for (start, end), code in zip(spans, codes, strict=True):
        field = code["code"] if code else field
        if code is None:
            lines.append(_Line(start, end, _of_field(field, text[start:end])))
        elif code["code"] not in FIELDS_OF_TEXT or code.end() == end:
            lines.append(_Line(start, end, "metadata"))
        else:
            lines.append(_Line(*trimmed(text, start, code.end()), "metadata"))
            lines.append(_Line(*trimmed(text, code.end(), end), _of_field(field, text[code.end() : end])))
    return lines


def _of_field(field: str, value: str) -> str:
    """The kind of what stands in a field of an export."""
    if field not in FIELDS_OF_TEXT:
        return "metadata"
    return {"HD": "headline", "BY": "byline"}.get(field) or kind_by_form(value)


def _mark_export(text: str, lines: list[_Line]) -> None:
    """In the export of a newspaper database, what stands above the article's date is the outlet."""
    if sum(is_export(text[line.start : line.end]) for line in lines) < 2:
        return
    dated = next((i for i, line in enumerate(lines[:NEAR_THE_TOP]) if line.kind == "metadata"), 0)
    for line in lines[:dated]:
        if line.kind == "paragraph" and not TERMINAL.search(text[line.start : line.end]):
            line.kind = "metadata"


def _mark_links(text: str, lines: list[_Line]) -> None:
    """The lines under "Related stories" are titles of other stories, until one is a sentence."""
    linked = False
    for line in lines:
        printed = text[line.start : line.end]
        if line.kind == "boilerplate":
            linked = heads_links(printed) or (linked and not printed.lower().startswith("end of"))
        elif linked and line.kind == "paragraph":
            if len(printed.split()) > MAX_LINK_WORDS or TERMINAL.search(printed.rstrip("?!")):
                linked = False
            else:
                line.kind = "boilerplate"


def _mark_bylines(text: str, lines: list[_Line], title: str | None) -> None:
    """Names alone in a line: two of them above the story, one beside a date, or with what the person is."""
    headed = bool(title)
    for i, line in enumerate(lines):
        if line.kind == "headline":
            headed = True
        if line.kind != "paragraph":
            continue
        printed = text[line.start : line.end]
        if TERMINAL.search(printed):
            headed = True
            continue
        told = sum(other.kind in ("paragraph", "headline") for other in lines[:i])
        follows = any(other.kind == "paragraph" for other in lines[i + 1 : i + 2])
        if (told == 1 and follows and is_placed_byline(printed)) or (
            told > 1 and i + 1 == len(lines) and is_signature(printed)
        ):
            line.kind = "byline"
            continue
        beside = any(other.kind in ("metadata", "byline") for other in lines[i + 1 : i + 2])
        near = i <= NEAR_THE_TOP
        if (
            headed and near and (TWO_NAMES.fullmatch(printed) or (beside and NAME_ALONE.fullmatch(printed)))
        ) or (headed and NAME_ALONE.fullmatch(printed) and ROLE.search(printed)):
            line.kind = "byline"
        headed = True


def _mark_heads(text: str, lines: list[_Line]) -> None:
    """Heads of sections in capitals are no words of the story: HIGHLIGHTS, RESPONSE."""
    heads = [i for i, line in enumerate(lines) if line.kind == "paragraph" and _is_head(text, line)]
    for i in heads:
        follows = any(line.kind == "paragraph" for line in lines[i + 1 : i + 3])
        if follows and (any(line.kind == "paragraph" for line in lines[:i]) or len(heads) > 1):
            lines[i].kind, lines[i].apart = "subheading", True


def _is_head(text: str, line: _Line) -> bool:
    printed = text[line.start : line.end].rstrip(":")
    return (
        printed.isupper()
        and len(_WORD.findall(printed)) <= MAX_HEAD_WORDS
        and len(printed) > 3
        and not any(ch.isdigit() or ch in '“”"?!.' for ch in printed)
    )


def _folded(line: str) -> str:
    return " ".join(_WORD.findall(line.lower()))


def _mark_captions(text: str, spans: list[tuple[int, int]], kinds: list[str]) -> None:
    """A line printed twice is a caption, and so is an unfinished line that repeats a sentence of the article."""
    words = [_folded(text[s:e]) for s, e in spans]
    last: dict[str, int] = {}
    for i, folded in enumerate(words):
        if kinds[i] in ("paragraph", "caption") and 4 <= len(folded.split()) <= MAX_CAPTION_WORDS:
            before = last.get(folded)
            if before is not None and i - before <= 2:
                kinds[before] = kinds[i] = "caption"
            last[folded] = i
    body = [w for w, kind in zip(words, kinds, strict=True) if kind == "paragraph"]
    starts = {" ".join(w.split()[:6]) for w in body}
    for i, (start, end) in enumerate(spans):
        folded = words[i]
        short = 5 <= len(folded.split()) <= MAX_CAPTION_WORDS
        if kinds[i] != "paragraph" or not short or TERMINAL.search(text[start:end]):
            continue
        if " ".join(folded.split()[:6]) in starts and any(w.startswith(folded) for w in _others(words, i)):
            kinds[i] = "caption"


def _others(words: list[str], i: int) -> list[str]:
    """The lines near line `i`, where a caption's sentence is looked for."""
    return words[max(0, i - 40) : i] + words[i + 1 : i + 41]


def _mark_headings(text: str, spans: list[tuple[int, int]], kinds: list[str], title: str | None) -> None:
    wanted = _folded(title) if title else None
    first = "headline" not in kinds
    for i, (start, end) in enumerate(spans):
        line = text[start:end]
        if kinds[i] in ("paragraph", "caption") and wanted and _folded(line) == wanted:
            kinds[i] = "headline"
            first = False
            continue
        if kinds[i] != "paragraph":
            continue
        if ITEM.match(line):
            first = False
            continue
        n_words = len(_WORD.findall(line))
        follows = any(k == "paragraph" for k in kinds[i + 1 :])
        unfinished = not TERMINAL.search(line) or (line.endswith("?") and n_words <= MAX_SUBHEADING_WORDS)
        if first:
            if unfinished and n_words <= MAX_HEADLINE_WORDS and follows:
                kinds[i] = "headline"
        elif unfinished and 0 < n_words <= MAX_SUBHEADING_WORDS and follows and not _speech(line):
            kinds[i] = "subheading"
        first = False


def _speech(line: str) -> bool:
    """A short line that is talk, not a heading: it opens with a quote mark that the line does not close."""
    return line[:1] in '"“«„' and not re.search(r"[\"”»“]", line[1:])
