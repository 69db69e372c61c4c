"""The corrections of the default corpus: made by reading its five articles, each with its reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from tellings import corrections, schema, settings
from tellings.settings import ROOT
from tellings.store import catalogue
from tellings.store import corpus as store

FOLDER = ROOT / "data" / settings.DEFAULT_CORPUS
FILE = FOLDER / "corrections.jsonl"


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> store.Corpus:
    monkeypatch.setenv("TELLINGS_HOME", str(tmp_path))
    return store.open()


def test_every_line_is_in_force_and_changes_something(corpus: store.Corpus) -> None:
    assert corpus.log is not None
    assert corpus.corrections is not None
    assert corpus.log.problems == []
    status = corpus.corrections.status
    assert len(status) > 0
    assert status.state.tolist() == ["in force"] * len(status), status[status.state != "in force"]
    assert ((status.n_mentions + status.n_quotations) > 0).all()


def test_every_line_has_a_reason_and_is_written_as_the_app_writes_it() -> None:
    log = corrections.read(FILE)
    assert all(len(line.why) > 10 for line in log.lines)
    assert corrections.export(log.lines) == FILE.read_bytes()
    assert sorted(line.at for line in log.lines) == [line.at for line in log.lines]


def test_the_corrected_tables_are_as_the_schema_says(corpus: store.Corpus) -> None:
    assert corpus.corrections is not None
    for name, frame in corpus.corrections.tables.items():
        assert schema.conform(frame, name).equals(frame), name
    texts = corpus.documents.set_index("doc_id").text
    for row in corpus.mentions.itertuples():
        assert texts[row.doc_id][row.start : row.end] == row.text


def test_a_correction_of_ones_own_wins_and_leaves_what_is_shipped_as_it_is(
    corpus: store.Corpus, tmp_path: Path
) -> None:
    before = FILE.read_bytes()
    line = corrections.read(FILE).lines[0]
    own = catalogue.corrections_paths(FOLDER)[-1]
    assert own.is_relative_to(tmp_path)
    corrections.append(own, corrections.new("undo", line.id))
    with store.open() as again:
        assert again.corrections is not None
        states = again.corrections.status.set_index("id").state
        assert states[line.id] == "undone"
    assert FILE.read_bytes() == before
