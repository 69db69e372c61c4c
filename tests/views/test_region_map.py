"""The map's figure: what is filled, which part of the world is shown, what a click tells."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from tellings.resources import boundaries
from tellings.resources.boundaries import Outline
from tellings.views import map_extent, region_map
from tellings.views.map_extent import MOST, reached
from tellings.views.map_frame import Frame
from tellings.views.region_map import frame_of, main_country, pictured, steps
from tellings.views.rows import finding
from tellings.views.theme import BUTTONS, LIGHT, MAP_BUTTONS, Look


def square(code: str, country: str, west: float, south: float, name: str = "") -> Outline:
    ring = [[west, south], [west, south + 2], [west + 2, south + 2], [west + 2, south], [west, south]]
    geometry = {"type": "Polygon", "coordinates": [ring]}
    return Outline(
        code, name or code, country, (west, south, west + 2, south + 2), (west + 1, south + 1), geometry
    )


OUTLINES = {
    o.code: o
    for o in (
        square("AA-1", "AA", 30, 50, "North Oblast"),
        square("AA-2", "AA", 30, 48),
        square("AA-3", "AA", 32, 48),
        square("BB-1", "BB", -80, 38),
        square("BB-2", "BB", 34, 48),
    )
}
BASE = {"AA": square("AA", "AA", 30, 48), "BB": square("BB", "BB", -80, 38)}
AREAS = pd.DataFrame(
    {
        "code": ["BB-1", "AA-1", "AA-2"],
        "country_code": ["BB", "AA", "AA"],
        "name": [None, "North Oblast", "AA-2"],
        "n": [2, 3, 1],
        "n_named": [0, 3, 1],
        "n_inside": [2, 0, 0],
        "n_documents": [4, 2, 1],
        "n_outlets": [3, 2, 1],
        "n_quotations": [1, 0, 0],
    }
)
POINTS = pd.DataFrame(
    {"place_id": ["gn:1", "gn:2"], "name": ["Elm", "Far <b>"], "kind": ["city", "city"],
     "country_code": ["AA", "BB"], "admin1_code": [None, "BB-1"], "lat": [49.0, 39.0],
     "lon": [31.0, -79.0], "n": [2, 2], "n_documents": [1, 4], "n_outlets": [1, 3], "n_quotations": [0, 1]}
)  # fmt: skip


def figure(*selected: str, **options: Any) -> dict[str, object]:
    look = Look(title="Where", source="Elm", selected=selected)
    drawn = region_map.region_map(AREAS, POINTS, OUTLINES, BASE, look=look, **options)
    return {trace.name: trace for trace in drawn.data} | {"layout": drawn.layout}


def test_the_picture_fits_the_country_with_most_mentions_not_the_far_city() -> None:
    window = frame_of(AREAS, POINTS, OUTLINES)
    assert window.holds(31, 51)
    assert window.holds(31, 49)
    assert not window.holds(-79, 39)
    assert pictured(AREAS, POINTS, OUTLINES) == (6, 8, ["Far <b> 2"])


def test_what_has_no_point_of_its_own_counts_where_its_region_lies() -> None:
    square_too = AREAS.assign(n=[3, 5, 1], n_inside=[3, 2, 0])
    assert pictured(square_too, POINTS, OUTLINES) == (8, 11, ["Far <b> 2", "BB-1 1"])
    within = POINTS.assign(admin1_code=["AA-1", "BB-1"])
    assert pictured(square_too, within, OUTLINES) == (6, 9, ["Far <b> 2", "BB-1 1"])


def test_what_lies_outside_is_numbered_by_what_is_drawn() -> None:
    assert pictured(AREAS, POINTS, OUTLINES, measure="n_quotations").far == ["Far <b> 1"]
    assert pictured(AREAS, POINTS, OUTLINES, measure="n_documents").far == ["Far <b> 4"]
    assert pictured(AREAS, POINTS, OUTLINES, selected="gn:2").far == [], "what is open is in the picture"


def test_cities_count_as_regions_do_for_where_the_map_opens() -> None:
    regions = AREAS[AREAS.code.isin(["AA-1", "BB-1"])].assign(n=[8, 1], n_named=[0, 1], n_inside=[8, 0])
    regions["code"], regions["country_code"] = ["AA-1", "BB-1"], ["AA", "BB"]
    cities = POINTS.assign(
        lat=[51.0, 50.5], lon=[31.0, 31.5], n=[5, 3], country_code="AA", admin1_code="AA-1"
    )
    assert main_country(regions) == "AA"
    window = frame_of(regions, cities, OUTLINES)
    assert window.holds(31, 51)
    assert not window.holds(-79, 39)
    assert pictured(regions, cities, OUTLINES) == (8, 9, ["BB-1 1"])


def test_a_near_country_with_as_many_mentions_comes_into_the_picture() -> None:
    regions = AREAS.assign(code=["BB-2", "AA-1", "AA-2"], n=[4, 3, 1], n_named=[0, 3, 1], n_inside=[4, 0, 0])
    city = POINTS.head(1).assign(lat=49.0, lon=42.0, n=4, country_code="BB")
    assert main_country(regions) == "AA"  # of as many mentions the one of which more regions are named
    window = frame_of(regions, city, OUTLINES)
    assert window.holds(42, 49)
    assert window.holds(31, 51)


def test_a_region_that_holds_most_is_shown_whole() -> None:
    wide = square("AA-1", "AA", 30, 50)
    wide = Outline("AA-1", "Wide", "AA", (20, 45, 40, 55), (30, 50), wide.geometry)
    regions = AREAS[AREAS.code == "AA-1"].assign(n=4, n_named=0, n_inside=4)
    cities = POINTS.head(1).assign(lat=46.0, lon=39.0, n=4)
    window = frame_of(regions, cities, {"AA-1": wide})
    assert window.holds(21, 54)


def test_a_region_that_is_named_but_in_no_quotation_is_not_said_to_be_unnamed() -> None:
    drawn = figure(measure="n_quotations")
    said = dict(zip(drawn["areas"].locations, drawn["areas"].text, strict=True))
    assert "3 mentions" in said["AA-1"]
    legend = " ".join(note.text for note in drawn["layout"].annotations)
    assert "no quotations" in legend
    assert "not named" not in legend


def test_what_is_open_is_brought_into_the_picture() -> None:
    assert frame_of(AREAS, POINTS, OUTLINES, selected="BB-1").holds(-79, 39)
    assert frame_of(AREAS, POINTS, OUTLINES, selected="gn:2").holds(-79, 39)


def test_areas_are_classed_and_tell_their_code() -> None:
    areas = figure()["areas"]
    assert dict(zip(areas.locations, areas.z, strict=True)) == {"AA-1": 2, "AA-2": 1, "AA-3": 0}
    assert list(areas.customdata) == list(areas.locations)
    assert list(figure()["points"].customdata) == ["gn:1", "gn:2"]


def test_another_measure_classes_anew() -> None:
    areas = figure(measure="n_documents")["areas"]
    assert dict(zip(areas.locations, areas.z, strict=True))["AA-1"] == 2


def test_stated_areas_are_hatched_and_the_open_one_outlined() -> None:
    drawn = figure("AA-1", stated=("AA-2",))
    assert len([lon for lon in drawn["hatching"].lon if lon is not None]) > 4
    assert drawn["selected"].line.color == LIGHT.accent
    assert len(drawn["selected"].lon) == 6
    assert any("see the note on borders" in note.text for note in drawn["layout"].annotations)


def test_names_are_labels_with_their_numbers_and_no_markup() -> None:
    drawn = region_map.region_map(AREAS, POINTS, OUTLINES, BASE, look=Look(selected=("gn:2",)))
    texts = [text for trace in drawn.data if trace.name == "labels" for text in trace.text]
    assert "North 3" in texts
    assert not any("<b>" in text for text in texts)
    assert "North 3" in finding(drawn), "the picture in words says what it shows"


@pytest.mark.parametrize(
    ("city", "lies", "named"),
    [
        ("", {}, True),
        ("Ash", {}, True),
        ("AA-2", {}, False),
        ("AA-2", {"country_code": "BB"}, True),
        ("AA-2", {"lon": -60.0}, True),
    ],
)
def test_an_area_that_only_places_in_it_fill_has_its_name_unless_a_city_bears_it(
    city: str, lies: dict[str, object], named: bool
) -> None:
    lands = AREAS[AREAS.code == "AA-2"].assign(n_named=0, n_inside=1)
    near = POINTS.head(1).assign(n=20)
    other = near.assign(**{"name": city, "lat": 48.5, "n": 1, **lies})
    cities = pd.concat([near, other.head(len(city))])
    drawn = region_map.region_map(lands.assign(n=9), cities, OUTLINES, BASE)
    texts = [text.strip() for trace in drawn.data if trace.name == "labels" for text in trace.text]
    assert ("AA-2 9" in texts) == named


@pytest.mark.parametrize(("code", "said"), [("AA-1", "ALAND"), ("CC", "Aland")])
def test_a_country_is_told_from_the_regions_in_which_its_name_stands(code: str, said: str) -> None:
    lands, outlines = AREAS[AREAS.code == "AA-1"].assign(code=code), {code: square(code, "CC", 30, 50)}
    drawn = region_map.region_map(
        lands, POINTS.head(0), outlines, {"AA": square("AA", "AA", 30, 50, "Aland")}
    )
    [lands] = [trace for trace in drawn.data if trace.name == "countries"]
    assert (list(lands.text), lands.textfont.color) == ([said], LIGHT.ink), "readable on every fill"


def test_no_name_loses_its_number() -> None:
    long = AREAS.assign(
        name=["", "The Autonomous Territory of Somewhere Far", "Llanfairpwllgwyngyllgogerychwyrn"]
    )
    drawn = region_map.region_map(long, POINTS, OUTLINES, BASE)
    texts = [text.strip() for trace in drawn.data if trace.name == "labels" for text in trace.text]
    assert {"The Autonomous Territory… 3", "Llanfairpwllgwyngyllgogery… 1"} & set(texts)


@pytest.mark.parametrize(
    ("values", "classes"),
    [
        ([], []),
        ([0], []),
        ([1], [(1, 1)]),
        ([1, 3, 7], [(1, 1), (2, 3), (4, 7)]),
        ([900], [(1, 3), (4, 15), (16, 63), (64, 255), (256, 900)]),
    ],
)
def test_classes(values: list[int], classes: list[tuple[int, int]]) -> None:
    assert steps(values) == classes


def test_the_main_country_has_most_mentions_of_its_regions_and_of_places_in_them() -> None:
    assert main_country(AREAS) == "AA"
    assert main_country(AREAS.assign(n=[9, 3, 1])) == "BB"
    assert main_country(AREAS[AREAS.n == 0]) is None


def test_a_corpus_of_many_countries_has_no_main_country_and_shows_them_all() -> None:
    lands = [(f"C{i}", -120.0 + 40 * i, -20.0 + 10 * i) for i in range(6)]
    outlines = {f"{c}-{k}": square(f"{c}-{k}", c, x, y + 3 * k) for c, x, y in lands for k in (1, 2)}
    rows = AREAS.iloc[[1] * len(outlines)].assign(
        code=list(outlines), country_code=[code[:2] for code in outlines], n=4, n_named=4
    )
    assert main_country(rows) is None
    assert frame_of(rows, POINTS.iloc[:0], outlines).whole
    assert pictured(rows, POINTS.iloc[:0], outlines).far == []


def test_nothing_named_shows_the_world() -> None:
    assert frame_of(AREAS.iloc[:0], POINTS.iloc[:0], OUTLINES).whole
    assert region_map.region_map(AREAS.iloc[:0], POINTS.iloc[:0], OUTLINES, BASE).data


def test_quotations_are_a_measure_of_areas_points_and_labels() -> None:
    areas, spots = AREAS.assign(n_quotations=[1, 1, 0]), POINTS.assign(n_quotations=[1, 0])
    drawn = region_map.region_map(areas, spots, OUTLINES, BASE, measure="n_quotations")
    traces = {trace.name: trace for trace in drawn.data}
    classes = dict(zip(traces["areas"].locations, traces["areas"].z, strict=True))
    assert (classes["AA-1"], classes["AA-2"]) == (1, 0)
    assert list(traces["points"].customdata) == ["gn:1"]
    assert any("quotations" in note.text for note in drawn.layout.annotations)


def test_an_area_that_nobody_names_is_drawn_and_says_so() -> None:
    areas = figure()["areas"]
    said = dict(zip(areas.locations, areas.text, strict=True))
    assert "not named" in said["AA-3"]
    assert "1 mention: 1 by its own name, 0 of places in it" in said["AA-2"]


def test_of_very_many_the_most_named_are_drawn() -> None:
    many = pd.concat([POINTS.head(1)] * 1000, ignore_index=True).assign(
        place_id=[f"gn:{i}" for i in range(1000)], n=range(1000, 0, -1)
    )
    drawn = region_map.region_map(AREAS, many, OUTLINES, BASE)
    points = next(trace for trace in drawn.data if trace.name == "points")
    assert list(points.customdata) == [f"gn:{i}" for i in range(MOST)]


@pytest.mark.parametrize(("lat", "lon"), [(91.0, 0.0), (0.0, 181.0), (float("nan"), 0.0)])
def test_a_point_that_is_not_on_the_globe_is_left_to_the_list(lat: float, lon: float) -> None:
    odd = POINTS.assign(lat=[49.0, lat], lon=[31.0, lon])
    drawn = region_map.region_map(AREAS, odd, OUTLINES, BASE)
    assert list(next(t for t in drawn.data if t.name == "points").customdata) == ["gn:1"]


def test_the_poles_lie_outside_the_world_that_is_drawn() -> None:
    poles = POINTS.assign(lat=[90.0, -90.0], lon=[0.0, 180.0], name=["North Pole", "South Pole"])
    assert set(pictured(AREAS.iloc[:0], poles, {}).far) == {"North Pole 2", "South Pole 2"}


def test_a_title_has_the_room_that_the_buttons_leave() -> None:
    look = Look(title="Named regions of the Philippines")
    lines = [
        region_map.region_map(AREAS, POINTS, OUTLINES, BASE, look=look, width=region_map.NARROW, buttons=room)
        for room in (MAP_BUTTONS, BUTTONS)
    ]
    assert [drawn.layout.title.text.count("<br>") for drawn in lines] == [2, 1]


def test_small_maps_share_frame_and_classes() -> None:
    window, bounds = frame_of(AREAS, POINTS, OUTLINES), steps(AREAS.n)
    drawn = map_extent.shown(AREAS, OUTLINES, window)
    one, other = (
        region_map.small_map(
            areas,
            POINTS,
            drawn,
            BASE,
            look=Look(title="T", source="Elm"),
            said="n",
            window=window,
            bounds=bounds,
        )
        for areas in (AREAS, AREAS[AREAS.code == "AA-2"])
    )
    assert one.layout.geo == other.layout.geo
    first, second = (next(t for t in f.data if t.name == "areas") for f in (one, other))
    assert first.locations == second.locations
    assert (first.colorscale, first.zmin, first.zmax) == (second.colorscale, second.zmin, second.zmax)
    assert dict(zip(second.locations, second.z, strict=True))["AA-1"] == 0


def test_an_area_whose_extent_alone_reaches_into_the_frame_is_not_in_the_picture() -> None:
    africa, siberia = Frame(-3.9, -38.3, 68.35, 18.4), Frame(95, 60, 100, 62)
    assert africa.meets(boundaries.countries()["IN"].bbox)
    assert {"IN", "MZ"}.intersection(reached(boundaries.countries(), africa)) == {"MZ"}
    assert reached(boundaries.countries(), siberia) == ["RU"]
