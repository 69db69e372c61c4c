"""What speaks for a name being a person, a body, a place or something else: its words, the gazetteer, its neighbours.

The weights were set on development sets of news (docs/entities.md). A piece of evidence is a type and a source.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tellings.annotation.name_tokens import Candidate, Tokens
from tellings.lexicon import classes, words

if TYPE_CHECKING:
    from tellings.annotation.gazetteer import Gazetteer, Place

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
    "role": 3.0,
    "age": 4.0,
    "who": 1.5,
    "apposition": 2.0,
    "speaks": 0.8,
    "plays": 1.5,
    "first name": 1.8,
    "first name alone": 0.5,
    "last name": 0.6,
    "last name alone": 0.4,
    "initials": 2.5,
    "form": 6.0,
    "word": 5.5,
    "small word": 1.9,
    "acronym": 2.5,
    "in": 1.2,
    "preposition": 0.9,
    "direction": 2.5,
    "kind": 2.5,
    "city of": 3.5,
    "noun after": 3.0,
    "noun before": 3.0,
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
    "full name": 2.0,
    "full name, sure": 2.0,
}

OTHER_SPELLING = 2
"""The gazetteer's mark on a name that is a place's in another language or time."""

PARTICLES = frozenset(
    "de del della di da do dos das du la las le les el al bin bint ibn van von der den".split()
)
_SPEAK = frozenset(
    "say tell add ask argue explain note insist warn claim reply recall admit write think believe hope feel know "
    "smile laugh marry die born graduate resign".split()
)
_PLAY = frozenset("beat thrash outplay trounce relegate sign host edge hammer".split())
_WITHIN = frozenset("in at near from across outside inside around throughout toward towards to into".split())
_DIRECTION = frozenset(
    "northern southern eastern western central north south east west northeastern northwestern southeastern "
    "southwestern upper lower downtown rural mainland".split()
)
_SETTLED = frozenset(
    "city town village capital district province region county state municipality suburb island port area community "
    "neighbourhood neighborhood resort river lake valley oblast prefecture governorate".split()
)
_HOUSE = frozenset("family clan dynasty camp couple brothers sisters".split())
_FIRM = frozenset(
    "company firm group party club team newspaper agency bank union startup manufacturer maker giant brand chain app "
    "website platform airline broadcaster channel magazine organisation organization movement militia network".split()
)
_LEADING = frozenset(("lake", "mount", "cape", "river", "gulf", "port", "fort"))


def from_model(group: list[Candidate]) -> Iterator[tuple[Evidence, float]]:
    """The model's labels of all mentions of a name: each label's share, and more if it was given often."""
    labels = Counter(MODEL[one.label] for one in group if one.label)
    for label, n in labels.items():
        yield (label, "model"), (WEIGHT["model"] + WEIGHT["model, each"] * min(n, 5)) * n / len(group)


def from_words(tokens: Tokens, one: Candidate) -> Iterator[tuple[Evidence, float]]:
    """Evidence from the words of the name itself."""
    parts = [word.rstrip(".") for word in tokens.lower[one.start : one.end]]
    if len(parts) > 1:
        kinds = list(_kinds(parts))
        yield from kinds
        if not kinds or len(parts) == 2:
            for evidence, weight in _personal(parts, tokens.text[one.start : one.end]):
                yield evidence, weight * (0.7 if kinds else 1.0)
        if any(word in ("of", "for", "and", "&", "on") for word in parts):
            yield ("organisation", "small word"), WEIGHT["small word"]
        return
    word, printed = parts[0], tokens.text[one.start]
    if word in classes("event_words"):
        yield (classes("event_words")[word], "word"), WEIGHT["word"]
    if word in words("first_names"):
        yield ("person", "first name"), WEIGHT["first name alone"]
    if word in words("last_names"):
        yield ("person", "last name"), WEIGHT["last name alone"]
    if 1 <= len(printed) <= 7 and printed.isupper() and not tokens.heading[one.start]:
        yield ("organisation", "acronym"), WEIGHT["acronym"]


def _kinds(parts: list[str]) -> Iterator[tuple[Evidence, float]]:
    """What the name says it is: its legal form, its last word or the word before "of"."""
    organisations, places, others = (
        words("organisation_words"),
        classes("place_words"),
        classes("event_words"),
    )
    if parts[-1] in words("company_forms"):
        yield ("organisation", "form"), WEIGHT["form"]
    if parts[0] in _LEADING:
        yield ("place", "word"), WEIGHT["word"]
    head = next((parts[i - 1] for i in range(1, len(parts)) if parts[i] in ("of", "for", "on")), parts[-1])
    for word in (
        {head, parts[-1]} if head in organisations or head in places or head in others else {parts[-1]}
    ):
        weight = WEIGHT["word"] * (1.0 if word == head else 0.5)
        if word in others and word not in organisations:
            yield (others[word], "word"), weight
        elif word in places:
            kind = "facility" if places[word] == "facility" else "place"
            yield (kind, "word"), weight * (0.6 if word in organisations else 1.0)
            if word in organisations:
                yield ("organisation", "word"), weight * 0.5
        elif word in organisations:
            yield ("organisation", "word"), weight


def _personal(parts: list[str], printed: list[str]) -> Iterator[tuple[Evidence, float]]:
    """A first name, initials or a last name at its place."""
    plain = [word for word in parts if word not in PARTICLES]
    if not plain or len(parts) > 6:
        return
    if plain[0] in words("first_names"):
        yield ("person", "first name"), WEIGHT["first name"] if len(plain) > 1 else WEIGHT["first name alone"]
    elif all(
        len(word) == 1 and shown[0].isupper() for word, shown in zip(parts[:-1], printed[:-1], strict=True)
    ):
        yield ("person", "initials"), WEIGHT["initials"]
    if len(plain) > 1 and plain[-1] in words("last_names"):
        yield ("person", "last name"), WEIGHT["last name"]


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
    if best:
        yield ("place", "gazetteer"), best + (0.5 if several else 0.0)


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


def from_beside(tokens: Tokens, one: Candidate) -> Iterator[tuple[Evidence, float]]:
    """Evidence from the words beside one mention."""
    n, start, end = len(tokens.text), one.start, one.end
    before = tokens.lower[start - 1] if start else ""
    before2 = tokens.lower[start - 2] if start > 1 else ""
    after = tokens.lower[end] if end < n else ""
    after2 = tokens.lower[end + 1] if end + 1 < n else ""
    word = before.rstrip(".")
    if one.titled or (word in words("honorifics") and tokens.capital[start - 1]):
        yield ("person", "title"), WEIGHT["title"]
    elif word in words("titles") or word in words("roles") or f"{before2} {word}" in words("titles"):
        yield ("person", "role"), WEIGHT["role"]
    elif word in _FIRM:
        yield ("organisation", "noun before"), WEIGHT["noun before"]
    if (
        after == ","
        and len(after2) == 2
        and after2.isdigit()
        and tokens.text[end + 2 : end + 3] in ([","], ["."], [")"])
    ):
        yield ("person", "age"), WEIGHT["age"]
    if after in ("who", "whose") or (after == "," and after2 in ("who", "whose")):
        yield ("person", "who"), WEIGHT["who"]
    if before in _WITHIN:
        yield ("place", "preposition"), WEIGHT["in" if before in ("in", "near") else "preposition"]
    if before in _DIRECTION:
        yield ("place", "direction"), WEIGHT["direction"]
    if before == "of" and before2 in _SETTLED:
        yield ("place", "kind"), WEIGHT["city of"]
    if before == "the" and end - start == 1:
        yield ("person", "article"), WEIGHT["article"]
    yield from _noun_after(after, after2)
    yield from _syntax(tokens, one)


def _noun_after(after: str, after2: str) -> Iterator[tuple[Evidence, float]]:
    """What the name is used to qualify: the Tura district, the Dymarla company, a Kano-based firm."""
    if after in _SETTLED or after in ("residents", "locals"):
        yield ("place", "kind"), WEIGHT["kind"]
    elif after in _HOUSE:
        yield ("person", "noun after"), WEIGHT["noun after"]
    elif after in _FIRM:
        yield ("organisation", "noun after"), WEIGHT["noun after"]
    elif after in classes("place_words") and classes("place_words")[after] == "facility":
        yield ("facility", "noun after"), WEIGHT["noun after"]
    elif after == "-" and after2 == "based":
        yield ("place", "kind"), WEIGHT["city of"]
    elif after == "-" and after2 in ("owned", "operated", "backed", "affiliated", "related"):
        yield ("organisation", "noun after"), WEIGHT["noun after"] * 0.5


def _syntax(tokens: Tokens, one: Candidate) -> Iterator[tuple[Evidence, float]]:
    """Evidence from the parse: who speaks, what an apposition calls it."""
    head = tokens.doc[one.end - 1]
    if head.dep_ == "nsubj" and head.head.lemma_ in _SPEAK:
        yield ("person", "speaks"), WEIGHT["speaks"]
    if head.dep_ in ("nsubj", "dobj", "nsubjpass") and head.head.lemma_ in _PLAY:
        yield ("organisation", "plays"), WEIGHT["plays"]
    if head.n_rights:
        for child in head.rights:
            if child.dep_ == "appos" and not child.ent_type_:
                noun = child.lower_
                if noun in words("roles") or noun in words("titles") or noun in words("posts"):
                    yield ("person", "apposition"), WEIGHT["apposition"]
                elif noun in _FIRM:
                    yield ("organisation", "apposition"), WEIGHT["apposition"]
                elif noun in _SETTLED:
                    yield ("place", "apposition"), WEIGHT["apposition"]
