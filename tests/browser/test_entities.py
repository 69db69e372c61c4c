"""Entities in a real browser: what is clicked is what is shown."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests import shown
from tests.browser.clicking import click, click_cell, numbers, shows
from tests.browser.serving import Server
from tests.browser.visiting import Visitor, still

BARS = ".st-key-chart-entities .bars .point path"
CELLS = ".st-key-chart-entities .scatterlayer .point"


@pytest.fixture(scope="module", autouse=True)
def _corpora(server: Server) -> None:
    shown.write(server.home / "elm")


@pytest.mark.parametrize("corpus", ["", "?corpus=elm"])
def test_every_bar_opens_as_many_names_as_it_says(visit: Callable[..., Page], corpus: str) -> None:
    page = visit("entities" + corpus)
    labels = ".st-key-chart-entities .bars .bartext"
    said = numbers(page, labels)
    assert said
    for index, number in enumerate(said[:3]):
        click(page, BARS, index)
        shows(page, number)


def test_every_cell_opens_as_many_names_as_it_says(visit: Callable[..., Page]) -> None:
    page = visit("entities?corpus=elm")
    said = numbers(page, ".st-key-chart-entities .scatterlayer .textpoint")
    assert sorted(said) == [1, 1, 1, 2, 2, 3]
    for index in (0, 3):
        click(page, CELLS, index)
        shows(page, said[index])
        assert "sel=doc" in page.url


def test_an_empty_cell_opens_the_article_that_does_not_name_it(visit: Callable[..., Page]) -> None:
    page = visit("entities?corpus=elm")
    said = numbers(page, ".st-key-chart-entities .scatterlayer .textpoint")
    click(page, CELLS, len(said))
    page.wait_for_url(re.compile("/reader.*doc="))
    still(page)
    expect(page.locator("h1")).to_have_text("Reader")
    page.go_back()
    page.wait_for_url(re.compile("/entities"))
    still(page)
    expect(page.locator(".t-evidence")).to_have_count(0)


def test_a_type_s_bar_opens_the_names_of_that_type(visit: Callable[..., Page]) -> None:
    page = visit("entities?corpus=elm")
    click(page, ".st-key-chart-types .bars .point path", 0)
    shows(page, 6)


def test_a_row_of_the_table_opens_its_names(visit: Callable[..., Page]) -> None:
    page = visit("entities?corpus=elm")
    page.get_by_text("All as a table").click()
    click_cell(page, ".st-key-table-entities-table", row=1)
    shows(page, 4)
    assert "sel=entity%3Agn%3A1" in page.url


def test_more_names_than_a_page_of_evidence_holds_are_all_there(visit: Callable[..., Page]) -> None:
    page = visit("entities?sel=mentions")
    shows(page, int(page.locator(".t-shown strong").inner_text().split(" of ")[0]))


def test_a_printed_form_opens_where_it_is_printed(visit: Callable[..., Page]) -> None:
    page = visit("entities?corpus=elm&sel=mentions&sel=entity:person:ann-harbour")
    shows(page, 5)
    page.get_by_text("Its forms, corrections").click()
    page.get_by_role("radio", name="Harbour 3", exact=True).click()
    page.wait_for_url(re.compile("text"))
    still(page)
    shows(page, 3)
    assert set(page.locator(".t-evidence mark").all_inner_texts()) == {"Harbour"}


def test_demonyms_are_left_out_and_open_by_themselves(visit: Callable[..., Page]) -> None:
    page = visit("entities?corpus=elm&sel=mentions&sel=entity:gn:1")
    shows(page, 4)
    page.get_by_text("Its forms, corrections").click()
    page.get_by_role("radio", name="as a word for a people 1").click()
    page.wait_for_url(re.compile("form"))
    still(page)
    shows(page, 1)
    assert page.locator(".t-evidence mark").inner_text() == "Elmish"


def test_a_view_is_its_address(visit: Callable[..., Page], server: Server, visitor: Visitor) -> None:
    page = visit("entities?corpus=elm")
    page.get_by_label("Find a name").fill("harb")
    page.get_by_label("Find a name").press("Enter")
    page.wait_for_url(re.compile("q=harb"))
    still(page)
    expect(page.locator(".t-shown")).to_contain_text("5 of 10 mentions")
    click(page, BARS, 0)
    second = visitor.open(page.url)
    assert second.locator(".t-shown").inner_text() == page.locator(".t-shown").inner_text()
    assert second.locator(".t-evidence").inner_html() == page.locator(".t-evidence").inner_html()
    expect(second.get_by_label("Find a name")).to_have_value("harb")


def test_filters_are_cleared_and_what_is_open_closed(visit: Callable[..., Page]) -> None:
    page = visit("entities?corpus=elm&type=person&sel=mentions&sel=entity:person:ann-harbour")
    page.get_by_role("button", name="Close").click()
    page.wait_for_url(lambda url: "sel=" not in url)
    still(page)
    page.get_by_role("button", name="Clear filters").click()
    page.wait_for_url(lambda url: "type=" not in url)
    still(page)
    expect(page.locator(".t-shown")).to_contain_text("10 of 10 mentions")
    assert "corpus=elm" in page.url


def test_text_of_articles_is_neither_markup_nor_a_request(visit: Callable[..., Page]) -> None:
    page = visit("entities?corpus=elm&sel=mentions&sel=entity:gn:1&sel=doc:beta")
    passage = page.locator(".t-passage")
    expect(passage).to_contain_text("& its <b>boats</b> ![x](http://evil.example/p.png) $x$.")
    assert page.locator(".t-passage img").count() == 0


def test_rates_open_the_names_that_they_are_made_of(visit: Callable[..., Page]) -> None:
    page = visit("entities?corpus=elm&view=rates")
    click(page, BARS, 0)
    shows(page, 5)


def test_a_spelling_opens_by_outlet(visit: Callable[..., Page]) -> None:
    page = visit("entities?corpus=elm&view=spellings")
    said = numbers(page, ".st-key-chart-spellings .scatterlayer .textpoint")
    assert said[:2] == [3, 2]
    for index in (0, len(said) - 1):
        click(page, ".st-key-chart-spellings .scatterlayer .point", index)
        shows(page, said[index])


def test_a_first_mention_opens_itself(visit: Callable[..., Page]) -> None:
    page = visit("entities?corpus=elm&view=first")
    click(page, ".st-key-chart-first .scatterlayer .point", 0)
    shows(page, 1)
    expect(page.locator(".t-evidence mark")).to_have_text("Port Elm")


@pytest.mark.parametrize("corpus", ["", "&corpus=elm"])
def test_a_line_of_the_network_opens_both_names_in_its_sentences(
    visit: Callable[..., Page], corpus: str
) -> None:
    page = visit(f"entities?view=together&sort=network{corpus}")
    dots = ".st-key-chart-network .scatterlayer .trace:nth-last-child(2) .point"
    [said, *_] = numbers(page, ".st-key-chart-network .scatterlayer .trace:nth-last-child(2) .textpoint")
    click(page, dots, 0)
    head = page.locator("#evidence").inner_text()
    match = re.search(r"in (\d+) sentences?: (\d+) mentions", head)
    assert match, head
    assert int(match[1]) == said
    shows(page, int(match[2]))
    assert len(set(page.locator(".t-evidence mark").all_inner_texts())) > 1


def test_a_row_of_the_pairs_opens_the_same(visit: Callable[..., Page]) -> None:
    page = visit("entities?view=together&corpus=elm")
    page.get_by_text("pairs as a table").click()
    click_cell(page, ".st-key-table-pairs-table", row=0)
    shows(page, 2)
    assert "sel=beside" in page.url


def test_the_card_s_role_and_company_open(visit: Callable[..., Page], server: Server) -> None:
    page = visit("entities?sel=mentions&sel=entity:person:rustem-umerov")
    page.get_by_text("roles, company, first mentions").click()
    pill = page.locator(".st-key-card-roles button").first
    n = int(pill.inner_text().rsplit(" ", 1)[1])
    pill.click()
    page.wait_for_url(re.compile("role"))
    still(page)
    shows(page, n)
    page.locator(".st-key-card-company button").first.click()
    page.wait_for_url(re.compile("beside"))
    still(page)
    expect(page.locator("#evidence")).to_contain_text("Rustem Umerov and ")
