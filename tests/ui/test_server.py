"""The server: what it loads before anybody comes, and where it leads those who ask for a page that is not there."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import streamlit

from tellings.settings import ROOT
from tellings.ui import server

BROWSER = [(b"sec-fetch-mode", b"navigate"), (b"accept", b"text/html,*/*")]


def run(coroutine: Coroutine[Any, Any, None]) -> None:
    """Run it in a thread of its own: a browser's tests leave a loop in the main one."""
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, coroutine).result()


async def nothing() -> Any:
    """More of what is asked, for which nobody waits."""
    raise AssertionError


PAGE = (200, "text/html; charset=utf-8")
FILE = (200, "text/csv")
REFUSED = (400, "text/plain")


def answer(
    path: str, query: str = "", headers: Any = BROWSER, method: str = "GET", streamlit: tuple[int, str] = PAGE
) -> tuple[int, str]:
    """The status of the answer and where it leads, where Streamlit would have answered so."""
    sent: list[Any] = []

    async def streamlits(scope: Any, receive: Any, send: Any) -> None:
        kind = [(b"content-type", streamlit[1].encode())]
        await send({"type": "http.response.start", "status": streamlit[0], "headers": kind})
        await send({"type": "http.response.body", "body": b"Streamlit's"})

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": method,
        "path": unquote(path),
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "headers": headers,
    }
    run(server.Pages(streamlits)(scope, nothing, send))
    assert [message["type"] for message in sent] == ["http.response.start", "http.response.body"]
    return sent[0]["status"], dict(sent[0]["headers"]).get(b"location", b"").decode()


def test_a_page_that_there_is_not_leads_home_with_its_name_and_filters() -> None:
    assert answer("/gossip", "corpus=elm&type=city") == (307, "./?missing=gossip&corpus=elm&type=city")


@pytest.mark.parametrize(
    ("path", "query", "there"),
    [
        ("/differences", "", "./discrepancies"),
        ("/Differences", "corpus=elm&view=agree", "./discrepancies?corpus=elm&view=agree"),
        ("/differences/", "", "../discrepancies"),
        ("/take-away", "", "./export"),
        ("/Take%20away", "q=a%26b", "./export?q=a%26b"),
        ("/shared-text", "", "./shared_text"),
        ("/Shared%20text", "", "./shared_text"),
        ("/Overview", "", "./overview"),
        ("/MAP", "", "./map"),
    ],
)
def test_a_page_s_title_as_address_leads_to_the_page_with_its_query(
    path: str, query: str, there: str
) -> None:
    assert answer(path, query) == (307, there)


@pytest.mark.parametrize(
    ("path", "leads"),
    [
        ("/a/b/c", "../../?missing=a%2Fb%2Fc"),
        ("/a/", "../?missing=a"),
        ("/%3Cscript%3E/x", "../?missing=%3Cscript%3E%2Fx"),
        ("/a%2Fb", "./?missing=a%2Fb"),
        ("/map/of", "../?missing=map%2Fof"),
        ("/_stcore/gossip", "../?missing=_stcore%2Fgossip"),
    ],
)
def test_an_address_below_the_first_level_leads_home_too(path: str, leads: str) -> None:
    assert answer(path) == (307, leads)


def test_an_address_that_streamlit_refuses_leads_home() -> None:
    assert answer("/..%2F..%2Fetc", streamlit=REFUSED) == (307, "./?missing=..%2F..%2Fetc")


def test_under_a_base_path_it_leads_to_the_base(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streamlit, "get_option", {"server.baseUrlPath": "/news/"}.get)
    assert answer("/news/a/b") == (307, "../?missing=a%2Fb")
    assert answer("/news/map") == (200, "")


def test_the_name_of_a_page_cannot_lead_elsewhere() -> None:
    status, address = answer("/%5Cevil.example&x=<b>")
    assert (status, address) == (307, "./?missing=%5Cevil.example%26x%3D%3Cb%3E")


@pytest.mark.parametrize("path", ["/", "/home", "/entities", "/map/"])
def test_a_page_that_is_there_is_passed_on(path: str) -> None:
    assert answer(path) == (200, "")


@pytest.mark.parametrize("path", ["/media/a.csv", "/static/js/a.js", "/favicon.png"])
def test_a_file_that_is_there_is_passed_on(path: str) -> None:
    assert answer(path, streamlit=FILE) == (200, "")


def test_a_download_that_is_gone_is_no_page_that_is_missing() -> None:
    assert answer("/media/a.csv", streamlit=(404, "text/plain")) == (404, "")


def test_what_no_person_asks_for_is_passed_on() -> None:
    assert answer("/gossip", headers=[(b"sec-fetch-mode", b"cors"), (b"accept", b"text/html")]) == (200, "")
    assert answer("/gossip", headers=[(b"accept", b"*/*")]) == (200, "")
    assert answer("/gossip", method="POST") == (200, "")


def test_a_browser_that_does_not_say_why_it_asks_is_led_home_too() -> None:
    assert answer("/gossip", headers=BROWSER[1:])[0] == 307


@pytest.mark.parametrize(("headers", "said"), [(BROWSER, True), ([(b"sec-fetch-mode", b"cors")], False)])
def test_a_page_asks_for_the_script_of_the_charts_ahead(headers: Any, said: bool) -> None:
    sent: list[Any] = []

    async def page(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": [(b"a", b"b")]})
        await send({"type": "http.response.body", "body": b"page"})

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": "/", "query_string": b"", "headers": headers}
    run(server.Charts(page)(scope, nothing, send))
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


def test_getting_ready_says_where_corrections_go_and_nothing_else_on_the_console() -> None:
    code = (
        "import asyncio, threading; from tellings.ui import server; from tellings.ui import load\n"
        "async def live():\n"
        "    async with server.starting(None):\n"
        "        [thread.join() for thread in threading.enumerate() if thread.name == 'tellings-start']\n"
        "asyncio.run(live()); print(len(load._opened()))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    said = [line for line in done.stderr.splitlines() if "tellings-start" in line]
    corrections, opened = done.stdout.splitlines()
    assert corrections.startswith("Corrections ")
    assert (opened, said) == ("1", []), "the corpus is open, and no warning was written"


def test_a_setting_that_cannot_be_ends_the_program_with_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELLINGS_HOSTS", "http://news.example.org/")
    with pytest.raises(SystemExit, match=r"^Tellings does not start: TELLINGS_HOSTS has 'http://news"):
        server.middleware()


def test_outside_a_session_the_program_is_the_server() -> None:
    assert not server.in_session()
