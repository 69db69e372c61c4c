"""Charts of entities: what is drawn, and what each mark opens."""

from __future__ import annotations

import pandas as pd

from tellings.views import entity_counts
from tellings.views.rows import rows
from tellings.views.theme import LIGHT, Look

COUNTED = pd.DataFrame(
    {
        "entity_id": ["a", "b"],
        "name": ["Ann <i>", "Elm"],
        "type": ["person", "city"],
        "n": [5, 4],
        "n_documents": [2, 3],
    }
)
CELLS = pd.DataFrame({"entity_id": ["a", "a", "b"], "doc_id": ["x", "y", "z"], "n": [2, 3, 4]})
DOCUMENTS = pd.DataFrame({"doc_id": ["x", "y", "z"], "short": ["X", "Y", "Z"]})


def test_bars_are_sorted_from_zero_and_open_their_entity() -> None:
    figure = entity_counts.figure(COUNTED, CELLS, DOCUMENTS)
    bars = figure.data[0]
    assert list(bars.x) == [5, 4]
    assert [list(point) for point in bars.customdata] == [["a", ""], ["b", ""]]
    assert list(bars.marker.color) == [LIGHT.groups["people"], LIGHT.groups["places"]]
    assert figure.layout.xaxis.range[0] == 0
    assert "Ann &lt;i&gt;" in figure.layout.yaxis.ticktext[0]


def test_cells_are_square_markers_with_their_numbers() -> None:
    cells = entity_counts.figure(COUNTED, CELLS, DOCUMENTS).data[1]
    assert cells.type == "scatter"
    assert list(cells.text) == ["2", "3", "4"]
    assert (list(cells.x), list(cells.y)) == ([0, 1, 2], [0, 0, 1])
    assert [list(point) for point in cells.customdata] == [["a", "x"], ["a", "y"], ["b", "z"]]


def test_a_cell_without_mentions_says_so_and_opens_its_article() -> None:
    empty = entity_counts.figure(COUNTED, CELLS, DOCUMENTS).data[2]
    assert [list(point) for point in empty.customdata] == [
        ["a", "z", "not named"], ["b", "x", "not named"], ["b", "y", "not named"]
    ]  # fmt: skip
    assert (list(empty.x), list(empty.y)) == ([2, 0, 1], [0, 1, 1])
    assert empty.hovertemplate[0].startswith("<b>Ann &lt;i&gt;</b>: 0: not named in this article<br>Z")
    empty = entity_counts.figure(COUNTED, CELLS, DOCUMENTS, narrowed=True).data[2]
    assert "0: none with these filters" in empty.hovertemplate[0]


def test_more_articles_than_there_is_room_for_have_no_cells() -> None:
    many = pd.DataFrame({"doc_id": [str(i) for i in range(25)], "short": [str(i) for i in range(25)]})
    assert len(entity_counts.figure(COUNTED, CELLS, many).data) == 1


def test_six_articles_have_room_beside_the_chart_of_types() -> None:
    six = pd.DataFrame({"doc_id": list("uvwxyz"), "short": ["Midland Broadcasting"] * 6})
    long = COUNTED.assign(name="Ibrahima Sarr-Diallo of Elm")
    assert entity_counts.figure(long, CELLS, six).layout.meta["least"] <= 666, (
        "a laptop's page at three of four"
    )


def test_on_a_telephone_the_bars_are_in_sight_and_the_type_stands_below_the_name() -> None:
    long = COUNTED.assign(name="Brackenridge Partners of Elm", type="organisation")
    figure = entity_counts.ranking(long, look=Look(room="telephone"))
    assert figure.layout.meta["least"] <= 327
    assert figure.layout.yaxis.ticktext[0].startswith("Brackenridge Partne…<br>")
    assert entity_counts.ranking(long).layout.yaxis.ticktext[0].startswith("Brackenridge Partners o… <span")


def test_on_a_telephone_a_bars_number_does_not_reach_the_cells() -> None:
    counted = COUNTED.assign(n=[12345, 4], per_1000=[116.1, 4.0])
    for rates, printed in ((False, "12,345"), (True, "116.1")):
        layout = entity_counts.figure(
            counted, CELLS, DOCUMENTS, look=Look(room="telephone"), rates=rates
        ).layout
        plot = layout.meta["least"] - layout.margin.l - layout.margin.r
        longest = plot * layout.xaxis.domain[1] * (116.1 if rates else 12345) / layout.xaxis.range[1]
        assert longest + 7 * len(printed) <= plot * layout.xaxis2.domain[0]


def test_what_is_open_is_outlined() -> None:
    figure = entity_counts.figure(COUNTED, CELLS, DOCUMENTS, look=Look(selected=("b", "")))
    assert list(figure.data[0].marker.line.color) == ["rgba(0,0,0,0)", LIGHT.accent]
    figure = entity_counts.figure(COUNTED, CELLS, DOCUMENTS, look=Look(selected=("a", "y")))
    assert list(figure.data[1].marker.line.color) == ["rgba(0,0,0,0)", LIGHT.accent, "rgba(0,0,0,0)"]
    assert LIGHT.accent not in figure.data[0].marker.line.color


def test_arguments_are_left_as_they_are() -> None:
    before = COUNTED.copy()
    entity_counts.figure(COUNTED, CELLS, DOCUMENTS, look=Look("dark"))
    pd.testing.assert_frame_equal(COUNTED, before)


def test_types_open_their_type() -> None:
    counted = pd.DataFrame({"type": ["person", "city"], "n": [6, 4], "n_entities": [2, 1]})
    drawn = entity_counts.types(counted)
    assert [tuple(row) for row in rows(drawn).values()] == [
        ("person", "6", ["person"]),
        ("city", "4", ["city"]),
    ]
    assert list(drawn.data[0].x) == [6, 4]


def test_nothing_to_draw_is_an_empty_chart() -> None:
    assert list(entity_counts.ranking(COUNTED.iloc[:0]).data[0].x) == []
