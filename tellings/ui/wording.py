"""The parts of the page *Wording*: one thing and its words, words in one place of a sentence, key words."""

from __future__ import annotations

from collections.abc import Container
from typing import Any

import pandas as pd
import streamlit as st

from tellings.analysis import evidence as counted
from tellings.analysis import roles, spellings, wording
from tellings.analysis.evidence import quoted
from tellings.plural import several
from tellings.query.filters import Filters
from tellings.query.seen import folded
from tellings.query.selection import Selection, select
from tellings.ui import abreast, address, evidence, filters, glossary, load, paging, show, word_choice
from tellings.ui.quotes import cues
from tellings.ui.quotes.controls import ORDERS
from tellings.ui.text import definitions, escape, plain, short
from tellings.ui.view import View
from tellings.views import spellings as drawing

VIEWS = {
    "": "One thing, its words",
    "called": "In the same place",
    "verbs": "Verbs, by whose speech",
    "key": "Key words",
}
"""The views of the page by the value of `view`."""
SIZE, COLUMNS, MOST, THINGS = 20, 12, 2000, 500
"""Rows and outlets on a page, rows of a table, things to choose from."""
CHOSEN = ("entity", "speaker")
"""Parameters that choose what is shown and leave no article out."""


def narrow(view: View, chosen: str) -> None:
    """The filters of a view."""
    left, right = abreast.controls(8, 3)
    with left:
        if chosen == "verbs":
            filters.speakers(view, "Speaker")
        elif chosen:
            show.note(_MEANING[chosen])
        else:
            _thing(view)
    with right, filters.folded(view, "doc", "publisher"):
        filters.texts(view)


_MEANING = {
    "called": "Where two articles have one sentence in other words, the words that stand for each other.",
    "key": "The words that each article has more often than all the others together.",
}


def asked(view: View) -> Filters:
    """The filters with which words for things are counted: names, roles and words for a people."""
    return view.filters.change(kind=wording.FORMS, entity=(), view="", sort="")


def _thing(view: View) -> None:
    things = load.ask(view.corpus, wording.named, asked(view)).head(THINGS)
    said = {
        entity: f"{plain(name)} · {several(n, 'form')}"
        for entity, name, n in zip(things.entity_id, things.name, things.n_forms, strict=True)
    }
    for chosen in view.filters.entity[:1]:
        said.setdefault(chosen, plain(filters.name_of(view, chosen)))
    if said:
        filters.select(view, "entity", "Thing", said)


def draw(view: View, chosen: str) -> None:
    """Show a view."""
    if chosen == "verbs":
        filters.one(view, "sort", "Order", ORDERS["cues"], titled=False)
        n = load.ask(view.corpus, counted.count, view.filters, select("quotations"))
        if n:
            cues.draw(view, n)
        else:
            show.nothing(view, "Nobody is quoted here.")
    else:
        {"": _names, "called": _called, "key": _key}[chosen](view)


def _names(view: View) -> None:
    """How each outlet names one thing, and what it prints beside the name."""
    things = load.ask(view.corpus, wording.named, asked(view))
    if things.empty and not view.filters.entity:
        show.note("Nothing is named by two outlets: there are no words to compare.")
        return
    entity = view.filters.entity[0] if view.filters.entity else str(things.entity_id.iloc[0])
    own = asked(view).change(entity=(entity,))
    printed = load.ask(view.corpus, spellings.forms, own)
    if printed.empty:
        show.note("This is not named in the articles that are shown.")
        return
    cells = load.ask(view.corpus, spellings.cells, own, (entity,))
    names = filters.outlet_names(filters.shown_documents(view))
    outlets = pd.Series(names)
    columns = {outlet: names[outlet] for outlet in paging.rows(outlets, key="outlets", size=COLUMNS).index}
    rows = paging.rows(printed, key="forms", size=SIZE)
    n = int(printed.n.sum())
    name = str(printed.name.iloc[0])
    with evidence.beside(
        view, (6, 5), lambda: view.opened("text")[0] or view.opened("role")[0] or name, filters=own
    ):
        figure = view.keep(
            "words",
            lambda: drawing.figure(
                rows,
                cells,
                columns,
                look=view.look(
                    view.source(n, "mentions"),
                    *view.opened("entity", "text", "publisher"),
                    title="What each outlet calls it",
                ),
            ),
            entity,
            int(rows.index[0]),
            next(iter(columns)),
        )
        alt = f"Words for {name}, by outlet"
        heads = {"xaxis": ["", *show.to_outlets(view, columns)]}
        show.chart(figure, view, key="words", n=n, alt=alt, pick=lambda point: _said(*point), heads=heads)
        with st.container(horizontal=True, gap="large"):
            paging.control(printed, key="forms", size=SIZE, noun="forms")
            paging.control(outlets, key="outlets", size=COLUMNS, noun="outlets")
        show.note(
            "Names, roles (the president) and words for a people (Ukrainian); filled by the share of the outlet’s "
            "words for the thing. Pronouns are left out."
        )
        _beside_it(view, own, entity, columns)
    with st.expander(f"{paging.most(len(printed), MOST)} as a table"):
        table = pd.DataFrame(
            {
                "_text": printed.text,
                "Printed as": printed.text.map(plain),
                "Times": printed.n,
                "Outlets": printed.n_outlets,
            }
        )
        show.table(
            table, view, key="words-table", alt=alt, pick=lambda row, _: _said(entity, row["_text"], "")
        )


