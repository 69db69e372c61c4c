"""A corpus that may be corrected, its forms filled in, and the lines that they write."""

from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest

from tellings import corrections
from tellings.store import corpus as store
from tests.app.opening import open_page

ANN, BO, ELM = "person:ann-harbour", "person:bo-quay", "gn:1"


def lines(home: Path, corpus: str = "elm") -> list[corrections.Correction]:
    return corrections.read(home / corpus / "corrections.jsonl").lines


def send(app: AppTest, form: str, button: str, /, **fields: object) -> AppTest:
    """Open a form, fill it in and send it."""
    name = f"correct-{form}"
    app.session_state[name] = True
    app.run()
    assert not app.exception, app.exception
    for field, value in fields.items():
        found = [one for kind in WIDGETS for one in app.get(kind) if one.key == f"{name}-{field}"]
        assert len(found) == 1, f"{field}: {found}"
        found[0].set_value(value)
    next(one for one in app.button if one.label == button).click()
    app.run()
    assert not app.exception, app.exception
    return app


WIDGETS = ("selectbox", "text_input", "text_area", "multiselect", "checkbox", "radio", "number_input")


def opened(page: str, table: str, key: str, identifier: str) -> AppTest:
    doc = identifier.partition(":")[0]
    return open_page(page, corpus="elm", doc=doc, sel=[table, f"{key}:{identifier}"])


def mention(text: str, doc: str = "alpha") -> str:
    found = store.open("elm").mentions.query("text == @text and doc_id == @doc")
    return str(found.mention_id.iloc[0])


def quote(kind: str) -> str:
    found = store.open("elm").quotations.query("kind == @kind")
    return str(found.quote_id.iloc[0])


def card(entity: str) -> AppTest:
    return open_page("entities", corpus="elm", sel=["mentions", f"entity:{entity}"])
