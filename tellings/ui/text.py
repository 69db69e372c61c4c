"""The one way by which text of articles reaches a page: escaped, so that it can be neither markup nor a request.

`st.markdown`, `st.write`, `st.caption` and widget labels would fetch an image that a text names, or set `$…$` as
mathematics. :func:`escape` is for HTML, :func:`label` for places where Streamlit reads Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

import pandas as pd

from tellings.exports.markup import escape, hidden, marked, plain
from tellings.plural import several
from tellings.query.sql import UNKNOWN
from tellings.resources import boundaries, lexicon
from tellings.resources.boundaries import BoundariesError
from tellings.views.theme import short

__all__ = [
    "country_name",
    "day",
    "escape",
    "label",
    "marked",
    "plain",
    "publisher",
    "short",
    "unknown",
    "words_counted",
]

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|$:<>~&@/^=])")


def label(text: str) -> str:
    """Text for a widget's label or another place that reads Markdown, every mark of which is taken literally."""
    plain = "".join(c if c == " " or not hidden(c) else "\ufffd" for c in " ".join(text.split()))
    return _MARKDOWN.sub(r"\\\1", plain)


def heading(words: str, anchor: str = "") -> str:
    """A heading within a page, as HTML; links within the page lead to its anchor."""
    at = f' id="{anchor}"' if anchor else ""
    return f'<h2 class="t-h2"{at}>{escape(words)}</h2>'


def note(words: str) -> str:
    """A line in small print, as HTML."""
    return f'<p class="t-note">{escape(words)}</p>'


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


def words_counted(n: int, language: object) -> str:
    """How many words an article has that count, and where none does, why.

    Args:
        n: how many.
        language: its code.

    >>> words_counted(1, "en"), words_counted(0, "de"), words_counted(0, "en")
    ('1 word', 'in German: nothing is counted', 'nothing is counted')
    """
    if n:
        return several(n, "word")
    name = lexicon.classes("languages").get(str(language)) if language != "en" else None
    return f"in {name}: nothing is counted" if name else "nothing is counted"


def articles(n: int, n_tellings: int) -> str:
    """How many articles there are, and how many tellings where some rest on one copy: "5 articles, 3 tellings"."""
    said = several(n, "article")
    return said if n_tellings >= n else f"{said}, {several(n_tellings, 'telling')}"


def definitions(rows: Iterable[tuple[str, str]], also: str = "") -> str:
    """Names, and what is said of each, which is HTML, as a list.

    Args:
        rows: name and HTML of each.
        also: a further class.
    """
    lines = "".join(f"<dt>{escape(name)}</dt><dd>{said}</dd>" for name, said in rows)
    return f'<dl class="{f"t-facts {also}".strip()}">{lines}</dl>'


def html_table(rows: str, heads: Iterable[str] = ()) -> str:
    """Rows, which are HTML, as a table below the heads of its columns; it scrolls where the page is narrow."""
    head = "".join(f"<th scope='col'>{escape(name)}</th>" for name in heads)
    head = f"<thead><tr>{head}</tr></thead>" if head else ""
    return f'<div class="t-wide"><table class="t-table">{head}<tbody>{rows}</tbody></table></div>'


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
