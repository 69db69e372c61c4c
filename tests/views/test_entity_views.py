"""Spellings, first mentions and the network: what is drawn, and what each mark opens."""

from __future__ import annotations

from math import hypot
from typing import Any

import pandas as pd
import pytest

from tellings.views import cooccurrence, entity_counts, introduced, spellings
from tellings.views.network_shape import CIRCLE
from tellings.views.theme import DARK, LIGHT, Look

PRINTED = pd.DataFrame(
    {
        "entity_id": ["a", "a", "b"],
        "name": ["Ann <i>", "Ann <i>", "Elm"],
        "type": ["person", "person", "city"],
        "text": ["Ann <i>", "Annie", "Elm"],
        "n": [3, 1, 2],
        "n_outlets": [2, 1, 1],
    }
)
FORMS = pd.DataFrame(
    {"entity_id": ["a", "a", "a", "b"], "text": ["Ann <i>", "Annie", "Ann <i>", "Elm"],
     "outlet": ["x", "x", "y", "y"], "n": [1, 1, 2, 2]}
)  # fmt: skip
PAIRS = pd.DataFrame(
    {"entity_a": ["a", "a", "b"], "entity_b": ["b", "c", "c"], "name_a": ["Ann", "Ann", "Bo"],
     "name_b": ["Bo", "Elm", "Elm"], "n_sentences": [9, 4, 1], "n_documents": [3, 2, 1], "n": [20, 8, 2],
     "association": [12.5, 3.0, -0.4]}
)  # fmt: skip
NODES = pd.DataFrame(
    {"entity_id": ["a", "b", "c"], "name": ["Ann", "Bo <b>", "Elm"], "type": ["person", "person", "city"],
     "n": [30, 12, 7], "n_documents": [3, 3, 2]}
)  # fmt: skip


def opens(trace: Any) -> list[list[str]]:
    return [list(point) for point in trace.customdata]


def test_a_form_opens_in_all_and_by_outlet() -> None:
    figure = spellings.figure(PRINTED, FORMS, {"x": "X", "y": "Y"}, look=Look(selected=("a", "Annie", "x")))
    [cells] = figure.data
    told = dict(zip(map(tuple, opens(cells)), cells.text, strict=True))
    assert told == {
        ("a", "Ann <i>", ""): "3", ("a", "Annie", ""): "1", ("b", "Elm", ""): "2",
        ("a", "Ann <i>", "x"): "1", ("a", "Annie", "x"): "1", ("a", "Ann <i>", "y"): "2", ("b", "Elm", "y"): "2",
    }  # fmt: skip
    assert sum(colour == LIGHT.accent for colour in cells.marker.line.color) == 1
    assert list(figure.layout.xaxis.ticktext) == ["all", "X", "Y"]
    assert "<i>" not in figure.layout.yaxis.ticktext[0]


def test_outlets_that_are_not_on_this_page_are_not_drawn() -> None:
    figure = spellings.figure(PRINTED, FORMS, {"y": "Y"})
    assert {point[2] for point in opens(figure.data[0])} == {"", "y"}
    assert list(figure.layout.xaxis.ticktext) == ["all", "Y"]


def test_first_mentions_print_their_paragraph_or_the_kind_of_their_block() -> None:
    found = pd.DataFrame(
        {"entity_id": ["a", "b"], "doc_id": ["x", "y"], "mention_id": ["m1", "m2"], "text": ["Ann", "Bo"],
         "block": ["paragraph", "headline"], "paragraph": [7, 0], "place": [3, 1], "n_named": [9, 4], "n": [2, 5]}
    )  # fmt: skip
    documents = pd.DataFrame({"doc_id": ["x", "y"], "short": ["X", "Y"]})
    figure = introduced.figure(NODES, found, documents, look=Look("dark", selected=("m2",)))
    [cells] = figure.data
    assert list(cells.text) == ["7", "H"]
    assert opens(cells) == [["m1"], ["m2"]]
    assert list(cells.marker.line.color) == ["rgba(0,0,0,0)", DARK.accent]


