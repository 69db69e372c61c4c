"""Taking corrections away and bringing them in; undoing and redoing the last."""

from __future__ import annotations

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from tellings import corrections
from tellings.plural import several
from tellings.store import catalogue
from tellings.store.corpus import Corpus
from tellings.ui import load, show, state
from tellings.ui.correcting.ledger import SHIPPED
from tellings.ui.corrections import lines, may_correct, mode, redo, undo, write
from tellings.ui.text import escape
from tellings.ui.view import View

_NAMED = 10
"""Damaged lines that are named; the others are counted."""


def where(view: View, corpus: Corpus) -> None:
    """Say where corrections go."""
    kept = mode()
    if kept == "off":
        show.note("On this server corrections cannot be made; those that there are, are shown.")
    elif kept == "session":
        show.note(
            "Your corrections live in this window only: nobody else sees them, and they go when it is closed. "
            "Export them to keep them."
        )
    else:
        show.note(f"Saved on this machine, in {catalogue.corrections_paths(corpus.path)[-1]}.")
    if not view.corpus.corrected:
        show.note(
            "The pages show what the machine found, without corrections; show them with corrections to make others."
        )


def damaged(corpus: Corpus) -> None:
    """Name the damaged lines."""
    problems = corpus.log.problems if corpus.log else []
    if problems:
        items = "".join(f"<li>{escape(str(problem))}</li>" for problem in problems[:_NAMED])
        more = len(problems) - _NAMED
        rest = f"<li>and {more:,} more</li>" if more > 0 else ""
        st.html(
            '<div class="t-note" role="status"><p class="t-note">Damaged lines, left out; the others hold:</p>'
            f"<ul>{items}{rest}</ul></div>"
        )


def controls(view: View, corpus: Corpus, entered: pd.DataFrame) -> None:
    """The buttons: undo and redo the last, export, import."""
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="exchange"):
        if may_correct(view.corpus):
            _last(corpus, entered)
        _export(view, corpus, entered)
        if may_correct(view.corpus):
            _import(corpus)


def _last(corpus: Corpus, entered: pd.DataFrame) -> None:
    holding, undone = load.keep(corpus, ("last corrections",), lambda: _latest(corpus, entered))
    for label, key, icon, does, last in (
        ("Undo the last", "undo-last", "undo", undo, holding),
        ("Redo", "redo-last", "redo", redo, undone),
    ):
        icon = f":material/{icon}:"
        st.button(label, key=key, icon=icon, disabled=not last, on_click=does, args=(corpus, last))


def _latest(corpus: Corpus, entered: pd.DataFrame) -> tuple[str, str]:
    """The ids of the last correction in force and of the last that was undone; empty where there is none."""
    own = entered[~entered.action.isin(("undo", "redo"))]
    holding = own.loc[own.state == "in force", "id"]
    turned = entered[(entered.action == "undo") & (entered.state == "in force")]
    undone = own[own.state == "undone"]["id"].tolist()
    targets = {line.id: str(line.target) for line in lines(corpus)}
    last = next((targets[one] for one in turned["id"] if targets[one] in undone), "")
    return "" if holding.empty else str(holding.iloc[0]), last


def _export(view: View, corpus: Corpus, entered: pd.DataFrame) -> None:
    every = lines(corpus)
    shipped = set(entered["id"][entered.origin == SHIPPED])
    own = [line for line in every if line.id not in shipped]
    for label, some in (("Export all", every), ("Export yours", own)):
        if some and not (label == "Export yours" and len(own) == len(every)):
            name, key = (
                f"{view.file_name('corrections', len(some))}.jsonl",
                f"export-{len(some) == len(every)}",
            )
            content = partial(corrections.export, some)
            show.save(label, content, name, "application/x-ndjson", key=key, type="secondary")


def _import(corpus: Corpus) -> None:
    with st.popover("Import…"):
        st.file_uploader(
            "A file of corrections (JSON lines)", type=["jsonl", "json", "txt"], key="import-file"
        )
        st.button("Add its lines", key="import", type="primary", on_click=_take_in, args=(corpus,))


def _take_in(corpus: Corpus) -> None:
    file: Any = state.get("import-file")
    if file is None:
        state.refuse("Choose a file first.")
        return
    log = corrections.loads(file.getvalue())
    told = "; ".join(str(problem) for problem in log.problems[:3])
    if not log.lines:
        state.refuse(f"This file holds no corrections ({told or 'it is empty'}). Nothing was added.")
        return
    have = {line.id for line in lines(corpus)}
    added = [line for line in log.lines if line.id not in have]
    said = f"{len(added):,} of {len(log.lines):,} corrections added"
    said += ", the others were there already" if len(added) < len(log.lines) else ""
    if log.problems:
        n = len(log.problems)
        said += f"; {several(n, 'damaged line was', 'damaged lines were')} left out: {told}"
    if added:
        write(corpus, *added, said=said + ".")
    else:
        state.done(("said", said + "."))
