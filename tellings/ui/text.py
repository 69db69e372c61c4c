"""The one way by which text of articles reaches a page: escaped, so that it can be neither markup nor a request.

`st.markdown`, `st.write`, `st.caption` and widget labels would fetch an image that a text names, or set `$…$` as
mathematics. :func:`escape` is for HTML, :func:`label` for places where Streamlit reads Markdown.
"""

from __future__ import annotations

import html
import re
import unicodedata

from tellings.analysis.evidence import Passage

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|$:<>~&@/^=])")
_SPACES = frozenset("\n\t\u00a0\u202f\u2009")


def escape(text: str) -> str:
    """Text as HTML that shows exactly these characters.

    Characters that cannot be seen (control, bidirectional, zero-width) are shown by their code in a box, so that they
    can neither hide anything nor turn the line around.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(map(_visible, html.escape(text, quote=True)))


def label(text: str) -> str:
    """Text for a widget's label or another place that reads Markdown, every mark of which is taken literally."""
    plain = "".join(c if c == " " or not _hidden(c) else "\ufffd" for c in " ".join(text.split()))
    return _MARKDOWN.sub(r"\\\1", plain)


def plain(text: str) -> str:
    """Text for places that read neither HTML nor Markdown (cells, `st.code`): unseen characters made visible."""
    return "".join(c if c in _SPACES or not _hidden(c) else f"[U+{ord(c):04X}]" for c in text)


def marked(passage: Passage) -> str:
    """A passage as HTML, its counted spans in `<mark>`: one mark for each span, its pieces set off within it."""
    out, at = [], passage.start
    for mark in passage.marks:
        out.append(escape(passage.text[at - passage.start : mark.start - passage.start]))
        pieces, here = [], mark.start
        for start, end in mark.parts:
            start, end = max(start, here), min(end, mark.end)
            pieces.append(escape(passage.text[here - passage.start : start - passage.start]))
            pieces.append(f"<b>{escape(passage.text[start - passage.start : end - passage.start])}</b>")
            here = end
        pieces.append(escape(passage.text[here - passage.start : mark.end - passage.start]))
        out.append(f"<mark>{''.join(pieces)}</mark>")
        at = mark.end
    out.append(escape(passage.text[at - passage.start :]))
    return "".join(out)


def _hidden(char: str) -> bool:
    return char not in _SPACES and unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")


def _visible(char: str) -> str:
    return f'<span class="t-unseen">U+{ord(char):04X}</span>' if _hidden(char) else char
