"""What speaks for a name being a person, a body, a place or something else: its words, the gazetteer, its neighbours.

The weights were set on development sets of news (docs/entities.md). A piece of evidence is a type and a source.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tellings.annotation.names.tokens import HYPHENS, Candidate, Tokens
from tellings.identity.compare import CLUBS, GENERATION, PARTICLES, vessel
from tellings.resources.lexicon import classes, is_person, known_names, one_of, words

if TYPE_CHECKING:
    from tellings.resources.gazetteer import Gazetteer, Place

Evidence = tuple[str, str]
"""A type and the source that speaks for it."""

MODEL = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "facility",
    "NORP": "group",
    "EVENT": "event",
    "PRODUCT": "product",
    "LAW": "law",
    "WORK_OF_ART": "other",
    "LANGUAGE": "other",
}
"""The model's labels as types; `place` is any country, region, city or natural feature."""

WEIGHT = {
    "model": 1.5,
    "model, each": 0.5,
    "title": 5.0,
    "label": 4.0,
    "role": 3.0,
    "age": 4.0,
    "who": 1.5,
    "apposition": 2.0,
    "speaks": 0.8,
    "has": 1.5,
    "whose": 1.2,
    "answers": 2.5,
    "plays": 1.5,
    "reached": 2.0,
    "taken": 1.2,
    "plural": 1.0,
    "first name": 1.8,
    "first name alone": 0.5,
    "last name": 0.6,
    "first and last name": 1.4,
    "last name alone": 0.4,
    "initials": 2.5,
    "known": 3.0,
    "form": 6.0,
    "word": 5.5,
    "small word": 1.9,
    "doers": 3.5,
    "acronym": 2.5,
    "in": 1.2,
    "inside": 2.4,
    "preposition": 0.9,
    "direction": 2.5,
    "kind": 2.5,
    "city of": 3.5,
    "noun after": 3.0,
    "noun before": 3.0,
    "ship": 6.0,
    "dateline": 6.0,
    "part of": 1.5,
    "country": 6.0,
    "region": 3.5,
    "large city": 4.5,
    "city": 2.0,
    "town": 1.5,
    "village": 1.0,
    "building": 2.5,
    "other spelling": 0.5,
    "demonym": 4.0,
    "article": -1.5,
    "coordinated": 0.8,
    "first word": 0.4,
    "first of a full name": 0.85,
    "full name": 2.5,
    "full name, sure": 2.0,
}

OTHER_SPELLING = 2
"""The gazetteer's mark on a name that is a place's in another language or time."""

_ADDRESS = re.compile(r"\w\.(?:com|org|net|co\.uk|info)$")
OF_LANDS = frozenset({"Air", "Radio", "Police", "Statistics", "Network"})
"""What a country stands behind in a body's name, also where a sentence or a headline gives it its capital."""

LEADING = frozenset(("lake", "loch", "lough", "mount", "cape", "river", "gulf", "port", "fort"))
_BUILT = frozenset(
    "palazzo schloss château chateau castello estadio estádio stade stadion teatro masjid".split()
)
"""What stands first in the names of buildings abroad."""

_TWO_CAPITALS = re.compile(
    r"(?!Mac|Kwa|Fitz|Van|Von|Den|Ter|Las|Los|San|Abdul|Abu|Ben)[A-Z][a-z]{2,}[A-Z][a-z]+$"
)
"""A firm's name in one word: ScotRail, and no person's or place's: MacLeod, KwaMashu."""


def from_model(group: list[Candidate]) -> Iterator[tuple[Evidence, float]]:
    """The model's labels of all mentions of a name: each label's share, more if given often; a transcript's labels."""
    labels = Counter(MODEL[one.label] for one in group if one.label)
    for label, n in labels.items():
        yield (label, "model"), (WEIGHT["model"] + WEIGHT["model, each"] * min(n, 5)) * n / len(group)
    if any(one.method == "label" for one in group):
        yield ("person", "label"), WEIGHT["label"]


