"""To check: what is asked, what a choice writes, going on, and taking it back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tellings.ui.correcting import place
from tests import shown
from tests.analysis.test_doubt import SCORES
from tests.app.opening import open_page, said


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TELLINGS_HOME", str(tmp_path))
    monkeypatch.setenv("TELLINGS_CORRECTIONS", "saved")
    shown.write(tmp_path / "elm", scores=SCORES)
    return tmp_path


def log(home: Path) -> list[dict[str, Any]]:
    path = home / "elm" / "corrections.jsonl"
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []


def press(app: AppTest, words: str) -> None:
    button = next(one for one in app.button if one.label == words)
    button.click().run()
    assert not app.exception, app.exception


def opened(kind: str = "check", **params: str) -> AppTest:
    return open_page("corrections", corpus="elm", view=kind, **params)


def test_the_least_sure_is_asked_first_in_its_sentence() -> None:
    page = said(opened())
    assert "1 of 8 left to check" in page
    assert "“Port Elm” is Port Elm, city, UA" in page
    assert "<mark>" in page


def test_accepting_writes_the_line_and_goes_on(home: Path) -> None:
    app = opened("check-types")
    assert "“Bo Quay” is of the type person" in said(app)
    press(app, "Accept")
    (line,) = log(home)
    assert (line["action"], line["value"]) == ("accept", "mention")
    assert line["target"] == ["alpha", 16, 23, "Bo Quay"]
    assert "“Harbour” is of the type person" in said(app)
    assert "1 of 1 left" in said(app)


def test_a_choice_is_written_for_what_it_decides_and_taken_back(home: Path) -> None:
    app = opened("check-types")
    press(app, "organisation")
    (line,) = log(home)
    assert (line["action"], line["target"]["entity"], line["value"]) == (
        "retype",
        "person:bo-quay",
        "organisation",
    )
    press(app, "Take back")
    assert [line["action"] for line in log(home)] == ["retype", "undo"]
    assert "“Bo Quay” is of the type person" in said(app)
    assert app.button(key="check-undo").disabled


def test_all_mentions_that_a_choice_decides_are_one_decision(home: Path) -> None:
    app = opened("check-merges", doc="beta")
    assert "“Harbour” is Ann Harbour (person)" in said(app)
    press(app, "no name")
    assert [line["action"] for line in log(home)] == ["reject", "reject"]
    press(app, "Take back")
    assert [line["action"] for line in log(home)] == ["reject", "reject", "undo", "undo"]
    assert "“Harbour” is Ann Harbour (person)" in said(app)


def test_a_speaker_is_another_or_nobody(home: Path) -> None:
    app = opened("check-speakers")
    assert "Said by Ann Harbour" in said(app)
    press(app, "Bo Quay")
    assert log(home)[-1]["value"]["speakers"][0]["who"]["entity"] == "person:bo-quay"
    press(app, "Take back")
    press(app, "nobody known")
    assert log(home)[-1]["value"] == {"speakers": [], "anonymous": False}
    assert "Nothing is left" in said(app)


def test_a_place_can_be_taken_off_the_map(home: Path) -> None:
    app = opened("check-places", doc="alpha")
    press(app, "cannot be placed")
    assert [(line["action"], line["value"]) for line in log(home)] == [("relocate", None)] * 2


def test_other_places_of_the_name_are_told_apart() -> None:
    offered = place.candidates("Paris")
    assert ("FR", "Paris") in [(one.country_code, words.partition(" · ")[0]) for one, words in offered]
    assert len({one.place_id for one, _ in offered}) == len(offered) > 2


def test_next_and_previous_turn_the_list_and_the_address_says_which() -> None:
    app = opened("check-types")
    press(app, "Next")
    assert "“Harbour” is of the type person" in said(app)
    assert "check:2" in app.query_params["page"]
    press(app, "Previous")
    assert "“Bo Quay” is of the type person" in said(app)


def test_in_a_session_it_lives_in_the_window(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELLINGS_CORRECTIONS", "session")
    app = opened("check-types")
    press(app, "Accept")
    assert not log(home)
    assert "“Harbour” is of the type person" in said(app)


@pytest.mark.parametrize("layer", ["", "machine"])
def test_where_nothing_may_be_corrected_it_is_only_shown(monkeypatch: pytest.MonkeyPatch, layer: str) -> None:
    if not layer:
        monkeypatch.setenv("TELLINGS_CORRECTIONS", "off")
    app = opened(**({"layer": layer} if layer else {}))
    assert "“Port Elm” is Port Elm" in said(app)
    assert {one.label for one in app.button if one.key and one.key.startswith("check-")} == {
        "Previous",
        "Next",
    }
