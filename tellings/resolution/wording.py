"""How much of one quotation's words recur in another, close together: rare words weigh more than common ones.

A quotation is the stems of its content words in order. What two share is weighed by rarity (the idf of a stem over the
different wordings of the corpus, as a share of the largest: 1 for a stem in one wording alone), and counts only where
it stands together in the longer one, as in the local alignment of text reuse (Smith, Cordell and Dillon 2013): a long
speech holds the words of any short one somewhere.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

Wording = tuple[str, ...]
"""The stems of a quotation's content words, in order."""

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+(?:['’\-][^\W_]+)*")
_SUFFIX = re.compile(r"(?:ations?|ings?|edly|ed|ies|es|ly|ment|s)$")
_COMMON = frozenset(
    "a an the and or but nor so if of in on at to for from by with without about as into over under after "
    "before than then that this these those there here it its he him his she her hers they them their we "
    "us our you your i me my who whom which what when where why how all any both each more most other "
    "some such no not only own same too very can could may might must shall should will would do does did "
    "done have has had having be am is are was were been being say said says also just now s t d ll re ve "
    "nothing".split()
)


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two wordings share.

    Attributes:
        share: the rarity of what is shared, of that of the shorter one's stems: 0 to 1.
        weight: the rarity of what is shared.
        stems: what is shared.
        same: are they the same stems in the same order?
    """

    share: float
    weight: float
    stems: frozenset[str]
    same: bool


def wording(text: str) -> Wording:
    """Content words without endings; spelling variants and hyphens are evened out."""
    return tuple(_stems(text))


def names(text: str) -> frozenset[str]:
    """The stems of the words that are printed with a capital only; none where all are."""
    plain = frozenset(_stems(" ".join(word for word in _WORD.findall(text) if not word[0].isupper())))
    return frozenset(_stems(text)) - plain if plain else frozenset()


def rarities(wordings: Iterable[Wording]) -> dict[str, float]:
    """The rarity of each stem, above 0 and at most 1; a wording that recurs counts once."""
    distinct = set(wordings)
    counts = Counter(chain.from_iterable(map(set, distinct)))
    most = math.log(1 + len(distinct))
    return {stem: math.log(1 + len(distinct) / n) / most for stem, n in counts.items()}


def likeness(a: Wording, b: Wording, rarity: Mapping[str, float], *, least: float = 0.0) -> Likeness:
    """What the shorter of two wordings shares with the stretch of the longer one that holds most of it.

    Nothing, where it cannot be so great a share as `least`. Sums of sets are exact: they hang on no order.
    """
    if a == b:
        return Likeness(1.0, math.fsum(rarity[stem] for stem in set(a)), frozenset(a), True)
    mine, theirs = set(a), set(b)
    first = (len(mine), a) < (len(theirs), b)
    wanted, long = (mine, b) if first else (theirs, a)
    whole = math.fsum(rarity[stem] for stem in wanted)
    most = wanted.intersection(long)
    if math.fsum(rarity[stem] for stem in most) < least * whole:
        return Likeness(0.0, 0.0, frozenset(), False)
    shared = most and _stretch(wanted, long, 2 * len(wanted) + 3, rarity)
    weight = math.fsum(rarity[stem] for stem in shared)
    return Likeness(weight / whole if whole else 0.0, weight, frozenset(shared), False)


def follows(short: Wording, long: Wording, *, gap: int = 1) -> bool:
    """Do the stems of one stand in the other in their order, with so many others between them at most?"""
    length = len(short) + gap
    return any(
        long[at] == short[0] and _in_order(short, long[at : at + length])
        for at in range(len(long) - len(short) + 1)
        if short
    )


def _in_order(short: Wording, long: Wording) -> bool:
    rest = iter(long)
    return all(stem in rest for stem in short)


def _stretch(wanted: set[str], long: Wording, length: int, rarity: Mapping[str, float]) -> set[str]:
    """The wanted stems in that stretch of so many stems that holds the heaviest of them."""
    held: Counter[str] = Counter()
    weight, best, at = 0.0, 0.0, 0
    for i, stem in enumerate(long):
        if stem in wanted:
            held[stem] += 1
            weight += rarity[stem] if held[stem] == 1 else 0.0
        gone = long[i - length] if i >= length else None
        if gone in wanted:
            held[str(gone)] -= 1
            weight -= rarity[str(gone)] if not held[str(gone)] else 0.0
        if weight > best + 1e-9:
            best, at = weight, i
    return wanted.intersection(long[max(0, at - length + 1) : at + 1])


def _stems(text: str) -> Iterator[str]:
    return filter(None, map(_stem, _WORD.findall(text.lower())))


@lru_cache(maxsize=1 << 17)
def _stem(printed: str) -> str:
    """The stem of a word in small letters; "" of one that says nothing."""
    word = printed.replace("-", "").replace("’", "'").removesuffix("'s")
    if word in _COMMON:
        return ""
    word = word.replace("our", "or").replace("ise", "ize") if len(word) > 4 else word
    return _SUFFIX.sub("", word) if len(word) > 5 else word.rstrip("s") or word
