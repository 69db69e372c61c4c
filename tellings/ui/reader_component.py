"""An article in the browser, everything found in it marked; a click or Enter on a mark sends its id to the page.

The text goes to the browser as data and becomes text nodes there: it can be neither markup nor a request.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from tellings.analysis.reading import segments
from tellings.ui import state
from tellings.ui.text import plain

_HERE = Path(__file__)

_mount = st.components.v2.component(
    "tellings_reader",
    css=_HERE.with_name("reader_component.css").read_text("utf-8"),
    js=_HERE.with_name("reader_component.js").read_text("utf-8"),
)


def show(
    blocks: pd.DataFrame, marks: pd.DataFrame, *, key: str, label: str, selected: tuple[int, int] | None,
    pick: Callable[[str], None], markable: bool = False, notes: Sequence[tuple[int, int]] = (),
    shared: Sequence[int] = (),
) -> None:  # fmt: skip
    """Show an article.

    Args:
        blocks: as `reading.blocks` gives them.
        marks: those that are to be marked, as `reading.marks` gives them.
        key: names the component on the page.
        label: the article in words, for those who cannot see it.
        selected: the span that is open; it is scrolled to when it changes.
        pick: called with `<kind> <id>` of the mark that was clicked, or with `span :s<start>-<end>`.
        markable: may words that are selected be marked as a name?
        notes: marks that stand beside the text, below the paragraph of a place, or above the one that begins there:
            that place, and the number of the mark.
        shared: where the sentences begin that the article beside it has too, in order, as many as there: by them the
            two scroll together.
    """

    def picked() -> None:
        value = (state.get(key) or {}).get("picked")
        if value:
            pick(str(value))

    props = {
        **content(blocks, marks, label, selected),
        "markable": markable,
        "notes": [list(note) for note in notes],
        "shared": list(shared),
    }
    _mount(data=props, key=key, on_picked_change=picked)


def content(
    blocks: pd.DataFrame, marks: pd.DataFrame, label: str, selected: tuple[int, int] | None
) -> dict[str, Any]:
    """What the browser gets: blocks of segments, each with the numbers of its marks, and the marks; a segment begins
    and ends where what is selected does.
    """
    spans = list(zip(marks.start.astype(int), marks.end.astype(int), range(len(marks)), strict=True))
    spans += [(*selected, len(marks))] if selected else []
    rows: Iterable[Any] = marks.itertuples()
    pieces: Iterable[Any] = blocks.itertuples()
    known = [{"kind": m.kind, "id": m.id, "group": m.group, "title": plain(m.title)} for m in rows]
    return {
        "label": plain(label),
        "selected": list(selected) if selected else None,
        "marks": known,
        "blocks": [
            {
                "kind": block.kind,
                "counted": bool(block.counted),
                "start": int(block.start),
                "end": int(block.end),
                "segments": [
                    [s.start, plain(s.text), [number for number in s.marks if number < len(marks)]]
                    for s in segments(block.text, int(block.start), _near(spans, block))
                ],
            }
            for block in pieces
        ],
    }


def _near(spans: list[tuple[int, int, int]], block: Any) -> list[tuple[int, int, int]]:
    return [span for span in spans if span[0] < block.end and span[1] > block.start]
