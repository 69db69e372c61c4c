"""What says that a name is a place's though the model took it for somebody's: "at Holm, in the Free State"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from tellings.annotation.names.evidence import WEIGHT, Evidence, is_land
from tellings.annotation.names.tokens import POSSESSIVE, Candidate, Tokens
from tellings.resources.lexicon import classes, groups, is_person, one_of, words

if TYPE_CHECKING:
    from tellings.resources.gazetteer import Gazetteer

_AT = frozenset({"at", "in", "near", "from", "outside"})
_INSIDE = frozenset({"in", "near"})
_BY = frozenset(
    "from at across outside around throughout towards toward into off above beside between through via past".split()
)
_ONLY_IN = frozenset({"in", "near", "off", "outside", "around"})
"""Before which, with its region behind "in", a name is a place's: off Holm in Devon."""

WITHIN = frozenset("in at near from across outside inside around throughout toward towards to into".split())
_AT_SOMEBODY = frozenset(
    "aim anger angry dig fire furious glance hit howl jab jeer lash laugh laughter look mad marvel point rage scream "
    "shot shout smile snap stare swear swipe take throw wave wink yell".split()
)
"""Behind what "at" leads to a person: nothing else happens at one."""

_AND = frozenset({",", "and", "or", "&"})
_SEVERAL = frozenset(
    "villages towns suburbs settlements communities hamlets townships outskirts streets".split()
)
TOWNS = frozenset("city town village township hamlet".split())
"""What a place is called that is a town."""
PARTS = frozenset("suburb neighbourhood neighborhood quarter slum favela".split())
"""What a place is called that is a part of a town."""

_TOWNSPEOPLE = frozenset("mayor resident residents native natives villagers townspeople".split())
"""Who is of a town, where nothing tells that the place is larger."""

_HAVE = groups("things")["of_a_city"] | frozenset("villagers townspeople parish".split())
_COMPANIES = frozenset("crew team convoy bus train flight lorry truck road".split())
"""What comes from a place, besides persons."""

_WHERE = frozenset({"PERSON", "GPE", "LOC", "FAC"})
"""What the model says of a name from which somebody comes as from a place: engineers are from a firm as well."""

_LONGEST = 3
"""Words that the name of a region has."""

_SHORES = frozenset("harbour harbor bay port waterfront".split())
_LARGE = 1_000_000
"""Inhabitants from which a city is thought of that may be a first name too."""

_NUMBERED = re.compile(r"\d+(?:st|nd|rd|th)")
_CORNER = frozenset({"and", "&"})
_TO_CORNER = frozenset("at near of to on from toward towards around by in about".split())
_STREETS = frozenset("street streets avenue avenues ave st road roads".split())
"""What stands beside the corner of two streets, one of which has a number."""


def is_shore(tokens: Tokens, one: Candidate, gazetteer: Gazetteer) -> bool:
    """Is it a large city's name before its water: Sydney Harbour is nobody whose first name is Sydney?"""
    if one.end - one.start != 2 or tokens.lower[one.end - 1] not in _SHORES:
        return False
    first = gazetteer.candidates(tokens.text[one.start])[:1]
    return any(place.kind == "city" and place.population >= _LARGE for place in first)


def within(tokens: Tokens, one: Candidate) -> float:
    """What it counts for a place that "in", "at", "from" or the like stands before a name."""
    before, last = tokens.lower[one.start - 1], tokens.doc[one.end - 1]
    lies = not POSSESSIVE.intersection(tokens.lower[one.end : one.end + 1])
    body = any(tokens.lower[one.end - 1] in words(name) for name in ("organisation_words", "generic_words"))
    if before == "near" or (before == "in" and last.dep_ == "pobj"):
        return WEIGHT["inside" if lies and not body else "in"]
    at = before == "at" and last.dep_ == "pobj" and one.label == "PERSON" and one.end - one.start > 1
    if at and lies and tokens.doc[one.start - 1].head.lemma_.lower() not in _AT_SOMEBODY:
        return WEIGHT["inside"]
    return WEIGHT["in" if before == "in" else "preposition"]


def at_home(group: list[Candidate], tokens: Tokens, regions: frozenset[str], gazetteer: Gazetteer) -> bool:
    """Is it a place's name in one of the regions that the article names?"""
    text = tokens.span(group[0].start, group[0].end)
    return any(place.admin1_code in regions for place in gazetteer.candidates(text))


