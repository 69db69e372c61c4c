"""The page *Wording* in a real browser: a number and a pair of words open their sentences."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.clicking import click, numbers, shows
from tests.browser.visiting import still


def test_a_number_and_a_pair_of_words_open_their_sentences(visit: Callable[..., Page]) -> None:
    page = visit("wording")
    first = numbers(
        page, ".st-key-chart-words .scatterlayer .textpoint text, .st-key-chart-words .textpoint"
    )[0]
    click(page, ".st-key-chart-words .scatterlayer .point", 0)
    shows(page, first)
    page = visit("wording?view=called")
    page.locator(".t-pairs a").first.click()
    page.wait_for_url("**sel=shared**")
    still(page)
    expect(page.locator(".t-evidence mark").nth(1)).to_be_attached()
