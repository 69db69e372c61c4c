"""The least that a Streamlit page with a chart can be: one Plotly bar chart."""

import plotly.graph_objects as go
import streamlit as st

st.plotly_chart(go.Figure(go.Bar(x=[5, 3, 2], y=["a", "b", "c"], orientation="h")))
