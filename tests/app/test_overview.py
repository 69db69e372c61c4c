"""The overview says why nothing is counted, and what a speaker's 0 words are."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import corpora
from tests.app.opening import open_page, said


@pytest.fixture
def uncounted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two corpora, of an article in German, and of one beside it of which words count."""
    monkeypatch.setenv("TELLINGS_HOME", str(tmp_path))
    german = corpora.document("haus", "Das Haus steht.", language="de", n_words=0, publisher=None)
    english = corpora.document("house", "The house stands.", n_words=3)
    corpora.write(tmp_path / "german", {"documents": [german]})
    corpora.write(tmp_path / "both", {"documents": [german, english]})


def test_an_article_of_which_nothing_is_counted_says_so(uncounted: None) -> None:
    page = said(open_page("overview", corpus="both"))
    assert "in German: nothing is counted" in page
    assert "3 words" in page
    assert "No word is counted here" not in page
    assert "in German: nothing is counted" in said(open_page("reader", corpus="both", doc="haus"))


def test_where_no_word_is_counted_no_empty_chart_and_no_nought_stands(uncounted: None) -> None:
    app = open_page("overview", corpus="german")
    page = said(app)
    assert "No word is counted here" in page
    assert "No publisher is known." in page
    assert "0 words" not in page
    assert not app.get("plotly_chart")
    links = [link.proto.label for link in app.get("page_link")]
    assert not [link for link in links if "**0**" in link or link.startswith("Who is quoted")]


def test_a_speaker_s_nought_words_are_explained() -> None:
    assert "quoted only within what somebody else says" in said(open_page("overview"))


def test_one_article_is_counted_in_the_singular(uncounted: None) -> None:
    assert "<strong>1 of 1</strong> article shown" in said(open_page("wording", corpus="german"))


def test_problems_are_told_under_heads_that_people_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TELLINGS_HOME", str(tmp_path))
    failed = {
        "source": "a.txt",
        "doc_id": None,
        "stage": "read",
        "reason": "it is empty",
        "action": "left out",
    }
    rows = {"documents": [corpora.document("house", "The house stands.", n_words=3)], "problems": [failed]}
    corpora.write(tmp_path / "failed", rows)
    (table,) = open_page("overview", corpus="failed").dataframe
    assert [*table.value.columns] == ["File", "Article", "What is the matter", "What was done"]


def test_articles_of_unknown_publisher_are_called_articles() -> None:
    assert "2 known publishers, 3 articles of unknown publisher." in said(open_page("overview"))


def test_an_article_in_another_language_is_not_said_to_be_searched(uncounted: None) -> None:
    app = open_page("search", corpus="german", q="Haus")
    assert 'Written “Haus”: <span class="t-n">0</span>' in said(app)


@pytest.mark.parametrize(
    ("asked", "counted"),
    [
        ({}, "different words, "),
        ({"unit": "lemmas"}, "different base forms, "),
        ({"sort": "2"}, "different rows, "),
    ],
)
def test_what_is_counted_in_a_list_of_words_is_named(asked: dict[str, str], counted: str) -> None:
    assert counted in said(open_page("search", view="words", **asked))
