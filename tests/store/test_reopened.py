"""A corpus that is opened again after corrections: what was applied before is gone on from, and shows."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from tellings import corrections, schema, settings
from tellings.corrections import Correction, applying, new
from tellings.corrections.state import State
from tellings.store import catalogue
from tellings.store.corpus import Corpus

FOLDER = settings.ROOT / "data" / settings.DEFAULT_CORPUS


@pytest.fixture(autouse=True)
def passes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How often all corrections were applied."""
    monkeypatch.setenv("TELLINGS_HOME", str(tmp_path))
    passes: list[int] = []
    monkeypatch.setattr(applying, "State", lambda tables: passes.append(1) or State(tables))
    return passes


def _rename(corpus: Corpus, name: str) -> Correction:
    line = new("rename", corrections.Entity(corpus.entities.entity_id[0]), name)
    corrections.append(catalogue.corrections_paths(FOLDER)[-1], line)
    return line


def test_a_correction_more_is_applied_alone_and_shows_as_if_all_were_applied_anew(passes: list[int]) -> None:
    first = Corpus(FOLDER)
    line = _rename(first, "Another")
    second = Corpus(FOLDER, before=first)
    assert len(passes) == 1
    anew = Corpus(FOLDER)
    assert len(passes) == 2
    for name in schema.TABLES:
        pd.testing.assert_frame_equal(second.table(name), anew.table(name))
    question = "SELECT * FROM corrected ORDER BY ALL"
    pd.testing.assert_frame_equal(second.sql(question), anew.sql(question))
    assert anew.corrections is not None
    assert len(anew.sql("SELECT * FROM corrected")) == len(anew.corrections.changed)
    n = second.sql("SELECT count(*) AS n FROM corrected WHERE correction_id = ?", [line.id]).n.iloc[0]
    assert n == anew.corrections.status.n_mentions.iloc[-1] > 0


def test_an_undone_line_is_as_if_it_had_not_been_there(passes: list[int]) -> None:
    first = Corpus(FOLDER)
    line = _rename(first, "Another")
    second = Corpus(FOLDER, before=first)
    corrections.append(catalogue.corrections_paths(FOLDER)[-1], new("undo", line.id))
    third = Corpus(FOLDER, before=second)
    assert len(passes) == 2
    pd.testing.assert_frame_equal(third.entities, first.entities)
