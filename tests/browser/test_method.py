"""The method page in a real browser: how all was found, by which versions, how well."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tellings.ui import methods
from tests import shown
from tests.browser.serving import Server


def test_every_extractor_says_how_and_what_it_misses(visit: Callable[..., Page], server: Server) -> None:
    shown.write(server.home / "elm")
    page = visit("method?corpus=elm")
    expect(page.get_by_text("Known misses.")).to_have_count(len(methods.methods()))
    summary = page.locator("details.t-behind summary").first
    table = page.locator("details.t-behind table").first
    expect(table).to_be_hidden()
    summary.click()
    expect(table.get_by_role("columnheader").first).to_have_text("Measure")
    expect(page.get_by_role("row").filter(has_text="Language model")).to_contain_text("none 0")
