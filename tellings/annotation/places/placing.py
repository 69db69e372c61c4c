"""Which place a name means: by what stands beside it, the article's company of places, size and distance.

Every distinct name of an article gets one sense, unless the words beside a mention say otherwise ("the city of",
"oblast"). Candidates are weighed on one scale, tenfold population being one point; the choice is made in rounds, each
with the places of the one before as company. The weights were set on news that is not part of the project
(`docs/places.md`).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass

from tellings.annotation.article import Article
from tellings.annotation.names.finding import Name
from tellings.annotation.names.lands import abbreviated, of_outlet, spoken_of
from tellings.annotation.places.context import Sighting, sightings
from tellings.annotation.places.districts import districts
from tellings.annotation.places.namesakes import (
    GREAT,
    capital_that_acts,
    city_of_that_name,
    place_at_home,
    state_of_that_name,
)
from tellings.annotation.places.neighbours import Company
from tellings.annotation.places.playing import main_region, main_town, plays_in, town_in_name
from tellings.annotation.places.standing import (
    is_building,
    kind_inside,
    kind_of,
    nearby,
    standing_in,
)
from tellings.annotation.places.support import is_at_home, is_common, is_supported, lies_in
from tellings.resources.gazetteer import ALIAS, NAME, OTHER, Gazetteer, Place, km, prominence
from tellings.resources.placename_key import key

MOST = 40
"""Candidates that are weighed for one name."""

ROUNDS = 3
CONTAINED = 8.0
KIND_SAID = 6.0
PARTS_SAID = 3.0
LISTED = 1.0
LISTED_STATES = 2.0
SOME = 0.1
"""The share of a capital's inhabitants from which a place that may be spelt like it is a rival."""

SAID, ASSUMED = 0.5, 0.3
"""How sure it is where an unknown building stands: the words beside it say so, or it is the article's town."""

RIVAL_CITY = 0.08
"""A name of a city and its region alone is the city's, if this share of the region's people live there."""


@dataclass(frozen=True, slots=True)
class Placed:
    """The place that a name was given, or None; its kind where that is known; how and how surely.

    `within` is what an unknown building stands in, or the town whose name an unknown river bears; neither is a known
    place, but its rough point is.
    """

    place: Place | None
    kind: str | None
    method: str
    score: float | None
    within: Place | None = None


@dataclass(frozen=True, slots=True)
class _Choice:
    place: Place
    score: float
    why: str


def place_all(article: Article, names: list[Name], gazetteer: Gazetteer) -> list[Placed]:
    """The place of each name, in order."""
    seen = sightings(article, names, gazetteer)
    groups: dict[str, list[Sighting]] = defaultdict(list)
    for sighting in seen:
        if not sighting.demonym:
            groups[sighting.key].append(sighting)
    outlet = of_outlet(article.publisher or "", gazetteer)
    lands = spoken_of((name.text for name in names), article.publisher, gazetteer)
    options = {name: _options(group, gazetteer, lands) for name, group in groups.items()}
    peoples = {s.key: s.demonym for s in seen if s.demonym}
    counties = frozenset(s.key for s in seen if s.cue.kind == "region" and s.cue.small)
    chosen = {name: o[0][0] for name, o in options.items() if o and _plain(o)}

    def firm(places: dict[str, Place]) -> dict[str, Place]:
        return {name: p for name, p in places.items() if not is_common(p, options[name], groups[name])}

    for _ in range(
        ROUNDS
    ):  # support is asked for at the end: two towns of one province may speak for each other
        company = Company({**firm(chosen), **peoples}, _holders(groups, chosen), outlet)
        choices = {
            name: choice
            for name, group in groups.items()
            if (choice := _choose(name, group, options[name], company, counties))
        }
        chosen = {name: choice.place for name, choice in choices.items()}
    company = Company({**chosen, **peoples})
    sure = Company({**firm(chosen), **peoples})
    choices = {
        name: choice
        for name, choice in choices.items()
        if is_supported(name, options[name], choice.place, groups[name], company=company, outlet=outlet)
        and is_at_home(choice.place, options[name], groups[name], sure)
    }
    chosen = {name: choice.place for name, choice in choices.items()}
    waters = {key(s.inner) if s.inner else s.key for s in seen if s.cue.kind == "water"}
    waters -= {s.key for s in seen if s.inner and s.key in choices}
    placed = [_placed(sighting, waters, choices, options) for sighting in seen]
    town = main_town(article, seen, chosen, company.countries)
    region = main_region(article.doc, seen, chosen, company.countries)
    local = town if town and plays_in(town[0], seen, chosen) else region
    near = nearby(article.doc, seen, options, chosen) if local else frozenset()
    for i, (sighting, placing) in enumerate(zip(seen, placed, strict=True)):
        if placing.place is None:
            said = standing_in(article.doc, i, seen, chosen, lands=lands, gazetteer=gazetteer)
            is_unknown_water = placing.kind == "water" and not options.get(sighting.key)
            own = placing.kind != "water" and (sighting.key in near or is_building(sighting))
            named = town_in_name(sighting.text, chosen, company.countries, gazetteer)
            assumed = (named or town) if is_building(sighting) else local
            inside = said or (assumed if own else region if is_unknown_water else None)
            if inside:
                kind = kind_of(sighting) or placing.kind
                kind = kind or kind_inside(article.doc, sighting, said and said[0], chosen)
                score = SAID if said else ASSUMED
                why = "unknown itself" if said and not options.get(sighting.key) else placing.method
                how = inside[1] if said else f"assumed: {inside[1]}"
                placed[i] = Placed(None, kind, f"{why}; {how}", score, inside[0])
    return placed


