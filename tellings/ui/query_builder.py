"""The language of queries on the page: how it is written, a form that writes it, and what is wrong in one, where."""

from __future__ import annotations

import streamlit as st

from tellings import schema
from tellings.query.pattern import POS, PatternError
from tellings.ui import address, state
from tellings.ui.text import escape

HELP = """
| Write | to find |
| --- | --- |
| `talks` | the word, in capitals or not |
| `threat*` · `?ar` | any letters · one letter |
| `war\\|conflict` | one or the other |
| `"Round of talks"` | exactly these words, with their capitals |
| `lemma:threaten` · `lemma:warn\\|threat*` | every form of the word · of either |
| `pos:VERB` · `pos:NOUN\\|PROPN` | a part of speech · one or the other |
| `[person] said` | a name of a person, organisation, country, region, city … |
| `[Vladimir Putin]` · `[person\\|city]` | whatever that entity is called · either kind, or either name |
| `{2}` · `{0,3}` | so many words between |
| `talks {~4} Sumy` | at most four words between, whichever comes first |
| `/cease.?fire/` | a regular expression for a whole word, with its hyphens (RE2) |
"""
EXAMPLES = ("lemma:threaten", "[person] said", "cease*|truce", "pos:ADJ talks", "[country] {0,3} lemma:agree")
KINDS = {
    "": "nothing",
    "word": "the word",
    "lemma": "any form of",
    "exact": "exactly",
    "pos": "a part of speech",
    "type": "a name of a",
    "entity": "the entity called",
}
"""What a place of a query may be, for people."""
_PLACES, _ASKED = 3, "build-asked"
_BETWEEN = {
    0: "nothing",
    1: "at most 1 word",
    2: "at most 2 words",
    3: "at most 3 words",
    5: "at most 5 words",
}


def compose(places: list[tuple[str, str, int]]) -> str:
    """A query.

    Args:
        places: for each place what it is, a key of :data:`KINDS`; its value; and how many words may stand before it.

    >>> compose([("type", "person", 0), ("lemma", "threaten", 2)])
    '[person] {0,2} lemma:threaten'
    """
    said: list[str] = []
    for kind, value, between in places:
        value = " ".join(value.split())
        if not kind or not value:
            continue
        if said and between:
            said.append(f"{{0,{between}}}")
        bare = value.strip('"“”„[]{}/')
        said.append(
            {
                "word": bare,
                "lemma": f"lemma:{bare.partition(' ')[0].lower()}",
                "exact": f'"{bare}"',
                "pos": f"pos:{bare}",
                "type": f"[{bare}]",
                "entity": f"[{bare}]",
            }[kind]
        )
    return " ".join(said)


def told() -> None:
    """The language, folded away, with examples."""
    with st.expander("How to ask for words, names and patterns"):
        st.markdown(HELP)
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.html('<p class="t-note">Try:</p>', width="content")
            for one in EXAMPLES:
                st.button(one, key=f"example-{one}", type="tertiary", on_click=_ask, args=(one,))


def form() -> None:
    """The form that writes a query."""
    with st.popover("Build a query", width="stretch", key=f"build-{state.get(_ASKED, 0)}"):
        for at in range(_PLACES):
            _place(at)
        st.button("Look for it", key="build-ask", type="primary", on_click=_build)


def _place(at: int) -> None:
    """One place of the query: what it is, its value, and the words between it and the one before."""
    if at:
        st.selectbox(
            "Between, any words", list(_BETWEEN), format_func=_BETWEEN.__getitem__, key=f"build-between-{at}"
        )
    what, value = st.columns(2)
    kinds = list(KINDS) if at else list(KINDS)[1:]
    kind = what.selectbox(
        "Look for" if not at else "then for", kinds, format_func=KINDS.__getitem__, key=f"build-kind-{at}"
    )
    listed = {"pos": POS, "type": schema.TYPES}.get(kind)
    if listed:
        value.selectbox("which", listed, key=f"build-{kind}-{at}")
    elif kind:
        value.text_input("which", key=f"build-value-{at}", max_chars=100)


def _build() -> None:
    places = []
    for at in range(_PLACES):
        kind = str(state.get(f"build-kind-{at}") or "")
        value = state.get(f"build-{kind}-{at}") if kind in ("pos", "type") else state.get(f"build-value-{at}")
        places.append((kind, str(value or ""), int(state.get(f"build-between-{at}") or 0)))
    query = compose(places)
    if query:
        state.put(_ASKED, state.get(_ASKED, 0) + 1)  # the form closes, and what was found is seen
        _ask(query)


def _ask(query: str) -> None:
    current, _ = address.read()
    view = current.view if current.view not in ("", "words", "key", "parts") else "lines"
    address.change(q=query, view=view, sort="", lines=())


def wrong(query: str, err: PatternError) -> None:
    """Say that a query cannot be read, why, and show where."""
    at = min(max(err.at, 0), len(query))
    place = query[at : at + 1] or " "
    shown = f"{escape(query[:at][-80:])}<mark>{escape(place)}</mark>{escape(query[at + 1 :][:80])}"
    st.html(
        f'<p class="t-note" role="alert">⚠ This query cannot be read: {escape(str(err))}.</p>'
        f'<p class="t-wrong"><code>{shown}</code></p>'
    )
