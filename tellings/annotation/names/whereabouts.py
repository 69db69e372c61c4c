"""What says that a name is a place's though the model took it for somebody's: "at Holm, in the Free State"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tellings.annotation.names.evidence import WEIGHT, Evidence, is_land
from tellings.annotation.names.tokens import Candidate, Tokens
from tellings.resources.lexicon import classes

if TYPE_CHECKING:
    from tellings.resources.gazetteer import Gazetteer

_AT = frozenset({"at", "in", "near", "from", "outside"})
_LONGEST = 3
"""Words that the name of a region has."""

_SHORES = frozenset("harbour harbor bay port waterfront".split())
_LARGE = 1_000_000
"""Inhabitants from which a city is thought of that may be a first name too."""


def is_shore(tokens: Tokens, one: Candidate, gazetteer: Gazetteer) -> bool:
    """Is it a large city's name before its water: Sydney Harbour is nobody whose first name is Sydney?"""
    if one.end - one.start != 2 or tokens.lower[one.end - 1] not in _SHORES:
        return False
    first = gazetteer.candidates(tokens.text[one.start])[:1]
    return any(place.kind == "city" and place.population >= _LARGE for place in first)


def from_place_behind(
    tokens: Tokens, one: Candidate, gazetteer: Gazetteer
) -> Iterator[tuple[Evidence, float]]:
    """Evidence from "at" or "from" before a name with what it belongs to: its region, an age, a bridge."""
    before = tokens.lower[max(0, one.start - 3) : one.start]
    if len(before) < 2 or before[-1] not in _AT:
        return
    if _is_within(tokens, one.end, gazetteer):
        yield ("place", "lies in"), WEIGHT["city of"]
    known, several = gazetteer.is_name(tokens.span(one.start, one.end)), one.end - one.start > 1
    aged = before[-1] == "from" and before[-2:-1] == [","] and before[0].isdigit()
    if aged and (known or (several and one.label == "PERSON")):  # nobody is from a person
        yield ("place", "of whom"), WEIGHT["city of"]
    elif known and before[-1] == "at" and classes("place_words").get(before[-2]) == "facility":
        yield ("place", "at"), WEIGHT["kind"]


def _is_within(tokens: Tokens, i: int, gazetteer: Gazetteer) -> bool:
    """Does ", in" and the name of a country or first-level region follow, and a mark behind it?"""
    if tokens.lower[i : i + 2] != [",", "in"]:
        return False
    start = i + 2 + (tokens.lower[i + 2 : i + 3] == ["the"])
    ends = range(start + 1, min(start + _LONGEST + 1, len(tokens.text)))
    return any(
        tokens.text[end] in {",", ".", ";", ")"} and is_land(tokens.span(start, end), gazetteer)
        for end in ends
    )
