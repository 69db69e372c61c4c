"""Map: which regions, cities and countries, and in what role?"""

import streamlit as st

from tellings.analysis import geography
from tellings.ui import evidence, filters, frame, load, map_panel

view = frame.page("map")
map_panel.controls(view)
counted = geography.counted(view.filters)
uses = load.ask(view.corpus, geography.uses, view.filters)
everything = load.ask(view.corpus, geography.uses, view.filters.only())
n = int(uses[uses.use.isin(counted.use)].n.sum())
filters.summary(view, n, int(everything.n.sum()), "place names", without=("kind",))
map_panel.left_out(view)
if not n:
    st.stop()

areas, points = map_panel.areas_of(view), map_panel.points_of(view)
left, right = st.columns([8, 5], gap="medium")
with left:
    map_panel.picture(view, areas, points, n)
with right:
    if view.selection:
        evidence.panel(view, map_panel.title(view, areas), filters=counted)
    else:
        map_panel.area_table(view, areas)
with st.expander("All places as a table"):
    map_panel.place_table(view)
if view.selection:
    with st.expander("Regions as a table" if not map_panel.by_country(view) else "Countries as a table"):
        map_panel.area_table(view, areas)
map_panel.unplaced(view)
