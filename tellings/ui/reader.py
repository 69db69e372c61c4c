"""The reader's parts: which articles, what is marked in them, and the articles themselves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from tellings.analysis import known, reading, shared_text
from tellings.corrections.lines import SHORTEST
from tellings.query.filters import MARKED
from tellings.query.selection import select
from tellings.ui import (
    address,
    corrections,
    filters,
    load,
    reader_card,
    reader_component,
    recorded,
    show,
    state,
)
from tellings.ui.correcting.form import Made, Read, form
from tellings.ui.text import day, escape, publisher, words_counted
from tellings.ui.view import View

SWITCHES = {
    "people": "People",
    "organisations": "Organisations",
    "places": "Places",
    "other": "Other names",
    "roles": "Roles and pronouns",
    "dates": "Dates",
    "quantities": "Quantities",
    "quotations": "Quotations",
}


def choose(view: View) -> tuple[str, ...]:
    """The controls for the article and another beside it.

    Returns:
        One doc_id or two: those of the address, else the corpus' first.
    """
    documents = load.ask(view.corpus, known.documents)
    docs = tuple(view.filters.doc[:2]) or (str(documents.doc_id.iloc[0]),)
    offered = _near(documents, docs)
    named = zip(offered.doc_id, offered.short, offered.label, strict=True)
    labels = {doc: label if short.startswith("“") else f"{short}: {label}" for doc, short, label in named}
    left, right = st.columns(2)
    state.put("reader-doc", docs[0])
    left.selectbox(
        "Article", list(labels), format_func=labels.__getitem__, key="reader-doc", on_change=_chosen
    )
    beside = ["", *(doc for doc in labels if doc != docs[0])]
    state.put("reader-beside", docs[1] if len(docs) > 1 else "")
    right.selectbox(
        "Beside it",
        beside,
        format_func=lambda doc: labels.get(doc, "no other article"),
        key="reader-beside",
        on_change=_chosen,
    )
    if len(offered) < len(documents):
        show.note(
            f"To be chosen here are {len(offered):,} of {len(documents):,} articles, those before and after this one "
            "by date; the overview and the search lead to the others."
        )
    return docs


def _near(documents: pd.DataFrame, docs: tuple[str, ...]) -> pd.DataFrame:
    """The articles that are offered: of more than can be sent, those beside the ones that are read."""
    if len(documents) <= filters.OFFERED:
        return documents
    around = filters.OFFERED // (2 * len(docs))
    read = np.flatnonzero(documents.doc_id.isin(docs))
    near = np.unique([np.arange(at - around, at + around) for at in read])
    return documents.iloc[near[(near >= 0) & (near < len(documents))]]


def _chosen() -> None:
    docs = [state.get("reader-doc"), state.get("reader-beside")]
    address.change(doc=tuple(dict.fromkeys(doc for doc in docs if doc)))


def switches(view: View, docs: tuple[str, ...]) -> tuple[str, ...]:
    """The switches of what is marked, each with how often it was found; kept in the address as `kind`.

    Returns:
        The groups to be marked; all, where the address names none.
    """
    marks = pd.concat([load.ask(view.corpus, reading.marks, doc) for doc in docs])
    n = marks.drop_duplicates("id").group.value_counts()
    chosen = [group for group in MARKED if group in view.filters.kind]
    if not chosen and "none" not in view.filters.kind:
        chosen = list(MARKED)
    state.put("reader-kinds", chosen)
    st.pills(
        "Marked in the text",
        list(MARKED),
        selection_mode="multi",
        format_func=lambda group: f"{SWITCHES[group]} {int(n.get(group, 0)):,}",
        key="reader-kinds",
        on_change=_switched,
    )
    return tuple(chosen)


def _switched() -> None:
    chosen = [group for group in MARKED if group in (state.get("reader-kinds") or [])]
    current, _ = address.read()
    everything = len(chosen) == len(MARKED)
    address.write(current.change(kind=() if everything else tuple(chosen) or ("none",)))


def head(view: View, doc_id: str) -> Any:
    """The source line of an article. Returns its row of :func:`tellings.analysis.known.documents`."""
    documents = load.ask(view.corpus, known.documents)
    about = documents[documents.doc_id == doc_id].iloc[0]
    told = (
        publisher(about.publisher),
        day(about.published),
        words_counted(int(about.n_words), about.language),
    )
    st.html(f'<p class="t-note">{" · ".join((*told, escape(doc_id)))}</p>')
    return about


def shared(view: View, docs: tuple[str, ...], place: int) -> list[int]:
    """Where the sentences begin in the article of a place that the other one has too, as both go on."""
    pairs = load.ask(view.corpus, shared_text.in_step, *docs) if len(docs) > 1 else []
    return [pair[place] for pair in pairs]


def article(
    view: View, doc_id: str, marked: tuple[str, ...], facts: dict[str, Any], shared: Sequence[int] = ()
) -> None:
    """An article: its source line, and its text with the marks; the span of `facts` is outlined."""
    about = head(view, doc_id)
    marks = load.ask(view.corpus, reading.marks, doc_id)
    selected = (int(facts["start"]), int(facts["end"])) if facts.get("doc_id") == doc_id else None
    reader_component.show(
        load.ask(view.corpus, reading.blocks, doc_id),
        marks[marks.group.isin(marked)].reset_index(drop=True),
        key=f"reader-{doc_id}",
        label=f"Article: {about.label}",
        selected=selected,
        pick=_picked,
        markable=corrections.may_correct(view.corpus),
        shared=shared,
    )
    show.note("Greyed lines are shown but not counted.")
    documents = load.ask(view.corpus, known.documents)
    original = documents[documents.doc_id == about.copy_of]
    if len(original):
        counts = " It was to be counted once: nothing is looked for in this one." * (not about.n_words)
        show.note(f"It says the same as {original.label.iloc[0]}, or nearly.{counts}")
    if corrections.may_correct(view.corpus):
        _called(view, doc_id, str(about.short))


def remember(view: View, docs: tuple[str, ...]) -> None:
    """For the report: what is open, else who is quoted in the articles."""
    if view.selection is not None:
        recorded.evidence("Open in the reader", view.selection, view.filters.only())
        return
    documents = load.ask(view.corpus, known.documents)
    names = " and ".join(documents[documents.doc_id.isin(docs)].label)
    there = view.filters.only().change(doc=docs, sel=select("quotations").sel)
    recorded.listed(f"Quotations in {names}", address.href("quotations", there))


def _called(view: View, doc_id: str, short: str) -> None:
    """A form for what the article is called in columns, axes and lists."""

    def fields(key: str) -> None:
        st.text_input("Short name of the article", key=f"{key}name", max_chars=SHORTEST, placeholder=short)

    def make(read: Read) -> list[Made]:
        return [("shorten", doc_id, read("name") or "")]

    form(view, "Give it a short name…", f"shorten-{doc_id}", fields, make, send="Call it so")


def _picked(picked: str) -> None:
    address.open_selection(reader_card.selection_of(picked))
