"""HTML and its kin as lines: what a reader sees one beneath the other, each with the classes it stands in."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree, html

from tellings.corpus.databases import forms
from tellings.corpus.databases.lines import Line
from tellings.corpus.encoding import decode
from tellings.errors import SourceError

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike "
    "strong sub sup time tt u var wbr hi ref".split()
)
_UNSEEN = frozenset(
    "head script style noscript template iframe object svg math textarea select button".split()
)
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_PROLOG = re.compile(r"\A\s*<\?xml[^>]*\?>")
_SPACE = re.compile(r"[ \t\r\n\f]+")


def parsed(data: bytes) -> tuple[Any, str]:
    """The tree of a page, and its source as text.

    Raises:
        SourceError: it is no text, or no page.
    """
    said = _CHARSET.search(data[:4096])
    try:
        text = data.decode(said[1].decode("ascii")) if said else decode(data).text
    except (LookupError, UnicodeDecodeError):
        text = decode(data).text
    text = _PROLOG.sub("", text.replace("\0", ""))
    try:
        return html.document_fromstring(text), text
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as err:
        raise SourceError("holds no page that can be read; save it again from its source") from err


def lines(root: Any) -> list[Line]:
    """The lines of a tree of elements, in their order; `br` breaks a line, two of them begin a paragraph."""
    printed_lines: list[Line] = []
    said: list[str] = []
    marks: list[list[str]] = []
    inline: list[str] = []
    unseen = preformatted = 0

    def flush() -> None:
        text, new = "".join(said), True
        mark = " ".join([*(name for names in marks for name in names), *inline]).lower()
        for printed in text.split("\n"):
            line = " ".join(printed.split(" ")).strip(" \t\u00a0")
            if line:
                printed_lines.append(Line(re.sub(r" {2,}", " ", line), new, mark))
                new = False
            else:
                new = True
        said.clear()
        inline.clear()

    def add(text: str | None) -> None:
        if text and not unseen:
            said.append(text if preformatted else _SPACE.sub(" ", text))

    for event, element in etree.iterwalk(root, events=("start", "end")):
        if not isinstance(element.tag, str):
            if event == "end":
                add(element.tail)
            continue
        tag = etree.QName(element).localname.lower()
        names = f"{element.get('class', '')} {element.get('id', '')} {tag if tag != 'body' else ''}".split()
        if event == "start":
            unseen += tag in _UNSEEN
            preformatted += tag == "pre"
            if tag == "br":
                said.append("\n")
            elif tag in _INLINE:
                if _follows_at_once(element):
                    flush()
                inline += [] if unseen else names
            else:
                flush()
            marks.append(names)
            add(element.text)
            continue
        if tag not in _INLINE and tag != "br":
            flush()
        marks.pop()
        unseen -= tag in _UNSEEN
        preformatted -= tag == "pre"
        add(element.tail)
    flush()
    return printed_lines


def _follows_at_once(element: Any) -> bool:
    """Do two classes that forms of exports know stand side by side with nothing between, as two things do?"""
    before = element.getprevious()
    if before is None or (before.tail or "").strip() or before.get("class") == element.get("class"):
        return False
    return all(forms.marked(one.get("class", "")) for one in (before, element))
