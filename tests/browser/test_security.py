"""The server as others meet it: pages of another site, programs without a browser, a proxy on the way, shut doors."""

from __future__ import annotations

import http.client
import socket
import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin, Subprotocol

import start
from tests import shown
from tests.browser.serving import Server, free_port, serve
from tests.browser.visiting import Visitor, still


def asked(
    server: Server, path: str, *, method: str = "GET", **headers: str
) -> tuple[int, dict[str, str], str]:
    """Status, headers and text of an answer, without a browser."""
    connection = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=20)
    try:
        connection.request(method, f"/{path}", headers=headers)
        answer = connection.getresponse()
        told = {name.lower(): value for name, value in answer.getheaders()}
        return answer.status, told, answer.read().decode("utf-8", "replace")
    finally:
        connection.close()


def opens(server: Server, *, origin: str | None = None, name: str = "127.0.0.1") -> bool:
    """Is a web socket accepted under this name, from this page?"""
    here = ("127.0.0.1", urlsplit(server.url).port)
    url = f"ws://{name}:{here[1]}/_stcore/stream"
    page, protocols = Origin(origin) if origin else None, [Subprotocol("streamlit")]
    try:
        with connect(url, origin=page, subprotocols=protocols, proxy=None, address=here):
            return True
    except InvalidStatus as err:
        return err.response.status_code != 403


def test_a_web_socket_is_opened_for_its_own_page_only(server: Server) -> None:
    own = server.url.rstrip("/")
    assert opens(server, origin=own)
    assert not opens(server)
    for origin in ("http://127.0.0.1:1", "http://localhost:3000", "https://evil.example", "null"):
        assert not opens(server, origin=origin)


def test_another_name_for_this_machine_is_not_answered(server: Server) -> None:
    port = urlsplit(server.url).port
    assert asked(server, "", Host=f"localhost:{port}")[0] == 200
    status, _, text = asked(server, "", Host=f"evil.example:{port}")
    assert (status, "TELLINGS_HOSTS" in text) == (403, True)
    assert not opens(server, name="evil.example", origin=f"http://evil.example:{port}")


@pytest.mark.parametrize(
    "path", ["_stcore/metrics", "_stcore/agent/openapi.json", "_stcore/agent/mcp", "_stcore/agent/interact"]
)
def test_streamlits_other_doors_are_shut(server: Server, path: str) -> None:
    assert asked(server, path)[0] == 404
    assert asked(server, path, method="POST", Origin=server.url.rstrip("/"))[0] == 404


@pytest.fixture
def opened_wide(tmp_path: Path) -> Iterator[Server]:
    """A server whose Streamlit was told to let everybody in."""
    variables = {
        "STREAMLIT_SERVER_ENABLE_AGENT_API": "true",
        "STREAMLIT_SERVER_ENABLE_CORS": "false",
        "STREAMLIT_SERVER_ENABLE_XSRF_PROTECTION": "false",
    }
    with serve(tmp_path / "served", **variables) as server:
        yield server


def test_settings_of_streamlit_do_not_open_them(opened_wide: Server) -> None:
    own = opened_wide.url.rstrip("/")
    assert asked(opened_wide, "_stcore/agent/interact", method="POST", Origin=own)[0] == 404
    assert asked(opened_wide, "_stcore/metrics")[0] == 404
    assert not opens(opened_wide, origin="https://evil.example")
    assert not opens(opened_wide)


def test_the_page_says_what_the_browser_may_do(server: Server) -> None:
    for path in ("", "entities", "app/static/topojson/world_110m.json", "_stcore/health"):
        status, told, _ = asked(server, path)
        assert status == 200
        assert "frame-ancestors 'none'" in told["content-security-policy"]
        assert "unsafe-eval" not in told["content-security-policy"]
        assert told["x-content-type-options"] == "nosniff"


def test_the_policy_holds_in_the_browser(visit: Callable[..., Page], visitor: Visitor) -> None:
    page = visit("overview")
    for attempt in (
        "const s = document.createElement('script'); s.text = 'window.evil = 1'; document.head.append(s);",
        "const i = document.createElement('img'); i.setAttribute('onerror', 'window.evil = 1'); i.src = 'data:,';",
        "fetch('https://evil.example/').catch(() => null);",
        "const f = document.createElement('iframe'); f.src = 'https://evil.example/'; document.body.append(f);",
    ):
        with page.expect_console_message(lambda message: "Content Security Policy" in message.text):
            page.evaluate(f"() => {{ {attempt} }}")
    assert page.evaluate("() => window.evil") is None
    assert visitor.outside == []
    visitor.errors.clear()


