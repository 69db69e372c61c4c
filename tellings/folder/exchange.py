"""A corpus is a folder: its descriptor, and the exchange of an old build for a new one that a kill cannot break.

A build is written to the sibling `NAME.new`. Then, under the lock that corrections take when they are appended,
`corrections.jsonl` is carried over and two renames follow: `NAME` to `NAME.old`, `NAME.new` to `NAME`. A process
killed between the two leaves no `NAME`; whoever looks next completes the exchange with :func:`complete`.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import filelock

from tellings.errors import CorpusError

DESCRIPTOR = "datapackage.json"
CORRECTIONS = "corrections.jsonl"


def lock(folder: Path) -> filelock.BaseFileLock:
    """The lock of a corpus folder, taken by whoever exchanges it or appends a correction to it."""
    return filelock.FileLock(_sibling(folder, ".lock"), timeout=60)


def staging(folder: Path) -> Path:
    """Where the next build of a corpus is written; emptied by :func:`prepare`."""
    return _sibling(folder, ".new")


def prepare(folder: Path) -> Path:
    """An empty staging folder beside the corpus folder."""
    new = staging(folder)
    if new.exists():
        shutil.rmtree(new)
    new.mkdir(parents=True)
    return new


def exchange(folder: Path) -> None:
    """Put the finished staging folder in the corpus folder's place, with the corrections made so far.

    Raises:
        CorpusError: where the staging folder has no descriptor, which is written last: it is not finished.
    """
    new, old = staging(folder), _sibling(folder, ".old")
    if not (new / DESCRIPTOR).is_file():
        raise CorpusError(f"{new} is not a finished build: it has no {DESCRIPTOR}. Build the corpus again.")
    with lock(folder):
        _finish(folder)
        kept = folder / CORRECTIONS
        if kept.is_file():
            shutil.copyfile(kept, new / CORRECTIONS)
            _sync(new / CORRECTIONS)
        if folder.exists():
            folder.rename(old)
        new.rename(folder)
        shutil.rmtree(old, ignore_errors=True)


def complete(folder: Path) -> None:
    """Finish an exchange that was interrupted; do nothing where there was none."""
    if not folder.exists() and (
        _sibling(folder, ".old").exists() or (staging(folder) / DESCRIPTOR).is_file()
    ):
        with lock(folder):
            _finish(folder)


def _finish(folder: Path) -> None:
    """With the lock held: rename the new build into place, or the old one back where the new is not finished."""
    new, old = staging(folder), _sibling(folder, ".old")
    if not folder.exists() and old.exists():
        whole = (new / DESCRIPTOR).is_file()
        (new if whole else old).rename(folder)
    if folder.exists() and old.exists():
        shutil.rmtree(old, ignore_errors=True)


def read_descriptor(folder: Path) -> dict[str, Any]:
    """The descriptor of a corpus folder.

    Raises:
        CorpusError: where there is no such folder, or it is no corpus, or its descriptor is damaged.
    """
    complete(folder)
    path = folder / DESCRIPTOR
    if not folder.is_dir():
        raise CorpusError(
            f"There is no corpus at {folder}. Make one with: python -m tellings annotate SOURCE --out {folder}"
        )
    try:
        descriptor = json.loads(path.read_text("utf-8"))
    except FileNotFoundError as err:
        raise CorpusError(
            f"{folder} is not a corpus: it has no {DESCRIPTOR}. Name a folder made by annotate."
        ) from err
    except (OSError, ValueError) as err:
        raise CorpusError(f"{path} is damaged ({err}). Annotate the sources again.") from err
    if not isinstance(descriptor, dict) or not isinstance(descriptor.get("tellings"), dict):
        raise CorpusError(f"{path} does not describe a corpus of Tellings. Annotate the sources again.")
    return descriptor


def write_descriptor(folder: Path, descriptor: Mapping[str, Any]) -> None:
    """Write the descriptor: the last thing of a build, so that a folder with one is whole."""
    path = folder / DESCRIPTOR
    path.write_text(json.dumps(descriptor, indent=1, ensure_ascii=False) + "\n", "utf-8", newline="\n")
    _sync(path)


def digest(path: Path) -> str:
    """SHA-256 of a file, or of the part files of a folder in the order of their names."""
    total = hashlib.sha256()
    for part in sorted(path.glob("*")) if path.is_dir() else [path]:
        with part.open("rb") as stream:
            while block := stream.read(1 << 20):
                total.update(block)
    return total.hexdigest()


def _sibling(folder: Path, ending: str) -> Path:
    folder = folder.absolute()
    return folder.with_name(folder.name + ending)


def _sync(path: Path) -> None:
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())
