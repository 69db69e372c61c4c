"""Words counted and parts compared, each number that of its lines."""

from __future__ import annotations

import pytest

import tellings
from tellings.analysis import concordance, frequencies
from tellings.library import Corpus
from tellings.query.filters import Filters
from tellings.query.pattern import written
from tellings.ui import word_choice

ALL = Filters()


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return tellings.open()


def test_keyness_compares_two_parts(corpus: Corpus) -> None:
    docs = tuple(corpus.documents.doc_id)
    found = frequencies.keyness(corpus, Filters(doc=docs[:1]), Filters(doc=docs[1:]))
    row = found[found.word == "talks"].iloc[0]
    parts = [len(concordance.hits(corpus, "talks", Filters(doc=some))) for some in (docs[:1], docs[1:])]
    assert [row.n, row.n_reference] == parts
    here, there = row.per_1000 / 1000, row.per_1000_reference / 1000
    assert row.difference == pytest.approx(100 * (here - there) / there)
    assert row.odds_ratio == pytest.approx(here / (1 - here) / (there / (1 - there)))
    assert row.simple_maths == pytest.approx((1e6 * here + 1) / (1e6 * there + 1))
    assert row.coefficient == pytest.approx((here - there) / (here + there))
    turned = frequencies.keyness(corpus, Filters(doc=docs[1:]), Filters(doc=docs[:1])).set_index("word")
    assert turned.g2["talks"] == pytest.approx(-row.g2)


def test_words_in_a_row_are_counted_within_sentences(corpus: Corpus) -> None:
    found = frequencies.frequencies(corpus, ALL, n=2).set_index("word")
    assert found.n["the talks"] == len(concordance.hits(corpus, "the talks", ALL))


@pytest.mark.parametrize("filters", [ALL, Filters(kind=("quotations",)), Filters(publisher=("SBS News",))])
@pytest.mark.parametrize("unit", ["words", "lemmas"])
def test_words_are_as_many_as_are_compared(corpus: Corpus, filters: Filters, unit: str) -> None:
    told = frequencies.frequencies(corpus, filters, unit=unit)
    key = frequencies.keyness(corpus, filters, unit=unit)
    assert len(told)
    assert told.set_index("word").n.to_dict() == key[key.n > 0].set_index("word").n.to_dict()
    hyphens = told.n[told.word.str.contains(r"[^\W\d]-", regex=True)].sum()
    assert told.n.sum() + hyphens <= frequencies.size(corpus, filters) <= told.n.sum() + 3 * hyphens
    often = told[told.n_documents > 1].head(3)
    for word, n in zip(often.word, often.n_documents, strict=True):
        query = f"lemma:{written(word)}" if unit == "lemmas" else written(word)
        assert concordance.hits(corpus, query, filters).doc_id.nunique() == n


@pytest.mark.parametrize(
    ("query", "n", "holds"),
    [("lemma:threaten", 3, "threatened"), ("[person] said", 2, " said"), ("talk*", 1, "talk")],
)
@pytest.mark.parametrize("filters", [ALL, Filters(kind=("narration",))])
def test_rows_of_words_are_those_in_which_a_pattern_stands(
    corpus: Corpus, filters: Filters, query: str, n: int, holds: str
) -> None:
    told = frequencies.frequencies(corpus, filters, n=n, query=query)
    every = frequencies.frequencies(corpus, filters, n=n)
    assert len(told)
    assert told.word.str.contains(holds).all()
    assert len(told.merge(every)) == len(told), "each counted wherever it stands"
    if n == 1:
        assert told.n.sum() == len(concordance.hits(corpus, query, filters))
    if query == "lemma:threaten":
        assert {*told.word} == {*every.word[every.word.str.contains(holds)]}


def test_no_row_of_too_few_words_has_a_pattern(corpus: Corpus) -> None:
    assert frequencies.frequencies(corpus, ALL, n=2, query="the {3,20} of").empty


@pytest.mark.parametrize("unit", ["words", "lemmas"])
def test_each_word_is_asked_for_as_it_is_written(corpus: Corpus, unit: str) -> None:
    words = frequencies.frequencies(corpus, ALL, unit=unit)
    odd = words[~words.word.str.fullmatch(r"\w+")]
    assert len(odd)
    joined = set(frequencies.in_compounds(corpus, unit).word)
    some = words[words.word.isin(joined)].head(10)
    assert len(some)
    for part in (odd, words.head(20), some):
        for word, n in zip(part.word, part.n, strict=True):
            assert len(concordance.hits(corpus, word_choice.written(word, unit, joined), ALL)) == n, word


@pytest.mark.parametrize(
    ("filters", "unit"),
    [
        (ALL, "words"),
        (ALL, "lemmas"),
        (Filters(kind=("quotations",)), "words"),
        (Filters(kind=("own",)), "lemmas"),
    ],
)
def test_what_hyphens_join_is_one_word(corpus: Corpus, filters: Filters, unit: str) -> None:
    words = frequencies.frequencies(corpus, filters, unit=unit).set_index("word").n
    ours = frequencies.counted(corpus, filters, unit=unit).set_index("word").n
    assert words["cease-fire"] == ours["cease-fire"] > 0
    assert "cease" not in words
    assert "cease" not in ours
    asked = "lemma:/cease-fire/" if unit == "lemmas" else "/cease-fire/"
    assert words["cease-fire"] == len(concordance.hits(corpus, asked, filters))
    assert len(concordance.hits(corpus, "cease-fire", ALL)) >= words["cease-fire"]


def test_a_regular_expression_describes_whole_words_and_plain_words_are_found_in_others(
    corpus: Corpus,
) -> None:
    found = concordance.in_context(corpus, concordance.hits(corpus, "/cease.?fire/", ALL))
    assert {str(node).lower() for node in found.node} == {"ceasefire", "cease-fire"}
    assert concordance.hits(corpus, "/cease/", ALL).empty
    assert len(concordance.hits(corpus, "cease", ALL))
