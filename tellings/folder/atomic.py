"""Writing to a file: all of it, or nothing; what was there before is not lost."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

UNFINISHED = ".tmp"
"""How the name of a file ends that is not yet written to its end."""


def replace(path: Path, data: bytes) -> None:
    """Write a file anew. Whoever reads it finds the old or the new; on return the new one is on the disk.

    Args:
        path: the file, there or not; of a link the file that it leads to.
        data: what it is to hold.

    Raises:
        OSError: it cannot be written; what was there is as it was.
    """
    path = Path(os.path.realpath(path))
    fresh = path.with_name(f"{path.name}.{secrets.token_hex(4)}{UNFINISHED}")
    try:
        with fresh.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        fresh.replace(path)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise


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
