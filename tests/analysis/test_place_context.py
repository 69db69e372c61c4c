"""What stands around a place's names: every number opens as many of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tellings.analysis import evidence, geography, place_context
from tellings.query.filters import Filters
from tellings.query.selection import Selection, select
from tellings.store import corpus as store
from tellings.store.corpus import Corpus

WHAT = ("place", "text", "publisher", "entity", "speaker", "relayed", "lemma")


@pytest.fixture(scope="module")
def corpus() -> Iterator[Corpus]:
    with store.open(corrections=False) as corpus:
        yield corpus


@pytest.mark.parametrize("what", WHAT)
@pytest.mark.parametrize(
    "filters", [Filters(), Filters(use=("literal", "metonymic"), speaker=("gn:2017370",))]
)
@pytest.mark.parametrize("opened", [select("toponyms", admin1="TR-34"), select("toponyms", side="UA")])
def test_every_number_opens(corpus: Corpus, what: str, filters: Filters, opened: Selection) -> None:
    counted = geography.counted(filters)
    found = place_context.around(corpus, counted, opened, what)
    assert found.n.is_monotonic_decreasing or what == "lemma"
    for row in found.itertuples():
        narrower = Selection("toponyms", (*opened.terms, (row.key, row.value)))
        assert evidence.count(corpus, counted, narrower) == row.n


def test_places_and_forms_add_up_to_the_region(corpus: Corpus) -> None:
    opened, counted = select("toponyms", admin1="TR-34"), geography.counted(Filters())
    n = evidence.count(corpus, counted, opened)
    assert n > 0
    for what in ("place", "text", "publisher"):
        assert int(place_context.around(corpus, counted, opened, what, limit=1000).n.sum()) == n


def test_what_a_source_says_that_russia_threatened_is_not_in_russia_s_words(corpus: Corpus) -> None:
    counted, kharkiv = geography.counted(Filters()), select("toponyms", admin1="UA-63")
    own = place_context.around(corpus, counted, kharkiv, "speaker")
    relayed = place_context.around(corpus, counted, kharkiv, "relayed")
    assert "Russia" not in set(own.name)
    assert "Russia, as an anonymous source tells it" in set(relayed.name)


def test_common_words_are_left_out(corpus: Corpus) -> None:
    opened, counted = select("toponyms", side="UA"), geography.counted(Filters())
    words = place_context.around(corpus, counted, opened, "lemma", limit=1000).value
    assert len(words) > 20
    assert not set(words) & set(place_context.COMMON)


def test_another_question_is_refused(corpus: Corpus) -> None:
    with pytest.raises(ValueError, match="lemma"):
        place_context.around(corpus, Filters(), select("toponyms", place="gn:1"), "weather")
