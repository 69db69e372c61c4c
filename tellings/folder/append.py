"""Appending whole lines to a file: all of them, or none."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


def append(path: Path, data: bytes) -> None:
    """Write lines to the end of a file. On return they are on the disk.

    A last line that was cut off is closed first, so that it spoils no other. Where the lines cannot be written whole
    (a full disk), the file is cut back to what it was.

    Args:
        path: the file; made where there is none.
        data: whole lines, the last one closed.

    Raises:
        OSError: they cannot be written; nothing of them is in the file.
    """
    fresh = not path.exists()
    with path.open("ab+", buffering=0) as stream:
        size = stream.seek(0, os.SEEK_END)
        if size:
            stream.seek(size - 1)
            if stream.read(1) != b"\n":
                data = b"\n" + data
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[stream.write(rest) :]
            os.fsync(stream.fileno())
        except BaseException:
            with contextlib.suppress(OSError):  # what cannot be cut back either is a damaged last line
                stream.truncate(size)
                os.fsync(stream.fileno())
            raise
    if fresh and os.name == "posix":
        _sync_folder(path.parent)


def _sync_folder(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
