"""The annotated article in a real browser: a layer is switched, its marks and notes open what they tell."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests import harbour
from tests.browser.clicking import shows
from tests.browser.serving import Server
from tests.browser.visiting import still


@pytest.fixture(scope="module", autouse=True)
def _corpora(server: Server) -> None:
    harbour.write(server.home / "harbour")


def test_a_layer_marks_its_passages_and_opens_them(visit: Callable[..., Page]) -> None:
    page = visit("reader?corpus=harbour&doc=ash")
    page.get_by_role("radio", name=re.compile("Said by others too")).click()
    expect(page.locator("article .shared")).to_have_count(1)
    still(page)
    assert "view=shared" in page.url
    page.locator("article .shared").click()
    page.wait_for_url("**sel=shared**")
    still(page)
    shows(page, 2)


def test_what_is_left_out_stands_beside_the_text_and_opens_by_enter(visit: Callable[..., Page]) -> None:
    page = visit("reader?corpus=harbour&doc=ash&view=left")
    note = page.locator("article .left-out")
    expect(note).to_contain_text("Cranes lifted 40 tonnes of coal.")
    note.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**lacking**")
    still(page)
    shows(page, 2)


def test_what_would_stand_before_a_paragraph_stands_above_it(visit: Callable[..., Page]) -> None:
    page = visit("reader?corpus=harbour&doc=cedar&view=left")
    note = page.locator("article .left-out")
    expect(note).to_contain_text("The steamer Lark sank off Poole before dawn.")
    expect(page.locator("article .left-out + p")).to_contain_text("Bakers wanted longer hours.")
