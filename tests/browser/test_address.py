"""Addresses that say something in vain, corpora that cannot be shown: a sentence and a remedy, never a traceback."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests import corpora, shown
from tests.browser.serving import Server
from tests.browser.visiting import run, still, until

PAGES = ["overview", "entities", "quotations", "map", "reader", "method"]


@pytest.fixture(scope="module", autouse=True)
def _corpora(server: Server) -> None:
    shown.write(server.home / "elm")
    shown.write(server.home / "one", ("gamma",))
    corpora.write(server.home / "empty")
    corpora.write(server.home / "newer", schema=99)
    (shown.write(server.home / "damaged") / "mentions.parquet").write_bytes(b"PAR1 nothing")
    (shown.write(server.home / "lacking") / "quotations.parquet").unlink()


def says(page: Page, *words: str) -> None:
    for word in words:
        expect(page.get_by_test_id("stMain")).to_contain_text(word)
    expect(page.get_by_test_id("stException")).to_have_count(0)
    assert "Traceback" not in page.content()


def test_an_unknown_corpus(visit: Callable[..., Page]) -> None:
    page = visit("entities?corpus=../../etc")
    says(page, "There is no corpus “../../etc” here.", "The corpora are", "elm")


def test_an_unknown_page(visit: Callable[..., Page]) -> None:
    page = visit("nonsense?corpus=elm")
    says(page, "There is no page “nonsense”")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator("h1")).to_have_text("Overview")


def test_unknown_values(visit: Callable[..., Page]) -> None:
    page = visit("entities?corpus=elm&entity=nobody&type=dragon&colour=red&sel=mentions&sel=shape:round")
    says(page, "no entity “nobody”", "“dragon” is not a value of type", "“colour”", "nothing is opened")
    expect(page.locator(".t-shown")).to_contain_text("10 of 10 mentions")


@pytest.mark.parametrize(
    ("corpus", "words"),
    [
        ("newer", "made by a newer Tellings"),
        ("damaged", "is damaged"),
        ("lacking", "lacks its table quotations.parquet"),
        ("empty", "This corpus has no articles."),
    ],
)
def test_a_corpus_that_cannot_be_shown(visit: Callable[..., Page], corpus: str, words: str) -> None:
    page = visit(f"quotations?corpus={corpus}")
    says(page, words)


@pytest.mark.parametrize("name", PAGES)
def test_a_corpus_of_one_article(visit: Callable[..., Page], name: str) -> None:
    page = visit(f"{name}?corpus=one")
    says(page, "")
    expect(page.locator("h1")).to_be_visible()


def test_the_charts_can_be_saved_and_the_tables_too(visit: Callable[..., Page]) -> None:
    page = visit("entities?corpus=elm")
    with page.expect_download() as saved:
        page.locator('.st-key-chart-entities [data-title^="Download"]').click()
    assert saved.value.suggested_filename == "elm_entities_n10_00000000.png"
    picture = saved.value.path().read_bytes()
    assert int.from_bytes(picture[16:20]) == 1920, "pixels of width, for a slide"
    page.get_by_text("All as a table").click()
    button = page.locator(".st-key-entities-table-csv").get_by_role("button")
    expect(button).to_be_visible()
    still(page)
    with page.expect_download() as saved:
        button.click()
    assert saved.value.suggested_filename == "elm_entities-table_n3_00000000.csv"
    assert "Ann Harbour" in saved.value.path().read_text("utf-8-sig")


def test_a_picture_is_saved_as_on_the_page_or_twice_that(visit: Callable[..., Page]) -> None:
    page, widths = visit("entities?corpus=elm"), []
    for size in ("1×", "2×"):
        with run(page):
            page.get_by_text(size, exact=True).click()
        with page.expect_download() as saved:
            page.locator('.st-key-chart-entities [data-title^="Download"]').click()
        widths.append(int.from_bytes(saved.value.path().read_bytes()[16:20]))
    assert 2 * widths[0] == widths[1]


def test_a_picture_has_its_key_and_its_typefaces_within(visit: Callable[..., Page]) -> None:
    page = visit("entities?corpus=elm&publisher=The+Elm+Post")
    with run(page):
        page.get_by_text("SVG", exact=True).click()
    with page.expect_download() as saved:
        page.locator('.st-key-chart-entities [data-title^="Download"]').click()
    picture = saved.value.path().read_text("utf-8")
    assert "data:font/woff2;base64," in picture
    assert ">The Elm<" in picture
    assert "Shown: published by The Elm Post." in picture


def test_a_picture_that_is_asked_for_at_once_waits_for_its_typefaces(
    visit: Callable[..., Page], context: BrowserContext
) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        if route.request.resource_type == "fetch":
            held.append(route)
        else:
            route.continue_()

    context.route("**/*.woff2", hold)
    page = visit("entities?corpus=elm")
    with run(page):
        page.get_by_text("SVG", exact=True).click()
    with page.expect_download() as saved:
        page.locator('.st-key-chart-entities [data-title^="Download"]').click()
        until(page, lambda: len(held) == 2, "the typefaces are not asked for")
        for route in held:
            route.continue_()
    assert "data:font/woff2;base64," in saved.value.path().read_text("utf-8")
    context.unroute("**/*.woff2", hold)


def test_a_table_is_saved_by_the_button_that_makes_cells_inert_and_by_no_other(
    visit: Callable[..., Page],
) -> None:
    page = visit("entities?corpus=elm")
    page.get_by_text("All as a table").click()
    table = page.locator(".st-key-table-entities-table")
    table.get_by_test_id("stDataFrame").hover()
    toolbar = table.get_by_test_id("stElementToolbar")
    expect(toolbar.get_by_role("button", name="Search")).to_be_visible()
    expect(toolbar.get_by_role("button", name=re.compile("Download|CSV"))).to_have_count(0)
