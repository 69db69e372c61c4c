"""Many visitors at once: clients that speak the websocket of the app, without browsers, walk through all pages.

A click turns to a page, sets a filter or opens evidence by the address, as every control of the app does, and takes
until the page's run has ended. One visitor presses *Accept* on *To check* now and then: a correction that is theirs
alone. First one visitor walks through all, not counted, so that the answers are kept; then one, at a pace
at which it sees all pages too; then the many.

    python -m benchmarks sessions [--sessions 30] [--every 10] [--minutes 10] [--articles 1000]
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from typing import Any
from urllib.parse import urlencode

import psutil
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException
from websockets.typing import Origin, Subprotocol

from benchmarks import scale
from benchmarks.made_up.writing import tables
from tellings.store import corpus as store
from tellings.ui import registry
from tests.browser.serving import Server, serve

ACCEPT, PROTOCOL = "Accept", Subprotocol("streamlit")
Step = tuple[str, dict[str, Any]]


@dataclass
class Took:
    """What came of the clicks: seconds and page of each, what went wrong, what was corrected, the server's memory in
    gigabytes at the start, in the middle and at the end, and for how many seconds its processor was busy.
    """

    clicks: list[tuple[float, str]] = field(default_factory=list)
    errors: Counter[str] = field(default_factory=Counter)
    corrections: int = 0
    memory: list[float] = field(default_factory=list)
    busy: float = 0

    def cells(self) -> list[str]:
        seconds = [one for one, _ in self.clicks] or [0.0]
        shown = [f"{len(self.clicks):,}", str(self.errors.total()), str(self.corrections)]
        return [
            *shown,
            f"{median(seconds):.2f} s",
            f"{self.p95:.2f} s",
            f"{max(seconds):.2f} s",
            f"{self.busy / len(seconds):.2f} s",
            " · ".join(f"{one:.2f}" for one in self.memory) + " GB",
        ]

    @property
    def p95(self) -> float:
        """Zero where no click came to its end."""
        seconds = [one for one, _ in self.clicks] or [0.0]
        return quantiles(seconds if len(seconds) > 1 else seconds * 2, n=20)[-1]


class Visitor:
    """A browser's window, as far as the server can tell."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._pages: dict[str, str] = {}
        self._here = ""
        self._buttons: dict[str, str] = {}

    async def open(self, page: str, query: str) -> None:
        """Turn to an address, and wait until its page stands.

        Raises:
            RuntimeError: the page has an exception or says that it cannot be shown.
            TimeoutError, WebSocketException: its run has no end, or the server has hung up.
        """
        asked = BackMsg()
        asked.rerun_script.query_string = query
        if page in self._pages:  # the first page tells of the others
            asked.rerun_script.page_script_hash = self._pages[page]
        else:
            asked.rerun_script.page_name = page
        await asyncio.wait_for(self._run(asked), scale.PATIENCE)

    async def press(self, query: str, label: str) -> bool:
        """Press a button of the page that stands; false where there is none of that name."""
        if label not in self._buttons:
            return False
        asked = BackMsg()
        asked.rerun_script.query_string = query
        asked.rerun_script.page_script_hash = self._here
        asked.rerun_script.widget_states.widgets.add(id=self._buttons[label], trigger_value=True)
        await asyncio.wait_for(self._run(asked), scale.PATIENCE)
        return True

    async def _run(self, asked: BackMsg) -> None:
        asked.rerun_script.context_info.url = "http://127.0.0.1/"
        self._buttons.clear()
        await self._socket.send(asked.SerializeToString())
        wrong, again = "", None
        while True:
            said = ForwardMsg()
            said.ParseFromString(await self._socket.recv(decode=False))
            kind = said.WhichOneof("type")
            if kind == "navigation":
                self._pages = {one.url_pathname: one.page_script_hash for one in said.navigation.app_pages}
            elif kind == "auto_rerun":  # a question that takes long is looked at again
                again = said.auto_rerun
            elif kind == "new_session":
                self._here, again = said.new_session.page_script_hash, None
            elif kind == "delta" and said.delta.WhichOneof("type") == "new_element":
                wrong = wrong or self._note(said.delta.new_element)
            elif kind == "script_finished" and said.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                if wrong or said.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                    raise RuntimeError(wrong or "the page could not be run")
                if again is None:
                    return
                await asyncio.sleep(again.interval)
                look = BackMsg()
                look.CopyFrom(asked)
                look.rerun_script.fragment_id, look.rerun_script.is_auto_rerun = again.fragment_id, True
                await self._socket.send(look.SerializeToString())

    def _note(self, element: Any) -> str:
        """Remember a button; what is wrong, where the element says so."""
        kind = element.WhichOneof("type")
        if kind == "button":
            self._buttons[element.button.label] = element.button.id
        elif kind == "exception":
            return f"{element.exception.type}: {element.exception.message}"
        elif kind == "html" and 'role="alert"' in element.html.body:
            return str(element.html.body)
        return ""


