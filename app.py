"""Tellings: one event, every telling. Start it with `streamlit run app.py`.

Streamlit reads this file twice: once as its server starts, and again for each visitor.
"""

import streamlit as st

from tellings.ui import server

if server.in_session():
    from tellings.ui import frame

    frame.run()
else:
    app = st.App(__file__, lifespan=server.starting, middleware=server.middleware())
