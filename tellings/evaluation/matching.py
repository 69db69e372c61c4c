"""Pairs of spans, and the figures that are made of them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Hashable, Sequence

Span = tuple[int, int]

EARTH_KM = 6371.0088


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without what is no letter or digit at either end."""
    start, end = max(0, start), min(len(text), end)
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def overlap(a: Span, b: Span) -> int:
    """Characters in common."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def iou(a: Span, b: Span) -> float:
    """Characters in common, of those in either."""
    common = overlap(a, b)
    return common / (max(a[1], b[1]) - min(a[0], b[0])) if common else 0.0


def covered(a: Span, b: Span) -> float:
    """The share of `a` that lies in `b`."""
    return overlap(a, b) / (a[1] - a[0]) if a[1] > a[0] else 0.0


def pairs(
    gold: Sequence[Span], found: Sequence[Span], alike: Callable[[Span, Span], float] | None = None
) -> list[tuple[int, int]]:
    """One to one, the most alike first; without a measure exact pairs, then those with most characters in common.

    Returns:
        Pairs of positions in `gold` and `found`.
    """
    candidates: list[tuple[float, int, int]] = []
    for i, g in enumerate(gold):
        for j, f in enumerate(found):
            if overlap(g, f):
                value = alike(g, f) if alike else (math.inf if g == f else float(overlap(g, f)))
                if value > 0:
                    candidates.append((-value, i, j))
    left: set[int] = set()
    right: set[int] = set()
    chosen = []
    for _, i, j in sorted(candidates):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            chosen.append((i, j))
    return chosen


def f1(precision: float | None, recall: float | None) -> float | None:
    """The harmonic mean; None where one of the two was not measured."""
    if precision is None or recall is None:
        return None
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def b_cubed(
    items: Sequence[tuple[Hashable, Hashable]], chosen: Sequence[int] | None = None
) -> tuple[float, float]:
    """B-cubed precision and recall (Bagga and Baldwin 1998).

    Args:
        items: for each name, its cluster in the key and its cluster as found.
        chosen: positions that are averaged over; all where None. Clusters stay those of all items.
    """
    both, key, clusters = Counter(items), Counter(k for k, _ in items), Counter(f for _, f in items)
    picked = range(len(items)) if chosen is None else chosen
    if not len(picked):
        return 0.0, 0.0
    precision = sum(both[items[i]] / clusters[items[i][1]] for i in picked) / len(picked)
    recall = sum(both[items[i]] / key[items[i][0]] for i in picked) / len(picked)
    return precision, recall


def km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance of two points (latitude, longitude), in km."""
    first, second = math.radians(a[0]), math.radians(b[0])
    across = math.radians(b[1] - a[1])
    h = math.sin((second - first) / 2) ** 2 + math.cos(first) * math.cos(second) * math.sin(across / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(h)))
