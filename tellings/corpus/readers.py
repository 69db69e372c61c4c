"""Reading sources: folders, text files, JSON Lines records and zips of these.

A text file is one article, its stem the id. A record has `id` and `text`, and perhaps `title`, `publisher`,
`published` (ISO 8601) and `url`. `metadata.csv` beside text files names a `file` (or `doc_id`) a row and the same
four. What cannot be read is a :class:`Problem`; the rest goes on.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO

from tellings.corpus.documents import Document, Problem, described, digest, unique
from tellings.corpus.encoding import decode
from tellings.errors import SourceError

METADATA = "metadata.csv"
_NOT_AN_ARTICLE = re.compile(r"(?:readme|licen[cs]e|notice)(?:[._-].*)?$", re.IGNORECASE)
_TEXT = (".txt", ".text")
_RECORDS = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
_SURROGATE = re.compile("[\ud800-\udfff]")

MAX_ZIP_ENTRIES = 200_000
MAX_ZIP_RATIO = 200

Found = Iterator[Document | Problem]


@dataclass(frozen=True, slots=True)
class _Entry:
    """A file in a folder or zip: its name for people, its folder, and how to open it."""

    name: str
    path: PurePosixPath
    size: int
    open: Callable[[], IO[bytes]]


def _entry(file: Path, name: str) -> _Entry:
    return _Entry(name, PurePosixPath(name), file.stat().st_size, lambda: file.open("rb"))


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
    if source.is_dir():
        files = sorted(p for p in source.rglob("*") if p.is_file() and not _hidden(p.relative_to(source)))
        entries = [_entry(p, p.relative_to(source).as_posix()) for p in files]
        if not entries:
            yield Problem(str(source), "read", "the folder is empty", "nothing to read")
        yield from _read_entries(entries, max_bytes)
    elif source.suffix.lower() == ".zip":
        yield from _read_zip(source, max_bytes)
    elif source.is_file():
        entry = _entry(source, source.name)
        beside = source.parent / METADATA
        found = [entry]
        if beside.is_file() and source.suffix.lower() in _TEXT:
            found.append(_entry(beside, METADATA))
        for item in _read_entries(found, max_bytes):
            if not (isinstance(item, Problem) and item.source == METADATA):
                yield item
    else:
        yield Problem(str(source), "read", "there is no such file or folder", "skipped")


def _hidden(path: Path) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in path.parts)


def _read_zip(source: Path, max_bytes: int) -> Found:
    try:
        with zipfile.ZipFile(source) as archive:
            infos = [i for i in archive.infolist() if not i.is_dir() and not _hidden(Path(i.filename))]
            if len(infos) > MAX_ZIP_ENTRIES:
                yield Problem(source.name, "read", f"the zip has over {MAX_ZIP_ENTRIES:,} entries", "skipped")
                return
            entries = []
            for info in sorted(infos, key=lambda i: i.filename):
                if info.file_size > MAX_ZIP_RATIO * max(1, info.compress_size):
                    yield Problem(info.filename, "read", "it is packed suspiciously small", "skipped")
                else:
                    path = PurePosixPath(info.filename)
                    entries.append(_Entry(info.filename, path, info.file_size, partial(archive.open, info)))
            yield from _read_entries(entries, max_bytes)
    except (zipfile.BadZipFile, OSError) as err:
        yield Problem(source.name, "read", f"the zip cannot be read ({err})", "skipped")


def _read_entries(entries: Sequence[_Entry], max_bytes: int) -> Found:
    metadata: dict[PurePosixPath, dict[str, dict[str, str]]] = {}
    for entry in entries:
        if entry.path.name.lower() == METADATA:
            try:
                metadata[entry.path.parent] = _read_metadata(entry)
                yield Problem(entry.name, "read", "it describes articles", "not an article")
            except (SourceError, OSError, csv.Error) as err:
                yield Problem(entry.name, "read", f"the metadata {err}", "left out")
    used: set[tuple[PurePosixPath, str]] = set()
    for entry in entries:
        name = entry.path.name.lower()
        if name == METADATA:
            continue
        if _NOT_AN_ARTICLE.match(name):
            yield Problem(entry.name, "read", "it is about the articles", "not an article")
        elif name.endswith(_RECORDS):
            yield from _read_records(entry, max_bytes)
        elif name.endswith(_TEXT):
            rows = metadata.get(entry.path.parent, {})
            key = next((k for k in (entry.path.name, entry.path.stem) if k in rows), None)
            if key is not None:
                used.add((entry.path.parent, key))
            yield from _read_text(entry, rows.get(key or "", {}), max_bytes)
        else:
            kind = entry.path.suffix or "no ending"
            yield Problem(
                entry.name, "read", f"files with {kind} are not read; give .txt or .jsonl", "skipped"
            )
    for parent, rows in metadata.items():
        for key in rows:
            if (parent, key) not in used:
                source = (parent / METADATA).as_posix()
                yield Problem(source, "read", f"it describes {key}, which is not there", "left out")


def _load(entry: _Entry) -> bytes:
    try:
        with entry.open() as stream:
            return stream.read()
    except (OSError, zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError) as err:
        raise SourceError(f"it cannot be read ({getattr(err, 'strerror', None) or err})") from err


def _read_text(entry: _Entry, fields: dict[str, str], max_bytes: int) -> Found:
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


def _document(document: Document, fields: dict[str, object] | dict[str, str]) -> Found:
    if not any(ch.isalnum() for ch in document.text):
        yield Problem(document.source, "read", "it has no words", "skipped", document.doc_id)
        return
    filled, problems = described(document, fields)
    yield from problems
    yield filled


def _read_metadata(entry: _Entry) -> dict[str, dict[str, str]]:
    rows = csv.DictReader(io.StringIO(decode(_load(entry)).text, newline=""))
    names = {(n or "").strip().lower() for n in rows.fieldnames or ()}
    column = next((n for n in ("file", "doc_id", "id") if n in names), None)
    if column is None:
        raise SourceError("needs a column file, doc_id or id")
    found = {}
    for row in rows:
        clean = {(k or "").strip().lower(): (v or "").strip() for k, v in row.items() if isinstance(v, str)}
        if clean.get(column):
            found[clean[column]] = clean
    return found


def _read_records(entry: _Entry, max_bytes: int) -> Found:
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
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile) as err:
        yield Problem(entry.name, "read", f"it cannot be read to its end ({err})", "the rest is skipped")


def _read_record(line: bytes, where: str, default_id: str) -> Found:
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as err:
        yield Problem(where, "read", f"it is no JSON record ({err})", "skipped")
        return
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        yield Problem(where, "read", 'it has no "text"', "skipped")
        return
    given = record.get("id")
    doc_id = str(given).strip() if isinstance(given, str | int) and str(given).strip() else default_id
    text = record["text"]
    if _SURROGATE.search(text) or _SURROGATE.search(doc_id):
        yield Problem(where, "read", "it has halves of characters (lone surrogates)", "skipped", default_id)
        return
    yield from _document(Document(doc_id, text, where, digest(text.encode("utf-8"))), record)


def _too_large(size: int | None, max_bytes: int) -> str:
    found = f"it is {size / 1e6:.1f} MB" if size is not None else "it is larger"
    return f"{found}; documents over {max_bytes / 1e6:g} MB are left out (set TELLINGS_MAX_DOCUMENT_MB to allow more)"
