"""Measured figures as they are read for the method page."""

from __future__ import annotations

import json
from pathlib import Path

from tellings.analysis import evaluated


def test_measures_are_rows(tmp_path: Path) -> None:
    path = tmp_path / "evaluation.json"
    measures = [
        {"name": "found", "precision": 0.9, "recall": 0.8, "f1": 0.85, "n": 100},
        {"name": "type", "value": 0.97},
    ]
    path.write_text(
        json.dumps(
            {"results": [{"what": "entities", "key": "five", "corrected": False, "measures": measures}]}
        )
    )
    found = evaluated.read(path)
    assert found.what.tolist() == ["entities", "entities"]
    assert found["F1"].tolist()[0] == 0.85
    assert found["Share right"].tolist()[1] == 0.97
    assert found["Corrections"].tolist() == ["without", "without"]


def test_a_missing_or_damaged_file_has_no_figures(tmp_path: Path) -> None:
    assert evaluated.read(tmp_path / "none.json").empty
    for text in ("", "[]", '{"results": [{"what": "x"}]}', '{"results": 3}'):
        (tmp_path / "bad.json").write_text(text)
        assert list(evaluated.read(tmp_path / "bad.json").columns) == evaluated.COLUMNS
        assert evaluated.read(tmp_path / "bad.json").empty
