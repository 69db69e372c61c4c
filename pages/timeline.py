"""Timeline: which dates and periods do the texts speak of?"""

from tellings.analysis import evidence, timeline
from tellings.query.selection import select
from tellings.ui import filters, frame, load
from tellings.ui import timeline as parts

view = frame.page("timeline")
parts.narrow(view)
n = load.ask(view.corpus, evidence.count, view.filters, select("dates"))
everything = load.ask(view.corpus, evidence.count, view.filters.only(), select("dates"))
filters.ordered(view, n, everything, "dates and times", parts.ORDERS)
parts.draw(view, load.ask(view.corpus, timeline.told, view.filters))
