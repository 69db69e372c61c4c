"""The concordance: as many lines as are counted, in their order, and what is counted from them."""

from __future__ import annotations

import re

import pytest

import tellings
from tellings.analysis import collocations, concordance, measures
from tellings.query.filters import Filters
from tellings.query.pattern import PatternError, written
from tellings.store.corpus import Corpus

ALL = Filters()


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return tellings.open()


@pytest.mark.parametrize(
    "query", ["talks", "cease-fire|ceasefire", "/cease.?fire/", "lemma:threaten", "threat*"]
)
def test_words_are_found_as_often_as_the_text_has_them(corpus: Corpus, query: str) -> None:
    as_text = {"talks": "talks", "lemma:threaten": "threaten(?:s|ed|ing)?", "threat*": "threat[a-z]*"}
    wanted = re.compile(rf"\b(?:{as_text.get(query, 'cease-fire|ceasefire')})\b", re.IGNORECASE)
    if query.startswith("/"):  # a regular expression describes one word, and a hyphen parts two
        wanted = re.compile(r"\bceasefire\b", re.IGNORECASE)
    blocks = corpus.sql(
        'SELECT substr(d.text, b.start + 1, b."end" - b.start) AS text FROM blocks b JOIN documents d USING (doc_id) '
        "WHERE b.counted"
    )
    assert len(concordance.hits(corpus, query, ALL)) == sum(len(wanted.findall(text)) for text in blocks.text)


def test_a_name_is_found_however_it_is_called(corpus: Corpus) -> None:
    found = concordance.lines(corpus, "[Vladimir Putin]", ALL)
    mentions = corpus.sql(
        "SELECT count(*) AS n FROM counted_mentions JOIN entities USING (entity_id) WHERE name = 'Vladimir Putin'"
    )
    assert len(found) == mentions.n.iloc[0]
    assert {"Putin", "Vladimir Putin"} <= set(found.node)
    said = concordance.lines(corpus, "[person] {0,1} said", ALL)
    assert len(said)
    assert all(node.endswith("said") for node in said.node)


def test_lines_stand_in_their_text_and_are_sorted(corpus: Corpus) -> None:
    found = concordance.lines(corpus, "talks", ALL, sort=("r1", "l1"))
    texts = dict(zip(corpus.documents.doc_id, corpus.documents.text, strict=True))
    assert all(texts[line.doc_id][line.start : line.end] == line.node for line in found.itertuples())
    keys = [(line.r1.lower(), line.l1.lower()) for line in found.itertuples()]
    assert keys == sorted(keys)
    assert all(line.r1 in line.right for line in found.itertuples())
    assert all(line.l1 in line.left for line in found.itertuples())
    with pytest.raises(ValueError, match="sorted by"):
        concordance.lines(corpus, "talks", ALL, sort=("colour",))


@pytest.mark.parametrize("key", ["l5", "r3", "node", "article", "date", "speaker"])
def test_lines_are_sorted_by_any_key_and_the_first_are_the_first(corpus: Corpus, key: str) -> None:
    found = concordance.lines(corpus, "talks", ALL, sort=(key,))
    column = {"article": "short", "date": "published"}.get(key, key)
    told = [str(value).lower() for value in found[column].dropna()]
    assert told == sorted(told)
    assert found[column].isna().tolist() == sorted(found[column].isna()), "what is not known comes last"
    assert concordance.lines(corpus, "talks", ALL, sort=(key,), most=7).equals(found.head(7))


def test_a_line_says_whose_words_it_stands_in_and_is_as_wide_as_asked(corpus: Corpus) -> None:
    found = concordance.lines(corpus, "talks", ALL, width=9)
    assert found.left.str.len().max() <= 9 >= found.right.str.len().max()
    quoted = concordance.hits(corpus, "talks", Filters(kind=("quotations",)))
    assert set(found[found.speaker.notna()].start) == set(quoted.start)
    threat = concordance.lines(corpus, "lemma:threaten", Filters(kind=("quotations",)))
    assert threat.speaker.tolist() == ["an anonymous source"] * 2 + ["Oliver Carroll"]


def test_words_are_those_of_the_text(corpus: Corpus) -> None:
    odd = corpus.sql(
        "SELECT count(*) AS n FROM words JOIN documents d USING (doc_id) "
        'WHERE words.text <> substr(d.text, words.start + 1, words."end" - words.start)'
    )
    assert odd.n.iloc[0] == 0
    assert corpus.sql("SELECT count(*) AS n FROM words").n.iloc[0] == len(corpus.tokens)


def test_a_sample_is_the_same_for_the_same_seed(corpus: Corpus) -> None:
    one, again, other = (concordance.lines(corpus, "the", ALL, sample=20, seed=seed) for seed in (1, 1, 2))
    assert len(one) == 20
    assert one.equals(again)
    assert not one.equals(other)


