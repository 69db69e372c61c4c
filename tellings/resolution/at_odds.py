"""Whether two answers may be to one question at all: by whom and what they are told of, their units, their figures."""

from __future__ import annotations

from dataclasses import replace

from tellings.resolution import figures
from tellings.resolution.answers import Answer
from tellings.resolution.figures import Figure
from tellings.resolution.likelihood import GENERAL, noun, of_other_states, state
from tellings.resources import money

WHOLE = 100
"""What two shares in a hundred of which one is the rest of the other come to."""


def of_another(a: Answer, b: Answer) -> bool:
    """Is it told of somebody else, or of the rest: a third are repaired, two thirds still down?

    What became of people is told of all, by whomever.
    """
    shares = [one.figure.value for one in (a, b) if one.figure and one.what == "percent"]
    if len(shares) > 1 and abs(sum(shares) - WHOLE) < 1:
        return True
    if not a.occasion or not b.occasion or state(a) or state(b):
        return False
    return a.occasion.of_another(b.occasion)


def hardly_one(a: Answer, b: Answer) -> bool:
    """Are these dozens, of two times, or two groups of people: nurses and teachers infected; injured, in hospital?"""
    if ((a.part or b.part) and noun(a) != noun(b)) or _beside_others(a, b):
        return True
    vague = a.figure and b.figure and "vague" in (a.figure.hedge, b.figure.hedge)
    if vague or (a.kind != "date" and a.times.isdisjoint(b.times)) or of_other_states(a, b):
        return True
    return state(a) == state(b) != "" and noun(a) != noun(b) and not GENERAL & {noun(a), noun(b)}


def _beside_others(*told: Answer) -> bool:
    """Does one leave out who was told of before, whoever that is: 33 others, 17 other pupils?"""
    return any(not {"other", "others"}.isdisjoint(answer.text.lower().split()) for answer in told)


def one_currency(a: Answer, b: Answer) -> bool:
    """May two answers be sums of one currency, or none at all?"""
    if a.kind != "money" or not a.figure or not b.figure:
        return True
    return a.figure.unit == b.figure.unit or money.may_be_one(a.figure.unit, b.figure.unit)


def in_one_unit(a: Answer, b: Answer) -> tuple[Figure, Figure] | None:
    """Two figures as they can be held against each other, dollars as a country's; None if they cannot."""
    if not a.figure or not b.figure:
        return None
    if a.figure.dimension == b.figure.dimension:
        return a.figure, b.figure
    if a.kind == b.kind == "money" and one_currency(a, b):
        return replace(a.figure, dimension=b.figure.dimension, unit=b.figure.unit), b.figure
    return None


def same_words(a: Answer, b: Answer) -> bool:
    """Are two dates told in the same words: today, on Thursday? Of two days they are a text's and a later copy's."""
    return a.kind == b.kind == "date" and a.text.lower() == b.text.lower()


def fit(a: Answer, b: Answer) -> bool:
    """May both figures be true of one thing?"""
    told = in_one_unit(a, b)
    return told is not None and figures.compatible(*told) is not None
