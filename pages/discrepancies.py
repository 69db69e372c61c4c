"""Differences: where do figures, times, ranks and names differ?"""

from tellings.analysis import discrepancies as asked
from tellings.ui import discrepancies, filters, frame, load, show

view = frame.page("discrepancies")
n = load.ask(view.corpus, asked.counts, view.filters)
shown = filters.switch(view, discrepancies.views(n))
discrepancies.narrow(view)
if not show.failed(view, "discrepancies"):
    everything = load.ask(view.corpus, asked.counts, view.filters.only())
    filters.summary(view, sum(n.values()), sum(everything.values()), "questions")
    discrepancies.draw(view, shown, n)
