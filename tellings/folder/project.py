"""A corpus as one file, `NAME.tellings.zip`: packing it, and reading one that may come from anywhere.

What comes from outside is never opened as it is. Nothing is unpacked but what a corpus has, within bounds; each table
is read, checked against the schema and written anew; the corrections are kept byte for byte.
"""

from __future__ import annotations

import io
import re
import shutil
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pandas as pd

from tellings import schema
from tellings.errors import CorpusError
from tellings.folder import descriptor, exchange, older, ours, parquet, writing

ENDING = ".tellings.zip"
MAX_BYTES = 4_000_000_000
MAX_RATIO = 400
_WHEN = (1980, 1, 1, 0, 0, 0)
_TABLE = re.compile(r"(?P<table>[a-z_]+)\.parquet(?:/[A-Za-z0-9._-]+\.parquet)?")
_KEPT = (descriptor.DESCRIPTOR, ours.CORRECTIONS)


def pack(folder: Path, corrections: Iterable[Path]) -> bytes:
    """A corpus as a project file; the same corpus always gives the same bytes.

    Args:
        folder: the corpus folder.
        corrections: the files of its corrections, in the order in which they are applied.

    Raises:
        CorpusError: it is no corpus.
    """
    return zipped(_parts(folder, exchange.read_descriptor(folder), corrections))


def zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Files as a zip; the same files always give the same bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(name, _WHEN)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return stream.getvalue()


def _parts(folder: Path, about: dict[str, Any], corrections: Iterable[Path]) -> Iterator[tuple[str, bytes]]:
    yield descriptor.DESCRIPTOR, (folder / descriptor.DESCRIPTOR).read_bytes()
    for name in sorted(descriptor.tables(about).keys() & schema.TABLES.keys()):
        for file in parquet.files(folder, name):
            yield file.relative_to(folder).as_posix(), file.read_bytes()
    if lines := b"".join(_closed(path.read_bytes()) for path in corrections if path.is_file()):
        yield ours.CORRECTIONS, lines


def _closed(data: bytes) -> bytes:
    return data if not data or data.endswith(b"\n") else data + b"\n"


def name_in(file: Path) -> str:
    """The name of the corpus in a project file.

    Raises:
        CorpusError: it is none; the message says why.
    """
    with _opened(file) as archive:
        about = _about(archive, file)
    name = str(about.get("name") or file.name.removesuffix(ENDING))
    return re.sub(r"[^\w.-]+", "-", name).strip("-.")[:80] or "corpus"


def unpack(file: Path, folder: Path) -> None:
    """Make a corpus folder from a project file.

    Args:
        file: the project file.
        folder: the corpus folder; it must not be there yet.

    Raises:
        CorpusError: the file is none, is damaged, of a newer version, or holds what a corpus does not; nothing is left.
    """
    if folder.exists():
        raise CorpusError(f"{folder} is there already, and stays as it is.")
    with _opened(file) as archive, tempfile.TemporaryDirectory(prefix="tellings-") as temporary:
        about = _about(archive, file)
        older.check_version(about, file)
        place = Path(temporary) / "corpus"
        place.mkdir()
        _extract(archive, place, file)
        tables = _tables(place, about)
        versions: dict[str, Any] = {k: v for k, v in about["tellings"].items() if k != "sources_hash"}
        if older.gaps(about, place):  # what it lacked is there now, and empty
            versions["schema"] = schema.VERSION
        writing.write(tables, folder, title=str(about.get("title") or folder.name), made_by=versions)
        if (place / ours.CORRECTIONS).is_file():
            shutil.copyfile(place / ours.CORRECTIONS, folder / ours.CORRECTIONS)


def _opened(file: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(file)
    except FileNotFoundError as err:
        raise CorpusError(f"There is no file {file}. Look at how it is spelt.") from err
    except (zipfile.BadZipFile, ValueError) as err:
        raise CorpusError(f"{file.name} is no project file ({err}). Project files end in {ENDING}.") from err


def _about(archive: zipfile.ZipFile, file: Path) -> dict[str, Any]:
    try:
        info = archive.getinfo(descriptor.DESCRIPTOR)
    except KeyError as err:
        raise CorpusError(
            f"{file.name} holds no corpus: it has no {descriptor.DESCRIPTOR}. To read the articles in it, annotate it."
        ) from err
    content = _content(archive, info, file)
    try:
        return descriptor.parsed(content, file)
    except CorpusError as err:
        raise CorpusError(f"The {descriptor.DESCRIPTOR} in {file.name} does not describe a corpus.") from err


def _extract(archive: zipfile.ZipFile, place: Path, file: Path) -> None:
    if sum(info.file_size for info in archive.infolist()) > MAX_BYTES:
        raise CorpusError(f"{file.name} holds more than {MAX_BYTES / 1e9:g} GB. Unpack it and look at it.")
    for info in archive.infolist():
        if info.is_dir():
            continue
        match = _TABLE.fullmatch(info.filename)
        if info.filename not in _KEPT and not (match and match["table"] in schema.TABLES):
            raise CorpusError(
                f"{file.name} holds {info.filename[:80]!r}, which no corpus has; nothing of it is taken in."
            )
        target = place / info.filename
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(_content(archive, info, file))


def _content(archive: zipfile.ZipFile, info: zipfile.ZipInfo, file: Path) -> bytes:
    if info.file_size > MAX_RATIO * max(1, info.compress_size):
        raise CorpusError(f"{file.name} is packed suspiciously small; nothing of it is taken in.")
    try:
        with archive.open(info) as stream:
            content = stream.read(info.file_size + 1)
    except (OSError, RuntimeError, EOFError, ValueError, zipfile.BadZipFile) as err:
        raise CorpusError(f"{file.name} is damaged ({err}). Ask for it again.") from err
    if len(content) != info.file_size:
        raise CorpusError(f"{file.name} is damaged ({info.filename} has another size than it says).")
    return content


def _tables(place: Path, about: dict[str, Any]) -> dict[str, pd.DataFrame]:
    gaps = older.gaps(about, place)
    if wrong := parquet.differing(place, about):
        raise CorpusError(f"The project file is not whole ({', '.join(sorted(wrong))}). Ask for it again.")
    return {name: parquet.read(place, name, gaps.get(name, ())) for name in schema.TABLES}
