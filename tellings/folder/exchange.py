"""The exchange of an old build for a new one that a kill cannot break.

A build is written to a folder of its own beside the corpus, `NAME.tellings-<id>.new`. Then, under the lock that
corrections take when they are appended, `corrections.jsonl` is carried over and two renames follow: `NAME` to
`NAME.tellings-<id>.old`, the new folder to `NAME`. A process killed between the two leaves no `NAME`; whoever looks
next completes the exchange with :func:`complete`.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import filelock

from tellings import schema
from tellings.errors import CorpusError
from tellings.folder import atomic, descriptor, ours, parquet, target
from tellings.folder.descriptor import DESCRIPTOR
from tellings.folder.ours import CORRECTIONS

PATIENCE = 60
"""Seconds to wait for another program that appends or exchanges: each takes a moment."""


@contextlib.contextmanager
def lock(folder: Path) -> Iterator[None]:
    """Hold the lock of a corpus folder, taken by whoever exchanges it or appends a correction to it.

    Raises:
        CorpusError: another program holds it too long.
    """
    try:
        with filelock.FileLock(ours.beside(folder, ".lock"), timeout=PATIENCE):
            yield
    except filelock.Timeout as err:
        raise CorpusError(
            f"Another program has been writing to {folder} for {PATIENCE} seconds. Wait for it, and try again."
        ) from err


def prepare(folder: Path) -> Path:
    """An empty folder beside the corpus folder, for one build."""
    new = ours.fresh_name(folder)
    new.mkdir(parents=True)
    ours.mark(new)
    return new


def exchange(folder: Path, new: Path) -> None:
    """Put a finished build in the corpus folder's place, with the corrections made so far.

    Args:
        folder: the corpus folder: absent, empty, or a corpus.
        new: the build, in the folder that :func:`prepare` gave.

    Raises:
        CorpusError: the build is not whole, or the corpus folder holds something that is not Tellings' own. The
            corpus folder is then as it was.
    """
    _check(new)
    folder = ours.real(folder)
    old = new.with_suffix(".old")
    with lock(folder):
        _finish(folder)
        target.check_content(folder)
        kept = folder / CORRECTIONS
        if kept.is_file():
            atomic.replace(new / CORRECTIONS, kept.read_bytes())
        ours.mark(new, finished=True, old=old.name)
        if folder.exists():
            folder.rename(old)
        try:
            new.rename(folder)
        except OSError:
            if old.exists() and not folder.exists():
                old.rename(folder)
            raise
        _clear(folder)


def complete(folder: Path) -> None:
    """Finish an exchange that was interrupted; do nothing where there was none.

    Raises:
        CorpusError: it cannot be finished; the message says why.
    """
    if interrupted(folder):
        try:
            with lock(folder):
                _finish(ours.real(folder))
        except OSError as err:
            raise CorpusError(
                f"A build of {folder} was interrupted and cannot be completed ({err.strerror or err}). "
                "See to it that you may write to the folder around it, and try again."
            ) from err


def read_descriptor(folder: Path) -> dict[str, Any]:
    """The descriptor of a corpus folder, an interrupted exchange completed first.

    Raises:
        CorpusError: where there is no such folder, or it is no corpus, or its descriptor is damaged.
    """
    complete(folder)
    return descriptor.read(folder)


def retitle(folder: Path, title: str) -> None:
    """Give a corpus another title.

    Raises:
        CorpusError: it is no corpus, or another program holds it too long.
    """
    with lock(folder):
        about = descriptor.read(ours.real(folder))
        descriptor.write(ours.real(folder), {**about, "title": title})


def interrupted(folder: Path) -> bool:
    """Is there no corpus folder because an exchange was stopped half way?"""
    return bool(_waiting(ours.real(folder)))


def sweep(folder: Path) -> None:
    """Delete what builds that were stopped left beside a corpus folder; for who holds the lock of its builds."""
    with lock(folder):
        folder = ours.real(folder)
        _finish(folder)
        for new in list(ours.stagings(folder, "new")):
            if ours.marked(new) is not None:
                shutil.rmtree(new, ignore_errors=True)


def _finish(folder: Path) -> None:
    """With the lock held: rename the new build into place, or the old one back where the new is not finished."""
    for whole in _waiting(folder)[:1]:
        whole.rename(folder)
    _clear(folder)


def _waiting(folder: Path) -> list[Path]:
    """What may take the place of a corpus folder that is not there: a finished new build, else the old one."""
    if folder.exists():
        return []
    finished = [new for new in ours.stagings(folder, "new") if _finished(new)]
    return [*finished, *ours.stagings(folder, "old")]


def _clear(folder: Path) -> None:
    """Delete the old build that the one in place took the place of, and the mark that names it."""
    said = ours.marked(folder)
    if said is not None:
        old = folder.with_name(str(said.get("old", "")))
        if old in ours.stagings(folder, "old"):
            shutil.rmtree(old, ignore_errors=True)
        if not old.exists() or old == folder:
            (folder / ours.MARK).unlink(missing_ok=True)


def _finished(new: Path) -> bool:
    return bool((ours.marked(new) or {}).get("finished"))


def _check(new: Path) -> None:
    """Before the old build goes: is every table of the new one there, and as it was written?"""
    if not (new / DESCRIPTOR).is_file():
        raise CorpusError(f"{new} is not a finished build: it has no {DESCRIPTOR}. Build the corpus again.")
    about = descriptor.read(new)
    wrong = sorted({*(schema.TABLES.keys() - descriptor.tables(about)), *parquet.differing(new, about)})
    if wrong:
        raise CorpusError(
            f"The new build is not whole ({', '.join(wrong)}): it was changed or deleted while it was written. "
            "The corpus is as it was. Build it again."
        )
