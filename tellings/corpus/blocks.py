"""Blocks: the lines or paragraphs of an article, and what each of them is.

News copied from the web carries more than the article: menus, captions (often printed twice), credits, a date glued
to the first sentence. Nothing of it is deleted; each block is named, and only some kinds are counted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from statistics import median

LINE_END = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_BLANK = re.compile(
    r"(?:\r\n|[\n\r\x0b\x0c\x85\u2028\u2029])[ \t\u00a0\u3000]*(?:\r\n|[\n\r\x0b\x0c\x85\u2028\u2029])"
)
_TERMINAL = re.compile(r"[.!?…:;,。！？][\"'”’»)\]]*$")
_WORD = re.compile(r"\w+(?:[-'’.]\w+)*")

MAX_HEADLINE_WORDS = 25
MAX_SUBHEADING_WORDS = 12
MAX_CAPTION_WORDS = 40
MAX_LINE_OF_FURNITURE = 120
WRAPPED_WIDTH = (40, 100)

COUNTED = frozenset({"headline", "subheading", "paragraph", "caption"})

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DATE = (
    r"(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}"
    rf"|\d{{1,2}} {_MONTH},? \d{{4}}|{_MONTH} \d{{1,2}},? \d{{4}})"
)
_TIME = r"(?:,?\s*(?:at\s*)?\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?(?:\s*\(?[A-Z]{2,4}\)?)?)?"

DATE_PREFIX = re.compile(rf"\s*(?:date|published|updated|posted)\s*:?\s+{_DATE}[ \t]+(?=\S)", re.IGNORECASE)

METADATA = re.compile(
    rf"(?:(?:date|published|updated|last updated|posted|first published|modified|issued on)\b[^.]*\d[^.]*"
    rf"|{_DATE}{_TIME}"
    r"|\d+ (?:min(?:ute)?s?|hours?|days?) (?:read|ago)"
    r"|(?:url|source|keywords|tags|section|category|topics?|language|author)\s*:.*)",
    re.IGNORECASE,
)
BYLINE = re.compile(
    r"(?:(?:[Bb]y|BY) [A-Z][^.!?]{1,80}"
    r"|[-–—] ?[A-Z][\w.&’'-]*(?:[ /-][A-Z][\w.&’'-]*){0,5}"
    r"|\((?:AP|AFP|Reuters|REUTERS|dpa|DPA|ANI|PTI|UPI|Xinhua|EFE|TASS|IANS)(?:[/, ].*)?\)"
    r"|(?:Reporting|Writing|Editing|Additional reporting|Compiled) by .{2,200}"
    r"|(?:[A-Z][\w.’'-]+ ){1,4}(?:contributed|reported) (?:to|from) .{2,120})"
)
BOILERPLATE = re.compile(
    r"(?:skip to (?:main )?(?:content|navigation)"
    r"|(?:share|save|print|copy link|comments?|menu|search|home|close|log ?in|sign ?in|register)"
    r"(?: (?:and|this|&) (?:follow|share|save|print|article|story|comments?|sign up|register))?"
    r"|follow (?:us|live|our)\b.*|read (?:more|also|next|the full)\b.*|see also\b.*"
    r"|watch\s*:.*|listen\s*:.*|live updates?\s*:.*"
    r"|related\b.{0,60}|recommended(?: stories| for you)?"
    r"|more (?:on this story|from .{1,40}|stories|news)|most (?:read|popular|viewed)"
    r"|(?:advertisement|advertising|sponsored(?: content)?|story continues below.*|article continues (?:after|below).*)"
    r"|(?:subscribe|sign up|join|download)\b.{0,140}"
    r"|(?:click|tap) here\b.*|for the latest (?:from|news|on)\b.*|get (?:the latest|our)\b.*"
    r"|(?:©|\(c\)|copyright (?:©|\(c\)|\d)).*|all rights reserved.*"
    r"|this (?:website|site) uses cookies.*|accept (?:all )?cookies.*"
    r"|terms (?:of use|and conditions).*|privacy policy.*|back to top|loading\W*"
    r"|photos?|videos?|gallery|enlarge this image)",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"(?:[(\[](?:file )?(?:photo|image|picture|photograph|video|credit|pic)\b[^)\]]*[)\]])\s*\.?$"
    r"|^(?:photo|image|picture|caption|photograph|image source|image caption|photo credit|file photo)\s*:"
    r"|\b(?:getty images|via (?:ap|reuters|afp|getty|epa)|epa-efe|shutterstock|istock)\s*[)\]]?\.?$"
    r"|/ ?(?:ap|afp|reuters|epa|getty)(?: images)?\s*[)\]]?\.?$",
    re.IGNORECASE,
)
_PROMOTION = re.compile(r"(?:subscribe|sign up|join|download)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a text: `[start, end)` without outer white space, its kind, and whether it counts."""

    start: int
    end: int
    kind: str
    counted: bool


