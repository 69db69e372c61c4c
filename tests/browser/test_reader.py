"""The reader in a real browser: text is text, marks open cards, switches and addresses hold."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

import tellings
from tests import shown
from tests.browser.serving import Server
from tests.browser.visiting import still

ARTICLE = "article"


@pytest.fixture(scope="module", autouse=True)
def _corpora(server: Server) -> None:
    shown.write(server.home / "elm")


def _counts(page: Page) -> dict[str, int]:
    """What the switches say, by name."""
    buttons = page.get_by_test_id("stMain").locator('[data-testid="stButtonGroup"] button')
    expect(buttons.first).to_be_visible()
    found = [re.fullmatch(r"(.+) (\d+)", text.strip()) for text in buttons.all_inner_texts()]
    return {match[1]: int(match[2]) for match in found if match}


def _text(page: Page) -> str:
    return page.locator(f"{ARTICLE} p").evaluate_all(
        "ps => ps.map(p => [...p.querySelectorAll('[data-start]')].map(s => s.textContent).join('')).join('\\n')"
    )


def test_the_text_is_all_there_as_text_and_nothing_of_it_is_markup(visit: Callable[..., Page]) -> None:
    page = visit("reader?corpus=elm&doc=beta")
    expect(page.locator(f"{ARTICLE} p")).to_have_count(2)
    expect(page.locator(f"{ARTICLE} [data-start]").first).to_be_visible()
    words = [line for line in shown.ARTICLES["beta"][1].split() if "|" not in line and "[" not in line]
    for word in words:
        assert word in _text(page)
    assert page.locator(f"{ARTICLE} b, {ARTICLE} img, {ARTICLE} .katex").count() == 0


@pytest.mark.parametrize("corpus", ["elm", ""])
def test_each_switch_says_how_many_marks_there_are(
    visit: Callable[..., Page], server: Server, corpus: str
) -> None:
    page = visit(f"reader?corpus={corpus}" if corpus else "reader")
    said = _counts(page)
    with tellings.open(server.home / corpus if corpus else None) as opened:
        doc = opened.sql("SELECT doc_id FROM documents ORDER BY published NULLS LAST, doc_id").doc_id.iloc[0]
        found = opened.sql("SELECT count(*) AS n FROM quotations WHERE doc_id = ?", [doc])
        people = opened.sql(
            "SELECT count(*) AS n FROM mentions JOIN entities e USING (entity_id) WHERE doc_id = ? "
            "AND e.type = 'person' AND form IN ('name', 'demonym')",
            [doc],
        )
    assert said["Quotations"] == found.n.iloc[0] > 0
    assert said["People"] == people.n.iloc[0] > 0
    for name in ("People", "Places", "Dates"):
        reachable = page.locator(f'{ARTICLE} [role="button"].{name.lower()}')
        expect(reachable).to_have_count(said[name])


def test_a_click_and_enter_open_the_card_without_a_reload(visit: Callable[..., Page]) -> None:
    page = visit("reader?corpus=elm&doc=alpha")
    page.evaluate("() => { window.stayed = true }")
    page.locator(f"{ARTICLE} .people").first.click()
    expect(page.locator(".st-key-reader-card")).to_contain_text("Ann Harbour")
    still(page)
    assert "sel=mentions" in page.url
    expect(page.locator(f"{ARTICLE} .selected")).to_have_text("Ann Harbour")
    bar = page.locator(f"{ARTICLE} .bar").first
    bar.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-reader-card")).to_contain_text("speaker as printed")
    still(page)
    assert "sel=quotations" in page.url
    assert page.evaluate("() => window.stayed")


def test_a_card_survives_being_sent_to_somebody_else(visit: Callable[..., Page]) -> None:
    page = visit("reader?corpus=elm&doc=alpha")
    page.locator(f"{ARTICLE} .places").first.click()
    expect(page.locator(".st-key-reader-card")).to_contain_text("Port Elm")
    still(page)
    other = visit(page.url.rsplit("/", 1)[1])
    expect(other.locator(".st-key-reader-card")).to_contain_text("Port Elm")
    expect(other.locator(f"{ARTICLE} .selected")).to_have_text("Port Elm")


def test_a_switch_takes_its_marks_away_and_says_so_in_the_address(visit: Callable[..., Page]) -> None:
    page = visit("reader?corpus=elm&doc=alpha")
    expect(page.locator(f"{ARTICLE} .people")).to_have_count(3)
    page.get_by_role("button", name=re.compile("^People")).click()
    expect(page.locator(f"{ARTICLE} .people")).to_have_count(0)
    still(page)
    assert "kind=places" in page.url
    assert "kind=people" not in page.url
    other = visit(page.url.rsplit("/", 1)[1])
    expect(other.locator(f"{ARTICLE} .places").first).to_be_visible()
    expect(other.locator(f"{ARTICLE} .people")).to_have_count(0)


def test_two_articles_stand_side_by_side(visit: Callable[..., Page]) -> None:
    page = visit("reader?corpus=elm&doc=alpha&doc=gamma")
    expect(page.locator(ARTICLE)).to_have_count(2)


def test_what_is_not_counted_is_shown_and_said(visit: Callable[..., Page]) -> None:
    page = visit("reader")
    expect(page.locator(f"{ARTICLE} .apart .what").first).to_contain_text("not counted")
