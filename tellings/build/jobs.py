"""Builds started from the app, each in a process of its own: it goes on whatever becomes of the page or the server.

What is brought for the corpus NAME lies in `HOME/.brought/NAME`: `job.json` (what is to be done), `sources/` (files
that were brought), `state.json` (how far it is), `lock` (held by the process that does it), `stop` (where somebody has
asked it to stop), `log.txt`. All is told by these files, so a server that restarts finds a job as it is. The build
keeps what it has annotated, so a job that was stopped, or whose machine went down, goes on from there.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import filelock

from tellings import settings
from tellings.build.incoming import BROUGHT, STAGED, put
from tellings.corpus.taught import NOTHING, Taught, of_record
from tellings.errors import CorpusError
from tellings.folder import atomic

_JOB, _STATE, _LOCK, _STOP, _LOG = "job.json", "state.json", "lock", "stop", "log.txt"
_TO_START = 120
"""Seconds that a process may take until it holds its lock."""
_TO_END = 10
"""Seconds that one may take to end once it was asked to."""


@dataclass(frozen=True, slots=True)
class State:
    """How far a job is.

    Attributes:
        stage: `waiting` for another job of this home, `running`, `done`, `failed`, `stopped` on demand, or
            `interrupted` (its process is gone), or `deleted` (done, and its corpus taken away since).
        done: articles that are annotated.
        total: of how many; 0 where that is not known yet.
        since: when it began to run, in seconds since 1970.
        at: when this was said.
        message: why it failed, or what came of it.
    """

    stage: str
    done: int = 0
    total: int = 0
    since: float = 0
    at: float = 0
    message: str = ""

    @property
    def going(self) -> bool:
        """Is somebody at work on it, or about to be?"""
        return self.stage in ("waiting", "running")

    @property
    def seconds_left(self) -> float | None:
        """By how it went so far; None while that cannot be said."""
        if self.stage != "running" or not self.done or not self.total:
            return None
        return (self.at - self.since) / self.done * (self.total - self.done)


@dataclass(frozen=True, slots=True)
class Job:
    """What is brought for one corpus."""

    folder: Path

    @property
    def name(self) -> str:
        """The corpus' name."""
        return self.folder.name

    @property
    def corpus(self) -> Path:
        """The corpus folder that it makes."""
        return self.folder.parent.parent / self.name

    @property
    def lock(self) -> Path:
        """What the process that does it holds."""
        return self.folder / _LOCK

    @property
    def turn(self) -> Path:
        """What it waits for: one job of a home is done at a time."""
        return self.folder.parent / _LOCK

    def about(self) -> dict[str, Any]:
        """What is to be done: `title`, `sources`, the paths that are read, and `taught`, what was said of them."""
        said: dict[str, Any] = json.loads((self.folder / _JOB).read_text("utf-8"))
        return said

    def stopping(self) -> bool:
        """Did somebody ask it to stop?"""
        return (self.folder / _STOP).exists()

    def tell(self, state: State) -> None:
        """Say how far it is."""
        _write(self.folder / _STATE, asdict(state))


def jobs(home: Path) -> list[Job]:
    """The jobs of a home, by name."""
    place = home / BROUGHT
    paths = sorted(place.glob(f"*/{_JOB}")) if place.is_dir() else []
    return [Job(path.parent) for path in paths if not path.parent.name.startswith(STAGED)]


def state(job: Job) -> State:
    """How far a job is, as its files say."""
    try:
        said = State(**json.loads((job.folder / _STATE).read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return State("interrupted")
    if said.stage == "done" and not job.corpus.is_dir():
        return State("deleted")
    if not said.going or time.time() - said.at < (_TO_START if not said.since else 0) or held(job.lock):
        return said
    # It may have ended between the two looks.
    again = State(**json.loads((job.folder / _STATE).read_text("utf-8")))
    return again if not again.going else State("interrupted", said.done, said.total)


def begin(
    home: Path,
    name: str,
    title: str,
    *,
    staged: Path | None = None,
    sources: Sequence[Path] = (),
    taught: Taught = NOTHING,
) -> Job:
    """Start the job of a new corpus.

    Args:
        home: where the corpus will be.
        name: its folder, as :func:`tellings.build.incoming.free_name` gave it.
        title: what people call it.
        staged: the files that were put down; they move to the job.
        sources: files and folders that are read where they are.
        taught: what was said of them.
    """
    job = Job(home / BROUGHT / name)
    job.folder.mkdir(parents=True)
    if staged is not None:
        staged.rename(job.folder / "sources")
    read = [*map(str, sources), *([str(job.folder / "sources")] if staged is not None else [])]
    _write(job.folder / _JOB, {"title": title, "sources": read, "taught": taught.record()})
    start(job)
    return job


def add(
    job: Job, *, staged: Path | None = None, sources: Sequence[Path] = (), taught: Taught = NOTHING
) -> None:
    """Bring more articles for a corpus, and read them: what is annotated already is not annotated again.

    Args:
        job: that of the corpus.
        staged: files that were put down; they join those of the job.
        sources: files and folders that are read where they are.
        taught: what was said of them; what was said of those before holds on where this says nothing.

    Raises:
        CorpusError: it is under way, and has looked at its sources already; nothing is changed.
    """
    if state(job).going and not job.stopping():
        raise CorpusError(f"{job.name} is being read. Add to it when that is done, or stop it first.")
    about = job.about()
    more = list(map(str, sources))
    if staged is not None:
        kept = job.folder / "sources"
        kept.mkdir(exist_ok=True)
        put(kept, ((path.name, path.read_bytes()) for path in sorted(staged.iterdir())))
        shutil.rmtree(staged, ignore_errors=True)
        more.append(str(kept))
    both = of_record(about.get("taught")).with_more(taught).record()
    every = list(dict.fromkeys([*about["sources"], *more]))
    _write(job.folder / _JOB, {**about, "sources": every, "taught": both})
    start(job)


def start(job: Job) -> None:
    """Start the process of a job, or start it again; nothing where it is under way."""
    if held(job.lock, seconds=_TO_END if job.stopping() else 0):
        return
    (job.folder / _STOP).unlink(missing_ok=True)
    job.tell(State("waiting", at=time.time()))
    with (job.folder / _LOG).open("ab") as log:
        subprocess.Popen(
            [sys.executable, "-m", "tellings.build.job", str(job.folder)],
            cwd=settings.ROOT,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )


def stop(job: Job) -> None:
    """Ask the process of a job to stop; what is annotated is kept."""
    (job.folder / _STOP).touch()


def forget(job: Job) -> None:
    """Delete what was brought, with the files of the job; the corpus stays.

    Raises:
        CorpusError: it is under way.
    """
    if held(job.lock):
        raise CorpusError(f"{job.name} is being read. Stop it first.")
    shutil.rmtree(job.folder, ignore_errors=True)


def held(lock: Path, seconds: float = 0) -> bool:
    """Does a process hold this lock, even after waiting so long?"""
    try:
        with filelock.FileLock(lock, timeout=seconds):
            return False
    except filelock.Timeout:
        return True


def _write(path: Path, said: dict[str, Any]) -> None:
    atomic.replace(path, (json.dumps(said, ensure_ascii=False) + "\n").encode())