def test_rates_are_printed_where_they_are_asked_for() -> None:
    counted = NODES.assign(per_1000=[12.34, 3.0, 0.5])
    cells = pd.DataFrame({"entity_id": ["a"], "doc_id": ["x"], "n": [4], "per_1000": [8.26]})
    documents = pd.DataFrame({"doc_id": ["x"], "short": ["X"]})
    bars, squares, _ = entity_counts.figure(counted, cells, documents, rates=True).data
    assert list(bars.text) == ["12.3", "3.0", "0.5"]
    assert list(squares.text) == ["8.3"]
    heads = entity_counts.figure(counted, cells, documents, rates=True).layout.annotations
    assert [head.text for head in heads if head.yshift == 2] == ["all"], (
        "the bars have a head as the cells have"
    )
    assert not [head for head in entity_counts.ranking(counted).layout.annotations if head.text == "all"]
    assert entity_counts.figure(counted, cells, documents).layout.xaxis2.ticktext == ("X",)
    assert list(entity_counts.figure(counted, cells, documents).data[1].text) == ["4"]


def test_each_pair_stands_once_in_the_matrix_and_opens() -> None:
    figure = cooccurrence.matrix(NODES, PAIRS, look=Look(selected=("a", "c")))
    [cells] = figure.data
    assert sorted(opens(cells)) == [["a", "b"], ["a", "c"], ["b", "c"]]
    assert dict(zip(map(tuple, opens(cells)), cells.text, strict=True))[("a", "b")] == "9"
    assert all(column <= row for column, row in zip(cells.x, cells.y, strict=True))
    assert sum(colour == LIGHT.accent for colour in cells.marker.line.color) == 1
    assert len(figure.layout.yaxis.ticktext) == len(figure.layout.xaxis.ticktext) == len(NODES) - 1


def test_lines_and_nodes_open_what_they_stand_for() -> None:
    figure = cooccurrence.figure(NODES, PAIRS, look=Look(selected=("a", "c")))
    axes = figure.layout.xaxis, figure.layout.yaxis
    assert {axis.constrain for axis in axes} == {"domain"}, "a wider window would zoom out"
    lines, dots, nodes = figure.data[:3], figure.data[3], figure.data[4]
    assert all(trace.mode == "lines" for trace in lines)
    widths = sorted(trace.line.width for trace in lines)
    assert widths[0] < widths[1] < widths[2]
    assert opens(dots) == [["a", "b"], ["a", "c"], ["b", "c"]]
    assert list(dots.text) == ["9", "4", "1"]
    assert list(dots.marker.color) == [LIGHT.paper, LIGHT.accent, LIGHT.paper]
    assert opens(nodes) == [["a", ""], ["b", ""], ["c", ""]]
    assert all(hypot(x, y) == pytest.approx(1) for x, y in zip(nodes.x, nodes.y, strict=True))
    said = [note.text for note in figure.layout.annotations]
    assert any("Bo &lt;b&gt;" in text for text in said)


def test_on_a_telephone_the_network_stands_in_two_columns_apart() -> None:
    figure = cooccurrence.figure(NODES, PAIRS, look=Look(room="telephone"))
    nodes = figure.data[-1]
    assert set(nodes.x) == {-1, 1}
    assert len(set(zip(nodes.x, nodes.y, strict=True))) == len(NODES)
    assert all(-1 < y < 1 for y in nodes.y)
    assert figure.layout.meta["least"] <= 327


def test_of_many_pairs_those_in_focus_and_one_of_each_entity_are_drawn() -> None:
    many = pd.DataFrame(
        {"entity_a": ["a"] * 60 + ["y"], "entity_b": [f"b{i}" for i in range(60)] + ["z"],
         "n_sentences": [100 - i for i in range(60)] + [1]}
    )  # fmt: skip
    assert len(cooccurrence.drawn(many)) == CIRCLE.lines
    assert cooccurrence.drawn(many, focus=("z",)).entity_b.tolist()[-1] == "z"
    two = pd.concat(
        [many.assign(entity_b="b"), pd.DataFrame({"entity_a": ["c"], "entity_b": ["d"], "n_sentences": [1]})]
    )
    assert cooccurrence.drawn(two).entity_a.tolist()[-1] == "c", "the only pair of its entities"


def test_nobody_and_nothing_is_drawn_too() -> None:
    assert len(cooccurrence.figure(NODES.iloc[:0], PAIRS.iloc[:0]).data) == 2
    assert len(spellings.figure(PRINTED.iloc[:0], FORMS.iloc[:0], {}).data) == 1


def test_arguments_are_left_as_they_are() -> None:
    nodes, pairs, printed = NODES.copy(), PAIRS.copy(), PRINTED.copy()
    cooccurrence.figure(NODES, PAIRS, look=Look("dark"))
    spellings.figure(PRINTED, FORMS, {"x": "X"}, look=Look("dark"))
    for now, before in ((NODES, nodes), (PAIRS, pairs), (PRINTED, printed)):
        pd.testing.assert_frame_equal(now, before)
