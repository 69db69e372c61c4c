"""Pages of the web: the article of a page by trafilatura, or the articles of an export that is HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from typing import Any

from tellings.corpus import found, markup
from tellings.corpus.documents import Document, Problem
from tellings.corpus.entries import Entry, Limits
from tellings.corpus.found import Found, Part

_KINDS = {"head": "subheading", "figure": "caption", "figcaption": "caption"}


def read(entry: Entry, fields: Mapping[str, str], limits: Limits) -> Iterator[Document | Problem]:
    """The articles of an HTML file."""
    return found.read(entry, fields, limits, _extract, reader())


def reader() -> str:
    """What reads pages."""
    return f"HTML, trafilatura {version('trafilatura')}"


def _extract(data: bytes) -> Found:
    root, source = markup.parsed(data)
    return Found(markup.lines(root), article=lambda: article(source))


def article(source: str, address: str | None = None) -> tuple[list[Part], dict[str, str]]:
    """The blocks of a page's article and what the page knows of it; nothing where there is none."""
    from trafilatura import bare_extraction

    page = bare_extraction(
        source,
        url=address,
        with_metadata=True,
        include_comments=False,
        include_tables=True,
        favor_recall=True,
    )
    if page is None or isinstance(page, dict) or page.body is None:
        return [], {}
    title = " ".join((page.title or "").split())
    parts = list(_blocks(page.body))
    if title and not any(_same(title, said) for _, said in parts[:3]):
        parts.insert(0, ("headline", title))
    parts = [("headline" if title and _same(title, said) else kind, said) for kind, said in parts]
    known = {
        "title": title,
        "publisher": page.sitename or "",
        "published": page.date or "",
        "url": page.url or "",
        "byline": (page.author or "").replace(";", ","),
    }
    return parts, {name: value for name, value in known.items() if value}


def _blocks(body: Any) -> Iterator[Part]:
    """The blocks of trafilatura's tree: paragraphs, headings, items, rows."""
    for element in body:
        tag = element.tag
        if tag in ("list", "quote", "table") and len(element):
            for inside in element:
                said = _said(inside)
                if said:
                    yield "paragraph", said
        elif said := _said(element):
            yield _KINDS.get(tag, "paragraph"), said
        if element.tail and element.tail.strip():
            yield "paragraph", " ".join(element.tail.split())


def _said(element: Any) -> str:
    pieces = []
    for inside in element.iter():
        if inside.tag == "lb":
            pieces.append("\n")
        if inside.text:
            pieces.append(inside.text)
        if inside is not element and inside.tail:
            pieces.append(inside.tail)
    lines = [" ".join(line.split()) for line in "".join(pieces).split("\n")]
    return "\n".join(line for line in lines if line)


def _same(title: str, said: str) -> bool:
    return re.findall(r"\w+", title.casefold()) == re.findall(r"\w+", said.casefold())
