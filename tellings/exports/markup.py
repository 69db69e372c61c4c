"""Text of articles as HTML: escaped, so that it can be neither markup nor a request, with its spans marked."""

from __future__ import annotations

import html
import unicodedata

from tellings.analysis.evidence import Passage

_SPACES = frozenset("\n\t\u00a0\u202f\u2009")


def escape(text: str) -> str:
    """Text as HTML that shows exactly these characters.

    Characters that cannot be seen (control, bidirectional, zero-width) are shown by their code in a box, so that they
    can neither hide anything nor turn the line around.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    escaped = html.escape(text, quote=True)
    return escaped if escaped.isprintable() else "".join(map(_visible, escaped))


def plain(text: str) -> str:
    """Text for places that read neither HTML nor Markdown (cells, code): unseen characters made visible."""
    if text.isprintable():
        return text
    return "".join(c if c in _SPACES or not hidden(c) else f"[U+{ord(c):04X}]" for c in text)


def hidden(char: str) -> bool:
    """Is it a character that cannot be seen, and no space?"""
    return char not in _SPACES and unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")


def marked(passage: Passage, *, most: int = 1600) -> str:
    """A passage as HTML, its counted spans in `<mark>`: one mark for each span, its pieces set off within it.

    Of a passage with more characters than `most` the beginnings and ends of the spans are shown; what is left out is
    said in its place.
    """
    kept = _kept(passage, most)

    def shown(start: int, end: int) -> str:
        out, at = [], start
        for first, last in kept:
            first, last = max(first, at), min(last, end)
            if first < last:
                out += [
                    _left_out(first - at),
                    escape(passage.text[first - passage.start : last - passage.start]),
                ]
                at = last
        return "".join([*out, _left_out(end - at)])

    out, at = [], passage.start
    for mark in passage.marks:
        pieces, here = [], mark.start
        for start, end in mark.parts:
            start, end = max(start, here), min(end, mark.end)
            if any(start < last and first < end for first, last in kept):
                pieces += [shown(here, start), f"<b>{shown(start, end)}</b>"]
                here = end
        out += [shown(at, mark.start), f"<mark>{''.join(pieces)}{shown(here, mark.end)}</mark>"]
        at = mark.end
    return "".join([*out, shown(at, passage.start + len(passage.text))])


def _kept(passage: Passage, most: int) -> list[tuple[int, int]]:
    """The stretches of a passage that are shown, in order and apart."""
    first, last = passage.start, passage.start + len(passage.text)
    if len(passage.text) <= most:
        return [(first, last)]
    around = [
        stretch
        for mark in passage.marks
        for stretch in (
            (mark.start - most // 5, mark.start + most // 2),
            (mark.end - most // 5, mark.end + most // 5),
        )
    ]
    kept: list[tuple[int, int]] = []
    for start, end in sorted((max(a, first), min(b, last)) for a, b in around):
        if kept and start <= kept[-1][1] + most // 20:
            kept[-1] = (kept[-1][0], max(kept[-1][1], end))
        else:
            kept.append((start, end))
    return kept


def _left_out(n: int) -> str:
    return f'<span class="t-fold"> [… {n:,} characters …] </span>' if n > 0 else ""


def _visible(char: str) -> str:
    return f'<span class="t-unseen">U+{ord(char):04X}</span>' if hidden(char) else char
