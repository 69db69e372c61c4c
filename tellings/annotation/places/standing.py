"""In which city or region a building, suburb or hill stands that no gazetteer knows, by what the text says of it."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from tellings.annotation.numerals import numerals, plain
from tellings.annotation.places.context import CITY_WORDS, SMALL_UNITS, Sighting
from tellings.resources.gazetteer import Gazetteer, Place
from tellings.resources.lexicon import classes, groups, words
from tellings.resources.placename_key import key

KNOWN = 100_000
"""Inhabitants from which a city may be recognised by its name in that of a building alone."""

TOWN, CITY = 15_000, 200_000
"""Inhabitants from which a town elsewhere may be meant by a name that nothing in the article speaks for, alone and in
a list with towns of the article."""

THERE = frozenset({"in", "at", "near", "outside", "into", "around"})
_BESIDE = THERE | frozenset(
    "from off above below around along between across through beside towards toward reached reaches".split()
)
_LINKS = frozenset({",", "and", "or", "&"})
_INTO = frozenset({"in", ",", "at", "near", "outside", "above", "below", "overlooking"})
_BROKE = frozenset("burst bursts broke broken collapsed failed breached stands lies sits".split())
"""What a dam or bridge does at a place: it burst above the town."""

_FROM = frozenset({"of", "from", "outside", "in", "near", "to"})
_OWNS = frozenset(f"{mark}{more}" for mark in ("'s", "’s") for more in ("", " new", " old")) | {"'", "’"}
_PARTS = groups("things")["areas"] | CITY_WORDS | SMALL_UNITS | {"edge", "outskirts", "centre", "quarter"}
_PEOPLED = _PARTS | groups("things")["of_a_city"] | {"villager", "parish"}
_FAR = frozenset("km kilometre kilometres kilometer kilometers mile miles".split())
_TRAVEL = frozenset("minute minutes hour hours day days".split())
_NEAR = 60
"""Kilometres or miles from which a place may lie in another region than the town that it is told from."""

_LONGEST_WAY = 9
"""Words between a place and the one that it is told from: ", a village some 20 kilometres to the south of"."""


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

    The surest first: "Ottawa's Museum of History", "the Leeds suburb of Harehills", "the Thomas Hospital in
    Charleston", "Dafen, a village near Llanelli", "the Vancouver Art Gallery".
    """
    one = seen[i]
    if i > 0:
        before = seen[i - 1]
        gap = [token.lower_ for token in doc[before.last + 1 : one.first]]
        place = chosen.get(before.key)
        if place is not None and _holds(place):
            if " ".join(gap) in _OWNS:
                return place, f"{place.name}'s"
            if 1 < len(gap) < 4 and gap[-1] == "of" and gap[-2] in _PARTS:
                return place, f'"{place.name} {gap[-2]} of" before it'
    if i + 1 < len(seen):
        after = seen[i + 1]
        way = list(doc[one.last + 1 : after.first])
        place = chosen.get(after.key)
        if place is not None and _holds(place) and _leads(way, one, after):
            closed = doc[one.last + 1].text == "("
            return place, f'"{doc[one.last + 1 : after.last + 1 + closed]}" after it'
    town = _where(doc, i, seen, chosen)
    if town is not None:
        return town, f'"{town.name}, where" before it'
    town = _owner(doc, i, seen, chosen)
    if town is not None:
        return town, f"the city's, which is {town.name}"
    town = _town_told_of(doc, i, seen, chosen)
    if town is not None:
        return town, f"so far from the city, which is {town.name}"
    parts = [word for word in one.text.replace("-", " ").split() if word not in _OWNS]
    for size in (3, 2, 1):
        for start in range(len(parts) - size + 1) if size < len(parts) else ():
            part = " ".join(parts[start : start + size]).removesuffix("'s").removesuffix("’s")
            place = chosen.get(key(part))
            if place is None and start == 0 and one.type == "facility":
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