def find_blocks(text: str, *, title: str | None = None) -> tuple[Block, ...]:
    r"""Cut a text into its blocks and name each.

    Args:
        text: the document, as it is.
        title: the title known from metadata; a line equal to it is the headline wherever it stands.

    Returns:
        The blocks in order, apart from one another; together they hold every character that is not white space.

    Example:
        >>> [b.kind for b in find_blocks("Skip to main content\n\nA short headline\n\nThe story begins here.")]
        ['boilerplate', 'headline', 'paragraph']
    """
    spans = _lines(text)
    kinds = [_by_form(text[s:e]) for s, e in spans]
    _mark_captions(text, spans, kinds)
    _mark_headings(text, spans, kinds, title)
    seen: set[str] = set()
    blocks = []
    for (start, end), kind in zip(spans, kinds, strict=True):
        counted = kind in COUNTED
        if kind == "caption":
            words = _folded(text[start:end])
            counted = words not in seen
            seen.add(words)
        blocks.append(Block(start, end, kind, counted))
    return tuple(blocks)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _pieces(
    text: str, separator: re.Pattern[str], start: int = 0, end: int | None = None
) -> list[tuple[int, int]]:
    end = len(text) if end is None else end
    found, at = [], start
    for match in separator.finditer(text, start, end):
        found.append(_trim(text, at, match.start()))
        at = match.end()
    found.append(_trim(text, at, end))
    return [span for span in found if span[0] < span[1]]


def _lines(text: str) -> list[tuple[int, int]]:
    """The spans of the blocks: lines, or paragraphs where lines are wrapped; a glued date is split off."""
    prefix = DATE_PREFIX.match(text[:80])
    head = [_trim(text, 0, prefix.end())] if prefix else []
    start = prefix.end() if prefix else 0
    lines = _pieces(text, LINE_END, start)
    if _wrapped(text, lines):
        lines = _pieces(text, _BLANK, start)
    return head + lines


def _wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Are the lines broken at a fixed width, as in plain e-mail, and paragraphs told by blank lines?"""
    if len(lines) < 8 or not _BLANK.search(text):
        return False
    inner = [
        (s, e) for i, (s, e) in enumerate(lines[:-1]) if len(LINE_END.findall(text[e : lines[i + 1][0]])) == 1
    ]
    if len(inner) < 0.5 * len(lines):
        return False
    widths = [e - s for s, e in inner]
    low, high = WRAPPED_WIDTH
    open_ended = sum(not _TERMINAL.search(text[s:e]) for s, e in inner)
    return low <= median(widths) <= high and max(widths) <= 1.5 * high and open_ended > 0.6 * len(inner)


def _by_form(line: str) -> str:
    """The kind that a line's own form tells; `paragraph` where it tells none."""
    if len(line) > MAX_LINE_OF_FURNITURE:
        return "caption" if len(line) < 4 * MAX_LINE_OF_FURNITURE and _CREDIT.search(line) else "paragraph"
    if METADATA.fullmatch(line):
        return "metadata"
    if BOILERPLATE.fullmatch(line) and not (
        _PROMOTION.match(line) and _TERMINAL.search(line) and len(line.split()) > 12
    ):
        return "boilerplate"
    if _CREDIT.search(line):
        return "caption"
    if BYLINE.fullmatch(line) and len(line.split()) <= 14:
        return "byline"
    return "paragraph"


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
        if kinds[i] != "paragraph" or not short or _TERMINAL.search(text[start:end]):
            continue
        if " ".join(folded.split()[:6]) in starts and any(w.startswith(folded) for w in _others(words, i)):
            kinds[i] = "caption"


def _others(words: list[str], i: int) -> list[str]:
    """The lines near line `i`, where a caption's sentence is looked for."""
    return words[max(0, i - 40) : i] + words[i + 1 : i + 41]


def _mark_headings(text: str, spans: list[tuple[int, int]], kinds: list[str], title: str | None) -> None:
    wanted = _folded(title) if title else None
    first = True
    for i, (start, end) in enumerate(spans):
        line = text[start:end]
        if kinds[i] in ("paragraph", "caption") and wanted and _folded(line) == wanted:
            kinds[i] = "headline"
            first = False
            continue
        if kinds[i] != "paragraph":
            continue
        n_words = len(_WORD.findall(line))
        follows = any(k == "paragraph" for k in kinds[i + 1 :])
        unfinished = not _TERMINAL.search(line) or (line.endswith("?") and n_words <= MAX_SUBHEADING_WORDS)
        if first:
            if unfinished and n_words <= MAX_HEADLINE_WORDS and follows:
                kinds[i] = "headline"
        elif unfinished and 0 < n_words <= MAX_SUBHEADING_WORDS and follows and not _speech(line):
            kinds[i] = "subheading"
        first = False


def _speech(line: str) -> bool:
    """A short line that is talk, not a heading: it opens with a quote mark that the line does not close."""
    return line[:1] in '"“«„' and not re.search(r"[\"”»“]", line[1:])
