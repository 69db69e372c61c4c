"""Measured figures as they are read for the method page."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd

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


def test_figures_are_told_as_so_many_of_a_hundred() -> None:
    rows = [
        ("small", "without", "names found", 1.0, 1.0, None, 40),
        ("large", "without", "names found", 0.96, 0.9, None, 2000),
        ("large", "without", "names found, exact", 0.5, 0.5, None, 2000),
        ("large", "without", "type right", None, None, 0.994, 1800),
        ("large", "with", "names found", 1.0, 1.0, None, 3000),
    ]
    columns = ["Measured on", "Corrections", "Measure", "Precision", "Recall", "Share right", "n"]
    figures = pd.DataFrame(rows, columns=columns)
    assert evaluated.told(figures) == (
        "Of 100 names that are shown, 4 are wrong; of 100 in the articles, 10 are missed. "
        "Of 100 that are found, 1 is given a wrong type. Measured on large."
    )
    assert evaluated.told(figures[:1]).startswith("Of 40 names that are shown, none is wrong")
    assert evaluated.told(figures[3:4]) == ""


def test_reported_speech_is_that_in_quote_marks_too() -> None:
    row = ("large", "without", "reported speech found", 0.9, 0.8, None, 2000)
    columns = ["Measured on", "Corrections", "Measure", "Precision", "Recall", "Share right", "n"]
    said = evaluated.told(pd.DataFrame([row], columns=columns))
    assert said.startswith("Of 100 reports of speech, in quote marks or not, that are shown, 10 are wrong")
