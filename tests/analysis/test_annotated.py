"""An article held against the others: each layer has what belongs to it, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import tellings
from tellings.analysis import annotated, evidence
from tellings.query.filters import Filters
from tellings.query.selection import parse
from tellings.store.corpus import Corpus
from tests import harbour


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    with tellings.open(harbour.write(tmp_path / "harbour")) as opened:
        yield opened


def test_a_shared_sentence_an_answer_contradicted_and_one_told_alone(corpus: Corpus) -> None:
    layers = annotated.layers(corpus, "ash")
    assert layers["shared"].text.tolist() == [harbour.STORIES["ash"][0]]
    assert layers["shared"][["n_documents", "n_tellings"]].iloc[0].tolist() == [1, 1]
    assert layers["otherwise"].text.tolist() == ["Nine"]
    assert layers["otherwise"].n_documents.tolist() == [2]
    assert layers["only"].text.tolist() == [harbour.STORIES["ash"][1]]


def test_what_two_others_tell_stands_where_it_would_be_told(corpus: Corpus) -> None:
    left = annotated.layers(corpus, "ash")["left"]
    assert left.text.tolist() == [harbour.STORIES["birch"][1]]
    assert left.n_documents.tolist() == [2]
    assert left.start.tolist() == [len(" ".join(harbour.STORIES["ash"]))]
    assert ("lacking:ash") in left.sel.iloc[0]


def test_an_answer_told_otherwise_is_not_left_out(corpus: Corpus) -> None:
    for doc in harbour.STORIES:
        left = annotated.layers(corpus, doc)["left"]
        assert not any("died" in text for text in left.text)


def test_each_layer_opens(corpus: Corpus) -> None:
    for doc, story in harbour.STORIES.items():
        for layer, rows in annotated.layers(corpus, doc).items():
            for sel, start, end in zip(rows.sel, rows.start, rows.end, strict=True):
                selection, broken = parse(sel)
                assert broken is None
                assert selection is not None
                assert 0 <= start <= end <= len(" ".join(story))
                if layer != "only":
                    assert evidence.count(corpus, Filters(), selection) > 0


def test_an_article_alone_has_nothing_to_be_held_against(tmp_path: Path) -> None:
    with tellings.open(harbour.write(tmp_path / "alone", ("ash",))) as corpus:
        layers = annotated.layers(corpus, "ash")
        assert {layer: len(rows) for layer, rows in layers.items() if layer != "only"} == {
            "shared": 0,
            "otherwise": 0,
            "left": 0,
        }
