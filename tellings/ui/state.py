"""The session's memory: the only place that touches `st.session_state`. What a view is stands in its URL, not here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import streamlit as st

PICTURE = "tellings-picture"
PICTURES = ("Slide", "1×", "2×", "SVG")
"""The key of the choice as what charts are saved, and what can be chosen."""

_LINES, _DONE, _TOLD = "tellings-corrections", "tellings-done", "tellings-told"
_DECIDED, _WALKED, _HOME = "tellings-decided", "tellings-walked", "tellings-home"
_SHOWN, _REPORTS, _ADDED, _TRIED = ("tellings-page", "tellings-reports", "tellings-added", "tellings-tried")
_WAITING = "tellings-waiting"
_FRAMED, _ASKED, _ROUNDS, _CLICKED, _GO = (
    "tellings-framed",
    "tellings-asked",
    "tellings-rounds",
    "tellings-clicked",
    "tellings-go",
)


def frame() -> None:
    """Say that the page that follows runs inside the frame."""
    st.session_state[_FRAMED] = True


def framed() -> bool:
    """Does the page run inside the frame? Not where Streamlit found it by itself, on a fresh server."""
    return bool(st.session_state.get(_FRAMED, False))


def ask_for_frame() -> bool:
    """Note that a page asked for the frame; False where it did so before, and in vain."""
    first = not st.session_state.get(_ASKED, False)
    st.session_state[_ASKED] = True
    return first


def get(key: str, default: Any = None) -> Any:
    """The value of a widget, as its callback finds it."""
    return st.session_state.get(key, default)


def put(key: str, value: Any) -> None:
    """Give a widget its value before it is drawn: what the URL says."""
    st.session_state[key] = value


def go(page: str, params: dict[str, Any]) -> None:
    """Ask for another page from a callback, where Streamlit cannot turn to it yet."""
    if tried(page, params):
        return
    st.session_state[_GO] = (page, params)


def going() -> tuple[str, dict[str, Any]] | None:
    """The page that was asked for, once."""
    asked: tuple[str, dict[str, Any]] | None = st.session_state.pop(_GO, None)
    return asked


def round_of(name: str) -> str:
    """The key of a chart or table, with a number that changes when what was clicked in it is to be forgotten."""
    return f"{name}-{st.session_state.setdefault(_ROUNDS, {}).get(name, 0)}"


def clicked(name: str | None) -> None:
    """Remember which chart or table was clicked last, and forget the click in the one before."""
    if _TRIED in st.session_state:
        return
    before = st.session_state.get(_CLICKED)
    if before and before != name:
        rounds = st.session_state.setdefault(_ROUNDS, {})
        rounds[before] = rounds.get(before, 0) + 1
    st.session_state[_CLICKED] = name


def walk(key: str, opens: Callable[[], Any]) -> None:
    """Remember what Enter would open in a table that is gone through by keys."""
    st.session_state[_WALKED] = (key, opens)


def walked() -> tuple[str, Callable[[], Any]] | None:
    """The table that was gone through last, and what Enter opens in it."""
    table: tuple[str, Callable[[], Any]] | None = st.session_state.get(_WALKED)
    return table


def corrections(corpus: str) -> tuple[Any, ...]:
    """The corrections to a corpus that live in this session only, in their order."""
    return tuple(st.session_state.get(_LINES, {}).get(corpus, ()))


def correct(corpus: str, made: tuple[Any, ...]) -> None:
    """Add corrections to this session's."""
    st.session_state.setdefault(_LINES, {})[corpus] = (*corrections(corpus), *made)


def decided(corpus: str) -> tuple[tuple[str, ...], ...]:
    """The decisions of this session, each the ids of its corrections, the last one last."""
    return tuple(st.session_state.get(_DECIDED, {}).get(corpus, ()))


def decide(corpus: str, ids: tuple[str, ...]) -> None:
    """Remember a decision."""
    st.session_state.setdefault(_DECIDED, {})[corpus] = (*decided(corpus), ids)


def done(what: tuple[str, ...] | None) -> None:
    """Remember the last thing that was done, to be told on the page; None where it has been read."""
    st.session_state[_DONE] = what
    st.session_state.pop(_TOLD, None)


def refuse(why: str) -> None:
    """Say why something could not be done."""
    done(("failed", why))


def last_done(page: str) -> tuple[str, ...] | None:
    """The last thing that was done, until its page is left."""
    what: tuple[str, ...] | None = st.session_state.get(_DONE)
    if what is not None and st.session_state.setdefault(_TOLD, page) != page:
        done(None)
        return None
    return what


def picture() -> str:
    """As what charts are saved: one of :data:`PICTURES`."""
    return str(st.session_state.get(PICTURE) or PICTURES[0])


def home() -> Path | None:
    """The folder of what this session brought for itself alone; None where it brought nothing."""
    folder: Path | None = st.session_state.get(_HOME)
    return folder


def settle(folder: Path, session: Any = None) -> None:
    """Give this session, or a made-up one, a folder for what it brings."""
    (st.session_state if session is None else session)[_HOME] = folder


@contextmanager
def trying() -> Iterator[list[tuple[str, dict[str, Any]]]]:
    """Where controls would lead: in this block none leads anywhere, and each page (empty: this one) with its parameters
    is in the list.
    """
    led: list[tuple[str, dict[str, Any]]] = []
    st.session_state[_TRIED] = led
    try:
        yield led
    finally:
        del st.session_state[_TRIED]


def tried(page: str, params: dict[str, Any]) -> bool:
    """Is it only tried where a control leads? Then that is noted."""
    led: list[tuple[str, dict[str, Any]]] | None = st.session_state.get(_TRIED)
    if led is not None:
        led.append((page, params))
    return led is not None


def show(page: Any) -> None:
    """Remember what the page that begins shows (see :mod:`tellings.ui.recorded`)."""
    st.session_state[_SHOWN] = page


def shown() -> Any:
    """What the last page showed; None before there was one."""
    return st.session_state.get(_SHOWN)


def report(corpus: str, session: Any = None) -> tuple[Any, ...]:
    """The views of this session's report on a corpus, or of a made-up one's, in their order."""
    asked = st.session_state if session is None else session
    return tuple(asked[_REPORTS].get(corpus, ())) if _REPORTS in asked else ()


def keep_report(corpus: str, views: tuple[Any, ...], changed: Any) -> None:
    """Keep the views of a report, and which of them the browser's memory does not have yet."""
    st.session_state.setdefault(_REPORTS, {})[corpus] = views
    st.session_state[_ADDED] = changed


def job() -> Any:
    """The question that this session waits for; None where it waits for none."""
    return st.session_state.get(_WAITING)


def keep_job(asked: Any) -> None:
    """Keep the question that this session waits for."""
    st.session_state[_WAITING] = asked


def added() -> Any:
    """The view of a report that was changed last; None where none was."""
    return st.session_state.get(_ADDED)


def reported(corpus: str) -> bool:
    """Has this session had a report on a corpus, be it empty now?"""
    return corpus in st.session_state.get(_REPORTS, {})
