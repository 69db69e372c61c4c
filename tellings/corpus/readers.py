"""Reading sources: folders, text files, JSON Lines records and zips of these.

A text file is one article, its stem the id. A record has `id` and `text`, and perhaps `title`, `publisher`,
`published` (ISO 8601) and `url`. `metadata.csv` beside text files names a `file` (or `doc_id`) a row and the same
four. What cannot be read is a :class:`Problem`; the rest goes on.
"""

from __future__ import annotations

import gzip
import json
import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from tellings.corpus import entries, metadata
from tellings.corpus.documents import Document, Problem, described, digest, printable, unique, whole
from tellings.corpus.encoding import decode
from tellings.corpus.entries import Entry
from tellings.errors import SourceError

_NOT_AN_ARTICLE = re.compile(r"(?:readme|licen[cs]e|notice)(?:[._-].*)?$", re.IGNORECASE)
_TEXT = (".txt", ".text")
_RECORDS = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
_UNREADABLE = (
    OSError,
    EOFError,
    ValueError,
    RuntimeError,
    struct.error,
    zlib.error,
    lzma.LZMAError,
    zipfile.BadZipFile,
)
"""What opening and unpacking raise for a file that is damaged, encrypted, packed unknown, or not ours to read."""

Found = Iterator[Document | Problem]


def read_sources(sources: Sequence[Path], *, max_bytes: int) -> Found:
    """Read all sources, in order; folders with their subfolders, by name.

    Args:
        sources: files, folders and zips.
        max_bytes: a larger document is skipped and named.

    Yields:
        Documents with unique ids, and problems.
    """
    yield from unique(item for source in sources for item in _read(source, max_bytes))


def _read(source: Path, max_bytes: int) -> Found:
    if entries.is_folder(source):
        yield from _read_entries(entries.in_folder(source), max_bytes)
        return
    found = entries.file(source, source.name)
    if isinstance(found, Problem):
        yield replace(found, source=printable(str(source)))
    elif source.suffix.lower() == ".zip":
        yield from _read_zip(source, max_bytes)
    else:
        beside = entries.file(source.with_name(metadata.NAME), metadata.NAME)
        about = isinstance(beside, Entry) and found.path.suffix.lower() in _TEXT
        for item in _read_entries([found, beside] if about else [found], max_bytes):
            if not (isinstance(item, Problem) and item.source == metadata.NAME and about):
                yield item


def _read_zip(source: Path, max_bytes: int) -> Found:
    name = printable(source.name)
    try:
        with zipfile.ZipFile(source) as archive:
            yield from _read_entries(entries.in_zip(archive, name), max_bytes)
    except _UNREADABLE as err:
        yield Problem(name, "read", f"the zip cannot be read ({_said(err)}); pack it again", "skipped")


def _said(err: BaseException) -> str:
    return printable(getattr(err, "strerror", None) or str(err) or type(err).__name__)


def _read_entries(found: Iterator[Entry | Problem] | Sequence[Entry | Problem], max_bytes: int) -> Found:
    files: list[Entry] = []
    about: dict[PurePosixPath, _About] = {}
    for entry in found:
        if isinstance(entry, Problem):
            yield entry
        elif entry.path.name.lower() == metadata.NAME:
            yield from _read_metadata(entry, about)
        else:
            files.append(entry)
    for entry in files:
        name = entry.path.name.lower()
        if _NOT_AN_ARTICLE.match(name):
            yield Problem(entry.name, "read", "it is about the articles", "not an article")
        elif name.endswith(_RECORDS):
            yield from _read_records(entry, max_bytes)
        elif name.endswith(_TEXT):
            if "\ufffd" in entry.path.name:
                reason = f"its name is not UTF-8; it is called {entry.path.stem} here"
                yield Problem(entry.name, "read", reason, "rename the file", entry.path.stem)
            fields: Mapping[str, str] = {}
            for parent in entry.path.parents:
                if parent in about:
                    fields = about[parent].take(entry.path.relative_to(parent)) or fields
            yield from _read_text(entry, fields, max_bytes)
        else:
            kind = entry.path.suffix or "no ending"
            yield Problem(
                entry.name, "read", f"files with {kind} are not read; give .txt or .jsonl", "skipped"
            )
    for some in about.values():
        for given in some.unused():
            yield Problem(some.name, "read", f"it describes {given}, which is not there", "left out")


