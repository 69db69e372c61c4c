"""The pages that compare in a real browser: a cell and a card open what they count."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.app.test_compare import market
from tests.browser.clicking import shows
from tests.browser.serving import Server
from tests.browser.visiting import still


@pytest.fixture(scope="module", autouse=True)
def _corpora(server: Server) -> None:
    market(server.home / "market")


def test_a_card_opens_its_answers_and_the_address_says_so(visit: Callable[..., Page]) -> None:
    page = visit("discrepancies?corpus=market")
    page.get_by_role("link", name="How many people were injured?").click()
    page.wait_for_url("**sel=discrepancies**")
    still(page)
    shows(page, 3)


def test_the_overview_leads_to_what_is_shared(visit: Callable[..., Page]) -> None:
    page = visit("overview?corpus=market")
    page.get_by_role("link", name="Three articles, two tellings").click()
    page.wait_for_url("**/shared_text**")
    still(page)
    expect(page.get_by_role("heading", name="2 sentences of ash in birch")).to_be_visible()
    expect(page.locator("ins").first).to_be_visible()
