"""Quote marks: the pieces of a text that stand in them, whatever the marks and however they fail to pair.

Marks are read block by block, left to right, in time that grows with the text. Curly, straight, «», „“, two single
marks for a double one (''…'', ‘‘…’’, ``…''), and single marks; an apostrophe is told from a closing mark by what
stands around it. A mark that has no partner costs its own piece only: the block's end closes it, and a block that
opens with a mark goes on where the one before was left open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tellings.corpus.blocks import Block, trimmed

_MARK = re.compile(r"''|``|‘‘|’’|‚‚|[\"“”„‟«»＂〝〞「」『』]")
_SINGLE = re.compile(r"['‘’‹›‚`]")
_UNSEEN = frozenset(
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
)
"""Characters of no width, direction marks among them: what stands beside a mark is what can be seen."""

_OPEN = frozenset("“ „ ‟ « ‘‘ `` ‚‚ 〝 「 『".split())
_CLOSE = frozenset("” » ’’ 〞 」 』".split())
_RESUMING = frozenset('"“')
_PARTNER = {
    "„": frozenset('“”"‟'),
    "«": frozenset("»"),
    "»": frozenset("«"),
    "「": frozenset("」"),
    "『": frozenset("』"),
}
_ELISION = re.compile(
    r"(?:\d0s|\d\ds?\b|em\b|til\b|till\b|tis\b|twas\b|twere\b|cause\b|cos\b|bout\b|n\b|round\b|neath\b|ello\b)",
    re.I,
)
_END = re.compile(r"[.!?…]['’”\")\]]*\s+(?=[A-Z“‘\"'«(])")

MAX_SINGLE = 1500
"""Characters that a piece in single marks may have."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A piece in quote marks.

    Attributes:
        start, end: what is between the marks, without outer white space.
        outer_start, outer_end: with the marks.
        single: in single marks.
        closed: False where the block's end closes it.
        resumes: it goes on from the piece before, which a block's end left open.
        block: the index of its block.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    single: bool
    closed: bool
    resumes: bool
    block: int


def marked(text: str, blocks: Sequence[Block]) -> list[Marked]:
    """The pieces of a text that stand in quote marks.

    Args:
        text: the text.
        blocks: its blocks; no piece crosses a block's border.

    Returns:
        The pieces in order, apart from one another; a quotation in a quotation belongs to the outer piece.

    Example:
        >>> text = "“Fine,” he said. “Go on."
        >>> [text[p.start : p.end] for p in marked(text, (Block(0, len(text), "paragraph", True),))]
        ['Fine,', 'Go on.']
    """
    pieces: list[Marked] = []
    open_before = False
    for index, block in enumerate(blocks):
        if block.kind == "boilerplate":
            continue
        following = blocks[index + 1].start if index + 1 < len(blocks) else len(text)
        own = _doubles(text, block, index, open_before, resumed=text[following : following + 1] in _RESUMING)
        goes_on = following < len(text) and text[following] in "‘'"
        own = _with_singles(text, block, index, own, open_before=open_before, goes_on=goes_on)
        open_before = bool(own) and not own[-1].closed and block.kind == "paragraph"
        pieces.extend(own)
    return pieces


def _piece(
    text: str,
    inner: tuple[int, int],
    outer: tuple[int, int],
    index: int,
    *,
    single: bool = False,
    closed: bool = True,
    resumes: bool = False,
) -> Iterator[Marked]:
    start, end = trimmed(text, *inner)
    if any(ch.isalnum() for ch in text[start : min(end, start + 200)]):
        yield Marked(
            start,
            end,
            outer[0],
            outer_end=outer[1],
            single=single,
            closed=closed,
            resumes=resumes,
            block=index,
        )


def _doubles(text: str, block: Block, index: int, open_before: bool, *, resumed: bool) -> list[Marked]:
    """The pieces in double marks; `resumed`: the next block opens with a mark, as one does that goes on."""
    pieces: list[Marked] = []
    inside: re.Match[str] | None = None
    resumes = False
    begun = block.start
    for match in _MARK.finditer(text, block.start, block.end):
        mark = match.group()
        if inside is None:
            if (
                open_before
                and not pieces
                and mark in _CLOSE
                and match.start() > block.start
                and mark not in _PARTNER
            ):
                # left open before, not opened again here, and closed now: all of the block up to it is said
                pieces.extend(
                    _piece(
                        text, (block.start, match.start()), (block.start, match.end()), index, resumes=True
                    )
                )
            elif _opens(text, match, block):
                inside, begun = match, match.start()
                resumes = open_before and match.start() == block.start
        elif _closes(text, match, inside, block):
            inner = (inside.end(), match.start())
            pieces.extend(_piece(text, inner, (begun, match.end()), index, resumes=resumes))
            inside = None
        elif mark in _OPEN or _opens_only(text, match, block):
            if mark == inside.group() and mark in _OPEN and match.start() - inside.end() < 2:
                continue
            # a second opening mark: the first one was never closed; it holds for its sentence
            end = _sentence_end(text, inside.end(), match.start())
            pieces.extend(_piece(text, (inside.end(), end), (begun, end), index, resumes=resumes))
            inside, begun, resumes = match, match.start(), False
    if inside is not None:
        whole = (
            begun == block.start
            or block.kind != "paragraph"
            or (resumed and inside.group() in _RESUMING and _leads_in(text, block, begun))
            or not _END.search(text, inside.end(), block.end)
        )
        end = block.end if whole else _sentence_end(text, inside.end(), block.end)
        pieces.extend(
            _piece(text, (inside.end(), end), (begun, end), index, closed=end != block.end, resumes=resumes)
        )
    return pieces


