"""Tellings: one event, every telling. Start it with `streamlit run app.py`."""

from tellings.ui import frame

frame.run()
