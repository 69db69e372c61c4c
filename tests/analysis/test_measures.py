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
    (m.chi_squared, (3, 3, 3, 31777), 31777, 0, "the same, p. 73"),
    (partial(m.chi_squared, yates=True), (1, 4, 4, 8), 0.5, 2, "Pedersen 1996, p. 10"),
    (partial(m.t_score, exact=True), (8, 15828, 4675, 14307668), 0.999932, 6, "Manning and Schütze 1999, p. 164"),
    (m.mutual_information, (8, 1105, 44, 15_000_000), 11.3, 1, "Church and Hanks 1990, p. 24"),
    (m.normalised_mutual_information, (10, 10, 10, 100), 1, 4, "Bouma 2009, p. 36"),
    (m.normalised_mutual_information, (1, 10, 10, 100), 0, 4, "Bouma 2009, p. 36"),
    (m.z_score, (4, 10, 10, 100), 3, 4, "Berry-Rogghe 1973: four where one is expected"),
    (m.dice, (130, 3121, 143), 0.08, 2, "Smadja et al. 1996, p. 13"),
    (m.delta_p, (5610, 174548, 7867, 10408868), 0.032, 3, "Gries 2013, IJCL 18(1), p. 144"),
    (m.delta_p, (5610, 7867, 174548, 10408868), 0.697, 3, "the same, the other way"),
    (m.minimum_sensitivity, (17, 257, 1018), 0.016699, 6, "Pedersen and Bruce 1996, p. 12"),
    (m.log_dice, (50, 50, 50), 14, 4, "Rychlý 2008: the most"),
    (m.log_dice, (25, 50, 50), 13, 4, "Rychlý 2008: half as often is one less"),
    (m.odds_ratio, (16217, 2796938, 735, 2087946), 16.6, 1, "Pojanapunya and Todd 2016, p. 154"),
    (m.percent_difference, (206523, 959641, 178174, 1562358), 88.7, 1, "Gabrielatos and Marchi 2011, p. 18"),
    (m.difference_coefficient, (18, 1_000_000, 35, 1_000_000), -0.32, 2, "Hofland and Johansson 1982, p. 471"),
    (m.simple_maths, (35, 112289776, 263, 1559716979), 1.1224, 4, "Kilgarriff 2009, with k = 1"),
    (m.log_ratio, (8, 1_000_000, 1, 1_000_000), 3, 4, "Hardie 2014: eight times as often is 3"),
    (m.log_ratio, (1, 1_000_000, 1, 1_000_000), 0, 4, "Hardie 2014: as often is 0"),
    (m.juilland_d, ([0, 4, 3, 2, 1], EVEN), 0.6464, 4, "Carroll 1970, p. 14"),
    (m.carroll_d2, ([2, 1, 1, 1, 0], EVEN), 0.8277, 4, "Carroll 1970, p. 13"),
    (m.rosengren_s, ([1, 2, 3, 4, 5], EVEN), 0.937, 3, "Gries 2008, IJCL 13(4), p. 407"),
    (m.deviation_of_proportions, ([1, 2, 3, 4, 5], [9, 10, 10, 10, 11]), 0.18, 2, "Gries 2008"),
    (partial(m.deviation_of_proportions, as_in="normalised"), ([2, 1, 0], [1, 1, 1]), 0.5, 2, "Lijffijt 2012"),
    (m.deviation_of_proportions, ([3, 3, 3], [1, 1, 1]), 0, 4, "Gries 2008, p. 416"),
    (m.juilland_d, LYNE, 0.6038797, 7, "tlda on Lyne 1985"),
    (m.carroll_d2, LYNE, 0.6521444, 7, "the same"),
    (m.rosengren_s, LYNE, 0.4763652, 7, "the same"),
    (lambda *given: 1 - m.deviation_of_proportions(*given), LYNE, 0.5009295, 7, "the same: 1 - DP of Gries 2008"),
]  # fmt: skip
ADVANCED = (16217, 2796938, 735, 2087946)
COMPANIES, DOCTOR = (8, 15828, 4675, 14307668), (8, 1105, 44, 15_000_000)
BY_FORMULA: list[tuple[Callable[..., Any], tuple[Any, ...], float, int, str]] = [
    (m.log_likelihood_keyness, ADVANCED, 13284.3856594231, 10, "Rayson and Garside 2000: two cells"),
    (partial(m.log_likelihood_keyness, cells=4), ADVANCED, 13319.958248495, 9, "Dunning 1993: four cells"),
    (m.log_likelihood_keyness, (0, 1000, 12, 9000), 2.5286523758, 10, "a word that the target lacks"),
    (m.log_ratio, (0, 1000, 12, 9000), -1.4150374993, 10, "Hardie 2014: none is taken as .5"),
    (m.bic, ADVANCED, 13268.9840033261, 10, "Wilson 2013"),
    (partial(m.deviation_of_proportions, as_in="even"), LYNE, 0.446230962, 9, "Egbert et al. 2020"),
    (m.t_score, COMPANIES, 0.9999319895, 10, "without the factor 1 - f/n, as in most programs"),
    (m.z_score, COMPANIES, 1.2436439301, 10, "Berry-Rogghe 1973"),
    (partial(m.mutual_information, power=3), DOCTOR, 17.269196892, 9, "Daille 1994"),
    (m.log_likelihood, COMPANIES, 1.3253893963, 10, "Dunning 1993"),
    (partial(m.chi_squared, yates=True), (7, 9, 10, 19), 2.6324382716, 10, "quanteda's d1 and d2, Yates 1934"),
]  # fmt: skip
"""Where no publication prints a figure: what another program makes of the formula."""


@pytest.mark.parametrize(("measure", "given", "printed", "digits", "source"), [*CASES, *BY_FORMULA])
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
