"""Correcting an entity on its card: merged, split, renamed, retyped, placed, rejected."""

from __future__ import annotations

from pathlib import Path

import pytest

from tellings.store import corpus as store
from tests.app.correcting import ANN, BO, ELM, card, lines, send
from tests.app.opening import open_page, said

pytestmark = pytest.mark.usefixtures("home")


def test_two_entities_are_one(home: Path) -> None:
    app = send(card(BO), f"merge-{BO}", "Merge", who=ANN, why="his pen name")
    assert "Their first names differ: Bo and Ann." in said(app)
    assert lines(home) == [], "nothing is done before it is said that they are one all the same"
    app.checkbox(key=f"correct-merge-{BO}-sure-{ANN}").check()
    next(one for one in app.button if one.label == "Merge").click()
    app.run()
    assert "Merged: “Bo Quay” → Ann Harbour · 1 mention in 1 article" in said(app)
    assert app.query_params["sel"] == ["mentions", f"entity:{BO}"], "the view stays"
    assert "Ann Harbour</h2>" in said(app), "and leads to what the entity has become"
    assert '<span class="t-n">6</span>' in said(app)


def test_an_entity_is_not_merged_with_itself(home: Path) -> None:
    app = card(BO)
    app.session_state[f"correct-merge-{BO}"] = True
    app.run()
    assert "Bo Quay · person · 1" not in app.selectbox(key=f"correct-merge-{BO}-who").options


def test_a_printed_form_is_split_off(home: Path) -> None:
    app = send(card(ANN), f"split-{ANN}", "Split off", form="Harbour", name="Another Harbour")
    names = store.open("elm").entities.set_index("name").n_mentions
    assert (names["Ann Harbour"], names["Another Harbour"]) == (2, 3)
    assert "Split off: “Ann Harbour” → Another Harbour" in said(app)


def test_nothing_is_split_off_without_a_form_or_an_article(home: Path) -> None:
    app = send(card(ANN), f"split-{ANN}", "Split off")
    assert "Choose a printed form or an article" in said(app)
    assert lines(home) == []


def test_an_entity_has_another_name(home: Path) -> None:
    app = send(card(ANN), f"rename-{ANN}", "Rename", name="Anna Harbour")
    assert "Anna Harbour</h2>" in said(app)


@pytest.mark.parametrize("name", ["", "   "])
def test_a_name_of_nothing_is_refused(home: Path, name: str) -> None:
    app = send(card(ANN), f"rename-{ANN}", "Rename", name=name)
    assert "not empty" in said(app)
    assert lines(home) == []


def test_the_name_that_it_has_changes_nothing(home: Path) -> None:
    app = send(card(ANN), f"rename-{ANN}", "Rename", name="Ann Harbour")
    assert "changes nothing: it has this name already" in said(app)
    assert [line.action for line in lines(home)] == ["rename"]


def test_an_entitys_type_and_side(home: Path) -> None:
    app = send(card(ANN), f"retype-{ANN}", "Change", type="organisation", country="ua")
    entity = store.open("elm").entities.set_index("entity_id").loc[ANN]
    assert (entity.type, entity.country) == ("organisation", "UA")
    assert "acts for Ukraine" in said(app)


def test_an_entity_is_rejected(home: Path) -> None:
    app = send(card(BO), f"reject-{BO}", "Reject all")
    assert BO not in store.open("elm").entities.entity_id.tolist()
    assert "Rejected: “Bo Quay” · 1 mention in 1 article" in said(app)


def test_all_of_a_place_is_put_elsewhere(home: Path) -> None:
    app = card(ELM)
    app.session_state[f"correct-relocate-{ELM}"] = True
    app.run()
    app.text_input(key=f"correct-relocate-{ELM}-sought").set_value("Odesa").run()
    app = send(app, f"relocate-{ELM}", "Put it here", place="gn:698740")
    assert set(store.open("elm").toponyms.place_id) == {"gn:698740"}
    assert "Odesa</h2>" in said(app)
    led = said(open_page("map", corpus="elm", place=ELM))
    assert "no place “gn:1”" not in led, "a link to the old place leads on"
