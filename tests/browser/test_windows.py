"""What windows of other sizes than a laptop's show: drawn for them, at once where the browser was here before."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.boxes import faults
from tests.browser.visiting import still, window_of

FITS = "chart => chart.scrollWidth <= chart.clientWidth"
"""Is nothing of a chart beyond its sides?"""


@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080), (900, 700), (375, 812)])
def test_a_browser_that_was_here_is_drawn_for_at_once(
    visit: Callable[..., Page], size: tuple[int, int]
) -> None:
    page = visit("quotations?view=voices", width=size[0], height=size[1])
    window = window_of(page)
    assert window.asked == 2
    height = "document.querySelector('.js-plotly-plot .main-svg').getBoundingClientRect().height"
    before = page.evaluate(height)
    window.again()
    page.reload()
    still(page, 1)
    assert window.asked == 1
    assert page.evaluate(height) == before


def test_the_cookie_holds_the_sort_of_the_size_and_nothing_else(visit: Callable[..., Page]) -> None:
    page = visit("overview", width=1024, height=768)
    [cookie] = [one for one in page.context.cookies() if not one["name"].startswith("_streamlit")]
    assert (cookie["name"], cookie["value"]) == ("tellings-window", "small.half")
    assert cookie["sameSite"] == "Strict"
    assert cookie["path"] == "/"
    year = page.evaluate("Date.now()") / 1000 + 31_536_000
    assert year - 3_600 < cookie["expires"] <= year


def test_a_window_that_was_made_larger_meanwhile_is_drawn_for_anew(visit: Callable[..., Page]) -> None:
    page = visit("entities?view=together&sort=network", width=640, height=400)
    columns = page.locator(".js-plotly-plot .main-svg").first
    assert (columns.bounding_box() or {})["height"] > 600
    page.goto("about:blank")
    page.set_viewport_size({"width": 1280, "height": 800})
    window_of(page).again()
    page.go_back()
    still(page, 2)
    assert (columns.bounding_box() or {})["height"] < 600


@pytest.mark.parametrize("width", [640, 800, 960, 1024, 1180, 1200, 1280])
def test_who_speaks_stands_in_the_window_with_its_outlets(visit: Callable[..., Page], width: int) -> None:
    page = visit("quotations?view=voices", width=width, height=768)
    chart = page.locator(".st-key-chart-voices")
    assert chart.evaluate(FITS)
    assert chart.locator(".ytick").count() == 12
    assert faults(page, width, 768) == []


@pytest.mark.parametrize(
    "state", ["entities?view=together&sort=network", "search?q=talks&view=near&sort=network"]
)
@pytest.mark.parametrize("width", [640, 800])
def test_a_network_has_whole_names_at_200_percent(visit: Callable[..., Page], state: str, width: int) -> None:
    page = visit(state, width=width, height=400)
    chart = page.locator("[class*=st-key-chart-]").first
    assert chart.evaluate(FITS)
    names = chart.locator(".annotation-text").all_text_contents()
    assert len(names) >= 20
    assert not any("…" in name for name in names)
    assert faults(page, width, 400) == []


@pytest.mark.parametrize("width", [375, 640, 1024])
def test_the_list_of_a_layer_covers_the_article_below_it_from_side_to_side(
    visit: Callable[..., Page], width: int
) -> None:
    page = visit("reader?doc=000_a6273d54f0673f32&view=shared", width=width, height=768)
    card = page.locator(".st-key-reader-card").bounding_box() or {}
    text = page.locator("[data-testid=stMainBlockContainer]").evaluate("""(main) => {
      const box = main.getBoundingClientRect(), style = getComputedStyle(main);
      return [box.left + parseFloat(style.paddingLeft), box.right - parseFloat(style.paddingRight)]; }""")
    assert card["x"] <= text[0]
    assert card["x"] + card["width"] >= text[1]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_label_of_two_lines_is_one_stop_of_the_tab_key(visit: Callable[..., Page]) -> None:
    page = visit("timeline")
    label = page.locator(".js-plotly-plot .x2tick text", has=page.locator("tspan.line a")).first
    first, lines = label.locator("a").first, label.locator("a").all_text_contents()
    assert len(lines) > 1
    focused = "label => [...label.querySelectorAll('a')].indexOf(document.activeElement)"
    first.focus()
    page.keyboard.press("Tab")
    assert label.evaluate(focused) == -1
    page.keyboard.press("Shift+Tab")
    assert label.evaluate(focused) == 0
    assert first.get_attribute("aria-label") == " ".join(lines)
    label.locator("a").last.click()
    page.wait_for_url("**/reader?*")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_key_on_a_button_is_written_as_its_words_are(visit: Callable[..., Page], theme: str) -> None:
    page = visit("corrections?view=check", theme=theme)
    button = page.get_by_test_id("stBaseButton-primary").filter(has_text="Accept")
    colour = "one => getComputedStyle(one).color"
    assert button.locator("kbd").evaluate(colour) == button.locator("p").first.evaluate(colour)
    expect(button.locator("kbd")).to_have_css("background-color", "rgba(0, 0, 0, 0)")
