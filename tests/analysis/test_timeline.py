"""What the texts date, who tells it, and what has no place on an axis."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import tellings
from tellings.analysis import evidence, timeline
from tellings.query.filters import Filters
from tellings.query.selection import select
from tellings.store.corpus import Corpus
from tests import dated


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    with tellings.open(dated.write(tmp_path / "bridge")) as opened:
        yield opened


def test_periods_stand_in_the_order_of_time_and_the_wider_first(corpus: Corpus) -> None:
    told = timeline.told(corpus, Filters())
    words = ["about 2019", "since 2019", "spring 2024", "5 March 2024", "5 March 2024, 09:00"]
    assert told.words.tolist() == words
    assert told.open.tolist() == ["", "after", "", "", ""]
    assert told.about.tolist() == [True, False, False, False, False]
    assert told.texts.iloc[3] == ("5 March", "Tuesday")
    most = timeline.told(corpus, Filters(sort="articles"))
    assert most.words.iloc[0] == "5 March 2024"


def test_what_is_counted_is_what_opens(corpus: Corpus) -> None:
    for filters in (Filters(), Filters(doc=("pine",)), Filters(q="cheered"), Filters(when=("2019",))):
        for found in (timeline.told(corpus, filters), timeline.unplaced(corpus, filters)):
            for value, mod, n in zip(found.value, found["mod"], found.n, strict=True):
                assert evidence.count(corpus, filters, select("dates", value=value, mod=mod)) == n
        for row in timeline.by_document(corpus, filters).fillna("unknown").to_dict("records"):
            opened = select("dates", value=row["value"], mod=row["mod"], doc=row["doc_id"])
            assert evidence.count(corpus, filters, opened) == row["n"]


def test_every_expression_is_on_the_axis_or_beside_it(corpus: Corpus) -> None:
    placed, apart = timeline.told(corpus, Filters()), timeline.unplaced(corpus, Filters())
    assert placed.n.sum() + apart.n.sum() == evidence.count(corpus, Filters(), select("dates")) == 8
    assert apart.value.tolist() == ["P3Y", "T12:00"]


@pytest.mark.parametrize(
    ("lat", "method", "first"),
    [(54.9, "test", 3), (-45.9, "test", 9), (-45.9, "relative season", 0), (54.9, "relative season", 3)],
)
def test_a_season_is_that_of_the_places_of_its_articles(
    tmp_path: Path, lat: float, method: str, first: int
) -> None:
    with tellings.open(
        dated.write(tmp_path / "dunedin", lats={"pine": lat}, methods={"pine": method})
    ) as corpus:
        told = timeline.told(corpus, Filters())
        apart = timeline.unplaced(corpus, Filters()).value.tolist()
    seasons = told[told.grain == "season"]
    assert [low.month for low in seasons.low] == ([first] if first else [])
    assert seasons.south.tolist() == ([lat < 0] if first else [])
    assert ("2024-SP" in apart) == (not first), "which year is meant is a guess that was made for the north"


@pytest.mark.parametrize(
    ("lats", "methods", "first"),
    [
        ({"sydney": -33, "perth": -32}, {}, "2025-06-01"),
        ({"sydney": -33, "perth": -32, "oslo": 60}, {}, ""),
        ({"sydney": -33, "oslo": 60, "rome": 42}, {}, ""),
        ({"sydney": -33, "nowhere": 0}, {}, ""),
        ({"jakarta": -6}, {}, "2025-12-01"),
        ({"nowhere": 0}, {}, "2025-12-01"),
        ({"sydney": -33, "perth": -32}, {"sydney": "relative season"}, "2025-06-01"),
    ],
)
def test_a_season_is_of_one_half_of_the_globe_only_where_its_articles_agree(
    tmp_path: Path, lats: dict[str, float], methods: dict[str, str], first: str
) -> None:
    said: dated.Said = dict.fromkeys(lats, ("Cold winter 2025.", [("winter 2025", "date", "2025-WI", None)]))
    placed = {doc: lat for doc, lat in lats.items() if lat}
    with tellings.open(dated.write(tmp_path / "cold", said=said, lats=placed, methods=methods)) as corpus:
        told, apart = timeline.told(corpus, Filters()), timeline.unplaced(corpus, Filters())
    assert [low.date().isoformat() for low in told.low] == ([first] if first else [])
    assert apart.south.tolist() == ([] if first else [True])


def test_filters_ask_for_words_of_the_sentence_and_for_the_time_itself(corpus: Corpus) -> None:
    assert timeline.told(corpus, Filters(q="closed")).n.sum() == 3
    assert timeline.told(corpus, Filters(when=("2024-03",))).words.tolist() == [
        "5 March 2024",
        "5 March 2024, 09:00",
    ]
    assert timeline.told(corpus, Filters(doc=("rowan",))).empty


def test_articles_stand_by_their_own_dates_the_unknown_last(corpus: Corpus) -> None:
    own = timeline.published(corpus, Filters())
    assert own.published.tolist()[:2] == [date(2024, 3, 6), date(2024, 3, 7)]
    assert own.short.tolist() == [("oak",), ("pine",), ("rowan",)]
