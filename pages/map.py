"""Map: which regions, cities and countries, and in what role?"""

import streamlit as st

from tellings.analysis import geography
from tellings.ui import evidence, filters, frame, load
from tellings.ui.maps import around, controls, lists, opening, outlets, picture, take_away

view = frame.page("map")
controls.controls(view)
counted = geography.counted(view.filters)
uses = load.ask(view.corpus, geography.uses, view.filters)
everything = load.ask(view.corpus, geography.uses, view.filters.only())
n = int(uses[uses.use.isin(counted.use)].n.sum())
filters.summary(view, n, int(everything.n.sum()), "place names")
controls.left_out(view)
if not n:
    controls.nothing(view)
    st.stop()

areas, points = picture.areas_of(view), picture.points_of(view)
if controls.by_outlet(view):
    outlets.grid(view, areas, points)
left, right = st.columns([8, 5], gap="medium")
with right:  # before the map: the browser fills the list while it draws
    if view.selection:
        evidence.panel(view, opening.title(view, areas), filters=counted)
    else:
        lists.areas(view, areas)
with left:
    if controls.by_outlet(view):
        outlets.table(view, areas)
    else:
        picture.picture(view, areas, points, n)
    around.panel(view, counted, areas)
if view.selection:
    with lists.folded(
        view, "Countries as a table" if controls.by_country(view) else "Regions as a table", "areas"
    ) as box:
        if box.open:
            lists.areas(view, areas)
lists.places(view)
lists.unplaced(view)
take_away.formats(view, counted, n)
