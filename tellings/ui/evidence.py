"""The sentences behind a number: one component for every page.

It shows exactly as many marked spans as the number that was clicked, each in its sentence, with article, publisher,
date and offsets, a link to the reader and a citation to copy.
"""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from tellings.analysis import evidence, speech
from tellings.analysis.evidence import Passage
from tellings.filters import Filters
from tellings.selection import Selection
from tellings.ui import address, load, paging, show
from tellings.ui.frame import View
from tellings.ui.text import escape, marked, plain

PAGE, BRIEF = 100, 20
"""Spans on one page of evidence; the same of a list that nobody has opened."""

_ONE = {"mentions": "mention", "quotations": "quotation", "toponyms": "place name"}


def panel(
    view: View, title: str, *, filters: Filters | None = None, selection: Selection | None = None
) -> int:
    """Show the evidence of the view's selection, if it has one.

    Args:
        view: the page's view.
        title: what was selected, in words; may come from articles.
        filters: other filters than the view's, where a page's defaults narrow its counts.
        selection: another selection than the view's.

    Returns:
        How many spans there are; 0 where nothing is open.
    """
    selection = selection or view.selection
    if selection is None or selection.table not in _ONE:
        return 0
    filters = filters or view.filters
    n = load.ask(view.corpus, evidence.count, filters, selection)
    noun = _ONE[selection.table] + ("" if n == 1 else "s")
    with st.container(key="evidence"):
        head, button = st.columns([5, 1], vertical_alignment="center")
        head.html(
            f'<h2 class="t-h2" id="evidence">{escape(title)}: <span class="t-n">{n:,}</span> {noun}</h2>'
        )
        if view.selection is not None:
            button.button(
                "Close",
                key="evidence-close",
                on_click=address.close,
                icon=":material/close:",
                type="tertiary",
            )
        if not n:
            show.note("Nothing here with these filters. Loosen a filter, or close this.")
            return 0
        size = PAGE if view.selection is not None else BRIEF
        offset = size * (paging.turn(n, key="evidence", size=size) - 1)
        shown = load.ask(view.corpus, evidence.passages, filters, selection, limit=size, offset=offset)
        if n > size:
            show.note(f"{offset + 1:,} to {min(offset + size, n):,} of {n:,} shown.")
        passages(shown, view, quotations=selection.table == "quotations")
        _take_away(view, filters, selection, shown, n)
    return n


def passages(shown: list[Passage], view: View, *, quotations: bool = False) -> None:
    """A list of passages with their spans marked; of quotations also who is said to speak, as printed and resolved."""
    said: dict[str, dict[str, Any]] = {}
    if quotations:
        said = load.ask(
            view.corpus, speech.details, tuple(mark.id for passage in shown for mark in passage.marks)
        )
    items = "".join(
        _item(passage, view, [said[m.id] for m in passage.marks if m.id in said]) for passage in shown
    )
    st.html(f'<ol class="t-evidence{" t-quotes" if quotations else ""}">{items}</ol>')


def _speech(said: dict[str, Any]) -> str:
    printed, names = said["speaker"], said["names"]
    who = (
        f'<span class="t-who">{escape(printed)}</span>'
        if printed
        else '<span class="t-unknown">speaker unknown</span>'
    )
    if names and names != printed:
        who += f" → {escape(names)}"
    elif printed and not names:
        who += ' → <span class="t-unknown">not resolved</span>'
    parts = [f"{who}", f'<span class="t-kind">{escape(said["kind"])}</span>']
    if said["anonymous"]:
        parts.append('<span class="t-kind">anonymous</span>')
    parts += [f"{word} “{escape(said[key])}”" for key, word in (("cue", "cue"), ("via", "via")) if said[key]]
    if said["inside_id"]:
        parts.append("inside another quotation")
    parts.append(f"found by {escape(said['method'])}")
    return f'<p class="t-said">{" · ".join(parts)}</p>'


def _item(passage: Passage, view: View, said: list[dict[str, Any]]) -> str:
    where = ", ".join(f"{mark.start:,}–{mark.end:,}" for mark in passage.marks)
    reader = address.href(
        "reader",
        Filters(corpus=view.filters.corpus, doc=(passage.doc_id,), sel=("span", *(_span(passage)))),
    )
    publisher = (
        escape(passage.publisher) if passage.publisher else '<span class="t-unknown">publisher unknown</span>'
    )
    date = passage.published.isoformat() if passage.published else '<span class="t-unknown">no date</span>'
    return (
        f'<li><p class="t-passage">{marked(passage)}</p>{"".join(map(_speech, said))}<p class="t-from">'
        f'<a href="{escape(reader)}" target="_self">{escape(passage.label)}</a> · {publisher} · {date} · '
        f"characters {where}</p> <details><summary>Cite</summary>"
        f'<span class="t-cite">{escape(passage.cite(view.place))}</span></details></li>'
    )


def _span(passage: Passage) -> tuple[str, ...]:
    return (f"start:{passage.marks[0].start}", f"end:{passage.marks[0].end}")


def _take_away(view: View, filters: Filters, selection: Selection, shown: list[Passage], n: int) -> None:
    csv, cite = st.columns([1, 3])
    with csv:
        st.download_button(
            "CSV of all",
            data=lambda: show.csv(_all(view, filters, selection), view.source(n, "rows")),
            file_name=view.file_name("evidence", n) + ".csv",
            mime="text/csv",
            key="evidence-csv",
            on_click="ignore",
            type="tertiary",
            icon=":material/download:",
        )
    with cite, st.popover("Citations to copy", type="tertiary", icon=":material/format_quote:"):
        st.code("\n\n".join(plain(p.cite(view.place)) for p in shown), language=None, wrap_lines=True)


def _all(view: View, filters: Filters, selection: Selection) -> pd.DataFrame:
    return evidence.spans(view.corpus, filters, selection, limit=None)
