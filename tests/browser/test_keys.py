"""Keys, links, terms and the address in a real browser: the page without a pointer."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

import tellings
from tellings.analysis import shared_text
from tests import shown
from tests.browser.clicking import come_to, numbers
from tests.browser.serving import Server
from tests.browser.visiting import run, until

MARK = "() => (document.activeElement.shadowRoot || document).activeElement.getAttribute('aria-label')"


@pytest.fixture(scope="module", autouse=True)
def _corpora(server: Server) -> None:
    shown.write(server.home / "elm")


def test_slash_leads_to_the_search_and_enter_searches_everything(visit: Callable[..., Page]) -> None:
    page = visit("map?corpus=elm")
    page.keyboard.press("/")
    expect(page.get_by_label("Search everything")).to_be_focused()
    page.keyboard.type("harbour/?")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_label("Search everything").fill("harbour")
    with run(page):
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile(r"/search\?.*q=harbour"))
    expect(page.locator(".st-key-found-entities a").first).to_contain_text("Ann Harbour")
    page.locator(".st-key-found-quotations a").first.click()
    page.wait_for_url(re.compile("/quotations.*speaker=person"))


def test_a_question_mark_lists_the_keys_and_escape_closes_the_list(visit: Callable[..., Page]) -> None:
    page = visit("overview?corpus=elm")
    page.keyboard.press("?")
    keys = page.get_by_role("dialog", name="Keys")
    expect(keys).to_contain_text("search everything")
    page.keyboard.press("Escape")
    expect(keys).to_have_count(0)


def test_escape_closes_what_is_open(visit: Callable[..., Page]) -> None:
    page = visit("entities?corpus=elm&sel=mentions&sel=entity:gn:1")
    with run(page):
        page.keyboard.press("Escape")
        page.wait_for_url(lambda url: "sel=" not in url)
    expect(page.locator(".st-key-evidence")).to_have_count(0)


def test_marks_are_gone_through_by_n_and_p(visit: Callable[..., Page]) -> None:
    page = visit("reader?corpus=elm&doc=alpha")
    page.keyboard.press("n")
    first = page.evaluate(MARK)
    page.keyboard.press("n")
    assert page.evaluate(MARK) != first
    page.keyboard.press("p")
    assert page.evaluate(MARK) == first
    with run(page):
        page.keyboard.press("Enter")
    assert "sel=" in page.url


def test_arrows_go_through_a_list(visit: Callable[..., Page]) -> None:
    page = visit("overview?corpus=elm")
    links = page.locator(".st-key-articles a")
    links.first.focus()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(links.first).to_be_focused()


def test_a_row_of_a_table_is_walked_over_by_arrows_and_opened_by_enter(visit: Callable[..., Page]) -> None:
    page = visit("map")
    before = page.url
    come_to(page.locator(".st-key-table-areas canvas").first)
    for _ in range(2):
        with run(page):
            page.keyboard.press("ArrowDown")
    assert page.url == before
    with run(page):
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url: url != before)
    assert "sel=admin1" in page.url


def test_a_term_is_explained_where_it_has_the_focus(visit: Callable[..., Page]) -> None:
    page = visit("quotations?corpus=elm", width=375)
    page.locator(".t-quotes summary").first.click()
    term = page.locator(".t-quotes details[open] .t-term").first
    term.focus()
    tip = page.locator(".t-tip")
    expect(tip).to_contain_text("All of what was said stands in quote marks")
    box = tip.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 375
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    term.click()
    expect(tip).to_be_visible()


def test_the_address_of_the_view_is_copied(visit: Callable[..., Page]) -> None:
    page = visit("entities?corpus=elm&type=person")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy its address").click()
    expect(page.locator(".t-share + p")).to_contain_text("Copied. It opens on this computer")
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_a_link_turns_the_page_and_keeps_the_session(visit: Callable[..., Page]) -> None:
    page = visit("entities?corpus=elm&sel=mentions&sel=entity:gn:1")
    page.evaluate("window.kept = true")
    with run(page):
        page.locator(".t-evidence .t-from a").first.click()
        page.wait_for_url(re.compile("/reader"))
    expect(page.locator("h1")).to_have_text("Reader")
    assert page.evaluate("window.kept") is True
    with run(page):
        page.go_back()
    expect(page.locator("h1")).to_have_text("Entities")
    assert numbers(page, ".t-n")


def test_two_articles_scroll_by_what_both_have(visit: Callable[..., Page]) -> None:
    docs = ("000_a6273d54f0673f32", "001_0805f22e96b2ad56")
    with tellings.open() as corpus:
        pairs = shared_text.in_step(corpus, *docs)
    page = visit(f"reader?doc={docs[0]}&doc={docs[1]}")
    panes = [page.locator(f".st-key-reader-pane-{place}") for place in (0, 1)]
    below = "(sentence, pane) => sentence.getBoundingClientRect().top - pane.getBoundingClientRect().top"
    sentences = [
        [pane.locator(f'[data-start="{pair[place]}"]') for pair in pairs] for place, pane in enumerate(panes)
    ]
    for sentence in (sentences[0][0], sentences[1][0]):
        expect(sentence).to_have_count(1)

    def down(place: int, pair: int) -> float:
        away = sentences[place][pair].evaluate(below, panes[place].element_handle())
        return float(away)

    for leads, pair in ((0, 2), (1, 1)):
        panes[leads].evaluate("(pane, away) => { pane.scrollTop += away }", down(leads, pair))
        until(
            page,
            lambda pair=pair: abs(down(0, pair) - down(1, pair)) < 3,
            "the other article does not follow",
        )
        assert abs(down(0, pair)) < 3
    panes[1].evaluate("pane => { pane.scrollTop = 0 }")
    until(page, lambda: panes[0].evaluate("pane => pane.scrollTop") < 1, "the first article does not follow")


@pytest.mark.parametrize("state", ["overview?corpus=elm", "entities?corpus=elm"])
def test_the_name_beside_a_bar_leads_where_the_bar_leads(visit: Callable[..., Page], state: str) -> None:
    page = visit(state)
    said = numbers(page, ".bars .bartext")
    name = page.locator(".ytick a").first
    name.focus()
    with run(page):
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile("/entities.*sel=mentions"))
    assert numbers(page, ".t-n") == [said[0]]
