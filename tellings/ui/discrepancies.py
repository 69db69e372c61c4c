"""The cards of the page *Differences*: a question, who answers what, the verdict and why."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from tellings.analysis import discrepancies
from tellings.analysis.evidence import quoted
from tellings.query.selection import select
from tellings.ui import abreast, address, evidence, filters, load, paging, reasons, show
from tellings.ui.correcting.topic import for_topic
from tellings.ui.text import articles, escape, plain, short
from tellings.ui.view import View

VIEWS = {"": "Conflicts", "compatible": "Compatible", "agree": "Agree"}
"""The views of the page by the value of `view`."""

SIZE, MOST = 8, 1000
"""Cards on a page, and questions in the table."""

_MEANING = {
    "conflict": "These cannot all be right, as far as the rules see.",
    "compatible": "Told less exactly, as the least or the most, in another unit or in other words: all may be right.",
    "agree": "Every article that answers says the same.",
}
_NOBODY_ELSE = (
    "No question of this kind is answered by two of the articles that are shown. Rules leave out what they are unsure "
    "of: read the articles side by side for the rest."
)
_NO_CONFLICT = (
    "No conflict is found between the articles that are shown; here is what else several of them answer."
)


def views(n: dict[str, int]) -> dict[str, str]:
    """The switch of the page, with how many questions each view has."""
    return {value: f"{words} · {n.get(value or 'conflict', 0):,}" for value, words in VIEWS.items()}


def narrow(view: View) -> None:
    """The filters of the page."""
    find, more = st.columns([3, 1], vertical_alignment="bottom")
    with find:
        filters.words(view, "Words in question or answer", "such as people, or 27")
    with more, filters.folded(view, "doc", "publisher"):
        filters.texts(view)


def shown(chosen: str, n: dict[str, int]) -> str:
    """The verdict that is shown: the one that the address asks for; where it asks for none and none is a conflict, the
    next of which there are questions.
    """
    return chosen or next((verdict for verdict in _MEANING if n.get(verdict)), "conflict")


def draw(view: View, verdict: str, n: dict[str, int]) -> None:
    """Show the questions of a verdict, and beside them the answers of the one that is open, in their sentences.

    Args:
        view: the page's view.
        verdict: see :func:`shown`.
        n: how many questions each verdict has.
    """
    if not n.get(verdict):
        show.note(_NOBODY_ELSE)
        return
    topics = load.ask(view.corpus, discrepancies.topics, view.filters, verdict)
    instead = verdict != (view.filters.view or "conflict")
    show.note(f"{_NO_CONFLICT} {_MEANING[verdict]}" if instead else _MEANING[verdict])
    opened = view.opened("topic")[0] or str(topics.topic_id.iloc[0])
    left, right = abreast.beside(1, 1)
    with left:
        rows = paging.rows(topics, key="topics", size=SIZE)
        told = load.ask(view.corpus, discrepancies.answers, view.filters, tuple(rows.topic_id))
        for sure, some in rows.groupby(rows.score >= discrepancies.SURE, sort=False):
            if not sure:
                show.heading("Perhaps")
            st.html("".join(_card(view, row, told, opened) for row in some.to_dict("records")))
        paging.control(topics, key="topics", size=SIZE, noun="questions")
        with st.expander(f"{paging.most(len(topics), MOST)} questions as a table"):
            _table(view, topics.head(MOST))
    with right:
        here = topics[topics.topic_id == opened]
        title = quoted(here.topic.iloc[0]) if len(here) else "What is asked"
        selection = view.selection if view.opened("topic")[0] else select("discrepancies", topic=opened)
        evidence.panel(view, title, selection=selection)
        if len(here):
            for_topic(view, here.iloc[0])


def _card(view: View, topic: Any, told: pd.DataFrame, opened: str) -> str:
    sel = select("discrepancies", topic=topic["topic_id"]).sel
    link = address.link("discrepancies", view.filters.change(sel=sel), escape(topic["topic"]))
    current = ' aria-current="true"' if topic["topic_id"] == opened else ""
    lines = "".join(
        f"<li><strong>{escape(_printed(same))}</strong> {escape(_who(same))}</li>"
        for _, same in told[told.topic_id == topic["topic_id"]].groupby("value", sort=False, dropna=False)
    )
    return (
        f'<section class="t-topic"{current}><h2 class="t-h3">{link}</h2><ul>{lines}</ul>'
        f'<p class="t-how">{escape(topic["verdict"])}: {escape(topic["reason"])} · '
        f"{escape(articles(topic['n_documents'], topic['n_tellings']))} · "
        f"{escape(reasons.question(topic['method']))}</p></section>"
    )


def _printed(same: pd.DataFrame) -> str:
    """The printed forms of one answer, each once, however capitalised."""
    forms = {form.casefold(): form for texts in reversed(same.texts.tolist()) for form in reversed(texts)}
    return ", ".join(map(quoted, reversed(forms.values())))


def _who(same: pd.DataFrame) -> str:
    """Which outlets give an answer, and whom each quotes with it."""
    said = [
        short(str(outlet), 44) + (f" ({by})" if isinstance(by, str) else "")
        for outlet, by in zip(same.outlet, same.said_by, strict=True)
    ]
    return ", ".join(dict.fromkeys(said))


def _table(view: View, found: pd.DataFrame) -> None:
    shown = pd.DataFrame(
        {
            "_topic": found.topic_id,
            "Question": found.topic.map(plain),
            "Verdict": found.verdict,
            "Why": found.reason.map(plain),
            "Kind": found.kind,
            "Answers": found.n,
            "Articles": found.n_documents,
            "Tellings": found.n_tellings,
            "Sure": found.score.round(2),
        }
    )
    show.table(
        shown,
        view,
        key="topics-table",
        alt="Questions that several articles answer",
        pick=lambda row, _: select("discrepancies", topic=row["_topic"]),
    )
