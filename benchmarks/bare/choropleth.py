"""The least that a map can be: a Plotly choropleth of the polygons that the map page draws of the default corpus."""

import json
from pathlib import Path

import plotly.graph_objects as go
import streamlit as st

data = Path("data/boundaries")  # served from the project's root


@st.cache_data
def outlines(name: str, *only: str) -> dict[str, object]:
    """A file of outlines, or some of them."""
    read = json.loads((data / name).read_text("utf-8"))
    return read | {"features": [f for f in read["features"] if not only or f["id"] in only]}


def filled(geojson: dict[str, object], **more: object) -> go.Choropleth:
    """Outlines filled by their place in the file."""
    codes = [feature["id"] for feature in geojson["features"]]
    return go.Choropleth(geojson=geojson, locations=codes, z=list(range(len(codes))), showscale=False, **more)


around = outlines("countries.json", "RU", "BY", "MD", "RO", "PL", "HU", "SK", "BG")
figure = go.Figure([filled(around), filled(outlines("regions/UA.json"))])
figure.update_geos(
    visible=False, projection_type="mercator", lonaxis_range=[26.9, 43.4], lataxis_range=[43.8, 52.9]
)
st.plotly_chart(figure, config={"topojsonURL": "app/static/topojson/"}, on_select="rerun", key="map")
