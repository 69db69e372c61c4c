"""A server of the app and a browser that may speak to nothing else.

Fixtures: `server` (one for all tests), `cold_server` (a new one for this test), `visit` (opens a page of `server`).
A test that used `visit` fails where the browser asked for anything outside the app, or its console showed an error.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser import chromium
from tests.browser.serving import Server, serve
from tests.browser.visiting import WAIT, Visitor, Window

SHOTS = Path(__file__).parent / "screenshots"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, Chrome or Edge, without a window."""
    with chromium.launched() as browser:
        yield browser


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app on a free port of this machine; a corpus written to `server.home / NAME` is opened by `?corpus=NAME`."""
    with serve(tmp_path_factory.mktemp("served")) as server:
        yield server
    assert server.left() == [], "the server asked for addresses outside this machine"


@pytest.fixture
def cold_server(tmp_path: Path) -> Iterator[Server]:
    """A server that nobody has visited yet."""
    with serve(tmp_path / "served") as server:
        yield server
    assert server.left() == [], "the server asked for addresses outside this machine"


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """One browser for all tests of a file, which need not fetch the app's scripts anew for each page."""
    with browser.new_context(locale="en-GB", timezone_id="UTC", service_workers="block") as context:
        context.set_default_timeout(WAIT)
        yield context


@pytest.fixture(scope="module")
def windows() -> list[Window]:
    """Those of the file's tests that nobody uses now."""
    return []


@pytest.fixture
def visitor(context: BrowserContext, windows: list[Window]) -> Iterator[Visitor]:
    """Opens pages of any server; records what is asked for that is not the app's, and the console's errors."""
    visitor = Visitor(context, windows)
    yield visitor
    visitor.close()
    assert visitor.outside == [], "the page asked for something outside the app"
    assert visitor.errors == [], "the browser's console shows errors"


@pytest.fixture
def visit(server: Server, visitor: Visitor) -> Callable[..., Page]:
    """`visit("entities?type=person")` opens a page of the app, a session of its own, and waits until it stands still.

    Options: `theme="light"` or `"dark"`, `width=1280`, `height=800`.
    """

    def open_page(address: str = "", **options: Any) -> Page:
        return visitor.open(server.url + address, **options)

    return open_page


@pytest.fixture(scope="session")
def shots() -> Path:
    """Where screenshots are written, for people to look at."""
    SHOTS.mkdir(exist_ok=True)
    return SHOTS
