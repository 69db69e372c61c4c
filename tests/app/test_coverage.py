"""The page *Coverage*: its views, what an empty cell says, and where there is nothing to compare."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tellings.analysis import coverage
from tests import shown
from tests.analysis import crews
from tests.app.opening import open_page, said


@pytest.fixture(autouse=True)
def _corpora(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELLINGS_HOME", str(tmp_path))
    shown.write(tmp_path / "elm")
    shown.write(tmp_path / "one", ("gamma",))
    crews.write(tmp_path / "crews")


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"corpus": "elm"}, "<strong>2 of 6</strong> things shown"),
        ({"corpus": "elm", "view": "only"}, "<strong>4 of 6</strong> things shown"),
        ({"corpus": "elm", "view": "missing"}, "<strong>1 of 6</strong> things shown"),
        ({"corpus": "elm", "kind": "people"}, "<strong>1 of 2</strong> things"),
        ({"corpus": "one"}, "There is one article: nothing can be compared."),
        ({"corpus": "elm", "view": "missing", "doc": ["alpha", "beta"]}, "Two articles are shown"),
        ({"corpus": "elm", "q": "zebra"}, "Loosen a filter: words"),
    ],
)
def test_the_views_and_what_they_say_where_there_is_nothing(asked: dict[str, str], words: str) -> None:
    app = open_page("coverage", **asked)
    assert not app.exception
    assert words in said(app)


def test_an_empty_cell_says_what_is_nearest_and_how_sure_it_is() -> None:
    sel = ["mentions", "entity:product:lark"]
    told = said(open_page("coverage", corpus="crews", view="only", sel=[*sel, "lacking:two"]))
    assert "Lark: not found in two" in told
    assert "seventeen sailors" in told
    assert "What tells it elsewhere" in told
    none = said(open_page("coverage", corpus="crews", view="only", sel=[*sel, "lacking:three"]))
    assert "it is left out, as far as words tell" in none
    role = said(open_page("coverage", corpus="crews", view="only", sel=[*sel, "lacking:four"]))
    assert "It is meant there without its name 1 time" in role


def test_the_numbers_by_article_lead_to_their_rows() -> None:
    page = said(open_page("coverage", corpus="elm"))
    assert 'href="coverage?corpus=elm&amp;view=only"' in page
    told = dict(re.findall(r'href="coverage\?corpus=elm&amp;doc=(\w+)&amp;view=only"[^>]*>(\d+)</a>', page))
    assert set(told) == {"alpha", "beta", "gamma"}
    for doc, n in told.items():
        alone = said(open_page("coverage", corpus="elm", view="only", doc=doc))
        assert f"<strong>{n} of {n}</strong> things shown" in alone


def test_of_more_articles_than_have_room_the_first_are_compared_and_that_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(coverage, "ABREAST", 2)
    page = open_page("coverage", corpus="elm", sel=["mentions", "entity:gn:1"])
    assert "The first 2 of 3 articles, by date, are set beside each other" in said(page)
    assert '<span class="t-n">3</span> mentions' in said(page)
