"""What a build loads: the language model only in a process that annotates."""

from __future__ import annotations

from pathlib import Path

import pytest

from tellings.annotation import parsing
from tellings.build import pipeline

HARBOUR = Path(__file__).resolve().parents[1] / "fixtures" / "harbour"

pytestmark = pytest.mark.model


def test_where_nothing_is_annotated_in_this_process_it_loads_no_model(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parsing.spacy, "load", lambda name: pytest.fail(f"{name} was loaded"))
    parsing.load_model.cache_clear()
    first = pipeline.annotate([HARBOUR], tmp_path / "c", workers=2)
    again = pipeline.annotate([HARBOUR], tmp_path / "c")
    assert (first.n_annotated, again.n_annotated) == (first.n_documents, 0)
