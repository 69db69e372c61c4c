"""What every page does in the browser: keys, links that keep the session, what terms mean, one act is one step back,
pictures keep their typefaces, the page follows; the pictures of a view that is added to the report, and its memory.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import streamlit as st

from tellings.ui import address, recorded, state

ROOMS = ("telephone", "half", "small", "roomy")
"""What room a window has, where it is not that of most: a telephone's, half a laptop's, and so on."""

_KEY = "in-browser"
_COOKIE = "tellings-window"
"""What the browser keeps: the room without larger type and with it, a point between."""
_PARTS = ("frame_component.js", "frame_charts.js")
_JS = "\n".join(Path(__file__).with_name(name).read_text("utf-8") for name in _PARTS)
_mount = st.components.v2.component("tellings_frame", js=_JS)


def mount(corpus: str, *, large: bool) -> None:
    """Take part in the browser. The page runs again when its window is come back to: it opens the corpus as it is.

    Args:
        corpus: whose report the window remembers.
        large: is its type larger?
    """
    changed = state.added()
    _mount(
        key=_KEY,
        data={
            "corpus": corpus,
            "large": large,
            "window": window("large" if large else ""),
            "known": state.reported(corpus),
            "ids": [one.id for one in state.report(corpus)],
            "changed": json.dumps(changed.plain()) if changed else "",
        },
        on_back_change=lambda: None,
        on_by_change=lambda: None,
        on_room_change=lambda: None,
        on_narrow_change=lambda: None,
        on_enter_change=_enter,
        on_add_change=lambda: recorded.add(_said("add", {}).get("pictures")),
        on_kept_change=lambda: recorded.take_up(corpus, _said("kept", "")),
        height=0,
    )


def _said(name: str, nothing: Any) -> Any:
    return (state.get(_KEY) or {}).get(name) or nothing


def walking() -> bool:
    """Are tables gone through by keys? Then what they come by is opened by Enter alone."""
    return (state.get(_KEY) or {}).get("by") == "keys"


def window(size: str) -> str:
    """What room the window has: one of :data:`ROOMS`, or that of most (""). Until the browser says it in this session,
    that which it had in the last one is taken, without larger type or (`size` is `large`) with it.
    """
    told = (state.get(_KEY) or {}).get("narrow")
    if told is None:
        told = dict(enumerate(st.context.cookies.get(_COOKIE, "").split("."))).get(int(size == "large"))
    return str(told) if told in ROOMS else ""


def room(chart: str) -> tuple[float, float] | None:
    """Width and height of the screen in pixels, where the chart of that key has all of it."""
    told = (state.get(_KEY) or {}).get("room") or {}
    return (float(told["width"]), float(told["height"])) if told.get("chart") == chart else None


def _enter() -> None:
    walked = state.walked()
    if walked:
        key, opens = walked
        state.clicked(key)
        address.open_selection(opens())