def from_words(tokens: Tokens, one: Candidate) -> Iterator[tuple[Evidence, float]]:
    """Evidence from the words of the name itself."""
    known = known_names().get(tokens.span(one.start, one.end))
    if known is not None:
        yield (known[0], "known"), WEIGHT["known"] * (2.0 if known[1] or one.end - one.start > 1 else 1.0)
    parts = [word.rstrip(".") for word in tokens.lower[one.start : one.end]]
    if parts[0] == "local" and parts[1:] and parts[1].isdigit():
        yield ("organisation", "word"), WEIGHT["word"]  # a union's Local 12
    if len(parts) > 1:
        kinds = list(_kinds(parts))
        personal = one.label == "PERSON" and len(parts) == 2 and parts[0] in words("first_names")
        for evidence, weight in kinds:
            yield evidence, weight * (0.5 if personal else 1.0)
        first_name = parts[0] in words("first_names")  # Georg Nees
        if not (kinds or first_name or tokens.heading[one.start]) and _are_doers(parts[-1]):
            yield ("organisation", "doers"), WEIGHT["doers"]
        if not (kinds or first_name) and parts[-1] in words("trade_words") - words("last_names"):
            yield ("organisation", "trade"), WEIGHT["kind"]  # Patriot Coal
        if not kinds or len(parts) == 2:
            for evidence, weight in _personal(parts, tokens.text[one.start : one.end]):
                yield evidence, weight * (0.7 if kinds and not personal else 1.0)
        last = tokens.text[one.end - 1]
        if last.isdigit() and one.label in (None, "PERSON") and len(last) < 3:
            yield ("product", "number"), WEIGHT["noun before"]  # Phoenix 2, a capsule
        letters = 2 < len(last) < 6 and last.isalpha() and last.isupper() and parts[-1] not in GENERATION
        if letters and not tokens.span(one.start, one.end).isupper():
            yield ("organisation", "acronym"), 2 * WEIGHT["acronym"]
        if any(word in ("of", "for", "and", "&", "on") for word in parts):
            yield ("organisation", "small word"), WEIGHT["small word"]
        return
    word, printed = parts[0], tokens.text[one.start]
    if _ADDRESS.search(word):
        yield ("organisation", "address"), WEIGHT["word"]
    if _TWO_CAPITALS.match(printed):
        yield ("organisation", "acronym"), WEIGHT["acronym"]
    if word in classes("event_words") and word not in words("organisation_words"):
        yield (classes("event_words")[word], "word"), WEIGHT["word"]
    if word in words("first_names"):
        yield ("person", "first name"), WEIGHT["first name alone"]
    if word in words("last_names"):
        yield ("person", "last name"), WEIGHT["last name alone"]
    letters = 1 <= len(printed) <= 7 and printed.isupper() and not tokens.heading[one.start]
    if letters and (len(printed) < 4 or printed.capitalize() not in tokens.text):
        yield ("organisation", "acronym"), WEIGHT["acronym"]


_WITHIN = frozenset("le la les de du on upon in by under super next the of".split())
"""Small words within a place's name: Chester-le-Street."""


def is_double(parts: list[str]) -> bool:
    """Does it end in a word of places behind a hyphen, as surnames do, so that the word tells nothing: Nowak-Hill?"""
    double = len(parts) > 2 and parts[-2] in HYPHENS and parts[-1] in classes("place_words")
    return double and parts[-3] not in _WITHIN


def _are_doers(word: str) -> bool:
    """Is it a plural of those who do something, as bodies call themselves: Crime Stoppers, not Bill Waters?"""
    one = one_of(word)
    listed = any({one, word} & words(name) for name in ("titles", "posts", "roles", "generic_words"))
    named = word in words("last_names") or one.endswith("an")  # Bill Waters; Cowboys and Indians
    return one != word and is_person(one) and not listed and not named


def _kinds(parts: list[str]) -> Iterator[tuple[Evidence, float]]:
    """What the name says it is: its legal form, its last word or the word before "of"."""
    organisations, places, others = (
        words("organisation_words"),
        classes("place_words"),
        classes("event_words"),
    )
    if parts[-1] in words("company_forms"):
        yield ("organisation", "form"), WEIGHT["form"]
    if len(parts) > 2 and parts[-2] in HYPHENS and parts[-3] in organisations:  # the Journal-Constitution
        yield ("organisation", "word"), WEIGHT["word"]
        return
    if is_double(parts):
        return
    if parts[-1] in classes("trade_words"):  # Holm Shipping Lines
        yield ("organisation", "word"), WEIGHT["word"]
    pair = " ".join(parts[-2:])
    if pair in organisations:
        yield ("organisation", "word"), WEIGHT["word"]
    elif places.get(pair) == "facility":
        yield ("facility", "word"), WEIGHT["word"]
    if (what := vessel(tuple(parts))) is not None:
        yield (others.get(what, "product"), "word"), 2 * WEIGHT["word"]
    if parts[0] in LEADING:
        yield ("place", "word"), WEIGHT["word"]
    elif parts[0] in _BUILT:
        yield ("facility", "word"), WEIGHT["word"]
    head = next((parts[i - 1] for i in range(1, len(parts)) if parts[i] in ("of", "for", "on")), parts[-1])
    if (
        len(parts) > 2
        and head == parts[-1]
        and places.get(parts[-2]) == "facility"
        and parts[0] not in words("first_names")
    ):
        head = head if head in organisations or head in places or head in others else parts[-2]
    if head in places and head != parts[-1] and parts[-1] in organisations and parts[-1] not in places:
        yield ("organisation", "word"), WEIGHT["word"]  # the Republic of Fiji Military Forces
        return
    for word in (
        {head, parts[-1]} if head in organisations or head in places or head in others else {parts[-1]}
    ):
        weight = WEIGHT["word"] * (1.0 if word == head else 0.5)
        if word in others and word not in organisations:
            yield (others[word], "word"), weight
        elif word in places:
            kind, body = "facility" if places[word] == "facility" else "place", word in organisations
            leads = body and word != parts[-1]
            yield (kind, "word"), weight * (0.2 if leads else 0.75 if body else 1.0)
            if body:
                yield ("organisation", "word"), weight * (1.0 if leads else 0.4)
        elif word in organisations:
            yield ("organisation", "word"), weight


