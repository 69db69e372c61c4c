"""Are the tables of a corpus those that were built? Asked once for each state of its files, off the reader's way."""

from __future__ import annotations

import hashlib
import threading
from concurrent.futures import Future
from pathlib import Path
from typing import Any

from tellings.folder import parquet
from tellings.folder.descriptor import tables

_ASKED: dict[str, Future[list[str]]] = {}
_LOCK = threading.Lock()


def check(folder: Path, descriptor: dict[str, Any], *, wait: bool) -> Future[list[str]]:
    """Hold the tables against the hashes that the descriptor has of them.

    Args:
        folder: a corpus folder.
        descriptor: its descriptor.
        wait: do it now; else beside the program, however long it takes.

    Returns:
        The tables that are not those that were built, once that is known.
    """
    state = _state(folder, descriptor)
    with _LOCK:
        known = _ASKED.get(state)
        asked = known or _ASKED.setdefault(state, Future())
    if known is None:
        look = threading.Thread(
            target=lambda: asked.set_result(parquet.differing(folder, descriptor)), name="hashes", daemon=True
        )
        look.start()
        if wait:
            look.join()
    return asked


def words(altered: list[str]) -> str:
    """What is to be said of tables that are not those that were built; empty where there are none."""
    if not altered:
        return ""
    several = len(altered) > 1
    return (
        f"The table{'s' * several} {', '.join(altered)} of this corpus {'are' if several else 'is'} not as built: "
        "changed since, or damaged (the hash differs). Do not rely on the figures: annotate the sources again, "
        "or put back a copy of the corpus."
    )


def _state(folder: Path, descriptor: dict[str, Any]) -> str:
    """The descriptor, and the size and time of each file, without reading the files."""
    total = hashlib.sha256(f"{folder.absolute()}{descriptor}".encode("utf-8", "replace"))
    for name in tables(descriptor):
        for file in parquet.files(folder, name):
            try:
                status = file.stat()
            except OSError:
                continue
            total.update(f"{file.name}:{status.st_size}:{status.st_mtime_ns}".encode("utf-8", "replace"))
    return total.hexdigest()
