"""Every page and view is there, legible and read by everybody: in both themes, and at the sizes of a projector, laptop,
large screen, telephone and magnified."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tellings.ui import registry
from tests.browser.accessibility import FAULTS, STATES
from tests.browser.boxes import SIZES, faults
from tests.browser.serving import Server
from tests.browser.visiting import run

LARGER = ("entities?size=large", "quotations?view=words&size=large", "map?size=large")
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


WIDE = "() => document.documentElement.scrollWidth - window.innerWidth"


@pytest.fixture(scope="module", autouse=True)
def _unsaid(server: Server) -> Iterator[None]:
    """Nothing that is opened here makes the server say anything."""
    before = server.log.read_text("utf-8")
    yield
    assert server.log.read_text("utf-8") == before


@pytest.mark.parametrize("state", [*STATES, *LARGER])
def test_a_view_is_there_for_everybody(visit: Callable[..., Page], shots: Path, state: str) -> None:
    page = visit(state, theme="dark")
    name, _, query = state.partition("?")
    expect(page.locator("h1")).to_have_text(registry.entry(name).title)
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_test_id("stException")).to_have_count(0)
    found = {"dark": _unread(page)}
    if not query:
        page.screenshot(path=shots / f"{name}-dark.png", full_page=True)
    with run(page):
        page.emulate_media(color_scheme="light")
        page.reload()
    found["light"] = _unread(page)
    if not query:
        page.screenshot(path=shots / f"{name}-light.png", full_page=True)
    for size, pixels in SIZES.items():
        found[size] = faults(page, *pixels)
        if page.evaluate(WIDE) > 0:
            found[size].append("the page is wider than the window")
        if size == "a telephone" and not query:
            page.screenshot(path=shots / f"{name}-375.png")
    assert not any(found.values()), found


def _unread(page: Page) -> list[object]:
    """What some people cannot read: faults of ours that axe finds, faint text in figures, figures without words."""
    violations = Axe().run(page).response["violations"]
    ours: list[object] = [
        (rule["id"], node["html"][:200])
        for rule in violations
        for node in rule["nodes"]
        if not _known(rule, node)
    ]
    figures, texts = page.get_by_test_id("stPlotlyChart"), page.evaluate(TEXTS)
    assert bool(texts) == bool(figures.count())
    for figure in figures.all():
        named = figure.locator("xpath=descendant-or-self::*[@aria-label]").first
        if not named.get_attribute("aria-label"):
            ours.append("a figure does not say what it shows")
    return ours + [(one["said"][:40], one["ink"], one["paper"]) for one in texts if _faint(one)]


def _known(rule: dict[str, Any], node: dict[str, Any]) -> bool:
    where, _ = FAULTS.get(rule["id"], ("", ""))
    return bool(where) and where in f"{node['target']} {node['html']}"


def _faint(text: dict[str, Any]) -> bool:
    large = text["size"] >= 24 or (text["bold"] and text["size"] >= 18.66)
    return _contrast(text["ink"], text["paper"]) < (LARGE if large else LEAST)


def _contrast(one: str, other: str) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [float(part) / 255 for part in colour.strip("rgba()").split(",")[:3]]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
