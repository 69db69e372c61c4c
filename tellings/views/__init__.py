"""Dataframes in, `plotly.graph_objects.Figure` out: the same figures in the app and in a notebook."""
