"""The report in a browser: pictures come into it, it lives through a reload, and its file opens and prints alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.visiting import run

VIEWS = ("quotations?publisher=AFP", "entities", "map", "search?q=lemma:threaten&view=lines")


def _add(page: Page) -> None:
    with run(page):
        page.get_by_role("button", name="Add to report").click()
    expect(page.locator(".st-key-done")).to_contain_text("Added to the report")


@pytest.fixture
def report(visit: Callable[..., Page], tmp_path: Path) -> Path:
    page = visit(VIEWS[0], width=1024)
    for number, view in enumerate(VIEWS, 1):
        if number > 1:
            with run(page):
                page.goto(page.url.rpartition("/")[0] + f"/{view}")
        _add(page)
        expect(page.get_by_role("link", name=f"Report: {number} view")).to_be_visible()
    with run(page):
        page.get_by_role("link", name="Report: 4 views").click()
    expect(page.locator("#report")).to_have_text("Report: 4 views")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Report as HTML").click()
    path = tmp_path / "report.html"
    saved.value.save_as(path)
    return path


def test_a_report_lives_through_reloads_and_its_file_stands_alone(report: Path, browser: Browser) -> None:
    with browser.new_context(offline=True) as context:
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda one: asked.append(one.url))
        page.goto(report.as_uri())
        assert asked == [report.as_uri()]
        expect(page.locator("section.view")).to_have_count(4)
        expect(page.locator("figure svg").first).to_be_visible()
        assert page.locator("figure").count() >= 4, "every chart came with its picture"
        expect(page.locator("section.view").first).to_contain_text("Shown: published by AFP.")
        page.locator("tbody a").first.click()
        assert page.evaluate("document.querySelector(location.hash).tagName") == "H4"
        assert Axe().run(page).response["violations"] == []
        for width in (375, 1024):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.emulate_media(media="print")
        for paper in ("A4", "Letter"):
            assert page.pdf(format=paper).startswith(b"%PDF")
        for width in (672, 694):  # what A4 and Letter have between their margins, at 96 pixels an inch
            page.set_viewport_size({"width": width, "height": 900})
            wide = page.evaluate(
                "() => [...document.querySelectorAll('main *')].filter((one) => !one.closest('svg') && "
                "one.getBoundingClientRect().right > document.documentElement.clientWidth + 1).length"
            )
            assert wide == 0, "nothing is cut at the edge of the paper"


def test_every_format_is_saved_from_its_page(visit: Callable[..., Page], tmp_path: Path) -> None:
    page = visit("export?publisher=AFP", width=375)
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
    expect(page.get_by_text("In the files: what is published by AFP.")).to_be_visible()
    with page.expect_download() as saved:
        page.locator(".st-key-take-bibtex button").click()
    saved.value.save_as(tmp_path / "references.bib")
    assert (tmp_path / "references.bib").read_text().count("@article{") == 1
    with run(page):
        page.get_by_role("radio", name="All of the corpus").click()
    with page.expect_download() as saved:
        page.locator(".st-key-take-ris button").click()
    saved.value.save_as(tmp_path / "references.ris")
    assert (tmp_path / "references.ris").read_text().count("TY  - ") == 5
