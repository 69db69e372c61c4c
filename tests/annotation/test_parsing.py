"""Texts that are no prose: tokens in linear time, over the unchanged text."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from tellings.annotation.parsing import model_name, parse, prepare, tokenize
from tellings.corpus.blocks import Block
from tellings.errors import ModelError

SIGNS = ["(", ")]}", "“", '"', "-", "😀", "=-", "_*", "\u200b.", "'"]


@pytest.mark.parametrize("sign", SIGNS)
def test_a_run_of_signs_is_few_tokens_over_the_unchanged_text(nlp: Language, sign: str) -> None:
    text = f"Ann Tully spoke. {sign * (100_000 // len(sign))} She left."
    doc = tokenize(nlp, text)
    assert doc.text == text
    assert len(doc) < 1000
    assert [t.text for t in doc[:4]] + [t.text for t in doc[-3:]] == [
        "Ann", "Tully", "spoke", ".", "She", "left", ".",
    ]  # fmt: skip


@given(
    st.lists(
        st.sampled_from(["a", "Ann ", "(" * 150, "ab" * 150, " ", "\n", "“No” ", "can't ", "….", "漢" * 90])
    )
)
def test_whatever_stands_in_a_text_its_tokens_are_the_text(nlp: Language, parts: list[str]) -> None:
    text = "".join(parts)
    assert tokenize(nlp, text).text == text


def test_words_beside_a_long_run_are_read_as_they_are_without_it(nlp: Language) -> None:
    words = "They can't say it isn't so."
    alone, beside = tokenize(nlp, words), tokenize(nlp, f"{words} {'(' * 400}")
    assert [(t.text, t.norm_) for t in alone] == [(t.text, t.norm_) for t in beside[: len(alone)]]


def test_where_sentences_may_begin_is_known_in_linear_time(nlp: Language) -> None:
    text = "one, " * 12_000
    start = time.process_time()
    plain = nlp.tokenizer(text)
    between = time.process_time()
    doc = prepare(nlp, text, (Block(0, len(text), "paragraph", True),))
    prepared = time.process_time() - between
    assert [t.text for t in doc] == [t.text for t in plain]
    assert doc[0].is_sent_start
    assert doc[1].is_sent_start is False
    assert (
        prepared < 20 * (between - start) + 2
    )  # some hundred times as long where each token looks at all others


@pytest.mark.parametrize("unit", ["Anna and Bob and ", "one, ", "5 to ", "1. ", "$5 ", "said "])
def test_what_never_ends_is_cut_into_sentences(nlp: Language, unit: str) -> None:
    text = unit * 2000
    doc = next(parse(nlp, [prepare(nlp, text, (Block(0, len(text), "paragraph", True),))]))
    assert doc.text == text
    assert max(len(sentence) for sentence in doc.sents) <= 400


def test_a_long_paragraph_of_sentences_is_not_cut(nlp: Language) -> None:
    text = "The mayor, who had come late, said that nobody knew. “Why not?” she asked the council. " * 60
    doc = prepare(nlp, text, (Block(0, len(text), "paragraph", True),))
    assert [t.i for t in doc if t.is_sent_start] == [0]


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("It was seen by a Det. He left.", True),
        ("He was made a Gen. The war went on.", True),
        ("It was led by a Capt. In May it sank.", True),
        ("It was seen by Det. Holm of Hull.", False),
        ("It was seen by Gen. Xqz Obi.", False),
        ("It was led by Capt. Will Holm.", False),
        ("It was led by Dr. May Holm.", False),
    ],
)
def test_behind_a_title_in_short_goes_on_a_name_and_begins_a_small_word(
    nlp: Language, text: str, begins: bool
) -> None:
    doc = next(parse(nlp, [prepare(nlp, text, (Block(0, len(text), "paragraph", True),))]))
    assert (len(list(doc.sents)) == 2) == begins


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("The state gave Rs. 25 lakh to the widow.", 1),
        ("It paid Ksh. 600,000 to the county.", 1),
        ("PETRA HOLM told last night how she ran.", 1),
        ("It happened in the UK. ITV reported it.", 2),
        ("They had no more Rs. Ten men left.", 2),
    ],
)
def test_a_sum_and_words_in_capitals_stay_in_one_sentence(nlp: Language, text: str, sentences: int) -> None:
    doc = next(parse(nlp, [prepare(nlp, text, (Block(0, len(text), "paragraph", True),))]))
    assert len(list(doc.sents)) == sentences


def test_a_model_is_called_the_same_before_it_is_loaded(nlp: Language, tmp_path: Path) -> None:
    called = f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"
    (tmp_path / "meta.json").write_text('{"lang": "en", "name": "own", "version": "1.0"}')
    assert model_name() == called
    assert model_name(str(tmp_path)) == "en_own 1.0"


@pytest.mark.parametrize("name", ["no_such_model", "json", "no/such/folder"])
def test_a_model_that_is_not_there_has_no_name(name: str) -> None:
    with pytest.raises(ModelError, match="is not installed"):
        model_name(name)
