"""One build of a corpus at a time: its work folder, held from beginning to end."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
import platform
from collections.abc import Iterator
from pathlib import Path

import filelock

from tellings.errors import CorpusError
from tellings.folder import exchange, ours, parts

_LOCK = "build.lock"
_HOLDER = "builder.json"


@contextlib.contextmanager
def building(folder: Path) -> Iterator[Path]:
    """Hold a corpus folder for a build; what earlier builds left half done beside it is deleted.

    Args:
        folder: the corpus folder, there or not.

    Yields:
        Its work folder.

    Raises:
        CorpusError: another build of it is under way (the message says whose), or the name that the work folder needs
            is taken by something that is not Tellings' own.
    """
    work = parts.folder_of(folder)
    ours.adopt(work)
    try:
        with filelock.FileLock(work / _LOCK, timeout=0):
            _say_who(work)
            exchange.sweep(folder)
            yield work
    except filelock.Timeout as err:
        raise CorpusError(
            f"Another build of {folder} is under way{_who(work)}. Wait until it is done, then call this again."
        ) from err


def _say_who(work: Path) -> None:
    now = dt.datetime.now(dt.UTC).strftime("%Y-%m-%d %H:%M UTC")
    who = {"process": os.getpid(), "computer": platform.node(), "since": now}
    (work / _HOLDER).write_text(json.dumps(who) + "\n", "utf-8")


def _who(work: Path) -> str:
    try:
        said = json.loads((work / _HOLDER).read_text("utf-8"))
        return f" (process {said['process']} on {said['computer']}, since {said['since']})"
    except (OSError, ValueError, KeyError, TypeError):
        return ""
