"""Entities: who and what is named, how often, by whom?"""

from tellings.ui import evidence, filters, frame

view = frame.page("entities")
filters.texts(view)
filters.summary(view, 1, 2, "names")
evidence.panel(view, "x")
