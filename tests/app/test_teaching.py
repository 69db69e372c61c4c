"""Saying on the page *Texts* how sources are read."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.opening import open_page

LINE = "Articles begin with a line like this"


def _paste(app: AppTest, text: str) -> None:
    app.text_area(key="paste-text").set_value(text)
    app.button(key="bring-pasted").click().run()
    assert not app.exception


def test_what_was_said_of_one_source_is_not_said_of_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TELLINGS_HOME", str(tmp_path))
    app = open_page("texts")
    app.get("button_group")[0].set_value("A pasted text").run()
    _paste(app, "The bridge at Sumy opens in June, its builder said.")
    app.text_input(key="teach-begins").set_value("Article 1")
    app.checkbox(key="teach-folders").check()
    app.button(key="teach-again").click().run()
    assert app.text_input(key="teach-begins").value == "Article 1"
    assert app.checkbox(key="teach-folders").value
    _paste(app, "Another bridge opens in July, its builder said.")
    assert app.text_input(key="teach-begins").value == ""
    assert not app.checkbox(key="teach-folders").value
