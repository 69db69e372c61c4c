"""Charts as pages show them: on the whole screen, on a telephone, and with heads that are links."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests import corpora
from tests.browser.boxes import faults
from tests.browser.clicking import click
from tests.browser.serving import Server
from tests.browser.visiting import run, still, until

ROW = "chart => Number.parseFloat(getComputedStyle(chart.querySelector('.ytick text')).fontSize)"


@pytest.mark.parametrize(("width", "height"), [(1024, 768), (1920, 1080)])
def test_a_chart_on_the_whole_screen_has_larger_type(
    visit: Callable[..., Page], width: int, height: int
) -> None:
    page = visit("entities", width=width, height=height)
    chart = page.locator(".st-key-chart-entities")
    before = chart.evaluate(ROW)
    with run(page):
        chart.locator('.modebar-btn[data-title="Fullscreen"]').click()
    until(page, lambda: chart.evaluate(ROW) >= 1.3 * before, "the type is not larger")
    inside = "chart => chart.scrollWidth <= chart.clientWidth && chart === document.fullscreenElement"
    assert chart.evaluate(inside)
    with run(page):
        page.evaluate("document.exitFullscreen()")
    until(page, lambda: chart.evaluate(ROW) == before, "the type stays large")


@pytest.mark.parametrize(
    ("address", "leads"),
    [
        ("entities", "/reader.*doc=000_a6273d54f0673f32"),
        ("entities?view=first", "/reader.*doc=000_a6273d54f0673f32"),
        ("entities?view=spellings", "/entities.*publisher=AFP"),
        ("entities?view=together", "/entities.*sel=entity"),
        ("quotations?view=words", "/quotations.*publisher=AFP"),
        ("shared_text", "/reader.*doc=000_a6273d54f0673f32"),
        ("timeline", "/reader.*doc=000_a6273d54f0673f32"),
        ("coverage", "/reader.*doc=00"),
        ("wording", "/wording.*publisher=AFP"),
        ("quotations?view=cues", "/quotations.*sel=saying"),
    ],
)
def test_the_head_of_a_column_is_a_link(visit: Callable[..., Page], address: str, leads: str) -> None:
    page = visit(address)
    head = page.locator(".js-plotly-plot :is(.xtick, .x2tick) a").first
    with run(page):
        head.click()
        page.wait_for_url(re.compile(leads))
    expect(page.get_by_role("alert")).to_have_count(0)


def test_the_head_of_a_chart_leads_to_all_of_it(visit: Callable[..., Page]) -> None:
    page = visit("overview")
    head = page.locator(".st-key-chart-named .g-gtitle a")
    expect(head).to_have_text("Most named")
    head.focus()
    with run(page):
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile("/entities$"))


def test_the_control_of_pages_shows_all_that_has_room(visit: Callable[..., Page]) -> None:
    page = visit("coverage")
    control = page.get_by_test_id("stPagination").first
    numbers = [int(text) for text in control.locator("button").all_inner_texts() if text.isdigit()]
    assert numbers[:2] == [1, 2]
    cut = "control => control.firstElementChild.scrollWidth > control.firstElementChild.clientWidth"
    assert not control.evaluate(cut)


def test_two_controls_of_pages_stand_apart_on_a_telephone(visit: Callable[..., Page], server: Server) -> None:
    rows: dict[str, list[dict[str, Any]]] = {"mentions": []}
    named = [f"Ash{i:02}" for i in range(60)]
    for doc in (f"Outlet {i}" for i in range(7)):
        text = " ".join(named)
        for table, some in corpora.paragraph(doc, text).items():
            rows.setdefault(table, []).extend({**row, "publisher": doc} for row in some)
        rows["mentions"] += [corpora.mention(doc, text, name, f"person:{name}") for name in named]
    known = {"type": "person", "n_mentions": 7, "n_documents": 7, "method": "test"}
    rows["entities"] = [{"entity_id": f"person:{name}", "name": name, **known} for name in named]
    corpora.write(server.home / "crowd", rows)
    controls = visit("quotations?view=voices&corpus=crowd", width=375, height=812).get_by_test_id(
        "stPagination"
    )
    expect(controls).to_have_count(2)
    above, below = (control.bounding_box() for control in controls.all())
    assert above
    assert below
    assert above["y"] + above["height"] <= below["y"] or above["x"] + above["width"] <= below["x"]


def test_charts_beside_one_another_are_not_cut(visit: Callable[..., Page]) -> None:
    for width in (1024, 1280):
        page = visit("overview", width=width, height=768)
        still(page)
        for chart in page.locator("[class*=st-key-chart-]").all():
            room = chart.evaluate("chart => chart.clientWidth - chart.scrollWidth")
            assert room >= 0, (width, chart.get_attribute("class"))


@pytest.mark.parametrize(
    ("state", "width"),
    [
        ("coverage", 320),
        ("entities", 375),
        ("entities?view=spellings", 320),
        ("timeline", 375),
        ("quotations?view=voices", 375),
        ("quotations?view=voices&size=large", 640),
        ("quotations?view=voices&size=large", 1280),
    ],
)
def test_the_buttons_of_a_chart_that_scrolls_stay_in_sight(
    visit: Callable[..., Page], state: str, width: int
) -> None:
    page = visit(state, width=width, height=812)
    chart = page.locator("[class*=st-key-chart-]").first
    assert chart.evaluate("chart => chart.scrollWidth > chart.clientWidth")
    for scrolled in (0, 60):
        chart.evaluate("(chart, to) => { chart.scrollLeft = to }", scrolled)
        for button in chart.locator(".modebar-btn").all():
            box = button.bounding_box()
            assert box
            assert box["x"] > 0
            assert box["x"] + box["width"] <= width - 16


@pytest.mark.parametrize("state", ["entities", "coverage", "timeline", "wording", "entities?view=together"])
def test_the_columns_of_a_chart_are_all_in_sight_at_200_percent(
    visit: Callable[..., Page], state: str
) -> None:
    page = visit(state, width=640, height=400)
    for chart in page.locator("[class*=st-key-chart-]").all():
        assert chart.evaluate("chart => chart.scrollWidth <= chart.clientWidth")


@pytest.mark.parametrize("state", ["entities", "coverage", "entities?view=spellings"])
def test_the_columns_of_a_chart_are_all_in_sight_in_larger_type_on_a_projector(
    visit: Callable[..., Page], state: str
) -> None:
    page = visit(state, width=1024, height=768)
    with run(page):
        page.get_by_text("Larger", exact=True).click()
    chart = page.locator("[class*=st-key-chart-]").first
    fits = "chart => chart.scrollWidth <= chart.clientWidth"
    until(page, lambda: chart.evaluate(fits), "a column lies outside the chart")
    assert faults(page, 1024, 768) == []


@pytest.mark.parametrize("state", ["overview", "search?q=talks"])
def test_what_stands_below_another_on_a_telephone_follows_at_once(
    visit: Callable[..., Page], state: str
) -> None:
    page = visit(state, width=375, height=812)
    gaps = page.get_by_test_id("stHorizontalBlock").evaluate_all("""(rows) => rows.flatMap((row) => {
      const boxes = [...row.children].map((column) => column.getBoundingClientRect());
      return boxes.slice(1).map((box, i) => box.top - boxes[i].bottom); })""")
    assert any(gap > 0 for gap in gaps)
    assert max(gaps) <= 20


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_button_that_waits_can_be_read(visit: Callable[..., Page], theme: str) -> None:
    page = visit("texts", theme=theme)
    button = page.get_by_role("button", name="Look at them")
    expect(button).to_be_disabled()
    faint = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--t-faint')")
    expect(button.locator("p")).to_have_css("color", f"rgb({', '.join(map(str, bytes.fromhex(faint[1:])))})")


@pytest.mark.parametrize(
    "state", ["map", "entities?view=together&sort=network", "search?q=talks&view=near&sort=network"]
)
def test_maps_and_networks_fit_a_telephone(visit: Callable[..., Page], state: str) -> None:
    page = visit(state, width=375, height=812)
    fits = "document.querySelector('[class*=st-key-chart-]').scrollWidth <= 343"
    until(page, lambda: page.evaluate(fits), "the picture is wider than the telephone")
    assert faults(page, 375, 812) == []


def test_the_card_of_the_reader_covers_nothing_until_a_mark_is_open(visit: Callable[..., Page]) -> None:
    page = visit("reader?doc=000_a6273d54f0673f32", width=375, height=812)
    lies = "card => getComputedStyle(card).position"
    assert page.locator(".st-key-reader-card").evaluate(lies) == "static"
    page = visit("reader?doc=000_a6273d54f0673f32&sel=span&sel=start:0&sel=end:9", width=375, height=812)
    assert page.locator(".st-key-reader-card").evaluate(lies) == "fixed"


@pytest.mark.parametrize("state", ["sel=mentions&sel=mention:000_a6273d54f0673f32:m3483-3490", "view=shared"])
@pytest.mark.parametrize(("width", "height"), [(800, 600), (1024, 768)])
def test_what_is_open_in_the_reader_stands_in_a_projector_s_window(
    visit: Callable[..., Page], state: str, width: int, height: int
) -> None:
    page = visit(f"reader?doc=000_a6273d54f0673f32&{state}", width=width, height=height)
    card, mark = page.locator(".st-key-reader-card"), page.locator(".selected").first
    expect(card).to_be_in_viewport(ratio=0.9)
    box = card.bounding_box() or {}
    assert box["y"] + box["height"] <= height
    if state.startswith("sel"):
        expect(mark).to_be_in_viewport()
        seen = mark.bounding_box() or {}
        assert seen["y"] + seen["height"] <= box["y"]


@pytest.mark.parametrize(
    ("address", "mark"),
    [
        ("map", ".st-key-chart-map g.scattergeo text"),
        ("entities", ".st-key-chart-entities .bars .point path"),
        ("entities?view=spellings", ".st-key-chart-spellings .scatterlayer .point"),
        ("quotations?view=words", ".st-key-chart-utterances .scatterlayer .point"),
        ("timeline", ".st-key-chart-axis .scatterlayer .point"),
        ("coverage", ".st-key-chart-told .scatterlayer .point"),
    ],
)
def test_what_is_not_open_stays_as_legible_as_before(
    visit: Callable[..., Page], address: str, mark: str
) -> None:
    page = visit(address)
    click(page, mark)
    texts = page.locator(".js-plotly-plot .main-svg text")
    pale = "texts => texts.filter((text) => getComputedStyle(text).fillOpacity < 1).map((text) => text.textContent)"
    assert texts.count() > 3
    assert texts.evaluate_all(pale) == []


@pytest.mark.parametrize("width", [1024, 1280, 1920])
def test_a_label_that_is_cut_is_told_whole_where_the_pointer_or_the_focus_rests(
    visit: Callable[..., Page], width: int
) -> None:
    page = visit("quotations?view=words", width=width)
    label = page.locator(".st-key-chart-utterances .ytick").filter(has_text="…").first
    tip = page.locator(".t-tip")
    label.locator("a").last.hover()
    expect(tip).to_be_visible()
    expect(tip).to_contain_text(re.compile(r"^.+: .{40,}[^…]$"))
    page.mouse.move(5, 5)
    expect(tip).to_be_hidden()
    label.locator("a").last.focus()
    expect(tip).to_be_visible()
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()


def test_words_have_the_room_that_the_window_gives(visit: Callable[..., Page]) -> None:
    def longest(width: int) -> int:
        page = visit("quotations?view=words", width=width)
        labels = page.locator(".st-key-chart-utterances .ytick")
        assert page.evaluate(
            "document.querySelector('.st-key-chart-utterances').scrollWidth <= "
            "document.querySelector('.st-key-chart-utterances').clientWidth"
        )
        return max(len(text) for text in labels.locator("tspan.line:last-child").all_text_contents())

    laptop = longest(1280)
    assert laptop > 25
    assert longest(1920) >= laptop + 10
    assert longest(1024) >= laptop + 10


@pytest.mark.parametrize(("width", "abreast"), [(375, 1), (1024, 2), (1280, 3), (1920, 3)])
def test_the_maps_of_outlets_fill_the_width(visit: Callable[..., Page], width: int, abreast: int) -> None:
    page = visit("map?view=outlets", width=width)
    boxes = [
        box for one in page.locator('[class*="st-key-chart-map-of-"]').all() if (box := one.bounding_box())
    ]
    foot = boxes[0]["y"] + boxes[0]["height"]
    first = [box for box in boxes if abs(box["y"] + box["height"] - foot) < 2]
    assert len(first) == abreast
    main = page.get_by_test_id("stMainBlockContainer").locator(".t-head").bounding_box()
    assert main
    assert sum(box["width"] for box in first) >= 0.9 * main["width"]
    land = page.locator('[class*="st-key-chart-map-of-"] .geo .bg rect').first.bounding_box()
    assert land
    assert land["width"] >= 0.9 * boxes[0]["width"]
    assert faults(page, width, 800) == []
