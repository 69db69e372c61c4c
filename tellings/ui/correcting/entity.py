"""The forms of an entity's card: merge, split, rename, type, side, reject, place."""

from __future__ import annotations

import streamlit as st

from tellings import schema
from tellings.analysis import correcting, entity_counts
from tellings.corrections import Part
from tellings.corrections.targets import Side
from tellings.errors import CorrectionError
from tellings.ui import load, state
from tellings.ui.correcting import place
from tellings.ui.correcting.form import Made, Read, existing, form, simple, target, who
from tellings.ui.corrections import may_correct
from tellings.ui.text import escape, plain
from tellings.ui.view import View

_ANY = ""
_SURE = "They are one all the same"


def for_entity(view: View, entity_id: str) -> None:
    """The forms that correct an entity; nothing where there are none, or no such entity."""
    known_as = load.ask(view.corpus, entity_counts.entity, entity_id) if may_correct(view.corpus) else None
    if not known_as:
        return
    name, kind = str(known_as["name"]), str(known_as["type"])
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="correct-entity"):
        st.html('<p class="t-note">Correct:</p>', width="content")
        _merge(view, entity_id, name, kind)
        _split(view, entity_id)
        _rename(view, entity_id, name)
        _retype(view, entity_id, kind, known_as["country"] or "")
        if kind in schema.PLACE_TYPES:
            place.for_place(view, entity_id=entity_id, printed=name)
        _reject(view, entity_id)


def _merge(view: View, entity_id: str, name: str, kind: str) -> None:
    def fields(key: str) -> None:
        offered = load.ask(view.corpus, correcting.offered, name, kind=kind, without=entity_id)
        who(f"{key}who", "It is the same as", offered)
        into = state.get(f"{key}who")
        if into and (said := _warnings(view, entity_id, str(into))):
            st.html(f'<p class="t-note" role="status">⚠ {escape(" ".join(said))}</p>')
            st.checkbox(_SURE, key=f"{key}sure-{into}")

    def make(read: Read) -> list[Made]:
        into = existing(view.corpus, read("who"))
        if into.entity_id == entity_id:
            raise CorrectionError("It is this entity itself.")
        said = _warnings(view, entity_id, into.entity_id)
        if said and not read(f"sure-{read('who')}"):
            raise CorrectionError(f"{' '.join(said)} If it is right, tick “{_SURE}” and merge again.")
        return [("merge", target(view.corpus, entity_id), into)]

    form(view, "Merge into…", f"merge-{entity_id}", fields, make, send="Merge")


def _warnings(view: View, entity_id: str, into: str) -> list[str]:
    """What speaks against merging, where the field names an entity by its id or by its only name."""
    try:
        other = existing(view.corpus, into)
    except CorrectionError:
        return []
    return load.ask(view.corpus, correcting.warnings_of_merge, entity_id, other.entity_id)


def _split(view: View, entity_id: str) -> None:
    printed = load.ask(view.corpus, correcting.printed, entity_id)
    articles = load.ask(view.corpus, correcting.articles_of, entity_id)
    if int(printed.n.sum()) < 2:
        return
    forms = {_ANY: "all printed forms"} | {
        t: f"{plain(t)} · {n:,}" for t, n in zip(printed.text, printed.n, strict=True)
    }
    docs = {_ANY: "all articles"} | dict(zip(articles.doc_id, articles.short, strict=True))

    def fields(key: str) -> None:
        st.selectbox("Mentions printed as", list(forms), format_func=lambda t: forms[t], key=f"{key}form")
        st.selectbox("In", list(docs), format_func=lambda d: plain(docs[d]), key=f"{key}doc")
        st.text_input("Are somebody or something else, named", key=f"{key}name", placeholder="as printed")

    def make(read: Read) -> list[Made]:
        part = Part((), read("form") or None, read("doc") or None, (read("name") or "").strip() or None)
        if not part.form and not part.doc_id:
            raise CorrectionError("Choose a printed form or an article to be split off.")
        return [("split", target(view.corpus, entity_id), part)]

    form(view, "Split off…", f"split-{entity_id}", fields, make, send="Split off")


def _rename(view: View, entity_id: str, name: str) -> None:
    def fields(key: str) -> None:
        st.text_input("Name", value=name, key=f"{key}name", max_chars=500)

    def make(read: Read) -> list[Made]:
        return [("rename", target(view.corpus, entity_id), (read("name") or "").strip())]

    form(view, "Rename…", f"rename-{entity_id}", fields, make, send="Rename")


def _retype(view: View, entity_id: str, kind: str, country: str) -> None:
    def fields(key: str) -> None:
        st.selectbox("Type", schema.TYPES, index=schema.TYPES.index(kind), key=f"{key}type")
        st.text_input(
            "Country where it lies, or for which it acts", value=country, key=f"{key}country", max_chars=2,
            placeholder="unknown", help="Two letters, as in ISO 3166-1: UA, TR, US",
        )  # fmt: skip

    def make(read: Read) -> list[Made]:
        it = target(view.corpus, entity_id)
        side = (read("country") or "").strip().upper()
        retypings: list[Made] = []
        if side != country:
            retypings.append(("retype", it, Side(side or None)))
        if read("type") != kind or not retypings:
            retypings.append(("retype", it, str(read("type"))))
        return retypings

    form(view, "Type, country…", f"retype-{entity_id}", fields, make, send="Change")


def _reject(view: View, entity_id: str) -> None:
    said, key = "None of its mentions is a name: they leave every count.", f"reject-{entity_id}"
    simple(view, "No name…", key, said, lambda: ("reject", target(view.corpus, entity_id)), send="Reject all")
