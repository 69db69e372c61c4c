"""Correcting in the app: each form writes its line, every page shows it at once, and it can be undone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tellings import corrections
from tellings.query.filters import Filters
from tellings.store import corpus as store
from tellings.ui.view import View
from tests.app.correcting import ANN, BO, card, lines, mention, opened, quote, send
from tests.app.opening import open_page, said

pytestmark = pytest.mark.usefixtures("home")


def test_this_mention_is_somebody_else(home: Path) -> None:
    key = mention("Bo Quay")
    app = send(opened("reader", "mentions", "mention", key), f"relink-{key}", "Link", who=ANN, why="his name")
    (line,) = lines(home)
    assert (line.action, line.why) == ("relink", "his name")
    assert "Linked: “Bo Quay” → Ann Harbour · 1 mention in 1 article" in said(app)
    assert len(store.open("elm").mentions.query("entity_id == @ANN")) == 6


def test_this_mention_is_somebody_new(home: Path) -> None:
    key = mention("Bo Quay")
    app = send(
        opened("reader", "mentions", "mention", key), f"relink-{key}", "Link", new="Cy Weir", kind="person"
    )
    assert lines(home)[0].value == corrections.NewEntity("Cy Weir", "person")
    assert "Cy Weir" in said(app)
    assert "Cy Weir" in store.open("elm").entities.name.tolist()


def test_a_mention_of_nobody_known(home: Path) -> None:
    key = mention("Bo Quay")
    send(opened("reader", "mentions", "mention", key), f"relink-{key}", "Link", who="")
    assert lines(home)[0].value is None


def test_a_form_that_says_nothing_is_told(home: Path) -> None:
    key = mention("Bo Quay")
    app = send(opened("reader", "mentions", "mention", key), f"relink-{key}", "Link")
    assert "Choose a name first." in said(app)
    assert lines(home) == []


def test_the_type_of_one_mention(home: Path) -> None:
    key = mention("Port Elm")
    send(opened("reader", "mentions", "mention", key), f"retype-{key}", "Change", type="organisation")
    corpus = store.open("elm")
    assert corpus.mentions.set_index("mention_id").loc[key, "type"] == "organisation"
    assert key not in corpus.toponyms.mention_id.tolist()


def test_what_is_no_name_leaves_the_counts(home: Path) -> None:
    key = mention("Bo Quay")
    app = send(opened("reader", "mentions", "mention", key), f"reject-{key}", "Reject")
    assert "Rejected: “Bo Quay”" in said(app)
    assert key not in store.open("elm").mentions.mention_id.tolist()


def test_undo_is_a_button_beside_what_was_done(home: Path) -> None:
    key = mention("Bo Quay")
    app = send(opened("reader", "mentions", "mention", key), f"reject-{key}", "Reject")
    app.button(key="done-undo").click().run()
    assert [line.action for line in lines(home)] == ["reject", "undo"]
    assert key in store.open("elm").mentions.mention_id.tolist()
    assert "Undone" in said(app)


def test_with_corrections_hash_and_source_line_are_others(home: Path) -> None:
    before = store.open("elm")
    assert before.n_corrections == 0
    key = mention("Bo Quay")
    app = send(opened("reader", "mentions", "mention", key), f"reject-{key}", "Reject")
    once = store.open("elm")
    assert once.n_corrections == 1
    app.button(key="done-undo").click().run()
    assert store.open("elm").n_corrections == 0
    view = View("quotations", once, Filters(), None, "light")
    assert f"with 1 correction · {once.hash}-{once.corrected_as}" in view.source(1, "mentions")
    assert "n = 1 mention ·" in view.source(1, "mentions")
    assert view.file_name("map", 1).endswith(f"_{once.hash}-{once.corrected_as}")
    plain = View("quotations", before, Filters(), None, "light")
    assert "correction" not in plain.source(2, "mentions")
    assert plain.file_name("map", 1).endswith(f"_{before.hash}")


def test_when_all_mentions_are_rejected_it_is_said_so(home: Path) -> None:
    names = store.open("elm").mentions.query("entity_id == 'gn:1'").mention_id
    log = home / "elm" / "corrections.jsonl"
    for key in names:
        row = store.open("elm").mentions.set_index("mention_id").loc[key]
        span = corrections.Span(str(row.doc_id), int(row.start), int(row.end), str(row.text))
        corrections.append(log, corrections.new("reject", span))
    page = said(open_page("entities", corpus="elm", entity="gn:1", sel=["mentions", "entity:gn:1"]))
    assert "Since it was corrected, nothing counts as “Port Elm”" in page
    assert "This corpus has no" not in page
    page = said(open_page("entities", corpus="elm", entity="gn:9"))
    assert "This corpus has no entity “gn:9”" in page


def test_a_name_that_was_missed_is_found_by_its_words_and_marked(home: Path) -> None:
    app = open_page("reader", corpus="elm", doc="alpha")
    app.text_input(key="find-missed-alpha").set_value("An official").run()
    sel = app.query_params["sel"]
    start = store.open("elm").documents.text.iloc[0].index("An official")
    assert sel == ["span", f"start:{start}", f"end:{start + 11}"]
    assert "The passage that was asked for: “An official”" in said(app)
    app = send(app, f"missed-alpha-{start}-{start + 11}", "Mark it")
    assert "Choose its type" in said(app), "none is preset"
    app = send(app, f"missed-alpha-{start}-{start + 11}", "Mark it", who="person:an-official")
    marked = store.open("elm").mentions.query("start == @start and doc_id == 'alpha'")
    assert marked.entity_id.tolist() == ["person:an-official"]
    assert marked.form.tolist() == ["name"]
    assert "not marked → An official" in said(app)


def test_words_that_stand_nowhere_are_told() -> None:
    app = open_page("reader", corpus="elm", doc="alpha")
    app.text_input(key="find-missed-alpha").set_value("Zanzibar").run()
    assert "stands nowhere in this article" in said(app)


def test_who_says_it(home: Path) -> None:
    key = quote("indirect")
    app = send(
        opened("reader", "quotations", "quote", key),
        f"attribute-{key}",
        "Attribute",
        who=[BO],
        anonymous=False,
    )
    quotation = store.open("elm").quotations.set_index("quote_id").loc[key]
    assert (quotation.speaker_id, bool(quotation.anonymous)) == (BO, False)
    assert "Attributed" in said(app)


def test_nobody_known_says_it(home: Path) -> None:
    key = quote("indirect")
    send(
        opened("reader", "quotations", "quote", key),
        f"attribute-{key}",
        "Attribute",
        who=[""],
        anonymous=False,
    )
    assert store.open("elm").quotations.set_index("quote_id").speaker_id.isna()[key]


def test_only_whether_it_is_anonymous(home: Path) -> None:
    key = quote("indirect")
    app = opened("reader", "quotations", "quote", key)
    app = send(app, f"attribute-{key}", "Attribute")
    assert "Choose who says it first." in said(app)
    send(app, f"attribute-{key}", "Attribute", anonymous=False)
    quotation = store.open("elm").quotations.set_index("quote_id").loc[key]
    assert (quotation.speaker_id, bool(quotation.anonymous)) == ("person:an-official", False)


def test_the_kind_of_a_quotation(home: Path) -> None:
    key = quote("scare")
    send(opened("reader", "quotations", "quote", key), f"rekind-{key}", "Change", to="direct")
    assert store.open("elm").quotations.set_index("quote_id").kind[key] == "direct"


def test_the_boundaries_of_a_quotation(home: Path) -> None:
    key = quote("indirect")
    send(
        opened("reader", "quotations", "quote", key),
        f"respan-{key}",
        "Change",
        words="that Port Elm was calm",
    )
    assert store.open("elm").quotations.set_index("quote_id").text[key] == "that Port Elm was calm"


def test_boundaries_that_do_not_stand_in_the_article_are_told(home: Path) -> None:
    key = quote("indirect")
    app = send(
        opened("reader", "quotations", "quote", key), f"respan-{key}", "Change", words="quite other words"
    )
    assert "does not stand in the article" in said(app)
    assert lines(home) == []


def test_what_is_no_quotation(home: Path) -> None:
    key = quote("scare")
    send(opened("reader", "quotations", "quote", key), f"unquote-{key}", "Reject")
    assert key not in store.open("elm").quotations.quote_id.tolist()


def test_one_name_is_put_elsewhere(home: Path) -> None:
    key = mention("Port Elm")
    app = opened("reader", "mentions", "mention", key)
    app.session_state[f"correct-relocate-{key}"] = True
    app.run()
    app.text_input(key=f"correct-relocate-{key}-sought").set_value("Odesa").run()
    send(app, f"relocate-{key}", "Put it here", place="gn:698740")
    places = store.open("elm").toponyms.set_index("mention_id")
    assert places.place_id[key] == "gn:698740"
    assert places.name[key] == "Odesa"
    assert places.place_id.tolist().count("gn:1") == 4


def test_one_name_is_put_at_a_point(home: Path) -> None:
    key = mention("Port Elm")
    app = opened("reader", "mentions", "mention", key)
    send(app, f"relocate-{key}", "Put it here", place="a point", lat=1.5, lon=2.5, kind="city", country="ua")
    place = store.open("elm").toponyms.set_index("mention_id").loc[key]
    assert (place.place_id, place.country_code, place.lat) == ("pt:1.5000,2.5000", "UA", 1.5)


def test_how_a_name_is_used(home: Path) -> None:
    key = mention("Port Elm")
    send(opened("reader", "mentions", "mention", key), f"use-{key}", "Change", use="metonymic")
    assert store.open("elm").toponyms.set_index("mention_id").use[key] == "metonymic"


def test_a_page_of_the_machines_layer_has_no_forms_and_says_so(home: Path) -> None:
    key = mention("Bo Quay")
    send(opened("reader", "mentions", "mention", key), f"reject-{key}", "Reject")
    app = open_page("reader", corpus="elm", layer="machine", sel=["mentions", f"mention:{key}"])
    assert "Without corrections" in said(app)
    assert "Correct:" not in said(app)
    assert app.toggle(key="layer").value is True
    app.toggle(key="layer").set_value(False).run()
    assert "layer" not in app.query_params
    assert "Without corrections" not in said(app)


def test_switched_off_there_are_no_forms(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELLINGS_CORRECTIONS", "off")
    app = opened("reader", "mentions", "mention", mention("Bo Quay"))
    assert "Correct:" not in said(app)
    assert "cannot be made" in said(open_page("corrections", corpus="elm"))


def test_what_was_done_is_told_until_its_page_is_left(home: Path) -> None:
    key = mention("Bo Quay")
    app = send(opened("reader", "mentions", "mention", key), f"reject-{key}", "Reject")
    app.run()
    assert "Rejected: “Bo Quay”" in said(app)
    app.switch_page("pages/method.py").run()
    assert "Rejected" not in said(app)
    app.switch_page("pages/reader.py").run()
    assert "Rejected" not in said(app)


def test_sentences_lead_to_the_card_that_corrects_them_where_there_are_forms() -> None:
    assert ">Correct</a>" in said(card(BO))
    assert ">Correct</a>" not in said(
        open_page("entities", corpus="elm", layer="machine", sel=["mentions", f"entity:{BO}"])
    )
