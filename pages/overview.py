"""Overview: what is in this corpus?"""

import streamlit as st

from tellings.ui import frame

view = frame.page("overview")
st.write("x")