def _leads_in(text: str, block: Block, begun: int) -> bool:
    """Does the mark begin what is said: X said: “…, or “A,” X said. “…? Then it may well go on in the next block."""
    return text[block.start : begun].rstrip()[-1:] in (":", ",", ".", "!", "?", "…")


def _sentence_end(text: str, start: int, end: int) -> int:
    match = _END.search(text, start, end)
    return match.start() + 1 if match else end


def _around(text: str, match: re.Match[str], block: Block) -> tuple[str, str]:
    """The characters before and after the mark; a space at the block's borders."""
    start, end = match.start(), match.end()
    while start > block.start and text[start - 1] in _UNSEEN:
        start -= 1
    while end < block.end and text[end] in _UNSEEN:
        end += 1
    return text[start - 1] if start > block.start else " ", text[end] if end < block.end else " "


def _opens(text: str, match: re.Match[str], block: Block) -> bool:
    """Outside of marks: does one open here? What cannot (an inch, a mark after a word and before a space) is stray."""
    mark = match.group()
    before, after = _around(text, match, block)
    if mark in _OPEN:
        return True
    if before.isdigit() and not after.isalnum() and mark in {'"', "''", "’’"}:
        return False
    if mark in _CLOSE:
        return before.isspace() and after.isalnum()  # a closing glyph set where one opens
    return (
        not (after.isspace() and not before.isspace() and match.start() > block.start)
        or match.start() == block.start
    )


def _closes(text: str, match: re.Match[str], inside: re.Match[str], block: Block) -> bool:
    mark, opened = match.group(), inside.group()
    if opened in _PARTNER:
        return mark in _PARTNER[opened]
    if mark in _OPEN:
        before, after = _around(text, match, block)
        return not before.isspace() and after.isspace()  # an opening glyph set where one closes
    if mark in _CLOSE:
        return mark != "»" or opened == "»"
    before, after = _around(text, match, block)
    if opened in _OPEN and opened not in {"``", "‘‘"}:
        # straight within curly: a closing one in another glyph, or a quotation in the quotation
        return not before.isspace() or after.isspace()
    if before.isdigit() and after.isalnum():
        return False
    return not (before.isspace() and not after.isspace())


def _opens_only(text: str, match: re.Match[str], block: Block) -> bool:
    before, after = _around(text, match, block)
    return match.group() not in _CLOSE and before.isspace() and not after.isspace()


def _with_singles(
    text: str, block: Block, index: int, doubles: list[Marked], *, open_before: bool, goes_on: bool
) -> list[Marked]:
    """Pieces in single marks outside of the double ones, or around them (as British papers print)."""
    singles: list[Marked] = []
    opened: int | None = None
    waiting: int | None = None  # a mark that may close or be a possessive
    borders = iter(doubles)
    border = next(borders, None)
    for match in _SINGLE.finditer(text, block.start, block.end):
        at = match.start()
        while border is not None and border.outer_end <= at:
            border = next(borders, None)
        if border is not None and border.outer_start <= at and not border.single:
            continue
        before = text[at - 1] if at > block.start else " "
        after = text[at + 1] if at + 1 < block.end else " "
        if opened is not None and at - opened > MAX_SINGLE:
            opened, waiting = _close_waiting(text, singles, index, opened, waiting), None
        if _single_opens(text, at, before, after):
            if opened is not None and waiting is not None:
                opened = _close_waiting(text, singles, index, opened, waiting)
            if opened is None or match.group() in "‘‹":
                opened, waiting = at, None
        elif opened is not None and match.group() in "'’›" and not before.isspace() and not after.isalnum():
            if before == "s" and after == " " and at + 2 < block.end and text[at + 2].islower():
                waiting = at  # the workers’ rights: a possessive, if another mark closes
            else:
                singles.extend(_piece(text, (opened + 1, at), (opened, at + 1), index, single=True))
                opened = waiting = None
    if opened is not None and waiting is None and goes_on and _at_start(text, block, opened):
        singles.extend(
            _piece(text, (opened + 1, block.end), (opened, block.end), index, single=True, closed=False)
        )
    elif opened is not None:
        _close_waiting(text, singles, index, opened, waiting)
    if open_before and singles and singles[0].outer_start == block.start:
        singles[0] = replace(singles[0], resumes=True)
    return _merged(doubles, singles) if singles else doubles


def _at_start(text: str, block: Block, opened: int) -> bool:
    """Does a mark open its paragraph, or what a colon introduces?"""
    return opened == block.start or text[max(block.start, opened - 3) : opened].rstrip()[-1:] in (":", ",")


def _merged(doubles: list[Marked], singles: list[Marked]) -> list[Marked]:
    """All pieces in order; of two that overlap the outer one, or the one that begins first."""
    kept: list[Marked] = []
    for piece in sorted([*doubles, *singles], key=lambda p: (p.outer_start, -p.outer_end)):
        if not kept or piece.outer_start >= kept[-1].outer_end:
            kept.append(piece)
        elif kept[-1].single and piece.outer_end > kept[-1].outer_end:
            kept[-1] = piece
    return kept


def _close_waiting(
    text: str, found: list[Marked], index: int, opened: int, waiting: int | None
) -> int | None:
    if waiting is not None:
        found.extend(_piece(text, (opened + 1, waiting), (opened, waiting + 1), index, single=True))
    return None


def _single_opens(text: str, at: int, before: str, after: str) -> bool:
    mark = text[at]
    if mark == "’" or after.isspace() or not (before.isspace() or before in '([—–-“"/:'):
        return mark == "‹"
    if _ELISION.match(text, at + 1):
        return False
    return mark in "‘‹" or (mark in "'`" and after.isalnum())
