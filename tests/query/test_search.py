"""Quotations are found by their words, cue, speaker and sentence, and by the forms of a word."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tellings.analysis import evidence, speakers
from tellings.folder import parquet
from tellings.query.filters import Filters
from tellings.query.search import kin, lemmas
from tellings.query.selection import select
from tellings.store.corpus import Corpus
from tests import corpora, quoted

LEMMAS = {"threatened": "threaten", "boats": "boat", "said": "say", "claimed": "claim", "come": "come"}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    path = quoted.write(tmp_path_factory.mktemp("corpora") / "elm")
    with Corpus(path) as before:
        sentences = before.sql(
            'SELECT s.*, substr(d.text, s.start + 1, s."end" - s.start) AS text FROM sentences s JOIN documents d '
            "USING (doc_id)"
        )
        tokens = before.tokens
    for row in sentences.itertuples():
        for position, (printed, lemma) in enumerate(LEMMAS.items()):
            at = row.text.find(printed)
            if at >= 0:
                start = row.start + at
                span = [start, start + len(printed)]
                tokens.loc[len(tokens)] = [row.doc_id, row.sentence_id, position, *span, lemma, "VERB"]
    parquet.write(tokens, path, "tokens")
    with Corpus(path) as opened:
        yield opened


@pytest.mark.parametrize(
    ("q", "found"),
    [
        ("dawn", {"We will": ["what is said"], "they would": ["what is said"], "At dawn": ["what is said"]}),
        ("THREAT", {"to block": ["the word of saying"], "Quay had": ["what is said"]}),
        ("threatens", {"to block": ["the word of saying"], "Quay had": ["what is said"]}),
        ("threats", {"to block": ["the word of saying"], "Quay had": ["what is said"]}),
        ("claims", {"Cy Deep would": ["the word of saying"]}),
        ("boats coming", {}),
        ("threatening boat", {"to block": ["its sentence"], "Quay had": ["what is said"]}),
        ("Ann", {"We will": ["the speaker"], "they would": ["the speaker"]}),
        ("condition of", {"to block": ["its sentence"], "Quay had": ["its sentence"]}),
        ("threat*", {"to block": ["the word of saying"], "Quay had": ["what is said"]}),
        ("threat?ned", {"to block": ["the word of saying"], "Quay had": ["what is said"]}),
        ("threat* boat", {"to block": ["its sentence"], "Quay had": ["what is said"]}),
        ("boats*dawn", {}),
        ("submarine", {}),
        ("“", {"We will": ["its sentence"], "At dawn": ["its sentence"]}),
        ("%_?'\"", {}),
    ],
)
def test_words_are_found_and_it_is_said_where(corpus: Corpus, q: str, found: dict[str, list[str]]) -> None:
    filters = Filters(q=q)
    spans = evidence.spans(corpus, filters, select("quotations"))
    assert evidence.count(corpus, filters, select("quotations")) == len(spans)
    hits = speakers.hits(corpus, tuple(spans.id), q)
    said = {text: hits[quote] for text, quote in zip(spans.text, spans.id, strict=True)}
    assert {
        next(start for start in [*found, text] if text.startswith(start)): where
        for text, where in said.items()
    } == found


@pytest.mark.parametrize(
    ("word", "base"),
    [("threatens", "threaten"), ("Denied", "deny"), ("stopped", "stop"), ("hoping", "hope"), ("Kyiv’s", "kyiv"),
     ("talks", "talk"), ("passes", "pass"), ("is", "is")],
)  # fmt: skip
def test_regular_endings_are_taken_away(word: str, base: str) -> None:
    assert base in lemmas(word)


@pytest.mark.parametrize(
    ("noun", "verb"),
    [("threat", "threaten"), ("accusation", "accuse"), ("confirmation", "confirm"), ("negotiation", "negotiate"),
     ("rejection", "reject"), ("agreement", "agree"), ("denial", "deny"), ("proposal", "propose"),
     ("insistence", "insist"), ("description", "describe"), ("invasion", "invade"), ("clarification", "clarify")],
)  # fmt: skip
def test_a_noun_is_looked_for_with_its_verb_and_a_verb_with_its_noun(noun: str, verb: str) -> None:
    assert verb in kin(lemmas(f"{noun}s"))[0]
    assert noun in kin([verb])[1]


@pytest.mark.parametrize(("one", "other"), [("station", "state"), ("portion", "port"), ("trial", "try")])
def test_words_that_only_look_alike_are_not_taken_for_each_other(one: str, other: str) -> None:
    assert other not in kin([one])[0]
    assert one not in kin([other])[1]


@pytest.mark.parametrize(
    ("q", "found"),
    [
        ("threatens", {"threatened"}),
        ("boat", {"boats"}),
        ("threat", {"threatened"}),
        ("threats", {"threatened"}),
        ("threat*", {"threatened"}),
        ("*ened boat?", {"threatened", "boats"}),
        ("threaten?", set()),
        ("boats—threatened", {"threatened", "boats"}),
        ("threatened-boat.", {"threatened", "boats"}),
        ("boat’s", {"boats"}),
        ("boats,", {"boats"}),
        ("submarine", set()),
        ("“", set()),
    ],
)
def test_words_of_the_articles_are_found_in_any_form(corpus: Corpus, q: str, found: set[str]) -> None:
    opened = select("words")
    spans = evidence.spans(corpus, Filters(q=q), opened)
    assert evidence.count(corpus, Filters(q=q), opened) == len(spans)
    assert set(spans.text) == found


def test_of_several_words_each_stands_in_the_sentence(corpus: Corpus) -> None:
    spans = evidence.spans(corpus, Filters(q="threatening boat"), select("words"))
    assert set(spans.text) == {"boats", "threatened"}
    assert spans.context.str.contains("threatened").all()


@pytest.mark.parametrize(
    ("q", "found"),
    [
        ("turkiye", {"Türkiye"}),
        ("TÜRKIYE", {"Türkiye"}),
        ("tur", set()),
        ("turki", {"Türkiye"}),
        ("lodz", {"Łódź"}),
        ("l?dz", {"Łódź"}),
        ("*odz", {"Łódź"}),
        ("hôsts", {"hosts"}),
        ("lodz turkiye", {"Łódź", "Türkiye"}),
        ("todz", set()),
    ],
)
def test_written_words_are_found_with_accents_or_without(tmp_path: Path, q: str, found: set[str]) -> None:
    words = {"Türkiye": "PROPN", "hosts": "VERB", "Łódź": "PROPN"}
    rows = corpora.sentences({"a": " ".join(words)}, words, {"hosts": "host"})
    with Corpus(corpora.write(tmp_path / "accents", rows)) as corpus:
        assert set(evidence.spans(corpus, Filters(q=q), select("words")).text) == found
