"""The forms of a mention: who it is, its type, that it is none; and of a name that was missed."""

from __future__ import annotations

from typing import Any

import streamlit as st

from tellings import schema
from tellings.analysis import correcting
from tellings.corrections import NewEntity, Span, Unmarked
from tellings.errors import CorrectionError
from tellings.query.selection import select
from tellings.ui import address, load, state
from tellings.ui.correcting import place
from tellings.ui.correcting.form import Made, Read, form, meant, simple, somebody_new, span, type_of, who
from tellings.ui.corrections import may_correct
from tellings.ui.view import View


def for_mention(view: View, facts: dict[str, Any]) -> None:
    """The forms that correct one mention.

    Args:
        view: the page's view.
        facts: as :func:`tellings.analysis.reading.facts` gives them.
    """
    if not may_correct(view.corpus):
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="correct-mention"):
        st.html('<p class="t-note">Correct:</p>', width="content")
        _relink(view, facts)
        _retype(view, facts)
        if facts["use"]:
            place.for_place(view, mention=facts)
        _reject(view, facts)


def for_missed(view: View, doc_id: str, start: int, end: int) -> None:
    """The form that makes a name of a passage in which the machine found none."""
    if not may_correct(view.corpus):
        return
    printed = load.ask(view.corpus, correcting.text, doc_id)[start:end]
    if not printed.strip() or len(printed) > 200 or "\n" in printed.strip():
        return
    there = Span(doc_id, start, end, printed)

    def fields(key: str) -> None:
        offered = load.ask(view.corpus, correcting.offered, printed, doc_id=doc_id)
        who(f"{key}who", "It names", offered)
        somebody_new(key, kind=None, printed=printed)

    def make(read: Read) -> list[Made]:
        itself = read("who") is None and not str(read("new") or "").strip()
        who_it_is = NewEntity(printed, type_of(read)) if itself else meant(view.corpus, read)
        return [("relink", Unmarked(there), who_it_is)]

    form(view, "A name that was missed…", f"missed-{doc_id}-{start}-{end}", fields, make, send="Mark it")


def find_missed(view: View, doc_id: str) -> None:
    """A field that opens a passage by its words, for those who cannot point at it."""
    if not may_correct(view.corpus):
        return
    key = f"find-missed-{doc_id}"
    st.text_input(
        "A name that was missed, as printed",
        key=key,
        max_chars=200,
        placeholder="words of the article",
        on_change=_find,
        args=(view, doc_id, key),
    )


def _find(view: View, doc_id: str, key: str) -> None:
    words = str(state.get(key) or "").strip()
    if not words:
        return
    spans = correcting.unmarked(view.corpus, doc_id, words)
    if not spans:
        state.refuse(f"“{words[:80]}” stands nowhere in this article outside of what is marked.")
        return
    state.put(key, "")
    start, end = spans[0]
    address.open_selection(select("span", start=str(start), end=str(end)))


def _relink(view: View, facts: dict[str, Any]) -> None:
    kind, known = str(facts["entity_type"] or facts["type"]), str(facts["entity_id"] or "")

    def fields(key: str) -> None:
        words, doc_id = str(facts["text"]), str(facts["doc_id"])
        offered = load.ask(view.corpus, correcting.offered, words, kind=kind, doc_id=doc_id, without=known)
        who(f"{key}who", "This mention is", offered, nobody="nobody known" if known else "")
        somebody_new(key, kind=kind)

    def make(read: Read) -> list[Made]:
        return [("relink", span(facts), meant(view.corpus, read))]

    form(view, "This is…", f"relink-{facts['mention_id']}", fields, make, send="Link")


def _retype(view: View, facts: dict[str, Any]) -> None:
    kind = str(facts["entity_type"] or facts["type"])

    def fields(key: str) -> None:
        st.selectbox("Here it is", schema.TYPES, index=schema.TYPES.index(kind), key=f"{key}type")
        st.html('<p class="t-note">This one mention; its namesakes stay what they are.</p>')

    def make(read: Read) -> list[Made]:
        if read("type") == kind:
            raise CorrectionError(f"It is of type {kind} already.")
        return [("retype", span(facts), str(read("type")))]

    form(view, "Type…", f"retype-{facts['mention_id']}", fields, make, send="Change")


def _reject(view: View, facts: dict[str, Any]) -> None:
    said, key = "Nothing is named here: this mention leaves every count.", f"reject-{facts['mention_id']}"
    simple(view, "No name…", key, said, lambda: ("reject", span(facts)), send="Reject")
