"""The map in a real browser: drawn without a network, and every area, point and row opens what it counts."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tellings.views.theme import palette
from tests import shown
from tests.browser.clicking import click, click_cell, shows
from tests.browser.serving import Server
from tests.browser.visiting import Visitor, still, until

CHART = ".st-key-chart-map"
LABELS = f"{CHART} g.scattergeo text"
POINTS = f"{CHART} g.scattergeo path.point"


@pytest.fixture(scope="module", autouse=True)
def _corpora(server: Server) -> None:
    shown.write(server.home / "elm")


def drawn(page: Page) -> Page:
    for what in (f"{CHART} .choroplethlayer path", LABELS):
        expect(page.locator(what).first).to_be_visible()
    return page


def pixels(page: Page, colour: str) -> int:
    """How many pixels of the chart have a colour, within what anti-aliasing changes."""
    image = Image.open(io.BytesIO(page.locator(CHART).screenshot())).convert("RGB")
    wanted = tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return sum(
        n
        for n, seen in image.getcolors(image.width * image.height) or []
        if all(abs(a - b) <= 3 for a, b in zip(seen, wanted, strict=True))
    )


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_regions_that_are_named_are_filled(visit: Callable[..., Page], shots: Path, theme: str) -> None:
    page = drawn(visit("map", theme=theme))
    shades = palette(theme).sequence
    until(page, lambda: sum(pixels(page, shade) for shade in shades[1:]) > 5_000, "no region is filled")
    until(page, lambda: pixels(page, shades[0]) > 5_000, "the land is not drawn")
    page.screenshot(path=shots / f"map-{theme}-drawn.png")


def test_a_region_opens_as_many_names_as_its_label_says(visit: Callable[..., Page]) -> None:
    page = drawn(visit("map"))
    labels = page.locator(LABELS).all_text_contents()
    index, number = next(
        (i, int(m[1])) for i, text in enumerate(labels) if (m := re.match(r"Sumy (\d+)", text))
    )
    click(page, LABELS, index)
    assert "sel=admin1%3AUA-59" in page.url
    shows(page, number)


def test_a_point_opens_as_many_names_as_its_label_says(visit: Callable[..., Page]) -> None:
    page = drawn(visit("map?corpus=elm"))
    expect(page.locator(LABELS).filter(has_text="Port Elm 4")).to_be_visible()
    click(page, POINTS)
    assert "sel=place%3Agn%3A1" in page.url
    shows(page, 4)


def test_a_row_of_the_list_does_what_the_region_does(visit: Callable[..., Page], visitor: Visitor) -> None:
    page = visit("map?corpus=elm")
    click_cell(page, ".st-key-table-areas", row=0)
    assert "sel=admin1%3AUA-51" in page.url
    shows(page, 4)
    second = visitor.open(page.url)
    assert second.locator(".t-evidence").inner_html() == page.locator(".t-evidence").inner_html()


def test_demonyms_count_when_they_are_asked_for(visit: Callable[..., Page]) -> None:
    page = visit("map?corpus=elm")
    expect(page.locator(".t-shown")).to_contain_text("4 of 5 place names")
    expect(page.get_by_text("Left out: 1 word for a people.")).to_be_visible()
    page.get_by_role("button", name="peoples").click()
    page.wait_for_url(re.compile("use=demonym"))
    still(page)
    expect(page.locator(".t-shown")).to_contain_text("5 of 5 place names")
    click_cell(page, ".st-key-table-areas", row=0)
    shows(page, 5)


def test_countries_are_filled_when_they_are_asked_for(visit: Callable[..., Page]) -> None:
    page = drawn(visit("map?corpus=elm"))
    page.get_by_role("radio", name="countries").click()
    page.wait_for_url(re.compile("view=countries"))
    still(page)
    click_cell(page, ".st-key-table-areas", row=0)
    assert "sel=side%3AUA" in page.url
    shows(page, 4)


def test_the_borders_are_stated(visit: Callable[..., Page]) -> None:
    page = drawn(visit("map"))
    statement = page.locator(".st-key-chart-map svg text").filter(has_text="Crimea and Sevastopol")
    expect(statement).to_be_visible()
    lines = " ".join(statement.locator("tspan").all_text_contents())
    assert "Crimea and Sevastopol are drawn and counted as Ukraine" in lines


def test_a_map_of_each_outlet_opens_that_outlets_names(visit: Callable[..., Page], shots: Path) -> None:
    page = visit("map?corpus=elm&view=outlets")
    maps = page.locator('[class*="st-key-chart-map-of-"]')
    expect(maps).to_have_count(3)
    expect(maps.first.locator(".choroplethlayer path").first).to_be_visible()
    page.screenshot(path=shots / "map-outlets.png")
    index = re.findall(r"st-key-chart-map-of-(\S+)", str(maps.first.get_attribute("class")))[0]
    click(page, f".st-key-chart-map-of-{index} g.scattergeo path.point")
    assert "sel=publisher%3AThe+Elm+Post" in page.url
    shows(page, 2)


def test_quotations_that_speak_of_a_region_are_opened_by_their_number(visit: Callable[..., Page]) -> None:
    page = drawn(visit("map?sort=quotations"))
    labels = page.locator(LABELS).all_text_contents()
    index, number = next(
        (i, int(m[1])) for i, text in enumerate(labels) if (m := re.match(r"Sumy (\d+)", text))
    )
    click(page, LABELS, index)
    assert "sel=quotations" in page.url
    shows(page, number)


def test_each_part_of_what_is_open_opens_its_number(visit: Callable[..., Page], visitor: Visitor) -> None:
    page = visit("map?sel=toponyms&sel=admin1:TR-34")
    for key in ("text", "publisher", "entity", "speaker", "lemma"):
        part = page.locator(f".st-key-around-{key} button").first
        number = int(part.inner_text().split()[-1].replace(",", ""))
        before = page.url
        part.click()
        page.wait_for_url(lambda url, before=before: url != before)
        still(page)
        assert f"sel={key}%3A" in page.url
        shows(page, number)
    again = visitor.open(page.url)
    assert again.locator(".t-evidence").inner_html() == page.locator(".t-evidence").inner_html()


def test_the_title_stands_clear_of_the_buttons_on_a_telephone(visit: Callable[..., Page]) -> None:
    page = drawn(visit("map", width=375, height=720))
    title = page.locator(f"{CHART} .gtitle").bounding_box()
    buttons = page.locator(f"{CHART} .modebar-container > .modebar").bounding_box()
    assert title
    assert buttons
    assert buttons["y"] >= title["y"] + title["height"] or buttons["x"] >= title["x"] + title["width"]
