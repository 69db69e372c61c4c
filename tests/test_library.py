"""What a notebook asks of a corpus: filters as in addresses, and files that replace nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import tellings
from tellings import library
from tellings.errors import CorpusError
from tellings.query.filters import Filters
from tellings.query.pattern import PatternError


def test_filters_are_those_of_addresses() -> None:
    assert library.chosen({"publisher": "AFP", "doc": ["a", "b"]}) == Filters(
        publisher=("AFP",), doc=("a", "b")
    )
    for wrong in ({"outlet": "AFP"}, {"kind": "rumour"}, {"date": "May"}):
        with pytest.raises(ValueError, match=r"there is no filter|is not a value"):
            library.chosen(wrong)


def test_what_filters_let_through_is_counted() -> None:
    with tellings.open() as corpus:
        every, some = corpus.concordance("talks"), corpus.concordance("talks", publisher="AFP")
        assert 0 < len(some) < len(every)
        assert set(some.doc_id) == set(corpus.documents[corpus.documents.publisher == "AFP"].doc_id)
        assert len(corpus.concordance("talks", sample=5, seed=2)) == 5
        with pytest.raises(PatternError, match="character 1"):
            corpus.concordance("[person")
        whole = corpus.keyness({"publisher": "AFP"})
        assert int(whole.n.sum() + whole.n_reference.sum()) == int(
            corpus.sql("SELECT count(*) - (SELECT count(*) FROM compound_parts) "
                       "+ (SELECT count(*) FROM compounds) AS n FROM words WHERE regexp_matches(text, '[\\pL\\pN]') "
                       "AND sentence_id IN (SELECT sentence_id FROM counted_sentences)").n.iloc[0]
        )  # fmt: skip


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda corpus: corpus.concordance("talks", sample=-1), "sample is -1"),
        (lambda corpus: corpus.concordance("talks", most=-1), "most is -1"),
        (lambda corpus: corpus.concordance("talks", sort="colour"), "sorted by .*, not by colour"),
        (lambda corpus: corpus.collocates("talks", left=-1), "left is -1"),
        (lambda corpus: corpus.collocates("talks", unit="letters"), "words or lemmas, not 'letters'"),
        (lambda corpus: corpus.frequencies(n=0), "n is 0"),
        (lambda corpus: corpus.frequencies(unit="letters"), "words or lemmas"),
        (lambda corpus: corpus.keyness({}), "nothing is left"),
        (lambda corpus: corpus.keyness({"kind": "quotations"}, unit="letters"), "words or lemmas"),
    ],
)
def test_a_bad_call_is_said_to_be_one(ask: Callable[[tellings.Corpus], Any], said: str) -> None:
    with tellings.open() as corpus, pytest.raises(ValueError, match=said):
        ask(corpus)


def test_one_key_may_be_a_word() -> None:
    with tellings.open() as corpus:
        assert corpus.concordance("talks", sort="r1").equals(corpus.concordance("talks", sort=["r1"]))


def test_places_are_points_where_they_are_placed() -> None:
    with tellings.open() as corpus:
        places, some = corpus.places(), corpus.places(publisher="AFP", kind="city")
        assert len(places) == len(corpus.toponyms)
        assert places.geometry.notna().equals(places.lat.notna())
        assert 0 < len(some) < len(places)
        assert set(some.kind) == {"city"}
        assert len(corpus.places(date="..1900-01-01")) == 0
    placed = places.dropna(subset=["geometry"])
    assert (placed.geometry.x == placed.lon).all()
    assert (placed.geometry.y == placed.lat).all()


def test_a_file_that_is_there_is_not_replaced(tmp_path: Path) -> None:
    out = tmp_path / "talks.bib"
    with tellings.open() as corpus:
        assert corpus.export(out, "bibtex") == out
        before = out.read_bytes()
        with pytest.raises(CorpusError, match="is there already"):
            corpus.export(out, "bibtex", publisher="AFP")
        assert out.read_bytes() == before
        corpus.export(out, "bibtex", force=True, publisher="AFP")
        assert out.read_bytes() != before
        with pytest.raises(CorpusError, match="has no place names to take"):
            corpus.export(tmp_path / "none.geojson", "geojson", date="..1900-01-01")
        with pytest.raises(ValueError, match="no format"):
            corpus.export(tmp_path / "x", "shapefile")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["talks.bib"]
