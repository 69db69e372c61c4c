"""The annotated article in the reader: counts at the head, one layer at a time, what each opens."""

from __future__ import annotations

from pathlib import Path

import pytest

from tellings.analysis import coverage
from tests import harbour
from tests.app.opening import open_page, said


@pytest.fixture(autouse=True)
def _corpora(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELLINGS_HOME", str(tmp_path))
    harbour.write(tmp_path / "harbour")
    harbour.write(tmp_path / "alone", ("ash",))


def _switch(corpus: str, **asked: str) -> list[str]:
    app = open_page("reader", corpus=corpus, **asked)
    assert not app.exception
    groups = [group for group in app.get("button_group") if group.proto.label == "View"]
    return [option.content for group in groups for option in group.proto.options]


def test_the_head_counts_each_layer() -> None:
    assert _switch("harbour", doc="ash") == [
        "What was found",
        "Said by others too · 1",
        "Others say otherwise · 1",
        "Only here · 1",
        "Left out here · 1",
    ]


def test_an_article_alone_has_no_layers() -> None:
    assert _switch("alone", doc="ash") == []
    assert _switch("alone", doc="ash", view="left") == []


@pytest.mark.parametrize(
    ("layer", "words"),
    [
        ("shared", "The steamer Lark sank off Poole before dawn."),
        ("otherwise", "Answers that another article contradicts"),
        ("only", "&lt;b&gt;yesterday"),
        ("left", "Cranes lifted 40 tonnes of coal."),
    ],
)
def test_a_layer_lists_what_it_marks(layer: str, words: str) -> None:
    page = said(open_page("reader", corpus="harbour", doc="ash", view=layer))
    assert words in page
    assert page.count('<ul class="t-layer"><li>') == 1


def test_a_layer_without_anything_says_so() -> None:
    page = said(open_page("reader", corpus="harbour", doc="cedar", view="shared"))
    assert "Nothing of this article is found in another." in page


def test_what_is_left_out_opens_what_the_others_tell() -> None:
    sel = ["quantities", "value:40.0", "unit:tonne", "lacking:ash"]
    page = said(open_page("reader", corpus="harbour", doc="ash", view="left", sel=sel))
    assert '<span class="t-n">2</span> quantities' in page
    assert "it is left out, as far as words tell" in page


def test_that_not_all_articles_are_looked_at_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    said_so = "articles, at most, that name most of the same"
    assert said_so not in said(open_page("reader", corpus="harbour", doc="ash", view="only"))
    monkeypatch.setattr(coverage, "COMPARED", 1)
    assert f"the 1 {said_so}" in said(open_page("reader", corpus="harbour", doc="ash", view="only"))
