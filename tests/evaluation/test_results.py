"""Figures: kept, printed, and as the literature defines them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tellings import cli, evaluation
from tellings.evaluation.matching import b_cubed, iou, km, pairs
from tellings.evaluation.results import Measure, Result, save
from tests.evaluation.small import PLACES, set_of


def test_saving_replaces_what_was_measured_before_and_keeps_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "evaluation.json"

    def result(what: str, value: float) -> Result:
        return Result(what, "key", "by hand", 2, False, {"rules": "1"}, (Measure("share", value=value, n=3),))

    save(result("dates", 0.5), path)
    save(result("quantities", 0.25), path)
    before = path.read_bytes()
    save(result("dates", 0.5), path)
    assert path.read_bytes() == before
    save(result("dates", 0.123456), path)
    saved = json.loads(path.read_text("utf-8"))["results"]
    assert [(r["what"], r["measures"][0]["value"]) for r in saved] == [
        ("dates", 0.1235),
        ("quantities", 0.25),
    ]


def test_the_command_prints_figures_or_a_reason(
    tmp_path: Path, corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = set_of(tmp_path, PLACES)
    evaluation.command("toponyms", path, corpus=corpus, as_json=True)
    assert json.loads(capsys.readouterr().out)["what"] == "toponyms"
    evaluation.command("toponyms", path, corpus=corpus)
    assert "placed right" in capsys.readouterr().out
    assert cli.main(["evaluate", "toponyms", str(tmp_path / "none.jsonl")]) == cli.NOTHING
    assert "cannot be read" in capsys.readouterr().err


def test_pairs_are_one_to_one_and_exact_ones_come_first() -> None:
    assert pairs([(0, 10), (10, 20)], [(0, 10), (5, 20), (11, 12)]) == [(0, 0), (1, 1)]
    assert pairs([(0, 5)], [(5, 9)]) == []
    assert iou((0, 10), (5, 15)) == pytest.approx(1 / 3)


def test_figures_of_the_literature() -> None:
    # Bagga and Baldwin (1998), their second response: precision 0.76 over twelve names in three chains of 5, 2 and 5
    key = [*["a"] * 5, *["b"] * 2, *["c"] * 5]
    response = [*["x"] * 5, *["y"] * 7]
    precision, recall = b_cubed(list(zip(key, response, strict=True)))
    assert (round(precision, 2), recall) == (0.76, 1.0)
    assert km((0, 0), (0, 1)) == pytest.approx(111.195, abs=0.01)
