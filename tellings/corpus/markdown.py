"""Markdown: one article a file. Kept is what it says, without its marks; its front matter says what is known of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from markdown_it import MarkdownIt
from markdown_it.token import Token

from tellings.corpus import texts
from tellings.corpus.documents import Document, Problem
from tellings.corpus.entries import Entry, Limits

_FRONT = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"(\w+)[ \t]*:[ \t]*(.*?)[ \t]*$", re.MULTILINE)
_KNOWN = {"title", "publisher", "published", "url"}
_ALSO = {
    "headline": "title",
    "source": "publisher",
    "outlet": "publisher",
    "date": "published",
    "link": "url",
}


def read(entry: Entry, fields: Mapping[str, str], limits: Limits) -> Iterator[Document | Problem]:
    """The article, or why there is none.

    Args:
        entry: the file.
        fields: what `metadata.csv` says of it; it wins over the front matter.
        limits: a larger file is left out.
    """
    yield from texts.read(entry, fields, limits, extract)


def extract(source: str) -> tuple[str, dict[str, str]]:
    """What a Markdown text says, and what its front matter knows.

    Args:
        source: the file's text; front matter is lines `name: value` between two lines of three hyphens.

    Returns:
        Headings, paragraphs, items and quotations without their marks, a blank line between them; and of `title`,
        `publisher`, `published`, `url` those that are given, the first heading of the first level being the title
        where there is no other.
    """
    lines = source.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    front = _FRONT.match(lines)
    fields = {name.lower(): value.strip("\"'") for name, value in _FIELD.findall(front[1])} if front else {}
    known = {_ALSO.get(name, name): value for name, value in fields.items() if value}
    tokens = (
        MarkdownIt("commonmark", {"html": False})
        .enable("table")
        .parse(lines[front.end() :] if front else lines)
    )
    parts, title = [], ""
    for before, token in zip([None, *tokens], tokens, strict=False):
        said = _said(token)
        if said and not title and before is not None and before.tag == "h1":
            title = said
        parts.append(said)
    known.setdefault("title", title)
    return "\n\n".join(part for part in parts if part), {k: v for k, v in known.items() if k in _KNOWN and v}


def _said(token: Token) -> str:
    """The words of a block: a link's or picture's text, never its address; code as it stands."""
    if token.type in ("fence", "code_block"):
        return token.content.strip()
    words = []
    for child in token.children or []:
        if child.type in ("softbreak", "hardbreak"):
            words.append("\n")
        elif child.type in ("text", "code_inline", "image"):
            words.append(child.content)
    return "".join(words).strip()
