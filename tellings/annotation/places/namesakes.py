"""What speaks against a town that bears the name of a better known state or city of another country."""

from __future__ import annotations

from collections import Counter

from tellings.annotation.places.neighbours import Company
from tellings.resources.gazetteer import Place

STATE_OF_THAT_NAME = -2.5

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
    """Nor is a town with the name of a great city abroad if its state is not told, or of a capital whose country is."""
    if place.kind != "city" or "city" in kinds:
        return 0.0, ""
    for first, _ in options:
        if (
            first.kind != "city"
            or first.country_code == place.country_code
            or first.population <= NAMESAKE * place.population
        ):
            continue
        told = company.speaks_of(name, first.country_code)
        great = first.population >= GREAT and not company.regions[place.admin1_code or ""]
        if told if first.level == 2 else great:
            return STATE_OF_THAT_NAME, ""
    return 0.0, ""
