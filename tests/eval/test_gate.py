"""The gate names what fell, and the documents tell the figures that it holds the annotation to."""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path

import pytest

import tellings
from tellings import evaluation
from tellings.settings import ROOT
from tests.eval import gate

KEPT = json.loads((ROOT / "data" / evaluation.FILE).read_text("utf-8"))["results"]
ROWS = {
    "worldwide newswire": ("entities.md", "worldwide-dev"),
    "GUM Wikinews": ("entities.md", "gum-news-dev"),
    "MEANTIME": ("entities.md", "meantime-dev"),
    "MSNBC": ("entities.md", "msnbc-dev"),
    "PolNeAR dev, 84 US political articles": ("quotations.md", "polnear-dev"),
    "GUM news dev, 6 Wikinews articles": ("quotations.md", "gum-news-dev"),
}
NAMES = [
    ("names found, exact", "f1"),
    ("names found", "f1"),
    ("names found, exact, class right", "f1"),
    ("same thing within an article (B-cubed)", "f1"),
    ("… of what is printed in several ways", "f1"),
    ("… of what is printed in several ways", "precision"),
    ("same thing across articles (B-cubed)", "f1"),
]
SPEECH = [
    ("direct quotations found, speaker right", "f1"),
    ("reported speech found, speaker right", "f1"),
    ("speaker's name right, reported speech", "value"),
]
PLACES = {
    "found and placed within 161 km, F1": ("found and placed right", "f1"),
    "placed within 161 km, of those found": ("placed right", "value"),
}


def cells(file: str) -> list[list[str]]:
    """The rows of the tables of a document."""
    lines = (ROOT / "docs" / file).read_text("utf-8").splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]


def figure(what: str, key: str, name: str, kind: str) -> float:
    """What `data/evaluation.json` has."""
    (record,) = [r for r in KEPT if (r["what"], r["key"], r["corrected"]) == (what, key, False)]
    (measure,) = [m for m in record["measures"] if m["name"] == name]
    return float(measure[kind])


def same(told: str, known: float) -> bool:
    """Is a figure, as a share (.938) or in hundredths (93.8), the known one, rounded as it is? The known one is kept
    to four decimals, so it may have been rounded twice."""
    scale = 1 if told.startswith(".") else 100
    half = 0.5 * 10 ** -len(told.partition(".")[2])
    return abs(float(told) - known * scale) <= half + 0.00005 * scale + 1e-9


@pytest.mark.parametrize("row", ROWS)
def test_the_documents_tell_the_figures_of_the_sets(row: str) -> None:
    file, key = ROWS[row]
    ((_, *told),) = [cells for cells in cells(file) if cells[0] == row]
    what, measures = ("entities", NAMES) if file == "entities.md" else ("quotations", SPEECH)
    for cell, (name, kind) in zip(told, measures, strict=True):
        if cell:
            match = re.match(r"(R )?([\d.]+)", cell)
            assert match, cell
            known = figure(what, key, name, "recall" if match[1] else kind)
            assert same(match[2], known), f"{row}, {name}: {cell} is told, {known} was measured"
            for letter, number in re.findall(r"\b([PR]) (\.\d+)", cell[match.end() :]):
                own = figure(what, key, name, {"P": "precision", "R": "recall"}[letter])
                assert same(number, own), f"{row}, {name}: {cell} is told, {own} was measured"


@pytest.mark.parametrize("row", PLACES)
def test_the_documents_tell_the_figures_of_places(row: str) -> None:
    ((*_, told),) = [cells for cells in cells("places.md") if row in cells]
    assert same(told, figure("toponyms", "trnews.dev", *PLACES[row]))


def test_what_fell_is_named_and_what_rose_is_not() -> None:
    before = KEPT[0]
    assert list(gate.fallen(before, before)) == []
    now = copy.deepcopy(before)
    first, last = now["measures"][0], now["measures"][-1]
    first["recall"] -= 0.01
    first["precision"] = 1.0
    last.clear()
    last["name"] = "another"
    said = list(gate.fallen(before, now))
    assert any(line.startswith(f"{first['name']}, recall: ") for line in said)
    assert any("now not measured" in line for line in said)
    assert not any("precision" in line for line in said)


def test_without_a_folder_it_says_that_nothing_was_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv(gate.VARIABLE, raising=False)
    for arguments, reason in (
        ([], "no folder is given"),
        ([str(tmp_path / "no")], "is no folder"),
        ([str(tmp_path)], "none"),
    ):
        assert gate.main(arguments) == 2
        said = capsys.readouterr().out
        assert said.startswith("Nothing was measured")
        assert reason in said


@pytest.mark.model
@pytest.mark.parametrize(
    ("floor", "code", "said"), [(1.0, 0, "no figure fell"), (1.5, 1, "1.5000, now 1.0000")]
)
def test_a_set_that_is_found_is_measured_anew(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    floor: float,
    code: int,
    said: str,
) -> None:
    article = {"id": "a", "text": "Anna Smith lives in Lima.", "exhaustive": False}
    article["mentions"] = [{"start": 0, "end": 10, "type": "person", "entity": "A"}]
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "mine.jsonl").write_text(json.dumps(article) + "\n", "utf-8")
    record = {"what": "entities", "key": "mine", "corrected": False}
    record["measures"] = [{"name": "names found", "recall": floor}]
    monkeypatch.setattr(gate, "kept", lambda: [record, {**record, "key": "elsewhere"}])
    monkeypatch.setenv(gate.VARIABLE, str(tmp_path))
    assert gate.main([]) == code
    out = capsys.readouterr().out
    assert said in out
    assert "1 sets were measured" in out


def test_of_two_sets_of_one_name_that_is_taken_which_is_a_key(tmp_path: Path) -> None:
    for layer in ("mentions", "quotes"):
        (tmp_path / layer).mkdir()
        (tmp_path / layer / "one.jsonl").write_text(json.dumps({"id": "a", "text": "A.", layer: []}) + "\n")
    assert gate.find(tmp_path, "one", "entities") == tmp_path / "mentions" / "one.jsonl"
    assert gate.find(tmp_path, "one", "quotations") == tmp_path / "quotes" / "one.jsonl"


def test_the_shipped_corpus_shows_no_conflict() -> None:
    """Its five articles differ in what they tell and how, in nothing that cannot be right at once."""
    with tellings.open(corrections=False) as corpus:
        topics = corpus.sql("SELECT DISTINCT topic, reason FROM discrepancies WHERE verdict = 'conflict'")
    assert topics.to_dict("records") == []
