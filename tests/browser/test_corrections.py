"""Correcting with real clicks: from the reader and from the card; undo, reload, the machine's layer."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tellings import corrections
from tests import shown
from tests.browser.clicking import shows
from tests.browser.serving import Server, serve
from tests.browser.visiting import Visitor, run, still

BO = "sel=mentions&sel=entity:person:bo-quay"
DONE = ".st-key-done"
ARTICLE = "article"


@pytest.fixture(autouse=True)
def _corpus(server: Server) -> Iterator[None]:
    shown.write(server.home / "elm")
    yield
    (server.home / "elm" / "corrections.jsonl").unlink(missing_ok=True)


def log(server: Server) -> list[dict[str, object]]:
    path = server.home / "elm" / "corrections.jsonl"
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []


def choose(page: Page, label: str, name: str) -> None:
    """Choose a name as people do: type its beginning, press Enter."""
    box = page.get_by_label(label)
    box.click()
    box.press_sequentially(name)
    expect(page.get_by_role("option").first).to_contain_text(name)
    page.keyboard.press("Enter")
    expect(page.get_by_role("option")).to_have_count(0)


def click(page: Page, name: str) -> None:
    with run(page):
        page.get_by_role("button", name=name, exact=True).click()


def test_a_tab_that_is_come_back_to_shows_what_was_corrected_in_another(
    server: Server, visit: Callable[..., Page]
) -> None:
    page = visit(f"entities?corpus=elm&{BO}")
    shows(page, 1)
    path = server.home / "elm" / "corrections.jsonl"
    line = corrections.new("rename", corrections.Entity("person:bo-quay"), "Bo Weir")
    corrections.append(path, line)
    page.evaluate("window.dispatchEvent(new Event('blur'))")
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    expect(page.get_by_role("heading", name="Bo Weir", exact=True)).to_be_visible()


def test_merge_from_the_card_undo_reload_and_the_machines_layer(
    server: Server, visit: Callable[..., Page]
) -> None:
    page = visit(f"entities?corpus=elm&{BO}")
    shows(page, 1)
    page.get_by_text("Its forms, corrections, roles").click()
    still(page)
    click(page, "Merge into…")
    choose(page, "It is the same as", "Ann")
    click(page, "Merge")
    expect(page.locator(DONE)).to_contain_text("Their first names differ: Bo and Ann.")
    page.get_by_test_id("stCheckbox").get_by_text("They are one all the same").click()
    click(page, "Merge")
    expect(page.locator(DONE)).to_contain_text("Merged: “Bo Quay” → Ann Harbour")
    assert [line["action"] for line in log(server)] == ["merge"], "it is on the disk before the page answers"
    shows(page, 6)
    page.reload()
    still(page)
    shows(page, 6)
    page.get_by_text("Without corrections").first.click()
    page.wait_for_url(re.compile("layer=machine"))
    still(page)
    shows(page, 1)
    click(page, "Show with corrections")
    page.wait_for_url(lambda url: "layer" not in url)
    still(page)
    shows(page, 6)
    page.get_by_role("link", name="Corrections").click()
    page.wait_for_url(re.compile("/corrections"))
    still(page)
    click(page, "1 mention")
    shows(page, 1)
    click(page, "Undo the last")
    expect(page.locator(".t-note", has_text="1 undone").first).to_be_visible()
    page.goto(f"{server.url}entities?corpus=elm&{BO}")
    still(page)
    shows(page, 1)


def test_correct_from_the_reader_and_undo(server: Server, visit: Callable[..., Page]) -> None:
    page = visit("reader?corpus=elm&doc=alpha")
    page.locator(f"{ARTICLE} .people", has_text="Bo Quay").click()
    page.wait_for_url(re.compile("sel="))
    still(page)
    click(page, "This is…")
    choose(page, "This mention is", "Ann")
    click(page, "Link")
    expect(page.locator(DONE)).to_contain_text("Linked: “Bo Quay” → Ann Harbour")
    expect(page.locator(".st-key-reader-card")).to_contain_text("a correction")
    page.locator(DONE).get_by_role("button", name="Undo").click()
    expect(page.locator(DONE)).to_contain_text("Undone")
    assert [line["action"] for line in log(server)] == ["relink", "undo"]
    expect(page.locator(".st-key-reader-card")).not_to_contain_text("a correction")


def test_two_windows_lose_nothing(server: Server, visit: Callable[..., Page]) -> None:
    one = visit("reader?corpus=elm&doc=alpha&sel=mentions&sel=mention:alpha:m16-23")
    two = visit("reader?corpus=elm&doc=alpha&sel=mentions&sel=mention:alpha:m62-69")
    for page in (one, two):
        click(page, "No name…")
    for page in (one, two):
        page.get_by_role("button", name="Reject", exact=True).click()
    for page in (one, two):
        expect(page.locator(DONE)).to_contain_text("Rejected")
    assert sorted(str(line["target"]) for line in log(server)) == [
        "['alpha', 16, 23, 'Bo Quay']",
        "['alpha', 62, 69, 'Harbour']",
    ]
    for page in (one, two):
        still(page)  # the run that closes what was open sets the address too
        page.get_by_role("link", name="Corrections").click()
        page.wait_for_url(re.compile("/corrections"))
        still(page)
        expect(page.locator(".t-line")).to_have_count(2)


@pytest.fixture
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server where corrections live in their visitor's window."""
    with serve(tmp_path_factory.mktemp("shared"), TELLINGS_CORRECTIONS="session") as server:
        shown.write(server.home / "elm")
        yield server


def test_on_a_shared_server_a_window_keeps_its_own(shared: Server, visitor: Visitor) -> None:
    page = visitor.open(f"{shared.url}reader?corpus=elm&doc=alpha&sel=mentions&sel=mention:alpha:m16-23")
    click(page, "No name…")
    click(page, "Reject")
    expect(page.locator(DONE)).to_contain_text("Rejected")
    page.goto(f"{shared.url}corrections?corpus=elm")
    still(page)
    expect(page.locator(".t-line")).to_have_count(1)
    other = visitor.open(f"{shared.url}corrections?corpus=elm")
    expect(other.get_by_text("There are no corrections yet.")).to_be_visible()
    assert log(shared) == []


def test_words_that_are_selected_are_marked_as_a_missed_name(
    server: Server, visit: Callable[..., Page]
) -> None:
    page = visit("reader?corpus=elm&doc=alpha")
    word = page.locator(f"{ARTICLE} span", has_text=" met ").first
    word.dblclick()
    page.get_by_role("button", name="A name that was missed?").click()
    page.wait_for_url(re.compile(r"start%3A12|start:12"))
    still(page)
    click(page, "A name that was missed…")
    page.get_by_role("combobox", name="Its type").click()
    page.get_by_role("option", name="event").click()
    click(page, "Mark it")
    expect(page.locator(DONE)).to_contain_text("Linked: “met”")
    expect(page.locator(".st-key-reader-card h2")).to_have_text("met")
    assert log(server)[0]["target"] == {"unmarked": ["alpha", 12, 15, "met"]}
