"""Parts of a corpus: what is quoted, whose words, headlines; who says a word, and of whom it is said."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tellings.analysis import concordance, frequencies, subcorpora
from tellings.query.filters import Filters, parse
from tellings.store import corpus as store
from tellings.store.corpus import Corpus

QUOTED, NARRATED = Filters(kind=("quotations",)), Filters(kind=("narration",))


@pytest.fixture(scope="module")
def corpus() -> Iterator[Corpus]:
    with store.open() as opened:
        yield opened


@pytest.mark.parametrize("word", ["talks", "the", "ceasefire", "[person]"])
def test_what_is_quoted_and_what_is_not_are_all_there_is(corpus: Corpus, word: str) -> None:
    every, quoted, own = (
        {(row.doc_id, row.start) for row in concordance.hits(corpus, word, part).itertuples()}
        for part in (Filters(), QUOTED, NARRATED)
    )
    assert quoted
    assert own
    assert quoted | own == every
    assert not quoted & own


def test_only_what_somebody_says_stands_in_their_quotations(corpus: Corpus) -> None:
    speaker = "person:volodymyr-zelenskyy"
    found = concordance.hits(corpus, "the", Filters(speaker=(speaker,)))
    assert len(found) > 0
    for row in found.itertuples():
        inside = corpus.sql(
            "SELECT count(*) AS n FROM content_spans JOIN quotation_speakers USING (quote_id) "
            'WHERE doc_id = ? AND start <= ? AND "end" >= ? AND entity_id = ?',
            [row.doc_id, int(row.start), int(row.end), speaker],
        )
        assert int(inside.n.iloc[0]) > 0


def test_headlines_alone(corpus: Corpus) -> None:
    found = frequencies.frequencies(corpus, Filters(kind=("headline",)))
    words = corpus.sql("SELECT sum(len(text)) AS n FROM (SELECT d.text[b.start + 1:b.\"end\"] AS text FROM blocks b "
                       "JOIN documents d USING (doc_id) WHERE kind = 'headline')")  # fmt: skip
    assert 0 < int(found.n.sum()) < int(words.n.iloc[0])


def test_words_that_are_parted_by_what_is_left_out_do_not_stand_side_by_side(corpus: Corpus) -> None:
    every = set(frequencies.frequencies(corpus, Filters(), n=2).word)
    for part in (QUOTED, NARRATED):
        pairs = frequencies.frequencies(corpus, part, n=2)
        assert set(pairs.word) <= every
        assert len(concordance.hits(corpus, "pos:NOUN pos:NOUN", part)) <= len(
            concordance.hits(corpus, "pos:NOUN pos:NOUN", Filters())
        )


def test_of_whom_a_word_is_said_and_who_says_it(corpus: Corpus) -> None:
    found = subcorpora.voices(corpus, "lemma:threaten", Filters()).set_index("name")
    assert found.as_cue.to_dict()["Russia"] == 2
    assert found.loc["Oliver Carroll"].in_words == 1
    assert found.in_words.iloc[-1] == 0, "in the articles' own words nobody threatens"


@pytest.mark.parametrize("query", ["lemma:threaten", "lemma:say", "told", "said the", "told {0,3} the"])
@pytest.mark.parametrize("filters", [Filters(), Filters(kind=("headline",)), QUOTED])
def test_each_number_of_the_voices_opens_as_many_lines(corpus: Corpus, query: str, filters: Filters) -> None:
    found = subcorpora.voices(corpus, query, filters)
    heads = subcorpora.whole(filters).kind
    own = Filters(kind=(*heads, "own"))
    assert concordance.count(corpus, query, own) == found.in_words.iloc[-1]
    for row in found[:-1].itertuples():
        for kind, n in (("cue", row.as_cue), ("quotations", row.in_words)):
            part = Filters(kind=(*heads, kind), speaker=(str(row.speaker),))
            assert concordance.count(corpus, query, part) == n, (row.name, kind)


def test_parts_are_compared_each_with_the_others(corpus: Corpus) -> None:
    found = subcorpora.compare(corpus, "lemma:say", (("quoted", QUOTED), ("own", NARRATED)))
    assert found.n.sum() == concordance.count(corpus, "lemma:say", Filters())
    assert found.n_words.sum() == frequencies.size(corpus, Filters())
    assert found.g2.iloc[0] == pytest.approx(-found.g2.iloc[1])
    assert found.g2.iloc[0] < 0 < found.log_ratio.iloc[1]
    empty = subcorpora.compare(corpus, "talks", (("none", Filters(date="..1900-01-01")), ("all", Filters())))
    assert empty.n.tolist() == [0, 42]
    assert empty.per_1000.isna().tolist() == [True, False]


def test_a_part_that_has_none_of_a_word_has_it_no_oftener(corpus: Corpus) -> None:
    found = subcorpora.compare(
        corpus, "lemma:say", (("heads", Filters(kind=("headline",))), ("own", NARRATED))
    )
    assert found.n.iloc[0] == 0
    assert found.g2.iloc[0] <= 0


def test_key_words_against_all_the_rest(corpus: Corpus) -> None:
    rest = frequencies.keyness(corpus, QUOTED)
    other = frequencies.keyness(corpus, QUOTED, NARRATED)
    assert rest.equals(other), "what is not quoted is the rest"
    found = subcorpora.key_words(corpus, (("quoted", QUOTED), ("own", NARRATED)))
    assert found.part.unique().tolist() == ["quoted", "own"]
    assert (found.g2 > 0).all()
    assert (found.n >= 2).all()
    assert subcorpora.key_words(corpus, ()).empty


def test_key_words_of_parts_against_each_other(corpus: Corpus) -> None:
    one, other, third = (Filters(doc=(doc,)) for doc in corpus.documents.doc_id[:3])
    found = subcorpora.key_words(corpus, (("one", one), ("other", other)), against="others", least=1)
    for name, key in (
        ("one", frequencies.keyness(corpus, one, other)),
        ("other", frequencies.keyness(corpus, other, one)),
    ):
        more = key[key.g2 > 0].reset_index(drop=True)
        assert found[found.part == name].drop(columns="part").reset_index(drop=True).equals(more)
    three = subcorpora.key_words(corpus, (("one", one), ("other", other), ("third", third)), against="others")
    assert three[three.part == "one"].n_reference.sum() > found[found.part == "one"].n_reference.sum()
    bases = subcorpora.key_words(corpus, (("quoted", QUOTED), ("own", NARRATED)), unit="lemmas")
    assert {"say", "be"} & set(bases.word)
    assert not {"said", "was"} & set(bases.word)


def test_an_address_says_parts_samples_and_marks() -> None:
    filters, notes = parse(
        {"sub": ["Kyiv?publisher=AFP&kind=narration", "no query"], "sample": ["20", "x"], "seed": ["3"],
         "lines": ["star:a:b:1-2", "only:star", "hide:", "d:a:1-2"], "kind": ["narration"]}
    )  # fmt: skip
    assert filters.sub == ("Kyiv?publisher=AFP&kind=narration",)
    assert (filters.sample, filters.seed, filters.kind) == ("20", "3", ("narration",))
    assert filters.lines == ("star:a:b:1-2", "only:star")
    assert len(notes) == 4
    assert filters.active == ("kind",)
