"""The countries that an article speaks of, before any of its names is placed: by its plainest names and its outlet.

And bodies that are named by a people and letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tellings.annotation.article import Article
from tellings.annotation.names.edges import is_letters
from tellings.annotation.names.tokens import Candidate, Tokens
from tellings.resources.gazetteer import Gazetteer, Place, prominence
from tellings.resources.lexicon import words

_BIG = 250_000
"""From how many inhabitants on a city's name in an outlet's is that city's."""

_TOWN = 40_000
"""The same where the name is no other word and no place's abroad that is nearly as well known."""

_AHEAD = 1.0
"""How far ahead of its namesakes a place is that a name alone tells of."""

_LINKS = frozenset({",", "and", "or", "&"})
_PLACING = frozenset("in across throughout from around outside into".split())
_WORD = re.compile(r"[A-Z][\w'-]+")


def of_outlet(publisher: str, gazetteer: Gazetteer) -> str | None:
    """The country of a place in an outlet's name: The Manila Courant, The Irish Star, Times of India."""
    words_of = list(_WORD.finditer(publisher))
    for size in (3, 2, 1):
        for first, last in zip(words_of, words_of[size - 1 :], strict=False):
            name = publisher[first.start() : last.end()]
            place = gazetteer.demonym(name) or next(iter(gazetteer.candidates(name)), None)
            if place is not None and (place.kind == "country" or place.population >= _BIG):
                return place.country_code
    alone = {country for word in words_of if (country := _only_land(word.group(), gazetteer))}
    return alone.pop() if len(alone) == 1 else None


def _only_land(name: str, gazetteer: Gazetteer) -> str | None:
    """The country in which a town or region of an outlet's name lies, if it is no word and leads all abroad."""
    if any(
        name.lower() in words(of)
        for of in ("common_words", "first_names", "last_names", "organisation_words")
    ):
        return None
    weighed = sorted(
        ((prominence(*entry), entry[0]) for entry in gazetteer.entries(name)), key=lambda e: -e[0]
    )
    if (
        not weighed
        or weighed[0][1].kind not in ("city", "region", "area")
        or weighed[0][1].population < _TOWN
    ):
        return None
    best, first = weighed[0]
    abroad = [weight for weight, place in weighed if place.country_code != first.country_code]
    return first.country_code if best - max(abroad, default=0.0) > _AHEAD else None


def spoken_of(names: Iterable[str], publisher: str | None, gazetteer: Gazetteer) -> frozenset[str]:
    """The countries (ISO 3166-1 alpha-2) of an article's plainest place names and demonyms, and of its outlet."""
    codes = {of_outlet(publisher or "", gazetteer)}
    for name in set(names):
        place = gazetteer.demonym(name) or _plain(name, gazetteer)
        codes.add(place.country_code if place else None)
    return frozenset(code for code in codes if code)


def _plain(name: str, gazetteer: Gazetteer) -> Place | None:
    """The place that the name alone tells of: a country, or one well ahead of its namesakes."""
    entries = gazetteer.entries(name)
    if not entries:
        return None
    weights = [prominence(*entry) for entry in entries[:2]]
    clear = len(entries) == 1 or entries[0][0].kind == "country" or weights[0] - weights[1] > _AHEAD
    return entries[0][0] if clear and entries[0][0].population >= _BIG else None


def abbreviated(name: str, lands: frozenset[str], gazetteer: Gazetteer) -> Place | None:
    """The region or country that an abbreviation stands for in an article that speaks of its country: NSW, WA, KZN.

    None where two of the article's countries have one so called.
    """
    places = [place for place in gazetteer.abbreviated(name) if place.country_code in lands]
    return places[0] if len(places) == 1 else None


def is_abbreviation(
    tokens: Tokens, group: list[Candidate], lands: frozenset[str], gazetteer: Gazetteer
) -> bool:
    """Do letters stand for a state, province or country: behind its towns, or of a country that the article speaks of?

    Two letters may be a member of parliament as well: they must stand once where a place does ("in MP and UP").
    """
    text = tokens.span(group[0].start, group[0].end)
    if len(text) > 4:
        return False
    if all(is_state_behind(tokens, one.start, gazetteer) for one in group[:20]):
        return True
    if abbreviated(text, lands, gazetteer) is None:
        return False
    return len(text) > 2 or any(is_placed_so(tokens, one.start, gazetteer) for one in group[:20])


def is_placed_so(tokens: Tokens, i: int, gazetteer: Gazetteer) -> bool:
    """Does a word of place stand before it, a town and a comma, or another such abbreviation and "and"?"""
    if i < 1:
        return False
    before = tokens.lower[i - 1]
    if before == "," and is_state_behind(tokens, i, gazetteer):
        return True
    if tokens.heading[i]:
        return False
    if before in _LINKS:
        return i > 2 and bool(gazetteer.abbreviated(tokens.text[i - 2]))
    if before == "the" and i > 3 and tokens.lower[i - 2] in _LINKS:  # Qld and the NT
        return bool(gazetteer.abbreviated(tokens.text[i - 3]))
    return before in _PLACING or before in words("directions")


def is_state_behind(tokens: Tokens, i: int, gazetteer: Gazetteer) -> bool:
    """Do the letters stand behind a town of their state and a comma: "Carthage, TX"? "Ann Lee, MD" is a physician.

    Or alone in brackets behind a name, not in capitals as an agency's: "Sen. Ann Lee (Vt.)".
    """
    if i < 2 or tokens.text[i - 1] not in (",", "(") or len(tokens.text[i]) > 4 or is_letters(tokens.text[i]):
        return False
    states = {place.country_code for place in gazetteer.container(tokens.text[i]) if place.level == 1}
    if tokens.text[i - 1] == "(":
        alone = ")" in tokens.text[i + 1 : i + 3] and tokens.capital[i - 2]
        return alone and bool(states) and not tokens.text[i].isupper()
    towns = (tokens.span(first, i - 1) for first in range(max(0, i - 4), i - 1) if tokens.capital[first])
    return bool(states) and any(
        place.country_code in states for town in towns for place in gazetteer.candidates(town)
    )


def with_associations(
    article: Article, tokens: Tokens, found: list[Candidate], gazetteer: Gazetteer
) -> list[Candidate]:
    """The candidates with a people's football association in letters: the Polish FA, not the Polish FA Cup."""
    bodies = [
        Candidate(i - 1, i + 1, "ORG", "joined")
        for i, text in enumerate(tokens.text)
        if text == "FA"
        and i
        and not (tokens.first[i] or tokens.heading[i])
        and gazetteer.demonym(tokens.text[i - 1]) is not None
        and not (tokens.capital[i + 1 : i + 2] == [True] and not tokens.first[i + 1])
        and article.annotated(tokens.start[i - 1])
    ]
    inside = {i for one in bodies for i in range(one.start, one.end)}
    return [*(one for one in found if not inside.issuperset(range(one.start, one.end))), *bodies]
