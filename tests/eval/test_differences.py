"""Floors under the differences on pairs of short articles of our own making: conflicts found, and none invented."""

from __future__ import annotations

import pytest

from tests.eval.difference_cases import measure, read

FLOORS = {"open": (19, 19, 10, 0), "kept": (11, 11, 4, 0)}
"""Of either half: conflicts found, called so, other answers to one question found; conflicts shown that are none."""


def test_half_of_the_cases_are_no_differences() -> None:
    cases = read()
    assert len(cases) >= 70
    assert 2 * sum(case.verdict != "conflict" for case in cases) >= len(cases)
    assert all(words in case.docs[n] for case in cases for n, words in case.about)


@pytest.mark.model
@pytest.mark.parametrize("half", FLOORS)
def test_made_up_differences(half: str) -> None:
    counts, errors = measure([case for case in read() if case.id.startswith("k-") == (half == "kept")])
    total = {what: sum(n for (_, one), n in counts.items() if one == what) for _, what in counts}
    found, right, others, false = FLOORS[half]
    least = {"conflict found": found, "conflict right": right, "compatible found": others}
    assert {what: total[what] for what, n in least.items() if total[what] < n} == {}, "\n".join(errors)
    assert total["false"] <= false, "\n".join(errors)