def sessions(n: int, every: float, minutes: float, articles: int, home: Path) -> str:
    """A table of the clicks of one visitor and of n, so many seconds between two, for so many minutes each."""
    corpus = "" if articles == scale.SIZES[0] else tables(articles, home / f"made-up-{articles}").name
    with store.open(home / corpus if corpus else None) as opened:
        known = scale._known(opened)
    steps = list(_walk(corpus, known))
    variables = {"TELLINGS_CORRECTIONS": "session", "STREAMLIT_SERVER_FILE_WATCHER_TYPE": "none"}
    with tempfile.TemporaryDirectory() as folder:
        if corpus:
            variables["TELLINGS_HOME"] = str(home)
        with serve(Path(folder), **variables) as server:
            warm = asyncio.run(_visits(server, steps, 1, 0, 0))
            pace = min(every, minutes * 60 / len(steps))  # it is to see all pages too
            alone = asyncio.run(_visits(server, steps, 1, pace, minutes))
            many = asyncio.run(_visits(server, steps, n, every, minutes))
    titles = [
        "clicks",
        "errors",
        "corrections",
        "median",
        "p95",
        "longest",
        "processor a click",
        "memory: start · middle · end",
    ]
    lines = ["| | " + " | ".join(titles) + " |", "| --- |" + " ---: |" * len(titles)]
    for what, took in (("all pages, first", warm), ("1 session", alone), (f"{n} sessions", many)):
        lines.append(f"| {what} | " + " | ".join(took.cells()) + " |")
    times = many.p95 / alone.p95 if alone.p95 else float("nan")
    lines.append(f"\np95 of {n} sessions is {times:.1f} times one session's (asked: 4).")
    for what, took in (("one", alone), ("many", many)):
        slow = (f"{page} {one:.2f} s" for one, page in sorted(took.clicks, reverse=True)[:8])
        lines.append(f"The slowest clicks of {what}: {'; '.join(slow)}.")
    found = warm.errors + alone.errors + many.errors
    return "\n".join([*lines, *(f"{times} × {what}" for what, times in found.most_common())])


def _walk(corpus: str, known: dict[str, str]) -> Iterator[Step]:
    """All pages, each with its filters and with what can be opened on it."""
    for entry in registry.PAGES:
        asked = [
            {},
            *scale.ASKED.get(entry.name, []),
            *({"sel": one} for one in scale.OPENED.get(entry.name, [])),
        ]
        if entry.name == "corrections":
            asked.append({"view": "check"})
        for said in asked:
            yield entry.name, ({"corpus": corpus} if corpus else {}) | scale._fill(said, known)


def _corrects(step: Step) -> bool:
    """Is it the step on which one visitor corrects?"""
    return step[1].get("view") == "check"


async def _visits(server: Server, steps: list[Step], n: int, every: float, minutes: float) -> Took:
    """Let n visitors walk, each from another page on, the first from a correction; without minutes one walk."""
    took, length = Took(), minutes * 60
    origin = Origin(server.url.rstrip("/"))
    enter = partial(
        connect, f"ws{server.url[4:]}_stcore/stream", origin=origin, subprotocols=[PROTOCOL], max_size=None
    )
    end = time.monotonic() + length

    async def visit(number: int) -> None:
        first = steps.index(next(step for step in steps if _corrects(step))) + number * len(steps) // n
        due, turn = time.monotonic() + every * number / n, 0

        def walks() -> bool:
            return due < end if minutes else turn < len(steps)

        while walks():  # another window where the one before was given up
            async with enter() as socket:
                visitor, ended = Visitor(socket), True
                while ended and walks():
                    page, said = steps[(first + turn) % len(steps)]
                    await asyncio.sleep(max(0.0, due - time.monotonic()))
                    due, turn = max(due + every, time.monotonic()), turn + 1
                    press = number == 0 and _corrects((page, said))
                    ended = await _click(took, visitor, page, urlencode(said, doseq=True), press=press)

    async def weigh() -> None:
        process = psutil.Process(server.process)
        for at in (0, 0.5, 1):
            await asyncio.sleep(max(0.0, end - length * (1 - at) - time.monotonic()))
            took.memory.append(process.memory_info().rss / (1 << 30))

    before = _busy(server)
    await asyncio.gather(weigh(), *(visit(number) for number in range(n)))
    took.busy = _busy(server) - before
    return took


async def _click(took: Took, visitor: Visitor, page: str, query: str, *, press: bool) -> bool:
    """Turn to an address, and press; False where that has no end, so that nothing more can be asked of the window."""
    start, what = time.monotonic(), f"{page}?{query}"
    try:
        await visitor.open(page, query)
        took.clicks.append((time.monotonic() - start, what))
        start = time.monotonic()
        if press and await visitor.press(query, ACCEPT):
            took.corrections += 1
            took.clicks.append((time.monotonic() - start, ACCEPT))
    except RuntimeError as err:
        took.errors[f"{what}: {err}"] += 1
    except TimeoutError:
        took.errors[f"{what}: no end within {scale.PATIENCE} s"] += 1
        return False
    except (WebSocketException, OSError) as err:
        took.errors[f"{what}: {err}"] += 1
        return False
    return True


def _busy(server: Server) -> float:
    times = psutil.Process(server.process).cpu_times()
    return float(times.user + times.system)
