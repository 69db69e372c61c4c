"""Overview: what is in this corpus?"""

import streamlit as st

from tellings.analysis.entity_counts import entities
from tellings.analysis.overview import articles
from tellings.analysis.overview import figures as totals
from tellings.analysis.speakers import speakers as speaking
from tellings.query.sql import UNKNOWN
from tellings.ui import evidence, filters, frame, load, overview, show
from tellings.views import entity_counts, speakers

view = frame.page("overview")
figures = load.ask(view.corpus, totals, view.filters)
overview.figures(view, figures)
if view.filters.active:
    filters.summary(view, figures["articles"], view.corpus.n_documents, "articles")
if not figures["articles"]:
    st.stop()
if view.selection:
    evidence.panel(view, overview.title(view.selection))

left, right = st.columns(2, gap="large")
with left:
    show.heading("The articles")
    overview.articles(view, load.ask(view.corpus, articles, view.filters))
beside = right

left, right = st.columns(2, gap="large")
with left:
    n = figures["mentions"]
    named = load.ask(view.corpus, entities, view.filters).head(8)
    source = view.source(n, "mentions")
    figure = view.keep(
        "named", lambda: entity_counts.ranking(named, look=view.look(source, title="Most named"))
    )
    show.chart(figure, view, key="named", n=n, alt="The most named entities", pick=overview.to_entity(view))
with right:
    n = figures["quotations"]
    spoken = load.ask(view.corpus, speaking, view.filters)
    said = spoken[spoken.speaker != UNKNOWN].head(8)
    source = view.source(n, "quotations")
    figure = view.keep("said", lambda: speakers.figure(said, look=view.look(source, title="Most quoted")))
    show.chart(
        figure, view, key="spoken", n=n, alt="The most quoted speakers", pick=overview.to_speaker(view)
    )
with beside:
    overview.small_map(view)
overview.problems(view, figures["problems"])
