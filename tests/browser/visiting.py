"""A visitor: pages in which everything that is not the app's is blocked and recorded, and which know when the app's
run has finished."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Literal
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

from google.protobuf.message import DecodeError
from playwright.sync_api import (
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    WebSocket,
    expect,
)
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

UNMOVED = """() => document.getAnimations().every((one) =>
  one.playState !== "running" || one.effect.getComputedTiming().iterations === Infinity)"""
"""Nothing opens, closes or fades any more: what moves while it is clicked is missed."""
STILL = '[data-testid="stApp"][data-test-script-state="notRunning"]'
UNDRAWN = '[data-testid="stSkeleton"], [data-stale="true"]'
TOLD = (range(1181), range(1500, 10_000))
"""Pixels of the windows whose room is told to the app, which draws for it: in a browser that was never here, twice."""
WAIT = 60_000
expect.set_options(timeout=20_000)  # milliseconds; a busy machine is slow to draw
# Opened at /entities, Streamlit looks for its server below that address first, does not find it, and goes a step up.
SEARCHED = re.compile(r"/[^/]+/_stcore/(health|host-config)$")
LONGEST = 4_096  # bytes; what says that a run has finished is shorter


class Window:
    """A page that tests use one after another, each with a session of its own: the browser keeps the app's scripts.

    Attributes:
        page: the page.
        newcomer: has nobody been here with it before? Then the tour begins by itself.
        asked: how many runs of the app the page has asked for.
        finished: how many came to their end, those not counted that were broken off for another.
        due: is a run under way or asked for?
        outside: the addresses outside the app that were asked for; the browser is started so that it finds none.
        errors: what the console showed as errors, and uncaught exceptions.
    """

    def __init__(self, page: Page, *, newcomer: bool = False) -> None:
        self.page = page
        self.newcomer = newcomer
        if not newcomer:
            page.add_init_script(
                "if (window.origin !== 'null') localStorage.setItem('tellings has been shown round', 'yes')"
            )
        page.on("requestfinished", self._ask)
        page.on("requestfailed", self._ask)
        page.on("console", self._tell)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("websocket", self._connect)
        self.begin("", [], [])

    def begin(self, home: str, outside: list[str], errors: list[str]) -> None:
        """Forget what was, before an address of a server is opened; what is noted from now on goes to these lists."""
        self._home = home
        self.outside, self.errors = outside, errors
        self.asked = self.finished = 0
        self.due = True

    def again(self) -> None:
        """Count anew, before the same address is opened once more."""
        self.begin(self._home, self.outside, self.errors)

    def leave(self) -> None:
        """End the session and forget what the page kept."""
        self.page.unroute_all()
        self.page.evaluate(
            "() => { if (window.origin !== 'null') { localStorage.clear(); sessionStorage.clear() } }"
        )
        self.page.goto("about:blank")

    def _ask(self, request: Request) -> None:
        if request.failure == "csp":
            return  # the page's own policy kept it from being sent
        address = urlsplit(request.url)
        if address.scheme not in ("data", "blob", "about") and address.netloc != self._home:
            self.outside.append(request.url)

    def _tell(self, message: ConsoleMessage) -> None:
        address = str(message.location.get("url", ""))
        if message.type == "error" and not SEARCHED.search(address):
            self.errors.append(f"{message.text} ({address})")

    def _connect(self, socket: WebSocket) -> None:
        if urlsplit(socket.url).netloc != self._home:
            self.outside.append(socket.url)
        self.due = True
        socket.on("framesent", self._sent)
        socket.on("framereceived", self._received)

    def _sent(self, payload: str | bytes) -> None:
        message = _read(BackMsg, payload)
        if message is not None and message.WhichOneof("type") == "rerun_script":
            self.asked += 1
            self.due = True

    def _received(self, payload: str | bytes) -> None:
        message = _read(ForwardMsg, payload) if len(payload) < LONGEST else None
        if message is None or message.WhichOneof("type") != "script_finished":
            return
        if message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
            self.finished += 1
            self.due = False


def _read(kind: type[BackMsg] | type[ForwardMsg], payload: str | bytes) -> Any:
    try:
        return kind.FromString(payload) if isinstance(payload, bytes) else None
    except DecodeError:
        return None


_WINDOWS: WeakKeyDictionary[Page, Window] = WeakKeyDictionary()


class Visitor:
    """Opens addresses, each as a session of its own, in windows that nobody uses now.

    Args:
        context: where new windows are opened.
        free: windows that may be used; those that were used come back to it.

    Attributes:
        outside: the addresses outside the app that were asked for.
        errors: what the consoles showed as errors, and uncaught exceptions.
    """

    def __init__(self, context: BrowserContext, free: list[Window]) -> None:
        self._context = context
        self._free = free
        self._used: list[Window] = []
        self.outside: list[str] = []
        self.errors: list[str] = []

    def open(
        self,
        url: str,
        *,
        theme: str = "light",
        width: int = 1280,
        height: int = 800,
        until: str | None = None,
        newcomer: bool = False,
    ) -> Page:
        """Open an address and wait until the page stands still, or a selector is seen."""
        fresh = newcomer or not self._free
        window = Window(self._context.new_page(), newcomer=newcomer) if fresh else self._free.pop()
        self._used.append(window)
        page = window.page
        _WINDOWS[page] = window
        page.set_viewport_size({"width": width, "height": height})
        scheme: Literal["light", "dark"] = "dark" if theme == "dark" else "light"
        self._context.clear_cookies()
        page.emulate_media(media="screen", color_scheme=scheme, reduced_motion="reduce")
        window.begin(urlsplit(url).netloc, self.outside, self.errors)
        page.goto(url)
        if until:
            page.wait_for_selector(until)
        else:
            still(page, 2 if any(width in some for some in TOLD) else 1)
        return page

    def close(self) -> None:
        """End all sessions; the windows are free for the next test, unless one has been closed."""
        for window in self._used:
            if not window.page.is_closed():
                window.leave()
                if window.newcomer:
                    window.page.close()
                else:
                    self._free.append(window)


def window_of(page: Page) -> Window:
    """What is counted of a page that a visitor opened."""
    return _WINDOWS[page]


def still(page: Page, runs: int = 0) -> None:
    """Wait until so many runs were asked for and none is due, what the app sent is drawn, and nothing moves."""
    window = _WINDOWS[page]
    until(page, lambda: window.asked >= runs and not window.due, "the app's run does not finish")
    page.wait_for_selector(STILL, state="attached", timeout=WAIT)
    expect(page.locator(UNDRAWN)).to_have_count(0, timeout=WAIT)
    page.evaluate("() => document.fonts.ready.then(() => null)")
    page.wait_for_selector(STILL, state="attached", timeout=WAIT)
    page.wait_for_function(UNMOVED, timeout=WAIT)


@contextmanager
def run(page: Page) -> Iterator[None]:
    """Do in this block what makes the app run, and leave it when a run that was asked for in it has finished."""
    still(page)
    window = _WINDOWS[page]
    asked, finished = window.asked, window.finished
    yield
    until(page, lambda: window.asked > asked and window.finished > finished, "the app was not made to run")
    still(page)


def until(page: Page, holds: Callable[[], object], complaint: str, timeout: float = WAIT) -> None:
    """Wait until something holds that no locator can see.

    Args:
        page: whose events are worked off meanwhile.
        holds: looked at again and again.
        complaint: what is said where it does not come to hold.
        timeout: in milliseconds.
    """
    end = time.monotonic() + timeout / 1000
    while not holds():
        if time.monotonic() > end:
            raise AssertionError(f"{complaint} ({page.url})")
        page.wait_for_timeout(20)