def test_filters_narrow_where_is_looked(corpus: Corpus) -> None:
    doc = str(corpus.documents.doc_id.iloc[0])
    found = concordance.hits(corpus, "talks", Filters(doc=(doc,)))
    assert set(found.doc_id) == {doc}
    spread = concordance.dispersion(corpus, "talks", ALL)
    assert int(spread.set_index("doc_id").n[doc]) == len(found)
    assert int(spread.n.sum()) == len(concordance.hits(corpus, "talks", ALL))
    assert int(spread.n_words.sum()) == len(concordance.hits(corpus, "*", ALL)), "the base of every rate"


def test_collocates_are_counted_and_measured(corpus: Corpus) -> None:
    found = collocations.collocates(corpus, "lemma:threaten", ALL, unit="lemmas").set_index("word")
    hits = len(concordance.hits(corpus, "lemma:threaten", ALL))
    sumy = found.loc["sumy"]
    assert sumy.joint == 3
    assert sumy.frequency == len(concordance.hits(corpus, "Sumy", ALL))
    whole = len(concordance.hits(corpus, "*", ALL))
    assert sumy.g2 == pytest.approx(float(measures.log_likelihood(3, 10 * hits, sumy.frequency, whole)))
    assert list(found.g2) == sorted(found.g2, reverse=True)
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


def test_a_trend_counts_all_words_of_a_date(corpus: Corpus) -> None:
    found = concordance.trend(corpus, "talks", ALL)
    assert found.n.sum() == concordance.count(corpus, "talks", ALL)
    assert found.n_words.sum() == concordance.size(corpus, ALL)
    for row in found.itertuples():
        part = Filters(date=f"{row.published}..{row.published}")
        assert row.n == concordance.count(corpus, "talks", part)
        assert row.n_words == concordance.size(corpus, part)


def test_places_stand_between_beginning_and_end(corpus: Corpus) -> None:
    docs = tuple(corpus.documents.doc_id[:2])
    found = concordance.positions(corpus, "talks", ALL, docs)
    assert set(found.id) == set(docs)
    assert found["at"].between(0, 1).all()
    assert len(found) == concordance.count(corpus, "talks", Filters(doc=docs))


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
    nothing = collocations.network(corpus, "zzzz", ALL)
    assert [len(frame) for frame in nothing] == [1, 0]


def test_small_words_are_told_by_their_parts_of_speech(corpus: Corpus) -> None:
    small = set(collocations.small_words(corpus))
    assert {"the", "of", "be", "was", "and"} <= small
    assert not {"talks", "russia", "said", "direct"} & small


def test_keyness_compares_two_parts(corpus: Corpus) -> None:
    docs = tuple(corpus.documents.doc_id)
    found = concordance.keyness(corpus, Filters(doc=docs[:1]), Filters(doc=docs[1:]))
    row = found[found.word == "talks"].iloc[0]
    parts = [len(concordance.hits(corpus, "talks", Filters(doc=some))) for some in (docs[:1], docs[1:])]
    assert [row.n, row.n_reference] == parts
    turned = concordance.keyness(corpus, Filters(doc=docs[1:]), Filters(doc=docs[:1])).set_index("word")
    assert turned.g2["talks"] == pytest.approx(-row.g2)


def test_words_in_a_row_are_counted_within_sentences(corpus: Corpus) -> None:
    found = concordance.frequencies(corpus, ALL, n=2).set_index("word")
    assert found.n["the talks"] == len(concordance.hits(corpus, "the talks", ALL))


def test_each_word_is_asked_for_as_it_is_written(corpus: Corpus) -> None:
    words = concordance.frequencies(corpus, ALL)
    odd = words[~words.word.str.fullmatch(r"\w+")]
    assert len(odd)
    for word, n in [*zip(odd.word, odd.n, strict=True), *zip(words.word[:20], words.n[:20], strict=True)]:
        assert len(concordance.hits(corpus, written(word), ALL)) == n, word


@pytest.mark.parametrize(("query", "at"), [("/(/", 0), ("/[a/", 0), ("/a{2001}/", 0), ("the /a/ /(b/", 8)])
def test_a_bad_expression_is_said_to_be_one_and_where(corpus: Corpus, query: str, at: int) -> None:
    with pytest.raises(PatternError, match="regular expression") as found:
        concordance.hits(corpus, query, ALL)
    assert found.value.at == at


def test_an_expression_that_explodes_elsewhere_does_not_here(corpus: Corpus) -> None:
    assert len(concordance.hits(corpus, "/(a+)+b/", ALL)) == 0
