"""What a visitor does with charts, and what the evidence must show after it."""

from __future__ import annotations

from playwright.sync_api import FloatRect, Locator, Page, expect

from tellings.ui.evidence import PAGE
from tests.browser.visiting import still


def numbers(page: Page, selector: str) -> list[int]:
    """The numbers printed by the elements; there must be some."""
    texts = [text.strip().replace(",", "") for text in page.locator(selector).all_text_contents()]
    found = [int(text) for text in texts if text]
    assert found, f"no numbers at {selector}"
    return found


def click(page: Page, selector: str, index: int = 0) -> None:
    """Click the middle of a chart's mark with the pointer, and wait until the address has changed."""
    before = page.url
    mark = page.locator(selector).nth(index)
    box = _at_rest(mark)
    page.mouse.move(box["x"] + box["width"] / 2 - 1, box["y"] + box["height"] / 2)
    page.wait_for_timeout(150)  # Plotly looks for the mark under the pointer at intervals
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url(lambda url: url != before)
    still(page)


def click_cell(page: Page, selector: str, *, row: int, x: int = 40) -> None:
    """Click a cell of a table, which is drawn on a canvas, and wait until the address has changed."""
    before = page.url
    canvas = page.locator(f"{selector} canvas").first
    box = _at_rest(canvas)
    at = (box["x"] + x, box["y"] + 35 * (row + 1) + 17)
    page.mouse.move(*at)
    page.wait_for_timeout(150)  # as for charts
    page.mouse.click(*at)
    page.wait_for_url(lambda url: url != before)
    still(page)


def shows(page: Page, number: int) -> None:
    """The open evidence says the number and marks as many spans."""
    expect(page.locator(".t-n")).to_have_text(f"{number:,}")
    marks, turn = page.locator(".t-evidence mark"), page.locator(".st-key-evidence").get_by_label("Next page")
    seen = 0
    while seen + PAGE < number:
        expect(marks).to_have_count(PAGE)
        seen += PAGE
        turn.click()
        still(page)
    expect(marks).to_have_count(number - seen)


def _at_rest(target: Locator) -> FloatRect:
    """Where the target stands, in pixels of the window, once it has not moved for 300 ms: what has just been
    opened grows for a moment and pushes aside what stands below."""
    target.scroll_into_view_if_needed()
    box, kept = target.bounding_box(), 0
    for _ in range(200):
        target.page.wait_for_timeout(50)
        now = target.bounding_box()
        kept, box = kept + 1 if now == box else 0, now
        if box and kept == 6:
            return box
    raise AssertionError(f"{target} does not come to rest: it was last seen at {box}")
