"""Bringing articles: what is recognised, in words; how far a job is, in words; who may bring, and where it is kept."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from tellings.build import incoming, jobs
from tellings.build.jobs import State
from tellings.ui import state
from tellings.ui.texts import bringing, projects, watching
from tests import corpora
from tests.app.opening import open_page, said

COLUMNS = ("doc_id", "title", "publisher", "published", "language", "copy_of", "problem", "source")


def found(*rows: dict[str, object]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {**dict.fromkeys(COLUMNS), "doc_id": f"d{n}", "language": "en", **row}
            for n, row in enumerate(rows)
        ],
        columns=[*COLUMNS],
    )


def test_what_was_recognised_is_said_in_a_sentence() -> None:
    rows = found(
        {"publisher": "AFP", "published": "2025-05-16"},
        {"publisher": "AFP", "published": "2025-05-14"},
        {"publisher": "SBS News", "published": "2025-05-17", "language": "de"},
        {"copy_of": "a", "problem": "it is not UTF-8 (check its special characters)"},
        {"doc_id": None, "problem": "it has no words", "language": None},
    )
    assert bringing.summary(rows) == (
        "4 articles from 2 outlets from 2025-05-14 to 2025-05-17; 1 without a known outlet, "
        "1 without a known date, 1 copy, 1 in another language, which can be read and in which nothing is looked for, "
        "2 problems."
    )
    assert bringing.summary(found({"published": "2025-05-16"})) == (
        "1 article of 2025-05-16; 1 without a known outlet."
    )
    assert bringing.summary(found({"doc_id": None, "problem": "it is empty"})) == "0 articles; 1 problem."
    assert bringing.summary(found()) == "Nothing that can be read."


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (State("waiting"), "Talks: waits for its turn"),
        (State("running"), "Talks: the files are being read"),
        (State("running", 1, 4, 0, 10), "Talks: 1 of 4 articles done, about 30 seconds left"),
        (State("running", 1, 100, 0, 10), "Talks: 1 of 100 articles done, about 16 minutes left"),
        (State("done", 4, 4, message="4 articles"), "Talks: 4 articles."),
        (State("failed", message="No article."), "Talks could not be read. No article."),
        (
            State("interrupted", 1, 4),
            "Talks was interrupted after 1 of 4 articles; what is done is kept.",
        ),
        (State("deleted"), "Talks was deleted; what you brought for it is kept."),
        (State("stopped"), "Talks was stopped; what is done is kept."),
    ],
)
def test_how_far_a_job_is_is_said_in_words(now: State, said: str) -> None:
    assert watching.told("Talks", now) == said


@pytest.mark.parametrize(
    ("looked_at", "stage", "again"),
    [(False, "waiting", True), (False, "running", True), (False, "stopped", False), (False, "done", False),
     (True, "waiting", False), (True, "running", False), (True, "stopped", True), (True, "done", True)],
)  # fmt: skip
def test_the_page_begins_to_look_at_a_job_that_goes_on_and_ends_with_it(
    looked_at: bool, stage: str, again: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A button within the list runs the list alone, which is not looked at again and again before the page runs."""
    runs: list[str] = []
    monkeypatch.setattr(watching.jobs, "jobs", lambda _: [jobs.Job(tmp_path)])
    monkeypatch.setattr(watching.jobs, "state", lambda _: State(stage))
    monkeypatch.setattr(watching.st, "rerun", lambda: runs.append("the page"))
    monkeypatch.setattr(watching, "_job", lambda *_: None)
    watching._jobs(looked_at)
    assert bool(runs) == again


def test_a_deleted_corpus_comes_back_as_what_its_job_calls_it(tmp_path: Path) -> None:
    brought = tmp_path / incoming.BROUGHT / "bridge"
    brought.mkdir(parents=True)
    (brought / "job.json").write_text("{}")
    deleted = tmp_path / ".deleted" / "1" / "bridge"
    deleted.mkdir(parents=True)
    state.done(("failed", "A corpus needs a title."))
    projects._undelete(deleted)
    assert state.last_done("texts") is None, "what was said before is no answer to this"
    assert jobs.Job(brought).corpus.is_dir()
    assert not deleted.parent.exists()


@pytest.mark.parametrize("uploads", ["off", "session"])
def test_where_nothing_is_brought_nothing_is_written(
    uploads: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TELLINGS_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TELLINGS_UPLOADS", uploads)
    open_page("texts")
    assert not (tmp_path / "home").exists()


def test_before_more_is_added_it_is_said_what_the_corpus_has() -> None:
    own = found({"publisher": "AFP", "published": "2025-05-16"}, {}).drop(columns="problem")
    begins = "bridge has 2 articles from 1 outlet of 2025-05-16; 1 without a known outlet, 1 without a known date. "
    ends = "of articles that it has: see “Copy of”."
    assert bringing.standing("bridge", own, 0) == f"{begins}None of the new ones is a copy of these."
    assert bringing.standing("bridge", own, 1) == f"{begins}1 of the new ones is a copy {ends}"
    assert bringing.standing("bridge", own, 3) == f"{begins}3 of the new ones are copies {ends}"
    assert bringing.standing("bridge", own.iloc[:0], 0) == "bridge has no article yet."


def test_the_preview_of_an_addition_names_copies_of_what_the_corpus_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TELLINGS_HOME", str(tmp_path))
    told = "The bridge will open in May, the mayor said, and the town hopes for many visitors from the south."
    corpora.write(tmp_path / "bridge", {"documents": [corpora.document("one", told, short="The Post")]})
    brought = tmp_path / incoming.BROUGHT / "bridge"
    brought.mkdir(parents=True)
    (brought / "job.json").write_text('{"title": "Bridge", "sources": [], "taught": {}}')
    staged = incoming.stage(
        tmp_path, [("again.txt", told.encode()), ("new.txt", b"Another story begins here.")]
    )
    app = open_page("texts")
    app.session_state["bring-staged"] = {
        "staged": str(staged), "sources": [str(staged)], "at": 1, "taught": {},
    }  # fmt: skip
    app.run()
    assert "bridge has" not in said(app)
    app.selectbox(key="bring-into").select("bridge").run()
    assert "bridge has 1 article" in said(app)
    assert "1 of the new ones is a copy of articles that it has" in said(app)
    assert "The Post" in app.dataframe[0].value["Copy of"].tolist()
