"""What is not chosen in a chart stays as it was."""

from __future__ import annotations

import plotly.graph_objects as go

from tellings.views.matrix import Cell, squares
from tellings.views.theme import BARS, LIGHT, LOOK, Look, layout
from tellings.views.undimmed import undimmed


def test_marks_and_letters_that_are_not_chosen_stay_as_they_were() -> None:
    cells = [
        Cell(row=0, column=at, n=1, colour=LIGHT.ink, opens=(str(at),), says=("",), share=float(at))
        for at in (0, 1)
    ]
    bars = {**BARS, "x": [1], "y": [0], "text": ["1"]}
    place = go.Scattergeo(lon=[1], lat=[1], marker={"opacity": 0.85}, textfont={"color": LIGHT.faint})
    area = go.Choropleth(locations=["AA"], z=[1])
    look = Look(selected=("1",))
    figure = go.Figure([bars, place, area, squares(cells, look)], layout(LOOK))
    drawn = undimmed(figure)
    assert [trace.unselected.marker.opacity for trace in drawn.data] == [1, 0.85, 1, 1]
    assert drawn.data[0].unselected.textfont.color == drawn.data[0].selected.textfont.color == LIGHT.ink
    assert drawn.data[1].unselected.textfont.color == LIGHT.faint
    assert drawn.data[3].unselected.textfont.color is None
    assert drawn.data[3].selected.textfont.color == drawn.data[3].textfont.color[1], (
        "that of the one that is open"
    )
    assert figure.data[0].unselected.marker.opacity is None
