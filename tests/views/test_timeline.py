"""The axis of time: its scale, what is drawn of each period, and what each point opens."""

from __future__ import annotations

from datetime import date, datetime
from itertools import pairwise
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go
import pytest

import tellings
from tellings.analysis import timeline as asked
from tellings.analysis.periods import period
from tellings.query.filters import Filters
from tellings.views import timeline
from tellings.views.rows import finding
from tellings.views.theme import Look
from tests import dated


@pytest.fixture
def figure(tmp_path: Path) -> go.Figure:
    with tellings.open(dated.write(tmp_path / "bridge")) as corpus:
        told, cells = asked.told(corpus, Filters()), asked.by_document(corpus, Filters()).fillna("unknown")
    documents = pd.DataFrame({"doc_id": list(dated.SAID), "short": list(dated.SAID)})
    look = Look(selected=("2024-03-05", "unknown", "oak"))
    return timeline.figure(told, cells, documents, list(dated.PUBLISHED.values()), look=look)


def test_time_is_in_order_and_a_long_silence_is_short() -> None:
    times = [
        datetime(1989, 1, 1),
        datetime(2025, 6, 19, 19),
        datetime(2025, 6, 19, 21, 40),
        datetime(2025, 6, 21),
    ]
    places = timeline.scale([*reversed(times), times[0]]).places
    assert places == sorted(places)
    assert (places[0], places[-1]) == (0.0, 1.0)
    assert places[2] - places[1] > 0.15


def test_ticks_leave_each_other_room() -> None:
    days = [datetime(2025, 6, day) for day in range(1, 29)]
    scale = timeline.scale([datetime(2025, 1, 1), *days])
    places, texts = scale.ticks([(datetime(2025, 1, 1), "year"), *((day, "day") for day in days)], 300)
    wide = [6.4 * max(map(len, text.split("<br>"))) for text in texts]
    for (a, b), (one, other) in zip(pairwise(places), pairwise(wide), strict=True):
        assert (b - a) * 300 >= (one + other) / 2 + 10
    assert texts[0] == "2025"
    assert len(texts) > 4


@pytest.mark.parametrize(
    ("values", "labels"),
    [
        (["2025-05-15", "2025-05-16"], ["15 May<br>2025", "16 May<br>2025"]),
        (["2014", "2025-05-16"], ["2014", "16 May<br>2025"]),
        (["1999-12-31"], ["31 Dec<br>1999"]),
        (["2022-03", "2024-02-29"], ["Mar<br>2022", "29 Feb<br>2024"]),
        (["2022-SU", "2023"], ["Jun<br>2022", "2023"]),
        (["2024-Q1", "2025-Q3"], ["2024", "Jul<br>2025"]),
        (["199", "2025-W20"], ["1990s", "12 May<br>2025"]),
        (["2025-05-16T09:30"], ["09:30<br>16 May"]),
        (["2025-05-16T23", "2025-05-17"], ["23:00<br>16 May", "17 May<br>2025"]),
        (["2025-05-16TMO", "2020"], ["2020"]),
        (["18", "1914"], ["1800s", "1914"]),
    ],
)
def test_the_axis_names_what_is_told_and_no_end_of_it(values: list[str], labels: list[str]) -> None:
    axis = timeline.figure(*drawn(values)).layout.xaxis
    assert list(axis.ticktext) == labels
    assert list(axis.tickvals) == sorted(axis.tickvals)


def test_the_last_day_comes_before_a_moment_of_it() -> None:
    values = ["1995", "2020", "2025-08-30", "2025-08-31", "2025-08-31T15:00", "2025-08-31T17:30"]
    assert timeline.figure(*drawn(values)).layout.xaxis.ticktext[-1] == "31 Aug<br>2025"


