"""The controls that filter a page, and the line that says in words what is filtered. Controls write the address."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from tellings import plural
from tellings.analysis import known
from tellings.analysis.speakers import speakers as those_quoted
from tellings.query.filters import Filters
from tellings.query.sql import UNKNOWN, UNTRACED
from tellings.ui import abreast, address, glossary, load, state
from tellings.ui.text import country_name, escape, plain
from tellings.ui.view import View
from tellings.views.names import told_apart


def many(
    view: View,
    name: str,
    label: str,
    options: Sequence[str],
    say: Callable[[str], str] = str,
    *,
    more: str = "",
) -> None:
    """A control for a parameter that takes several values. Where others than the options may be typed, `more` is what
    stands in it as long as there is none.
    """
    chosen = list(getattr(view.filters, name))
    _widget(name, chosen)
    st.multiselect(
        label,
        list(dict.fromkeys([*options, *chosen])),
        format_func=say,
        key=_key(name),
        on_change=_write,
        args=(name,),
        placeholder=more or "all",
        accept_new_options=bool(more),
    )


def one(view: View, name: str, label: str, options: Mapping[str, str], *, titled: bool = True) -> None:
    """A control for a parameter that takes one value; the first option is the default, left out of the address.

    Args:
        view: the page's view.
        name: the parameter.
        label: what it is called.
        options: its values, each in words.
        titled: is the label seen? Screen readers say it in any case.
    """
    shown = _options(view, name, options)
    st.segmented_control(label, **shown, label_visibility="visible" if titled else "collapsed")


def select(view: View, name: str, label: str, options: Mapping[str, str]) -> None:
    """The same as a list that opens, where a row of buttons would be too long."""
    st.selectbox(label, **_options(view, name, options))


def _options(view: View, name: str, options: Mapping[str, str]) -> dict[str, Any]:
    """What a control that takes one of these values is made of; the one that the address says is chosen in it."""
    default = next(iter(options))
    now = getattr(view.filters, name)
    now = (now[0] if now else "") if isinstance(now, tuple) else now
    _widget(name, now if now in options else default)
    return {
        "options": list(options), "format_func": options.__getitem__,
        "key": _key(name), "on_change": _write, "args": (name, default),
    }  # fmt: skip


def switch(view: View, views: Mapping[str, str]) -> str:
    """The switch between the views of a page: the value of the one that is shown."""
    one(view, "view", "View", views, titled=False)
    return view.filters.view if view.filters.view in views else ""


def words(view: View, label: str, placeholder: str) -> None:
    """A field for free text (`q`)."""
    _widget("q", view.filters.q)
    st.text_input(label, key=_key("q"), on_change=_write, args=("q",), placeholder=placeholder, max_chars=300)


OFFERED = 1_000
"""So many articles, publishers and speakers are offered by a control at most: each that is offered is sent."""


def texts(view: View) -> None:
    """The controls that every page has: articles and publishers. Unknown publishers stand for themselves."""
    documents = load.ask(view.corpus, known.documents)
    labels = article_names(view)
    some = documents
    if len(documents) > OFFERED and view.filters.publisher:
        some = documents[documents.outlet.isin(view.filters.publisher)]
    many(view, "doc", "Article", list(some.doc_id.head(OFFERED)), lambda doc: str(labels.get(doc, doc)))
    if len(some) > OFFERED:
        said = f"The first {OFFERED:,} of {len(some):,} by date; those of a publisher where one is chosen."
        st.html(f'<p class="t-note">{said}</p>')
    outlets = outlet_names(documents)
    many(view, "publisher", "Publisher", list(outlets)[:OFFERED], lambda outlet: outlets.get(outlet, outlet))


def folded(view: View, *names: str) -> DeltaGenerator:
    """Where a page's lesser filters are folded away; it says how many of those named are set."""
    n = sum(name in view.filters.active for name in names)
    return st.popover(f"More filters · {n} set" if n else "More filters", width="stretch")


def article_names(view: View) -> dict[str, str]:
    """What each article is called, by its id; nobody may change it."""
    documents = load.ask(view.corpus, known.documents)
    return load.keep(
        view.corpus, ("article names",), lambda: dict(zip(documents.doc_id, documents.short, strict=True))
    )


def outlet_names(documents: pd.DataFrame) -> dict[str, str]:
    """Outlets by the value of `publisher` in addresses: what a reader calls each; the unknown stand for themselves."""
    named = documents.drop_duplicates("outlet")
    return dict(zip(named.outlet, named.outlet_label, strict=True))


FORMS = {
    "name": "names",
    "demonym": "words for a people (demonyms: Ukrainian)",
    "nominal": "roles and nouns (the minister)",
    "pronoun": "pronouns (he)",
}
"""Forms of mentions, for people."""


def shown_documents(view: View) -> pd.DataFrame:
    """The articles that the filters let through, as `known.documents` gives them."""
    documents = load.ask(view.corpus, known.documents)
    if view.filters.doc:
        documents = documents[documents.doc_id.isin(view.filters.doc)]
    elif view.filters.once:
        documents = documents[documents.fullest]
    if view.filters.publisher:
        documents = documents[documents.outlet.isin(view.filters.publisher)]
    return documents


