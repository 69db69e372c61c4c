"""The server: what it loads before anybody comes, and where it leads those who ask for a page that is not there."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import streamlit

from tellings.settings import ROOT
from tellings.ui import server

BROWSER = [(b"sec-fetch-mode", b"navigate"), (b"accept", b"text/html,*/*")]


def run(coroutine: Coroutine[Any, Any, None]) -> None:
    """Run it in a thread of its own: a browser's tests leave a loop in the main one."""
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, coroutine).result()


def answer(path: str, query: str = "", headers: Any = BROWSER, method: str = "GET") -> tuple[int, str]:
    """The status of the answer and where it leads; 0 where the request was passed on."""
    sent: list[Any] = []

    async def passed(scope: Any, receive: Any, send: Any) -> None:
        sent.append({"status": 0, "headers": []})

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "query_string": query.encode(),
        "headers": headers,
    }
    run(server.Pages(passed)(scope, None, send))  # type: ignore[arg-type]
    return sent[0]["status"], dict(sent[0]["headers"]).get(b"location", b"").decode()


def test_a_page_that_there_is_not_leads_home_with_its_name_and_filters() -> None:
    assert answer("/gossip", "corpus=elm&type=city") == (307, "./?missing=gossip&corpus=elm&type=city")


def test_the_name_of_a_page_cannot_lead_elsewhere() -> None:
    status, address = answer("/\\evil.example&x=<b>")
    assert (status, address) == (307, "./?missing=%5Cevil.example%26x%3D%3Cb%3E")


@pytest.mark.parametrize("path", ["/", "/home", "/entities", "/map/", "/_stcore/health", "/static/js/a.js"])
def test_what_is_there_is_passed_on(path: str) -> None:
    assert answer(path) == (0, "")


def test_what_no_person_asks_for_is_passed_on() -> None:
    assert answer("/gossip", headers=[(b"sec-fetch-mode", b"cors")]) == (0, "")
    assert answer("/gossip", method="POST") == (0, "")


@pytest.mark.parametrize(("headers", "said"), [(BROWSER, True), ([(b"sec-fetch-mode", b"cors")], False)])
def test_a_page_asks_for_the_script_of_the_charts_ahead(headers: Any, said: bool) -> None:
    sent: list[Any] = []

    async def page(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": [(b"a", b"b")]})
        await send({"type": "http.response.body", "body": b"page"})

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": "/", "query_string": b"", "headers": headers}
    run(server.Charts(page)(scope, None, send))  # type: ignore[arg-type]
    told = dict(sent[0]["headers"])
    assert told[b"a"] == b"b"
    assert sent[1]["body"] == b"page"
    assert (b"link" in told) is said
    if said:
        path = told[b"link"].decode().partition(">")[0].removeprefix("</")
        assert (Path(streamlit.__file__).parent / "static" / path).is_file()


def test_a_server_that_starts_waits_for_no_pandas() -> None:
    code = "import sys; import tellings.ui.server; print('pandas' in sys.modules, 'duckdb' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


def test_getting_ready_says_nothing_on_the_console() -> None:
    code = (
        "import asyncio, threading; from tellings.ui import server; from tellings.ui import load\n"
        "async def live():\n"
        "    async with server.starting(None):\n"
        "        [thread.join() for thread in threading.enumerate() if thread.name == 'tellings-start']\n"
        "asyncio.run(live()); print(len(load._opened()))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    said = [line for line in done.stderr.splitlines() if "tellings-start" in line]
    assert (done.stdout.strip(), said) == ("1", []), "the corpus is open, and no warning was written"


def test_outside_a_session_the_program_is_the_server() -> None:
    assert not server.in_session()
