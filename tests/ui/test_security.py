"""Who may speak to the server, what its answers allow, and for whom corrections are saved."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import re
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import streamlit

from tellings.ui import frame_component, security

HERE = "127.0.0.1:8501"
OWN = {"host": HERE, "origin": f"http://{HERE}"}


def run(coroutine: Coroutine[Any, Any, None]) -> None:
    """Run it in a thread of its own: a browser's tests leave a loop in the main one."""
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, coroutine).result()


def asked(
    path: str = "/",
    headers: dict[str, str] | list[tuple[str, str]] | None = None,
    *,
    kind: str = "http",
    method: str = "GET",
    hosts: tuple[str, ...] = security.LOOPBACK,
) -> list[Any]:
    """What the server answers; `passed` stands for what Streamlit would."""
    sent: list[Any] = []

    async def passed(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "websocket":
            await send({"type": "websocket.accept"})
            return
        await send({"type": "http.response.start", "status": 200, "headers": [(b"a", b"b")]})
        await send({"type": "http.response.body", "body": b"passed"})

    async def receive() -> Any:
        raise AssertionError("nobody waits for more of what is asked")

    async def send(message: Any) -> None:
        sent.append(message)

    pairs = list(headers.items()) if isinstance(headers, dict) else headers or [("host", HERE)]
    raw = [(name.encode(), value.encode()) for name, value in pairs]
    scope = {"type": kind, "path": path, "headers": raw, "query_string": b""}
    asks = {**scope, "method": method} if kind == "http" else scope
    run(security.Guard(passed, hosts)(asks, receive, send))
    return sent


def status(*arguments: Any, **options: Any) -> int:
    return int(asked(*arguments, **options)[0]["status"])


def socket(headers: dict[str, str]) -> str:
    return str(asked("/_stcore/stream", headers, kind="websocket")[0]["type"]).removeprefix("websocket.")


@pytest.mark.parametrize("host", [HERE, "localhost", "LOCALHOST:1", "[::1]:8501", "[::1]"])
def test_it_answers_to_the_names_of_its_own_machine(host: str) -> None:
    assert status("/", {"host": host}) == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8501",
        "127.0.0.1.evil.example",
        "localhost.evil.example:8501",
        "192.168.1.7:8501",
        "127.0.0.1@evil.example",
        "127.0.0.1:x",
        "",
    ],
)
def test_it_does_not_answer_to_another_name(host: str) -> None:
    answer = asked("/", {"host": host})
    assert answer[0]["status"] == 403
    assert b"TELLINGS_HOSTS" in answer[1]["body"]
    assert socket({"host": host, "origin": f"http://{host}"}) == "close"


def test_two_names_at_once_or_none_are_refused() -> None:
    assert status("/", [("host", HERE), ("host", "localhost")]) == 403
    assert status("/", [("accept", "*/*")]) == 403


def test_a_name_that_is_set_is_answered_to_at_its_port_alone_where_it_has_one() -> None:
    hosts = ("news.example.org", "192.0.2.7:8501")
    for host, code in (("news.example.org", 200), ("news.example.org:99", 200), ("192.0.2.7:8501", 200)):
        assert status("/", {"host": host}, hosts=hosts) == code
    for host in ("192.0.2.7", "192.0.2.7:8502", "a.news.example.org", HERE):
        assert status("/", {"host": host}, hosts=hosts) == 403


def test_the_names_are_those_of_the_setting_or_of_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TELLINGS_HOSTS", raising=False)
    options: dict[str, str] = {}
    monkeypatch.setattr(streamlit, "get_option", options.get)
    for bound in ("", "0.0.0.0", "::"):
        options["server.address"] = bound
        assert security.hosts() == security.LOOPBACK
    options["server.address"] = "2001:DB8::7"
    assert security.hosts() == (*security.LOOPBACK, "[2001:db8::7]")
    monkeypatch.setenv("TELLINGS_HOSTS", " News.example.org, 192.0.2.7:8501 ")
    assert security.hosts() == ("news.example.org", "192.0.2.7:8501")


def test_a_web_socket_of_its_own_page_is_accepted() -> None:
    assert socket(OWN) == "accept"
    assert socket({"host": "localhost:8501", "origin": "http://localhost:8501"}) == "accept"


@pytest.mark.parametrize(
    "origin",
    [
        None,
        "null",
        "http://evil.example",
        "http://localhost:3000",
        "http://127.0.0.1:3000",
        "http://127.0.0.1",
        "http://localhost:8501",
        "http://127.0.0.1:8501.evil.example",
        "http://evil.example/127.0.0.1:8501",
    ],
)
def test_a_web_socket_of_another_page_or_of_none_is_refused(origin: str | None) -> None:
    assert socket({"host": HERE, **({"origin": origin} if origin else {})}) == "close"


