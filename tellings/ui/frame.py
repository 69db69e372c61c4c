"""The frame around every page: the address, the corpus, the navigation; and the way into it from a cold server."""

from __future__ import annotations

import runpy
from typing import Any

import streamlit as st

from tellings import plural, settings
from tellings.analysis import known
from tellings.errors import TellingsError
from tellings.query.filters import Filters
from tellings.query.selection import parse as parse_selection
from tellings.store import intact
from tellings.store.corpus import Corpus
from tellings.ui import (
    address,
    corrections,
    frame_component,
    load,
    once,
    parts,
    patience,
    recorded,
    registry,
    state,
    style,
    tour,
)
from tellings.ui.text import escape, label
from tellings.ui.view import View


def run() -> None:
    """What `app.py` does: frame the page that the address names, and run it."""
    st.set_page_config(page_title="Tellings", page_icon="📰", layout="wide", initial_sidebar_state="auto")
    page = st.navigation(_pages(), position="hidden")
    state.frame()
    filters, _ = address.read()
    style.apply(large=filters.size == "large")
    with st.sidebar:
        _navigation(filters, home=page.url_path == "", searching=page.url_path == "search")
        corpus = filters.corpus or next(iter(load.names()), "")
        frame_component.mount(corpus, large=filters.size == "large")
    try:
        with recorded.drawing():
            page.run()
    except TellingsError as err:  # a table is damaged, or the corpus was built again meanwhile
        stop("This page cannot be shown whole.", str(err))


def _pages() -> list[st.Page]:
    pages = [st.Page(_home, title="Tellings", url_path="home", default=True)]
    root = settings.ROOT
    return pages + [
        st.Page(root / entry.path, title=entry.title, url_path=entry.name) for entry in registry.PAGES
    ]


def _home() -> None:
    runpy.run_path(str(settings.ROOT / registry.PAGES[0].path))


def _navigation(filters: Filters, *, home: bool, searching: bool) -> None:
    """The sidebar. Streamlit marks the page that is open, but not the first where the address names none (`home`)."""
    st.html('<p class="t-masthead">Tellings</p><p class="t-motto">One event, every telling.</p>')
    names = load.names()
    if len(names) > 1:
        chosen = filters.corpus or names[0]
        state.put("corpus", chosen if chosen in names else None)
        titles = load.titles()
        st.selectbox(
            "Corpus",
            names,
            key="corpus",
            format_func=lambda name: titles.get(name, name),
            on_change=_switch,
            placeholder="Choose a corpus",
        )
    state.put("find", filters.q if searching else "")
    st.text_input(
        "Search everything", key="find", on_change=_find, placeholder="names, places, words", max_chars=300
    )
    section = ""
    for entry in registry.PAGES:
        if entry.section != section:
            section = entry.section
            st.html(f'<p class="t-section">{section}</p>')
        with st.container(key="nav-home" if home and entry == registry.PAGES[0] else None):
            # What the search asks for is no filter elsewhere.
            link(
                entry.name,
                entry.title,
                filters.change(q="") if searching and entry.name == "export" else filters,
            )
    round_it = escape(address.href("overview", filters.only().change(tour="1")))
    st.html('<p class="t-section">This view</p>')
    _report(filters)
    st.html(f'{_VIEW}<a class="t-plain" href="{round_it}">New here? Take the tour</a>')
    state.put("size", filters.size == "large")
    st.toggle(
        "Larger", key="size", on_change=_resize, help="Type and charts to be read from the back of a room"
    )
    st.html('<p class="t-section">Charts are saved as</p>')
    st.segmented_control(
        "Charts are saved as", state.PICTURES, key=state.PICTURE, default=state.PICTURES[0],
        label_visibility="collapsed",
        help="PNG, 1,920 pixels wide, as on the page, or twice that; or SVG",
    )  # fmt: skip


_VIEW = """<button type="button" class="t-plain t-share">Copy its address</button><p class="t-note" role="status"></p>
<button type="button" class="t-plain t-keys-list">Keys (?)</button>"""
"""What `frame_component.js` does for a view."""


