"""The process of one job: `python -m tellings.build.job FOLDER` reads what was brought and makes the corpus."""

from __future__ import annotations

import os
import sys
import threading
import time
from pathlib import Path

import filelock

from tellings.build import pipeline
from tellings.build.jobs import Job, State
from tellings.corpus.copies import STAGE
from tellings.corpus.taught import of_record
from tellings.errors import NO_TROUBLE, TellingsError, system_error
from tellings.plural import several

_PULSE = 0.3
"""Seconds between two looks whether this is to stop."""
_PATIENCE = 10
"""Seconds to wait for the lock: who looks whether it is held holds it for a moment."""


def main(folder: Path) -> int:
    """Do the job; how it went stands in its state.

    Returns:
        0 where it is done or under way elsewhere, 1 where it failed.
    """
    job = Job(folder)
    try:
        with filelock.FileLock(job.lock, timeout=_PATIENCE):
            threading.Thread(target=_watch, args=(job,), daemon=True).start()
            with filelock.FileLock(job.turn):
                return _build(job)
    except filelock.Timeout:
        return 0


def _build(job: Job) -> int:
    since = time.time()

    def told(done: int, total: int) -> None:
        job.tell(State("running", done, total, since=since, at=time.time()))

    told(0, 0)
    about = job.about()
    title = None if job.corpus.is_dir() else about["title"]  # it may have been renamed since
    try:
        report = pipeline.annotate(
            [Path(source) for source in about["sources"]],
            job.corpus,
            title=title,
            taught=of_record(about.get("taught")),
            progress=told,
        )
    except (TellingsError, ValueError) as err:
        job.tell(State("failed", at=time.time(), message=str(err)))
        return 1
    except OSError as err:
        job.tell(State("failed", at=time.time(), message=system_error(err)))
        return 1
    n = report.n_documents
    job.tell(State("done", n, n, since=since, at=time.time(), message=said(report)))
    return 0


def said(report: pipeline.Report) -> str:
    """What came of a job, in words: a copy is no problem, and is told as what it is."""
    problems = report.problems
    copies = problems.stage == STAGE
    counts = {
        several(report.n_documents, "article"): 1,
        several(n := int(copies.sum()), "copy"): n,
        several(n := int((~copies & ~problems.action.isin(NO_TROUBLE)).sum()), "problem"): n,
    }
    return ", ".join(words for words, n in counts.items() if n)


def _watch(job: Job) -> None:
    """End this process when somebody asks for it: whatever it was writing, a kill leaves the old or the new."""
    while True:
        time.sleep(_PULSE)
        if job.stopping():
            job.tell(State("stopped", at=time.time()))
            os._exit(1)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
