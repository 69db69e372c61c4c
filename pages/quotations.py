"""Quotations: who said what?"""

from tellings.analysis import evidence
from tellings.query.selection import select
from tellings.ui import filters, frame, load, show
from tellings.ui.quotes import anonymous_sources, controls, cues, speakers, spoken_about, utterances

view = frame.page("quotations")
shown = filters.switch(view, controls.VIEWS)
controls.narrow(view)
n = load.ask(view.corpus, evidence.count, view.filters, select("quotations"))
controls.summary(view, shown, n)
if shown == "voices":
    spoken_about.draw(view)
elif not n:
    show.none(view, "No quotation is found in these articles.")
elif shown == "words":
    utterances.draw(view)
elif shown == "sources":
    anonymous_sources.draw(view)
elif shown == "cues":
    cues.draw(view, n)
else:
    speakers.draw(view, n)
