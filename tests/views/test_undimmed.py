"""What is not chosen in a chart stays as it was."""

from __future__ import annotations

import plotly.graph_objects as go
import pytest

from tellings.views.heads import heads
from tellings.views.matrix import Cell, figure
from tellings.views.theme import BARS, LIGHT, LOOK, Look, layout
from tellings.views.undimmed import undimmed


def test_marks_and_letters_that_are_not_chosen_stay_as_they_were() -> None:
    bars = {**BARS, "x": [1], "y": [0], "text": ["1"]}
    place = go.Scattergeo(lon=[1], lat=[1], marker={"opacity": 0.85}, textfont={"color": LIGHT.faint})
    drawn = undimmed([bars, place, go.Choropleth(locations=["AA"], z=[1])], layout(LOOK))
    assert [trace.unselected.marker.opacity for trace in drawn.data] == [1, 0.85, 1]
    assert drawn.data[0].unselected.textfont.color == drawn.data[0].selected.textfont.color == LIGHT.ink
    assert drawn.data[1].unselected.textfont.color == LIGHT.faint


@pytest.mark.parametrize("at", [None, 0, 1])
def test_a_square_that_is_open_keeps_its_letters_and_no_other_lends_it_theirs(at: int | None) -> None:
    cells = [
        Cell(row=0, column=x, n=1, colour=LIGHT.ink, opens=(str(x),), says=("",), share=float(x))
        for x in (0, 1)
    ]
    look = Look(selected=() if at is None else (str(at),))
    drawn = figure([""], heads(["Elm", "Lee"]), cells, left=60, look=look).data[0]
    assert drawn.unselected.marker.opacity == 1, "the library's figures as well as the app's"
    assert drawn.selected.textfont.color == (None if at is None else drawn.textfont.color[at])
    assert len(set(drawn.textfont.color)) == 2
