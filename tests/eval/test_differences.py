"""Floors under the differences on pairs of short articles of our own making: conflicts found, and none invented."""

from __future__ import annotations

import pytest

from tests.eval.difference_cases import PARTS, measure, read

FLOORS = {"open": (24, 23, 10, 0), "kept": (17, 17, 5, 0), "told": (13, 13, 2, 6), "acts": (17, 14, 0, 0)}
"""Of each part: conflicts found, called so, other answers to one question found; conflicts shown that are none."""


def test_half_of_the_cases_are_no_differences() -> None:
    cases = read()
    assert len(cases) >= 110
    assert 2 * sum(case.verdict != "conflict" for case in cases) >= len(cases)
    assert all(words in case.docs[n] for case in cases for n, words in case.about)


@pytest.mark.model
@pytest.mark.parametrize("part", FLOORS)
def test_made_up_differences(part: str) -> None:
    counts, errors = measure([case for case in read() if PARTS.get(case.id[:2], "open") == part])
    total = {what: sum(n for (_, one), n in counts.items() if one == what) for _, what in counts}
    found, right, others, false = FLOORS[part]
    least = {"conflict found": found, "conflict right": right, "compatible found": others}
    assert {what: n for what, n in least.items() if total.get(what, 0) < n} == {}, "\n".join(errors)
    assert total["false"] <= false, "\n".join(errors)
