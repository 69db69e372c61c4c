"""The tables of the search in a browser: a row opens as many lines as it counts."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.clicking import come_to
from tests.browser.visiting import run


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
