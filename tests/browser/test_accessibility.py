"""For those who use no pointer; what is held of accessibility, and by which test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from tests.browser import accessibility
from tests.browser.accessibility import CRITERIA

FOCUS = """() => {
  const node = document.activeElement, style = getComputedStyle(node), around = getComputedStyle(node.parentElement);
  const name = node.getAttribute("aria-label") || node.innerText || node.title || "";
  const ring = [style, around].some((one) => one.outlineStyle !== "none" || one.boxShadow !== "none");
  return { tag: node.tagName, name, top: node.getBoundingClientRect().top + window.scrollY, ring,
    html: node.outerHTML.slice(0, 200) };
}"""


def test_tab_goes_through_the_page_in_order(visit: Callable[..., Page]) -> None:
    page = visit("overview")
    stops = []
    for _ in range(45):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(FOCUS))
    assert len({(stop["tag"], stop["name"], stop["top"]) for stop in stops}) > 35, "Tab is caught"
    unseen = [stop["html"] for stop in stops if not stop["ring"] and stop["tag"] != "BODY"]
    assert unseen == [], "what has the focus is not seen to have it"
    assert [
        stop["name"] for stop in stops if stop["tag"] in ("A", "BUTTON") and not stop["name"].strip()
    ] == []


def test_the_statement_is_what_the_tests_give() -> None:
    assert accessibility.PAGE.read_text("utf-8") == accessibility.page(), (
        "run: python -m tests.browser.accessibility"
    )


def test_the_statement_names_tests_that_there_are() -> None:
    for _, _, named in CRITERIA:
        file, _, test = named.partition("::")
        assert f"def {test}(" in (Path(__file__).parent / file).read_text("utf-8") or not test