def test_another_page_may_neither_change_nor_read() -> None:
    other = {"host": HERE, "origin": "http://localhost:3000"}
    assert status("/media/a.csv", other) == 403
    assert status("/_stcore/upload_file/a/b", other, method="PUT") == 403
    assert status("/_stcore/upload_file/a/b", {"host": HERE}, method="PUT") == 403
    assert status("/_stcore/upload_file/a/b", OWN, method="PUT") == 200
    assert status("/media/a.csv", OWN) == 200


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "OPTIONS"])
@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/metrics",
        "/_stcore/metrics/",
        "/_stcore/agent/interact",
        "/_stcore/agent/openapi.json",
        "/_stcore/agent/mcp",
        "/_stcore/agent/",
        "/_stcore/script-health-check",
    ],
)
def test_doors_that_are_no_part_of_the_app_are_shut(path: str, method: str) -> None:
    assert status(path, OWN, method=method) == 404


def test_doors_are_shut_under_a_base_path_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streamlit, "get_option", {"server.baseUrlPath": "news"}.get)
    assert status("/news/_stcore/metrics", OWN) == 404
    assert status("/news/_stcore/health", OWN) == 200


@pytest.mark.parametrize(
    ("path", "headers"), [("/", OWN), ("/_stcore/metrics", OWN), ("/", {"host": "evil.example"})]
)
def test_every_answer_says_what_a_browser_may_do_with_it(path: str, headers: dict[str, str]) -> None:
    told = {name.decode(): value.decode() for name, value in asked(path, headers)[0]["headers"]}
    policy = told["content-security-policy"]
    assert told["x-content-type-options"] == "nosniff"
    assert told["referrer-policy"] == "same-origin"
    assert told["cross-origin-resource-policy"] == "same-origin"
    assert "camera=()" in told["permissions-policy"]
    for part in ("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'"):
        assert part in policy.split("; ")
    assert "evil" not in policy


def test_scripts_are_the_servers_own_and_nothing_is_evaluated() -> None:
    parts = dict(part.split(" ", 1) for part in security.policy(HERE).split("; "))
    assert "unsafe-eval" not in security.policy(HERE)
    assert "unsafe-inline" not in parts["script-src"]
    assert parts["connect-src"] == f"'self' ws://{HERE} wss://{HERE}"
    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_text("utf-8")
    inline = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    assert inline, "Streamlit's page has no script of its own any more: the policy needs no hashes"
    for script in inline:
        assert base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() in parts["script-src"]


NEAR = [("Host", HERE), ("Accept", "*/*")]


@pytest.mark.parametrize("bound", security.LOOPBACK)
def test_corrections_are_saved_for_those_at_the_machine(bound: str) -> None:
    assert security.corrections_mode(None, bound, NEAR) == "saved"
    assert security.corrections_mode("saved", bound, NEAR) == "saved"


@pytest.mark.parametrize("said", [None, "saved"])
@pytest.mark.parametrize(
    "name", ["X-Forwarded-For", "Forwarded", "X-Real-IP", "X-Forwarded-Host", "X-Forwarded-Proto", "Via"]
)
def test_behind_a_proxy_they_stay_in_the_window_whatever_is_set(said: str | None, name: str) -> None:
    assert security.corrections_mode(said, "127.0.0.1", [*NEAR, (name, "127.0.0.1")]) == "session"


@pytest.mark.parametrize("said", [None, "saved"])
def test_asked_by_another_name_or_open_to_others_they_stay_in_the_window(said: str | None) -> None:
    assert security.corrections_mode(said, "127.0.0.1", [("Host", "news.example.org")]) == "session"
    for bound in ("", "0.0.0.0", "192.0.2.7"):
        assert security.corrections_mode(said, bound, NEAR) == "session"


@pytest.mark.parametrize("mode", ["off", "session"])
def test_what_is_narrower_can_be_set(mode: str) -> None:
    assert security.corrections_mode(mode, "127.0.0.1", NEAR) == mode


def test_the_server_says_where_corrections_go() -> None:
    assert "saved on this machine" in security.statement(None, "127.0.0.1")
    assert "each visitor's window" in security.statement("session", "127.0.0.1")
    assert "switched off" in security.statement("off", "127.0.0.1")
    assert "though TELLINGS_CORRECTIONS is saved" in security.statement("saved", "0.0.0.0")


@pytest.mark.parametrize(
    ("cookie", "size", "room"),
    [
        ("small.half", "", "small"),
        ("small.half", "large", "half"),
        ("roomy.", "large", ""),
        ("telephone", "large", ""),
        ("<b>small</b>.half", "", ""),
        ("", "", ""),
    ],
)
def test_of_the_cookie_only_names_of_sizes_are_taken(
    monkeypatch: pytest.MonkeyPatch, cookie: str, size: str, room: str
) -> None:
    context = SimpleNamespace(cookies={"tellings-window": cookie})
    monkeypatch.setattr(frame_component.st, "context", context)
    assert frame_component.window(size) == room
