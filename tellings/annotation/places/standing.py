"""In which city or region a building stands that no gazetteer knows, by what the text says of it."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Doc

from tellings.annotation.places.context import Sighting
from tellings.resources.gazetteer import Gazetteer, Place
from tellings.resources.lexicon import classes
from tellings.resources.placename_key import key

KNOWN = 100_000
"""Inhabitants from which a city may be recognised by its name in that of a building alone."""

_LEADS = 2
"""How many times as often as in all others something must be told of in a town that is the article's."""

_THERE = frozenset({"in", "at", "near", "outside"})
_INTO = frozenset({"in", ",", "at", "near", "outside"})


def standing_in(
    doc: Doc,
    i: int,
    seen: list[Sighting],
    chosen: dict[str, Place],
    *,
    lands: frozenset[str],
    gazetteer: Gazetteer,
) -> tuple[Place, str] | None:
    """The city or region in which a building that no gazetteer knows stands, and the words that say so.

    Three ways, the surest first: "Ottawa's Museum of History", "the Thomas Hospital in Charleston", "the Vancouver Art
    Gallery".
    """
    one = seen[i]
    if i > 0:
        before = seen[i - 1]
        gap = doc[before.last + 1 : one.first].text.strip()
        place = chosen.get(before.key)
        if place is not None and gap in {"'s", "’s", "'", "’", "'s new", "’s old"} and _holds(place):
            return place, f"{place.name}'s"
    if i + 1 < len(seen):
        after = seen[i + 1]
        words = [token.lower_ for token in doc[one.last + 1 : after.first]]
        place = chosen.get(after.key)
        if place is not None and 0 < len(words) <= 3 and words[0] in _INTO and _holds(place):
            return place, f'"{words[0]} {place.name}" after it'
    words = [word for word in one.text.replace("-", " ").split() if word not in {"'s", "’s"}]
    for size in (3, 2, 1):
        for start in range(len(words) - size):
            part = " ".join(words[start : start + size]).removesuffix("'s").removesuffix("’s")
            place = chosen.get(key(part))
            if place is None and start == 0:
                place = next(
                    (
                        p
                        for p in gazetteer.candidates(part)
                        if p.kind == "city" and p.population > KNOWN and p.country_code in lands
                    ),
                    None,
                )
            if place is not None and _holds(place):
                return place, f"{place.name} in its name"
    return None


def main_town(
    doc: Doc, seen: list[Sighting], chosen: dict[str, Place], told: Counter[str]
) -> tuple[Place, str] | None:
    """The town in which an article tells of something, in the country most told of; and the words that say so.

    A capital must be named twice, since once it may be named for its government. Where other towns are told of, they
    may be where somebody is from: the town must be told of more than twice as often as all of them.

    Args:
        doc: the article.
        seen: its place names.
        chosen: their places by name.
        told: how many of the names and peoples are of each country.
    """
    towns = [
        (one, place) for one in seen if (place := chosen.get(one.key)) is not None and place.kind == "city"
    ]
    told_in = [place for one, place in towns if one.first and doc[one.first - 1].lower_ in _THERE]
    named = told_in or [place for _, place in towns]
    if not named:
        return None
    ((town, n),) = Counter(named).most_common(1)
    others = len(named) - n
    if others and n <= _LEADS * others:
        return None
    most = [code for code, some in told.items() if some == max(told.values())]
    why = "the town in which most is told of" if others else "the only town in which something is told of"
    often = n >= (2 if town.level == 2 else 1)
    return (town, f"{town.name}, {why}") if most == [town.country_code] and often else None


def is_building(one: Sighting) -> bool:
    """Does its last word say that it is a building or street?"""
    return classes("place_words").get(one.text.split()[-1].lower()) in ("facility", "street")


def _holds(place: Place) -> bool:
    return place.lat is not None and place.kind in {"city", "region", "facility"}
