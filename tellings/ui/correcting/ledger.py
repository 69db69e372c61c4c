"""The list of all corrections: what, from what to what, whose, what became of it; each can be undone and opened."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from tellings import corrections
from tellings.corrections import Entity, Span, Unmarked
from tellings.plural import several
from tellings.query.selection import Selection, select
from tellings.store import catalogue
from tellings.store.corpus import Corpus
from tellings.ui import address, filters, load, paging, show, state
from tellings.ui.corrections import ACTIONS, STATES, lines, may_correct, redo, undo, words
from tellings.ui.text import escape, plain
from tellings.ui.view import View

PAGE = 12
SHIPPED = "with the corpus"
"""The origin of a line that came with the corpus."""

_COUNTED = {"Mentions": "mention", "Quotations": "quotation", "Articles": ""}


def entries(corpus: Corpus) -> pd.DataFrame:
    """All lines, newest first.

    Returns:
        The columns of `corrections.status`, and `origin` (`with the corpus`, `saved`, `this window`), `doc_id` (of the
        span that a line speaks of; empty where it speaks of all of an entity) and `place` (its number in the log,
        from 1). Kept per version of the corpus.
    """
    return load.keep(corpus, ("corrections",), lambda: _entries(corpus))


def _entries(corpus: Corpus) -> pd.DataFrame:
    targets = {line.id: line.target for line in lines(corpus)}
    if corpus.corrections is None:
        return pd.DataFrame(columns=[*corrections.COLUMNS, "origin", "doc_id", "place"])
    status = corpus.corrections.status
    files = catalogue.corrections_paths(corpus.path)
    shipped = {line.id for line in corrections.read(files[0]).lines} if len(files) > 1 else set()
    here = {line.id for line in state.corrections(corpus.name)}
    origins = [
        SHIPPED if one in shipped else "this window" if one in here else "saved" for one in status["id"]
    ]
    docs = [_doc_of(targets.get(one)) for one in status["id"]]
    numbered = status.assign(origin=origins, doc_id=docs, place=range(1, len(status) + 1))
    return numbered.iloc[::-1].reset_index(drop=True)


def _doc_of(target: object) -> str:
    match target:
        case Span(doc_id) | Unmarked(Span(doc_id)):
            return doc_id
        case Entity():
            return ""
    return ""


def summary(entered: pd.DataFrame) -> str:
    """How many lines there are, by what became of them, in words."""
    n = entered.state.value_counts()
    parts = [f"{int(n[name]):,} {said}" for name, said in STATES.items() if name in n]
    return several(len(entered), "correction") + (f": {', '.join(parts)}" if parts else "")


def listed(view: View, corpus: Corpus, entered: pd.DataFrame) -> None:
    """The lines of the open page, each with its numbers and its button."""
    labels, may = filters.article_names(view), may_correct(view.corpus)
    for row in paging.rows(entered, key="lines", size=PAGE).itertuples():
        _line(view, corpus, row, labels, may)
    paging.control(entered, key="lines", size=PAGE, noun="corrections")


def _line(view: View, corpus: Corpus, row: Any, labels: dict[str, str], may: bool) -> None:
    told = [STATES[row.state] + (f": {row.reason}" if row.reason else "")]
    if row.doc_id:
        told.append(f"in {labels.get(row.doc_id, row.doc_id)}")
    told += [str(row.at)[:16].replace("T", " ") + " UTC", str(row.origin)]
    why = f'<p class="t-note t-why">{escape(str(row.why))}</p>' if row.why else ""
    with st.container(key=f"line-{row.id}"):
        what, does = st.columns([7, 4], vertical_alignment="center")
        what.html(
            f'<p class="t-line"><span class="t-kind">{escape(ACTIONS[row.action])}</span> {escape(words(row))}</p>'
            f'<p class="t-note">{escape(" · ".join(told))}</p>{why}'
        )
        with does, st.container(horizontal=True, gap="small", vertical_alignment="center"):
            for noun, n in (("mention", int(row.n_mentions)), ("quotation", int(row.n_quotations))):
                if n:
                    st.button(
                        several(n, noun),
                        disabled=not view.corpus.corrected,
                        key=f"open-{noun}-{row.id}",
                        type="tertiary",
                        on_click=address.open_selection,
                        args=(_selection(row.id, noun),),
                    )
            if row.n_documents:
                articles = several(int(row.n_documents), "article")
                st.html(f'<p class="t-note">in {articles}</p>', width="content")
            if may and row.action not in ("undo", "redo"):
                _button(corpus, row)


def _selection(identity: str, what: str) -> Selection:
    return select("corrected", correction=identity, **({"what": what} if what else {}))


def _button(corpus: Corpus, row: Any) -> None:
    undone = row.state == "undone"
    st.button(
        "Redo" if undone else "Undo",
        key=f"{'redo' if undone else 'undo'}-{row.id}",
        type="tertiary",
        icon=":material/redo:" if undone else ":material/undo:",
        on_click=redo if undone else undo,
        args=(corpus, row.id),
    )


def table(view: View, corpus: Corpus, entered: pd.DataFrame) -> None:
    """All lines as a table; a click on a number opens it."""
    shown = load.keep(corpus, ("corrections as a table", view.filters), lambda: _table(view, entered))

    def pick(row: Any, column: str) -> Selection | None:
        return _selection(row["_id"], _COUNTED[column]) if column in _COUNTED else None

    opens = pick if view.corpus.corrected else None
    show.table(shown, view, key="lines-table", alt="All corrections", pick=opens)


def _table(view: View, entered: pd.DataFrame) -> pd.DataFrame:
    labels = filters.article_names(view)
    return pd.DataFrame(
        {
            "_id": entered["id"],
            "What": entered.action.map(ACTIONS),
            "From": entered.before.where(entered.before != "", entered.target).map(plain),
            "To": entered.after.map(plain),
            "State": entered.state.map(STATES),
            "Mentions": entered.n_mentions,
            "Quotations": entered.n_quotations,
            "Articles": entered.n_documents,
            "Article": [plain(labels.get(doc, doc)) for doc in entered.doc_id],
            "Why": entered.why.map(plain),
            "Reason": entered.reason,
            "When (UTC)": entered["at"],
            "Whose": entered.origin,
            "Id": entered["id"],
        }
    )
