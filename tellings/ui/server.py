"""What the server does: get ready while the first browser loads Streamlit, and lead lost visitors home."""

from __future__ import annotations

import logging
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from tellings import settings
from tellings.ui import registry, security

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_ready = threading.Event()
_ready.set()
_STARTER = "tellings-start"


def in_session() -> bool:
    """Is the program run for a visitor? If not, it is the server that starts.

    A server that gets ready is waited for: two threads never import the same libraries at once.
    """
    if get_script_run_ctx(suppress_warning=True) is None:
        return False
    _ready.wait()
    return True


@asynccontextmanager
async def starting(app: Any) -> AsyncIterator[dict[str, Any]]:
    """The life of the server, for `st.App`: what the first page needs is loaded beside it, in a thread."""
    del app
    print(security.statement(settings.read().corrections, security.address()), flush=True)
    _ready.clear()
    # Streamlit warns of calls for no visitor, and says that it may be ignored; on the console it looks like a fault.
    logging.getLogger(get_script_run_ctx.__module__).addFilter(_not_at_start)
    threading.Thread(target=_prepare, name=_STARTER, daemon=True).start()
    yield {}


def _not_at_start(record: logging.LogRecord) -> bool:
    return record.threadName != _STARTER


def _prepare() -> None:
    try:
        from tellings.errors import TellingsError
        from tellings.ui import frame, load, overview

        del overview, frame
        with suppress(TellingsError, OSError):  # a page will say what is wrong with it
            for name in load.names()[:1]:
                load.corpus(name)
    finally:
        _ready.set()


def middleware() -> list[Any]:
    """What stands before Streamlit's own routes, for `st.App`; a setting that cannot be ends the program here."""
    from starlette.middleware import Middleware

    try:
        hosts = security.hosts()
    except ValueError as err:
        raise SystemExit(f"Tellings does not start: {err}.") from err
    return [Middleware(security.Guard, hosts=hosts), Middleware(Pages), Middleware(Charts)]


class Pages:
    """ASGI middleware: a page's title leads to the page; an address without a page leads to the first, which says so.

    Streamlit has its page stand for every address that it does not know: on the first level a dialog says that there is
    no such page, below it all is blank.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Lead home whoever would get Streamlit's page where no page is; pass on everything else."""
        asked = _missing(scope) if scope["type"] == "http" and scope["method"] == "GET" else ""
        if not asked:
            await self._app(scope, receive, send)
            return
        from starlette.responses import RedirectResponse

        led = False

        async def answer(message: Message) -> None:
            nonlocal led
            if message["type"] == "http.response.start" and _is_streamlits(message):
                led = True
                await RedirectResponse(_home(scope, asked))(scope, receive, send)
            if not led:
                await send(message)

        await self._app(scope, receive, answer)


class Charts:
    """ASGI middleware: the browser is told to fetch what draws the charts while Streamlit gets ready, not after it.

    The script of some megabytes is asked for with the page by a `Link` header (RFC 8288, `rel=modulepreload` of HTML),
    as Streamlit's own page does with its smaller ones. Where Streamlit calls it otherwise, nothing is said.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and add the header to pages."""
        link = _chart_link() if scope["type"] == "http" and _is_visit(scope) else b""
        if not link:
            await self._app(scope, receive, send)
            return

        async def linked(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message.get("headers", ()), (b"link", link)]}
            await send(message)

        await self._app(scope, receive, linked)


@cache
def _chart_link() -> bytes:
    folder = Path(st.__file__).parent / "static" / "static" / "js"
    names = sorted(path.name for path in folder.glob("PlotlyChart.*.js"))
    if len(names) != 1:
        return b""
    return f"<{security.base()}static/js/{names[0]}>; rel=modulepreload; crossorigin".encode()


def _is_visit(scope: Scope) -> bool:
    """Does a person open this address? Browsers say so to this machine and over TLS; elsewhere they do not say."""
    headers = dict(scope["headers"])
    return headers.get(b"sec-fetch-mode", b"navigate") == b"navigate" and b"text/html" in headers.get(
        b"accept", b""
    )


def _missing(scope: Scope) -> str:
    """What stands in the address in place of a page's name; empty where a page is named."""
    path = security.below_base(scope["path"])
    if path in ("", "home", *(page.name for page in registry.PAGES)):
        return ""
    return path if _is_visit(scope) else ""


def _is_streamlits(message: Message) -> bool:
    """Is this its page, or its refusal of an address that could lead out of a folder? Files are neither."""
    kind: bytes = dict(message.get("headers", ())).get(b"content-type", b"")
    return message["status"] == 400 or bool(message["status"] == 200 and kind.startswith(b"text/html"))


def _home(scope: Scope, asked: str) -> str:
    """The page of this title, else the first, with the filters of this address, from where the browser is: a proxy may
    have cut off a prefix.
    """
    path = scope.get("raw_path", scope["path"].encode()).removeprefix(security.base().rstrip("/").encode())
    steps = "../" * (path.count(b"/") - 1) or "./"
    rest = scope["query_string"].decode("latin-1")
    page = registry.called(asked)
    if page:
        return f"{steps}{page.name}" + (f"?{rest}" if rest else "")
    return f"{steps}?{urlencode({registry.MISSING: asked[:60]})}" + (f"&{rest}" if rest else "")