def summary(view: View, shown: int, total: int, noun: str, *, without: Sequence[str] = ()) -> None:
    """Say what is filtered and how much of it is left, with a way to clear; where nothing is left, which to loosen.

    Args:
        view: the page's view.
        shown: how many are left.
        total: how many there are.
        noun: what is counted.
        without: parameters that do not filter this page.
    """
    active = [name for name in view.filters.active if name in _SAID and name not in without]
    parts = said(view, without=without)
    many = noun if " and " in noun or "," in noun else plural.noun(total, noun)
    count = f"<strong>{shown:,} of {total:,}</strong> {escape(many)} shown"
    if not active:
        st.html(f'<p class="t-shown">{count}.</p>')
        return
    text, button = st.columns([4, 1.5], vertical_alignment="center")
    text.html(f'<p class="t-shown">{count}, {escape("; ".join(parts))}.</p>')
    button.button(
        "Clear filters",
        key="clear",
        on_click=address.clear,
        type="tertiary",
        icon=":material/filter_alt_off:",
    )
    if not shown:
        loosen = ", ".join(_NOUN.get(name, name) for name in active)
        st.html(f'<p class="t-note">{escape(f"Nothing is left. Loosen a filter: {loosen}.")}</p>')


def said(view: View, *, without: Sequence[str] = ()) -> list[str]:
    """What is filtered, in words; those parameters left out that do not filter the page."""
    words = {**_SAID, "side": "of"} if view.page == "entities" else _SAID
    return [
        f"{words[name]} {_values(view, name)}".strip()
        for name in view.filters.active
        if name in words and name not in without
    ]


def ordered(view: View, shown: int, total: int, noun: str, orders: Mapping[str, str] | None) -> None:
    """The :func:`summary`, and beside it the orders in which what is shown can stand, where there are several."""
    if not orders or not shown:
        summary(view, shown, total, noun)
        return
    said, order = abreast.controls(11, 10, key="ordered")
    with said:
        summary(view, shown, total, noun)
    with order, st.container(horizontal_alignment="right"):
        one(view, "sort", "Order", orders, titled=False)


_SAID = {
    "doc": "in the article",
    "publisher": "published by",
    "entity": "of",
    "type": "of type",
    "place": "at",
    "use": "used as",
    "speaker": "by",
    "side": "by speakers for",
    "kind": "",
    "cue": "with the word of saying",
    "anonymous": "",
    "cluster": "",
    "date": "published",
    "when": "in sentences that speak of",
    "q": "with the words",
    "once": "",
}
PARTS = {
    "quotations": "in what is quoted",
    "narration": "in the articles’ own words",
    "own": "in the articles’ own words without words of saying",
    "cue": "in words of saying",
    "headline": "in headlines",
}
"""Parts of the texts that a search looks at, as `kind` names them, for people."""
_NOUN = {
    "doc": "article",
    "q": "words",
    "anonymous": "anonymous or named",
    "side": "side",
    "date": "date of publication",
    "when": "time spoken of",
    "once": "tellings counted once",
}


def _values(view: View, name: str) -> str:
    value = getattr(view.filters, name)
    if name == "anonymous":
        return "unnamed (anonymous) sources only" if value == "yes" else "without unnamed (anonymous) sources"
    if name == "cluster":
        return "told by several articles" if value == "yes" else "of one thing said"
    if name == "date":
        first, last = value.split("..")
        return (
            " ".join(part for part in (first and f"from {first}", last and f"to {last}") if part) or "any day"
        )
    if name == "once":
        return "of articles that rest on one copy only the fullest (tellings counted once)"
    if name == "q":
        return f"“{value}”"
    say: dict[str, str] = {}
    if name == "kind":
        say = {one: PARTS.get(one) or glossary.words(one) for one in value}
    if name in ("entity", "speaker"):
        say = {entity: name_of(view, entity) for entity in value}
    elif name == "side":
        say = {code: country_name(code) for code in value}
    elif name == "doc":
        say = article_names(view)
    elif name == "publisher":
        say = outlet_names(load.ask(view.corpus, known.documents))
    return " or ".join(say.get(one, one) for one in value)


def name_of(view: View, entity: str) -> str:
    """The name of an entity by its id, or what `unknown` stands for; the id where there is no such entity."""
    if entity == UNKNOWN:
        return UNTRACED
    apart = load.namesakes_of(view.corpus)
    return apart.get(entity) or load.ask(view.corpus, known.name, entity) or entity


def entities(view: View, label: str) -> None:
    """A control for `entity`: those named most; places of one name are told apart by their types."""
    most = load.ask(view.corpus, known.entities)
    repeated = most.name.duplicated(keep=False)
    said = most.name.map(plain).where(~repeated, most.name.map(plain) + ", " + most.type)
    names = dict(zip(most.entity_id, said, strict=True))
    many(view, "entity", label, list(names), lambda entity: names.get(entity) or plain(name_of(view, entity)))


def speakers(view: View, label: str) -> None:
    """A control for `speaker`: those who are quoted most in the corpus, the most quoted first."""
    quoted = load.ask(view.corpus, those_quoted, Filters()).head(OFFERED)
    named = quoted.dropna(subset="name")
    names = dict(zip(named.speaker, told_apart(named.speaker, named.name, named.type), strict=True))
    many(
        view, "speaker", label, list(quoted.speaker), lambda one: plain(names.get(one) or name_of(view, one))
    )


def _key(name: str) -> str:
    return f"filter-{name}"


def _widget(name: str, value: object) -> None:
    state.put(_key(name), value)


def _write(name: str, default: str = "") -> None:
    value = state.get(_key(name))
    if isinstance(value, list):
        address.change(**{name: value})
        return
    also = {"sort": ""} if name == "view" else {}
    said = "" if value in (None, default) else str(value)
    current, _ = address.read()
    address.change(
        **{name: ((said,) if said else ()) if isinstance(getattr(current, name), tuple) else said, **also}
    )
