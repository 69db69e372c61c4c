"""What a visitor does with charts and tables, and what the evidence must show after it."""

from __future__ import annotations

from playwright.sync_api import FloatRect, Locator, Page, expect

from tellings.ui.evidence import PAGE
from tests.browser.visiting import run, still, until

# What Plotly has found under the pointer in the chart that a mark stands in: a click opens this and nothing else.
UNDER_THE_POINTER = "mark => (mark.closest('.js-plotly-plot')._hoverdata || []).length"

# Two frames from now what has been changed until now is drawn.
DRAWN = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))"


def numbers(page: Page, selector: str) -> list[int]:
    """The numbers printed by the elements, without the letter that may follow one; there must be some."""
    expect(page.locator(selector).first).to_be_attached()
    texts = [text.strip().replace(",", "") for text in page.locator(selector).all_text_contents()]
    found = [int(text.rstrip("anr")) for text in texts if text]
    assert found, f"no numbers at {selector}"
    return found


def click(page: Page, selector: str, index: int = 0, *, times: int = 1) -> None:
    """Click the middle of a chart's mark with the pointer, and wait until the address has changed."""
    mark = page.locator(selector).nth(index)
    box = _at_rest(mark)
    page.mouse.move(0, 0)
    until(page, lambda: not mark.evaluate(UNDER_THE_POINTER), f"the chart of {selector} keeps a mark in view")
    page.mouse.move(box["x"] + box["width"] / 2 - 1, box["y"] + box["height"] / 2)
    until(page, lambda: mark.evaluate(UNDER_THE_POINTER), f"Plotly finds no mark at {selector}, {index}")
    assert mark.bounding_box() == box, f"{selector} moved under the pointer"
    _click(page, box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, times)


def click_cell(page: Page, selector: str, *, row: int, x: int = 40) -> None:
    """Click a cell of a table, which is drawn on a canvas, and wait until the address has changed."""
    canvas = page.locator(f"{selector} canvas").first
    # The table that the canvas holds for those who do not see it.
    expect(canvas.get_by_test_id(f"glide-cell-0-{row}")).to_be_attached()
    box = _at_rest(canvas)
    at = (box["x"] + x, box["y"] + 35 * (row + 1) + 17)
    page.mouse.move(*at)
    page.evaluate(DRAWN)  # a row is opened only when the table has drawn that the pointer is on it
    _click(page, *at)


def come_to(table: Locator) -> None:
    """Give a table the focus as somebody does who goes by keys."""
    table.page.keyboard.press("Tab")
    with run(table.page):
        table.focus()


def shows(page: Page, number: int) -> None:
    """The open evidence says the number and marks as many spans."""
    expect(page.locator(".t-n")).to_have_text(f"{number:,}")
    marks, turn = page.locator(".t-evidence mark"), page.locator(".st-key-evidence").get_by_label("Next page")
    seen = 0
    while seen + PAGE < number:
        expect(marks).to_have_count(PAGE)
        seen += PAGE
        with run(page):
            turn.click()
    expect(marks).to_have_count(number - seen)


def _click(page: Page, x: float, y: float, times: int = 1) -> None:
    before = page.url
    with run(page):
        page.mouse.click(x, y, click_count=times)
        page.wait_for_url(lambda url: url != before)


def _at_rest(target: Locator) -> FloatRect:
    """Where the target stands, in pixels of the window: the app has run and drawn, and from one frame to the next
    the browser leaves the target where it is."""
    still(target.page)
    target.scroll_into_view_if_needed()
    handle = target.element_handle()
    handle.wait_for_element_state("stable")
    box = handle.bounding_box()
    assert box, f"{target} is not to be seen"
    return box
