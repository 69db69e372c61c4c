"""The forms of a quotation: who says it, its kind, its boundaries, that it is none."""

from __future__ import annotations

import re
from typing import Any

import streamlit as st

from tellings import schema
from tellings.analysis import correcting
from tellings.corrections import QUOTATION, Entity, NewEntity, Span, Speaker, Speakers
from tellings.errors import CorrectionError
from tellings.ui import load
from tellings.ui.correcting.form import NOBODY, Made, Read, chosen, form, names, simple, somebody_new, span
from tellings.ui.corrections import may_correct
from tellings.ui.view import View

_KINDS = {
    "direct": "direct: all of it stands in marks",
    "mixed": "mixed: reported, some of it in marks",
    "indirect": "indirect: reported, without marks",
    "scare": "scare: in marks, said by nobody",
    "heading": "heading: in marks in a heading, said by nobody",
}


def for_quotation(view: View, facts: dict[str, Any]) -> None:
    """The forms that correct a quotation.

    Args:
        view: the page's view.
        facts: as :func:`tellings.analysis.reading.facts` gives them.
    """
    if not may_correct(view.corpus):
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="correct-quotation"):
        st.html('<p class="t-note">Correct:</p>', width="content")
        _attribute(view, facts)
        _rekind(view, facts)
        _respan(view, facts)
        _reject(view, facts)


def _attribute(view: View, facts: dict[str, Any]) -> None:
    def fields(key: str) -> None:
        printed, doc_id = str(facts["speaker"] or ""), str(facts["doc_id"])
        offered = load.ask(view.corpus, correcting.offered, printed, kind="person", doc_id=doc_id)
        known = {NOBODY: "nobody known"} | names(offered)
        st.multiselect(
            "Said by",
            list(known),
            format_func=lambda one: known.get(one, one),
            key=f"{key}who",
            accept_new_options=len(offered) >= correcting.OFFERED,
            placeholder="as it is",
        )
        somebody_new(key)
        st.checkbox(
            "Anonymous: who it is, is withheld", value=bool(facts["anonymous"]), key=f"{key}anonymous"
        )

    def make(read: Read) -> list[Made]:
        picked, new = list(read("who") or ()), str(read("new") or "").strip()
        if not picked and not new and bool(read("anonymous")) == bool(facts["anonymous"]):
            raise CorrectionError("Choose who says it first.")
        if not picked and not new:
            picked = load.ask(view.corpus, correcting.speakers, str(facts["quote_id"]))
        entities = [chosen(view.corpus, one) for one in picked]
        said: list[Entity | NewEntity] = [one for one in entities if one is not None]
        said += [NewEntity(new, str(read("kind")))] if new else []
        wanted = Speakers(tuple(Speaker(one) for one in said), bool(read("anonymous")))
        return [("attribute", span(facts), wanted)]

    form(view, "Speaker…", f"attribute-{facts['quote_id']}", fields, make, send="Attribute")


def _rekind(view: View, facts: dict[str, Any]) -> None:
    kind = str(facts["kind"])

    def fields(key: str) -> None:
        st.selectbox(
            "Kind", schema.QUOTE_KINDS, index=schema.QUOTE_KINDS.index(kind), key=f"{key}to",
            format_func=lambda one: _KINDS[one],
        )  # fmt: skip

    def make(read: Read) -> list[Made]:
        if read("to") == kind:
            raise CorrectionError(f"It is of the kind {kind} already.")
        return [("rekind", span(facts), str(read("to")))]

    form(view, "Kind…", f"rekind-{facts['quote_id']}", fields, make, send="Change")


def _respan(view: View, facts: dict[str, Any]) -> None:
    def fields(key: str) -> None:
        parts = load.ask(view.corpus, correcting.pieces, str(facts["quote_id"]))
        now = "\n".join(" ".join(text.split()) for text in parts.text)
        st.text_area(
            "What is said, as printed",
            value=now,
            key=f"{key}words",
            help="Take words away or add those that stand beside it. A piece to a line where it is interrupted.",
        )

    def make(read: Read) -> list[Made]:
        pieces = placed(
            load.ask(view.corpus, correcting.text, str(facts["doc_id"])),
            str(read("words") or ""),
            str(facts["doc_id"]),
            near=int(facts["start"]),
        )
        return [("respan", span(facts), tuple(pieces))]

    form(view, "Boundaries…", f"respan-{facts['quote_id']}", fields, make, send="Change")


def placed(text: str, words: str, doc_id: str, *, near: int) -> list[Span]:
    """Where the pieces of a quotation stand in an article, one to a line, white space aside.

    Args:
        text: the article.
        words: the pieces.
        doc_id: the article's id.
        near: of several places, the one nearest to this offset is meant.

    Raises:
        CorrectionError: there are no words, or a piece does not stand in the article.
    """
    placed_spans = []
    for piece in filter(None, (line.split() for line in words.splitlines())):
        sought = re.compile(r"\s+".join(map(re.escape, piece)))
        spans = [match.span() for match in sought.finditer(text)]
        if not spans:
            said = " ".join(piece)
            raise CorrectionError(f"“{said[:80]}” does not stand in the article; take its words as printed.")
        start, end = min(spans, key=lambda one: abs(one[0] - near))
        placed_spans.append(Span(doc_id, start, end, text[start:end]))
        near = end
    if not placed_spans:
        raise CorrectionError("Give the words that are said.")
    return placed_spans


def _reject(view: View, facts: dict[str, Any]) -> None:
    said, key = "This is no quotation: it leaves every list and count.", f"unquote-{facts['quote_id']}"
    simple(view, "No quotation…", key, said, lambda: ("reject", span(facts), QUOTATION), send="Reject")
