"""What a search may be asked in vain or too much of: each is answered in a sentence or by lines, and soon."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import corpora
from tests.app.opening import open_page, said

VIEWS = ("lines", "near")


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("q", ["*", "* {0,20} *"])
def test_a_query_that_matches_everything(q: str, view: str) -> None:
    page = said(open_page("search", q=q, view=view))
    assert "t-h2" in page, "it is counted"


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("q", ["/(a+)+b/", "/(a|aa)*c{1,9}$/", "/((a*)*)*x/"])
def test_a_query_that_would_explode_elsewhere(q: str, view: str) -> None:
    page = said(open_page("search", q=q, view=view))
    assert "Nothing stands so" in page or "t-h2" in page


@pytest.mark.parametrize(
    ("q", "why"),
    [
        ("word " * 2_000, "20 words"),
        ("x" * 10_000, "may have 1,000|Nothing stands so"),
        ("/" + "(a|b)" * 2_000 + "/", "may have 1,000|not closed|cannot be read|Nothing stands so"),
        ("said (((", "character 6|Nothing stands so"),
        ("[[[", "character 1"),
        ("/[a-/", "cannot be read"),
        ("/a{9999}/", "cannot be read"),
    ],
)
def test_ten_thousand_characters_and_what_is_not_closed(q: str, why: str) -> None:
    page = said(open_page("search", q=q, view="lines"))
    assert any(one in page for one in why.split("|")), page[-800:]


@pytest.mark.parametrize("view", [*VIEWS, "words", "key"])
def test_a_part_with_nothing_in_it(view: str) -> None:
    page = said(open_page("search", q="talks", view=view, date="2030-01-01.."))
    assert "published from 2030-01-01" in page


@pytest.mark.parametrize("view", VIEWS)
def test_a_line_of_a_hundred_thousand_characters(
    view: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TELLINGS_HOME", str(tmp_path))
    text = f"{'x' * 50_000} harbour {'y' * 49_990}"
    rows = corpora.paragraph("a", text)
    at = 0
    rows["tokens"] = []
    for position, word in enumerate(text.split()):
        at = text.index(word, at)
        rows["tokens"].append(
            {"doc_id": "a", "sentence_id": rows["sentences"][0]["sentence_id"], "position": position, "start": at,
             "end": at + len(word), "lemma": word, "pos": "NOUN"}
        )  # fmt: skip
    corpora.write(tmp_path / "long", rows)
    page = said(open_page("search", corpus="long", q="harbour", view=view))
    assert "harbour" in page, "it is found"
    assert len(page) < 60_000, "what is beside it is cut"
