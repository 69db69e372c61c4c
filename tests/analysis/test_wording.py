"""The words that outlets choose: for one thing, in one place of a sentence, and more than others."""

from __future__ import annotations

from pathlib import Path

import pytest

import tellings
from tellings.analysis import concordance, evidence, wording
from tellings.query.filters import Filters
from tellings.query.pattern import written
from tellings.query.selection import select
from tests import corpora, harbour

POS = {"war": "NOUN", "conflict": "NOUN", "wars": "NOUN", "long": "ADJ", "ended": "VERB", "Kyiv": "PROPN",
       "began": "VERB", "Ukraine": "PROPN", "in": "ADP", "the": "DET", "cruel": "ADJ", "after": "ADP",
       "talks": "NOUN", ".": "PUNCT", "said": "VERB", "according": "VERB", "to": "ADP", "added": "VERB",
       "Friday": "PROPN", "Sunday": "PROPN", "US": "PROPN", "United": "PROPN", "States": "PROPN", "per": "ADP",
       "cent": "NOUN", "Nov": "PROPN", "November": "PROPN",
       "ten": "NUM", "march": "NOUN", "Mr": "PROPN", "Kyivv": "PROPN",
       "km": "NOUN", "capital": "NOUN", "miles": "NOUN", "percent": "NOUN"}  # fmt: skip
LEMMAS = {
    "wars": "war",
    "ended": "end",
    "began": "begin",
    "talks": "talk",
    "said": "say",
    "according": "accord",
    "added": "add",
    "miles": "mile",
}


def _pair(path: Path, one: str, other: str) -> Path:
    """Two articles of one sentence each, shared in other words."""
    rows = corpora.sentences({"a": one, "b": other}, POS, LEMMAS)
    rows["reuse"] = [
        {"doc_a": "a", "start_a": 0, "end_a": len(one), "doc_b": "b", "start_b": 0, "end_b": len(other),
         "kind": "edited", "similarity": 0.8, "method": "test", "group_id": "passage:a"}
    ]  # fmt: skip
    return corpora.write(path, rows)


@pytest.mark.parametrize(
    ("one", "other", "pair"),
    [
        ("the war ended .", "the conflict ended .", ["conflict / war"]),
        ("in Kyiv the talks ended .", "in Ukraine the talks ended .", ["Kyiv / Ukraine"]),
        ("the war ended .", "the wars ended .", []),
        ("the war ended .", "the cruel ended .", []),
        ("the long war ended .", "the conflict ended .", []),
        ("the talks ended .", "after the talks ended .", []),
        ("the war ended .", "the conflict began .", []),
        ("Kyiv said the war ended .", "Kyiv added the war ended .", ["add / say"]),
        ("Kyiv said the war ended .", "according to Kyiv the war ended .", []),
        ("the war ended , said Kyiv .", "the war ended , according to Kyiv .", []),
        ("the war ended in Friday .", "the war ended in Sunday .", []),
        ("the war ended in Nov .", "the war ended in November .", []),
        ("the US ended the war .", "the United States ended the war .", []),
        ("the US ended the war .", "the Ukraine ended the war .", ["Ukraine / US"]),
        ("the ten km ended .", "the capital ended .", []),
        ("the march ended .", "the war ended .", ["march / war"]),
        ("Mr Kyiv ended the war .", "Kyivv ended the war .", []),
        ("the ten miles ended .", "the war ended .", []),
        ("the ten wars ended .", "the ten talks ended .", ["talk / war"]),
        ("the ten miles ended .", "the ten km ended .", ["km / mile"]),
        ("in Kyiv the talks ended .", "in Friday the talks ended .", []),
        ("the ten per cent ended .", "the ten percent ended .", []),
    ],
)
def test_words_that_stand_for_each_other(tmp_path: Path, one: str, other: str, pair: list[str]) -> None:
    with tellings.open(_pair(tmp_path / "pair", one, other)) as corpus:
        found = wording.swaps(corpus, Filters())
        assert found.pair.tolist() == pair
        texts = {"a": one, "b": other}
        for row in found.to_dict("records"):
            assert texts[row["doc_id"]][row["start"] : row["end"]] == row["text"]
            assert texts[row["other"]][row["other_start"] : row["other_end"]] == row["other_text"]
            assert evidence.count(corpus, Filters(), select("shared", passage=row["group_id"])) == 2
        assert wording.swaps(corpus, Filters(doc=("a",))).empty


def test_key_words_are_what_one_article_has_more(tmp_path: Path) -> None:
    text = {"a": " ".join(["war"] * 6 + ["the"] * 6), "b": " ".join(["talks"] * 6 + ["long"] * 6)}
    with tellings.open(_pair(tmp_path / "pair", text["a"], text["b"])) as corpus:
        found = wording.key_words(corpus, Filters(), ("a", "b"))
        assert dict(zip(found.word, found.n, strict=True)) == {"war": 6, "long": 6, "talks": 6}
        assert (found.g2 > wording.LEAST).all()
        assert (found.n_reference == 0).all()
        assert wording.key_words(corpus, Filters(), ()).empty


def test_things_that_outlets_call_differently_come_first() -> None:
    with tellings.open() as corpus:
        filters = Filters(kind=wording.FORMS)
        things = wording.named(corpus, filters)
        assert things.n_outlets.min() > 1
        assert things.n_forms.iloc[0] > 1
        assert wording.honorifics(corpus, Filters(), "person:volodymyr-zelenskyy") == ["Mr"]


def test_nothing_is_compared_in_one_article(tmp_path: Path) -> None:
    with tellings.open(harbour.write(tmp_path / "alone", ("ash",))) as corpus:
        assert wording.named(corpus, Filters(kind=wording.FORMS)).empty
        assert wording.swaps(corpus, Filters()).empty


def test_key_words_are_whole_words() -> None:
    with tellings.open() as corpus:
        found = wording.key_words(corpus, Filters(), tuple(corpus.documents.doc_id), most=50)
        told = found[found.word == "cease-fire"]
        assert len(told) == 1
        assert not {"cease", "fire"} & set(found.word)
        assert dict(zip(found.word, found.printed, strict=True))["zelensky"] == "Zelensky"
        (row,) = told.itertuples()
        lines = concordance.hits(corpus, written(row.word), Filters(doc=(row.doc_id,)))
        assert len(lines) == row.n
