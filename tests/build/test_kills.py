"""A job that is killed at any of its stages: nothing that was there is lost, and it goes on from where it was."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tellings.build import incoming, job, jobs
from tellings.settings import ROOT
from tellings.store import corpus as store

pytestmark = pytest.mark.model

KILLED = 9
STAGES = (
    "tellings.build.pipeline.read_sources",
    "tellings.build.pipeline.annotate_batch",
    "tellings.folder.parts.enter",
    "tellings.build.pipeline.resolve",
    "tellings.folder.writing.write",
    "tellings.folder.exchange.exchange",
    "tellings.folder.parts.keep",
)
"""What the job calls in turn: reading, annotating, keeping that, resolving, writing, exchanging, tidying."""

# A process that does a job and is gone when it comes to a stage.
CHILD = """
import importlib, os, sys
from pathlib import Path
from tellings.build import job
module, _, name = sys.argv[1].rpartition(".")
setattr(importlib.import_module(module), name, lambda *args, **options: os._exit(9))
sys.exit(job.main(Path(sys.argv[2])))
"""


def article(n: int) -> tuple[str, bytes]:
    return f"a{n}.txt", f"The mayor of Sumy said on Monday that bridge {n} will open in May.".encode()


def articles(corpus: Path) -> list[str]:
    with store.open(corpus) as opened:
        return sorted(opened.documents.doc_id)


@pytest.mark.parametrize("stage", STAGES)
def test_a_job_that_is_killed_loses_nothing_and_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stage: str
) -> None:
    monkeypatch.setattr(jobs, "start", lambda _job: None)
    begun = jobs.begin(tmp_path, "bridge", "The bridge", staged=incoming.stage(tmp_path, [article(1)]))
    assert job.main(begun.folder) == 0
    jobs.add(begun, staged=incoming.stage(tmp_path, [article(2)]))
    child = subprocess.run([sys.executable, "-c", CHILD, stage, str(begun.folder)], cwd=ROOT, check=False)
    assert child.returncode == KILLED
    assert jobs.state(begun).stage == "interrupted"
    done = ["a1", "a2"] if stage == STAGES[-1] else ["a1"]
    assert articles(begun.corpus) == done, "the old corpus, or the new one whole"
    assert job.main(begun.folder) == 0
    assert jobs.state(begun).stage == "done"
    assert articles(begun.corpus) == ["a1", "a2"]
    assert not list(tmp_path.glob("bridge.tellings-*")), "nothing of the killed build is left"
