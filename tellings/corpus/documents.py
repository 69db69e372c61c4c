"""What a source gives: documents, and problems with what could not be read."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from tellings.corpus.publication_dates import read_date

_SURROGATE = re.compile("[\ud800-\udfff]")
_NOT_IN_ADDRESSES = re.compile(r'[\s\x00-\x1f\x7f<>"\\^`{|}]')


Known = tuple[int, int, str]
"""A block as its format knows it: where it stands in the text, and its kind; none where that is told by its form."""


@dataclass(frozen=True, slots=True)
class Document:
    """An article as received, with what is known about it from outside the text.

    Attributes:
        source: the file it was taken from.
        part: where in that file it stands, where there are several.
        reader: what read it, with version.
        blocks: what the format knows of the text; empty where it knows nothing.
        copy_of: the document before it that says the same, nearly word for word.
    """

    doc_id: str
    text: str
    source: str
    sha256: str
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    url: str | None = None
    byline: str | None = None
    section: str | None = None
    edition: str | None = None
    part: str | None = None
    reader: str = ""
    blocks: tuple[Known, ...] = ()
    copy_of: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that was skipped or guessed: where, at which stage, why, and what was done.

    Attributes:
        columns: those of a table, where its user may say what they are.
    """

    source: str
    reason: str
    action: str
    doc_id: str | None = None
    columns: tuple[str, ...] = ()
    stage: str = "read"


def digest(data: bytes) -> str:
    """SHA-256 of a source's bytes."""
    return hashlib.sha256(data).hexdigest()


def whole(text: str) -> bool:
    """Has the text no half of a character (a lone surrogate), which no file in UTF-8 can hold?"""
    return not _SURROGATE.search(text)


def printable(name: str) -> str:
    """A name to be shown and stored: what is no character in it becomes the replacement character."""
    return _SURROGATE.sub("\ufffd", name)


def web_address(value: object) -> str | None:
    """The value, if it is an address in the web that is safe to link to (http or https); else None."""
    if not isinstance(value, str) or not whole(value) or _NOT_IN_ADDRESSES.search(value):
        return None
    try:
        parts = urlsplit(value)
        known = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        return None
    return value if known else None


_FIELDS = ("title", "publisher", "url", "byline", "section", "edition")


def described(document: Document, fields: Mapping[str, object]) -> tuple[Document, list[Problem]]:
    """The document with what a record or `metadata.csv` says of it: published (or date), and the fields in words.

    A field that cannot be kept is left empty and named; the text and the other fields stay.
    """
    problems = []
    known: dict[str, str] = {}
    for name in _FIELDS:
        value = fields.get(name)
        if value is None or value == "":
            continue
        if not isinstance(value, str):
            problems.append(
                _unread(document, f"{name} is {_shortened(value)}, which is no text; write it in quotes")
            )
        elif not whole(value):
            reason = f"{name} has halves of characters (lone surrogates); write it in UTF-8"
            problems.append(_unread(document, reason))
        elif name == "url" and value.strip() and web_address(value.strip()) is None:
            reason = f"url is {_shortened(value)}, which is no address in the web; write it with http:// or https://"
            problems.append(_unread(document, reason))
        elif value.strip():
            known[name] = value.strip()
    published = None
    try:
        published = read_date(fields.get("published") or fields.get("date"))
    except ValueError as err:
        problems.append(_unread(document, f"published: {printable(str(err))}"))
    about: dict[str, Any] = {name: known.get(name) for name in _FIELDS}
    filled = replace(document, published=published, **about)
    return filled, problems


def _shortened(value: object) -> str:
    said = repr(value)
    return said if len(said) <= 100 else f"{said[:100]}…"


def _unread(document: Document, reason: str) -> Problem:
    return Problem(document.source, reason, "left empty", document.doc_id)


def unique(found: Iterable[Document | Problem]) -> Iterator[Document | Problem]:
    """The same, with a second document of one id named `<id>~2` (the next number that is free) and said so."""
    taken: set[str] = set()
    last: dict[str, int] = {}
    for item in found:
        if isinstance(item, Document) and item.doc_id in taken:
            doc_id, n = item.doc_id, last.get(item.doc_id, 1) + 1
            while f"{doc_id}~{n}" in taken:
                n += 1
            last[doc_id], fresh = n, f"{doc_id}~{n}"
            yield Problem(item.source, f"a second document with the id {doc_id}", f"named {fresh}", fresh)
            item = replace(item, doc_id=fresh)
        if isinstance(item, Document):
            taken.add(item.doc_id)
        yield item


def usable(document: Document, fields: Mapping[str, object]) -> Iterator[Document | Problem]:
    """The document with what is known of it, and what is wrong with that; no document where it has no words."""
    if not any(ch.isalnum() for ch in document.text):
        yield Problem(document.source, "it has no words", "skipped", document.doc_id)
        return
    filled, problems = described(document, fields)
    yield from problems
    yield filled
