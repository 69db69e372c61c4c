"""Entities: who and what is named, how often, by whom?"""

import streamlit as st

from tellings.ui import frame
from tellings.ui.entities import controls, counted, introduced, spelt, together

view = frame.page("entities")
shown = controls.switch(view)
controls.narrow(view)
n = controls.summary(view, shown)
if shown == "together":
    together.draw(view)
elif not n:
    st.stop()
elif shown == "spellings":
    spelt.draw(view, n)
elif shown == "first":
    introduced.draw(view, n)
else:
    counted.draw(view, n, rates=shown == "rates")
