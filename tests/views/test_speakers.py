"""The chart of who is quoted."""

from __future__ import annotations

import pandas as pd

from tellings.query.sql import UNTRACED
from tellings.views import speakers
from tellings.views.rows import rows
from tellings.views.theme import LIGHT, Look

SPOKEN = pd.DataFrame(
    {
        "speaker": ["p:ann", "p:source", "unknown"],
        "name": ["Ann", "a source", None],
        "type": ["person", "person", None],
        "anonymous": [False, True, False],
        "n": [3, 2, 4],
        "relayed": [0, 1, 0],
        "words": [30, 12, 0],
        "article": [None, "Calm in Port Elm", None],
    }
)


def test_numbers_and_words_stand_side_by_side() -> None:
    figure = speakers.figure(SPOKEN)
    assert [list(bars.x) for bars in figure.data] == [[3, 2, 4], [30, 12, 0]]
    assert [list(point) for point in figure.data[1].customdata] == [
        ["p:ann", "words"],
        ["p:source", "words"],
        ["unknown", "words"],
    ]


def test_on_a_telephone_both_bars_are_in_sight_and_the_type_stands_below_the_name() -> None:
    long = SPOKEN.assign(name=["Ibrahima Sarr-Diallo", "a source in the delegation of Elm", None])
    figure = speakers.figure(long, look=Look(room="telephone"))
    assert figure.layout.meta["least"] <= 327
    assert figure.layout.yaxis.ticktext[0].startswith("Ibrahima Sarr-Diallo<br>")
    assert next(row.label for row in rows(figure).values()).endswith("person</span>")
    assert speakers.figure(long).layout.height < figure.layout.height


def test_the_anonymous_are_hatched_and_the_unknown_grey_and_named_so() -> None:
    figure = speakers.figure(SPOKEN, look=Look(selected=("p:ann",)))
    bars = figure.data[0]
    assert list(bars.marker.pattern.shape) == ["", "/", ""]
    assert bars.marker.color[2] == LIGHT.unknown
    assert UNTRACED in figure.layout.yaxis.ticktext[2]
    assert bars.marker.line.color[0] == LIGHT.accent


def test_of_whom_one_article_alone_quotes_it_is_said_which() -> None:
    said = speakers.figure(SPOKEN).data[0].hovertemplate
    assert "only in Calm in Port Elm" in said[1]
    assert not any("only in" in words for words in (said[0], said[2]))
    assert ["1 of them as others tell them" in words for words in said] == [False, True, False]


def test_one_is_said_in_the_singular() -> None:
    spoken = SPOKEN.assign(n=1, words=1)
    said = " ".join(text for trace in speakers.figure(spoken).data for text in trace.hovertemplate)
    assert ": 1 quotation<" in said
    assert ": 1 word<" in said
