"""The least that a filter can change: one control, one chart, one table."""

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

order = st.segmented_control("Order", ["up", "down"], default="up")
rows = pd.DataFrame({"name": ["a", "b", "c"], "n": [5, 3, 2]}).sort_values("n", ascending=order == "up")
st.plotly_chart(go.Figure(go.Bar(x=rows.n, y=rows.name, orientation="h")))
st.dataframe(rows)
