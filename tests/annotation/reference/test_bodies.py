"""Bodies told of again by their kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tellings.annotation.entities import Mention
from tellings.annotation.pipeline import read_article
from tellings.annotation.reference.bodies import resolve

if TYPE_CHECKING:
    from spacy.language import Language

BODIES = (
    "Electoral Commission",
    "Monetary Fund",
    "Bank of Holm",
    "Bank of Leeds",
    "Kestrel",
    "Wexco",
    "Holm Ltd",
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Electoral Commission met. The commission said it was late.", ["The commission"]),
        ("The Monetary Fund met. Growth is slow, the fund said.", ["the fund"]),
        ("The Bank of Holm and the Bank of Leeds met. The bank said it was late.", []),
        ("The Electoral Commission met. The city commission said it was late.", []),
        ("The Electoral Commission met. A commission said it was late.", []),
        ("The commission said it was late. The Electoral Commission met.", []),
        ("The Monetary Fund met. The fund grew.", []),
        ("The Monetary Fund met. The company said it was late.", []),
        ("Pump maker Kestrel will close. The company said it was late.", ["The company"]),
        ("Holm Ltd will close. Sales fell, according to the firm.", ["the firm"]),
        ("Kestrel, a supplier of bolts, sued. The firm said it was late.", ["The firm"]),
        ("Kestrel will close. The company said it was late.", []),
        ("Pump maker Kestrel sued retailer Wexco. The company said it was late.", []),
        ("Pump maker Kestrel will close. The company grew.", []),
    ],
)
def test_the_one_body_with_the_word(nlp: Language, text: str, expected: list[str]) -> None:
    names = [
        Mention(at, at + len(name), name, form="name", type="organisation", chain=name, method="made")
        for name in BODIES
        if (at := text.find(name)) >= 0
    ]
    assert [m.text for m in resolve(read_article(nlp, "made", text), names)] == expected
