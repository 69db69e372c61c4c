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
    quotient: Values = np.divide(
        top, bottom, out=np.full(np.broadcast(top, bottom).shape, np.nan), where=bottom != 0
    )
    return quotient


def _log2(value: Counts) -> Values:
    (numbers,) = _numbers(value)
    logarithm: Values = np.log2(numbers, out=np.full(numbers.shape, np.nan), where=numbers > 0)
    return logarithm


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


def chi_squared(joint: Counts, first: Counts, second: Counts, n: Counts, *, yates: bool = False) -> Values:
    """Pearson's χ² of a pair; `yates` takes a half off each difference (Yates 1934)."""
    observed, expected = _cells(joint, first, second, n)
    less = 0.5 if yates else 0.0
    parts = [
        _over(np.maximum(np.abs(o - e) - less, 0) ** 2, e) for o, e in zip(observed, expected, strict=True)
    ]
    return np.asarray(sum(parts))


def t_score(joint: Counts, first: Counts, second: Counts, n: Counts, *, exact: bool = False) -> Values:
    """Student's t of a pair: (O - E) / √O (Church et al. 1991); `exact` keeps the factor 1 - O/n of the variance."""
    o, f, s, total = _numbers(joint, first, second, n)
    variance = o * (1 - _over(o, total)) if exact else o
    return _over(o - _over(f * s, total), np.sqrt(variance))


def z_score(joint: Counts, first: Counts, second: Counts, n: Counts) -> Values:
    """(O - E) / √E (Berry-Rogghe 1973, in its simple form)."""
    o, f, s, total = _numbers(joint, first, second, n)
    expected = _over(f * s, total)
    return _over(o - expected, np.sqrt(expected))


def mutual_information(joint: Counts, first: Counts, second: Counts, n: Counts, *, power: int = 1) -> Values:
    """log₂ of O over E (Church and Hanks 1990); with `power` 3 its cube, which favours frequent pairs (Daille 1994)."""
    o, f, s, total = _numbers(joint, first, second, n)
    return _log2(_over(o**power * total, f * s))


def normalised_mutual_information(joint: Counts, first: Counts, second: Counts, n: Counts) -> Values:
    """Mutual information over -log₂(O/n): 1 for words that never stand apart, 0 for independence (Bouma 2009)."""
    return _over(mutual_information(joint, first, second, n), -_log2(_over(joint, n)))


def dice(joint: Counts, first: Counts, second: Counts) -> Values:
    """2 O / (f₁ + f₂) (Smadja et al. 1996)."""
    o, f, s = _numbers(joint, first, second)
    return _over(2 * o, f + s)


def log_dice(joint: Counts, first: Counts, second: Counts) -> Values:
    """14 + log₂ of Dice: at most 14, one less for half as much; independent of the corpus' size (Rychlý 2008)."""
    return 14 + _log2(dice(joint, first, second))


def delta_p(joint: Counts, first: Counts, second: Counts, n: Counts) -> Values:
    """p(second | first) - p(second | not first): one way; turn the words for the other (Gries 2013)."""
    o, f, s, total = _numbers(joint, first, second, n)
    return _over(o, f) - _over(s - o, total - f)


def minimum_sensitivity(joint: Counts, first: Counts, second: Counts) -> Values:
    """The smaller of O/f₁ and O/f₂ (Pedersen and Bruce 1996)."""
    return np.minimum(_over(joint, first), _over(joint, second))


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


def percent_difference(a: Counts, n: Counts, b: Counts, m: Counts) -> Values:
    """%DIFF: by how many per cent of the reference's rate the rates differ (Gabrielatos and Marchi 2011)."""
    there = _over(b, m)
    return 100 * _over(_over(a, n) - there, there)


def odds_ratio(a: Counts, n: Counts, b: Counts, m: Counts) -> Values:
    """The odds of the word in the target over those in the reference (Pojanapunya and Todd 2016)."""
    x, target, y, reference = _numbers(a, n, b, m)
    return _over(_over(x, target - x), _over(y, reference - y))


def simple_maths(a: Counts, n: Counts, b: Counts, m: Counts, *, k: float = 1) -> Values:
    """The ratio of the rates a million words, each with `k` added (Kilgarriff 2009)."""
    return _over(1e6 * _over(a, n) + k, 1e6 * _over(b, m) + k)


def difference_coefficient(a: Counts, n: Counts, b: Counts, m: Counts) -> Values:
    """The difference of the rates over their sum: from -1 to 1 (Hofland and Johansson 1982)."""
    here, there = _over(a, n), _over(b, m)
    return _over(here - there, here + there)


# Dispersion


def juilland_d(counts: Counts, sizes: Counts) -> float:
    """1 - V / √(parts - 1), V the coefficient of variation of the parts' rates, by the population's deviation."""
    rates = _over(counts, sizes)
    spread = _over(np.std(rates), np.mean(rates))
    return float(1 - _over(spread, np.sqrt(len(rates) - 1)))


def carroll_d2(counts: Counts, sizes: Counts) -> float:
    """The entropy of the parts' rates over that of an even spread (Carroll 1970)."""
    rates = _over(counts, sizes)
    shares = _over(rates, rates.sum())
    entropy = -np.sum(np.where(shares > 0, shares * np.log2(np.where(shares > 0, shares, 1)), 0))
    return float(_over(entropy, np.log2(len(rates))))


def rosengren_s(counts: Counts, sizes: Counts) -> float:
    """(Σ √(size's share x count))² over the frequency (Rosengren 1971, for parts of any size)."""
    frequency, size = _numbers(counts, sizes)
    return float(_over(np.sum(np.sqrt(size / size.sum() * frequency)) ** 2, frequency.sum()))


def deviation_of_proportions(counts: Counts, sizes: Counts, *, as_in: str = "gries") -> float:
    """DP, the deviation of proportions.

    Args:
        counts: by part.
        sizes: of the parts.
        as_in: `gries`: half the sum of |share of the word - share of the size|, 0 for an even spread (Gries 2008);
            `normalised`: that over 1 - the smallest part's share, at most 1 (Lijffijt and Gries 2012); `even`: 1 for an
            even spread, by the smallest part that has the word (Egbert, Burch and Biber 2020).
    """
    frequency, size = _numbers(counts, sizes)
    shares = size / size.sum()
    deviation = float(np.sum(np.abs(_over(frequency, frequency.sum()) - shares)) / 2)
    if as_in == "gries":
        return deviation
    smallest = shares.min() if as_in == "normalised" else shares[frequency > 0].min(initial=1)
    normal = float(_over(deviation, 1 - smallest))
    return normal if as_in == "normalised" else 1 - normal
