"""A visitor: windows in which everything that is not the app's is blocked and recorded."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Error,
    Page,
    Request,
    Route,
    WebSocket,
    expect,
)

STILL = '[data-testid="stApp"][data-test-script-state="notRunning"]'
WAIT = 60_000
expect.set_options(timeout=20_000)  # milliseconds; a busy machine is slow to draw
# Opened at /entities, Streamlit looks for its server below that address first, does not find it, and goes a step up.
SEARCHED = re.compile(r"/[^/]+/_stcore/(health|host-config)$")


class Visitor:
    """Opens addresses, each in a window of its own.

    Attributes:
        outside: the addresses outside the app that were asked for; each was blocked.
        errors: what the consoles showed as errors, and uncaught exceptions.
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._contexts: list[BrowserContext] = []
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
    ) -> Page:
        """Open an address in a new window and wait until the page stands still, or a selector is seen."""
        context = self._browser.new_context(
            color_scheme="dark" if theme == "dark" else "light",
            viewport={"width": width, "height": height},
            locale="en-GB",
            timezone_id="UTC",
            reduced_motion="reduce",
            service_workers="block",
        )
        context.set_default_timeout(WAIT)
        self._contexts.append(context)
        home = urlsplit(url).netloc
        context.route("**/*", lambda route, request: self._pass(route, request, home))
        page = context.new_page()
        page.on("console", self._listen)
        page.on("pageerror", self._fail)
        page.on("websocket", lambda socket: self._socket(socket, home))
        page.goto(url)
        if until:
            page.wait_for_selector(until)
        else:
            still(page)
        return page

    def close(self) -> None:
        """Close all windows."""
        for context in self._contexts:
            context.close()

    def _pass(self, route: Route, request: Request, home: str) -> None:
        address = urlsplit(request.url)
        if address.scheme in ("data", "blob") or address.netloc == home:
            route.continue_()
        else:
            self.outside.append(request.url)
            route.abort()

    def _socket(self, socket: WebSocket, home: str) -> None:
        if urlsplit(socket.url).netloc != home:
            self.outside.append(socket.url)

    def _listen(self, message: ConsoleMessage) -> None:
        address = str(message.location.get("url", ""))
        if message.type == "error" and not SEARCHED.search(address):
            self.errors.append(f"{message.text} ({address})")

    def _fail(self, error: Error) -> None:
        self.errors.append(str(error))


def still(page: Page) -> None:
    """Wait until the app has nothing running and has drawn what it sent."""
    page.wait_for_selector(STILL, state="attached", timeout=WAIT)
    page.wait_for_function(
        '() => !document.querySelector(\'[data-testid="stSkeleton"], [data-stale="true"]\')'
    )
    page.evaluate("() => document.fonts.ready.then(() => null)")
    page.wait_for_selector(STILL, state="attached", timeout=WAIT)