def _report(filters: Filters) -> None:
    """The button that adds the view to the report, and how many views that has."""
    st.button(
        "Add to report",
        key="add-to-report",
        icon=":material/note_add:",
        type="tertiary",
        on_click=recorded.add,
        help="Keep what this page shows, with its sentences, for one file that is taken away at Take away",
    )
    corpus = filters.corpus or next(iter(load.names()), "")
    n = len(state.report(corpus))
    if n:
        there = escape(href("export", filters.only()))
        st.html(f'<a class="t-plain" href="{there}">Report: {plural.several(n, "view")}</a>')


def _find() -> None:
    """Turn to the search for what was typed at the side."""
    current, _ = address.read()
    go("search", current.only(), q=str(state.get("find") or ""))


def _resize() -> None:
    current, _ = address.read()
    address.write(current.change(size="large" if state.get("size") else ""))


def _switch() -> None:
    chosen = state.get("corpus")
    state.clicked(None)
    current, _ = address.read()
    address.write(Filters(corpus="" if chosen in (None, load.names()[0]) else chosen, size=current.size))


_EVERYWHERE = ("once", "sub")
"""What every page understands."""


def link(page: str, label: str, filters: Filters, **changes: object) -> None:
    """A link to another page; of the filters, those travel that the page understands, with these changes."""
    entry = registry.entry(page)
    view = filters.only(*_EVERYWHERE, *entry.reads).change(**changes)
    st.page_link(entry.path, label=label, query_params=view.params())


def href(page: str, filters: Filters, **changes: Any) -> str:
    """The address of another page; of the filters, those travel that the page understands, with these changes."""
    return address.href(page, filters.only(*_EVERYWHERE, *registry.entry(page).reads).change(**changes))


def go(page: str, filters: Filters, **changes: Any) -> None:
    """Turn to another page, from a callback; of the filters, those travel that the page understands."""
    view = filters.only(*_EVERYWHERE, *registry.entry(page).reads).change(**changes)
    state.go(page, view.params())


def page(name: str) -> View:
    """Open a page: the first line of each. Asks for the frame where there is none, stops with a sentence where there is
    no corpus to show, and reports what the address says in vain.
    """
    if not state.framed():
        if not state.ask_for_frame():
            stop("This page cannot stand alone.", "Open the app with: streamlit run app.py")
        st.navigation(_pages(), position="hidden")
        st.rerun()
    asked = state.going()
    if asked:
        st.switch_page(registry.entry(asked[0]).path, query_params=asked[1])
    entry = registry.entry(name)
    title, question = escape(entry.title), escape(entry.question)
    st.html(f'<div class="t-head"><h1>{title}</h1><p>{question}</p></div>')
    filters, notes = address.read()
    corpus = _corpus(filters)
    filters, more = _known(corpus, filters)
    selection, broken = parse_selection(filters.sel)
    for note in filter(None, [*_unknown_page(), intact.words(corpus.altered()), *notes, *more, broken]):
        st.html(f'<p class="t-note" role="status">⚠ {escape(note)}</p>')
    corrections.notices(corpus, filters, name)
    _tour(name, filters)
    with st.sidebar:
        corrections.switch(corpus)
        once.switch(corpus)
        parts.switch(name, filters)
    if not corpus.n_documents:
        stop(
            "This corpus has no articles.", "Add texts with: python -m tellings annotate SOURCE --out FOLDER"
        )
    view = View(name, corpus, filters, selection, style.theme(), window=frame_component.window(filters.size))
    patience.turned(name, filters.view)
    recorded.begin(view)
    return view