def test_the_day_of_publication_is_named_on_the_axis_and_the_next_is_not() -> None:
    axis = timeline.figure(*drawn(["2020", "2025-05-15"]), [date(2025, 5, 16)]).layout.xaxis
    assert axis.ticktext[-1] == "16 May<br>2025"


def drawn(values: list[str]) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Periods told once each, as the figure takes them."""
    periods = [place for value in values if (place := period(value))]
    rows = [
        (value, "unknown", one.words, one.low, one.high, one.grain)
        for value, one in zip(values, periods, strict=True)
    ]
    told = pd.DataFrame(rows, columns="value mod words low high grain".split())
    told = told.assign(open="", about=False, texts=[("then",)] * len(rows), n=1, n_documents=1).sort_values(
        "low"
    )
    told = told.astype({"low": object, "high": object}).reset_index(drop=True)
    cells = told[["value", "mod", "n"]].assign(doc_id="a")
    return told, cells, pd.DataFrame({"doc_id": ["a"], "short": ["A"]})


def test_each_period_lies_where_it_belongs(figure: go.Figure) -> None:
    bars = figure.data[0]
    spans = dict(zip(figure.layout.yaxis.ticktext, zip(bars.base, bars.x, strict=True), strict=True))
    low, length = spans["spring 2024"]
    for inner in ("5 March 2024", "5 March 2024, 09:00"):
        assert low <= spans[inner][0] < spans[inner][0] + spans[inner][1] <= low + length
    assert bars.marker.pattern.shape[0] == "/"
    [arrow] = [trace for trace in figure.data if trace.type == "scatter" and "lines" in trace.mode]
    assert list(arrow.y) == [1, 1]
    assert arrow.marker.symbol[1] == "triangle-right"


def test_points_open_period_and_article_and_the_open_one_is_outlined(figure: go.Figure) -> None:
    assert list(figure.data[0].customdata[3]) == ["2024-03-05", "unknown", ""]
    cells = figure.data[-1]
    opens = [tuple(point) for point in cells.customdata]
    at = opens.index(("2024-03-05", "unknown", "oak"))
    assert cells.text[at] == "1"
    assert [i for i, edge in enumerate(cells.marker.line.color) if edge != "rgba(0,0,0,0)"] == [at]
    assert finding(figure) == "about 2019 1, since 2019 1, spring 2024 1, and 2 more"


def test_the_articles_own_dates_are_marked(figure: go.Figure) -> None:
    assert len(figure.layout.shapes) == 2
    assert "published" in [note.text for note in figure.layout.annotations]


def test_on_a_telephone_the_axis_is_in_sight(tmp_path: Path) -> None:
    with tellings.open(dated.write(tmp_path / "bridge")) as corpus:
        told, cells = asked.told(corpus, Filters()), asked.by_document(corpus, Filters()).fillna("unknown")
    told = told.assign(words="on 24 February 2022")
    documents = pd.DataFrame({"doc_id": list("abcde"), "short": ["“Ukraine and Russia agreed …”"] * 5})
    layout = timeline.figure(told, cells, documents, [], look=Look(room="telephone")).layout
    plot = layout.meta["least"] - layout.margin.l - layout.margin.r
    assert layout.margin.l + layout.xaxis.domain[1] * plot <= 327


def test_articles_that_have_no_room_have_no_columns() -> None:
    told = pd.DataFrame(
        [{"value": "2024", "mod": "unknown", "words": "2024", "low": datetime(2024, 1, 1), "high": datetime(2025, 1, 1),
          "grain": "year", "open": "", "about": False, "texts": ("2024",), "n": 13, "n_documents": 13}]
    )  # fmt: skip
    many = pd.DataFrame({"doc_id": [str(i) for i in range(13)], "short": [str(i) for i in range(13)]})
    none = pd.DataFrame({"value": [], "mod": [], "doc_id": [], "n": []})
    figure = timeline.figure(told, none, many, [date(2024, 5, 1)])
    assert list(figure.layout.xaxis2.ticktext) == ["all"]
