"""The units of money that figures are told in, and which of them may be one."""

from __future__ import annotations

import pytest

from tellings.annotation.amounts.currencies import CURRENCY_SIGNS, WORDS
from tellings.resources import money


def test_every_sign_and_word_for_money_is_a_unit_of_money() -> None:
    assert {*CURRENCY_SIGNS.values(), *WORDS.values()} <= money.UNITS


@pytest.mark.parametrize("unit", ["NGO", "MP", "people", "day", "metre per second", ""])
def test_other_units_are_no_money(unit: str) -> None:
    assert not money.is_money(unit)


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        ("dollar", "NZD", True),
        ("KES", "shilling", True),
        ("peso per day", "PHP per day", True),
        ("peso per day", "PHP", False),
        ("dollar", "BHD", False),
        ("AUD", "NZD", False),
        ("people", "dollar", False),
    ],
)
def test_money_told_without_its_country_may_be_that_of_one(one: str, other: str, may: bool) -> None:
    assert money.may_be_one(one, other) is may
