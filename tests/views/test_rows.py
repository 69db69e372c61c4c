"""Rows read back from figures: labels, numbers, what they open, and the finding in words."""

from __future__ import annotations

import plotly.graph_objects as go

from tellings.views.rows import finding, rows


def _chart(*traces: go.Bar | go.Scatter, columns: tuple[str, ...] = ()) -> go.Figure:
    axes = {"xaxis": {"tickvals": list(range(len(columns))), "ticktext": columns}} if columns else {}
    return go.Figure(traces).update_layout(
        yaxis={"tickvals": [0, 1, 2, 3], "ticktext": ["Ann", "Bo <i>person</i>", "C&amp;A", "D"]}, **axes
    )


def test_bars_say_what_they_show_first_and_how_much_more() -> None:
    bars = go.Bar(
        x=[9, 5, 2, 1], y=[0, 1, 2, 3], text=["9", "5", "2", "1"], customdata=[["a"], ["b"], ["c"], ["d"]]
    )
    figure = _chart(bars)
    assert finding(figure) == "Ann 9, Bo person 5, C&A 2, and 1 more"
    assert rows(figure)[1].point == ["b"]


def test_a_row_without_the_first_bar_is_told_by_its_other() -> None:
    first = go.Bar(x=[9], y=[0], text=["9"], customdata=[["a"]])
    other = go.Bar(x=[4, 3], y=[0, 1], text=["4", "3"], customdata=[["a", "named"], ["b", "named"]])
    found = rows(_chart(first, other))
    assert [(row.said, row.point) for row in found.values()] == [("9", ["a"]), ("3", ["b", "named"])]


def test_cells_say_their_column_of_all() -> None:
    cells = go.Scatter(
        x=[0, 1, 0], y=[0, 0, 2], text=["4", "1", "2"], customdata=[["a", ""], ["a", "x"], ["c", ""]]
    )
    assert finding(_chart(cells, columns=("all", "x"))) == "Ann 4, C&A 2"
    assert finding(_chart(cells, columns=("y", "x"))) == ""


def test_a_map_says_its_labels() -> None:
    labels = go.Scattergeo(name="labels", text=["Sumy 3", "Kharkiv 3"])
    assert finding(go.Figure([labels])) == "Sumy 3, Kharkiv 3"
