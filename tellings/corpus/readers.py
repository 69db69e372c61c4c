"""Reading sources: folders, zips and files of the formats in :mod:`tellings.corpus.formats`.

`metadata.csv` beside files that are one article each names a `file` (or `doc_id`) a row, and `title`, `publisher`,
`published` and `url`. What cannot be read is a :class:`Problem`; the rest goes on.
"""

from __future__ import annotations

import io
import logging
import re
import tarfile
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from tellings import schema
from tellings.corpus import entries, formats, metadata
from tellings.corpus.documents import Document, Problem, printable, unique
from tellings.corpus.entries import UNREADABLE, Entry, Limits, load, said
from tellings.corpus.taught import NOTHING, Taught
from tellings.errors import NOT_AN_ARTICLE, ColumnsError, SourceError
from tellings.plural import several

_NOT_AN_ARTICLE = re.compile(r"(?:readme|licen[cs]e|notice)(?:[._-].*)?$", re.IGNORECASE)
_ZIPS = (".zip",)
_TARS = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz")
_CORPUS = (
    "it is a corpus already, not articles; open it by its name (`info`), a project file by `import`, "
    "or give what it was made from"
)
_TELLING = {"documents", "sentences", "mentions", "entities"}
_TOLD_BY = {f"{name}.parquet" for name in _TELLING}
_ITS_FILES = {"datapackage.json", "corrections.jsonl", *(f"{name}.parquet" for name in schema.TABLES)}
_ABOUT_TABLES = ("about.json", "datapackage.json")
MAX_NESTING = 3
"""Archives within archives that are opened."""
_HEAD, _LISTED = 1024, 65_536
"""First bytes, by which a file is known, and last ones, in which a packed file lists what is in it."""
_log = logging.getLogger(__name__)
Found = Iterator[Document | Problem]
Step = Callable[[str, bool], bool]
"""Told the name of each file or archive (True) before it is opened; says whether it is to be."""


def read_sources(
    sources: Sequence[Path],
    *,
    max_bytes: int,
    max_file_bytes: int = 200_000_000,
    taught: Taught = NOTHING,
    step: Step = lambda _name, _archive: True,
) -> Found:
    """Read all sources, in order; folders with their subfolders, by name.

    Args:
        sources: files, folders and archives.
        max_bytes: a larger document is skipped and named.
        max_file_bytes: the same of files, which may hold many.
        taught: what their user has said of them.
        step: told of each file and archive before it is opened.

    Yields:
        Documents with unique ids, and problems.
    """
    reader = _Reader(Limits(max_bytes, max(max_bytes, max_file_bytes), taught), step)
    yield from unique(item for source in sources for item in reader.source(source))


def _corpora(files: Sequence[Entry]) -> dict[PurePosixPath, list[str]]:
    """The folders in which a corpus lies, and no articles; of each the files in it that are no part of a corpus."""
    inside: dict[PurePosixPath, list[str]] = {
        entry.path.parent: [] for entry in files if entry.path.name == "datapackage.json"
    }
    for entry in files if inside else ():
        for folder in inside.keys() & entry.path.parents:
            inside[folder].append(str(entry.path.relative_to(folder)))
    return {
        folder: [name for name in names if name.partition("/")[0] not in _ITS_FILES]
        for folder, names in inside.items()
        if {name.partition("/")[0] for name in names} >= _TOLD_BY
    }


def _tables(files: Sequence[Entry]) -> dict[PurePosixPath, set[PurePosixPath]]:
    """The folders in which the tables of a corpus lie as they are taken away; of each the files beside `documents`."""
    inside: dict[PurePosixPath, set[PurePosixPath]] = {}
    for entry in files:
        if entry.path.stem in schema.TABLES or entry.path.name in _ABOUT_TABLES:
            inside.setdefault(entry.path.parent, set()).add(entry.path)
    return {
        folder: {path for path in own if path.stem != "documents"}
        for folder, own in inside.items()
        if {path.stem for path in own} >= _TELLING
    }


