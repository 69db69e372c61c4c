"""Reading sources: folders, zips and files of the formats in :mod:`tellings.corpus.formats`.

`metadata.csv` beside files that are one article each names a `file` (or `doc_id`) a row, and `title`, `publisher`,
`published` and `url`. What cannot be read is a :class:`Problem`; the rest goes on.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from tellings.corpus import entries, formats, metadata
from tellings.corpus.documents import Document, Problem, printable, unique
from tellings.corpus.entries import UNREADABLE, Entry, load, said
from tellings.errors import SourceError

_NOT_AN_ARTICLE = re.compile(r"(?:readme|licen[cs]e|notice)(?:[._-].*)?$", re.IGNORECASE)
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
        about = isinstance(beside, Entry) and _one(found.path.name)
        for item in _read_entries([found, beside] if about else [found], max_bytes):
            if not (isinstance(item, Problem) and item.source == metadata.NAME and about):
                yield item


def _one(name: str) -> bool:
    format = formats.of(name)
    return format is not None and format.one


def _read_zip(source: Path, max_bytes: int) -> Found:
    name = printable(source.name)
    try:
        with zipfile.ZipFile(source) as archive:
            yield from _read_entries(entries.in_zip(archive, name), max_bytes)
    except UNREADABLE as err:
        yield Problem(name, "read", f"the zip cannot be read ({said(err)}); pack it again", "skipped")


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
        format = formats.of(entry.path.name)
        if _NOT_AN_ARTICLE.match(entry.path.name):
            yield Problem(entry.name, "read", "it is about the articles", "not an article")
        elif format is None:
            kind = entry.path.suffix or "no ending"
            *endings, last = (one.endings[0] for one in formats.FORMATS)
            reason = f"files with {kind} are not read; give {', '.join(endings)} or {last}"
            yield Problem(entry.name, "read", reason, "skipped")
        else:
            fields: Mapping[str, str] = {}
            for parent in entry.path.parents if format.one else ():
                if parent in about:
                    fields = about[parent].take(entry.path.relative_to(parent)) or fields
            if format.one and "\ufffd" in entry.path.name:
                reason = f"its name is not UTF-8; it is called {entry.path.stem} here"
                yield Problem(entry.name, "read", reason, "rename the file", entry.path.stem)
            yield from format.read(entry, fields, max_bytes)
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
        found = metadata.read(load(entry))
    except SourceError as err:
        yield Problem(entry.name, "read", f"the metadata {err}", "left out")
        return
    yield Problem(entry.name, "read", "it describes articles", "not an article")
    for reason, action in found.problems:
        yield Problem(entry.name, "read", printable(reason), action)
    about[entry.path.parent] = _About(entry.name, found.rows)
