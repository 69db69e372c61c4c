"""What a source gives: documents, and problems with what could not be read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Document:
    """An article as received, with what is known about it from outside the text."""

    doc_id: str
    text: str
    source: str
    sha256: str
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that was skipped or guessed: where, at which stage, why, and what was done."""

    source: str
    stage: str
    reason: str
    action: str
    doc_id: str | None = None


def digest(data: bytes) -> str:
    """SHA-256 of a source's bytes."""
    return hashlib.sha256(data).hexdigest()


def read_date(value: object) -> date | None:
    """A date or a moment in ISO 8601; None for nothing.

    Raises:
        ValueError: the value is something else.
    """
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is no date; write it as 2025-05-16")
    text = value.strip()
    try:
        return date.fromisoformat(text)
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(text).date()
    except ValueError as err:
        raise ValueError(f"{value!r} is no date; write it as 2025-05-16") from err


def described(document: Document, fields: Mapping[str, object]) -> tuple[Document, list[Problem]]:
    """The document with what a record or `metadata.csv` says of it: title, publisher, published (or date), url."""
    problems = []
    known: dict[str, object] = {}
    for name in ("title", "publisher", "url"):
        value = fields.get(name)
        if isinstance(value, str) and value.strip():
            known[name] = value.strip()
        elif value not in (None, "") and not isinstance(value, str):
            problems.append(_unread(document, f"{name} is {value!r}, which is no text"))
    try:
        known["published"] = read_date(fields.get("published") or fields.get("date"))
    except ValueError as err:
        problems.append(_unread(document, f"published: {err}"))
    return replace(document, **{k: v for k, v in known.items() if v is not None}), problems  # type: ignore[arg-type]


def _unread(document: Document, reason: str) -> Problem:
    return Problem(document.source, "read", reason, "left empty", document.doc_id)


def unique(found: Iterable[Document | Problem]) -> Iterator[Document | Problem]:
    """The same, with a second document of one id named `<id>~2` and said so."""
    seen: dict[str, int] = {}
    for item in found:
        if isinstance(item, Problem):
            yield item
            continue
        n = seen.get(item.doc_id, 0) + 1
        seen[item.doc_id] = n
        if n > 1:
            fresh = f"{item.doc_id}~{n}"
            yield Problem(
                item.source, "read", f"a second document with the id {item.doc_id}", f"named {fresh}", fresh
            )
            item = replace(item, doc_id=fresh)
        yield item
