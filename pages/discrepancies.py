"""Differences: where do figures, times, ranks and names differ?"""

from tellings.analysis import discrepancies as asked
from tellings.ui import discrepancies, filters, frame, load, show

view = frame.page("discrepancies")
n = load.ask(view.corpus, asked.counts, view.filters)
verdict = discrepancies.shown(filters.switch(view, discrepancies.views(n)), n)
discrepancies.narrow(view)
if not show.failed(view, "discrepancies"):
    everything = load.ask(view.corpus, asked.counts, view.filters.only())
    filters.summary(view, n.get(verdict, 0), sum(everything.values()), "questions")
    discrepancies.draw(view, verdict, n)
