"""Jobs in processes of their own: begun, watched, stopped, gone on with, found again by another server."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import filelock
import pandas as pd
import pytest

from tellings.build import incoming, jobs, pipeline
from tellings.build.job import said
from tellings.errors import CorpusError, SourceError
from tellings.folder import exchange
from tellings.store import corpus as store

PATIENCE = 300
ARTICLE = (
    "The mayor of Sumy said on Monday that the bridge will open in May. “We waited long,” Olena Koval said."
)


def files(n: int, text: str = ARTICLE) -> list[tuple[str, bytes]]:
    return [(f"a{i}.txt", f"{text} It is number {i}.".encode()) for i in range(n)]


def wait(job: jobs.Job, until: Callable[[jobs.State], bool]) -> jobs.State:
    """The job's state once it is so; the time is only a bound for what never comes."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        now = jobs.state(job)
        if until(now):
            return now
        time.sleep(0.05)
    raise AssertionError(f"the job stays {jobs.state(job)}: {(job.folder / 'log.txt').read_text('utf-8')}")


def ended(now: jobs.State) -> bool:
    return not now.going


def begun(home: Path, n: int, name: str = "bridge") -> jobs.Job:
    return jobs.begin(home, name, "The bridge", staged=incoming.stage(home, files(n)))


def test_what_is_brought_becomes_a_corpus_and_grows(tmp_path: Path) -> None:
    job = begun(tmp_path, 2)
    now = wait(job, ended)
    assert (now.stage, now.done, now.total) == ("done", 2, 2), now
    with store.open(tmp_path / "bridge") as corpus:
        assert corpus.title == "The bridge"
        assert sorted(corpus.documents.doc_id) == ["a0", "a1"]
    assert jobs.jobs(tmp_path) == [job], "another server finds it by its files"
    exchange.retitle(job.corpus, "The bridge at Sumy")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "c.txt").write_text(ARTICLE)
    more = incoming.stage(tmp_path, [("b.txt", ARTICLE.encode())])
    jobs.add(job, staged=more, sources=[tmp_path / "elsewhere"])
    assert wait(job, ended).stage == "done"
    with store.open(tmp_path / "bridge") as corpus:
        assert sorted(corpus.documents.doc_id) == ["a0", "a1", "b", "c"]
        assert corpus.title == "The bridge at Sumy"
    job.corpus.rename(tmp_path / "away")
    assert jobs.state(job).stage == "deleted"


def test_a_job_is_stopped_and_goes_on(tmp_path: Path) -> None:
    (tmp_path / incoming.BROUGHT).mkdir()
    with filelock.FileLock(tmp_path / incoming.BROUGHT / "lock"):  # another job of this home is at work
        job = begun(tmp_path, 1)
        wait(job, lambda now: jobs.held(job.lock))
        assert jobs.state(job).stage == "waiting"
        with pytest.raises(CorpusError, match="Stop it first"):
            jobs.forget(job)
        more = incoming.stage(tmp_path, files(1))
        with pytest.raises(CorpusError, match="is being read"):
            jobs.add(job, staged=more)
        assert more.is_dir(), "what was to be added is not lost"
        jobs.stop(job)
        assert wait(job, ended).stage == "stopped"
    assert not (tmp_path / "bridge").exists()
    jobs.start(job)
    assert wait(job, ended).stage == "done"
    jobs.forget(job)
    assert jobs.jobs(tmp_path) == []
    assert (tmp_path / "bridge").is_dir(), "the corpus stays"


def test_a_job_whose_process_is_gone_is_interrupted(tmp_path: Path) -> None:
    folder = tmp_path / incoming.BROUGHT / "bridge"
    folder.mkdir(parents=True)
    job = jobs.Job(folder)
    job.tell(jobs.State("running", 3, 9, since=time.time() - 5, at=time.time()))
    assert jobs.state(job) == jobs.State("interrupted", 3, 9)
    with filelock.FileLock(job.lock):
        assert jobs.state(job).stage == "running"
        assert jobs.state(job).seconds_left == pytest.approx(10, abs=0.5)


def test_nothing_that_can_be_read_is_a_failure_with_its_reason(tmp_path: Path) -> None:
    job = jobs.begin(tmp_path, "odd", "Odd", staged=incoming.stage(tmp_path, [("odd.txt", b"...")]))
    now = wait(job, ended)
    assert now.stage == "failed"
    assert "no words" in now.message
    assert not (tmp_path / "odd").exists()


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("a.txt", "a.txt"),
        ("../../etc/passwd", "passwd"),
        ("C:\\texts\\b.docx", "b.docx"),
        (".hidden", "hidden"),
        ("...", "article.txt"),
        ("que?.txt", "que_.txt"),
        ("x" * 300 + ".txt", "x" * 116 + ".txt"),
    ],
)
def test_what_a_browser_calls_a_file_is_a_plain_name(sent: str, kept: str) -> None:
    assert incoming.plain(sent) == kept


def test_two_files_of_one_name_are_both_kept(tmp_path: Path) -> None:
    staged = incoming.stage(tmp_path, [("a.txt", b"one"), ("a.txt", b"two")])
    assert sorted(path.name for path in staged.iterdir()) == ["2-a.txt", "a.txt"]


def test_a_name_is_free(tmp_path: Path) -> None:
    assert incoming.folder_name("Fährunglück, Juni 2025!") == "fahrungluck-juni-2025"
    assert incoming.folder_name("Стамбул") == "stambul"
    (tmp_path / "ferry").mkdir()
    assert incoming.free_name(tmp_path, "ferry", ["ferry-2"]) == "ferry-3"


def test_a_look_that_fails_says_why(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    monkeypatch.setenv("TELLINGS_MAX_DOCUMENT_MB", "none")
    with pytest.raises(SourceError, match="TELLINGS_MAX_DOCUMENT_MB"):
        incoming.look([tmp_path / "a.txt"])


def test_what_came_of_a_job_tells_copies_from_problems(tmp_path: Path) -> None:
    rows = [("a", "compare", "kept and counted"), ("b", "read", "skipped"), ("c", "read", "not an article")]
    every = pd.DataFrame(rows, columns=["doc_id", "stage", "action"])
    told = [
        said(pipeline.Report(tmp_path, 3, 3, every.iloc[some])) for some in ([], [0], [1, 2], [0, 0, 1, 1])
    ]
    assert told == [
        "3 articles",
        "3 articles, 1 copy",
        "3 articles, 1 problem",
        "3 articles, 2 copies, 2 problems",
    ]
