"""Overview: what is in this corpus?"""

import streamlit as st

from tellings.analysis import counts, overview, speech
from tellings.conditions import UNKNOWN
from tellings.ui import contents, filters, frame, load, show
from tellings.views import entities, speakers

view = frame.page("overview")
figures = load.ask(view.corpus, overview.figures, view.filters)
contents.figures(view, figures)
if view.filters.active:
    filters.summary(view, figures["articles"], view.corpus.n_documents, "articles")
if not figures["articles"]:
    st.stop()

left, right = st.columns(2, gap="large")
with left:
    show.heading("The articles")
    contents.articles(view, load.ask(view.corpus, overview.articles, view.filters))
beside = right

left, right = st.columns(2, gap="large")
with left:
    n = figures["mentions"]
    named = load.ask(view.corpus, counts.entities, view.filters).head(8)
    source = view.source(n, "mentions")
    figure = view.keep(
        "named", lambda: entities.ranking(named, theme=view.theme, title="Most named", source=source)
    )
    show.chart(figure, view, key="named", n=n, alt="The most named entities", pick=contents.to_entity(view))
with right:
    n = figures["quotations"]
    spoken = load.ask(view.corpus, speech.speakers, view.filters)
    said = spoken[spoken.speaker != UNKNOWN].head(8)
    source = view.source(n, "quotations")
    figure = view.keep(
        "said", lambda: speakers.figure(said, theme=view.theme, title="Most quoted", source=source)
    )
    show.chart(
        figure, view, key="spoken", n=n, alt="The most quoted speakers", pick=contents.to_speaker(view)
    )
with beside:
    contents.small_map(view)
contents.problems(view, figures["problems"])