def _personal(parts: list[str], printed: list[str]) -> Iterator[tuple[Evidence, float]]:
    """A first name, initials or a last name at its place."""
    plain = [word for word in parts[1:] if word not in PARTICLES]
    if parts[0] not in PARTICLES or parts[0] == "ben":  # David ben Gurion, but Ben Castle
        plain.insert(0, parts[0])
    if not plain or len(parts) > 6:
        return
    if plain[0] in words("first_names"):
        yield ("person", "first name"), WEIGHT["first name"] if len(plain) > 1 else WEIGHT["first name alone"]
    elif _is_two_initials(parts, printed) or all(
        len(word) == 1 and shown[0].isupper() for word, shown in zip(parts[:-1], printed[:-1], strict=True)
    ):
        yield ("person", "initials"), WEIGHT["initials"]
    if len(plain) > 2 and plain[0] in words("first_names") and parts[-2] in HYPHENS:
        yield ("person", "last name"), WEIGHT["last name"]  # Kwabena Ofori-Atta
    elif len(plain) > 1 and plain[-1] in words("last_names"):
        both = len(plain) == 2 and plain[0] in words("first_names") and plain[0] not in words("common_words")
        yield ("person", "last name"), WEIGHT["first and last name" if both else "last name"]


def _is_two_initials(parts: list[str], printed: list[str]) -> bool:
    """Are two letters somebody's initials before a last name, and no body's or ship's: JM Orwin, not AC Torva?"""
    first, last = printed[0], parts[-1]
    if len(parts) != 2 or len(first) != 2 or not first.isupper() or not first.isalpha():
        return False
    body = first in known_names() or parts[0] in CLUBS or vessel(tuple(parts)) is not None
    kinds = words("organisation_words") | words("trade_words") | words("common_words")
    return not body and printed[1].istitle() and last not in kinds and last not in classes("place_words")


def from_gazetteer(text: str, several: bool, gazetteer: Gazetteer) -> Iterator[tuple[Evidence, float]]:
    """Evidence from the places that bear the name."""
    if gazetteer.demonym(text) is not None:
        yield ("demonym", "gazetteer"), WEIGHT["demonym"]
    initials = text.isupper() and len(text) <= 4
    best = 0.0
    for place, use in gazetteer.entries(text)[:12]:
        weight = WEIGHT[_size(place)]
        if initials and weight < WEIGHT["large city"]:
            continue
        best = max(best, weight * (WEIGHT["other spelling"] if use == OTHER_SPELLING else 1.0))
    if best <= WEIGHT["town"] and text.lower() in words("common_words"):
        return  # Lucky is a village somewhere, but first of all a word
    head, _, rest = text.partition(" ")
    land, _, last = text.rpartition(" ")
    letters = head.isupper() and head.isalpha() and 2 < len(head) < 6 and not text.isupper()
    newspaper = last.lower() == "today" and is_land(land, gazetteer)  # India Today
    if newspaper or ((letters or head in OF_LANDS) and is_land(rest, gazetteer)):
        yield ("organisation", "acronym"), 2 * WEIGHT["acronym"]  # NHS England
    if best:
        yield ("place", "gazetteer"), best + (0.5 if several else 0.0)


def is_land(name: str, gazetteer: Gazetteer) -> bool:
    """Is it a country's or first-level region's name?"""
    return any(place.kind == "country" or place.level == 1 for place in gazetteer.candidates(name)[:1])


def _size(place: Place) -> str:
    """Which weight a place has: the better known, the likelier it is meant."""
    if place.kind == "country":
        return "country"
    if place.kind in ("area", "water") or (place.kind == "region" and place.level != 2):
        return "region"
    if place.kind in ("city", "region"):
        size = place.population
        return (
            "large city"
            if size >= 500_000
            else "city"
            if size >= 100_000
            else "town"
            if size >= 15_000
            else "village"
        )
    return "building"
