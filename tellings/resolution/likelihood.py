"""How likely two answers of two articles are to one question.

A logistic regression over what they count, what stands around them, how near their figures lie and how far down in
their articles they stand: the evidence of record linkage (Fellegi and Sunter 1969; Bilenko and Mooney 2003).
The weights were fitted to invented events and pairs of articles (`tests/eval/pairs.py` fits them anew and says what
they reach on events that they were not fitted to); a new fit gives others by up to .4, and holds fewer of the floors.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import exp, fsum

from tellings.resolution import figures
from tellings.resolution.answers import Answer
from tellings.resolution.company import stem
from tellings.resolution.counts import HELD, PERSONS, STATES
from tellings.resources import lexicon

SHORT = 3
"""Words of so few letters say little of what is measured."""
FEW = 10
"""Below which figure two things are soon as many by chance."""
MOST_ACTS, MOST_THINGS = 1.5, 2.0
"""What common company weighs at most."""
GENERAL = PERSONS | HELD | {""}
"""Words that may count whomever another word counts."""
WEIGHTS = {
    "things": 0.83,
    "acts": 1.35,
    "close": 4.63,
    "other state": -1.16,
    "kind": 2.03,
    "measured": 1.73,
    "other time": -1.21,
    "place": 0.67,
    "time": 1.19,
    "date": -1.38,
    "money": 1.3,
    "": -5.9,
}


def likelihood(a: Answer, b: Answer) -> float:
    """How likely two answers are to one question, from 0 to 1."""
    told = evidence(a, b)
    return 1 / (1 + exp(-sum(weight * told[name] for name, weight in WEIGHTS.items())))


def evidence(a: Answer, b: Answer) -> dict[str, float]:
    """What speaks for or against one question, by the names of the weights."""
    return {
        "things": min(MOST_THINGS, common(a.company, b.company)),
        "acts": min(MOST_ACTS, common(a.acts, b.acts)),
        "close": figures.closeness(a.figure, b.figure) if a.figure and b.figure else 0.0,
        "other state": float(of_other_states(a, b)),
        "kind": _of_one_kind(a, b),
        "measured": float(not _stems(a.of).isdisjoint(_stems(b.of))),
        "other time": float(a.times.isdisjoint(b.times) and a.kind != "date"),
        "place": 1 - abs(a.position - b.position),
        "time": float(a.kind == "time"),
        "date": float(a.kind == "date"),
        "money": float(a.kind == "money"),
        "": 1.0,
    }


def common(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """What weighs in both."""
    return fsum(min(a[stem], b[stem]) for stem in a.keys() & b.keys())


def by_chance(a: Answer, b: Answer, *, fitting: bool) -> bool:
    """Do two counts have nothing in common but that they are near, or as few: two nurses, two dead?"""
    if a.kind != "number" or not a.figure or not b.figure:
        return False
    if common(a.company, b.company) or common(a.acts, b.acts):
        return False
    if not fitting:
        return a.what == b.what == "count people"
    few = min(a.figure.value, b.figure.value) < FEW and (noun(a), state(a)) != (noun(b), state(b))
    return few or not (a.of or noun(a))


def state(answer: Answer) -> str:
    """What became of the people counted; "" where nothing tells."""
    return next((one for one in STATES if answer.what == one or answer.what.startswith(f"{one} ")), "")


def noun(answer: Answer) -> str:
    """The noun that is counted or ranked; "" where there is none, or people."""
    own = state(answer)
    first, _, rest = answer.what.partition(" ")
    told = answer.what[len(own) + 1 :] if own else rest if first in ("count", "rank") else ""
    return "" if told == "people" else told


def family(answer: Answer) -> str:
    """With which other answers one is compared: people, things, sums of money, days, times of the clock …"""
    first = answer.what.partition(" ")[0]
    if first in ("sum", "count") or state(answer):
        told = noun(answer)
        return "people" if told in GENERAL or lexicon.is_person(told) else "count"
    if first == "age":
        return answer.what
    return answer.kind if answer.kind in ("date", "time", "money", "rank", "duration") else first


def of_other_states(a: Answer, b: Answer) -> bool:
    """Do they tell two things that became of people?"""
    return state(a) != state(b) and "" not in (state(a), state(b))


def of_other_things(a: Answer, b: Answer) -> bool:
    """Do they count things of two kinds?"""
    return a.what.startswith("count") and not _of_one_kind(a, b)


def of_others(a: Answer, b: Answer) -> bool:
    """Are they told of two things: of the offer, of the debt?"""
    of, other = _stems(a.of), _stems(b.of)
    return bool(of and other) and of.isdisjoint(other)


def _of_one_kind(a: Answer, b: Answer) -> float:
    """Do they count one kind of thing by its noun: 1; maybe, or nothing is counted: half."""
    one, other = noun(a), noun(b)
    if one == other and (one or family(a) == "people"):
        return 1.0
    if family(a) == "people":
        return 0.5 if GENERAL & {one, other} else 0.0
    return 0.5 if not one and not other else float(bool(_stems(one) & _stems(other)))


def _stems(words: str | None) -> set[str]:
    """What stands for the longer words of a phrase."""
    return {stem(word).removesuffix("s") for word in (words or "").lower().split() if len(word) > SHORT}
