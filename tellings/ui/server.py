"""What the server does: get ready while the first browser loads Streamlit, and lead lost visitors home."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from tellings.ui import registry

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

_ready = threading.Event()
_ready.set()


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
    _ready.clear()
    threading.Thread(target=_prepare, name="tellings-start", daemon=True).start()
    yield {}


def _prepare() -> None:
    try:
        from tellings.errors import TellingsError
        from tellings.ui import contents, frame, load

        del contents, frame
        with suppress(TellingsError, OSError):  # a page will say what is wrong with it
            for name in load.names()[:1]:
                load.corpus(name)
    finally:
        _ready.set()


def middleware() -> list[Any]:
    """What stands before Streamlit's own routes, for `st.App`."""
    from starlette.middleware import Middleware

    return [Middleware(Pages)]


class Pages:
    """ASGI middleware: an address without a page leads to the first page, which says so, not to Streamlit's dialog."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer for a page that is not there; pass on everything else."""
        asked = _missing(scope) if scope["type"] == "http" and scope["method"] == "GET" else ""
        if not asked:
            await self._app(scope, receive, send)
            return
        from starlette.responses import RedirectResponse

        rest = scope["query_string"].decode("latin-1")
        address = f"./?{urlencode({registry.MISSING: asked[:60]})}" + (f"&{rest}" if rest else "")
        await RedirectResponse(address)(scope, receive, send)


def _missing(scope: Scope) -> str:
    headers = dict(scope["headers"])
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    path = scope["path"].strip("/").removeprefix(base).strip("/")
    if "/" in path or path in ("", "home", *(page.name for page in registry.PAGES)):
        return ""
    return (
        path
        if headers.get(b"sec-fetch-mode") == b"navigate" and b"text/html" in headers.get(b"accept", b"")
        else ""
    )
