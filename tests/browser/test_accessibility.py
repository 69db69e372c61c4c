"""Every page and state for those who do not see, or not well, or use no pointer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser import accessibility
from tests.browser.accessibility import CRITERIA, FAULTS, STATES

LEAST, LARGE = 4.5, 3.0
"""Contrast of text, and of that in large print (WCAG 1.4.3)."""

# The texts of a page's figures with their own colour and that of what is painted last below their middle: the shape of
# a mark, the halo around the text, or the page.
TEXTS = """() => {
  const shapes = "path, rect, circle";
  const seen = (node) => {
    const s = getComputedStyle(node); return s.fill !== "none" && !s.fill.endsWith(", 0)") && s.visibility !== "hidden"
    && Number(s.fillOpacity) * Number(s.opacity) > 0.5; };
  const page = getComputedStyle(document.querySelector(".stApp")).backgroundColor;
  return [...document.querySelectorAll(".js-plotly-plot .main-svg text")].filter(
      (text) => text.textContent.trim() && text.getBoundingClientRect().width && seen(text)).map((text) => {
    const box = text.getBoundingClientRect(), style = getComputedStyle(text);
    const x = box.left + box.width / 2, y = box.top + box.height / 2;
    const holds = (node) => { const b = node.getBoundingClientRect();
      const around = b.left <= x && x <= b.right && b.top <= y && y <= b.bottom;
      return around && b.width * b.height > box.width * box.height; };
    const before = (node) => node.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING;
    const below = [...text.closest(".js-plotly-plot").querySelectorAll(shapes)].filter((node) =>
      seen(node) && holds(node) && before(node) && !node.closest("defs, clipPath, .modebar"));
    const halo = (style.textShadow.match(/rgb[^)]*\\)/) || [])[0];
    const shape = below.length && getComputedStyle(below[below.length - 1]).fill;
    return { said: text.textContent, ink: style.fill, paper: halo || shape || page, size: parseFloat(style.fontSize),
      bold: Number(style.fontWeight) >= 700 };
  });
}"""

FOCUS = """() => {
  const node = document.activeElement, style = getComputedStyle(node), around = getComputedStyle(node.parentElement);
  const name = node.getAttribute("aria-label") || node.innerText || node.title || "";
  const ring = [style, around].some((one) => one.outlineStyle !== "none" || one.boxShadow !== "none");
  return { tag: node.tagName, name, top: node.getBoundingClientRect().top + window.scrollY, ring,
    html: node.outerHTML.slice(0, 200) };
}"""


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_of_ours(visit: Callable[..., Page], state: str, theme: str) -> None:
    page = visit(state, theme=theme)
    found = Axe().run(page).response["violations"]
    ours = [
        (rule["id"], node["html"][:200]) for rule in found for node in rule["nodes"] if not _known(rule, node)
    ]
    assert ours == []


def _known(rule: dict[str, Any], node: dict[str, Any]) -> bool:
    where, _ = FAULTS.get(rule["id"], ("", ""))
    return bool(where) and where in f"{node['target']} {node['html']}"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_in_figures_has_contrast(visit: Callable[..., Page], theme: str) -> None:
    faint, n = [], 0
    for state in ("overview", "entities", "entities?view=first", "entities?view=spellings", "quotations",
                  "quotations?view=words", "quotations?view=voices", "quotations?view=cues", "map",
                  "timeline", "coverage", "wording"):  # fmt: skip
        for text in visit(state, theme=theme).evaluate(TEXTS):
            n += 1
            least = LARGE if text["size"] >= 24 or (text["bold"] and text["size"] >= 18.66) else LEAST
            if _contrast(text["ink"], text["paper"]) < least:
                faint.append((state, text["said"][:40], text["ink"], text["paper"]))
    assert n > 200
    assert faint == []


def _contrast(one: str, other: str) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [float(part) / 255 for part in colour.strip("rgba()").split(",")[:3]]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_every_figure_says_what_it_shows(visit: Callable[..., Page]) -> None:
    for state in ("overview", "entities", "quotations", "map", "timeline", "coverage", "wording"):
        page = visit(state)
        figures = page.get_by_test_id("stPlotlyChart")
        assert figures.count()
        for figure in figures.all():
            said = figure.locator("xpath=descendant-or-self::*[@aria-label]").first.get_attribute(
                "aria-label"
            )
            assert said, state


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
