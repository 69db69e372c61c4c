"""Take away: a view is added from any page, and all formats stand on one page, as filtered and corrected."""

from __future__ import annotations

import json

import pytest
from streamlit.testing.v1 import AppTest

from tellings import exports, settings
from tellings.exports import report as reporting
from tellings.query.filters import parse_query
from tellings.store import corpus as store
from tellings.ui import registry
from tests.app.opening import PATIENCE, open_page, said

VIEWS = {
    "entities": {}, "quotations": {}, "map": {}, "timeline": {}, "discrepancies": {"view": "compatible"},
    "shared_text": {}, "overview": {}, "coverage": {},
    "search": {"q": "talk*", "view": "lines"}, "reader": {}, "corrections": {},
}  # fmt: skip


def added(name: str, **params: str | list[str]) -> tuple[AppTest, reporting.Shown]:
    app = open_page(name, **params)
    app.button(key="add-to-report").click().run()
    assert not app.exception, app.exception
    (report,) = app.session_state["tellings-reports"].values()
    return app, report[-1]


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_of_any_page_is_added_with_its_sentences(name: str) -> None:
    app, shown = added(name, **VIEWS[name])
    assert "Added to the report" in said(app)
    with store.open() as corpus:
        (view,) = reporting.gather(corpus, [shown])
    assert any(group.passages for group in view.groups), "there is a sentence behind it"
    for table in shown.tables:
        assert len(table.opens) == len(table.rows)
        assert all(
            opens.partition("?")[0] in {page.name for page in registry.PAGES}
            for opens in table.opens
            if opens
        )


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ({"q": "talks", "view": "near"}, "Words near “talks”"),
        ({"q": "talks", "view": "parts", "sort": "outlets"}, "“talks” in 5 parts"),
        ({"view": "words", "sort": "3"}, "Frequent words, three"),
    ],
)
def test_a_table_of_the_search_is_called_by_what_it_tells(asked: dict[str, str], title: str) -> None:
    _, shown = added("search", **asked)
    assert [table.said for table in shown.tables] == [title]
    assert shown.title == f"Search: {title}"


def test_trying_where_a_row_leads_leads_nowhere() -> None:
    app, shown = added("search", view="words")
    assert app.query_params.get("view") == ["words"] or app.query_params["view"] == "words"
    assert shown.tables[0].opens[0].startswith("search?")
    assert "view=lines" in shown.tables[0].opens[0]


def test_a_part_leads_to_lines_with_all_that_makes_it_and_nothing_else() -> None:
    parts = ["Once?once=tellings", "AFP?publisher=AFP&kind=narration"]
    _, shown = added("search", q="talks", view="parts", sort="named", date="2025-01-01..", sub=parts)
    with store.open() as corpus:
        (view,) = reporting.gather(corpus, [shown])
    for row, opens in zip(shown.tables[0].rows, shown.tables[0].opens, strict=True):
        asked = parse_query(opens.partition("?")[2])[0].only("once", "publisher", "kind", "date")
        assert asked == parse_query(parts[("Once", "AFP").index(row[0])].partition("?")[2])[0]
        assert [group.n for group in view.groups if group.address == opens] == [int(row[1])]


def test_numbers_of_a_table_are_those_of_its_sentences() -> None:
    _, shown = added("quotations")
    table = shown.tables[0]
    n = table.columns.index("Quotations")
    with store.open() as corpus:
        (view,) = reporting.gather(corpus, [shown])
    groups = {group.address: group for group in view.groups}
    for row, opens in list(zip(table.rows, table.opens, strict=True))[:8]:
        assert groups[opens].n == int(row[n])


def test_what_is_filtered_is_said_and_counted() -> None:
    _, shown = added("quotations", publisher="AFP")
    assert shown.said == ("published by AFP",)
    assert "publisher=AFP" in shown.query
    assert "publisher=AFP" in shown.address


def reported(app: AppTest) -> tuple[reporting.Shown, ...]:
    (report,) = app.session_state["tellings-reports"].values()
    return tuple(report)


