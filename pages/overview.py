"""Overview: what is in this corpus?"""

import streamlit as st

from tellings.analysis import counts, overview, speech
from tellings.filters import UNKNOWN
from tellings.selection import select
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
with right:
    contents.small_map(view)

left, right = st.columns(2, gap="large")
named = load.ask(view.corpus, counts.entities, view.filters).head(8)
with left:
    figure = entities.ranking(
        named, theme=view.theme, title="Most named", source=view.source(figures["mentions"], "mentions")
    )
    show.chart(
        figure,
        view,
        key="named",
        n=figures["mentions"],
        alt="The most named entities",
        pick=lambda point: frame.go(
            "entities", view.filters, entity=(point[0],), sel=select("mentions", entity=point[0]).sel
        ),
    )
spoken = load.ask(view.corpus, speech.speakers, view.filters)
with right:
    known = spoken[spoken.speaker != UNKNOWN].head(8)
    figure = speakers.figure(
        known, theme=view.theme, title="Most quoted", source=view.source(figures["quotations"], "quotations")
    )
    show.chart(
        figure,
        view,
        key="spoken",
        n=figures["quotations"],
        alt="The most quoted speakers",
        pick=lambda point: frame.go(
            "quotations", view.filters, speaker=(point[0],), sel=select("quotations", speaker=point[0]).sel
        ),
    )
contents.problems(view, figures["problems"])
