"""What stands in a folder or zip: files that may be opened, and problems that name what may not.

Nothing but a regular file is ever opened: no pipe, socket or device, no entry of an archive that climbs out of it.
"""

from __future__ import annotations

import errno
import lzma
import os
import re
import stat
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import IO, NamedTuple

from tellings.corpus.documents import Problem, printable
from tellings.corpus.taught import NOTHING, Taught
from tellings.errors import HIDDEN, SourceError
from tellings.plural import several

MAX_ZIP_ENTRIES = 200_000
MAX_ZIP_RATIO = 200

_SPECIAL = (
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISCHR, "a device"),
)
_CLIMBS = re.compile(r"(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[A-Za-z]:")
_READ = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
_ENCRYPTED = 0x1


class Limits(NamedTuple):
    """What readers go by: the largest size in bytes of a document and of a file with many; and what is taught."""

    document: int
    file: int
    taught: Taught = NOTHING


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in a folder or zip: its name for people, its path within, its size, and how to open it."""

    name: str
    path: PurePosixPath
    size: int
    open: Callable[[], IO[bytes]]


def file(path: Path, name: str) -> Entry | Problem:
    """A file on the disk, if it is one; `name` is what it is called within its source."""
    shown = printable(name)
    try:
        status = path.stat()
    except OSError as err:
        return Problem(shown, _unfound(path, err), "skipped")
    if stat.S_ISREG(status.st_mode):
        return Entry(shown, PurePosixPath(shown), status.st_size, lambda: path.open("rb"))
    kind = next((words for test, words in _SPECIAL if test(status.st_mode)), "no file")
    return Problem(shown, f"it is {kind}, which is not opened; give a file", "skipped")


def _unfound(path: Path, err: OSError) -> str:
    if err.errno == errno.ELOOP:
        return "it is a link that leads back to itself; give the file itself"
    if path.is_symlink() and err.errno in (errno.ENOENT, errno.ENOTDIR):
        return "it is a link that leads nowhere; give the file itself"
    if err.errno in (errno.ENOENT, errno.ENOTDIR):
        return "there is no such file or folder; look at how it is spelt"
    return f"it cannot be read ({err.strerror or err}); look at its permissions"


def in_folder(folder: Path) -> Iterator[Entry | Problem]:
    """The files of a folder and its subfolders, by name, and what there is not opened."""
    waiting = [(folder, "")]
    empty = True  # of all but hidden files and folders
    hidden: list[str] = []
    while waiting:
        path, name = waiting.pop()
        if not name or (is_folder(path) and not path.is_symlink()):
            try:
                with os.scandir(path) as entries:
                    names = sorted((entry.name for entry in entries), reverse=True)
            except OSError as err:
                reason = f"the folder cannot be read ({err.strerror or err}); look at its permissions"
                yield Problem(printable(name or str(folder)), reason, "skipped")
                empty = False
            else:
                inside = [(path / one, f"{name}/{one}" if name else one) for one in names]
                hidden += [one for _, one in inside if _hidden(one)]
                waiting += [(there, one) for there, one in inside if not _hidden(one)]
        elif is_folder(path):
            empty = False
            reason = "it is a link to a folder, which is not followed; give that folder itself"
            yield Problem(printable(name), reason, "skipped")
        else:
            empty = False
            yield file(path, name)
    yield from _unread(hidden, str(folder))
    if empty:
        reason = "the folder has hidden files only" if hidden else "the folder is empty"
        yield Problem(printable(str(folder)), reason, "nothing to read")


def is_folder(path: Path) -> bool:
    """Is it a folder, as far as one may look?"""
    try:
        return path.is_dir()
    except OSError:
        return False


def _hidden(path: str) -> bool:
    """Is a file hidden, or in a folder that is?"""
    return any(part.startswith((".", "__MACOSX")) for part in PurePosixPath(path).parts)


def _unread(hidden: Sequence[str], source: str) -> Iterator[Problem]:
    """What is said of hidden files, without what systems and programs hide: `.DS_Store`, `._a.txt`, `.git/a`."""
    found = [PurePosixPath(one) for one in hidden]
    told = [
        one for one in found if one.suffix and not one.name.startswith("._") and not _hidden(str(one.parent))
    ]
    if told:
        some = ", ".join(sorted(map(str, told))[:3]) + (", …" if len(told) > 3 else "")
        reason = f"it has {several(len(told), 'hidden file')} ({some}); rename what is to be read of them"
        yield Problem(printable(source), printable(reason), HIDDEN)


def in_zip(archive: zipfile.ZipFile, source: str) -> Iterator[Entry | Problem]:
    """The files of an open zip, by name, and what there is not opened."""
    infos = [info for info in archive.infolist() if not info.is_dir()]
    if len(infos) > MAX_ZIP_ENTRIES:
        yield Problem(source, f"the zip has over {MAX_ZIP_ENTRIES:,} entries; part it", "skipped")
        return
    hidden: list[str] = []
    for info in sorted(infos, key=lambda info: info.filename):
        name = printable(info.filename)
        refused = _refused(info)
        if refused:
            yield Problem(name, refused, "skipped")
        elif _hidden(name):
            hidden.append(name)
        else:
            yield Entry(name, PurePosixPath(name), info.file_size, partial(archive.open, info))
    yield from _unread(hidden, source)


def in_tar(archive: tarfile.TarFile, source: str) -> Iterator[Entry | Problem]:
    """The files of an open tar, by name, and what there is not opened."""
    members = list(islice(archive, MAX_ZIP_ENTRIES + 1))
    if len(members) > MAX_ZIP_ENTRIES:
        yield Problem(source, f"the archive has over {MAX_ZIP_ENTRIES:,} entries; part it", "skipped")
        return
    hidden: list[str] = []
    for member in sorted((m for m in members if not m.isdir()), key=lambda member: member.name):
        name = printable(member.name)
        if _CLIMBS.search(member.name):
            yield Problem(name, _LEADS_OUT, "skipped")
        elif not member.isreg():
            yield Problem(name, _NO_FILE, "skipped")
        elif _hidden(name):
            hidden.append(name)
        else:
            yield Entry(
                name, PurePosixPath(name.removeprefix("./")), member.size, partial(_member, archive, member)
            )
    yield from _unread(hidden, source)


def _member(archive: tarfile.TarFile, member: tarfile.TarInfo) -> IO[bytes]:
    stream = archive.extractfile(member)
    if stream is None:
        raise OSError("it is no file")
    return stream


_LEADS_OUT = (
    "its name leads out of the archive, so it is not opened; pack the files by names within their folder"
)
_NO_FILE = "it is a link or a device within the archive, which is not opened; pack the file itself"


def _refused(info: zipfile.ZipInfo) -> str | None:
    """Why an entry is not opened; None where it is."""
    if _CLIMBS.search(info.filename):
        return _LEADS_OUT
    mode = info.external_attr >> 16
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        return _NO_FILE
    if info.flag_bits & _ENCRYPTED:
        return "it is encrypted; unpack it with its password and give the files"
    if info.compress_type not in _READ:
        return f"it is packed by a method that is not read ({info.compress_type}); pack it as an ordinary zip"
    if info.file_size > MAX_ZIP_RATIO * max(1, info.compress_size):
        return "it is packed suspiciously small; unpack it and give the file, if you trust it"
    return None


UNREADABLE = (
    OSError,
    EOFError,
    ValueError,
    RuntimeError,
    struct.error,
    zlib.error,
    lzma.LZMAError,
    tarfile.TarError,
    zipfile.BadZipFile,
)
"""What opening and unpacking raise for a file that is damaged, encrypted, packed unknown, or not ours to read."""


def load(entry: Entry, most: int | None = None, what: str = "file") -> bytes:
    """All bytes of a file.

    Args:
        entry: the file.
        most: it may have; a size that an archive states may be a lie.
        what: as which it is too large: a `file`, which may hold many articles, or a `document`.

    Raises:
        SourceError: it cannot be opened or unpacked, or is larger.
    """
    if most is not None and entry.size > most:
        raise SourceError(too_large(entry.size, most, what))
    try:
        with entry.open() as stream:
            content = stream.read() if most is None else stream.read(most + 1)
    except UNREADABLE as err:
        raise SourceError(f"cannot be read ({said(err)})") from err
    if most is not None and len(content) > most:
        raise SourceError(
            f"unpacks to more than {most / 1e6:g} MB; unpack it and give the files, if you trust it"
        )
    return content


def said(err: BaseException) -> str:
    """What an error says, fit to be printed."""
    return printable(" ".join(str(getattr(err, "strerror", None) or err).split()) or type(err).__name__)


def too_large(size: int | None, most: int, what: str = "document") -> str:
    """What is said of something that is left out; its `size` in bytes, where it is known."""
    length = f"is {size / 1e6:.1f} MB" if size is not None else "is larger"
    setting = f"TELLINGS_MAX_{what.upper()}_MB"
    return f"{length}; {what}s over {most / 1e6:g} MB are left out (set {setting} to allow more)"
