"""The units of money that figures are told in, and which of them may be one."""

from __future__ import annotations

import re

import pytest

from tellings.resources import lexicon, money


def test_every_sign_and_word_for_money_is_of_one_unit() -> None:
    rows = lexicon.rows("currencies")
    assert len(money.SIGNS) == sum(len(row[1].split()) for row in rows if len(row) > 1)
    assert len(money.WORDS) == sum(bool(row[2]) for row in rows if len(row) > 2)
    assert all(re.fullmatch("[A-Z]{3}", code) for codes in money.LOCAL.values() for code in codes.values())


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
