"""Each measure against a figure that a publication prints."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
import pytest

from tellings.analysis import measures as m

EVEN = [1, 1, 1, 1, 1]
LYNE = ([2, 0, 1, 1, 3, 0, 3, 0, 0, 0], [8143, 8058, 8271, 8125, 7959, 7941, 8146, 8001, 8003, 7930])
"""A word of Lyne 1985, as the package tlda (Sönning) has it: ALLEMAND, by part."""
CASES: list[tuple[Callable[..., Any], tuple[Any, ...], float, int, str]] = [
    (m.log_likelihood, (10, 10, 13, 31777), 167.23, 2, "Dunning 1993, Computational Linguistics 19(1), p. 72"),
    (partial(m.t_score, exact=True), (8, 15828, 4675, 14307668), 0.999932, 6, "Manning and Schütze 1999, p. 164"),
    (m.mutual_information, (8, 1105, 44, 15_000_000), 11.3, 1, "Church and Hanks 1990, p. 24"),
    (m.dice, (130, 3121, 143), 0.08, 2, "Smadja et al. 1996, p. 13"),
    (m.log_dice, (50, 50, 50), 14, 4, "Rychlý 2008: the most"),
    (m.log_dice, (25, 50, 50), 13, 4, "Rychlý 2008: half as often is one less"),
    (m.log_ratio, (8, 1_000_000, 1, 1_000_000), 3, 4, "Hardie 2014: eight times as often is 3"),
    (m.log_ratio, (1, 1_000_000, 1, 1_000_000), 0, 4, "Hardie 2014: as often is 0"),
    (m.juilland_d, ([0, 4, 3, 2, 1], EVEN), 0.6464, 4, "Carroll 1970, p. 14"),
    (m.deviation_of_proportions, ([1, 2, 3, 4, 5], [9, 10, 10, 10, 11]), 0.18, 2, "Gries 2008"),
    (m.deviation_of_proportions, ([3, 3, 3], [1, 1, 1]), 0, 4, "Gries 2008, p. 416"),
    (m.juilland_d, LYNE, 0.6038797, 7, "tlda on Lyne 1985"),
    (lambda *given: 1 - m.deviation_of_proportions(*given), LYNE, 0.5009295, 7, "the same: 1 - DP of Gries 2008"),
]  # fmt: skip


@pytest.mark.parametrize(("measure", "given", "printed", "digits", "source"), CASES)
def test_a_measure_gives_what_its_source_prints(
    measure: Callable[..., Any], given: tuple[Any, ...], printed: float, digits: int, source: str
) -> None:
    assert round(float(measure(*given)), digits) == pytest.approx(printed, abs=10**-digits / 2), source


def test_the_two_kinds_of_g2_differ() -> None:
    given = (16217, 2796938, 735, 2087946)
    two, four = (m.log_likelihood_keyness(*given, cells=cells) for cells in (2, 4))
    assert four > two > 0
    assert m.bic(*given) == pytest.approx(two - math.log(2796938 + 2087946))


def test_pairs_rarer_than_expected_have_a_minus() -> None:
    signed = m.log_likelihood([1, 40], 100, 100, 1000, signed=True)
    assert signed[0] < 0 < signed[1]
    assert list(abs(signed)) == list(m.log_likelihood([1, 40], 100, 100, 1000))


def test_counts_may_be_arrays_and_nothing_is_undefined() -> None:
    found = m.log_ratio([8, 0, 0], 1000, [1, 0, 1], [1000, 1000, 0])
    assert found[0] == pytest.approx(3)
    assert found[1] == 0
    assert np.isnan(found[2])
    assert np.isnan(m.mutual_information(0, 3, 3, 100))
    assert m.log_likelihood([0, 5], [5, 5], [5, 5], 100).shape == (2,)
