"""Where texts stand on a page and what is wrong: one text on another, a text cut off, a mark outside its chart."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

from tests.browser.visiting import still

SIZES = {
    "a projector": (1024, 768),
    "a laptop": (1280, 800),
    "a large screen": (1920, 1080),
    "a telephone": (375, 812),
    "a laptop at 200 %": (640, 400),
}

_FAULTS = Path(__file__).with_suffix(".js").read_text("utf-8").partition("\n")[2]

_SETTLED = """() => [...document.querySelectorAll(".js-plotly-plot")].every((plot) => {
  const svg = plot.querySelector(".main-svg"), room = plot.parentElement.getBoundingClientRect().width;
  return svg && Math.abs(svg.getBoundingClientRect().width - room) < 3;
})"""


def faults(page: Page, width: int, height: int) -> list[str]:
    """What overlaps or is cut on a page that is as large as this, in words."""
    page.set_viewport_size({"width": width, "height": height})
    page.wait_for_function(_SETTLED)
    still(page)
    found: list[str] = page.evaluate(_FAULTS)
    return found