def test_a_view_is_in_a_report_once() -> None:
    _, shown = added("quotations")
    again = AppTest.from_file(settings.ROOT / "app.py", default_timeout=PATIENCE)
    again.session_state["tellings-reports"] = {settings.DEFAULT_CORPUS: (shown,)}
    again.switch_page(registry.entry("quotations").path).run()
    assert "Report: 1 view<" in said(again)
    again.button(key="add-to-report").click().run()
    assert [one.id for one in reported(again)] == [shown.id]


def test_views_are_named_noted_put_in_order_and_taken_out() -> None:
    (_, first), (_, second) = added("quotations"), added("entities")
    app = AppTest.from_file(settings.ROOT / "app.py", default_timeout=PATIENCE)
    app.session_state["tellings-reports"] = {settings.DEFAULT_CORPUS: (first, second)}
    app.switch_page(registry.entry("export").path).run()
    assert not app.exception
    assert "Report: 2 views" in said(app)
    app.button(key=f"report-up-{second.id}").click().run()
    app.text_input(key=f"report-title-{first.id}").set_value("Who speaks").run()
    app.text_area(key=f"report-note-{first.id}").set_value("Look at *this*").run()
    app.button(key=f"report-keep-{first.id}").click().run()
    assert [one.id for one in reported(app)] == [second.id, first.id]
    assert (reported(app)[1].title, reported(app)[1].note) == ("Who speaks", "Look at *this*")
    app.button(key=f"report-out-{second.id}").click().run()
    assert [one.id for one in reported(app)] == [first.id]
    app.button(key="report-empty").click().run()
    assert "Report: 0 views" in said(app)


def test_every_format_has_its_button() -> None:
    app = open_page("export")
    keys = {button.key for button in app.get("download_button")} if app.get("download_button") else set()
    labels = json.dumps([str(button.proto) for button in app.get("download_button")])
    for key, kind in exports.FORMATS.items():
        assert f"--to {key}" in said(app)
        assert kind.what.split(",")[0] in said(app)
        assert f"take-{key}" in labels or key in keys
    assert "--to project" in said(app)
    assert "In a terminal, python -m tellings export makes the same files" in said(app)


def test_filters_and_corrections_hold_unless_they_are_switched_off() -> None:
    app = open_page("export", publisher="AFP")
    assert "In the files: what is published by AFP." in said(app)
    assert "Articles: 1 of 5." in said(app)
    assert "Articles: 0 of 5." in said(open_page("export", date="2099-01-01.."))
    assert "In the files: all of the corpus." in said(open_page("export", publisher="AFP", view="whole"))
    assert "this is what the machine found" in said(open_page("export", layer="machine"))


@pytest.mark.parametrize(
    ("asked", "refused", "offered"),
    [
        ({"publisher": "AFP", "date": "2001-01-01..2001-02-01"}, "articles", []),
        ({"speaker": "person:donald-trump", "use": "demonym"}, "place names", ["take-csv", "take-gexf"]),
        ({"type": "law"}, "nodes", ["take-csv", "take-places"]),
        ({"q": "xyzzy", "view": "near"}, "nodes", ["take-csv"]),
        ({}, "", ["take-csv", "take-gexf", "take-places"]),
    ],
)
def test_what_the_command_line_refuses_as_empty_the_page_refuses_with_the_same_words(
    asked: dict[str, str], refused: str, offered: list[str]
) -> None:
    page = open_page("export", **asked)
    said_so = f"The corpus has no {refused} to take; nothing is written." in said(page)
    assert said_so == bool(refused)
    keys = {button.proto.id.rpartition("-take-")[2] for button in page.get("download_button")}
    assert {key.removeprefix("take-") for key in offered} <= keys
    assert ("csv" in keys) == ("take-csv" in offered)
    assert ("gexf" in keys) == ("graphml" in keys) == ("take-gexf" in offered)
    assert ("places" in keys) == ("take-places" in offered)
    assert "project" in keys


def test_the_command_line_refuses_with_these_words() -> None:
    assert exports.nothing("articles") == "the corpus has no articles to take; nothing is written"


def test_that_a_large_report_takes_long_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    app, _ = added("quotations")
    app.switch_page(registry.entry("export").path).run()
    assert "may take a minute or two" not in said(app)
    monkeypatch.setattr(reporting, "numbers", lambda chosen: 1_200)
    app.run()
    assert "It opens 1,200 numbers in their sentences" in said(app)
