"""Parts of the corpus that have a name, at the side of every page: chosen, made of what is filtered, forgotten."""

from __future__ import annotations

import streamlit as st

from tellings.query.filters import MAX_LENGTH, Filters, parse_query
from tellings.query.parts import PARTS
from tellings.ui import address, registry, state
from tellings.ui.text import escape

MOST = 20
"""Parts that have a name, or are compared, at most."""
_NAME = "part-name"
_MADE_OF = {
    "doc": "articles", "publisher": "outlets", "date": "dates", "once": "tellings", "when": "the time spoken of",
    "speaker": "who speaks", "side": "for whom they speak", "anonymous": "whether sources are named",
    "kind": "what is quoted and what is not",
}  # fmt: skip
"""The filters that make a part, and what each tells apart."""


def made(chosen: Filters) -> Filters:
    """The part that filters make, without what is looked for there."""
    kind = tuple(kind for kind in chosen.kind if kind in PARTS)
    return Filters(**{name: getattr(chosen.change(kind=kind), name) for name in _MADE_OF})


def named(chosen: Filters) -> list[tuple[str, Filters]]:
    """The parts that have a name in an address."""
    values = (value.partition("?") for value in chosen.sub[:MOST])
    return [(name, made(parse_query(query)[0])) for name, _, query in values]


def switch(page: str, filters: Filters) -> None:
    """The parts by name, each a way into it on this page, and a field that gives what is filtered a name."""
    some, own = named(filters), made(filters)
    if not some and not own.active:
        return
    reads = {*registry.entry(page).reads, "once"} - (set() if page == "search" else {"kind"})
    st.html('<p class="t-section">Parts of the corpus</p>')
    if own.active and some:
        _way("The whole corpus", page, filters.only("q", "view", "sort", "sub"), here=False)
    for at, (name, part) in enumerate(some):
        told = [key for key in part.active if key in reads]
        there = filters.only("q", "view", "sort", "sub").change(**{key: getattr(part, key) for key in told})
        here = bool(told) and made(there) == own
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"part-{at}"):
            _way(name, page, there, here=here)
            st.button("Forget", key=f"part-out-{at}", type="tertiary", on_click=_forget, args=(at,))
        lost = [_MADE_OF[key] for key in part.active if key not in told]
        if lost and (here or not told):
            st.html(f'<p class="t-note">This page does not tell apart {escape(", ".join(lost))}.</p>')
    if own.active and own not in [part for _, part in some]:
        with st.popover("Name this part"):
            st.text_input(
                "A name for what is filtered",
                key=_NAME,
                placeholder="Kyiv’s words",
                max_chars=40,
                on_change=_keep,
            )
            st.button("Keep it", key="part-keep", on_click=_keep)


def _way(name: str, page: str, there: Filters, *, here: bool) -> None:
    current = ' aria-current="true"' if here else ""
    st.html(
        f'<a class="t-part" href="{escape(address.href(page, there))}" target="_self"{current}>{escape(name)}</a>',
        width="content",
    )


def _keep() -> None:
    current, _ = address.read()
    name = str(state.get(_NAME) or "").replace("?", " ").strip()
    value = f"{name}?{made(current).query}"
    if not name:
        return
    if len(value) > MAX_LENGTH or len(current.sub) >= MOST:
        said = f"“{name}” is made of too many filters to be kept by name; choose fewer articles or speakers."
        state.refuse(said if len(current.sub) < MOST else f"{MOST} parts have a name; forget one first.")
        return
    address.write(
        current.change(sub=(*(one for one in current.sub if not one.startswith(f"{name}?")), value))
    )


def _forget(at: int) -> None:
    current, _ = address.read()
    address.write(current.change(sub=(*current.sub[:at], *current.sub[at + 1 :])))