def _said(entity: str, text: str, outlet: str) -> Selection:
    return select("mentions", entity=entity, text=text, **({"publisher": outlet} if outlet else {}))


def _beside_it(view: View, own: Filters, entity: str, outlets: dict[str, str]) -> None:
    """What each outlet prints beside the name: titles and roles, with how often."""
    lines = []
    for outlet, name in outlets.items():
        one = own.change(publisher=(outlet,), kind=())
        printed = load.ask(view.corpus, roles.roles, one, entity, limit=6)
        printed = list(dict.fromkeys([*load.ask(view.corpus, wording.honorifics, one, entity), *printed]))
        counts = load.ask(view.corpus, roles.counted, one, entity, tuple(printed)) if printed else {}
        links = []
        for role, n in counts.items():
            sel = select("mentions", entity=entity, role=role, publisher=outlet, form="name").sel
            there = view.filters.change(entity=(entity,), sel=sel)
            links.append(f"{address.link('wording', there, escape(role))} {n:,}")
        if links:
            lines.append((short(name, 30), " · ".join(links)))
    if lines:
        show.heading("Printed beside the name")
        st.html(definitions(lines))


def _called(view: View) -> None:
    """Words that stand for each other in sentences that two articles have in other words."""
    swaps = load.ask(view.corpus, wording.swaps, view.filters)
    if swaps.empty:
        show.note("No sentence that two articles share has another word in the same place.")
        return
    looked = load.ask(view.corpus, wording.n_edited, view.filters)
    if looked > wording.MOST:
        show.note(
            f"The first {wording.MOST:,} of {looked:,} shared sentences are looked at: choose articles for the others."
        )
    names = filters.article_names(view)
    pairs = swaps.drop_duplicates("pair").pair
    shown = set(paging.rows(pairs.reset_index(drop=True), key="pairs", size=SIZE))
    with evidence.beside(view, (5, 6), lambda: "The sentences"):
        show.heading(f"{several(len(pairs), 'pair')} of words")
        lines = [
            _pair(view, str(pair), some, names)
            for pair, some in swaps[swaps.pair.isin(shown)].groupby("pair", sort=False)
        ]
        st.html(definitions(lines, "t-pairs"))
        paging.control(pairs, key="pairs", size=SIZE, noun="pairs")
        show.note(
            "Each line opens the sentence in all articles that have it. What is one word in another form or spelling "
            "is left out: see the other views."
        )
    with st.expander(f"{paging.most(len(swaps), MOST)} as a table"):
        some = swaps.head(MOST)
        table = pd.DataFrame(
            {
                "_group": some.group_id,
                "Pair": some.pair.map(plain),
                "Article": some.doc_id.map(names).map(plain),
                "has": some.text.map(plain),
                "where": some.other.map(names).map(plain),
                "has it as": some.other_text.map(plain),
            }
        )
        show.table(
            table,
            view,
            key="swaps",
            alt="Words that stand for each other",
            pick=lambda row, _: select("shared", passage=row["_group"]),
        )


def _pair(view: View, pair: str, some: pd.DataFrame, names: dict[str, str]) -> tuple[str, str]:
    lines = []
    row: Any
    for row in (
        some.drop_duplicates(["doc_id", "other", "text", "other_text", "group_id"]).head(12).itertuples()
    ):
        sel = select("shared", passage=row.group_id).sel
        one, other = (escape(short(str(names.get(doc, doc)), 36)) for doc in (row.doc_id, row.other))
        said = f"{one}: {escape(quoted(row.text))}; {other}: {escape(quoted(row.other_text))}"
        lines.append(address.link("wording", view.filters.change(sel=sel), said))
    return pair, "<br>".join(lines)


def _key(view: View) -> None:
    """The key words of each article against all others."""
    documents = filters.shown_documents(view)
    if len(documents) < 2:
        show.note("There is one article: there are no others to compare its words with.")
        return
    some = paging.rows(documents, key="articles", size=COLUMNS)
    key_words = load.ask(view.corpus, wording.key_words, view.filters, tuple(some.doc_id))
    names = filters.article_names(view)
    meant = glossary.term("keyness")
    st.html(
        f'<p class="t-note">{meant}: G² above {wording.LEAST}, twice or more. A word opens its lines.</p>'
    )
    joined = word_choice.in_compounds(view, "words")
    lines = []
    for doc in some.doc_id:
        words = key_words[key_words.doc_id == doc]
        links = [_key_word(view, doc, row, joined) for row in words.to_dict("records")] or ["none"]
        lines.append((short(str(names.get(doc, doc)), 60), " · ".join(links)))
    st.html(definitions(lines))
    paging.control(documents, key="articles", size=COLUMNS, noun="articles")
    if key_words.empty:
        return
    with st.expander("All as a table"):
        table = pd.DataFrame(
            {
                "Article": key_words.doc_id.map(names).map(plain),
                "Word": key_words.printed.map(plain),
                "Here": key_words.n,
                "In the others": key_words.n_reference,
                "G²": key_words.g2.round(1),
                "Log ratio": key_words.log_ratio.round(1),
            }
        )
        show.table(table, view, key="key-words", alt="Key words of each article")
    show.source(view, len(key_words), "words")


def _key_word(view: View, doc: str, row: dict[Any, Any], joined: Container[str]) -> str:
    asked = word_choice.written(folded(str(row["word"])), "words", joined)
    lines = view.filters.only().change(doc=(doc,), view="lines", q=asked)
    return f"{address.link('search', lines, escape(str(row['printed'])))} {row['n']:,}"
