"""Every page of the app, without a browser: on the default corpus, on an empty one and on one of a single article."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tellings import settings
from tellings.ui import registry
from tests import corpora, shown
from tests.app.opening import PATIENCE, open_page, said

APP = settings.ROOT / "app.py"
NAMES = [page.name for page in registry.PAGES]


@pytest.fixture(autouse=True)
def _corpora(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELLINGS_HOME", str(tmp_path))
    shown.write(tmp_path / "elm")
    shown.write(tmp_path / "one", ("gamma",))
    corpora.write(tmp_path / "empty")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("corpus", ["", "elm", "one"])
def test_every_page_opens(name: str, corpus: str) -> None:
    app = open_page(name, **({"corpus": corpus} if corpus else {}))
    assert f"<h1>{registry.entry(name).title}</h1>" in said(app)


@pytest.mark.parametrize("name", NAMES)
def test_every_page_says_that_a_corpus_is_empty_and_what_to_do(name: str) -> None:
    app = open_page(name, corpus="empty")
    assert "This corpus has no articles." in said(app)
    assert "python -m tellings annotate" in said(app)


def test_a_page_run_without_its_frame_asks_for_it_once_and_says_what_to_do() -> None:
    app = AppTest.from_file(settings.ROOT / "pages/entities.py", default_timeout=PATIENCE)
    app.query_params["corpus"] = "elm"
    app.run()
    assert not app.exception
    assert "streamlit run app.py" in said(app)


def test_entities_are_filtered_by_type() -> None:
    app = open_page("entities", corpus="elm")
    assert "10 of 10" in said(app)
    app.multiselect(key="filter-type").set_value(["city"]).run()
    assert not app.exception
    assert app.query_params["type"] == "city"
    assert "4 of 10" in said(app)


def test_quotations_are_filtered_by_speaker() -> None:
    app = open_page("quotations", corpus="elm")
    app.multiselect(key="filter-speaker").set_value(["person:an-official"]).run()
    assert app.query_params["speaker"] == "person:an-official"
    assert "1 of 3" in said(app)
    assert said(app).count("<mark>") == 1


def test_the_overview_is_narrowed_by_its_address() -> None:
    app = open_page("overview", corpus="elm", doc="beta")
    assert "1 of 3" in said(app)


def test_every_extractor_says_what_it_misses() -> None:
    assert said(open_page("method", corpus="elm")).count("Known misses.") == 5


def test_another_corpus_is_chosen_with_nothing_of_the_old_one() -> None:
    app = open_page("entities", corpus="elm", entity="gn:1")
    app.selectbox(key="corpus").set_value("one").run()
    assert not app.exception
    assert "1 of 1" in said(app)
    assert "entity" not in app.query_params
