"""The map page against a bare choropleth of the same polygons: from opening the address to the map drawn."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from benchmarks.app import served, visiting
from benchmarks.table import Row
from tellings.settings import ROOT
from tests.browser import chromium

DRAWN = ".js-plotly-plot .choroplethlayer g.choropleth:last-child path"


def drawn(times: int) -> list[Row]:
    """Each on a warm server, in turn; the first opening of each fills caches and is not counted."""
    ours, theirs = [], []
    with (
        _alone() as script,
        chromium.launched() as browser,
        served(script) as bare,
        served("app.py") as app,
    ):
        for turn in range(times + 1):
            for seconds, address in ((theirs, bare), (ours, app + "map")):
                with visiting(browser) as visitor:
                    started = time.perf_counter()
                    visitor.open(address, until=DRAWN)
                    taken = time.perf_counter() - started
                if turn:
                    seconds.append(taken)
    return [Row("map drawn, warm server", median(ours), median(theirs), "s", at_most=1.3)]


@contextmanager
def _alone() -> Iterator[str]:
    """The bare page with the base map beside it, from where Streamlit serves it."""
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "choropleth.py"
        shutil.copy(ROOT / "benchmarks" / "bare" / script.name, script)
        shutil.copytree(ROOT / "static" / "topojson", Path(folder) / "static" / "topojson")
        yield str(script)
