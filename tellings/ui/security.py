"""Who may speak to the server, and what a browser may do with its answers: `docs/security.md` has the promises."""

from __future__ import annotations

import base64
import hashlib
import logging
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from tellings import settings

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
"""The names by which a machine speaks to itself, as a Host header has them."""

EVERYWHERE = ("", "0.0.0.0", "[::]")
"""Addresses that stand for all of a machine's: nobody asks for them by these names."""

FORWARDED = frozenset(
    (
        "forwarded", "via", "x-client-ip", "x-forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-port",
        "x-forwarded-proto", "x-forwarded-server", "x-original-host", "x-real-ip", "true-client-ip", "cf-connecting-ip",
    )
)  # fmt: skip
"""Headers that a proxy adds (RFC 7239, RFC 9110 section 7.6.3, and those in use before them)."""

CLOSED = ("_stcore/agent", "_stcore/metrics", "_stcore/script-health-check")
"""Doors of Streamlit that are no part of Tellings: programs that drive the app, its counters, its errors."""

POLICY = {
    "default-src": "'none'",
    "script-src": "'self' blob:",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
}
"""The Content-Security-Policy (W3C, level 3); the hashes of the page's own scripts and the socket's address join it."""

HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": ", ".join(
        f"{feature}=()"
        for feature in (
            "accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer", "microphone",
            "midi", "payment", "usb",
        )
    ),
}  # fmt: skip

_log = logging.getLogger(__name__)


class Guard:
    """ASGI middleware, before all else: refuses who asks under another name or from another site, and shuts doors.

    Refused with 403 are a Host that is not one of `hosts` (DNS rebinding) and an Origin that is not this Host
    (another site, another port here); a web socket and a request that changes anything must have an Origin. `CLOSED`
    answers 404. Every answer has `POLICY` and `HEADERS`.
    """

    def __init__(self, app: ASGIApp, hosts: tuple[str, ...]) -> None:
        self._app = app
        self._hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse the request, or pass it on and see to the headers of the answer."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        from starlette.responses import PlainTextResponse
        from starlette.websockets import WebSocketClose

        why = self._refusal(scope)
        headers = [(b"content-security-policy", policy(_one(scope, b"host") if not why else "").encode())]
        headers += [(name.encode(), value.encode()) for name, value in HEADERS.items()]

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message.get("headers", ()), *headers]}
            await send(message)

        if why and scope["type"] == "websocket":
            _log.warning("A web socket was refused. %s", why)
            await WebSocketClose(code=1008)(scope, receive, send)
        elif why:
            await PlainTextResponse(why, 403)(scope, receive, guarded)
        elif _closed(scope["path"]):
            await PlainTextResponse("There is nothing here.", 404)(scope, receive, guarded)
        else:
            await self._app(scope, receive, guarded)

    def _refusal(self, scope: Scope) -> str:
        """Why the request is refused; empty where it is not."""
        host, origin = _one(scope, b"host"), _one(scope, b"origin")
        if not allowed(host, self._hosts):
            return (
                f"Tellings does not answer to the name {host[:80]!r}. Who runs it allows names with TELLINGS_HOSTS, "
                "as docs/security.md says."
            )
        needed = scope["type"] == "websocket" or scope["method"] not in ("GET", "HEAD", "OPTIONS")
        if origin in (f"http://{host}", f"https://{host}") or not (origin or needed):
            return ""
        whose = f"of {origin[:80]!r}" if origin else "that does not say whose it is"
        return f"Tellings at {host} answers no page {whose}."


def hosts() -> tuple[str, ...]:
    """The names to which the server answers: those of `TELLINGS_HOSTS`, else the loopback names and its own address.

    Raises:
        ValueError: a setting holds something that it may not.
    """
    bound = address()
    return settings.read().hosts or (*LOOPBACK, *([bound] if bound not in EVERYWHERE else []))


def allowed(host: str, names: Iterable[str]) -> bool:
    """Is a Host header one of these names? A name without a port stands for all of its ports."""
    match = settings.HOST.fullmatch(host)
    return match is not None and not {host, match[1]}.isdisjoint(names)


def address() -> str:
    """The address that the server is bound to, as a Host header would have it; empty for all of the machine's."""
    bound = str(st.get_option("server.address") or "").lower()
    return f"[{bound}]" if ":" in bound else bound


def corrections_mode(said: str | None, bound: str, headers: Iterable[tuple[str, str]] = ()) -> str:
    """Where the corrections of a visitor go: `saved` on this machine, `session` (the window only) or `off`.

    They are saved only for those who sit at this machine: the server is bound to it alone and was asked by its name,
    and no proxy was on the way. A setting cannot widen that.

    Args:
        said: the setting.
        bound: the server's address.
        headers: of the visitor's request.
    """
    if said in ("off", "session"):
        return said
    sent = {name.lower(): value.lower() for name, value in headers}
    near = bound in LOOPBACK and FORWARDED.isdisjoint(sent)
    return "saved" if near and allowed(sent.get("host", LOOPBACK[0]), LOOPBACK) else "session"


def statement(said: str | None, bound: str) -> str:
    """What the server says of corrections when it starts."""
    mode = corrections_mode(said, bound)
    if mode == "off":
        return "Corrections are switched off."
    if mode == "saved":
        return "Corrections are saved on this machine; those who come through a proxy keep theirs in their window."
    why = (
        f", though TELLINGS_CORRECTIONS is saved: the server is bound to {bound or 'all addresses'}"
        if said == "saved"
        else ""
    )
    return f"Corrections stay in each visitor's window{why}."


def policy(host: str = "") -> str:
    """The Content-Security-Policy for pages asked for under this name."""
    also = {
        "script-src": " ".join(_inline_scripts()),
        # Not every browser takes a web socket to the page's own host for 'self'.
        "connect-src": f"ws://{host} wss://{host}" if host else "",
    }
    return "; ".join(f"{name} {value} {also.get(name, '')}".rstrip() for name, value in POLICY.items())


@cache
def _inline_scripts() -> tuple[str, ...]:
    """The hashes of the scripts that stand in Streamlit's page itself, as the policy has them."""
    page = (Path(st.__file__).parent / "static" / "index.html").read_text("utf-8")
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    digests = (hashlib.sha256(script.encode()).digest() for script in scripts)
    return tuple(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)


def base() -> str:
    """The path under which the server has its pages, with a slash at either end."""
    path = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{path}/" if path else "/"


def below_base(path: str) -> str:
    """What of an address's path comes after the base, without slashes at its ends."""
    return f"/{path.strip('/')}/".removeprefix(base()).strip("/")


def _closed(path: str) -> bool:
    return f"{below_base(path)}/".startswith(tuple(f"{door}/" for door in CLOSED))


def _one(scope: Scope, name: bytes) -> str:
    """A header that may stand once; empty where it does not stand, and nonsense where it stands twice."""
    return ", ".join(value.decode("latin-1").lower() for key, value in scope["headers"] if key == name)