def test_the_page_stands_in_no_frame(server: Server, visitor: Visitor) -> None:
    page = visitor.open(server.url)
    body = f'<iframe src="{server.url}"></iframe>'
    page.route("**/frame", lambda route: route.fulfill(content_type="text/html", body=body))
    with page.expect_console_message(lambda message: "frame-ancestors" in message.text):
        page.goto(f"{server.url}frame")
    visitor.errors.clear()


@pytest.mark.parametrize(
    "path", ["a/b/c", "%3Cscript%3Ealert(1)%3C/script%3E", "..%2F..%2Fetc", "map/of", "_stcore/gossip"]
)
def test_an_address_below_a_page_is_said_to_be_missing(visit: Callable[..., Page], path: str) -> None:
    page = visit(path)
    expect(page.get_by_role("status").filter(has_text="There is no page “")).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator("h1")).to_have_text("Overview")


class Proxy(socketserver.BaseRequestHandler):
    """Passes a connection on to `home` and says so in the head of its first request, as proxies do."""

    home = ("127.0.0.1", 0)

    def handle(self) -> None:
        head = b""
        while b"\r\n\r\n" not in head:
            read = self.request.recv(65536)
            if not read:
                return
            head += read
        with socket.create_connection(self.home) as upstream:
            upstream.sendall(head.replace(b"\r\n", b"\r\nX-Forwarded-For: 192.0.2.7\r\n", 1))
            back = threading.Thread(target=self.pass_on, args=(upstream, self.request), daemon=True)
            back.start()
            self.pass_on(self.request, upstream)
            back.join()

    @staticmethod
    def pass_on(source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError):
            while read := source.recv(65536):
                target.sendall(read)
            target.shutdown(socket.SHUT_WR)


@pytest.fixture
def proxied(server: Server) -> Iterator[Server]:
    """The server as it is met through a proxy on its own machine, that keeps the name it was asked by."""
    handler = type("To", (Proxy,), {"home": ("127.0.0.1", urlsplit(server.url).port)})
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), handler) as proxy:
        proxy.daemon_threads = True
        proxy.block_on_close = False
        threading.Thread(target=proxy.serve_forever, daemon=True).start()
        yield replace(server, url=f"http://127.0.0.1:{proxy.server_address[1]}/")
        proxy.shutdown()


def test_behind_a_proxy_nobody_writes_to_this_machine(
    server: Server, proxied: Server, visitor: Visitor
) -> None:
    log = shown.write(server.home / "proxied") / "corrections.jsonl"
    page = visitor.open(f"{proxied.url}reader?corpus=proxied&doc=alpha&sel=mentions&sel=mention:alpha:m16-23")
    for name in ("No name…", "Reject"):
        page.get_by_role("button", name=name, exact=True).click()
        still(page)
    expect(page.locator(".st-key-done")).to_contain_text("Rejected")
    page.goto(f"{proxied.url}corrections?corpus=proxied")
    still(page)
    expect(page.get_by_test_id("stMain")).to_contain_text("Your corrections live in this window only")
    assert not log.exists()
    near = visitor.open(f"{server.url}corrections?corpus=proxied")
    expect(near.get_by_test_id("stMain")).to_contain_text("Saved on this machine")


@pytest.fixture
def shared(tmp_path: Path) -> Iterator[Server]:
    """The app as `python start.py --share` serves it, at this machine's address on its network if it is on one."""
    host = start.address_here() or "127.0.0.1"
    port = free_port(host)
    with serve(tmp_path / "served", host=host, port=port, **start.shared(f"{host}:{port}")) as server:
        yield server


def test_shared_with_a_network_all_works_and_nothing_is_saved(shared: Server, visitor: Visitor) -> None:
    log = shown.write(shared.home / "elm") / "corrections.jsonl"
    page = visitor.open(f"{shared.url}reader?corpus=elm&doc=alpha&sel=mentions&sel=mention:alpha:m16-23")
    for name in ("No name…", "Reject"):
        page.get_by_role("button", name=name, exact=True).click()
        still(page)
    expect(page.locator(".st-key-done")).to_contain_text("Rejected")
    assert not log.exists()
    page = visitor.open(f"{shared.url}gossip/of")
    expect(page.get_by_role("status").filter(has_text="no page “gossip/of”")).to_be_visible()
    charts = visitor.open(f"{shared.url}entities?corpus=elm")
    expect(charts.locator(".js-plotly-plot").first).to_be_visible()
    own = urlsplit(shared.url)
    for name in (f"localhost:{own.port}", f"{own.hostname}:1", "evil.example"):
        assert asked(shared, "", Host=name)[0] == 403
    assert "Corrections stay in each visitor's window" in shared.log.read_text("utf-8")
