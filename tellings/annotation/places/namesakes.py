"""What speaks against a town that bears the name of a better known state or city of another country."""

from __future__ import annotations

from collections import Counter

from tellings.annotation.places.context import Sighting
from tellings.annotation.places.neighbours import Company
from tellings.resources.gazetteer import Place

STATE_OF_THAT_NAME = -2.5
ACTS = 2.5
"""What it counts for a capital that somebody decides or speaks under its name."""

OUTLET, RIVAL = 1.0, 1.0
"""What it counts for a place that it lies in the country that the outlet bears in its name, and how far behind the best
known of its name it may be: Newcastle in a paper of Sydney, not Washington in one of Leeds."""

GREAT = 500_000
"""Inhabitants from which a city is meant even where another country or region is named behind it."""

NAMESAKE = 8
"""How many times the inhabitants of a town a city of its name abroad must have, so that the town is seldom meant."""


def state_of_that_name(
    place: Place, options: list[tuple[Place, float]], company: Company, kinds: Counter[str | None]
) -> tuple[float, str]:
    """A town that bears the name of a better known state of another country is meant where its own state is told."""
    first = options[0][0]
    if place.kind != "city" or first.kind != "region" or first.level != 1 or "city" in kinds:
        return 0.0, ""
    if first.country_code == place.country_code or company.regions[place.admin1_code or ""]:
        return 0.0, ""
    return STATE_OF_THAT_NAME, ""


def city_of_that_name(
    name: str,
    place: Place,
    options: list[tuple[Place, float]],
    company: Company,
    kinds: Counter[str | None],
) -> tuple[float, str]:
    """Nor is a town with the name of a great city abroad if its state is not told.

    One with the name of a capital is not where the capital's country is told, or neither the town's nor a place near.
    """
    if place.kind != "city" or "city" in kinds:
        return 0.0, ""
    for first, _ in options:
        if (
            first.kind != "city"
            or first.country_code == place.country_code
            or first.population <= NAMESAKE * place.population
        ):
            continue
        told = first.level == 2 and company.speaks_of(name, first.country_code)
        near = company.has_near(name, place) or company.speaks_of(name, place.country_code)
        known = near if first.level == 2 else company.regions[place.admin1_code or ""]
        if told or (first.population >= GREAT and not known):
            return STATE_OF_THAT_NAME, ""
    return 0.0, ""


def capital_that_acts(place: Place, group: list[Sighting]) -> tuple[float, str]:
    """Under a capital's name a government acts, under its namesake's none: "Washington has told London"."""
    if place.kind != "city" or place.level != 2 or not any(sighting.acts for sighting in group):
        return 0.0, ""
    return ACTS, "its government acts"


def place_at_home(place: Place, options: list[tuple[Place, float]], company: Company) -> tuple[float, str]:
    """In an outlet's own country lies a namesake that is nearly as well known, where the other is no capital."""
    first, most = options[0]
    if place.country_code != company.outlet or place.kind == "country" or first.level == 2:
        return 0.0, ""
    weight = next(weight for other, weight in options if other is place)
    return (OUTLET, "in the outlet's country") if weight > most - RIVAL else (0.0, "")
