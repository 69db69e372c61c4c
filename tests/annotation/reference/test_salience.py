"""Whom a pronoun cannot mean, by how it stands to a name in its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.annotation.reference.test_coreference import resolved

if TYPE_CHECKING:
    from spacy.language import Language

OTHERS = "Peter Brown spoke in the morning. Mrs Okoro left early.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sato, a baker on his floor, works every night. “We are tired,” she said.", "person:sato"),
        ("Sato, a friend of his brother, stayed. “I saw it,” she said.", "person:sato"),
        ("Sato, a baker who lost her son, works every night. “We are tired,” she said.", "person:sato"),
        ("Sato, who had packed his bag, left. “We are tired,” he said.", "person:sato"),
    ],
)
def test_a_pronoun_beside_a_name_means_somebody_else(nlp: Language, text: str, expected: str) -> None:
    assert resolved(nlp, OTHERS + text)[-1][1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The families get money, said Peter Brown, who runs the firm. John Smith was at the controls, he added.",
         "person:peter-brown"),
        ("Mrs Okoro said the hall was full. Maria Lopez locked the door, she added.", "person:okoro"),
        ("John Smith is a baker. The shop is his, he said.", "person:john-smith"),
    ],
)  # fmt: skip
def test_who_is_told_of_before_the_verb_does_not_say_it(nlp: Language, text: str, expected: str) -> None:
    assert resolved(nlp, text)[-1][1] == expected
