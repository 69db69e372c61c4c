"""The one way by which text of articles reaches a page: escaped, so that it can be neither markup nor a request.

`st.markdown`, `st.write`, `st.caption` and widget labels would fetch an image that a text names, or set `$…$` as
mathematics. :func:`escape` is for HTML, :func:`label` for places where Streamlit reads Markdown.
"""

from __future__ import annotations

import html
import re
import unicodedata
from datetime import date

import pandas as pd

from tellings.analysis.evidence import Passage
from tellings.query.sql import UNKNOWN
from tellings.resources import boundaries
from tellings.resources.boundaries import BoundariesError

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|$:<>~&@/^=])")
_SPACES = frozenset("\n\t\u00a0\u202f\u2009")


def escape(text: str) -> str:
    """Text as HTML that shows exactly these characters.

    Characters that cannot be seen (control, bidirectional, zero-width) are shown by their code in a box, so that they
    can neither hide anything nor turn the line around.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    escaped = html.escape(text, quote=True)
    return escaped if escaped.isprintable() else "".join(map(_visible, escaped))


def label(text: str) -> str:
    """Text for a widget's label or another place that reads Markdown, every mark of which is taken literally."""
    plain = "".join(c if c == " " or not _hidden(c) else "\ufffd" for c in " ".join(text.split()))
    return _MARKDOWN.sub(r"\\\1", plain)


def plain(text: str) -> str:
    """Text for places that read neither HTML nor Markdown (cells, `st.code`): unseen characters made visible."""
    return "".join(c if c in _SPACES or not _hidden(c) else f"[U+{ord(c):04X}]" for c in text)


def unknown(words: str) -> str:
    """What is not known, as HTML: said, and set apart from what is."""
    return f'<span class="t-unknown">{escape(words)}</span>'


def publisher(name: object) -> str:
    """Who published an article, as HTML."""
    return escape(name) if isinstance(name, str) else unknown("publisher unknown")


def day(published: object) -> str:
    """When an article was published, as HTML."""
    return (
        published.isoformat()
        if isinstance(published, date) and not pd.isna(published)
        else unknown("no date")
    )


def short(text: str, most: int) -> str:
    """Text of so many characters at most; where there is more, an ellipsis is the last."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def country_name(code: str) -> str:
    """The English name of a country by its ISO 3166-1 alpha-2 code; `unknown` is a side that is not known.

    A code that has no name, or outlines that cannot be read, leave the code.
    """
    if code == UNKNOWN:
        return "country not known"
    try:
        outline = boundaries.countries().get(code)
    except BoundariesError:
        return code
    return outline.name if outline else code


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


def _hidden(char: str) -> bool:
    return char not in _SPACES and unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")


def _visible(char: str) -> str:
    return f'<span class="t-unseen">U+{ord(char):04X}</span>' if _hidden(char) else char
