"""The sentences behind a number: one component for every page.

It shows exactly as many marked spans as the number that was clicked, each in its sentence, with article, publisher,
date and offsets, a link to the reader and a citation to copy.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import groupby

import pandas as pd
import streamlit as st

from tellings.analysis import evidence, quoted, speakers, utterances
from tellings.analysis.evidence import Passage
from tellings.exports import spreadsheet
from tellings.query import search
from tellings.query.filters import Filters
from tellings.query.openable import OPENABLE
from tellings.query.selection import SPAN, Selection, select
from tellings.ui import abreast, address, corrections, load, paging, quotation_line, recorded, show
from tellings.ui.text import day, escape, marked, plain, publisher
from tellings.ui.view import View

PAGE, BRIEF = 100, 12
"""Spans on one page of evidence; the same of a list that nobody has opened."""
_UNWRITTEN = {
    True: "No article has this word. Look for fewer of its letters; * stands for any letters (thr*n finds threaten).",
    False: "No sentence has all of these words. Look for one of them alone, or for fewer of its letters; * stands for "
    "any letters (thr*n finds threaten).",
}
"""What is said where the articles' words have not what is looked for, one word or several."""


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
    if selection is not None and selection.table not in OPENABLE:
        selection = None
    recorded.evidence(title, selection, filters or view.filters)
    if selection is None:
        return 0
    filters = filters or view.filters
    n = load.ask(view.corpus, evidence.count, filters, selection)
    noun = OPENABLE[selection.table].noun(n)
    with st.container(key="evidence"):
        head, button = st.columns([3.4, 1], vertical_alignment="center")
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
            words = selection.table == "words"
            unwritten = _UNWRITTEN[search.single(view.filters.q)]
            show.nothing(view, unwritten if words else "No sentence stands behind this.")
            return 0
        size = PAGE if view.selection is not None else BRIEF
        offset = size * (paging.turn(n, key="evidence", size=size) - 1)
        shown = load.ask(view.corpus, evidence.passages, filters, selection, limit=size, offset=offset)
        if n > size:
            show.note(f"{offset + 1:,} to {min(offset + size, n):,} of {n:,} shown.")
        passages(shown, view, table=selection.table)
        _take_away(view, filters, selection, shown, n)
    return n


@contextmanager
def beside(
    view: View, widths: tuple[int, int], title: Callable[[], str], *, filters: Filters | None = None
) -> Iterator[None]:
    """What is shown in this block, and to the right of it, where something is open, its evidence.

    Args:
        view: the page's view.
        widths: of the two, as parts of the whole.
        title: what is open, in words; it may show more above the evidence.
        filters: other filters than the view's; see :func:`panel`.
    """
    if view.selection is None:
        yield
        return
    left, right = abreast.beside(*widths)
    with left:
        yield
    with right:
        panel(view, title(), filters=filters)


def passages(shown: list[Passage], view: View, *, table: str = "") -> None:
    """A list of passages with their spans marked; of quotations also who is said to speak, as printed and resolved.

    Args:
        shown: the passages.
        view: the page's view.
        table: whose rows the spans are, where it is one of :data:`OPENABLE`.
    """
    said: dict[str, quotation_line.Said] = {}
    quotations = table == "quotations"
    if quotations:
        ids = tuple(mark.id for passage in shown for mark in passage.marks)
        told = load.ask(view.corpus, utterances.told, ids)
        facts = load.ask(view.corpus, speakers.details, ids)
        hits = (
            load.ask(view.corpus, speakers.hits, ids, view.filters.q)
            if view.page in ("quotations", "search")
            else {}
        )
        said = {
            key: quotation_line.said(
                facts[key], view.filters.only(), told.get(key), hits.get(key, ()), view.filters.q
            )
            for key in ids
            if key in facts
        }
    if table == "discrepancies":
        articles = groupby(shown, key=lambda passage: passage.doc_id)
        items = "".join(_article(list(told), view, table) for _, told in articles)
    else:
        items = "".join(
            _item(
                passage, view, quotation_line.joined(said[m.id] for m in passage.marks if m.id in said), table
            )
            for passage in shown
        )
    st.html(f'<ol class="t-evidence{" t-quotes" if quotations else ""}">{items}</ol>')


