"""Floors under what is found on the key. They only rise: a change that lowers a figure below its floor is not merged.

Beside each floor stands what was reached when it was set. Precision and recall of speakers and of quotations are small
numbers of cases (27 to 35), so their floors lie one or two cases below.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tellings import evaluation
from tests.eval import score_key
from tests.eval.conftest import KEY

FLOORS = [
    ("entities", "names found", "f1", 0.97),
    ("entities", "type right", "value", 0.97),
    ("entities", "same thing (B-cubed)", "f1", 0.96),
    ("entities", "count right, entity by article", "value", 0.94),
    ("quotations", "pieces in marks, exact", "f1", 0.96),
    ("quotations", "quotations found", "f1", 0.80),
    ("quotations", "speaker right", "value", 0.88),
    ("quotations", "speaker's entity right, named persons", "value", 0.87),
    ("toponyms", "place names found", "f1", 0.97),
    ("toponyms", "placed right", "value", 0.95),
    ("toponyms", "kind right", "value", 0.95),
    ("toponyms", "use right", "value", 0.74),
    ("dates", "dates found", "recall", 1.0),
    ("dates", "dates found", "precision", 0.95),
    ("dates", "value right", "value", 1.0),
    ("quantities", "quantities found", "recall", 1.0),
    ("quantities", "quantities found", "precision", 0.95),
    ("quantities", "value right", "value", 1.0),
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
