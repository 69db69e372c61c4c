"""The report: the views that were added to it, their order and what is said of them, and its files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import streamlit as st

from tellings import exports, settings
from tellings.analysis import evaluated
from tellings.exports import report as reporting
from tellings.exports.report import MOST_SENTENCES, Method, Report, Shown, as_html, as_markdown
from tellings.plural import several
from tellings.ui import abreast, methods, paging, recorded, show, state
from tellings.ui.correcting import ledger
from tellings.ui.corrections import ACTIONS, words
from tellings.ui.text import escape
from tellings.ui.view import View

_PAGE, _MANY = 20, 300
"""Views on a page, and numbers from which on making the file takes long."""
_TITLE, _MOST = "report-title", "report-most"


def listed(view: View) -> None:
    """The report, or how one is begun."""
    chosen = state.report(view.corpus.name)
    show.heading(f"Report: {several(len(chosen), 'view')}", anchor="report")
    if not chosen:
        show.note(
            "On any page, Add to report (at the side) keeps what it shows: its figures and tables, the sentences "
            "behind them, what is filtered and its address. Here they become one file."
        )
        return
    titled, printed = abreast.controls(3, 2)
    titled.text_input("Title of the report", value=view.corpus.title, key=_TITLE, max_chars=200)
    printed.segmented_control(
        "Sentences printed of each number", [5, MOST_SENTENCES, 100], default=MOST_SENTENCES, key=_MOST
    )
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        _file(
            view, chosen, "Report as HTML", write=as_html.write, suffix="html", mime="text/html", primary=True
        )
        _file(view, chosen, "Report as Markdown", write=as_markdown.write, suffix="md", mime="text/markdown")
        st.button("Empty the report", key="report-empty", type="tertiary", on_click=_keep, args=(view, ()))
    show.note(
        "One file that opens with no network and prints on A4 and Letter; Markdown is the same without the pictures. "
        "The report lives as long as this window."
    )
    numbers = reporting.numbers(chosen)
    if numbers > _MANY:
        show.note(
            f"It opens {numbers:,} numbers in their sentences: making the file may take a minute or two. With fewer "
            "views it takes less."
        )
    frame = pd.DataFrame({"at": range(len(chosen))})
    for at in paging.rows(frame, key="report", size=_PAGE)["at"]:
        _line(view, chosen, int(at))
    paging.control(frame, key="report", size=_PAGE, noun="views")


def _file(
    view: View,
    chosen: tuple[Shown, ...],
    label: str,
    *,
    write: Callable[[Report], bytes],
    suffix: str,
    mime: str,
    primary: bool = False,
) -> None:
    # What is asked when the button is clicked knows no session: what is in it is asked before.
    title, corrected = str(state.get(_TITLE) or view.corpus.title), tuple(corrections(view))
    most = int(state.get(_MOST) or MOST_SENTENCES)
    show.save(
        label,
        lambda: write(made(view, chosen, title, corrected, most)),
        f"{view.file_name('report', len(chosen))}.{suffix}",
        mime,
        key=f"report-{suffix}",
        type="primary" if primary else "secondary",
    )


def made(
    view: View, chosen: tuple[Shown, ...], title: str, corrected: tuple[str, ...], most: int = MOST_SENTENCES
) -> Report:
    """The report, with its sentences (so many of each number), methods, error rates and corrections."""
    measured = evaluated.read(settings.read().data / "evaluation.json")
    told = [
        Method(one.title, methods.paragraphs(one, evaluated.told(measured[measured.what == one.what])))
        for one in methods.methods()
    ]
    return Report(
        title,
        exports.about(view.corpus),
        view.hash,
        views=reporting.gather(view.corpus, chosen, most),
        methods=tuple(told),
        corrections=corrected,
    )


def corrections(view: View) -> list[str]:
    """People's corrections in force, a line each."""
    entered = ledger.entries(view.corpus)
    force = entered[(entered.state == "in force") & ~entered.action.isin(("undo", "redo"))].iloc[::-1]
    return [
        f"{ACTIONS[str(row.action)]}: {words(row)}{f' ({row.why!s})' if row.why else ''}, {row.at!s:.10}"
        for row in force.itertuples()
    ]


def _line(view: View, chosen: tuple[Shown, ...], at: int) -> None:
    one = chosen[at]
    held = ", ".join(
        several(n, noun)
        for n, noun in (
            (sum(bool(figure.svg) for figure in one.figures), "figure"),
            (len(one.tables), "table"),
        )
        if n
    )
    told = " · ".join(part for part in ("; ".join(one.said), held, one.note) if part)
    what, does = st.columns([7, 5], vertical_alignment="center")
    what.html(
        f'<p class="t-line">{at + 1}. <a href="{escape(f"{one.page}?{one.query}")}" target="_self">'
        f'{escape(one.title)}</a></p><p class="t-note">{escape(told)}</p>'
    )
    with does, st.container(horizontal=True, vertical_alignment="center", gap="small"):
        with st.popover("Name, note", key=f"report-change-{one.id}"):
            st.text_input("Title", value=one.title, key=f"report-title-{one.id}", max_chars=300)
            st.text_area("Note", value=one.note, key=f"report-note-{one.id}", max_chars=5_000)
            st.button("Keep", key=f"report-keep-{one.id}", on_click=_change, args=(view, one))
        st.button(
            "Up", key=f"report-up-{one.id}", type="tertiary", disabled=at == 0, on_click=_up, args=(view, at)
        )
        st.button(
            "Take out",
            key=f"report-out-{one.id}",
            type="tertiary",
            on_click=_keep,
            args=(view, tuple(other for other in chosen if other is not one)),
        )


def _keep(view: View, chosen: tuple[Shown, ...]) -> None:
    recorded.put(view.corpus.name, list(chosen))


def _up(view: View, at: int) -> None:
    chosen = list(state.report(view.corpus.name))
    chosen[at - 1 : at + 1] = chosen[at], chosen[at - 1]
    recorded.put(view.corpus.name, chosen)


def _change(view: View, one: Shown) -> None:
    title = str(state.get(f"report-title-{one.id}") or "").strip() or one.title
    changed = replace(one, title=title, note=str(state.get(f"report-note-{one.id}") or "").strip())
    chosen = [changed if other.id == one.id else other for other in state.report(view.corpus.name)]
    recorded.put(view.corpus.name, chosen, changed)
