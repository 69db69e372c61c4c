"""Words beside others, each number that of its lines."""

from __future__ import annotations

import numpy as np
import pytest

import tellings
from tellings.analysis import collocations, concordance, measures
from tellings.library import Corpus
from tellings.query.filters import Filters
from tellings.query.pattern import written

ALL = Filters()


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return tellings.open()


def test_collocates_are_counted_and_measured(corpus: Corpus) -> None:
    found = collocations.collocates(corpus, "lemma:threaten", ALL, unit="lemmas").set_index("word")
    hits = len(concordance.hits(corpus, "lemma:threaten", ALL))
    sumy = found.loc["sumy"]
    assert sumy.joint == 3
    assert sumy.frequency == len(concordance.hits(corpus, "Sumy", ALL))
    whole = len(concordance.hits(corpus, "*", ALL))
    assert sumy.g2 == pytest.approx(float(measures.log_likelihood(3, 10 * hits, sumy.frequency, whole)))
    assert list(found.g2) == sorted(found.g2, reverse=True)
    expected = 10 * hits * sumy.frequency / whole
    assert sumy.z == pytest.approx((3 - expected) / expected**0.5)
    assert sumy.mi3 == pytest.approx(np.log2(9 * 3 / expected))
    assert sumy.npmi == pytest.approx(np.log2(3 / expected) / -np.log2(3 / whole))
    assert sumy.delta_p == pytest.approx(3 / (10 * hits) - (sumy.frequency - 3) / (whole - 10 * hits))
    assert sumy.sensitivity == pytest.approx(3 / max(10 * hits, sumy.frequency))
    assert sumy.chi2 == pytest.approx(float(measures.chi_squared(3, 10 * hits, sumy.frequency, whole)))
    narrow = collocations.collocates(corpus, "lemma:threaten", ALL, left=0, right=1)
    assert set(narrow.word) <= {"during", "to"}


@pytest.mark.parametrize("query", ["talks", "talks {~4} direct", "lemma:threaten"])
def test_collocates_are_asked_for_as_they_are_counted(corpus: Corpus, query: str) -> None:
    for row in collocations.collocates(corpus, query, ALL).head(12).itertuples():
        near = f"{query} {{~{concordance.SIDE - 1}}} {written(str(row.word))}"
        assert len(concordance.hits(corpus, near, ALL)) == row.joint, row.word


@pytest.mark.parametrize(("left", "right"), [(5, 0), (0, 5), (0, 1), (2, 2)])
def test_a_window_may_lie_on_one_side(corpus: Corpus, left: int, right: int) -> None:
    for row in collocations.collocates(corpus, "talks", ALL, left=left, right=right).head(8).itertuples():
        near = f"talks {{0,{right - 1}}} {written(str(row.word))}" if not left else ""
        near = f"{written(str(row.word))} {{0,{left - 1}}} talks" if not right else near
        near = near or f"talks {{~{left - 1}}} {written(str(row.word))}"
        assert concordance.count(corpus, near, ALL) == row.joint, row.word


@pytest.mark.parametrize(("near", "window", "span"), [("", "{~4}", 4), ("0-3", "{0,2}", 2)])
def test_a_network_joins_what_stands_near_each_other(
    corpus: Corpus, near: str, window: str, span: int
) -> None:
    nodes, pairs = collocations.network(corpus, "talks", ALL, near=near, stop=("small", "Direct"))
    assert nodes.entity_id.iloc[0] == "talks"
    assert nodes.n.iloc[0] == 42
    assert {"direct", "the", "talks"}.isdisjoint(nodes.entity_id[1:])
    assert set(pairs.entity_a) | set(pairs.entity_b) == set(nodes.entity_id)
    own = pairs.entity_a == "talks"
    assert own.sum() == len(nodes) - 1
    some = [*pairs[own].head(5).itertuples(), *pairs[~own].head(8).itertuples()]
    for row in some:
        asked = window if row.entity_a == "talks" else f"{{~{span}}}"
        lines = concordance.count(corpus, f"{written(row.entity_a)} {asked} {written(row.entity_b)}", ALL)
        assert row.n_sentences == lines, row
    alone, _ = collocations.network(corpus, "talks", ALL)
    assert set(collocations.small_words(corpus)).isdisjoint(alone.entity_id), (
        "small words tell nothing in a picture"
    )
    assert "the" in set(collocations.collocates(corpus, "talks", ALL).word), "the table has all"
    nothing = collocations.network(corpus, "zzzz", ALL)
    assert [len(frame) for frame in nothing] == [1, 0]


def test_small_words_are_told_by_their_parts_of_speech(corpus: Corpus) -> None:
    small = set(collocations.small_words(corpus))
    assert {"the", "of", "be", "was", "and"} <= small
    assert not {"talks", "russia", "said", "direct"} & small
