"""The app in a real browser: every page opens cold by its address, and nothing leaves the machine."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tellings.ui import registry
from tests.browser.serving import Server
from tests.browser.visiting import Visitor, until


def test_the_open_page_is_marked_where_the_address_names_none_too(visit: Callable[..., Page]) -> None:
    marks = """() => [...document.querySelectorAll('[data-testid="stSidebar"] [data-testid="stPageLink"] a')].filter(
        a => getComputedStyle(a.querySelector("p")).fontWeight === "600").map(a => a.innerText)"""
    for address, title in (("", "Overview"), ("overview", "Overview"), ("map", "Map")):
        page = visit(address)
        until(page, lambda page=page, title=title: page.evaluate(marks) == [title], f"{title} is not marked")


def test_page_opens_by_its_address_on_a_server_nobody_visited_which_says_where_it_is_and_nothing_else(
    cold_server: Server, visitor: Visitor
) -> None:
    page = visitor.open(cold_server.url + "entities?type=person")
    expect(page.locator("h1")).to_have_text("Entities")
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert page.url.endswith("/entities?type=person")
    said = [line.strip() for line in cold_server.log.read_text("utf-8").splitlines() if line.strip()]
    assert len(said) == 3, "\n".join(said)
    (where,) = [line for line in said if line.startswith("Corrections are saved on this machine")]
    assert cold_server.url.rstrip("/") in " ".join(line for line in said if line != where)


def test_a_page_that_there_is_not_is_said_to_be_missing(visit: Callable[..., Page]) -> None:
    page = visit("gossip")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("status").filter(has_text="There is no page “gossip”")).to_be_visible()
    expect(page.locator("h1")).to_have_text(registry.PAGES[0].title)


def test_choices_that_are_broken_into_lines_keep_their_frames(visit: Callable[..., Page]) -> None:
    page = visit("quotations?view=voices", width=375, height=812)
    sides = page.locator("main [data-variant=segmented_control]").evaluate_all("""(buttons) => buttons.map((one) => {
      const style = getComputedStyle(one); return [style.borderLeftColor, style.borderRightColor]; })""")
    assert len(sides) > 5
    assert not any("rgba(0, 0, 0, 0)" in both for both in sides)
