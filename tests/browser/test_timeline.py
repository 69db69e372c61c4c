"""The timeline in a real browser: a bar and a cell open what they count."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests import dated
from tests.browser.clicking import click, shows
from tests.browser.serving import Server


@pytest.fixture(scope="module", autouse=True)
def _corpora(server: Server) -> None:
    dated.write(server.home / "bridge")


def test_a_bar_and_a_cell_open_their_sentences(visit: Callable[..., Page]) -> None:
    page = visit("timeline?corpus=bridge")
    click(page, ".st-key-chart-axis .barlayer .point", 3)
    shows(page, 2)
    assert "value%3A2024-03-05" in page.url
    page = visit("timeline?corpus=bridge")
    click(page, ".st-key-chart-axis .x2y .scatterlayer .point", 5)
    shows(page, 1)
