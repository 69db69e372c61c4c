"""The town or region in which an article plays: where what it tells of happened, if nothing else is said."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Doc

from tellings.annotation.article import Article
from tellings.annotation.places.context import Sighting
from tellings.annotation.places.standing import THERE
from tellings.resources.gazetteer import NAME, Gazetteer, Place
from tellings.resources.lexicon import is_person
from tellings.resources.placename_key import key

_LEADS = 2
"""How many times as often as in all others something must be told of in a town that is the article's."""

_NAMES = 2
"""Names of places that must lie in a region for an article to play there."""

_FROM = frozenset({"from", "to"})
_LONGEST_GAP = 3
"""Tokens between a town and the region that it is said to lie in."""

_OF_TOWNS = frozenset(
    "airport cathedral court gaol hospital infirmary jail prison stadium university zoo".split()
)
_KNOWN_TOWN = 20_000
"""The inhabitants of a town by which a building is called, at least, where the article does not name the town."""

_ONCE = frozenset("born raised bred schooled educated brought buried".split())


def main_town(
    article: Article, seen: list[Sighting], chosen: dict[str, Place], told: Counter[str]
) -> tuple[Place, str] | None:
    """The town in which an article tells of something, in the country most told of; and the words that say so.

    It is the one that its headline names, if that is one and nobody comes from there (Leeds man dies, Leeds-born).

    A capital must be named twice, since once it may be named for its government. Where other towns are told of, they
    may be where somebody is from: the town must be told of more than twice as often as all of them, or two thirds of
    all must lie in its region.

    Args:
        article: the article.
        seen: its place names.
        chosen: their places by name.
        told: how many of the names and peoples are of each country.
    """
    doc = article.doc
    towns = [
        (one, place)
        for one in seen
        if (place := chosen.get(one.key)) is not None and place.kind == "city" and not _was_once(doc, one)
    ]
    headed = {place for one, place in towns if _heads(article, one)}
    there = [place for one, place in towns if one.first and doc[one.first - 1].lower_ in THERE]
    named = there or [place for _, place in towns]
    most = [code for code, some in told.items() if some == max(told.values())]
    if not named:
        return None
    if len(headed) == 1 and (head := headed.pop()).country_code in most and head.level != 2:
        return head, f"{head.name}, the town in the headline"
    ((town, n),) = Counter(named).most_common(1)
    others = len(named) - n
    if not others or n > _LEADS * others:
        why = "the town in which most is told of" if others else "the only town in which something is told of"
        often = n >= (2 if town.level == 2 else 1)
        return (town, f"{town.name}, {why}") if most == [town.country_code] and often else None
    regions = Counter(place.admin1_code for _, place in towns)
    lie = regions[town.admin1_code]
    if not town.admin1_code or lie < _LEADS * (len(towns) - lie) or most != [town.country_code]:
        return None
    return town, f"{town.name}, in whose region most of the towns lie"


def town_in_name(
    name: str, chosen: dict[str, Place], told: Counter[str], gazetteer: Gazetteer
) -> tuple[Place, str] | None:
    """The town by which a building of a kind that towns have one of is called: Leeds General Infirmary, Split Airport.

    Args:
        name: of the building.
        chosen: the article's places by name.
        told: how many of the names and peoples are of each country; a town is looked for in those most told of.
        gazetteer: knows towns that the article does not name.
    """
    *words, kind = name.split()
    if kind.lower() not in _OF_TOWNS:
        return None
    for n in range(len(words), 0, -1):
        called = " ".join(words[:n])
        own = chosen.get(key(called))
        known = [own] if own else [place for place, use in gazetteer.entries(called) if use == NAME]
        towns = [
            place
            for place in known
            if place.kind == "city" and told[place.country_code or ""] == max(told.values())
        ]
        town = max(towns, key=lambda place: place.population, default=None)
        if town and (own or town.population >= _KNOWN_TOWN):
            return town, f"{town.name}, the town in its name"
    return None


def _heads(article: Article, one: Sighting) -> bool:
    """Does it stand in a headline, and not before a person or the name of something that is only from there?"""
    block = article.block_at(article.doc[one.first].idx)
    if block is None or block.kind != "headline":
        return False
    if article.doc[one.first - 1].lower_ in THERE:
        return True
    after = article.doc[one.last + 1]
    return after.text[:1] != "-" and not is_person(after.lemma_.lower()) and not after.is_title


def main_region(
    doc: Doc, seen: list[Sighting], chosen: dict[str, Place], told: Counter[str]
) -> tuple[Place, str] | None:
    """The first-level region in which an article plays: most of its places lie there, in the country most told of.

    Two names at least must lie there, and of the mentions that stand as places do (in, near, the district of) twice as
    many as in all other regions; not where somebody or something comes from.
    """
    places = [
        place
        for i, one in enumerate(seen)
        if (place := chosen.get(one.key)) is not None and place.admin1_code and _is_there(doc, i, seen)
    ]
    if not places:
        return None
    ((code, n),) = Counter(place.admin1_code or "" for place in places).most_common(1)
    inside = [p for one in seen if (p := chosen.get(one.key)) is not None and p.admin1_code == code]
    if len(set(inside)) < _NAMES or n < _LEADS * (len(places) - n) or told[code[:2]] < max(told.values()):
        return None
    regions = sorted((p for p in inside if p.kind == "region"), key=lambda p: p.level != 1)
    return (regions[0], f"{regions[0].name}, in which most of the places lie") if regions else None


def _is_there(doc: Doc, i: int, seen: list[Sighting]) -> bool:
    """Does "in" or the like stand before it, or is it called a region; and not only told where something is from?

    From Holm in Kent: nor Kent.
    """
    one, before = seen[i], seen[i].first - 1
    if i and before - seen[i - 1].last < _LONGEST_GAP and _is_from(doc, seen[i - 1]):
        return False
    before -= before > 0 and doc[before].pos_ == "DET"
    return not _is_from(doc, one) and (
        one.cue.kind == "region" or (before >= 0 and (doc[before].lower_ in THERE or doc[before].text == "("))
    )


def _is_from(doc: Doc, one: Sighting) -> bool:
    return one.first > 0 and doc[one.first - 1].lower_ in _FROM


def _was_once(doc: Doc, one: Sighting) -> bool:
    """Does "born in" or the like stand before: somebody is from there, nothing is told of it?"""
    return one.first > 1 and doc[one.first - 1].lower_ in THERE and doc[one.first - 2].lower_ in _ONCE


def plays_in(town: Place, seen: list[Sighting], chosen: dict[str, Place]) -> bool:
    """Are two mentions or more of places in the town's region, and not half as many of places elsewhere?"""
    codes = Counter(
        place.admin1_code == town.admin1_code
        for one in seen
        if (place := chosen.get(one.key)) is not None and place.admin1_code
    )
    return town.admin1_code is not None and codes[True] >= _LEADS * max(1, codes[False])
