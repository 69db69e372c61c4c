"""A hunch is checked and taken into a paper: is it only Russia that threatens? In at most eight clicks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.visiting import run

MOST = 8


class Hand:
    """A visitor's hand: it counts its clicks; typing with Enter into a field is a click into it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.clicks = 0

    def click(self, target: Locator) -> None:
        self.clicks += 1
        with run(self.page):
            target.click()

    def ask(self, field: Locator, words: str) -> None:
        self.clicks += 1
        with run(self.page):
            field.fill(words)
            field.press("Enter")


def test_is_it_only_russia_that_threatens(visit: Callable[..., Page], tmp_path: Path) -> None:
    page = visit("", width=1024)
    hand = Hand(page)
    hand.ask(page.get_by_label("Search everything"), "lemma:threaten")
    hand.click(page.get_by_role("radio", name="Who says it"))
    expect(page.locator("#stMain, [data-testid=stMain]").first).to_contain_text("of whom is it said: 4 lines")
    hand.click(page.get_by_role("button", name="Add to report"))
    hand.click(page.get_by_role("radio", name="In their lines"))
    expect(page.locator(".t-kwic-node")).to_have_count(4)
    hand.click(page.get_by_role("button", name="Add to report"))
    hand.click(page.get_by_role("link", name="Report: 2 views"))
    hand.clicks += 1
    with page.expect_download() as saved:
        page.get_by_role("button", name="Report as HTML").click()
    assert hand.clicks <= MOST
    path = tmp_path / "threatens.html"
    saved.value.save_as(path)
    page.goto("about:blank")
    said = path.read_text("utf-8")
    for shown in ("Russia (country)", "Vladimir Medinsky (person)", "Oliver Carroll (person)", "characters "):
        assert shown in said, "who is said to threaten, who says so, and where"
    assert said.count("<mark>") >= 4, "with its sentences"
