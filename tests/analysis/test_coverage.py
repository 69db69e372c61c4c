"""What articles tell and what they do not; what is nearest where something is not found."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

import tellings
from tellings.analysis import coverage, evidence
from tellings.query.filters import Filters
from tellings.store.corpus import Corpus
from tests import shown
from tests.analysis import crews

DOCS = ["alpha", "beta", "gamma"]


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    with tellings.open(shown.write(tmp_path / "elm")) as opened:
        yield opened


def _told(patterns: dict[str, str]) -> pd.DataFrame:
    rows = [
        {"kind": "people", "item": item, "label": item, "doc_id": doc, "n": 1}
        for item, pattern in patterns.items()
        for doc, mark in zip("abcd", pattern, strict=False)
        if mark == "1"
    ]
    return pd.DataFrame(rows)


def test_what_is_counted_is_what_opens(corpus: Corpus) -> None:
    told = coverage.cells(corpus, Filters())
    assert set(told.kind) == {"people", "places", "quotations"}
    for row in told.to_dict("records"):
        assert (
            evidence.count(corpus, Filters(), coverage.opens(row["kind"], row["item"], row["doc_id"]))
            == row["n"]
        )
    for row in coverage.rows(told, DOCS).to_dict("records"):
        assert evidence.count(corpus, Filters(), coverage.opens(row["kind"], row["item"])) == row["n"]


@pytest.mark.parametrize("kinds", [set(coverage.KINDS), {"quantities"}, {"questions"}])
def test_of_the_shipped_corpus_too(kinds: set[str]) -> None:
    with tellings.open() as shipped:
        filters = Filters(kind=tuple(kinds))
        told = coverage.cells(shipped, filters)
        assert set(told.kind) == kinds
        some = told.groupby("kind").head(6).to_dict("records")
        for row in some:
            opened = coverage.opens(row["kind"], row["item"], row["doc_id"])
            assert evidence.count(shipped, filters, opened) == row["n"], row


def test_rows_stand_so_that_the_pattern_shows() -> None:
    told = _told({"p": "1010", "q": "1111", "r": "0111", "s": "1010", "t": "0010", "u": "1110"})
    rows = coverage.rows(told, list("abcd"))
    assert rows["item"].tolist() == ["q", "u", "r", "p", "s"]
    assert coverage.rows(told, list("abcd"), "only")["item"].tolist() == ["t"]
    missing = coverage.rows(told, list("abcd"), "missing")
    assert dict(zip(missing["item"], missing.pattern, strict=True)) == {"u": "1110", "r": "0111"}
    counted = coverage.by_article(told, list("abcd")).set_index("doc_id")
    assert counted.only.to_dict() == {"a": 0, "b": 0, "c": 1, "d": 0}
    assert counted.missing.to_dict() == {"a": 1, "b": 0, "c": 0, "d": 1}
    assert counted.told.to_dict() == {"a": 4, "b": 3, "c": 6, "d": 2}
    assert counted.first_missing.to_dict() == {"a": 1, "b": 0, "c": 0, "d": 0}


def test_nothing_is_missing_from_one_of_two_only() -> None:
    assert coverage.rows(_told({"p": "10"}), list("ab"), "missing").empty
    assert coverage.rows(_told({"p": "10"}), list("ab"), "only")["item"].tolist() == ["p"]


def test_articles_that_tell_the_same_stand_together() -> None:
    told = _told({"p": "1010", "q": "1010", "r": "0101", "s": "0101", "t": "1000"})
    assert coverage.columns(told, list("dcba")) == ["a", "c", "b", "d"]
    assert coverage.columns(told, []) == []


def test_a_hundred_articles_are_ordered_and_counted() -> None:
    docs = [f"d{i:03d}" for i in range(100)]
    told = pd.DataFrame(
        [
            {"kind": "people", "item": f"p{k}", "label": f"p{k}", "doc_id": doc, "n": 1}
            for i, doc in enumerate(docs)
            for k in range(60)
            if (i * 7 + k * 3) % 5
        ]
    )
    order = coverage.columns(told, docs)
    assert sorted(order) == docs
    assert len(coverage.rows(told, order)) == 60


def test_a_thing_that_is_told_in_other_words_is_not_said_to_be_left_out(tmp_path: Path) -> None:
    """A crew of 17 and 17 sailors: not the same words, but near; of what nothing is near, that is said."""
    with tellings.open(crews.write(tmp_path / "crews")) as corpus:
        found = coverage.near(
            corpus, Filters(), coverage.opens("other", "product:lark", lacking="two"), "two"
        )
        assert not found.left_out
        assert "seventeen sailors" in found.text
        assert found.start == 0
        none = coverage.near(
            corpus, Filters(), coverage.opens("other", "product:lark", lacking="three"), "three"
        )
        assert none.left_out
        unnamed = coverage.near(
            corpus, Filters(), coverage.opens("other", "product:lark", lacking="four"), "four"
        )
        assert unnamed.unnamed == 1
        assert not unnamed.left_out


def test_a_thing_that_is_answered_otherwise_is_not_said_to_be_left_out(tmp_path: Path) -> None:
    lacking = coverage.opens("places", "gn:1", lacking="three")
    with tellings.open(crews.write(tmp_path / "apart")) as corpus:
        assert coverage.near(corpus, Filters(), lacking, "three").left_out
    answers = [("one", "Poole"), ("three", "Leeds")]
    with tellings.open(crews.write(tmp_path / "told", answers)) as corpus:
        found = coverage.near(corpus, Filters(), lacking, "three")
    assert (found.answered, found.left_out) == (True, False)
    assert "Bakers in Leeds" in found.text
