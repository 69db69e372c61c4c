"""The page *Wording*: its views, what each opens, and where there is nothing to compare."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import tellings
from tellings.analysis import evidence, wording
from tellings.query.filters import Filters
from tellings.query.selection import select
from tests import harbour
from tests.app.opening import open_page, said

ZELENSKYY = "person:volodymyr-zelenskyy"


@pytest.fixture(autouse=True)
def _corpora(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELLINGS_HOME", str(tmp_path))
    harbour.write(tmp_path / "alone", ("ash",))
    harbour.write(tmp_path / "harbour")


@pytest.mark.parametrize(
    ("corpus", "view", "words"),
    [
        ("alone", "", "Nothing is named by two outlets"),
        ("alone", "called", "No sentence that two articles share has another word"),
        ("alone", "verbs", "Nobody is quoted here"),
        ("alone", "key", "There is one article"),
        ("harbour", "called", "No sentence that two articles share has another word"),
        ("harbour", "key", "none"),
        ("", "", "Printed beside the name"),
        ("", "called", "meeting / talk"),
        ("", "verbs", "Filled by the share of the row"),
        ("", "key", "Zelensky</a>"),
    ],
)
def test_each_view_shows_what_there_is_or_says_that_there_is_nothing(
    corpus: str, view: str, words: str
) -> None:
    asked = {name: value for name, value in (("corpus", corpus), ("view", view)) if value}
    app = open_page("wording", **asked)
    assert not app.exception
    assert words in said(app)


def test_a_word_for_a_thing_opens_its_sentences() -> None:
    with tellings.open() as corpus:
        n = evidence.count(corpus, Filters(), select("mentions", entity=ZELENSKYY, text="Zelensky"))
    sel = ["mentions", f"entity:{ZELENSKYY}", "text:Zelensky"]
    page = said(open_page("wording", entity=ZELENSKYY, sel=sel))
    assert f'Zelensky: <span class="t-n">{n}</span> mentions' in page


def test_that_not_all_shared_sentences_are_looked_at_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "shared sentences are looked at" not in said(open_page("wording", view="called"))
    monkeypatch.setattr(wording, "MOST", 7)
    assert re.search(r"The first 7 of \d\d shared sentences are", said(open_page("wording", view="called")))


def test_words_in_one_place_open_the_sentence() -> None:
    page = said(open_page("wording", view="called"))
    assert "sel=shared" in page