def _options(group: list[Sighting], gazetteer: Gazetteer, lands: frozenset[str]) -> list[tuple[Place, float]]:
    """The places that may be meant, each with what speaks for it without the article."""
    text = group[0].text
    short = abbreviated(text, lands, gazetteer)
    if short is not None:
        return [(short, prominence(short, NAME))]
    entries = gazetteer.entries(text)
    if any(s.behind for s in group) and (inside := [p for p in gazetteer.container(text) if p.level == 1]):
        entries = [*((p, ALIAS) for p in inside if p not in [q for q, _ in entries]), *entries]
    if not entries and group[0].inner:
        kind = group[0].cue.kind
        entries = [entry for entry in gazetteer.entries(group[0].inner) if kind in {None, entry[0].kind}]
    said = any(s.cue.kind == "region" and not s.inner for s in group)
    if said or not (entries or group[0].type == "facility" or group[0].article):
        entries = [*entries, *(e for e in districts(text, gazetteer) if e[0] not in [p for p, _ in entries])]
    if group[0].type == "facility" and any(e[0].kind == "facility" for e in entries):
        entries = [e for e in entries if e[1] != OTHER]  # Casablanca is no White House
    first = entries[0] if entries else None
    if first is not None and first[0].level == 2 and first[0].kind == "city" and first[1] == NAME:
        # a capital under its own name: towns that are only sometimes spelt so, Mińsk Mazowiecki, are not meant
        entries = [e for e in entries if e[1] != OTHER or e[0].population >= SOME * first[0].population]
    ranked = [(place, prominence(place, use)) for place, use in entries[:MOST]]
    return sorted(ranked, key=lambda item: -item[1])


def _plain(options: list[tuple[Place, float]]) -> bool:
    """Is the first so far ahead that it may be company from the start?"""
    return len(options) == 1 or options[0][1] - options[1][1] > 1.5


def _choose(
    name: str,
    group: list[Sighting],
    options: list[tuple[Place, float]],
    company: Company,
    counties: frozenset[str],
) -> _Choice | None:
    """The sense of a name in the article, its score and why."""
    if not options:
        return None
    first = options[0][0]
    if first.kind == "city" and first.population < GREAT and _elsewhere(options, group):
        return None
    kinds = Counter[str | None](s.cue.kind for s in group if s.cue.kind)
    among_counties = not kinds and any(
        other in counties for s in group for other in s.listed if other != name
    )
    held = company.held(name)
    neighbours = [
        company.chosen[other]
        for s in group
        for other in s.listed
        if other in company.chosen and other != name
    ]
    among = _are_states(neighbours)
    weighed = []
    for place, weight in options:
        reasons = [
            _fits(name, place, company),
            (KIND_SAID, "listed with counties")
            if among_counties and place.level == 2 and place.kind == "region"
            else _said(place, kinds, group),
            _contained(place, group),
            (CONTAINED / 2, "a place before it lies there") if place.place_id in held else (0.0, ""),
            _listed(place, neighbours),
            (0.0, "") if among else _rival(place, options, kinds, group),
            state_of_that_name(place, options, company, kinds),
            city_of_that_name(name, place, options, company, kinds),
            capital_that_acts(place, group),
            place_at_home(place, options, company),
        ]
        weighed.append(
            (weight + sum(w for w, _ in reasons), place, [why for w, why in reasons if why and w > 0])
        )
    weighed.sort(key=lambda item: -item[0])
    best, place, why = weighed[0]
    second = next((w for w, other, _ in weighed[1:] if other.place_id != place.place_id), best - 8)
    plain = "the only place of that name" if len(options) == 1 else "the best known of that name"
    return _Choice(place, round(1 / (1 + math.exp(second - best)), 3), ", ".join(why) or plain)


def _holders(groups: dict[str, list[Sighting]], chosen: dict[str, Place]) -> dict[str, set[str]]:
    """For each name the places that it must mean, if the name before it is to lie in it ("Athens, Georgia")."""
    held: dict[str, set[str]] = defaultdict(set)
    for name, group in groups.items():
        place = chosen.get(name)
        for sighting in group:
            for other in sighting.container if place else ():
                if place is not None and lies_in(place, other):
                    held[sighting.container_key].add(other.place_id)
    return held