def _tour(page: str, filters: Filters) -> None:
    """The step of the tour that the address names, where this is its page, and the ways to the others."""
    first = not filters.tour and page == "overview"  # a newcomer's browser shows it: see `frame_component.js`
    step = tour.STEPS.get("1" if first else filters.tour)
    if step is None:
        return
    at = int(filters.tour or "1")
    if step.page != page:
        view = filters.only().change(tour=filters.tour, **step.changes)
        back, end = address.href(step.page, view), address.href(page, filters.change(tour=""))
        st.html(
            f'<aside class="t-tour" aria-label="Tour"><p>You have left the tour at step {at} of {len(tour.STEPS)}.</p>'
            f'<p><a href="{escape(back)}">Go on with it</a> <a href="{escape(end)}">End the tour</a></p></aside>'
        )
        return
    ways = [("End the tour", page, filters.change(tour=""))]
    for said, number in (("Back", str(at - 1)), ("Next", str(at + 1))):
        other = tour.STEPS.get(number)
        if other:
            ways.insert(0, (said, other.page, filters.only().change(tour=number, **other.changes)))
    links = " ".join(f'<a href="{escape(address.href(to, view))}">{said}</a>' for said, to, view in ways)
    told = f"<b>Step {at} of {len(tour.STEPS)}.</b> {escape(step.said)}"
    kind = "t-tour t-first" if first else "t-tour"
    st.html(f'<aside class="{kind}" aria-label="Tour"><p role="status">{told}</p><p>{links}</p></aside>')


def _unknown_page() -> list[str]:
    asked = address.missing()
    if not asked:
        return []
    return [f"There is no page “{asked[:60]}”; this is the overview. The menu at the side has all pages."]


def stop(what: str, remedy: str) -> None:
    """End the page with a sentence that says what is wrong and one that says what to do."""
    st.html(f'<p role="alert"><strong>{escape(what)}</strong> {escape(remedy)}</p>')
    st.stop()


def _corpus(filters: Filters) -> Corpus:
    names = load.names()
    if not names:
        stop("There is no corpus yet.", "Make one with: python -m tellings annotate SOURCE --out FOLDER")
    name = filters.corpus or names[0]
    if name not in names:
        link("overview", label(f"Open {names[0]}"), Filters())
        stop(f"There is no corpus “{name}” here.", f"The corpora are {', '.join(names)}.")
    try:
        return load.corpus(name, machine=filters.layer == "machine")
    except TellingsError as err:
        stop(f"The corpus “{name}” cannot be opened.", str(err))
        raise


def _known(corpus: Corpus, filters: Filters) -> tuple[Filters, list[str]]:
    """The filters with merged entities led to their successors, and without values that the corpus does not have."""
    successors = dict(getattr(corpus.corrections, "successors", None) or {})
    chosen = (part.partition(":")[::2] for part in filters.sel)
    asked = {*filters.entity, *filters.speaker, *(value for key, value in chosen if key in _MOVING)}
    older = tuple(sorted(value for value in asked if ":" in value and value not in successors))
    successors |= load.ask(corpus, known.renamed, older) if older else {}
    moved = {
        name: tuple(dict.fromkeys(successors.get(value, value) for value in getattr(filters, name)))
        for name in ("entity", "speaker", "place")
    }
    sel = tuple(_succeed(part, successors) for part in filters.sel)
    filters = filters.change(**moved, sel=sel)
    notes = []
    for name, values in load.ask(corpus, known.missing, filters).items():
        gone = corrections.taken_away(corpus, name, values)
        left = [value[:60] for value in values if value not in gone]
        if gone:
            notes.append(
                f"Since it was corrected, nothing counts as “{'”, “'.join(gone.values())}”; that filter is left out."
            )
        if left:
            notes.append(f"This corpus has no {name} “{'”, “'.join(left)}”; that filter is left out.")
        filters = filters.change(**{name: [v for v in getattr(filters, name) if v not in values]})
    return filters, notes


_MOVING = ("entity", "beside", "speaker", "relayed", "place")
"""Keys of a selection whose value is an entity: one that was merged leads to its successor."""


def _succeed(part: str, successors: dict[str, str]) -> str:
    key, _, value = part.partition(":")
    return f"{key}:{successors[value]}" if key in _MOVING and value in successors else part
