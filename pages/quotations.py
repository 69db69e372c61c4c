"""Quotations: who said what?"""

import streamlit as st

from tellings import schema
from tellings.analysis import known, speech
from tellings.filters import Filters
from tellings.selection import select
from tellings.ui import card, evidence, filters, frame, load, paging, show
from tellings.views import speakers

view = frame.page("quotations")
names = filters.names(view)
who, find, hidden, more = st.columns([3, 3, 2.8, 1.6], vertical_alignment="bottom")
with who:
    everyone = load.ask(view.corpus, speech.speakers, Filters()).speaker.tolist()
    filters.many(view, "speaker", "Speaker", everyone, lambda speaker: names.get(speaker, speaker))
with find:
    filters.words(view, "Words in it", "a word or phrase, or a speaker")
with hidden:
    filters.one(view, "anonymous", "Sources", {"": "all", "no": "named", "yes": "anonymous"})
with more, filters.folded(view, "kind", "cue", "doc", "publisher", "entity"):
    filters.many(view, "kind", "Kind", list(schema.QUOTE_KINDS))
    filters.many(view, "cue", "Cue", load.ask(view.corpus, known.cues))
    filters.texts(view)
    filters.many(view, "entity", "Names in it", list(names)[1:500], lambda entity: names.get(entity, entity))
    filters.one(view, "sort", "Order", {"": "as printed", "speaker": "speaker", "longest": "longest first"})

n = load.ask(view.corpus, speech.total, view.filters)
filters.summary(view, n, load.ask(view.corpus, speech.total, view.filters.only("kind")), "quotations")
card.kinds_left_out(view)
if not n:
    st.stop()

spoken = load.ask(view.corpus, speech.speakers, view.filters)
rows = paging.rows(spoken, key="speakers", size=15)
(opened,) = view.opened("speaker")
source = view.source(n, "quotations")
left, right = st.columns([5, 6], gap="medium")
with left:
    figure = view.keep(
        "speakers",
        lambda: speakers.figure(rows, theme=view.theme, source=source, selected=opened),
        rows.index[0],
    )
    show.chart(
        figure, view, key="speakers", n=n, alt="Quotations and words of each speaker", pick=card.spoken
    )
    paging.control(spoken, key="speakers", size=15, noun="speakers")
    show.note(
        "A quotation of several speakers counts for each; one that stands inside another has no words of its own."
    )
    with st.expander("All speakers as a table"):
        table = view.keep("table", lambda: card.speakers(spoken))
        show.table(
            table, view, key="speakers-table", alt="Quotations and words of speakers", pick=card.spoken_row
        )
with right:
    title = f"By {names.get(opened, opened)}" if opened else "All of these"
    evidence.panel(view, title, selection=view.selection or select("quotations"))