def _fits(name: str, place: Place, company: Company) -> tuple[float, str]:
    """What the article's other places say for the place."""
    return company.speaks_for(name, place)


def _said(place: Place, kinds: Counter[str | None], group: list[Sighting]) -> tuple[float, str]:
    """What the words beside the name's mentions say for the place."""
    if kinds:
        kind = kinds.most_common(1)[0][0]
        cue = next(s.cue for s in group if s.cue.kind == kind)
        if place.kind == kind and (not cue.small or place.level == 2):
            return KIND_SAID, cue.why
        return 0.0, ""
    if any(s.parts for s in group) and place.kind in {"region", "country", "area"}:
        return PARTS_SAID, '"parts of" before it'
    return 0.0, ""


def _contained(place: Place, group: list[Sighting]) -> tuple[float, str]:
    """Is it said to lie in the place named behind it?"""
    for sighting in group:
        for other in sighting.container:
            if lies_in(place, other):
                return CONTAINED, f"in {other.name}, named after it"
    return 0.0, ""


def _elsewhere(options: list[tuple[Place, float]], group: list[Sighting]) -> bool:
    """Is the name said to lie where no place of that name is known ("Moscow, Montana")? Then none is meant.

    What stands behind must be a country or region and nothing else that is as well known: "Kyiv, Kharkiv" is a list.
    """
    for sighting in group:
        if sighting.firm and not any(lies_in(p, other) for p, _ in options for other in sighting.container):
            return True
    return False


def _are_states(neighbours: list[Place]) -> bool:
    """Are those that a name is listed with mostly first-level regions: "Vermont, Maine and New York"?"""
    states = sum(other.kind == "region" and other.level == 1 for other in neighbours)
    return states > 0 and 2 * states >= len(neighbours)


def _listed(place: Place, neighbours: list[Place]) -> tuple[float, str]:
    """Do the names that it is listed with name places of its kind in its country?"""
    if place.kind == "region" and place.level == 1 and _are_states(neighbours):
        return LISTED_STATES, f"listed with {neighbours[0].name}"
    for other in neighbours:
        if other.kind == place.kind and (place.kind == "country" or other.country_code == place.country_code):
            return LISTED, f"listed with {other.name}"
    return 0.0, ""


def _rival(
    place: Place, options: list[tuple[Place, float]], kinds: Counter[str | None], group: list[Sighting]
) -> tuple[float, str]:
    """A region named as its city is meant only where the words say so, unless the city is small in it."""
    if place.kind != "region" or "region" in kinds or any(s.parts for s in group):
        return 0.0, ""
    for other, _ in options:
        if (
            other.kind == "city"
            and other.country_code == place.country_code
            and other.place_id != place.place_id
        ):
            inside = other.admin1_code == place.admin1_code
            if inside and other.population > RIVAL_CITY * place.population:
                return -3.0, ""
    return 0.0, ""


def _placed(
    sighting: Sighting,
    waters: set[str],
    choices: dict[str, _Choice],
    options: dict[str, list[tuple[Place, float]]],
) -> Placed:
    if sighting.demonym:
        return Placed(sighting.demonym, sighting.demonym.kind, "demonym", 0.95)
    choice = choices.get(sighting.key)
    if choice is None and " of " in sighting.text:  # the City of Riverdale, where Riverdale is known
        same = choices.get(key(sighting.inner))
        choice = same if same is not None and same.place.kind == sighting.cue.kind else None
    own = sighting.inner and choice is not None  # Peace River is a town
    wet = (sighting.cue.kind == "water" and not own) or (sighting.article and sighting.key in waters)
    wet = wet and not (choice is not None and choice.place.kind in {"country", "area"})
    if choice is None or (wet and choice.place.kind != "water"):
        for other, _ in options.get(sighting.key, ()):
            if wet and other.kind == "water":
                return Placed(other, "water", sighting.cue.why or "a river elsewhere in the article", 0.8)
        if wet:
            town = choice.place if choice is not None and choice.place.kind == "city" else None
            return Placed(None, "water", "no water of that name is known", None, town)
        told = None if sighting.cue.part else sighting.cue.kind
        kind = "facility" if sighting.type == "facility" else told
        known = bool(options.get(sighting.key))
        why = "nothing speaks for a place of that name" if known else "no place of that name is known"
        return Placed(None, kind, why, None)
    place = _own(sighting, choice.place, options[sighting.key])
    return Placed(place, place.kind, choice.why if place is choice.place else sighting.cue.why, choice.score)


def _own(sighting: Sighting, place: Place, options: list[tuple[Place, float]]) -> Place:
    """The sense of this mention: the article's, unless the words beside it ask for the namesake of another kind."""
    if sighting.cue.kind in {None, place.kind}:
        return place
    for other, _ in options:
        if (
            other.kind == sighting.cue.kind
            and other.country_code == place.country_code
            and km(other, place) < 300
        ):
            return other
    return place
