"""The page *Coverage* in a real browser: a number opens its sentences, an empty cell what is nearest."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests import shown
from tests.browser.clicking import click, shows
from tests.browser.serving import Server

POINTS = ".st-key-chart-told .scatterlayer .point"


@pytest.fixture(scope="module", autouse=True)
def _corpora(server: Server) -> None:
    shown.write(server.home / "elm")


def test_a_number_opens_its_sentences_and_an_empty_cell_the_nearest_passage(
    visit: Callable[..., Page],
) -> None:
    page = visit("coverage?corpus=elm")
    texts = page.locator(".st-key-chart-told .scatterlayer .textpoint").all_text_contents()
    click(page, POINTS, 0)
    shows(page, int(texts[0]))
    page = visit("coverage?corpus=elm")
    click(page, POINTS, texts.index("·"))
    expect(page.get_by_role("heading", name="not found in")).to_be_visible()
    expect(page.get_by_role("heading", name="What tells it elsewhere")).to_be_visible()
    assert "lacking" in page.url