class _About:
    """A `metadata.csv`, and which of its rows an article was found for."""

    def __init__(self, name: str, rows: Mapping[str, Mapping[str, str]]) -> None:
        self.name = name
        self._rows = rows
        self._used: set[str] = set()

    def take(self, path: PurePosixPath) -> Mapping[str, str] | None:
        """The row of a file, named with or without its ending."""
        keys = [metadata.key_of(name) for name in (path.as_posix(), path.with_suffix("").as_posix())]
        there = [key for key in keys if key in self._rows]
        self._used.update(there)
        return self._rows[there[0]] if there else None

    def unused(self) -> Iterator[str]:
        """The files that are described and not there."""
        return (row["file"] for key, row in self._rows.items() if key not in self._used)


def _read_metadata(entry: Entry, about: dict[PurePosixPath, _About]) -> Found:
    if entry.size > metadata.MAX_BYTES:
        reason = f"the metadata has more than {metadata.MAX_BYTES / 1e6:g} MB; part it among folders"
        yield Problem(entry.name, "read", reason, "left out")
        return
    try:
        found = metadata.read(_load(entry))
    except SourceError as err:
        yield Problem(entry.name, "read", f"the metadata {str(err).removeprefix('it ')}", "left out")
        return
    yield Problem(entry.name, "read", "it describes articles", "not an article")
    for reason, action in found.problems:
        yield Problem(entry.name, "read", printable(reason), action)
    about[entry.path.parent] = _About(entry.name, found.rows)


def _load(entry: Entry) -> bytes:
    try:
        with entry.open() as stream:
            return stream.read()
    except _UNREADABLE as err:
        raise SourceError(f"it cannot be read ({_said(err)})") from err


def _read_text(entry: Entry, fields: Mapping[str, str], max_bytes: int) -> Found:
    if entry.size > max_bytes:
        yield Problem(entry.name, "read", _too_large(entry.size, max_bytes), "skipped", entry.path.stem)
        return
    try:
        data = _load(entry)
        decoded = decode(data)
    except SourceError as err:
        yield Problem(entry.name, "read", f"the file {err}" if "it " not in str(err) else str(err), "skipped")
        return
    if decoded.guessed:
        reason = f"it is not UTF-8; read as {decoded.encoding}, which is a guess"
        yield Problem(entry.name, "read", reason, "check its special characters", entry.path.stem)
    yield from _document(Document(entry.path.stem, decoded.text, entry.name, digest(data)), fields)


def _document(document: Document, fields: Mapping[str, object]) -> Found:
    if not any(ch.isalnum() for ch in document.text):
        yield Problem(document.source, "read", "it has no words", "skipped", document.doc_id)
        return
    filled, problems = described(document, fields)
    yield from problems
    yield filled


def _read_records(entry: Entry, max_bytes: int) -> Found:
    stem = re.sub(r"\.(?:jsonl|ndjson)(?:\.gz)?$", "", entry.path.name, flags=re.IGNORECASE)
    try:
        with entry.open() as raw:
            stream = gzip.GzipFile(fileobj=raw) if entry.path.suffix.lower() == ".gz" else raw
            number = 0
            while line := stream.readline(max_bytes + 1):
                number += 1
                where = f"{entry.name}, line {number}"
                if len(line) > max_bytes:
                    yield Problem(where, "read", _too_large(None, max_bytes), "skipped")
                    while line and not line.endswith(b"\n"):
                        line = stream.readline(1 << 20)
                elif line.strip():
                    yield from _read_record(line, where, f"{stem}-{number}")
    except _UNREADABLE as err:
        yield Problem(
            entry.name, "read", f"it cannot be read to its end ({_said(err)})", "the rest is skipped"
        )


def _read_record(line: bytes, where: str, default_id: str) -> Found:
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as err:
        yield Problem(where, "read", f"it is no JSON record ({err}); write one record a line", "skipped")
        return
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        yield Problem(where, "read", 'it has no "text"; give each record its text', "skipped")
        return
    given = record.get("id")
    doc_id = str(given).strip() if isinstance(given, str | int) and str(given).strip() else default_id
    text = record["text"]
    if not whole(text):
        reason = "its text has halves of characters (lone surrogates); save it again as UTF-8"
        yield Problem(where, "read", reason, "skipped", printable(doc_id))
        return
    if not whole(doc_id):
        reason = "its id has halves of characters (lone surrogates); give another"
        yield Problem(where, "read", reason, f"named {default_id}", default_id)
        doc_id = default_id
    yield from _document(Document(doc_id, text, where, digest(text.encode("utf-8"))), record)


def _too_large(size: int | None, max_bytes: int) -> str:
    found = f"it is {size / 1e6:.1f} MB" if size is not None else "it is larger"
    return f"{found}; documents over {max_bytes / 1e6:g} MB are left out (set TELLINGS_MAX_DOCUMENT_MB to allow more)"
