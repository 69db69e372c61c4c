"""Counts of places, held against a corpus whose every number is known."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tellings.analysis import evidence, geography
from tellings.filters import Filters
from tellings.selection import select
from tellings.store import Corpus
from tests import shown


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    with Corpus(shown.write(tmp_path_factory.mktemp("corpora") / "elm")) as corpus:
        yield corpus


@pytest.mark.parametrize(
    ("filters", "n"),
    [
        (Filters(), 4),
        (Filters(use=("demonym",)), 1),
        (Filters(use=("literal", "demonym")), 5),
        (Filters(doc=("alpha",)), 2),
        (Filters(publisher=("unknown:beta",)), 1),
    ],
)
def test_regions_countries_places_and_evidence_agree(corpus: Corpus, filters: Filters, n: int) -> None:
    counted = geography.counted(filters)
    for found, key in (
        (geography.regions(corpus, filters), "admin1"),
        (geography.countries(corpus, filters), "side"),
    ):
        assert found.n.tolist() == [n]
        assert found.n_inside.tolist() == [n]
        assert evidence.count(corpus, counted, select("toponyms", **{key: found.code[0]})) == n
    places = geography.places(corpus, filters)
    assert places.n.tolist() == [n]
    assert evidence.count(corpus, counted, select("toponyms", place="gn:1")) == n


def test_uses_are_counted_whether_or_not_they_count(corpus: Corpus) -> None:
    found = geography.uses(corpus, Filters(use=("literal",)))
    assert dict(zip(found.use, found.n, strict=True)) == {"literal": 4, "metonymic": 0, "demonym": 1}


def test_outlets_are_counted_an_unknown_one_for_itself(corpus: Corpus) -> None:
    assert geography.regions(corpus, Filters()).n_outlets.tolist() == [3]
    found = geography.by_outlet(corpus, Filters())
    assert dict(zip(found.outlet, found.n, strict=True)) == {
        "The Elm Post": 2,
        "unknown:beta": 1,
        "unknown:gamma": 1,
    }


def test_every_name_is_placed(corpus: Corpus) -> None:
    assert geography.unplaced(corpus, Filters()).empty
