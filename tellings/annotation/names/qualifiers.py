"""A name before a noun: a town whose the thing or person is, or the body that is one."""

from __future__ import annotations

from tellings.annotation.names.evidence import WEIGHT, Evidence
from tellings.annotation.names.tokens import Candidate, Tokens
from tellings.resources.lexicon import classes, is_person, words

Votes = dict[Evidence, float]

_OF_ANY_TOWN = frozenset(
    "station market hospital school airport harbour harbor port court prison jail junction stadium museum university "
    "college church cathedral mosque temple cemetery library hall theatre".split()
)
"""What many towns have, in small letters behind their names."""

_NATIVES = frozenset(
    "man woman couple family mother father teenager pensioner pensioners resident residents native runner farmer "
    "farmers shopkeeper trader traders teacher pupil fisherman fishermen villager villagers householder homeowner "
    "grandmother grandfather".split()
)
"""Who is of a town, and of no body: the Kapsowar runner."""


_MADE_IN = frozenset(
    "plant works factory mill hostel dormitory warehouse depot brewery refinery smelter boss shares".split()
)
"""What a maker has, in small letters behind its name."""


def is_maker(tokens: Tokens, mention: Candidate) -> bool:
    """Does a firm's name end in the goods that it makes, before its works: the Kenari Gloves plant, not Twin Lakes?"""
    last = tokens.lower[mention.end - 1]
    if mention.end - mention.start < 2 or tokens.text[mention.end : mention.end + 1] == []:
        return False
    one = last.removesuffix("s")
    place = one in classes("place_words") or last in classes("place_words") or last in words("last_names")
    goods = last.endswith("s") and one in tokens.nouns and not (place or is_person(one))
    return goods and tokens.text[mention.end] in _MADE_IN


def is_of_native(tokens: Tokens, mention: Candidate) -> bool:
    """Does somebody of a town stand behind its name: the Kapsowar runner, Wadena man says, a Leeds teacher?"""
    return tokens.lower[mention.end : mention.end + 1] != [] and tokens.text[mention.end] in _NATIVES


def is_town_of(tokens: Tokens, mention: Candidate, votes: Votes, towns: bool) -> bool:
    """Is it a known place, and behind the noun stands the name of what is there: the Durban firm Holm Ropeworks?

    Or is the place large, a town (`towns`) elsewhere in the article, and "the" stands before it: the Durban group.
    """
    named = tokens.capital[mention.end + 1 : mention.end + 2] == [True]
    called = words("first_names") | words("last_names") | words("common_words")
    towns = towns or tokens.lower[mention.start] not in called
    large = towns and tokens.lower[mention.start - 1] == "the" and mention.start > 0
    weight = votes.get(("place", "gazetteer"), 0.0)
    return weight >= WEIGHT["large city"] if large and not named else weight > 0 and named


def is_public(tokens: Tokens, mention: Candidate, votes: Votes) -> bool:
    """Does what any town has stand behind a known town: Durban station, not the Kenari works?"""
    town = votes.get(("place", "gazetteer"), 0.0) >= WEIGHT["town"]
    return town and tokens.text[mention.end].islower() and tokens.lower[mention.end] in _OF_ANY_TOWN


def is_no_body(tokens: Tokens, one: Candidate, votes: Votes) -> bool:
    """Does the model alone say that it is a body, where a place bears the name and it stands as places do?

    Not what is a word or anybody's name as well, nor letters.
    """
    said = any(kind == "organisation" and source != "model" for kind, source in votes)
    stands = {("place", source) for source in ("preposition", "kind", "native")}
    if ("organisation", "model") not in votes or ("place", "gazetteer") not in votes or said:
        return False
    word = tokens.lower[one.start]
    other = one.end - one.start == 1 and any(
        word in words(name) for name in ("first_names", "last_names", "common_words")
    )
    return not stands.isdisjoint(votes) and not other and not tokens.text[one.start].isupper()
