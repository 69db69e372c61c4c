"""The app's parts: the only importer of Streamlit in the package."""
