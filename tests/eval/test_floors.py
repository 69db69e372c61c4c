"""Floors under what is found on the key. They only rise: a change that lowers a figure below its floor is not merged.

Beside each floor stands what was reached when it was set. Where the cases are few (35 quotations, 7 anonymous speakers)
the floor lies one case below.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tellings import evaluation
from tests.eval import score_key
from tests.eval.conftest import KEY

FLOORS = [
    ("entities", "names found", "f1", 0.98),  # 1.000
    ("entities", "type right", "value", 0.98),  # 1.000
    ("entities", "same thing (B-cubed)", "f1", 0.98),  # 1.000
    ("entities", "count right, entity by article", "value", 0.96),  # 1.000
    ("quotations", "pieces in marks, exact", "f1", 0.98),  # 1.000
    ("quotations", "quotations found", "precision", 0.92),  # 0.951
    ("quotations", "quotations found", "recall", 0.97),  # 1.000
    ("quotations", "speaker right", "value", 0.94),  # 0.971
    ("quotations", "speaker's entity right, named persons", "value", 0.90),  # 0.955
    ("quotations", "anonymous known as such", "value", 0.85),  # 1.000
    ("toponyms", "place names found", "f1", 0.98),  # 1.000
    ("toponyms", "placed right", "value", 0.98),  # 1.000
    ("toponyms", "kind right", "value", 0.98),  # 1.000
    ("toponyms", "use right", "value", 0.98),  # 1.000
    ("dates", "dates found", "recall", 1.0),  # 1.000
    ("dates", "dates found", "precision", 0.95),  # 1.000
    ("dates", "value right", "value", 1.0),  # 1.000
    ("quantities", "quantities found", "recall", 1.0),  # 1.000
    ("quantities", "quantities found", "precision", 0.95),  # 1.000
    ("quantities", "value right", "value", 1.0),  # 1.000
]

SAME = {
    "entity mention precision": ("entities", "names found", "precision"),
    "entity mention recall": ("entities", "names found", "recall"),
    "entity mention F1": ("entities", "names found", "f1"),
    "entity type accuracy": ("entities", "type right", "value"),
    "entity linking B3 F1": ("entities", "same thing (B-cubed)", "f1"),
    "entity x document counts exact": ("entities", "count right, entity by article", "value"),
    "quoted pieces F1 (exact)": ("quotations", "pieces in marks, exact", "f1"),
    "quotation precision": ("quotations", "quotations found", "precision"),
    "quotation recall (core)": ("quotations", "quotations found", "recall"),
    "quotation F1 (overlap)": ("quotations", "quotations found", "f1"),
    "speaker accuracy": ("quotations", "speaker right", "value"),
    "speaker entity accuracy (named persons)": (
        "quotations",
        "speaker's entity right, named persons",
        "value",
    ),
    "anonymous recall": ("quotations", "anonymous known as such", "value"),
    "toponym precision": ("toponyms", "place names found", "precision"),
    "toponym recall": ("toponyms", "place names found", "recall"),
    "toponym F1": ("toponyms", "place names found", "f1"),
    "toponym resolution accuracy": ("toponyms", "placed right", "value"),
    "toponym kind accuracy": ("toponyms", "kind right", "value"),
    "toponym use accuracy": ("toponyms", "use right", "value"),
    "date recall (core)": ("dates", "dates found", "recall"),
    "date value accuracy": ("dates", "value right", "value"),
    "date precision": ("dates", "dates found", "precision"),
    "quantity recall (core)": ("quantities", "quantities found", "recall"),
    "quantity value accuracy": ("quantities", "value right", "value"),
}
"""The scorer's figures and where `evaluate` gives the same."""


@pytest.fixture(scope="module")
def results(measured: Path) -> dict[str, evaluation.Result]:
    return {what: evaluation.evaluate(what, KEY, corpus=measured) for what in evaluation.WHAT}


@pytest.mark.parametrize(("what", "name", "figure", "floor"), FLOORS, ids=lambda part: str(part))
def test_floor(
    results: dict[str, evaluation.Result], what: str, name: str, figure: str, floor: float
) -> None:
    reached = getattr(results[what][name], figure)
    assert reached >= floor, f"{what}, {name}: {figure} is {reached:.3f}, its floor {floor}"


def test_texts_are_their_files_and_spans_are_their_texts(measured: Path) -> None:
    assert set(score_key.documents(measured).values()) == {0}


def test_evaluate_gives_the_scorers_figures(results: dict[str, evaluation.Result], measured: Path) -> None:
    scored = score_key.score(measured)
    assert not [name for name in scored if "could not be scored" in name]
    ours = {name: getattr(results[what][measure], figure) for name, (what, measure, figure) in SAME.items()}
    assert ours == pytest.approx({name: scored[name] for name in SAME})
