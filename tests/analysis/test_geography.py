"""Counts of places, held against a corpus whose every number is known."""

from __future__ import annotations

import pytest

from tellings.analysis import evidence, geography
from tellings.query.filters import Filters
from tellings.query.selection import select
from tellings.store.corpus import Corpus


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


@pytest.mark.parametrize("use", [(), ("literal",), ("metonymic",), ("demonym",), ("literal", "demonym")])
def test_what_is_known_of_all_articles_is_what_is_counted_in_them(
    corpus: Corpus, use: tuple[str, ...]
) -> None:
    every = Filters(use=use, doc=tuple(corpus.documents.doc_id))
    for question in (geography.places, geography.regions, geography.countries):
        known, counted = question(corpus, Filters(use=use)), question(corpus, every)
        assert known.to_dict("records") == counted.to_dict("records")
    assert geography.totals(corpus, Filters(use=use)) == geography.totals(corpus, every)


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


@pytest.mark.parametrize(
    ("filters", "n"),
    [
        (Filters(), 1),
        (Filters(speaker=("person:an-official",)), 1),
        (Filters(speaker=("person:ann-harbour",)), 0),
        (Filters(side=("unknown",)), 1),
        (Filters(side=("UA",)), 0),
        (Filters(use=("demonym",)), 0),
    ],
)
def test_quotations_that_speak_of_a_place_are_counted_and_opened(
    corpus: Corpus, filters: Filters, n: int
) -> None:
    counted = geography.counted(filters)
    for found, key, column in (
        (geography.regions(corpus, filters), "admin1", "code"),
        (geography.countries(corpus, filters), "land", "code"),
        (geography.places(corpus, filters), "place", "place_id"),
    ):
        assert int(found.n_quotations.sum()) == n
        for row in found.itertuples():
            opened = select("quotations", **{key: getattr(row, column)})
            assert evidence.count(corpus, counted, opened) == n
            assert len(evidence.spans(corpus, counted, opened)) == n


def test_names_in_a_speakers_words_alone_are_counted_when_the_speaker_is_asked_for(corpus: Corpus) -> None:
    said = Filters(speaker=("person:an-official",), use=("literal",))
    assert geography.regions(corpus, said).n.tolist() == [1]
    assert evidence.count(corpus, said, select("toponyms", admin1="UA-51")) == 1


def test_the_kind_of_place_narrows(corpus: Corpus) -> None:
    assert geography.regions(corpus, Filters(kind=("country",))).empty
    assert geography.regions(corpus, Filters(kind=("city", "direct"))).n.tolist() == [4]


def test_the_maps_of_the_outlets_add_up(corpus: Corpus) -> None:
    for level, whole in (("region", geography.regions), ("country", geography.countries)):
        parts = geography.by_outlet(corpus, Filters(), level=level)
        assert parts.outlet.nunique() > 1
        assert int(parts.n.sum()) == int(whole(corpus, Filters()).n.sum())
        for row in parts.itertuples():
            opened = select(
                "toponyms", **{"admin1" if level == "region" else "side": row.code, "publisher": row.outlet}
            )
            assert evidence.count(corpus, geography.counted(Filters()), opened) == row.n
    with pytest.raises(ValueError, match="level"):
        geography.by_outlet(corpus, Filters(), level="city")


def test_totals_count_each_article_outlet_and_quotation_once(corpus: Corpus) -> None:
    found = geography.totals(corpus, Filters())
    assert (found["n"], found["n_documents"], found["n_outlets"]) == (4, 3, 3)
    spoken = set(corpus.sql("SELECT quote_id FROM spoken_toponyms").quote_id)
    assert 0 < found["n_quotations"] <= len(spoken)
