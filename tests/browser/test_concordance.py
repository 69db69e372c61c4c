"""The tables of the search in a browser: a row opens as many lines as it counts."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.clicking import click, come_to, numbers
from tests.browser.serving import serve
from tests.browser.visiting import Visitor, run, still


@pytest.mark.parametrize(
    "address",
    [
        "search?q=talks&view=near",
        "search?q=talks&view=spread",
        "search?view=words&sort=2",
        "search?view=key&publisher=AFP",
        "search?q=talks {~4} direct&view=near",
    ],
)
def test_a_row_opens_as_many_lines_as_it_counts(visit: Callable[..., Page], address: str) -> None:
    page = visit(address)
    table = page.locator("[class*=st-key-opens-] canvas").first
    come_to(table)
    assert "view=lines" not in page.url, "who comes to a table by keys opens nothing yet"
    with run(page):
        page.keyboard.press("ArrowDown")
    row = table.locator("tbody tr:has([aria-selected=true])")
    expect(row).to_have_attribute("aria-rowindex", "3")  # below the head and the first row
    n = row.locator("td").nth(1).text_content()
    with run(page):
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile("view=lines"))
    expect(page.locator(".t-h2").first).to_have_text(re.compile(rf"^{n} line"))


def test_a_pair_in_the_network_of_near_words_opens_as_many_lines_as_it_says(
    visit: Callable[..., Page],
) -> None:
    page = visit("search?q=talks&view=near&sort=network")
    pairs = ".st-key-chart-near-network .scatterlayer .trace:nth-last-child(2)"
    said = numbers(page, f"{pairs} .textpoint")
    click(page, f"{pairs} .point", 0)
    page.wait_for_url(re.compile("view=lines"))
    still(page)
    expect(page.locator(".t-h2").first).to_have_text(re.compile(rf"^{said[0]} line"))


def test_a_search_that_takes_long_is_stopped_and_asked_again(tmp_path: Path, visitor: Visitor) -> None:
    with serve(tmp_path / "served", program="tests.browser.slow") as server:
        page = visitor.open(f"{server.url}search?q=talks&view=lines", until=".st-key-patience")
        expect(page.get_by_role("status").filter(has_text="Looking through 5 articles")).to_be_visible()
        expect(page.get_by_label("Search for")).to_be_enabled()
        page.get_by_role("button", name="Stop", exact=True).click()
        expect(page.get_by_role("status").filter(has_text="Stopped.")).to_be_visible()
        expect(page.locator(".st-key-patience")).to_have_count(0)
        with run(page):
            page.get_by_role("button", name="Ask again").click()
        expect(page.locator(".t-kwic-node").first).to_be_visible()


def test_what_stands_beside_is_on_one_row_with_what_was_found(visit: Callable[..., Page]) -> None:
    page = visit("search?q=talks&view=lines")
    tall = """cells => cells.map(cell => {
        const words = document.createRange()
        words.selectNodeContents(cell)
        return words.getBoundingClientRect().height / parseFloat(getComputedStyle(cell).lineHeight)
    }).filter(rows => rows > 1.4).length"""
    assert page.locator(".t-kwic-left, .t-kwic-right").evaluate_all(tall) == 0, "no words on a second row"
    top = "cells => new Set(cells.map(cell => Math.round(cell.getBoundingClientRect().top))).size"
    for row in page.locator(".t-kwic-line").all()[:5]:
        assert row.locator(".t-kwic-left, .t-kwic-node, .t-kwic-right").evaluate_all(top) == 1


def test_a_line_opens_the_reader_at_its_place(visit: Callable[..., Page]) -> None:
    page = visit("search?q=lemma:warn&view=lines", height=500)
    line = page.locator(".t-kwic-node a").first
    words = line.inner_text()
    with run(page):
        line.click()
    place = page.locator("article .selected")
    expect(place).to_have_text(words)
    expect(place).to_be_in_viewport()


def test_a_query_is_built_by_clicks_alone_and_the_form_closes(visit: Callable[..., Page]) -> None:
    page = visit("search")
    page.get_by_role("button", name="Build a query").click()
    for said, choice in (("Look for", "a name of a"), ("then for", "a part of speech")):
        page.get_by_role("combobox", name=said).first.click()
        with run(page):
            page.get_by_role("option", name=choice, exact=True).click()
    page.get_by_role("combobox", name="which").nth(1).click()
    with run(page):
        page.get_by_role("option", name="VERB").click()
    with run(page):
        page.get_by_role("button", name="Look for it").click()
    expect(page.get_by_label("Search for")).to_have_value("[person] pos:VERB")
    expect(page.locator(".t-kwic-node").first).to_be_visible()
    expect(page.get_by_role("button", name="Look for it")).to_have_count(0)
