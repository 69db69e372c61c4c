"""Whether anything in an article speaks for the country of a place, and what a place must be where nothing does."""

from __future__ import annotations

from tellings.annotation.places.context import Sighting
from tellings.annotation.places.neighbours import Company
from tellings.resources.gazetteer import NAME, Place, km, prominence
from tellings.resources.placename_key import key

FAR = 5.3
"""The prominence (`gazetteer.prominence`: a city of 200,000 by its own name, one of 2,000,000 by another spelling) from
which a place is meant though nothing else in the article lies in its country."""

ALONE = 4.2
"""The same in an article that tells of no country at all: a town of 15,000."""

LEAD = 0.8
"""By how much such a town must lead its namesakes abroad: sixfold their inhabitants."""

COUNTY = 100_000
"""Inhabitants from which a county that alone bears its name is meant."""

PROVINCE = 0.4
"""What is added for a first-level region: the gazetteer has the inhabitants of its towns alone."""

TOWN = 50_000
"""Inhabitants under which a place is a town that suburbs, villages and squares elsewhere may share its name with."""

HOME_KM = 100
"""How far from a town of the article one of many of its name may lie."""

ALIKE = 0.9
"""By how much of prominence a town must lead its namesakes, in its country or not, to be the one that is known."""


def lies_in(place: Place, other: Place) -> bool:
    """Does the place lie in the other, a region or country?"""
    if other.place_id == place.place_id or place.kind == "country":
        return False
    if other.kind == "country":
        return place.country_code == other.country_code
    same = place.admin1_code is not None and place.admin1_code == other.admin1_code
    return same and ((other.level == 1 and place.level != 1) or km(place, other) < 80)


def _is_contained(place: Place, group: list[Sighting]) -> bool:
    return any(lies_in(place, other) for sighting in group for other in sighting.container)


def is_common(place: Place, options: list[tuple[Place, float]], group: list[Sighting]) -> bool:
    """Is it a small town that does not stand out from two or more of its name, or that a building may be called?

    Or one that the name is another spelling of: Rock is hardly Rockville, Area hardly Mundelein.
    """
    if place.kind != "city" or place.population >= TOWN:
        return False
    if any(sighting.type == "facility" for sighting in group):
        return True
    if key(place.name) not in {group[0].key, key(f"The {group[0].text}"), key(group[0].inner)}:
        return True
    own = prominence(place, NAME)
    return sum(p.kind == "city" and p != place and weight > own - ALIKE for p, weight in options) > 1


def is_at_home(
    place: Place, options: list[tuple[Place, float]], group: list[Sighting], firm: Company
) -> bool:
    """May the town be meant: no river's name, and of many of its name the one where all plays?

    Args:
        place: the one that would be given.
        options: the places of that name with their prominence.
        group: the name's mentions.
        firm: the article's other places, without such towns.
    """
    if place.kind != "city" or place.population >= TOWN:
        return True
    if all(s.article for s in group) and not place.name.startswith("The "):
        return False
    if _is_contained(place, group):
        return True
    if not is_common(place, options, group):
        return True
    most = max((n for code, n in firm.regions.items() if code[:2] == place.country_code), default=0)
    return (
        any(p.kind == "city" and km(p, place) < HOME_KM for p in firm.chosen.values())
        or 2 * firm.regions[place.admin1_code or ""] > most
    )


def is_supported(
    name: str,
    options: list[tuple[Place, float]],
    place: Place,
    group: list[Sighting],
    *,
    company: Company,
    outlet: str | None,
) -> bool:
    """May the place be meant: does the article or its outlet speak of its country, or is it known far beyond it?

    A venue, suburb or beach that the gazetteer does not know has namesakes abroad that it does.

    Args:
        name: the name's key.
        options: the places of that name with their prominence.
        place: the one that would be given.
        group: the name's mentions.
        company: the article's other places.
        outlet: the country that the outlet bears in its name.
    """
    if place.kind in {"country", "area", "water"} or (place.level == 2 and place.kind == "city"):
        return True
    if place.country_code == outlet or company.speaks_of(name, place.country_code):
        return True
    if (
        company.has_near(name, place)
        or _is_contained(place, group)
        or (place.kind == "facility" and place.population and key(place.name) == name)
    ):
        return True
    if place.kind == "region" and (place.level == 1 or place.population >= COUNTY):
        said = place.level == 1 and any(sighting.cue.kind == "region" for sighting in group)
        only = place.name == group[0].text and {p.country_code for p, _ in options} == {place.country_code}
        if said or only:
            return True
    if place.name.startswith("The ") and not any(
        s.article or s.text.lower().startswith("the ") for s in group
    ):
        return False  # Hague is no other word for The Hague
    weight = dict(options)[place] + (PROVINCE if place.level == 1 else 0)
    abroad = max((w for p, w in options if p.country_code != place.country_code), default=0.0)
    alone = not outlet and not company.others(name) and weight >= ALONE and weight >= abroad + LEAD
    return alone or weight >= FAR
