"""EPUB: what a news reader packs for reading offline, a page an article; DRM is not broken."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote

from tellings.corpus import found, markup
from tellings.corpus.documents import Document, Problem
from tellings.corpus.entries import UNREADABLE, Entry, Limits, load, said
from tellings.corpus.office import package
from tellings.corpus.xml import parsed
from tellings.errors import SourceError

_MIN_WORDS = 40
"""A page of fewer is a cover, a title or a list."""
_MOST_LINKED = 0.5
_LOCKS = "META-INF/encryption.xml"
_KINDS = {"h1": "headline", "h2": "headline", "h3": "subheading", "h4": "subheading", "figcaption": "caption"}


def read(entry: Entry, _fields: Mapping[str, str], limits: Limits) -> Iterator[Document | Problem]:
    """The articles of an EPUB file."""
    n = 0
    with zipfile.ZipFile(package(load(entry, limits.file), "EPUB")) as book:
        try:
            known, pages = _opened(book)
        except (*UNREADABLE, KeyError) as err:
            raise SourceError(f"is an EPUB that cannot be read ({said(err)}); save it again") from err
        for number, name in enumerate(pages, 1):
            try:
                for item in _page(
                    book, name, f"{entry.path.stem}-{number}", entry.name, known=known, limits=limits
                ):
                    n += isinstance(item, Document)
                    yield item
            except (*UNREADABLE, SourceError) as err:
                yield Problem(entry.name, f"its page {name} cannot be read ({said(err)})", "left out")
    if not n:
        raise SourceError("has no page with an article")


def _opened(book: zipfile.ZipFile) -> tuple[dict[str, str], list[str]]:
    """What the book knows of itself, and its pages in their order."""
    locks = book.read(_LOCKS).lower() if _LOCKS in book.namelist() else b""
    if b"cipher" in locks and b"obfuscation" not in locks:
        raise SourceError("is locked (DRM), which is not opened; give a copy without")
    container = parsed(book.read("META-INF/container.xml"))
    opf = next((str(e.get("full-path")) for e in container.iter("{*}rootfile")), "")
    root = parsed(book.read(opf))
    items = {e.get("id"): e for e in root.iter("{*}item")}
    order = [items[e.get("idref")] for e in root.iter("{*}itemref") if e.get("idref") in items]
    names = [
        posixpath.normpath(posixpath.join(posixpath.dirname(opf), unquote(str(e.get("href"))))) for e in order
    ]
    there = set(book.namelist())
    return {
        "publisher": _first(root, "publisher") or _first(root, "title"),
        "published": _first(root, "date")[:10],
    }, [name for name in names if name in there]


def _first(root: Any, name: str) -> str:
    return next((" ".join((e.text or "").split()) for e in root.iter(f"{{*}}{name}")), "")


def _page(
    book: zipfile.ZipFile, name: str, doc_id: str, source: str, *, known: Mapping[str, str], limits: Limits
) -> Iterator[Document | Problem]:
    root, _ = markup.parsed(book.read(name))
    lines = markup.lines(root)
    words = sum(len(line.text.split()) for line in lines)
    linked = sum(len(" ".join(a.itertext()).split()) for a in root.iter("a"))
    if words < _MIN_WORDS or linked > _MOST_LINKED * words:
        return
    parts, title = found.marked(lines, _kind)
    about = {**known, "title": title}
    yield from found.of_parts(doc_id, parts, source, about, limits=limits, reader="EPUB", part=name)


def _kind(mark: str) -> str:
    return next((_KINDS[tag] for tag in mark.split() if tag in _KINDS), "paragraph")
