"""The app against bare Streamlit pages, in the browser: what a person waits for."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page

from benchmarks.table import Row
from tellings.ui import registry
from tests.browser import chromium
from tests.browser.serving import serve
from tests.browser.visiting import Visitor, still

CHART = ".js-plotly-plot .main-svg"
# The first filter with a choice: another view is another page, not a filter.
CONTROL = (
    '[data-testid="stMain"] [data-testid="stElementContainer"]:not(.st-key-filter-view) '
    '[data-testid="stButtonGroup"] button'
)
# Without watching files, as a server in a classroom runs; the same for both sides.
QUIET = {"STREAMLIT_SERVER_FILE_WATCHER_TYPE": "none"}
# From the click to the last change of the page, half a second without one following.
LAST_CHANGE = """([selector, index]) => new Promise(resolve => {
  const started = performance.now(), app = document.querySelector('[data-testid="stApp"]')
  let last = started
  const watch = new MutationObserver(() => { last = performance.now() })
  watch.observe(app, {subtree: true, childList: true, attributes: true, characterData: true})
  const poll = setInterval(() => {
    const running = app.dataset.testScriptState !== 'notRunning'
    if (!running && performance.now() - last > 500) {
      clearInterval(poll); watch.disconnect(); resolve((last - started) / 1000)
    }
  }, 50)
  document.querySelectorAll(selector)[index].click()
})"""


def start(times: int) -> list[Row]:
    """From `streamlit run` to the first chart, each time on a new server."""
    ours, bare = [], []
    with chromium.launched() as browser:
        _first_chart(browser, "benchmarks/bare/chart.py")  # not counted: the disk's cache
        for _ in range(times):
            bare.append(_first_chart(browser, "benchmarks/bare/chart.py"))
            ours.append(_first_chart(browser, "app.py"))
    return [Row("server start to first chart", median(ours), median(bare), "s", at_most=1.3)]


def filter_change(times: int) -> list[Row]:
    """A click on a filter of each page until the page stands still again; the bare page is clicked in turn with it."""
    rows = []
    with (
        chromium.launched() as browser,
        visiting(browser) as visitor,
        served("benchmarks/bare/rerun.py") as bare,
        served("app.py") as app,
    ):
        least = visitor.open(bare)
        for entry in registry.PAGES:
            page = visitor.open(app + entry.name)
            if page.locator(CONTROL).count() > 1:
                ours, theirs = _changes(page, least, times)
                rows.append(Row(f"filter change, {entry.name}", ours, theirs, "s", at_most=1.5))
            page.close()
    return rows


def _first_chart(browser: Browser, script: str) -> float:
    with tempfile.TemporaryDirectory() as folder, visiting(browser) as visitor:
        started = time.perf_counter()
        with serve(Path(folder), script, **QUIET) as server:
            visitor.open(server.url, until=CHART)
            return time.perf_counter() - started


def _changes(page: Page, least: Page, times: int) -> tuple[float, float]:
    """Seconds of a filter change, ours and the least there can be. The first rounds fill caches and are not counted."""
    ours, theirs = [], []
    for turn in range(2 * times + 2):
        for seconds, one in ((theirs, least), (ours, page)):
            one.bring_to_front()
            still(one)
            seconds.append(one.evaluate(LAST_CHANGE, [CONTROL, (turn + 1) % 2]))
    return median(ours[2:]), median(theirs[2:])


@contextmanager
def served(script: str) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder, serve(Path(folder), script, **QUIET) as server:
        yield server.url


@contextmanager
def visiting(browser: Browser) -> Iterator[Visitor]:
    """Somebody whose browser has kept nothing."""
    with browser.new_context() as context:
        yield Visitor(context, [])