class _Reader:
    """Reads sources within limits."""

    def __init__(self, limits: Limits, step: Step) -> None:
        self._limits = limits
        self._step = step

    def source(self, source: Path) -> Found:
        """A file, folder or archive on the disk."""
        if entries.is_folder(source):
            yield from self._entries(entries.in_folder(source), named=source.resolve().name)
            return
        entry = entries.file(source, source.name)
        if isinstance(entry, Problem):
            yield replace(entry, source=printable(str(source)))
        elif entry.path.name.lower().endswith((*_ZIPS, *_TARS)):
            yield from self._archive(entry, source, 1)
        else:
            beside = entries.file(source.with_name(metadata.NAME), metadata.NAME)
            about = isinstance(beside, Entry) and _one(entry.path.name)
            for item in self._entries([entry, beside] if about else [entry]):
                if not (isinstance(item, Problem) and item.source == metadata.NAME and about):
                    yield item

    def _archive(self, entry: Entry, path: Path | io.BytesIO, depth: int) -> Found:
        """The files of a zip or tar: on the disk, or in another archive, whose names stand before theirs."""
        kind = "zip" if entry.path.name.lower().endswith(_ZIPS) else "tar"
        within = f"{entry.name}/" if depth > 1 else ""
        if not self._step(entry.name, True):
            return
        try:
            if kind == "zip":
                with zipfile.ZipFile(path) as packed:
                    items = entries.in_zip(packed, entry.name)
                    files = (_within(within, item) for item in items)
                    yield from self._entries(files, depth, named=_stem(entry))
                return
            named, stream = (path, None) if isinstance(path, Path) else (None, path)
            with tarfile.open(named, fileobj=stream) as tar:
                files = (_within(within, item) for item in entries.in_tar(tar, entry.name))
                yield from self._entries(files, depth, named=_stem(entry))
        except UNREADABLE as err:
            yield Problem(entry.name, f"the {kind} cannot be read ({said(err)}); pack it again", "skipped")

    def _entries(self, found: Iterable[Entry | Problem], depth: int = 0, named: str = "") -> Found:
        """The articles of these files, which stand in the folder or archive `named`; empty for files alone."""
        files: list[Entry] = []
        about: dict[PurePosixPath, _About] = {}
        for entry in found:
            if isinstance(entry, Problem):
                yield entry
            elif entry.path.name.lower() == metadata.NAME:
                yield from _read_metadata(entry, about)
            else:
                files.append(entry)
        found_corpora = _corpora(files)
        for folder, others in found_corpora.items():
            yield Problem(str(folder) if folder.parts else named, _CORPUS + _beside(others), "skipped")
        files = [entry for entry in files if not found_corpora.keys() & entry.path.parents]
        for folder, beside in _tables(files).items():
            reason = (
                f"it has the tables of a corpus; its documents are read, not the {len(beside)} files beside"
            )
            yield Problem(str(folder) if folder.parts else named, reason, "left out")
            files = [entry for entry in files if entry.path not in beside]
        outlets = _outlets([entry.path for entry in files], named) if self._limits.taught.folders else {}
        for entry in files:
            if _NOT_AN_ARTICLE.match(entry.path.name):
                yield Problem(entry.name, "it is about the articles", NOT_AN_ARTICLE)
            elif entry.path.name.lower().endswith((*_ZIPS, *_TARS)):
                yield from self._nested(entry, depth + 1)
            else:
                yield from _of_outlet(self._file(entry, about), outlets.get(entry.path))
        for some in about.values():
            for file_name in some.unused():
                yield Problem(some.name, f"it describes {file_name}, which is not there", "left out")

    def _nested(self, entry: Entry, depth: int) -> Found:
        if depth > MAX_NESTING:
            reason = f"it is an archive within {MAX_NESTING} others, which is not opened; unpack it"
            yield Problem(entry.name, reason, "skipped")
            return
        try:
            archive = load(entry, self._limits.file)
        except SourceError as err:
            yield Problem(entry.name, f"the archive {err}", "skipped")
            return
        yield from self._archive(entry, io.BytesIO(archive), depth + 1)

    def _file(self, entry: Entry, about: Mapping[PurePosixPath, _About]) -> Found:
        """The articles of a file, with what a `metadata.csv` in its folder or above says of them."""
        named = formats.of(entry.path.name)
        format = formats.by_content(_head(entry), named)
        if format is None:
            kind = entry.path.suffix or "no ending"
            *endings, last = (one.endings[0] for one in formats.FORMATS)
            reason = f"files with {kind} are not read; give {', '.join(endings)} or {last}"
            yield Problem(entry.name, reason, "skipped")
            return
        fields: Mapping[str, str] = {}
        for parent in entry.path.parents if format.one else ():
            if parent in about:
                fields = about[parent].take(entry.path.relative_to(parent)) or fields
        if not self._step(entry.name, False):
            return
        if named is not None and named is not format:
            reason = f"its ending says {named.name}, but it is {format.name}"
            yield Problem(entry.name, reason, f"read as {format.name}")
        if format.one and "\ufffd" in entry.path.name:
            reason = f"its name is not UTF-8; it is called {entry.path.stem} here"
            yield Problem(entry.name, reason, "rename the file", entry.path.stem)
        try:
            yield from format.read(entry, fields, self._limits)
        except SourceError as err:
            columns = err.columns if isinstance(err, ColumnsError) else ()
            yield Problem(entry.name, f"the file {err}", "skipped", columns=columns)
        except MemoryError:
            reason = "reading it needs more memory than it may have; part it, or set TELLINGS_READER_MEMORY_MB to more"
            yield Problem(entry.name, reason, "the rest of it is skipped")
        except Exception as err:  # a library that fails on one file must not stop the rest
            _log.warning("%s could not be read", entry.name, exc_info=True)
            reason = (
                f"it cannot be read as {format.name} ({type(err).__name__}: {said(err)[:100]}); save it again"
            )
            yield Problem(entry.name, reason, "the rest of it is skipped")


