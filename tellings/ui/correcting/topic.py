"""The forms of a question that several articles answer: right, none, other words, another verdict, joined, parted."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from tellings.analysis import discrepancies
from tellings.corrections import Answers, Question
from tellings.errors import CorrectionError
from tellings.ui import load
from tellings.ui.correcting.form import Made, Read, form, simple, span
from tellings.ui.corrections import may_correct
from tellings.ui.text import plain, short
from tellings.ui.view import View

_VERDICTS = {
    "conflict": "conflict: they cannot all be right",
    "compatible": "compatible: all may be right",
    "agree": "agree: all say the same",
}


def for_topic(view: View, topic: Any) -> None:
    """The forms that correct a question.

    Args:
        view: the page's view.
        topic: its row, as :func:`tellings.analysis.discrepancies.topics` gives it.
    """
    if not may_correct(view.corpus):
        return
    topic_id = str(topic["topic_id"])
    told = load.ask(view.corpus, discrepancies.spans, topic_id)
    if told.empty:
        return
    asked = Question(topic_id, span(told.iloc[0]))
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="correct-topic"):
        st.html('<p class="t-note">Correct:</p>', width="content")
        if not str(topic["method"]).startswith("correction:"):
            said = "These answers are to one question, and the verdict is right."
            simple(view, "Right…", f"confirm-{topic_id}", said, lambda: ("confirm", asked), send="Confirm")
        said = "These answers are not to one question: it leaves every list."
        simple(view, "No question…", f"dismiss-{topic_id}", said, lambda: ("dismiss", asked), send="Dismiss")
        _retitle(view, asked, str(topic["topic"]))
        _verdict(view, asked, str(topic["verdict"]))
        _join(view, asked)
        if len(told) > 1:
            _part(view, asked, told)


def _retitle(view: View, asked: Question, title: str) -> None:
    def fields(key: str) -> None:
        st.text_input("The question", value=title, key=f"{key}title", max_chars=300)

    def make(read: Read) -> list[Made]:
        words = str(read("title") or "").strip()
        if not words or words == title:
            raise CorrectionError("Put the question in other words first.")
        return [("retitle", asked, words)]

    form(view, "Words…", f"retitle-{asked.topic_id}", fields, make, send="Change")


def _verdict(view: View, asked: Question, verdict: str) -> None:
    def fields(key: str) -> None:
        st.radio(
            "Verdict",
            [one for one in _VERDICTS if one != verdict],
            key=f"{key}to",
            format_func=lambda one: _VERDICTS[one],
        )

    def make(read: Read) -> list[Made]:
        return [("verdict", asked, str(read("to")))]

    form(view, "Verdict…", f"verdict-{asked.topic_id}", fields, make, send="Change")


def _join(view: View, asked: Question) -> None:
    def fields(key: str) -> None:
        others = load.ask(view.corpus, discrepancies.others, asked.topic_id)
        known = dict(zip(others.topic_id, others.topic.map(plain), strict=True))
        st.selectbox(
            "It is the same question as",
            list(known),
            index=None,
            key=f"{key}into",
            format_func=lambda one: known.get(one, one),
            placeholder="a question",
        )

    def make(read: Read) -> list[Made]:
        told = load.ask(view.corpus, discrepancies.spans, str(read("into") or ""))
        if told.empty:
            raise CorrectionError("Choose a question first.")
        other = Question(str(read("into")), span(told.iloc[0]))
        return [("join", asked, other)]

    form(view, "Join…", f"join-{asked.topic_id}", fields, make, send="Join")


def _part(view: View, asked: Question, told: pd.DataFrame) -> None:
    def fields(key: str) -> None:
        names = [
            f"{plain(' '.join(text.split()))} · {plain(short(outlet, 44))}"
            for text, outlet in zip(told.text, told.short, strict=True)
        ]
        st.multiselect(
            "Answers to another question",
            list(range(len(told))),
            key=f"{key}some",
            format_func=lambda i: names[i],
            placeholder="answers",
        )

    def make(read: Read) -> list[Made]:
        some = list(read("some") or ())
        if not some or len(some) == len(told):
            raise CorrectionError("Choose some of the answers, not all of them.")
        left = Answers(tuple(span(told.iloc[i]) for i in some))
        return [("part", asked, left)]

    form(view, "Split…", f"part-{asked.topic_id}", fields, make, send="Split")
