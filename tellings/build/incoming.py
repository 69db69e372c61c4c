"""What is brought to the app, until it is read: put down as files, looked at by a process of its own, and named."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from tellings import settings
from tellings.corpus.taught import NOTHING, Taught
from tellings.errors import SourceError
from tellings.folder import ours
from tellings.identity.compare import slug

BROUGHT = ".brought"
"""The folder of a home in which what is brought lies."""
STAGED = ".staged-"
"""How the folders in it begin that hold what is only put down."""
_STALE = 86_400
"""Seconds after which what was put down and never read is deleted."""
_TO_LOOK = 300
"""Seconds that a look may take."""


def folder_name(title: str) -> str:
    """The name of a corpus' folder, for a title."""
    return slug(title)[:60].strip("-")


def stage(home: Path, files: Iterable[tuple[str, bytes]]) -> Path:
    """Put files down that are to be looked at before they are read.

    Args:
        home: where the corpus will be.
        files: their names and contents; what is no plain file name in a name is left out.

    Returns:
        The folder that they are in. What was put down long ago and never read is deleted.
    """
    place = home / BROUGHT
    place.mkdir(parents=True, exist_ok=True)
    sweep(place.glob(f"{STAGED}*"), _STALE)
    staged = place / f"{STAGED}{secrets.token_hex(8)}"
    staged.mkdir()
    put(staged, files)
    return staged


def sweep(folders: Iterable[Path], seconds: float) -> None:
    """Delete those that nobody has changed for so long."""
    for old in folders:
        if time.time() - old.stat().st_mtime > seconds:
            shutil.rmtree(old, ignore_errors=True)


def put(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write files into a folder; one whose name is taken gets another."""
    for upload, content in files:
        name = plain(upload)
        path, n = folder / name, 2
        while path.exists():
            path, n = folder / f"{n}-{name}", n + 1
        path.write_bytes(content)


def plain(name: str) -> str:
    """The file name in what a browser sent, without the way to it and without what no file name may hold."""
    last = name.replace("\\", "/").rpartition("/")[2].lstrip(".")
    kept = "".join(ch if ch.isprintable() and ch not in '<>:"|?*' else "_" for ch in last)
    return kept[-120:] or "article.txt"


def free_name(home: Path, wanted: str, taken: Iterable[str]) -> str:
    """A name for a corpus that is not taken: the wanted one, or with the next number."""
    used, name, n = set(taken), wanted, 2
    while (
        name in used
        or any((place / name).exists() for place in (home, home / BROUGHT))
        or ours.reserved(name)
    ):
        name, n = f"{wanted}-{n}", n + 1
    return name


def look(sources: Sequence[Path], taught: Taught = NOTHING, into: Path | None = None) -> list[dict[str, Any]]:
    """What would be read from these sources: the objects that `look --json --preview` prints, by a process of its own.

    Args:
        sources: files and folders.
        taught: what was said of them.
        into: the corpus to which they are to be added, copies of whose articles are named.

    Raises:
        SourceError: that process ended badly, or took too long.
    """
    told = [
        *(f"--begins={line}" for line in taught.begins),
        *(f"--column={name}={column}" for name, column in taught.columns),
        *(["--folders"] if taught.folders else []),
        f"--copies={taught.copies}",
        *([f"--into={into}"] if into else []),
    ]
    done = _run(["look", *map(str, sources), "--json", "--preview", *told], {})
    try:
        objects = [json.loads(line) for line in done.stdout.splitlines() if line.strip()]
    except ValueError as err:
        raise SourceError(f"What was brought cannot be looked at ({_said(done) or err}).") from err
    if not objects and _said(done):
        raise SourceError(f"What was brought cannot be looked at ({_said(done)}).")
    return objects


def take_in(file: Path, home: Path) -> tuple[bool, str]:
    """Take a project file into a home, by a process of its own; says whether that was done, and what came of it."""
    try:
        done = _run(["import", str(file)], {"TELLINGS_HOME": str(home)})
    except SourceError as err:
        return False, str(err)
    if done.returncode == 0:
        return True, f"{Path(done.stdout.strip()).name} is here."
    return False, _said(done)


def _said(done: subprocess.CompletedProcess[str]) -> str:
    """Why it did not work: the end of what the process said."""
    return done.stderr.strip().removeprefix("tellings: ")[-500:]


def _run(arguments: Sequence[str], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(
            [sys.executable, "-m", "tellings", *arguments],
            cwd=settings.ROOT,
            env={**os.environ, **environment, "PYTHONIOENCODING": "utf-8"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=_TO_LOOK,
            check=False,
        )
    except subprocess.TimeoutExpired as err:
        raise SourceError(
            f"Looking at it takes more than {_TO_LOOK} seconds. Bring fewer files at a time, or annotate them from the "
            "command line."
        ) from err
