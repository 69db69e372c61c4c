"""What is Tellings' own in a corpus folder and beside it. Nothing else is ever replaced or deleted.

Beside the corpus `NAME` a build keeps `NAME.tellings.work` (what is annotated so far) and `NAME.tellings-<id>.new`
(the new corpus while it is written); during the exchange the old one is `NAME.tellings-<id>.old`, of the same id. Work
and new folders hold a mark, :data:`MARK`; a folder of such a name without one is somebody else's and stays as it is.
"""

from __future__ import annotations

import json
import os
import re
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tellings import schema
from tellings.errors import CorpusError
from tellings.folder import atomic
from tellings.folder.descriptor import DESCRIPTOR, tables

CORRECTIONS = "corrections.jsonl"
MARK = ".tellings.json"
"""The file by which a folder that a build made is known."""

RESERVED = (".new", ".old", ".work", ".lock")
"""Endings of what stands beside a corpus."""

_LITTER = {".DS_Store", "Thumbs.db", "desktop.ini"}
_UNFINISHED = re.compile(rf"{re.escape(DESCRIPTOR)}(\.\w+)?{re.escape(atomic.UNFINISHED)}")
_BESIDE = re.compile(r"(?P<corpus>.+)\.tellings-(?P<id>[0-9a-f]{12})\.(?P<what>new|old)", re.DOTALL)


def reserved(name: str) -> bool:
    """Does the name end as what stands beside a corpus? No corpus is named so."""
    return name.rstrip(". ").lower().endswith(RESERVED)


def real(folder: Path) -> Path:
    """The folder itself, links and `..` followed: what stands beside it is found there, whatever way led to it."""
    return Path(os.path.realpath(folder))


def beside(folder: Path, ending: str) -> Path:
    """The path of something of Tellings' own beside a corpus folder."""
    folder = real(folder)
    return folder.with_name(f"{folder.name}.tellings{ending}")


def fresh_name(folder: Path) -> Path:
    """Where one build of a corpus is written: another name each time."""
    return beside(folder, f"-{secrets.token_hex(6)}.new")


def stagings(folder: Path, what: str) -> Iterator[Path]:
    """What builds left beside a corpus folder, by name: the `new` or the `old` ones."""
    folder = real(folder)
    if folder.parent.is_dir():
        for other in sorted(folder.parent.iterdir()):
            match = _BESIDE.fullmatch(other.name)
            if match and match["corpus"] == folder.name and match["what"] == what and other.is_dir():
                yield other


def corpus_of(path: Path) -> str | None:
    """The name of the corpus that a build left this folder beside; None for anything else."""
    match = _BESIDE.fullmatch(path.name)
    return match["corpus"] if match else None


def mark(folder: Path, **said: Any) -> None:
    """Mark a folder as Tellings' own, with what is to be known of it."""
    about = "Tellings made this folder while it built a corpus. It may be deleted when no build is running."
    (folder / MARK).write_text(json.dumps({"about": about, **said}) + "\n", "utf-8")


def marked(folder: Path) -> dict[str, Any] | None:
    """What the mark of a folder says; None where it has none, or one that was not written to its end."""
    try:
        said = json.loads((folder / MARK).read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    return said if isinstance(said, dict) and "about" in said else None


def adopt(folder: Path) -> None:
    """Make a marked folder, or mark an empty one.

    Raises:
        CorpusError: something that is not Tellings' own stands there.
    """
    if folder.is_dir() and marked(folder) is not None:
        return
    if os.path.lexists(folder) and (not folder.is_dir() or any(folder.iterdir())):
        raise CorpusError(
            f"{folder} is not Tellings' own, and a build needs that name. Move it away, or choose another --out."
        )
    folder.mkdir(parents=True, exist_ok=True)
    mark(folder)


def foreign(folder: Path, descriptor: dict[str, Any]) -> list[str]:
    """What stands in a corpus folder and is no part of a corpus, by name.

    Args:
        folder: a corpus folder.
        descriptor: its descriptor; the tables that it names are parts of it, as are those of this version.
    """
    files = {f"{name}.parquet" for name in (*schema.TABLES, *tables(descriptor))}
    single = {DESCRIPTOR, CORRECTIONS, MARK} | _LITTER
    strange = []
    for entry in sorted(folder.iterdir()):
        if entry.name in files and entry.is_dir() and not entry.is_symlink():
            strange += [f"{entry.name}/{p.name}" for p in sorted(entry.iterdir()) if p.suffix != ".parquet"]
        elif entry.is_dir() or not (entry.name in single | files or _UNFINISHED.fullmatch(entry.name)):
            strange.append(entry.name)
    return strange
