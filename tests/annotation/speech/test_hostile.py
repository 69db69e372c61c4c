"""Any text: quotations stay true to it, and cost no more than its length."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tellings.annotation.pipeline import read_article
from tellings.annotation.speech.quotations import Quotation
from tests.annotation.speech.said import found

if TYPE_CHECKING:
    from spacy.language import Language


HOSTILE = {
    "marks in a row": '"' * 3000,
    "marks and spaces": "“ ” " * 1000,
    "an endless quotation": "“" + "He said it would rain and the river would rise. " * 120,
    "said that said": "he said that " * 300,
    "capitals": "THE MINISTER SAID “NO WAY” AND LEFT. " * 40,
    "no stops": "Smith said “yes” and Jones said “no” and " * 60,
    "bidirectional controls": "\u202e“He\u2066 said\u2069 so,”\u202c said Smith. " * 40,
    "no cue": "The river runs by the town. " * 40,
    "nothing": "",
    "spaces": " \n\n \n",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text(nlp: Language, name: str) -> None:
    text = read_article(nlp, "made", HOSTILE[name]).text  # without the invisible controls
    said = found(nlp, HOSTILE[name])
    _true(text, said)
    assert sum(len(q.text) for q in said) <= 4 * len(text)  # what is copied grows with the text


WORDS = [
    *("“", "”", '"', "'", "’", "“odd”", ",", ".", ":", "—", "\n\n"),
    *("Smith", "the source", "she", "AFP", "rain", "said", "told", "fell", "called", "accused", "lying"),
    *("that", "and", "of", "according to"),
]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.sampled_from(WORDS), max_size=40))
def test_any_order_of_words(nlp: Language, words: list[str]) -> None:
    text = " ".join(words)
    _true(text, found(nlp, text))


def _true(text: str, said: list[Quotation]) -> None:
    keys = [q.key for q in said]
    assert len(set(keys)) == len(keys)
    for quotation in said:
        assert text[quotation.start : quotation.end] == quotation.text
        assert quotation.parts
        assert all(text[p.start : p.end] == p.text for p in quotation.parts)
        assert all(text[s.start : s.end] == s.text for s in quotation.speakers)
        assert quotation.inside_key is None or quotation.inside_key in keys
        assert quotation.turn_key in keys
        if quotation.cue is not None:
            assert text[quotation.cue_start : quotation.cue_end] == quotation.cue
