"""The clients of `benchmarks sessions`: they see what goes wrong on a page, press its buttons and wait for its end."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from websockets.asyncio.client import connect
from websockets.typing import Origin

from benchmarks import scale
from benchmarks.sessions import PROTOCOL, Step, Took, Visitor, _click, _visits
from tests.browser.serving import serve

PAGE = """
import time

import streamlit as st

asked = st.query_params.get("asked")
while asked == "no end":
    st.write("still at it")
    time.sleep(0.1)
if asked == "fault":
    raise ValueError("a fault")
if asked == "alert":
    st.html('<p role="alert">This page cannot be shown.</p>')
if st.button("Accept"):
    st.session_state.pressed = True
if asked == "pressed" and "pressed" not in st.session_state:
    raise ValueError("nobody pressed")
"""


def test_a_fault_of_a_page_is_an_error_and_a_press_reaches_it(tmp_path: Path) -> None:
    (tmp_path / "page.py").write_text(PAGE, encoding="utf-8")
    took = Took()

    async def visit(url: str) -> None:
        where = f"ws{url[4:]}_stcore/stream"
        async with connect(where, origin=Origin(url.rstrip("/")), subprotocols=[PROTOCOL]) as socket:
            visitor = Visitor(socket)
            for query, press in (
                ("", False), ("asked=fault", False), ("asked=alert", False), ("asked=pressed", False), ("", True),
                ("asked=pressed", False),
            ):  # fmt: skip
                await _click(took, visitor, "", query, press=press)

    # In a thread of its own: the browser of other tests keeps a loop running in this one.
    with serve(tmp_path, str(tmp_path / "page.py")) as server, ThreadPoolExecutor(1) as own:
        own.submit(lambda: asyncio.run(visit(server.url))).result()
    assert [page for _, page in took.clicks] == ["?", "?", "Accept", "?asked=pressed"]
    assert [said.partition(":")[0] for said in took.errors] == [
        "?asked=fault",
        "?asked=alert",
        "?asked=pressed",
    ]
    assert took.corrections == 1


def test_a_click_that_never_ends_is_an_error_and_the_visitor_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scale, "PATIENCE", 10)
    (tmp_path / "page.py").write_text(PAGE, encoding="utf-8")
    steps: list[Step] = [("", {"view": "check"}), ("", {"asked": "no end"}), ("", {"asked": "other"})]
    with serve(tmp_path, str(tmp_path / "page.py")) as server, ThreadPoolExecutor(1) as own:
        took = own.submit(lambda: asyncio.run(_visits(server, steps, 1, 0, 0))).result()
    assert [page for _, page in took.clicks] == ["?view=check", "Accept", "?asked=other"]
    assert dict(took.errors) == {"?asked=no+end: no end within 10 s": 1}
    assert Took().cells()[:3] == ["0", "0", "0"]
