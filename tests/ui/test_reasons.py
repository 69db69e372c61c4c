"""Why a name was found, typed and linked, in plain words."""

from __future__ import annotations

import tellings
from tellings.ui import reasons


def test_how_a_mention_was_found_typed_and_linked() -> None:
    assert reasons.mention("model, full name; last name") == [
        ("found by", "the language model"),
        ("typed by", "its full name elsewhere in the article"),
        ("linked by", "a last name that one person in the article bears"),
    ]
    assert reasons.mention("pronoun") == [("found by", "a pronoun")]
    assert reasons.mention("correction:c1") == [("found by", "a correction by hand")]
    assert reasons.mention("a new way, guess; luck") == [
        ("found by", "a new way"),
        ("typed by", "guess"),
        ("linked by", "luck"),
    ]


def test_every_way_of_the_default_corpus_has_words() -> None:
    with tellings.open(corrections=False) as corpus:
        methods = corpus.sql("SELECT DISTINCT method FROM mentions").method
    assert len(methods) > 5
    for method in methods:
        finding, _, way = method.partition("; ")
        words = [said for _, said in reasons.mention(method)]
        assert not {*finding.split(", "), *([way] if way else [])} & set(words), method
