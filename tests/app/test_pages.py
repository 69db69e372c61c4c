"""Every page of the app, without a browser: on the default corpus, on an empty one and on one of a single article."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

import tellings
from tellings import settings
from tellings.analysis import evidence
from tellings.query.filters import Filters
from tellings.query.openable import OPENABLE
from tellings.query.selection import select
from tellings.query.sql import COUNTED
from tellings.ui import filters, methods, registry, text
from tests import corpora, shown
from tests.app.opening import PATIENCE, open_page, said

NAMES = [page.name for page in registry.PAGES]


@pytest.fixture(autouse=True)
def _corpora(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELLINGS_HOME", str(tmp_path))
    shown.write(tmp_path / "elm")
    shown.write(tmp_path / "one", ("gamma",))
    corpora.write(tmp_path / "empty")


def test_each_question_of_the_overview_leads_to_its_answer() -> None:
    links = [link.proto for link in open_page("overview").get("page_link") if link.proto.label.endswith("?")]
    assert len(links) >= 10
    for link in links:
        answer = open_page(link.page, **parse_qs(link.query_string))
        page = said(answer)
        assert "is not a value of" not in page
        figures = len(answer.get("plotly_chart")) + page.count("t-source-name") + page.count("t-evidence")
        assert figures, link.label


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


def test_of_many_articles_the_first_are_offered_and_the_reader_has_those_beside(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(filters, "OFFERED", 2)
    app = open_page("entities", corpus="elm", doc="gamma")
    assert len(app.multiselect(key="filter-doc").options) == 3  # two, and the one that is chosen
    assert "The first 2 of 3 by date" in said(app)
    app = open_page("reader", corpus="elm", doc="gamma")
    assert len(app.selectbox(key="reader-doc").options) == 2
    assert app.selectbox(key="reader-doc").value == "gamma"
    assert "To be chosen here are 2 of 3 articles" in said(app)
    monkeypatch.setattr(filters, "OFFERED", 3)
    assert "by date" not in said(open_page("reader", corpus="elm"))


def test_one_article_is_asked_no_question_that_compares() -> None:
    asked = [link.proto.label for link in open_page("overview", corpus="one").get("page_link")]
    assert "Who and what is named most?" in asked
    assert not [
        one
        for one in asked
        if one.startswith(("Which article names", "Which names do they", "Where do they"))
    ]
    assert "Which names do they spell differently?" in [
        link.proto.label for link in open_page("overview", corpus="elm").get("page_link")
    ]


def test_the_overview_is_narrowed_by_its_address() -> None:
    app = open_page("overview", corpus="elm", doc="beta")
    assert "1 of 3" in said(app)


@pytest.mark.parametrize(
    ("table", "key", "words", "where"),
    [
        ("dates", "value", "All that say", "timeline"),
        ("quantities", "of", "All numbers of", "overview"),
    ],
)
def test_a_date_and_a_quantity_open_from_their_card(table: str, key: str, words: str, where: str) -> None:
    with tellings.open() as corpus:
        name = OPENABLE[table]
        asked = f'SELECT {name.id} AS id, doc_id, "{key}" AS same FROM {table} WHERE {COUNTED} AND same IS NOT NULL'
        row = corpus.sql(f"{asked} ORDER BY doc_id, start").iloc[0]
        n = evidence.count(corpus, Filters(), select(table, **{key: row["same"]}))
    card = open_page("reader", doc=row["doc_id"], sel=[table, f"{name.key}:{row['id']}"])
    [link] = [one.proto for one in card.get("page_link") if one.proto.label.startswith(words)]
    assert text.label(row["same"]) in link.label, "it may come from an article, and is no markup"
    assert parse_qs(link.query_string)["sel"][:2] == [table, f"{key}:{row['same']}"]
    panel = said(open_page(where, sel=[table, f"{key}:{row['same']}"]))
    assert f'<span class="t-n">{n}</span> {name.noun(n)}' in panel
    assert panel.count("<mark>") == n > 0


def test_every_extractor_says_what_it_misses() -> None:
    assert said(open_page("method", corpus="elm")).count("Known misses.") == len(methods.methods())


def test_another_corpus_is_chosen_with_nothing_of_the_old_one() -> None:
    app = open_page("entities", corpus="elm", entity="gn:1")
    app.selectbox(key="corpus").set_value("one").run()
    assert not app.exception
    assert "1 of 1" in said(app)
    assert "entity" not in app.query_params


def test_the_reader_says_of_a_copy_what_it_is_a_copy_of_and_that_it_counts_once(tmp_path: Path) -> None:
    first = corpora.document("a", "The ferry ran.", label="Ferry runs")
    again = corpora.document("b", "The ferry ran.", copy_of="a", n_words=0)
    corpora.write(tmp_path / "twins", {"documents": [first, again]})
    told = said(open_page("reader", corpus="twins", doc="b"))
    assert "It says the same as Ferry runs, or nearly. It was to be counted once" in told
    assert "It says the same" not in said(open_page("reader", corpus="twins", doc="a"))


@pytest.mark.parametrize("name", ["overview", "entities", "quotations", "map", "timeline", "coverage"])
def test_what_the_browser_is_given_of_a_chart_is_not_taken_for_new_by_a_second_look(name: str) -> None:
    """Streamlit hands each figure to Plotly twice; objects, and data without a revision, would be drawn twice."""
    charts = open_page(name).get("plotly_chart")
    assert charts
    for layout in (json.loads(chart.proto.spec)["layout"] for chart in charts):
        assert "template" not in layout
        assert isinstance(layout["meta"], list)
        assert layout["autosize"]


def test_other_data_of_a_chart_has_another_revision() -> None:
    revisions = [
        json.loads(open_page("entities", **asked).get("plotly_chart")[0].proto.spec)["layout"]["datarevision"]
        for asked in ({}, {}, {"type": "person"})
    ]
    assert revisions[0] == revisions[1] != revisions[2]
