"""The matrix of what is told: numbers, points for what is not found, and what each opens."""

from __future__ import annotations

import pandas as pd

from tellings.views import coverage
from tellings.views.rows import finding
from tellings.views.theme import Look

ROWS = pd.DataFrame(
    {"kind": ["people", "quantities"], "item": ["p:ann", "17|x|"], "label": ["Ann", "17 <b>x</b>"], "n": [3, 2],
     "n_documents": [2, 1]}
)  # fmt: skip
CELLS = pd.DataFrame(
    {"kind": ["people", "people", "quantities"], "item": ["p:ann", "p:ann", "17|x|"], "doc_id": ["a", "b", "b"],
     "n": [1, 2, 2]}
)  # fmt: skip
DOCUMENTS = pd.DataFrame({"doc_id": ["a", "b"], "short": ["Ash", "Birch"]})


def test_every_cell_opens_the_empty_ones_too() -> None:
    figure = coverage.figure(ROWS, CELLS, DOCUMENTS, ["in 2", "in 1"])
    [points] = figure.data
    told = {tuple(point): text for point, text in zip(points.customdata, points.text, strict=True)}
    assert told == {
        ("people", "p:ann", "", ""): "3",
        ("people", "p:ann", "a", ""): "1",
        ("people", "p:ann", "b", ""): "2",
        ("quantities", "17|x|", "", ""): "2",
        ("quantities", "17|x|", "a", "lacking"): "·",
        ("quantities", "17|x|", "b", ""): "2",
    }
    assert finding(figure) == "Ann person 3, 17 <b>x</b> figure 2"


def test_the_open_cell_is_outlined_and_the_labels_give_way() -> None:
    opened = ("quantities", "17|x|", "a", "lacking")
    long = ROWS.assign(label=["A" * 60, "B" * 60])
    wide = coverage.figure(long, CELLS, DOCUMENTS, ["in 2", "in 1"])
    beside = coverage.figure(long, CELLS, DOCUMENTS, ["in 2", "in 1"], look=Look(selected=opened))
    edges = [edge for edge in beside.data[0].marker.line.color if edge != "rgba(0,0,0,0)"]
    assert len(edges) == 1
    assert beside.layout.margin.l < wide.layout.margin.l


def test_labels_are_cut_behind_a_whole_word_and_the_rows_of_two_articles_not_alike() -> None:
    said = "the ferry would not sail again before the harbour had been searched by divers"
    groups = ["“Quay and Harbour agreed …”", "“Quay and Harbour quarrel …”"]
    figure = coverage.figure(ROWS.assign(label=said), CELLS, DOCUMENTS, groups)
    for label in figure.layout.yaxis.ticktext:
        assert said.startswith(f"{label.partition('…')[0]} ")
    assert list(figure.layout.meta["rows"]) == [said, said]
    printed = [note.text for note in figure.layout.annotations if note.text.startswith("<b>")]
    assert printed == ["<b>“Quay and… agreed”</b>", "<b>“Quay… quarrel”</b>"]
