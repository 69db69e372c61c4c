"""Association, keyness and dispersion: the measures of corpus linguistics, each with its source and its choices.

Counts may be numbers or arrays; the answers are of their shape. Where a measure is not defined (nothing to compare,
a division by nothing) the answer is NaN.

**Association** of two words: `joint` is how often they stand together, `first` and `second` how often each stands at
all, `n` how many words (or places for a pair) there are. **Keyness** of a word: `a` times among `n` words of the
target, `b` times among `m` words of the reference. **Dispersion** of a word: `counts` by part, `sizes` of the parts in
words.
"""

from __future__ import annotations

from itertools import product

import numpy as np
import numpy.typing as npt

Counts = npt.ArrayLike
Values = npt.NDArray[np.float64]

ZERO = 0.5
"""What the log ratio takes for no occurrence at all (Hardie 2014)."""


def _numbers(*given: Counts) -> list[Values]:
    return [np.asarray(one, dtype=np.float64) for one in given]


def _over(numerator: Counts, denominator: Counts) -> Values:
    """A division; by nothing, it is undefined."""
    top, bottom = _numbers(numerator, denominator)
    found: Values = np.divide(
        top, bottom, out=np.full(np.broadcast(top, bottom).shape, np.nan), where=bottom != 0
    )
    return found


def _log2(value: Counts) -> Values:
    (given,) = _numbers(value)
    found: Values = np.log2(given, out=np.full(given.shape, np.nan), where=given > 0)
    return found


def _cells(joint: Counts, first: Counts, second: Counts, n: Counts) -> tuple[list[Values], list[Values]]:
    """The four cells of the contingency table of a pair, observed and expected."""
    o, f, s, total = _numbers(joint, first, second, n)
    observed = [o, f - o, s - o, total - f - s + o]
    rows, columns = (f, total - f), (s, total - s)
    return observed, [_over(row * column, total) for row, column in product(rows, columns)]


def _g2(observed: list[Values], expected: list[Values]) -> Values:
    total = np.zeros(np.broadcast(*observed).shape)
    for o, e in zip(observed, expected, strict=True):
        ratio = np.where(o > 0, _over(o, e), 1.0)
        total = total + o * np.log(ratio)
    return np.asarray(2 * total)


# Association


def log_likelihood(
    joint: Counts, first: Counts, second: Counts, n: Counts, *, signed: bool = False
) -> Values:
    """G² of a pair over all four cells (Dunning 1993); `signed` with a minus for pairs rarer than expected."""
    observed, expected = _cells(joint, first, second, n)
    sign = np.where(observed[0] < expected[0], -1, 1) if signed else 1
    return np.asarray(sign * _g2(observed, expected))


def t_score(joint: Counts, first: Counts, second: Counts, n: Counts, *, exact: bool = False) -> Values:
    """Student's t of a pair: (O - E) / √O (Church et al. 1991); `exact` keeps the factor 1 - O/n of the variance."""
    o, f, s, total = _numbers(joint, first, second, n)
    variance = o * (1 - _over(o, total)) if exact else o
    return _over(o - _over(f * s, total), np.sqrt(variance))


def mutual_information(joint: Counts, first: Counts, second: Counts, n: Counts) -> Values:
    """log₂ of O over E (Church and Hanks 1990)."""
    o, f, s, total = _numbers(joint, first, second, n)
    return _log2(_over(o * total, f * s))


def dice(joint: Counts, first: Counts, second: Counts) -> Values:
    """2 O / (f₁ + f₂) (Smadja et al. 1996)."""
    o, f, s = _numbers(joint, first, second)
    return _over(2 * o, f + s)


def log_dice(joint: Counts, first: Counts, second: Counts) -> Values:
    """14 + log₂ of Dice: at most 14, one less for half as much; independent of the corpus' size (Rychlý 2008)."""
    return 14 + _log2(dice(joint, first, second))


# Keyness


def log_likelihood_keyness(a: Counts, n: Counts, b: Counts, m: Counts, *, cells: int = 2) -> Values:
    """G² of a word between two corpora, over its two cells (Rayson and Garside 2000) or all four (Dunning 1993)."""
    x, target, y, reference = _numbers(a, n, b, m)
    share = _over(x + y, target + reference)
    observed, expected = [x, y], [target * share, reference * share]
    if cells == 4:
        observed += [target - x, reference - y]
        expected += [target * (1 - share), reference * (1 - share)]
    return _g2(observed, expected)


def bic(a: Counts, n: Counts, b: Counts, m: Counts) -> Values:
    """G² of two cells less the logarithm of all words: above 2 there is evidence, above 10 much (Wilson 2013)."""
    return log_likelihood_keyness(a, n, b, m) - np.log(np.add(*_numbers(n, m)))


def log_ratio(a: Counts, n: Counts, b: Counts, m: Counts, *, zero: float = ZERO) -> Values:
    """log₂ of the ratio of the rates: 1 is twice as often; none counts as `zero` (Hardie 2014)."""
    x, target, y, reference = _numbers(a, n, b, m)
    rates = [_over(np.where(o == 0, zero, o), size) for o, size in ((x, target), (y, reference))]
    return _log2(_over(*rates))


# Dispersion


def juilland_d(counts: Counts, sizes: Counts) -> float:
    """1 - V / √(parts - 1), V the coefficient of variation of the parts' rates, by the population's deviation."""
    rates = _over(counts, sizes)
    spread = _over(np.std(rates), np.mean(rates))
    return float(1 - _over(spread, np.sqrt(len(rates) - 1)))


def deviation_of_proportions(counts: Counts, sizes: Counts) -> float:
    """DP: half the sum of |share of the word - share of the size| of each part, 0 for an even spread (Gries 2008)."""
    found, size = _numbers(counts, sizes)
    return float(np.sum(np.abs(_over(found, found.sum()) - size / size.sum())) / 2)
