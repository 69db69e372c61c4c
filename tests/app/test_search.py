"""The search: by kind, each result a link, the words in any form."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs

import pytest

from tests import shown
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
