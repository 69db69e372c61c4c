"""Opening a page of the app without a browser."""

from __future__ import annotations

import json

from streamlit.testing.v1 import AppTest

from tellings import settings
from tellings.ui import registry

PATIENCE = 60


def open_page(name: str, **params: str | list[str]) -> AppTest:
    """A page as it stands after its first run; it fails where there was an exception."""
    app = AppTest.from_file(settings.ROOT / "app.py", default_timeout=PATIENCE)
    app.switch_page(registry.entry(name).path)
    for key, value in params.items():
        app.query_params[key] = value
    app.run()
    assert not app.exception, app.exception
    return app


def drawn(app: AppTest) -> str:
    """All that stands in the page's figures beside their marks: source lines, keys, notes."""
    layouts = [json.loads(chart.proto.spec)["layout"] for chart in app.get("plotly_chart")]
    notes = [note["text"] for layout in layouts for note in layout.get("annotations", ())]
    return " ".join(notes).replace("<br>", " ")


def said(app: AppTest) -> str:
    """All that the page says as HTML."""
    return " ".join(element.proto.body for element in app.get("html"))
