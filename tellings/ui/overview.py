"""The parts of the overview: figures, articles, a small map, what went wrong; each leads to its page."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as graphs
import streamlit as st

from tellings.analysis import discrepancies, entity_counts, overview, speakers
from tellings.analysis import shared_text as shared
from tellings.plural import noun, several
from tellings.query.selection import Selection, select
from tellings.query.sql import UNKNOWN
from tellings.resources import boundaries
from tellings.resources.boundaries import BoundariesError
from tellings.ui import glossary, load, paging, shared_text, show
from tellings.ui.frame import go, href, link
from tellings.ui.maps.region_map import stated
from tellings.ui.show import Pick
from tellings.ui.text import day, escape, label, plain, publisher, words_counted
from tellings.ui.view import View
from tellings.views import region_map
from tellings.views.entity_counts import ranking
from tellings.views.speakers import figure as bars_of_speakers
from tellings.views.theme import BUTTONS

_STILL = {"modeBarButtonsToRemove": ["select2d", "lasso2d", "pan2d", "zoomInGeo", "zoomOutGeo", "resetGeo"]}

_NO_POINTS = pd.DataFrame(columns=["place_id", "name", "kind", "lat", "lon", "n", "n_documents"])


_UNCOUNTED = (
    "No word is counted here, so nothing can be asked: names and quotations are looked for in "
    "English only, and menus, notices and lists are left out. The reader shows each text whole."
)
_WORDLESS = (
    "A speaker with quotations and 0 words is quoted only within what somebody else says: those words count as that "
    "person's."
)


def event(view: View) -> None:
    """What the articles tell of: the title of the corpus."""
    st.html(f'<p class="t-event">{escape(view.corpus.title)}</p>')


def tellings(view: View) -> None:
    """How many tellings the articles are, as a link to what they share; nothing where that is not known."""
    said = shared_text.headline(load.ask(view.corpus, shared.told, view.filters))
    if said:
        with st.container(key="tellings"):
            link("shared_text", f"**{said}**", view.filters)


def figures(view: View, counted: dict[str, int]) -> None:
    """The figures that matter, each a link to the page that opens it."""
    outlets = several(counted["publishers"], "known publisher")
    if counted["unpublished"]:
        without = f"{several(counted['unpublished'], 'article')} of unknown publisher"
        outlets = f"{outlets}, {without}" if counted["publishers"] else "No publisher is known"
    said = [
        ("reader", counted["articles"], "article", "articles"),
        ("reader", counted["words"], "word", "words"),
        ("entities", counted["mentions"], "time named (mention)", "times named (mentions)"),
        ("entities", counted["entities"], "who or what (entity)", "who and what (entities)"),
        ("quotations", counted["quotations"], "quotation", "quotations"),
        ("map", counted["places"], "place", "places"),
    ]
    with st.container(horizontal=True, key="figures", gap="small"):
        for page, n, one, many in said if counted["words"] else said[:1]:
            link(page, f"**{n:,}** {one if n == 1 else many}", view.filters)
        if counted["anonymous"]:
            link(
                "quotations",
                f"**{counted['anonymous']:,}** {noun(counted['anonymous'], 'quotations')} from unnamed sources",
                view.filters,
                anonymous="yes",
            )
    if not counted["words"] and counted["articles"]:
        show.note(_UNCOUNTED)
    st.html(
        f'<p class="t-note">{outlets}. Every number leads to the sentences behind it. '
        f"{glossary.term('hash', 'Fingerprint of the texts')}: {escape(view.corpus.hash)}</p>"
    )


def questions(view: View) -> None:
    """What can be asked of these articles, each a link to its answer."""
    named = load.ask(view.corpus, entity_counts.entities, view.filters)
    people = named[named.type == "person"] if (named.type == "person").any() else named
    show.heading("What you can ask")
    several_told = view.corpus.n_documents > 1
    with st.container(key="questions", gap=None):
        if not several_told:
            link("entities", "Who and what is named most?", view.filters)
        for row in people.head(2 if several_told else 0).itertuples():
            sel = select("mentions", entity=str(row.entity_id)).sel
            asked = f"Which article names {label(str(row.name))} most?"
            link("entities", asked, view.filters, entity=(row.entity_id,), sel=sel)
        for question, page, changes in _QUESTIONS:
            if several_told or changes.get("view") not in _COMPARING:
                link(page, question, view.filters, **changes)
        if load.ask(view.corpus, discrepancies.counts, view.filters):
            link("discrepancies", "Where do they differ?", view.filters)
        if several_told:
            link("coverage", "What does each leave out?", view.filters)
            link("wording", "Which words does each choose?", view.filters)
        if load.ask(view.corpus, shared.any_shared, view.filters):
            link("shared_text", "Which sentences do they share?", view.filters)


_QUESTIONS: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("Who is quoted, and how much?", "quotations", {}),
    ("Who is quoted anonymously?", "quotations", {"view": "sources"}),
    ("Who threatens, demands, denies or promises?", "quotations", {"view": "cues", "sort": "speaker"}),
    ("Which regions are spoken of, and in whose words?", "map", {"sort": "quotations"}),
    ("Which names do they spell differently?", "entities", {"view": "spellings", "sort": "differ"}),
    ("Which quotations do they word differently?", "quotations", {"view": "words"}),
    ("Which days and times do they speak of?", "timeline", {}),
)


_COMPARING = ("spellings", "words")
"""Views that tell nothing of one article."""


def title(opened: Selection) -> str:
    """What is open, in words: dates of one value, quantities of one thing."""
    told = (value if key == "value" and value != UNKNOWN else f"{key} {value}" for key, value in opened.terms)
    return ", ".join(told) or "All"


def articles(view: View, n: int) -> None:
    """The `n` articles by date: label, publisher, date, words; each a link to the reader."""
    first = paging.first(n, key="articles", size=8)
    documents = load.ask(view.corpus, overview.articles, view.filters, limit=8, offset=first - 1)
    with st.container(key="articles", gap=None):
        row: Any
        for row in documents.itertuples():
            link("reader", label(str(row.label)), view.filters, doc=(row.doc_id,))
            told = (publisher(row.publisher), day(row.published), words_counted(row.n_words, row.language))
            st.html(f'<p class="t-note">{" · ".join(told)}</p>')
    paging.control(range(n), key="articles", size=8, noun="articles")


def small_map(view: View) -> None:
    """The regions of the country in which most is named; a click turns to the map, its sentences open."""
    areas = load.ask(view.corpus, overview.most_regions, view.filters)
    n = int(areas.n.sum())
    try:
        figure = view.keep("map", lambda: _drawn(view, areas, n)) if n else None
    except BoundariesError as err:
        figure = None
        show.note(str(err))
    if figure is not None:
        notes = stated(view, areas, region_map.codes(figure))
        config = {**region_map.CONFIG, **_STILL}
        show.chart(
            figure,
            view,
            key="map",
            n=n,
            alt="Regions that are named",
            pick=_to_map(view),
            heads={"title": [href("map", view.filters)]},
            config=config,
            notes=notes,
        )
        show.unseen(" ".join(notes))
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        link("map", "Open the map", view.filters)
        if not n:
            st.html('<p class="t-note">No region is named as a place.</p>', width="content")


def _drawn(view: View, areas: pd.DataFrame, n: int) -> graphs.Figure:
    country = str(areas.country_code.iloc[0])
    base = boundaries.countries()
    name = _with_article(base[country].name) if country in base else country
    return region_map.region_map(
        areas,
        _NO_POINTS,
        boundaries.regions(country),
        base,
        look=view.look(view.source(n, "mentions"), title=f"Named regions of {name}"),
        stated=set(boundaries.stated()),
        width=region_map.NARROW,
        height=300,
        buttons=BUTTONS,
    )


def _with_article(country: str) -> str:
    """The name as it stands in a sentence: the United States, the Netherlands."""
    plural = country.endswith(
        ("Islands", "Netherlands", "Philippines", "Bahamas", "Maldives", "Seychelles", "Comoros")
    )
    return f"the {country}" if plural or "Republic" in country or country.startswith("United ") else country


def _to_map(view: View) -> Pick:
    def pick(code: str) -> None:
        opened = select("toponyms", place=code) if ":" in code else select("toponyms", admin1=code)
        go("map", view.filters, sel=opened.sel)

    return pick


def most_named(view: View, n: int) -> None:
    """The entities named most; a click turns to one on its page, with its sentences open."""
    named = load.ask(view.corpus, entity_counts.entities, view.filters).head(8)
    look = view.look(view.source(n, "mentions"), title="Most named")
    figure = view.keep("named", lambda: ranking(named, look=look))
    _leading(
        view, figure, "entities", "entity", "mentions", key="named", n=n, alt="Who and what is named most"
    )


def most_quoted(view: View, n: int) -> None:
    """The speakers quoted most; a click turns to the quotations, those of the speaker open."""
    spoken = load.ask(view.corpus, speakers.speakers, view.filters)
    said = spoken[spoken.speaker != UNKNOWN].head(8)
    look = view.look(view.source(n, "quotations"), title="Most quoted")
    figure = view.keep("said", lambda: bars_of_speakers(said, look=look))
    alt = "Who is quoted most, by quotations"
    _leading(view, figure, "quotations", "speaker", "quotations", key="spoken", n=n, alt=alt)
    if (said.words == 0).any():
        show.note(_WORDLESS)


def _leading(view: View, figure: graphs.Figure, page: str, name: str, table: str, **shown: Any) -> None:
    """A chart whose bars and labels lead to the page of what they count, narrowed by the parameter of that name, with
    its sentences open.
    """

    def asked(point: list[str]) -> dict[str, Any]:
        return {name: point[:1], "sel": select(table, **{name: point[0]}).sel}

    show.chart(
        figure,
        view,
        heads={"title": [href(page, view.filters)]},
        pick=lambda point: go(page, view.filters, **asked(point)),
        leads=lambda point: href(page, view.filters, **asked(point)),
        **shown,
    )


_PROBLEM = {"source": "File", "doc_id": "Article", "reason": "What is the matter", "action": "What was done"}


def problems(view: View, n: int) -> None:
    """What could not be read or annotated, where there is anything."""
    if n:
        with st.expander(f"{several(n, 'problem')} while the articles were read"):
            rows = load.ask(view.corpus, overview.problems).drop(columns="stage").fillna("").map(plain)
            rows = rows.rename(columns=_PROBLEM)
            show.table(rows, view, key="problems", alt="What could not be read or annotated")