def _beside(others: Sequence[str]) -> str:
    """What is said of the files in a corpus that are no part of it."""
    if not others:
        return ""
    some = ", ".join(others[:3]) + (", …" if len(others) > 3 else "")
    return printable(
        f"; {several(len(others), 'other file')} in it ({some}): move what is to be read out of it"
    )


def _stem(entry: Entry) -> str:
    """The name of an archive without its endings."""
    return re.sub(r"\.(?:zip|tar|tgz)(?:\.\w+)?$", "", entry.path.name, flags=re.IGNORECASE)


def _outlets(paths: Sequence[PurePosixPath], named: str) -> dict[PurePosixPath, str]:
    """The outlet of each file where folders are outlets: the first folder on its way that not all files share.

    Files that all stand in one folder are of the outlet that it is called; of files beside such folders none is known.
    """
    ways = [path.parts[:-1] for path in paths]
    shared = 0
    while ways and all(len(way) > shared and way[shared] == ways[0][shared] for way in ways):
        shared += 1
    alone = all(len(way) == shared for way in ways)
    folder = (named, *ways[0][:shared])[-1] if ways else ""
    folders = {
        path: folder if alone else way[shared] if len(way) > shared else ""
        for path, way in zip(paths, ways, strict=True)
    }
    return {path: " ".join(outlet.replace("_", " ").split()) for path, outlet in folders.items() if outlet}


def _of_outlet(found: Found, outlet: str | None) -> Found:
    """The same, of an outlet where the articles do not say theirs."""
    for item in found:
        if outlet and isinstance(item, Document) and not item.publisher:
            item = replace(item, publisher=outlet)
        yield item


def _within(archive: str, item: Entry | Problem) -> Entry | Problem:
    if isinstance(item, Problem):
        return replace(item, source=archive + item.source)
    return replace(item, name=archive + item.name)


def _head(entry: Entry) -> bytes:
    try:
        with entry.open() as stream:
            head = stream.read(_HEAD)
            if head.startswith(b"PK"):
                stream.seek(max(_HEAD, entry.size - _LISTED))
                head += stream.read(_LISTED)
            return head
    except UNREADABLE:  # its reader says why
        return b""


def _one(name: str) -> bool:
    format = formats.of(name)
    return format is not None and format.one


class _About:
    """A `metadata.csv`, and which of its rows an article was found for."""

    def __init__(self, name: str, rows: Mapping[str, Mapping[str, str]]) -> None:
        self.name = name
        self._rows = rows
        self._used: set[str] = set()

    def take(self, path: PurePosixPath) -> Mapping[str, str]:
        """What is said of a file, named with or without its ending."""
        keys = [metadata.key_of(name) for name in (path.as_posix(), path.with_suffix("").as_posix())]
        there = [key for key in keys if key in self._rows]
        self._used.update(there)
        return {name: value for name, value in self._rows[there[0]].items() if value} if there else {}

    def unused(self) -> Iterator[str]:
        """The files that are described and not there."""
        return (row["file"] for key, row in self._rows.items() if key not in self._used)


def _read_metadata(entry: Entry, about: dict[PurePosixPath, _About]) -> Found:
    if entry.size > metadata.MAX_BYTES:
        reason = f"the metadata has more than {metadata.MAX_BYTES / 1e6:g} MB; part it among folders"
        yield Problem(entry.name, reason, "left out")
        return
    try:
        table = metadata.read(load(entry))
    except SourceError as err:
        yield Problem(entry.name, f"the metadata {err}", "left out")
        return
    yield Problem(entry.name, "it describes articles", NOT_AN_ARTICLE)
    for reason, action in table.problems:
        yield Problem(entry.name, printable(reason), action)
    about[entry.path.parent] = _About(entry.name, table.rows)
