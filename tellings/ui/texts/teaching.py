"""Teaching how what was brought is read: where articles begin, what columns are, whose folders are, what of copies."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from tellings.corpus.taught import COPIES, Taught, of_record
from tellings.errors import SourceError
from tellings.ui import show, state
from tellings.ui.text import escape, plain, unknown

_SHOWN = 12
"""Blocks of the first article that are shown."""
_COLUMNS = {
    "text": "The text",
    "title": "Headline",
    "publisher": "Outlet",
    "published": "Date",
    "byline": "Byline",
}
_COPIES = {"keep": "keep and count them", "once": "keep them, count once", "drop": "leave them out"}
_BEGINS, _FOLDERS, _KINDS = "teach-begins", "teach-folders", "teach-copies"


def first_article(rows: Sequence[dict[str, Any]]) -> None:
    """The first article as it will be: headline, outlet, date, and its blocks, greyed where they are not counted.

    Args:
        rows: as `look --json --preview` prints them.
    """
    first = next((row for row in rows if row.get("blocks")), None)
    if first is None:
        return
    with st.container(key="first-article"):
        show.heading("The first article as it will be")
        about = [
            escape(first["publisher"]) if first["publisher"] else unknown("outlet unknown"),
            escape(first["published"]) if first["published"] else unknown("date unknown"),
            *([escape(first["byline"])] if first["byline"] else []),
        ]
        printed = next((block["text"] for block in first["blocks"] if block["kind"] == "headline"), "")
        title = first["title"] or printed
        said = escape(title) if title else unknown("headline unknown")
        st.html(f'<p class="t-say"><b>{said}</b><br>{" · ".join(about)}</p>')
        blocks = [block for block in first["blocks"] if block["text"] != title]
        foreign = first["language"] not in ("en", None)
        st.html(
            "".join(_block({**block, "counted": foreign or block["counted"]}) for block in blocks[:_SHOWN])
        )
        if foreign:
            show.note("It is in another language: it can be read here, and nothing is looked for in it.")
            return
        if len(blocks) > _SHOWN:
            show.note(f"and {len(blocks) - _SHOWN:,} more paragraphs. Greyed lines are kept and not counted.")
        elif not all(block["counted"] for block in blocks):
            show.note("Greyed lines are kept and not counted.")


def _block(block: dict[str, Any]) -> str:
    text = escape(block["text"])
    if not block["counted"]:
        return f'<p class="t-note">{escape(block["kind"])}: {text}</p>'
    return f'<p class="t-say">{f"<b>{text}</b>" if block["kind"] in ("headline", "subheading") else text}</p>'


def teach(
    rows: Sequence[dict[str, Any]], said: dict[str, Any], again: Callable[[dict[str, Any]], None]
) -> None:
    """The controls that say how sources are to be read.

    Args:
        rows: what was recognised.
        said: what was said so far, as :meth:`tellings.corpus.taught.Taught.record` has it.
        again: has them looked at with what is said now.
    """
    tables = {row["source"].partition(", ")[0]: row["columns"] for row in rows if row.get("columns")}
    columns = list(dict.fromkeys(name for names in tables.values() for name in names if name.strip()))
    there = any(row["doc_id"] for row in rows)
    articles = pd.DataFrame(rows)
    wrong = bool(tables) or not there
    with st.expander("Not as it should be? Say how they are read", expanded=wrong):
        st.text_input(
            "Articles begin with a line like this",
            key=_BEGINS,
            placeholder="Article 1 of 20",
            help="Copy one such line from a file that holds several articles. A number in it stands for any number, a "
            "date for any date, * for anything; what stands behind a label such as Headline: is the headline.",
        )
        mapped = _COLUMNS if columns or said.get("columns") else {}
        places = st.columns(3) * 2 if mapped else []
        for place, (field, name) in zip(places, mapped.items(), strict=False):
            asked = said.get("columns", {}).get(field)
            choices = list(dict.fromkeys(["", *columns, *([asked] if asked else [])]))
            place.selectbox(
                f"Column: {name}",
                choices,
                index=choices.index(asked) if asked else 0,
                key=_column(field),
                format_func=lambda choice: plain(choice) if choice else "as recognised",
            )
        st.checkbox(
            "Folders are outlets",
            key=_FOLDERS,
            help="In a folder or a zip, an article that names no outlet is of the one that its folder is called.",
        )
        copies = int(articles.copy_of.notna().sum()) if there else 0
        if copies or said.get("copies"):
            st.radio(
                "Articles that say the same as another, or nearly",
                list(_COPIES),
                key=_KINDS,
                index=list(_COPIES).index(said.get("copies") or COPIES[0]),
                format_func=_COPIES.__getitem__,
                horizontal=True,
            )
        st.button("Look again", key="teach-again", on_click=_again, args=(said, again))


def anew() -> None:
    """Set the controls back, for what is brought next: nothing is said of it yet."""
    for key in (_BEGINS, *map(_column, _COLUMNS)):
        state.put(key, "")
    state.put(_FOLDERS, False)
    state.put(_KINDS, COPIES[0])


def _column(field: str) -> str:
    """The key of the control that says which column a field is."""
    return f"teach-column-{field}"


def _again(said: dict[str, Any], again: Callable[[dict[str, Any]], None]) -> None:
    before = of_record(said)
    columns = dict(before.columns)
    for field in _COLUMNS:
        chosen = state.get(_column(field))
        if chosen:
            columns[field] = chosen
        elif chosen == "":
            columns.pop(field, None)
    line = (state.get(_BEGINS) or "").strip()
    try:
        now = Taught(
            begins=(line,) if line else (),
            columns=tuple(columns.items()),
            folders=bool(state.get(_FOLDERS)),
            copies=state.get(_KINDS) or before.copies,
        )
    except SourceError as err:
        state.refuse(str(err))
        return
    again(now.record())