def regions_of(printed: Iterable[str], gazetteer: Gazetteer) -> frozenset[str]:
    """The codes of the first-level regions among names, by the best known bearer of each."""
    first = (place for text in printed for place in gazetteer.candidates(text)[:1])
    return frozenset(place.admin1_code for place in first if place.level == 1 and place.admin1_code)


def from_place_behind(
    tokens: Tokens, one: Candidate, gazetteer: Gazetteer
) -> Iterator[tuple[Evidence, float]]:
    """Evidence from "at" or "from" before a name with what it belongs to: its region, an age, a bridge."""
    before = tokens.lower[max(0, one.start - 3) : one.start]
    if before and before[-1] in _ONLY_IN and _is_within(tokens, one.end, gazetteer, link=("in",)):
        yield ("place", "lies in"), WEIGHT["city of"]
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


def from_before(tokens: Tokens, one: Candidate) -> Iterator[tuple[Evidence, float]]:
    """Evidence from what stands before a name, or before the list in which it stands: crews from Holm and Ashwick."""
    first = _first_of_list(tokens, one)
    before, before2 = ("", *tokens.lower[max(0, first - 2) : first])[-1], tokens.lower[max(0, first - 2)]
    if first != one.start and tokens.lower[one.end : one.end + 1] != ["in"]:  # in Moscow and Ana Holm in Oslo
        if before in _INSIDE:
            yield ("place", "preposition"), WEIGHT["inside"]
        elif before in _BY or before in words("directions"):
            yield ("place", "preposition"), WEIGHT["preposition"]
    if before == "of" and before2 in _SEVERAL:
        yield ("place", "kind" if before2 == "streets" else "town"), WEIGHT["city of"]
    elif before == "of" and before2 in _HAVE:
        yield ("place", "town" if before2 in _TOWNSPEOPLE else "kind"), WEIGHT["kind"]
    elif before == "from" and one.label in _WHERE and _come(tokens, first - 2):
        yield ("place", "of whom"), WEIGHT["kind"]


def _first_of_list(tokens: Tokens, one: Candidate) -> int:
    """Where the list begins that has the name behind "and", or behind a comma with an "and" to come."""
    link = tokens.lower[one.start - 1] if one.start else ""
    if link not in _AND or tokens.doc[one.end - 1].dep_ in ("nsubj", "nsubjpass"):
        return one.start
    i = one.end
    while link == "," and i < len(tokens.text) and (tokens.capital[i] or tokens.text[i] == ","):
        i += 1
    if link == "," and tokens.lower[i : i + 1] not in (["and"], ["or"], ["&"]):
        return one.start
    i = one.start - 1
    while i > 0 and (tokens.capital[i] or tokens.lower[i] in _AND) and not tokens.first[i]:
        i -= 1
    return i + 1


def _come(tokens: Tokens, i: int) -> bool:
    """Is it a noun for persons or what brings them, no name, that is said to be from somewhere?"""
    if i < 0 or tokens.doc[i].pos_ not in ("NOUN", "PROPN") or (tokens.capital[i] and not tokens.first[i]):
        return False
    noun = tokens.lower[i]
    return is_person(one_of(noun)) or noun.removesuffix("s") in _COMPANIES


def _is_within(tokens: Tokens, i: int, gazetteer: Gazetteer, link: Sequence[str] = (",", "in")) -> bool:
    """Does ", in" and the name of a country or first-level region follow, and a mark behind it?"""
    start = i + len(link)
    if tokens.lower[i:start] != list(link):
        return False
    start += tokens.lower[start : start + 1] == ["the"]
    ends = range(start + 1, min(start + _LONGEST + 1, len(tokens.text)))
    return any(
        tokens.text[end] in {",", ".", ";", ")"} and is_land(tokens.span(start, end), gazetteer)
        for end in ends
    )


def is_corner(tokens: Tokens, one: Candidate) -> bool:
    """Is it a street's name at a corner with a numbered one: "near Halsted and 63rd Street", "at 5th and Carver"?"""
    before, after = tokens.lower[max(0, one.start - 3) : one.start], tokens.lower[one.end : one.end + 3]
    if before[1:] and before[-1] in _CORNER:
        return len(before) > 2 and before[0] in _TO_CORNER and bool(_NUMBERED.fullmatch(before[1]))
    numbered = len(after) > 1 and after[0] in _CORNER and bool(_NUMBERED.fullmatch(after[1]))
    closed = len(after) < 3 or not after[2].isalpha() or after[2] in _TO_CORNER or after[2] in _STREETS
    return numbered and closed and before[-1:] != [] and before[-1] in _TO_CORNER
