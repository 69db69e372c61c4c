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
n = figures["mentions"]
with left:
    named = load.ask(view.corpus, counts.entities, view.filters).head(8)
    figure = entities.ranking(named, theme=view.theme, title="Most named", source=view.source(n, "mentions"))

    def to_entity(point: list[str]) -> None:
        frame.go("entities", view.filters, entity=point[:1], sel=select("mentions", entity=point[0]).sel)

    show.chart(figure, view, key="named", n=n, alt="The most named entities", pick=to_entity)
with right:
    spoken = load.ask(view.corpus, speech.speakers, view.filters)
    known = spoken[spoken.speaker != UNKNOWN].head(8)
    n = figures["quotations"]
    figure = speakers.figure(
        known, theme=view.theme, title="Most quoted", source=view.source(n, "quotations")
    )

    def to_speaker(point: list[str]) -> None:
        frame.go(
            "quotations", view.filters, speaker=point[:1], sel=select("quotations", speaker=point[0]).sel
        )

    show.chart(figure, view, key="spoken", n=n, alt="The most quoted speakers", pick=to_speaker)
contents.problems(view, figures["problems"])