def _where(doc: Doc, i: int, seen: list[Sighting], chosen: dict[str, Place]) -> Place | None:
    """The town that "where" takes up, if the name stands in or at behind it: "Ayr, where he lay in Elm Hospital"."""
    one = seen[i]
    start = one.first - 1 - (doc[one.first - 1].pos_ == "DET")
    if start < 0 or doc[start].lower_ not in THERE:
        return None
    begins = doc[one.first].sent.start
    for token in reversed(doc[begins:start]):
        if token.lower_ == "where":
            before = [s for s in seen[:i] if begins <= s.first and s.last < token.i]
            if not before or token.nbor(-1).text != "," or token.i - before[-1].last > _LONGEST_WAY:
                return None
            town = chosen.get(before[-1].key)
            return town if town is not None and _holds(town) else None
        if token.text in ";:" or token.lower_ in THERE:
            return None
    return None


def _owner(doc: Doc, i: int, seen: list[Sighting], chosen: dict[str, Place]) -> Place | None:
    """The town named last, if the name is said to be its: "the city's Abbassiya district"; of a capital, that one."""
    first = seen[i].first
    owner = [token.lower_ for token in doc[max(first - 3, 0) : first]]
    if (
        len(owner) < 3
        or owner[0] != "the"
        or owner[1] not in ("city", "town", "capital")
        or owner[2] not in _OWNS
    ):
        return None
    level = 2 if owner[1] == "capital" else 0
    towns = [place for one in seen[:i] if (place := chosen.get(one.key)) is not None and place.kind == "city"]
    return next((town for town in reversed(towns) if town.level >= level), None)


def _town_told_of(doc: Doc, i: int, seen: list[Sighting], chosen: dict[str, Place]) -> Place | None:
    """The town named last, if the building is said to be near it: "Elm Dam, 14 km upstream of the city"."""
    way = [token.lower_ for token in doc[seen[i].last + 1 : seen[i].last + _LONGEST_WAY]]
    ends = next((n for n, word in enumerate(way[:-1]) if word == "the" and way[n + 1] in ("city", "town")), 0)
    told = seen[i].type == "facility" and ends > 2 and way[0] == "," and way[ends - 1] in _FROM
    numbers = numerals(plain(" ".join(way[:ends])))
    if not told or _FAR.isdisjoint(way[:ends]) or any(number.value > _NEAR for number in numbers):
        return None
    towns = [place for one in seen[:i] if (place := chosen.get(one.key)) is not None and place.kind == "city"]
    return towns[-1] if towns else None


def _leads(way: list[Token], one: Sighting, after: Sighting) -> bool:
    """Do the words between two names say that the first lies in or by the second, and not only list both?"""
    lower = [token.lower_ for token in way]
    if len(lower) > 1 and classes("place_words").get(lower[0]) in ("facility", "street"):
        way, lower = way[1:], lower[1:]  # the Elm Tree hospital in
    if len(lower) > 2 and lower[-1] == "the" and lower[-2] in _INTO:
        way, lower = way[:-1], lower[:-1]  # Merriespruit, in the Free State
    if len(lower) == 2 and lower[0] in _BROKE and lower[1] in _INTO:
        return one.type == "facility"
    if lower == ["("]:  # HOLM (ANDHRA PRADESH), Feb 3
        return way[0].doc[after.last : after.last + 2][-1].text == ")"
    if lower == [","]:
        alone = (one.listed, after.listed) == ((after.key,), (one.key,))
        return alone or one.type == "facility" or is_building(one)
    if not lower or any(token.pos_ in {"VERB", "AUX", "PRON"} or token.lower_ in _TRAVEL for token in way):
        return False
    short = len(lower) <= 3 and lower[0] in _INTO and (lower[0] != "," or lower[-1] in _INTO)
    if short and all(_only_leads(token) for token in way[1:]):
        return True
    inner = way[lower[0] == "," :]
    if inner[0].pos_ == "CCONJ" or (way[0].pos_ in {"ADP", "PART"} and lower[0] not in _INTO):
        return False  # flights from the one to the south of the other; the one and the suburbs of the other
    called = lower[0] == "," and inner[0].pos_ == "DET" and lower[-1] in THERE  # , a trading post outside
    part, far = called or any(word in _PARTS for word in lower), any(word in _FAR for word in lower)
    text = plain(way[0].doc[way[0].i : way[-1].i + 1].text)
    if far and any(number.value > _NEAR for number in numerals(text)):
        return False
    told = part or (lower[-1] != "to" and (far or any(word in words("directions") for word in lower)))
    small = all(token.is_lower or token.like_num for token in inner)
    return told and small and len(lower) <= _LONGEST_WAY and lower[-1] in _FROM


