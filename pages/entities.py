"""Entities: who and what is named, how often, by whom?"""

from tellings.ui import filters, frame, show
from tellings.ui.entities import controls, cooccurrence, entity_counts, introduced, spellings

view = frame.page("entities")
shown = filters.switch(view, controls.VIEWS)
controls.narrow(view)
n = controls.summary(view, shown)
if shown == "together":
    cooccurrence.draw(view)
elif not n:
    show.none(view, "No name is found in these articles.")
elif shown == "spellings":
    spellings.draw(view, n)
elif shown == "first":
    introduced.draw(view, n)
else:
    entity_counts.draw(view, n, rates=shown == "rates")
