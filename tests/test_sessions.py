"""The clients of `benchmarks sessions`: they see what goes wrong on a page, press its buttons and wait for its end."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from websockets.asyncio.client import connect
from websockets.typing import Origin

from benchmarks.sessions import PROTOCOL, Took, Visitor, _click
from tests.browser.serving import serve

PAGE = """
import streamlit as st

asked = st.query_params.get("asked")
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
