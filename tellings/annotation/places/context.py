"""What stands beside a place name and says which place it is: "Sumy region", "the city of", "Paris, Texas"."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from spacy.tokens import Doc

from tellings.annotation.article import Article
from tellings.annotation.datelines import told_from
from tellings.annotation.names.finding import Name
from tellings.annotation.names.whereabouts import PARTS
from tellings.annotation.places.acting import acts
from tellings.resources import lexicon
from tellings.resources.gazetteer import Gazetteer, Place
from tellings.resources.placename_key import key

_WORDS = lexicon.groups("place_context")
REGION_WORDS, CITY_WORDS, SMALL_UNITS = _WORDS["region_words"], _WORDS["city_words"], _WORDS["small_units"]
STATES, COUNTRY_WORDS, WATER_WORDS = _WORDS["state_words"], _WORDS["country_words"], _WORDS["water_words"]
_WATERS, _FLOWING, _OF_RIVERS = _WORDS["waters"], _WORDS["flowing"], _WORDS["of_rivers"]
_BEFORE, _WITHIN, _PARTS = _WORDS["before"], _WORDS["within"], _WORDS["parts"]
_STATES, _COUNTY, _LINKS = _WORDS["states"], _WORDS["county"], _WORDS["links"]
_RAILWAYS = frozenset({"railway", "railways", "railroad"})
LONGEST_LIST, LONGEST_WAY = 30, 6
NOTED = 50_000
"""Inhabitants from which a city is thought of when its name stands in a list."""


@dataclass(frozen=True, slots=True)
class Cue:
    """What the text beside a name says of it.

    Attributes:
        kind: `region`, `city`, `country` or `water` where it is said.
        small: a second-level unit is meant ("Kent County").
        why: the words that say so.
        part: it is called a part of a town, which a gazetteer may have as a town.
    """

    kind: str | None = None
    small: bool = False
    why: str = ""
    part: bool = False


@dataclass(frozen=True, slots=True)
class Sighting:
    """A place name where it stands, and what its surroundings say.

    Attributes:
        key: the same for all spellings that are looked up alike.
        inner: the name in a longer one that says what it is ("City of Turkey"), else "".
        demonym: the place of a people's name.
        parts: something with an extent is meant ("parts of", "the border into").
        behind: another name and a comma stand before it ("Melville, Sask").
        container: the places that may be named behind it as what it lies in ("Paris, Texas").
        container_key: the key of that name.
        firm: that name is a country's or first-level region's and no city's of note, and is set off ("In Rome, Georgia
            said" tells of a country, not of a city in it).
        listed: the keys of the names in the same list.
        article: "the" stands before it and no noun behind it, as before a river: "the Limpopo burst its banks".
        acts: it may be a capital, and somebody decides or speaks under its name: "Kyiv rejected the offer".
    """

    key: str
    text: str
    inner: str
    type: str
    first: int
    last: int
    demonym: Place | None
    cue: Cue
    parts: bool
    behind: bool
    container: tuple[Place, ...]
    container_key: str
    firm: bool
    listed: tuple[str, ...]
    article: bool = False
    acts: bool = False


def sightings(article: Article, names: list[Name], gazetteer: Gazetteer) -> list[Sighting]:
    """Each name with its surroundings, in order."""
    doc = article.doc
    tokens = [article.tokens(name.start, name.end) for name in names]
    spans = [(span.start, span.end - 1) for span in tokens]
    following = lists(spans, doc)
    partners: dict[int, list[str]] = {i: [] for i in range(len(names))}
    for i, chain in following.items():
        for j in chain:
            partners[i].append(key(names[j].text))
            partners[j].append(key(names[i].text))
    sighted = []
    for i, (name, (first, last)) in enumerate(zip(names, spans, strict=True)):
        people = (
            gazetteer.demonym(name.text)
            if name.type == "demonym" or not gazetteer.is_name(name.text)
            else None
        )
        inner, own = _inner(name.text, gazetteer)
        said = own if own.kind else cue(doc, first, last, [spans[j] for j in following[i]])
        inside = _container(doc, last, gazetteer)
        inside = inside if inside[1] else ("", _land_before(doc, first, gazetteer), False)
        sighted.append(
            Sighting(
                key=key(name.text),
                text=name.text,
                inner=inner,
                type=name.type,
                first=first,
                last=last,
                demonym=people,
                cue=said,
                parts=parts_of(doc, first) or _is_bordered(doc, first, name.text, gazetteer),
                behind=i > 0 and first - spans[i - 1][1] == 2 and doc[first - 1].text == ",",
                container=inside[1],
                container_key=inside[0],
                firm=inside[2],
                listed=tuple(partners[i]),
                article=_is_bare(doc, first, last),
                acts=(
                    any(
                        place.level == 2 and place.kind == "city" for place in gazetteer.candidates(name.text)
                    )
                    and told_from(article, name.start, name.end) is None
                    and bool(acts(doc[first : last + 1], "seat"))
                ),
            )
        )
    return sighted


def _is_bare(doc: Doc, first: int, last: int) -> bool:
    """Does "the" stand before the name, and no noun behind it to which it might belong?"""
    after = last + 1
    return _word(doc, first - 1) == "the" and (
        after >= len(doc) or doc[after].pos_ not in {"NOUN", "PROPN", "ADJ"}
    )


def _is_bordered(doc: Doc, first: int, name: str, gazetteer: Gazetteer) -> bool:
    """Does "the border into" stand before what a first-level region may be called?"""
    behind = _word(doc, first - 1) in {"into", "with"} and _word(doc, first - 2) in {"border", "borders"}
    return behind and any(place.level == 1 and place.kind == "region" for place in gazetteer.candidates(name))


def _inner(text: str, gazetteer: Gazetteer) -> tuple[str, Cue]:
    """The name in a longer one, and the kind that the longer one says: "City of Turkey", "Kharkiv region"."""
    words = text.split()
    for i, word in enumerate(words[:2]):
        if word.lower() == "of" and i == 1 and len(words) > 2:
            inner, why = " ".join(words[2:]), f'"{words[0]} of" in it'
            if words[0].lower() in STATES and _is_country(
                inner, gazetteer, whole=words[0].lower() != "state"
            ):
                return inner, Cue("country", why=why)
            kind = _kind(words[0].lower())
            if kind:
                return inner, Cue(kind, words[0].lower() in SMALL_UNITS, why)
    if len(words) > 1:
        kind = _kind(words[-1].lower())
        if kind:
            return " ".join(words[:-1]), Cue(kind, words[-1].lower() in SMALL_UNITS, f'"{words[-1]}" in it')
        if lexicon.classes("place_words").get(words[-1].lower()) == "street":
            return "", Cue("area", why=f'"{words[-1]}" in it')
        if words[0].lower() in _WITHIN:
            inner = " ".join(words[1:])
            part = any(p.kind == "country" or p.level == 1 for p in gazetteer.candidates(inner)[:1])
            return inner, Cue(
                "area" if part else "city", why=f'"{words[0]}" before it'
            )  # East Texas, East Leeds
    return "", Cue()


def _is_country(name: str, gazetteer: Gazetteer, *, whole: bool) -> bool:
    """Is a country meant? Where it need be no `whole` one, no region may bear the name: the State of Georgia."""
    places = gazetteer.candidates(name)
    country = bool(places) and places[0].kind == "country" and places[0].name == name
    return country and (whole or all(place.level != 1 for place in places))


def _kind(word: str) -> str | None:
    if word in REGION_WORDS:
        return "region"
    if word in CITY_WORDS - {"airport", "port", "capital"}:
        return "city"
    return "water" if word in WATER_WORDS or word in _WATERS else None


def _container(doc: Doc, last: int, gazetteer: Gazetteer) -> tuple[str, tuple[Place, ...], bool]:
    """What is named behind a name as that in which it lies: "Paris, Texas", "Paris (Tex.)", "Paris in Texas"."""
    after = _word(doc, last + 1)
    if after not in {",", "in", "("} or last + 2 >= len(doc):
        return "", (), False
    start = last + 2
    if after == "," and _word(doc, start) == "in":
        start += 1
    if _word(doc, start) in _COUNTY and start + 1 < len(doc) and doc[start + 1].text[:1].isupper():
        start += 1  # in Co Galway
    between = _BEFORE | lexicon.words("directions")
    while start < len(doc) - 1 and _word(doc, start) in between:
        start += 1
    for end in range(min(start + 4, len(doc)), start, -1):
        if doc[end - 1].is_space or doc[end - 1].is_punct or not doc[start].text[:1].isupper():
            continue
        text = doc[start:end].text
        bearers = gazetteer.container(text)
        places = tuple(p for p in bearers if p.kind == "country" or p.kind == "region")
        if places:
            large = any(p.kind == "country" or p.level == 1 for p in places)
            noted = any(p.kind == "city" and p.population > NOTED for p in bearers)
            closed = after == "in" or end == len(doc) or doc[end].is_space or not doc[end].text[0].isalnum()
            return key(text), places, large and not noted and closed
    return "", (), False


def _land_before(doc: Doc, first: int, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """The country before the noun for a name, as that in which it lies: "the Jamaican port of", "the Welsh town"."""
    i = first - 1
    if _word(doc, i) == "of":
        i -= 1
    if _word(doc, i) not in CITY_WORDS - {"downtown", "airport"}:
        return ()
    i -= 1
    while i > 0 and first - i < LONGEST_WAY and doc[i].is_lower and doc[i].pos_ in {"ADJ", "NOUN"}:
        i -= 1
    people = gazetteer.demonym(doc[i].text) if i >= 0 and doc[i].text[:1].isupper() else None
    return (people,) if people is not None and people.kind == "country" else ()


def cue(doc: Doc, first: int, last: int, coordinated: list[tuple[int, int]]) -> Cue:
    """The kind of place that the words around tokens `first` to `last` (inclusive) name.

    Args:
        doc: the parsed article.
        first: the name's first token.
        last: its last token.
        coordinated: the spans of the names that follow it in the same list ("Donetsk, Kherson and … regions").
    """
    after = _word(doc, last + 1)
    named = doc[last + 1].is_lower or after in {"oblast", "county", "province", "krai"} if after else False
    railway = after == "division" and any(
        word.lower_ in _RAILWAYS for word in doc
    )  # of a company, not of a country
    department = after in _STATES and _word(doc, last + 2) == "department"
    if after in REGION_WORDS and named and not (railway or department):
        return Cue("region", after in SMALL_UNITS, f'"{after}" after it')
    if (after in WATER_WORDS and doc[last + 1].is_lower) or (
        after in _OF_RIVERS and _word(doc, first - 1) == "the"
    ):
        return Cue("water", why=f'"{after}" after it')
    if _word(doc, first - 1) == "the" and after and doc[last + 1].lemma_.lower() in _FLOWING:
        return Cue("water", why=f'"{after}" after "the" and it')
    if after in _WATERS and doc[last + 1].is_lower:
        return Cue("water", why=f'"{after}" after it')
    if after in CITY_WORDS and doc[last + 1].is_lower and after in {"city", "town", "village", "suburb"}:
        return Cue("city", why=f'"{after}" after it', part=after in PARTS)
    before = first - 1
    if _word(doc, before) == "the" and [_word(doc, before - i) for i in (1, 2)] == ["of", "banks"]:
        return Cue("water", why='"banks of the" before it')
    if before >= 0 and _word(doc, before) in {"river", "lake"}:
        return Cue("water", why=f'"{_word(doc, before)}" before it')
    if before > 0 and _word(doc, before) == "of":
        word = _word(doc, before - 1)
        if word in CITY_WORDS:
            return Cue("city", why=f'"{word} of" before it', part=word in PARTS)
        whole = word.endswith("s") and not coordinated  # the provinces of a country lie in it
        if (
            word in REGION_WORDS
            and not whole
            and word not in {"republic", "territory", "territories", "part"}
            and _word(doc, before - 2) not in {"a", "an", "another", "every", "one"}
        ):
            return Cue("region", word in SMALL_UNITS, f'"{word} of" before it')
        if word in COUNTRY_WORDS:
            return Cue("country", why=f'"{word} of" before it')
    if before >= 0 and _word(doc, before) in CITY_WORDS - {"capital", "cities", "towns", "villages"}:
        return Cue("city", why=f'"{_word(doc, before)}" before it')
    if (
        before >= 0
        and _word(doc, before) in REGION_WORDS
        and doc[before].is_lower
        and not doc[before].text.endswith("s")
    ):
        return Cue("region", why=f'"{_word(doc, before)}" before it')
    if coordinated:
        end = coordinated[-1][1]
        word = _word(doc, end + 1)
        if word in _WATERS:
            return Cue("water", why=f'"{word}" after the list')
        if word in REGION_WORDS and word.endswith("s"):
            return Cue("region", word in SMALL_UNITS, f'"{word}" after the list')
    return Cue()


def parts_of(doc: Doc, first: int) -> bool:
    """Does "parts of", "most of", "eastern" or the like stand before: is it something with an extent?"""
    i = first - 1
    if i >= 0 and _word(doc, i) == "the":
        i -= 1
    return i > 0 and _word(doc, i) == "of" and _word(doc, i - 1) in _PARTS


def lists(spans: list[tuple[int, int]], doc: Doc) -> dict[int, list[int]]:
    """For each name (by its place in `spans`) the names that follow it in the same list."""
    follows: dict[int, int] = {}
    for i, ((_, last), (first, _)) in enumerate(itertools.pairwise(spans)):
        gap = [doc[j].lower_ for j in range(last + 1, first)]
        counted = len(gap) > 2 and gap[-1] == "in" and doc[first - 2].like_num  # 22 in Kent County, 11 in Elm
        if gap and len(gap) <= 4 and all(word in _LINKS for word in (gap[:-2] if counted else gap)):
            follows[i] = i + 1
    chains: dict[int, list[int]] = {}
    for i in range(len(spans)):
        chain: list[int] = []
        j = i
        while j in follows and len(chain) < LONGEST_LIST:
            j = follows[j]
            chain.append(j)
        chains[i] = chain
    return chains


def _word(doc: Doc, i: int) -> str:
    return doc[i].lower_ if 0 <= i < len(doc) else ""
