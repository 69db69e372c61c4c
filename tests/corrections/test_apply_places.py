"""Corrections of places: where a name lies, and how it is used."""

from __future__ import annotations

import pandas as pd

from tellings import corrections
from tellings.corrections import Place, Use, new
from tests.corrections import small
from tests.corrections.looking import applied, entity, toponym
from tests.corrections.small import (
    FRANCE,
    LEE,
    LYON,
    PARIS,
    SPRINGFIELD,
    span,
)

TEXAS = Place("Paris", "city", lat=33.66, lon=-95.55, country_code="US", admin1_code="US-TX")


def test_putting_one_name_elsewhere() -> None:
    tables = applied(new("relocate", span("gazette", "Paris"), TEXAS))
    one, other = toponym(tables, span("gazette", "Paris")), toponym(tables, span("gazette", "Paris", 1))
    assert one is not None
    assert other is not None
    assert one[["place_id", "lat", "lon", "country_code", "admin1_code", "kind", "use"]].tolist() == [
        "pt:33.6600,-95.5500",
        33.66,
        -95.55,
        "US",
        "US-TX",
        "city",
        "literal",
    ]
    assert other.place_id == "gn:1"
    made = entity(tables, "pt:33.6600,-95.5500")
    assert made[["name", "type", "country", "n_mentions"]].tolist() == ["Paris", "city", "US", 1]


def test_putting_all_of_an_entity_elsewhere() -> None:
    line = new(
        "relocate", SPRINGFIELD, Place("Springfield", "city", place_id="gn:4409896", lat=37.2, lon=-93.3)
    )
    tables = applied(line)
    placed = toponym(tables, span("herald", "Springfield"))
    assert placed is not None
    assert placed[["place_id", "lat", "method"]].tolist() == ["gn:4409896", 37.2, f"correction:{line.id}"]
    assert entity(tables, "gn:4409896").geonames == "4409896"
    assert corrections.apply(small.tables(), [line]).successors == {"city:springfield": "gn:4409896"}


def test_a_place_that_the_corpus_knows_is_as_the_corpus_knows_it() -> None:
    tables = applied(new("relocate", SPRINGFIELD, Place("Lyons", "city", place_id="gn:2", lat=1.0, lon=2.0)))
    placed = toponym(tables, span("herald", "Springfield"))
    assert placed is not None
    assert placed[["name", "lat", "admin1_code"]].tolist() == ["Lyon", 45.75, "FR-ARA"]
    moved = applied(new("relocate", LYON, Place("Lyons", "city", place_id="gn:2", lat=1.0, lon=2.0)))
    assert moved["toponyms"].query("place_id == 'gn:2'").lat.tolist() == [1.0, 1.0]


def test_taking_a_place_away_and_saying_how_a_name_is_used() -> None:
    gone = new("relocate", LYON, None)
    use = new("relocate", span("gazette", "Paris"), Use("metonymic", "gn:9"))
    literal = new("relocate", span("gazette", "Paris", 1), Use("literal"))
    tables = applied(gone, use, literal)
    unplaced = toponym(tables, span("post", "Lyon"))
    assert unplaced is not None
    assert unplaced[["place_id", "lat", "lon", "country_code"]].isna().all()
    assert entity(tables, f"city:lyon~{gone.id}").n_mentions == 2
    first, second = toponym(tables, span("gazette", "Paris")), toponym(tables, span("gazette", "Paris", 1))
    assert first is not None
    assert second is not None
    assert (first.use, first.stands_for, second.use) == ("metonymic", "gn:9", "literal")
    assert pd.isna(second.stands_for)


def test_a_name_that_stands_for_a_country_stands_for_that_of_its_new_place() -> None:
    machine = small.tables()
    texas = corrections.apply(machine, [new("relocate", PARIS, TEXAS)]).tables
    metonym = toponym(texas, span("gazette", "Paris", 1))
    assert metonym is not None
    assert metonym.use == "metonymic"
    assert pd.isna(metonym.stands_for)
    merged = applied(new("merge", FRANCE, LEE))
    follows = toponym(merged, span("gazette", "Paris", 1))
    assert follows is not None
    assert follows.stands_for == "person:lee"
