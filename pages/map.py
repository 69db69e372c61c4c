"""Map: which regions, cities and countries, and in what role?"""

import streamlit as st

from tellings.analysis import geography
from tellings.ui import abreast, evidence, filters, frame, load
from tellings.ui.maps import clicks, controls, export, lists, outlets, place_context, region_map

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

areas, points = region_map.areas_of(view), region_map.points_of(view)
if controls.by_outlet(view):
    outlets.grid(view, areas, points)
left, right = abreast.beside(8, 5)
with right:  # before the map: the browser fills the list while it draws
    if view.selection:
        evidence.panel(view, clicks.title(view, areas), filters=counted)
    else:
        lists.areas(view, areas)
with left:
    if controls.by_outlet(view):
        outlets.table(view, areas)
    else:
        region_map.picture(view, areas, points)
    place_context.panel(view, counted, areas)
if view.selection:
    with lists.folded(
        view, "Countries as a table" if controls.by_country(view) else "Regions as a table", "areas"
    ) as box:
        if box.open:
            lists.areas(view, areas)
lists.places(view)
lists.unplaced(view)
export.formats(view, counted, n)