def _only_leads(token: Token) -> bool:
    """Does a word behind "in" or "at" go on leading to the place: "in northern", not "in talks with"?"""
    known = _INTO | THERE | _PARTS | words("directions")
    return token.lower_ in known or token.pos_ not in {"NOUN", "ADP", "PART"}


def nearby(
    doc: Doc, seen: list[Sighting], options: dict[str, list[tuple[Place, float]]], chosen: dict[str, Place]
) -> frozenset[str]:
    """The keys of names that stand once where places do, and are no town's or region's that is known elsewhere.

    In a list with towns of the article ("in Holm, Granville and Wakefield") it must be a city's to be that one's.
    """
    return frozenset(
        one.key
        for i, one in enumerate(seen)
        if _stands_there(doc, i, seen)
        and not _is_far_reaching(one)
        and not any(
            p.population >= (CITY if chosen.keys() & set(one.listed) else TOWN) or p.kind == "country"
            for p, _ in options.get(one.key, ())
            if one.article or not p.name.startswith("The ")
        )
    )


def _stands_there(doc: Doc, i: int, seen: list[Sighting]) -> bool:
    """Does "in", "from" or "residents of" stand before it or the list in which it stands?"""
    while i and seen[i - 1].key in seen[i].listed and doc[seen[i].first - 1].lower_ in _LINKS:
        i -= 1
    start = seen[i].first - 1
    start -= start > 0 and doc[start].pos_ == "DET"
    if start < 1:
        return False
    noun = doc[start - 1].lower_
    of = doc[start].lower_ == "of" and not _PEOPLED.isdisjoint({noun, noun.removesuffix("s")})
    return of or doc[start].lower_ in _BESIDE


def is_building(one: Sighting) -> bool:
    """Does its last word say that it is a building or street?"""
    return _last(one) in ("facility", "street")


def _is_far_reaching(one: Sighting) -> bool:
    """Does its last word say that it is a valley, a range, a province: what may lie far from an article's town?"""
    return _last(one) in ("location", "region", "country")


def kind_of(one: Sighting) -> str | None:
    """The kind that its own type or last word says: a street is an area."""
    return "area" if _last(one) == "street" else "facility" if one.type == "facility" else None


def kind_inside(doc: Doc, one: Sighting, said: Place | None, chosen: dict[str, Place]) -> str:
    """The kind of an unknown place in a town or region: a town, where its type or the towns it is listed with say so.

    Just an area where the text says in which town it lies, or has an article before it (the Umpqua).

    Args:
        doc: of the article.
        one: the place.
        said: what the text says it stands in, if it does.
        chosen: the places of the article.
    """
    if said is None and any(other in chosen and chosen[other].kind == "city" for other in one.listed):
        return "city"
    part = said is not None and said.kind == "city"
    the = doc[max(0, one.first - 1)].lower_ == "the"
    return "city" if one.type == "city" and not (part or the) else "area"


def _last(one: Sighting) -> str | None:
    return classes("place_words").get(one.text.split()[-1].lower())


def _holds(place: Place) -> bool:
    return place.lat is not None and place.kind in {"city", "region", "facility"}
