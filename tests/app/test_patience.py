"""What takes long on a large corpus says so, can be stopped, and leaves the page as usable as it was."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from tellings import settings
from tellings.analysis import collocations, concordance, frequencies
from tellings.query.pattern import PatternError
from tellings.ui import patience, registry
from tests.app.opening import open_page, said
from tests.store.test_stopping import ENDLESS


@pytest.fixture(autouse=True)
def large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A corpus that counts as a large one."""
    monkeypatch.setenv("TELLINGS_HOME", str(tmp_path))
    monkeypatch.setattr("tellings.store.connecting.HELD", 0)
    shutil.copytree(settings.ROOT / "data" / settings.DEFAULT_CORPUS, tmp_path / "many")


def endless(corpus: Any, *_: Any, **__: Any) -> pd.DataFrame:
    found: pd.DataFrame = corpus.sql(ENDLESS)
    return found


def waiting(monkeypatch: pytest.MonkeyPatch, view: str, module: Any, name: str, **more: str) -> AppTest:
    monkeypatch.setattr(module, name, endless)
    monkeypatch.setattr(patience, "SOON", 0.2)
    app = open_page("search", corpus="many", q="talks", view=view, **more)
    assert "Looking through 5 articles" in said(app)
    return app


@pytest.mark.parametrize(
    ("view", "module", "name", "more"),
    [
        ("lines", concordance, "hits", {}),
        ("near", collocations, "collocates", {}),
        ("key", frequencies, "keyness", {"publisher": "AFP"}),
    ],
)
def test_it_is_said_and_stopped_and_asked_again(
    view: str, module: Any, name: str, more: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = getattr(module, name)
    app = waiting(monkeypatch, view, module, name, **more)
    job = app.session_state["tellings-waiting"]
    assert app.selectbox, "the page can still be asked something else"
    app.button(key="patience-stop").click().run()
    job.answer.exception(30)
    app.run()
    assert not app.exception
    assert "Stopped. Look in a part" in said(app)
    monkeypatch.setattr(module, name, answers)
    monkeypatch.setattr(patience, "SOON", 60)
    app.button(key="patience-again").click().run()
    assert not app.exception
    assert "Looking through" not in said(app)
    assert said(app).count("t-kwic-node") or app.dataframe


def test_whoever_turns_to_another_page_stops_it(monkeypatch: pytest.MonkeyPatch) -> None:
    app = waiting(monkeypatch, "near", collocations, "collocates")
    job = app.session_state["tellings-waiting"]
    app.switch_page(registry.entry("quotations").path).run()
    assert "Stopped" in type(job.answer.exception(30)).__name__
    assert not app.exception


def test_what_cannot_be_read_is_said_as_of_a_small_corpus(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(PatternError):
        concordance.pattern.parse("said [person")
    assert "a bracket is not closed" in said(
        open_page("search", corpus="many", q="said [person", view="near")
    )
