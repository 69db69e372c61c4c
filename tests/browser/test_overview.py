"""The overview in a real browser: each part leads to its page with the filter set."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests import shown
from tests.browser.clicking import click, numbers, shows
from tests.browser.serving import Server
from tests.browser.visiting import run, still


@pytest.fixture(scope="module", autouse=True)
def _corpora(server: Server) -> None:
    shown.write(server.home / "elm")


def test_the_figures_are_those_of_the_pages(visit: Callable[..., Page]) -> None:
    page = visit("overview?corpus=elm")
    figures = page.locator(".st-key-figures a")
    expect(figures.filter(has_text="times named")).to_contain_text("10")
    expect(figures.filter(has_text="quotations")).to_contain_text("3")
    expect(page.get_by_text("1 known publisher, 2 articles of unknown publisher")).to_be_visible()
    figures.filter(has_text="quotations").click()
    page.wait_for_url(re.compile("quotations"))
    still(page)
    shows(page, 3)
    assert "corpus=elm" in page.url


def test_a_bar_leads_to_the_entity_and_its_sentences(visit: Callable[..., Page]) -> None:
    page = visit("overview?corpus=elm")
    said = numbers(page, ".st-key-chart-named .bars .bartext")
    click(page, ".st-key-chart-named .bars .point path", 0)
    page.wait_for_url(re.compile("/entities.*entity="))
    still(page)
    shows(page, said[0])


@pytest.mark.parametrize(
    ("mark", "times"),
    [
        (".st-key-chart-named .bars .point path", 1),
        (".st-key-chart-spoken .bars .point path", 2),
        (".st-key-chart-map g.scattergeo text", 1),
        (".st-key-chart-map g.scattergeo text", 2),
    ],
)
def test_one_back_is_the_overview_as_it_was(visit: Callable[..., Page], mark: str, times: int) -> None:
    page = visit("method")
    with run(page):
        page.get_by_test_id("stSidebar").get_by_role("link", name="Overview").click()
        page.wait_for_url(re.compile("/overview"))
    was, said = page.url, page.locator(".st-key-figures").inner_text()
    click(page, mark, 0, times=times)
    expect(page.locator("h1")).not_to_have_text("Overview")
    for title, address in (("Overview", was), ("Method", re.compile("/method"))):
        with run(page):
            page.go_back()
            page.wait_for_url(address)
        expect(page.locator("h1")).to_have_text(title)
        if title == "Overview":
            expect(page.locator(".st-key-figures")).to_have_text(said, use_inner_text=True)


def test_a_speaker_leads_to_the_quotations(visit: Callable[..., Page]) -> None:
    page = visit("overview?corpus=elm")
    said = numbers(page, ".st-key-chart-spoken .bars .bartext")
    click(page, ".st-key-chart-spoken .bars .point path", 0)
    page.wait_for_url(re.compile("/quotations.*speaker="))
    still(page)
    shows(page, said[0])


def test_filters_travel_to_the_pages_that_understand_them(visit: Callable[..., Page]) -> None:
    page = visit("overview?corpus=elm&publisher=The+Elm+Post")
    expect(page.locator(".t-shown")).to_contain_text("1 of 3 articles shown, published by The Elm Post")
    page.get_by_test_id("stSidebar").get_by_role("link", name="Entities").click()
    page.wait_for_url(re.compile("/entities"))
    still(page)
    assert "publisher=The+Elm+Post" in page.url.replace("%20", "+")
    expect(page.locator(".t-shown")).to_contain_text("5 of 10 mentions")


def test_the_small_map_leads_to_the_map(visit: Callable[..., Page]) -> None:
    page = visit("overview")
    expect(page.locator(".st-key-chart-map .choroplethlayer path").first).to_be_visible()
    page.get_by_role("link", name="Open the map").click()
    page.wait_for_url(re.compile("/map"))
    still(page)
    expect(page.locator("h1")).to_have_text("Map")