def _article(told: list[Passage], view: View, table: str) -> str:
    """An article, named once, with its sentences beneath."""
    first = told[0]
    there = view.filters.only().change(sel=_own(first, table), doc=(first.doc_id,))
    name = address.link("reader", there, escape(first.short))
    sentences = "".join(
        f'<p class="t-passage">{marked(passage)}</p><p class="t-from">{_cited(passage, view)}</p>'
        for passage in told
    )
    return f'<li><p class="t-from">{name} · {day(first.published)}</p>{sentences}</li>'


def _cited(passage: Passage, view: View, how: str = "", link: str = "") -> str:
    """What is folded away below a passage: how it was found, where it stands, and its citation."""
    where = ", ".join(f"{mark.start:,}–{mark.end:,}" for mark in passage.marks)
    return (
        f"<details><summary>{'How it was found, cite' if how else 'Cite'}</summary>{how}"
        f'<p class="t-how">{escape(passage.label)} · {publisher(passage.publisher)} · characters {where}</p>'
        f'<span class="t-cite">{escape(passage.cite(view.place))}</span>{link}</details>'
    )


def _item(passage: Passage, view: View, said: quotation_line.Said, table: str) -> str:
    sel = _own(passage, table)
    own = view.filters.only().change(sel=sel)
    there = own.change(doc=(passage.doc_id,))
    ways, link = "", ""
    if table == "quotations":
        link = f'<span class="t-cite">{escape(address.absolute("quotations", own))}</span>'
        ways = f" · {address.link('quotations', own, 'This alone')}"
    if sel[0] in ("mentions", "toponyms", "quotations") and corrections.may_correct(view.corpus):
        ways += f" · {address.link('reader', there, 'Correct')}"
    return (
        f'<li><p class="t-passage">{marked(passage)}</p>{said.first}<p class="t-from">'
        f"{address.link('reader', there, escape(passage.short))} · {day(passage.published)}{ways} · </p>"
        f"{_cited(passage, view, said.how, link)}</li>"
    )


def _own(passage: Passage, table: str) -> tuple[str, ...]:
    """What opens the card of the passage's first span in the reader; the span alone where it has none."""
    mark = passage.marks[0]
    if table in OPENABLE and OPENABLE[table].key:
        return (table, f"{OPENABLE[table].key}:{mark.id}")
    return (SPAN, f"start:{mark.start}", f"end:{mark.end}")


def _take_away(view: View, filters: Filters, selection: Selection, shown: list[Passage], n: int) -> None:
    spoken = selection.table == "quotations"
    name, source = view.file_name("quotations" if spoken else "evidence", n), view.source(n, "rows")
    cites = "\n\n".join(plain(_cite(passage, view, spoken)) for passage in shown)
    if len(shown) == 1:
        st.code(cites, language=None, wrap_lines=True)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        every = partial(_all, view, filters, selection)
        show.save(
            "CSV of all",
            lambda: spreadsheet.csv(every(), source),
            f"{name}.csv",
            "text/csv",
            key="evidence-csv",
        )
        if spoken:
            content, file = lambda: quoted.as_json(every(), source), f"{name}.json"
            show.save("JSON of all", content, file, "application/json", key="evidence-json")
        if len(shown) > 1:
            with st.popover("Citations to copy", type="tertiary", icon=":material/format_quote:"):
                st.code(cites, language=None, wrap_lines=True)


def _cite(passage: Passage, view: View, spoken: bool) -> str:
    if not spoken:
        return passage.cite(view.place)
    sel = select("quotations", quote=passage.marks[0].id).sel
    return f"{passage.cite(view.place)} {address.absolute('quotations', view.filters.only().change(sel=sel))}"


def _all(view: View, filters: Filters, selection: Selection) -> pd.DataFrame:
    if selection.table == "quotations":
        return quoted.table(view.corpus, filters, selection)
    return evidence.spans(view.corpus, filters, selection, limit=None)
