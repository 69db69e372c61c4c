"""The parts of the page *Shared text*: how many tellings there are, who has what from whom, two articles aligned."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from tellings.analysis import shared_text
from tellings.plural import several
from tellings.query.selection import Selection, select
from tellings.ui import abreast, evidence, load, paging, show
from tellings.ui.quotes import difference
from tellings.ui.text import escape, label, plain, short
from tellings.ui.view import View
from tellings.views import shared_text as drawing

SIZE, ALONE, MOST = 12, 40, 1000
"""Aligned sentences on a page, sentences that an article has alone, and passages in the table."""
_NAMED = 6
"""Articles that are named which share nothing."""
_FILL = (
    "A number says how many sentences of the row's article stand in the column's; the stronger its colour, the larger "
    "the part of the row's text that they are."
)
_PLAINLY = "word alignment", "compared word by word"
"""What a method is called in the tables, and here."""

_WORDS = "no one two three four five six seven eight nine ten eleven twelve".split()


def headline(spread: shared_text.Spread) -> str:
    """How many tellings the articles are, in words: “Five articles, three tellings”; empty where it is not known."""
    if not spread.articles:
        return ""
    said = (
        f"{_number(n)} {noun if n == 1 else noun + 's'}"
        for n, noun in ((spread.articles, "article"), (spread.tellings, "telling"))
    )
    return ", ".join(said).capitalize()


def alone(names: Sequence[str]) -> list[str]:
    """The sentence on articles without a row in the matrix; none where each has one.

    >>> alone(["AFP", "SBS News"])
    ['AFP and SBS News share no sentence with the others, and so have no row and no column.']
    """
    if not names:
        return []
    some = [*names[:_NAMED], *([f"{len(names) - _NAMED:,} more"] if len(names) > _NAMED else [])]
    said = " and ".join(filter(None, [", ".join(some[:-1]), some[-1]]))
    verbs = ("shares", "has") if len(names) == 1 else ("share", "have")
    return [f"{said} {verbs[0]} no sentence with the others, and so {verbs[1]} no row and no column."]


def _number(n: int) -> str:
    return _WORDS[n] if 0 < n < len(_WORDS) else f"{n:,}"


def _tellings(told: pd.DataFrame) -> None:
    """The headline, and which articles rest on one copy."""
    st.html(
        f'<p class="t-event">{escape(headline(shared_text.Spread(len(told), told.telling_id.nunique())))}</p>'
    )
    copied = told[told.n > 1]
    for _, group in copied.groupby("telling_id", sort=False):
        outlets = "; ".join(short(str(outlet), 60) for outlet in group.short)
        source = next((f", from {name}" for name in group.source if isinstance(name, str)), "")
        first = next(
            (f"; {name} is the earliest" for name in group[group["first"].fillna(False)].short.astype(str)),
            "",
        )
        st.html(f'<p class="t-say">One copy{escape(source)}: {escape(outlets)}{escape(first)}.</p>')
    if copied.empty:
        show.note(
            "No two articles rest mainly on one copy: for that, half of the words of each would have to stand in the "
            "other."
        )


def known(view: View) -> bool:
    """Was it looked for what the articles share? Where it was not, say so."""
    if show.failed(view, "shared text"):
        return False
    looked = len(load.ask(view.corpus, shared_text.tellings, view.filters.only())) > 0
    if not looked:
        show.note(
            "What these articles share was never looked for. Make the corpus again from its texts to know it."
        )
    return looked


def draw(view: View, told: pd.DataFrame) -> None:
    """Show which articles rest on one copy, the matrix, the passages, and two articles side by side."""
    if told.empty:
        return
    _tellings(told)
    each = load.ask(view.corpus, shared_text.sharing, view.filters)
    if each.empty:
        show.note("No sentence stands in two of the articles that are shown.")
        return
    n = int(each.n.sum())
    doc, other = view.opened("doc", "other")
    pair = (doc, other) if doc and other else (str(each.doc_id[0]), str(each.other[0]))
    left, right = abreast.beside(1, 1)
    with left:
        sharing = told[told.doc_id.isin(each.doc_id)].head(drawing.MOST)
        cells = load.ask(view.corpus, shared_text.matrix, view.filters, tuple(sharing.doc_id))
        look = view.look(
            view.source(n, "shared sentences"), *pair, title="Sentences of the row in the column"
        )
        figure = view.keep("matrix", lambda: drawing.figure(sharing, cells, look=look), pair)
        alt = "How many sentences of each article stand in each other"
        articles = show.to_articles(view, sharing.doc_id)
        heads = {"xaxis": articles, "yaxis": articles}
        notes = [_FILL, *alone(told[~told.doc_id.isin(each.doc_id)].short.astype(str).tolist())]
        show.chart(figure, view, key="matrix", n=n, alt=alt, pick=_opened, heads=heads, notes=notes)
        show.unseen(" ".join(notes))
        _passages(view)
    with right:
        if view.opened("passage")[0]:
            evidence.panel(view, "One passage")
        else:
            _side_by_side(view, told, *pair)


def _opened(point: list[str]) -> Selection:
    return select("shared", doc=point[0], other=point[1])


def _passages(view: View) -> None:
    some = load.ask(view.corpus, shared_text.passages, view.filters, most=MOST)
    with st.expander(f"{paging.most(int(some.n_passages.max()), MOST)} passages as a table"):
        shown = pd.DataFrame(
            {
                "_passage": some.group_id,
                "Passage": some.text.map(plain),
                "Articles": some.n_documents,
                "Sentences": some.n,
                "Kind": some.kinds,
            }
        )
        show.table(
            shown,
            view,
            key="passages",
            alt="Passages that several articles have",
            pick=lambda row, _: select("shared", passage=row["_passage"]),
        )


def _side_by_side(view: View, told: pd.DataFrame, doc: str, other: str) -> None:
    """What two articles share, aligned, and what the first adds on its own."""
    names = dict(zip(told.doc_id, told.short.astype(str), strict=True))
    pairs = load.ask(view.corpus, shared_text.aligned, doc, other)
    one, another = names.get(doc, doc), names.get(other, other)
    show.heading(f"{several(len(pairs), 'sentence')} of {one} in {another}")
    show.note("Underlined: only on this side, or changed; dotted: in another place.")
    for row in paging.rows(pairs, key="aligned", size=SIZE).itertuples():
        how = f"{row.kind}, {row.similarity:.0%} of the words in one order · {str(row.method).replace(*_PLAINLY)}"
        st.html(
            difference.aligned(str(row.text), str(row.other_text)) + f'<p class="t-how">{escape(how)}</p>'
        )
    paging.control(pairs, key="aligned", size=SIZE, noun="sentences")
    own = load.ask(view.corpus, shared_text.own, doc)
    if len(own):
        with st.expander(label(f"What {one} has alone: {several(len(own), 'sentence')}")):
            alone = (" ".join(text.split()) for text in paging.rows(own, key="alone", size=ALONE).text)
            st.html("".join(f'<p class="t-passage">{escape(text)}</p>' for text in alone))
            paging.control(own, key="alone", size=ALONE, noun="sentences")
    if view.selection is not None:
        evidence.panel(view, f"{one}, also in {another}")
