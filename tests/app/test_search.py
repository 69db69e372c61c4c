"""The search: by kind, each result a link, the words in any form."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from tests import shown, world
from tests.app.opening import open_page, said


@pytest.fixture(autouse=True)
def _corpora(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELLINGS_HOME", str(tmp_path))
    shown.write(tmp_path / "elm")


def test_a_name_is_found_among_names_speakers_quotations_and_words() -> None:
    app = open_page("search", corpus="elm", q="harbour")
    page = said(app)
    for head in ("named: 1", "speaks: 1", "Places: 0", "Said: 1 quotation"):
        assert head in page
    links = {one.proto.label: parse_qs(one.proto.query_string) for one in app.get("page_link")}
    assert links["Ann Harbour 5"]["entity"] == ["person:ann-harbour"]
    assert links["Ann Harbour 1"]["speaker"] == ["person:ann-harbour"]
    assert links["Read it with who says it"]["q"] == ["harbour"]


def test_wildcards_find_the_same_in_every_part() -> None:
    page, starred = (said(open_page("search", corpus="elm", q=q)) for q in ("harb", "h?rb*"))
    for head in ("named: 1", "speaks: 1", "Places: 0", "Said: 1 quotation"):
        assert head in page
        assert head in starred


def test_a_place_leads_to_the_map() -> None:
    app = open_page("search", corpus="elm", q="elm")
    assert "Places: 1" in said(app)


def test_nothing_asked_says_how_to_ask() -> None:
    assert "Type a word" in said(open_page("search", corpus="elm"))


def test_the_field_at_the_side_turns_to_the_search() -> None:
    app = open_page("method", corpus="elm")
    app.text_input(key="find").set_value("dawn").run()
    assert app.query_params["q"] in ("dawn", ["dawn"])
    assert "<h1>Search</h1>" in said(app)


def test_places_of_one_name_are_told_apart_by_where_they_lie(tmp_path: Path) -> None:
    places = [
        ("Birmingham", 52.48, -1.9, "city", "GB", "GB-ENG"),
        ("Birmingham", 33.52, -86.8, "city", "US", "US-AL"),
        ("Portland", 45.52, -122.67, "city", "US", "US-OR"),
        ("Portland", 43.66, -70.26, "city", "US", "US-ME"),
        ("Portland", -38.34, 141.6, "city", "AU", "AU-VIC"),
        ("Hull", 53.74, -0.33, "city", "GB", "GB-ENG"),
    ]
    world.write(tmp_path / "twins", places)
    lands = {"Birmingham": {"United Kingdom", "United States"}, "Portland": {"Oregon", "Maine", "Australia"}}
    for name, lies in lands.items():
        app = open_page("search", corpus="twins", q=name.lower())
        labels = [one.proto.label.replace("\\", "") for one in app.get("page_link")]
        for land in lies:
            assert labels.count(f"{name}, {land} 1") == 2, "among names, and among places"
    hull = open_page("search", corpus="twins", q="hull")
    assert [one.proto.label for one in hull.get("page_link")].count("Hull 1") == 2
    app = open_page("entities", corpus="twins", entity=["gn:2"])
    assert "of Birmingham, United States" in said(app)


def test_a_search_without_a_hit_says_what_to_do() -> None:
    app = open_page("search", corpus="elm", q="zebra")
    assert "No article has this word. Look for fewer of its letters" in said(app)
    assert "Loosen a filter" not in said(app)
    narrowed = said(open_page("search", corpus="elm", q="zebra", publisher=["The Elm Post"]))
    assert "Look for fewer of its letters" in narrowed
    assert "Loosen a filter" in narrowed


def test_a_count_in_a_table_stands_as_on_the_page() -> None:
    table = open_page("entities", corpus="elm").dataframe[0]
    columns = json.loads(table.proto.columns)
    assert {columns[name]["type_config"]["format"] for name in ("Mentions", "Articles")} == {"%,d"}
