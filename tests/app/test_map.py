"""The map page without a browser: what it says of odd corpora, and that it stands where the outlines do not."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from tellings import settings
from tellings.folder import parquet
from tellings.resources import boundaries
from tests import corpora, shown, world
from tests.app.opening import drawn, open_page, said

VIEWS = ("", "countries", "outlets", "outlets-countries")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TELLINGS_HOME", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("sort", ["", "quotations"])
def test_every_view_opens_and_says_how_borders_are_drawn(home: Path, view: str, sort: str) -> None:
    shown.write(home / "elm")
    app = open_page("map", corpus="elm", view=view, sort=sort)
    assert "4 of 5" in said(app)
    assert "Crimea and Sevastopol are drawn and counted as Ukraine" in f"{said(app)} {drawn(app)}"


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize(
    ("place", "said_of"),
    [
        (("Nairobi", -1.28, 36.82, "city", "KE", "KE-30"), ""),
        (
            ("Srinagar", 34.09, 74.8, "city", "IN", "IN-JK"),
            "Jammu and Kashmir: claimed by India and Pakistan",
        ),
    ],
)
def test_a_border_is_stated_where_it_is_in_the_picture_and_only_there(
    home: Path, place: world.Placed, said_of: str, view: str
) -> None:
    world.write(home / "far", [place])
    app = open_page("map", corpus="far", view=view)
    told = f"{said(app)} {drawn(app)}"
    assert said_of in told
    assert "Crimea" not in told
    assert said_of or "Hatched" not in told


@pytest.mark.parametrize("view", ["countries", "outlets-countries"])
@pytest.mark.parametrize(
    ("place", "said_of"),
    [
        (("Haifa", 32.82, 34.99, "city", "IL", "IL-HA"), "The Golan Heights are drawn and counted as Syria"),
        (("Casablanca", 33.59, -7.62, "city", "MA", "MA-06"), "Western Sahara is drawn by itself"),
        (("Moscow", 55.75, 37.62, "city", "RU", "RU-MOW"), "Crimea and Sevastopol"),
    ],
)
def test_a_border_is_stated_where_the_shape_of_a_named_country_depends_on_it(
    home: Path, place: world.Placed, said_of: str, view: str
) -> None:
    world.write(home / "far", [place])
    app = open_page("map", corpus="far", view=view)
    assert said_of in f"{said(app)} {drawn(app)}"


def test_the_overview_states_a_border_once_and_says_where_no_region_is_named(home: Path) -> None:
    shown.write(home / "elm")
    app = open_page("overview", corpus="elm")
    assert drawn(app).count("Crimea") == said(app).count("Crimea") == 1
    world.write(home / "far", [("Null Island", 0.0, 0.0, "area", None, None)])
    assert "No region is named as a place." in said(open_page("overview", corpus="far"))


@pytest.mark.parametrize(
    ("sort", "caption"),
    [
        ("", "n = 4 mentions"),
        ("documents", "n = 3 articles"),
        ("outlets", "n = 3 outlets"),
        ("quotations", "quotations"),
    ],
)
def test_the_source_line_counts_what_is_drawn(home: Path, sort: str, caption: str) -> None:
    shown.write(home / "elm")
    app = open_page("map", corpus="elm", sort=sort)
    figures = [element.proto.spec for element in app.get("plotly_chart")]
    assert any(caption in figure for figure in figures)
    assert all("n = 4 mentions" not in figure for figure in figures) or not sort


def test_the_list_has_the_names_of_the_map() -> None:
    (listed,) = (list(table.value.Area) for table in open_page("map").dataframe if "Area" in table.value)
    assert {"Sumy", "Zaporizhzhia", "Crimea"} <= set(listed)
    assert not any(name.endswith("Oblast") for name in listed)


def test_what_lies_outside_the_picture_is_counted(home: Path) -> None:
    world.write(home / "odd", world.ODD)
    page = said(open_page("map", corpus="odd"))
    assert re.search(
        r"Of 7 mentions 1 is in the picture and 6 lie outside it \((?:[^,)]+ 1(?:, )?){6}\)", page
    )


KYIV = ("Kyiv", 50.45, 30.52, "city", "UA", "UA-30")
ODESA = ("Odesa", 46.48, 30.73, "city", "UA", "UA-51")
UKRAINE = ("Ukraine", 49.0, 32.0, "country", "UA", None)
EUROPE = ("Europe", None, None, "area", None, None)
LOST = ("Oakvale", None, None, "city", None, None)
LIMA = ("Lima", -12.05, -77.04, "city", "PE", "PE-LMA")
SEA = ("Black Sea", 43.4, 34.3, "water", None, None)
OBLAST = ("Odesa Oblast", 46.6, 30.5, "region", "UA", "UA-51")


@pytest.mark.parametrize(
    ("places", "sentence"),
    [
        ([KYIV], "Of 1 mention 1 is in the picture."),
        ([KYIV, ODESA], "Of 2 mentions 2 are in the picture."),
        ([KYIV, ODESA, UKRAINE], "Of 3 mentions 2 are in the picture and 1 names a whole country."),
        (
            [KYIV, ODESA, UKRAINE, UKRAINE, EUROPE],
            "Of 5 mentions 2 are in the picture, 2 name a whole country and 1 names an area that has no point",
        ),
        (
            [*[KYIV] * 9, *[ODESA] * 9, LIMA],
            "Of 19 mentions 18 are in the picture and 1 lies outside it (Lima 1).",
        ),
        ([KYIV, ODESA, SEA], "Of 3 mentions 3 are in the picture. The list has 2: those in a region."),
        ([KYIV, OBLAST, ODESA], "Of 3 mentions 3 are in the picture."),
    ],
)
def test_the_numbers_of_the_picture_add_up_to_all(
    home: Path, places: list[world.Placed], sentence: str
) -> None:
    world.write(home / "told", places)
    app = open_page("map", corpus="told")
    assert sentence in said(app)
    assert f"n = {len(places)} mention" in drawn(app)
    [numbers] = [frame.value.Mentions for frame in app.dataframe if "Mentions" in frame.value.columns]
    apart = re.search(r"The list has (\d+)", said(app))
    in_regions = sum(place[5] is not None for place in places)
    assert numbers.sum() == in_regions == (int(apart[1]) if apart else in_regions)


def test_names_without_a_place_are_counted_below_the_map(home: Path) -> None:
    path = world.write(home / "told", [KYIV, LOST])
    toponyms = parquet.read(path, "toponyms")
    toponyms.loc[toponyms.text == "Oakvale", ["place_id", "name"]] = None
    parquet.write(toponyms, path, "toponyms")
    assert "Of 2 mentions 1 is in the picture and 1 could not be placed." in said(
        open_page("map", corpus="told")
    )


def test_a_name_of_which_the_region_alone_is_known_is_counted_there_and_no_second_time(home: Path) -> None:
    path = world.write(home / "told", [KYIV, KYIV, LOST])
    toponyms = parquet.read(path, "toponyms")
    second = toponyms.index[toponyms.text == "Kyiv"][1]
    toponyms.loc[second, ["place_id", "name"]] = None
    toponyms.loc[toponyms.text == "Oakvale", ["place_id", "name"]] = None
    parquet.write(toponyms, path, "toponyms")
    page = said(open_page("map", corpus="told"))
    assert "Of 3 mentions 2 are in the picture and 1 could not be placed." in page


def test_what_is_known_by_its_region_alone_is_counted_once_and_said(home: Path) -> None:
    path = world.write(home / "told", [KYIV, ("Elm Lane", 50.4, 30.5, "area", "UA", "UA-30"), LOST])
    toponyms = parquet.read(path, "toponyms")
    toponyms.loc[toponyms.text != "Kyiv", ["place_id", "name"]] = None
    parquet.write(toponyms, path, "toponyms")
    page = said(open_page("map", corpus="told"))
    assert "Of 3 mentions 2 are in the picture and 1 could not be placed." in page
    assert "Of 1 mention only the region is known, for which it counts." in page


@pytest.mark.parametrize("view", ["", "outlets"])
def test_a_city_that_bears_the_name_of_its_region_has_the_number_of_the_list(home: Path, view: str) -> None:
    palace = ("Dolmabahçe Palace", 41.04, 29.0, "facility", "TR", "TR-34")
    world.write(home / "told", [("Istanbul", 41.01, 28.96, "city", "TR", "TR-34"), palace, palace])
    app = open_page("map", corpus="told", view=view)
    traces = [trace for chart in app.get("plotly_chart") for trace in json.loads(chart.proto.spec)["data"]]
    labels = [text.strip() for trace in traces if trace.get("name") == "labels" for text in trace["text"]]
    assert "Istanbul 3" in labels
    assert "Istanbul 1" not in labels


def test_the_table_by_outlet_has_a_column_for_each_and_no_two_heads_alike() -> None:
    app = open_page("map", view="outlets")
    [table] = [frame.value for frame in app.dataframe if "AFP" in frame.value.columns]
    heads = [str(name) for name in table.columns[1:]]
    assert len(heads) == 5
    assert max(map(len, heads)) <= 18
    assert {"“Ukraine… agreed”", "“Ukrainian… sides”"} <= set(heads)


def test_by_articles_the_map_says_that_numbers_do_not_add_up(home: Path) -> None:
    world.write(home / "told", [ODESA, *[KYIV] * 18, LIMA])
    page = said(open_page("map", corpus="told", sort="documents"))
    assert "n has each article once. An article that names several regions counts for each of them." in page
    assert "Outside the picture, in the list, by articles: Odesa 1, Lima 1." in page


def test_a_corpus_without_places_says_so(home: Path) -> None:
    corpora.write(home / "none", corpora.paragraph("a", "Nothing is named."))
    assert "These articles name no places." in said(open_page("map", corpus="none"))


@pytest.mark.parametrize("view", VIEWS)
def test_poles_antimeridian_and_names_of_one_letter(home: Path, view: str) -> None:
    world.write(home / "odd", world.ODD)
    assert "7 of 7" in said(open_page("map", corpus="odd", view=view))
    opened = said(open_page("map", corpus="odd", sel=["toponyms", "place:gn:1"]))
    assert '<span class="t-n">1</span>' in opened
    assert "<b>Å</b>" in opened


def test_of_ten_thousand_places_the_map_draws_some_and_the_lists_have_all(home: Path) -> None:
    world.write(home / "many", world.everywhere(10_000, ["UA", "TR", "PL"]))
    app = open_page("map", corpus="many", page="places:3")
    assert "The map draws the 300 points with the largest numbers of 10,000; the lists have all." in said(app)
    assert "201 to 300 of 10,000 places" in said(app)
    places = next(frame.value for frame in app.dataframe if "Place" in frame.value.columns)
    assert len(places) == 100


@pytest.mark.parametrize("damage", ["missing", "empty", "cut"])
@pytest.mark.parametrize("view", VIEWS)
def test_without_outlines_the_list_stands_and_says_why(
    home: Path, monkeypatch: pytest.MonkeyPatch, damage: str, view: str
) -> None:
    shown.write(home / "elm")
    folder = home / "outlines"
    if damage != "missing":
        shutil.copytree(settings.read().data / "boundaries", folder)
        for file in (folder / "countries.json", folder / "regions" / "UA.json"):
            file.write_bytes(b"" if damage == "empty" else file.read_bytes()[:500])
    monkeypatch.setattr(boundaries, "_folder", lambda _: folder)
    app = open_page("map", corpus="elm", view=view)
    assert "There is no map" in said(app)
    numbers = next(frame.value for frame in app.dataframe if "Mentions" in frame.value.columns)
    assert numbers.Mentions.tolist() == [4]


def test_what_is_open_is_taken_apart(home: Path) -> None:
    shown.write(home / "elm")
    app = open_page("map", corpus="elm", sel=["toponyms", "admin1:UA-51"])
    rows = {pills.label: pills.options for pills in app.get("button_group") if pills.label}
    assert rows["Named by"][0] == "The Elm Post 2"
    assert "4 in all: all of places in it" in said(app)


def test_of_no_place_names_nothing_is_taken_away() -> None:
    for asked, n in (({"use": "demonym", "speaker": "person:donald-trump"}, 0), ({"use": "demonym"}, 4)):
        buttons = [one.proto.id for one in open_page("map", **asked).get("download_button")]
        assert len([one for one in buttons if "take-places-" in one]) == n, asked


def test_times_are_asked_for_where_there_are_several(home: Path) -> None:
    path = shown.write(home / "elm")
    page = opened_filters("elm")
    assert not page.date_input, "no article is dated"
    assert page.multiselect(key="filter-when").options == []
    documents = parquet.read(path, "documents")
    documents["published"] = [date(2025, 5, 1), date(2025, 5, 16), None]
    parquet.write(documents, path, "documents")
    alpha = parquet.read(path, "sentences").iloc[0]
    span = {"doc_id": "alpha", "sentence_id": alpha.sentence_id, "start": 0, "end": 3, "text": "Ann"}
    dates = pd.DataFrame([{**span, "type": "date", "value": "2022-03-01", "mod": None, "method": "test"}])
    parquet.write(dates, path, "dates")
    (path / "datapackage.json").write_text((path / "datapackage.json").read_text() + " ")
    page = opened_filters("elm")
    assert page.date_input(key="filter-date").value == (date(2025, 5, 1), date(2025, 5, 16))
    assert page.multiselect(key="filter-when").options == ["2022 · 1 place names", "2022-03 · 1 place names"]
    assert "1 of 5" in said_of("elm", when="2022")
    assert "2 of 5" in said_of("elm", date="2025-05-01..2025-05-02")


def test_a_long_name_pushes_no_number_out_of_the_list(home: Path) -> None:
    world.write(home / "far", [("Kinshasa", -4.33, 15.31, "city", "CD", "CD-KN")])
    app = open_page("map", corpus="far", view="countries")
    assert "Democratic Republic of the Congo" in list(app.dataframe[0].value["Area"])
    widths = {
        name: column.get("width") for name, column in json.loads(app.dataframe[0].proto.columns).items()
    }
    assert sum(widths[name] for name in ("Area", "Mentions", "Quotations", "Articles")) <= 330


def opened_filters(corpus: str) -> AppTest:
    """The page with its lesser filters open."""
    page = open_page("map", corpus=corpus)
    page.session_state["map-more"] = True
    return page.run()


def said_of(corpus: str, **params: str) -> str:
    return said(open_page("map", corpus=corpus, **params))
