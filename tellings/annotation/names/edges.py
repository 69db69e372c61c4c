"""Where a name begins and ends: articles, honorifics, titles, possessives and other names are cut off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from tellings.annotation.names.tokens import POSSESSIVE, SHIPS, Candidate, Tokens
from tellings.identity.compare import is_acronym
from tellings.resources.lexicon import classes, groups, known_names, persons, rows, words

if TYPE_CHECKING:
    from tellings.resources.gazetteer import Gazetteer

ARTICLES = frozenset({"the", "a", "an"})
_EDGES = frozenset("\"'“”‘’«»„`´.,;:!?-–—…()[]{}<>/|*•®™#&+=~")
_SCORE = re.compile(r"\s\d+[-–:]\d+$")
"""What follows a name without being part of it: "Arsenal 3-1"."""

_OF_A_WHOLE = frozenset({"WORK_OF_ART", "PRODUCT"})
_APART = frozenset({"(", ")", "[", "]", "/", "|", "—", "–", "“", "”", '"', ";", ":", "•", "…", "...", "@"})
_BETWEEN = frozenset({"at", "near", "versus", "vs", "from", "in"})
FIRMS = frozenset().union(*(groups("things")[kind] for kind in ("bodies", "companies", "makers")))
"""What stands before a body's name, and behind it: the charity Harbour Aid, the Dymarla company."""

_PREPOSITIONS = frozenset(
    "near in at from outside inside around across behind beyond along above below beside between off under until since "
    "during after before throughout within toward towards amid".split()
)
"""What a sentence may begin with that is no part of the name behind it."""

_NOT_LAST = frozenset(
    "in on at of for to by with from after over under into as and or but is are was were be been has have had says "
    "said will not than".split()
)
"""Small words that a headline prints with a capital, and that end no name: Dead Man Identified In."""

_OF = frozenset({"of", "for", "on", "to"})
_SENIOR = frozenset({"staff", "chief", "senior", "deputy", "acting", "assistant"})

_CITY = 50_000
"""Inhabitants from which one of two names is a city's that the model took for one body: Huancayo and Ayacucho."""


def pieces(tokens: Tokens, whole: Candidate, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """A span of the model, cut where another name or no name begins, and trimmed."""
    start = whole.start
    for i in range(start + 1, whole.end):
        if tokens.first[i] and not tokens.space[i - 1]:  # glued to what stood above it
            yield from pieces(tokens, replace(whole, end=i), gazetteer)
            yield from pieces(tokens, replace(whole, start=i), gazetteer)
            return
    if whole.end - start > 2 and gazetteer.is_name(tokens.span(start, whole.end)):
        piece = trimmed(tokens, whole, gazetteer)
        if piece is not None:
            yield piece
        return
    for i in range(whole.start, whole.end + 1):
        if i == whole.end or _cuts(tokens, whole, start, i, gazetteer):
            part = replace(whole, start=start, end=i)
            apart = _is_list(tokens, whole) or _are_places(tokens, whole, gazetteer)
            apart = apart or (start > whole.start and tokens.lower[start - 1] in ("of", "to"))
            apart = apart or (i < whole.end and tokens.lower[i] == "to")
            if (whole.label in _OF_A_WHOLE or apart) and (start, i) != (
                whole.start,
                whole.end,
            ):
                part = replace(part, label=None)  # what the whole was taken for, its parts are not
            piece = trimmed(tokens, part, gazetteer)
            if piece is not None:
                yield piece
            start = i + 1


def is_firm_of(tokens: Tokens, of: int, end: int, gazetteer: Gazetteer) -> bool:
    """Does the name of a firm stand before "of", and its town behind: Holm Systems of Leeds, not the Bank of Leeds?"""
    kinds = words("trade_words") | words("company_forms") | {"company"}
    town = any(place.kind == "city" for place in gazetteer.candidates(tokens.span(of + 1, end))[:1])
    firm = of > 1 and tokens.lower[of] == "of" and tokens.lower[of - 1] in kinds - {"bank"}
    return town and firm and tokens.capital[of - 2 : of - 1] == [True]


def _cuts(tokens: Tokens, whole: Candidate, start: int, i: int, gazetteer: Gazetteer) -> bool:
    """Does the name end before token i, which is left out?"""
    text, low = tokens.text[i], tokens.lower[i]
    if text in _APART or text.isspace() or (text == "-" and tokens.space[i - 1] and tokens.space[i]):
        return True
    if i == start or i + 1 >= whole.end:
        return False
    single = whole.label in ("PERSON", "GPE", "NORP")
    if text in POSSESSIVE:
        rest = tokens.lower[i + 1 : whole.end]
        if not tokens.capital[i + 1] or (
            i - start == 1 and len(rest) == 1 and rest[0] in words("generic_words")
        ):
            return True
        if rest[-1].rstrip(".") == "jr" or (
            (rest[-1] in words("organisation_words") or rest[-1] in classes("place_words"))
            and not gazetteer.is_name(tokens.span(start, i))
        ):
            return False
        both = tokens.span(start, i) in known_names() and tokens.span(i + 1, whole.end) in known_names()
        return single or both or gazetteer.is_name(tokens.span(start, i))
    if text == ",":
        return (single or _is_list(tokens, whole)) and tokens.lower[i + 1].rstrip(".") not in ("jr", "sr")
    if low == "of" and whole.label == "ORG" and is_firm_of(tokens, i, whole.end, gazetteer):
        return True
    if low == "to" or (low in ("and", "from") and whole.label in ("LOC", "WORK_OF_ART", "PRODUCT")):
        return gazetteer.is_name(tokens.span(start, i)) and gazetteer.is_name(tokens.text[i + 1])
    if low in ("and", "&", "or"):
        return low != "&" and (
            single
            or tokens.lower[i + 1] in ARTICLES
            or _is_list(tokens, whole)
            or _are_places(tokens, whole, gazetteer)
            or _are_bodies(tokens, start, i, whole.end)
        )
    at = gazetteer.is_name(tokens.span(i + 1, whole.end))
    lies = low == "in" and at  # Elm Park School in Boise
    return (low in _BETWEEN and (single or lies)) or (
        low == "of" and _ends_before_of(tokens, whole, start, i, at)
    )


def _ends_before_of(tokens: Tokens, whole: Candidate, start: int, i: int, at: bool) -> bool:
    """Is a person told to be of a town, or a union's branch of the union: Local 12 of the Welders' Union?"""
    branch = tokens.lower[start] == "local" and tokens.lower[i - 1].isdigit()
    first = whole.label == "PERSON" and tokens.lower[start] in words("first_names")
    whose = first and tokens.lower[i - 1] in words("last_names")  # Ana Marsh of Selby, not Joan of Arc
    return i - start > 1 and (branch or (whose and at))


def _are_places(tokens: Tokens, whole: Candidate, gazetteer: Gazetteer) -> bool:
    """Are "X and Y", that the model took for one, two regions or countries, or two cities under nobody's name?"""
    if whole.end - whole.start != 3:
        return False
    names = words("first_names") | words("last_names")
    for i in (whole.start, whole.end - 1):
        first = next(iter(gazetteer.candidates(tokens.text[i])), None)
        city = first is not None and first.population >= _CITY and tokens.lower[i] not in names
        if first is None or not (city or first.kind in ("country", "region")):
            return False
    return True


def _are_bodies(tokens: Tokens, start: int, i: int, end: int) -> bool:
    """Does the "and" at i stand between two bodies, each with its kind: "State Crime Lab and State Patrol"?"""
    kinds = words("organisation_words")
    left, right = tokens.lower[start:i], tokens.lower[i + 1 : end]
    whole = len(left) > 1 and len(right) > 1 and _OF.isdisjoint(left) and not left[-1].endswith("s")
    return whole and left[-1] in kinds and right[-1] in kinds


def _is_list(tokens: Tokens, whole: Candidate) -> bool:
    """Are single words with commas and "and" between them, that the model took for one body, names of their own?"""
    between = tokens.lower[whole.start + 1 : whole.end : 2]
    if (whole.end - whole.start) % 2 == 0 or "," not in between or not {",", "and"}.issuperset(between):
        return False
    body = words("organisation_words") | words("company_forms")
    return not any(word.rstrip(".") in body for word in tokens.lower[whole.start : whole.end])


def trimmed(tokens: Tokens, one: Candidate, gazetteer: Gazetteer) -> Candidate | None:
    """The span without articles, honorifics, titles, marks and small words at its edges; None if nothing is left."""
    start, end = one.start, one.end
    while end > start and (
        tokens.text[end - 1] in POSSESSIVE or all(ch in _EDGES or ch.isspace() for ch in tokens.text[end - 1])
    ):
        end -= 1
    if end - start > 3 and _SCORE.search(tokens.span(start, end)):
        end -= 3
    while end - start > 2 and is_letters(tokens.text[end - 1]) and _of_a_person(tokens, one, start):
        end -= 1 + (tokens.text[end - 2] == ",")
    while end - start > 1 and tokens.heading[start] and tokens.lower[end - 1] in _NOT_LAST:
        end -= 1
    while end > start and not tokens.capital[end - 1] and not tokens.text[end - 1][0].isdigit():
        if tokens.glued(end - 1) and end - 2 > start:
            break
        end -= 1
    while start < end and not (tokens.capital[start] and tokens.lower[start] not in ARTICLES):
        if tokens.text[start][0].isdigit() and start + 1 < end and tokens.capital[start + 1]:
            break
        start += 1
    opening = start < end and tokens.first[start] and tokens.lower[start] in _PREPOSITIONS
    if opening and (end - start == 1 or not gazetteer.is_name(tokens.span(start, end))):
        one = replace(one, label=None if one.label == "PERSON" else one.label)
        start += 1
    if start >= end:
        return None
    if end - start == 1 and keeps_article(tokens, start):
        return replace(one, start=start - 1, end=end, label="ORG")
    part = end - start > 1 and tokens.heading[start] and tokens.lower[start] in words("directions")
    if (
        part
        and not gazetteer.is_name(tokens.span(start, end))
        and gazetteer.is_name(tokens.span(start + 1, end))
    ):
        start += 1  # a headline prints northern Zambia with two capitals
    one = replace(one, start=start, end=end)
    noun = tokens.lower[start - 1] if start and not tokens.first[start] else ""
    called = noun in FIRMS | SHIPS and tokens.text[start - 1].islower() and end - start > 1
    if called and tokens.lower[start] not in words("first_names") and not title_length(tokens, start, end):
        return replace(one, label="PRODUCT" if noun in SHIPS else "ORG")
    if end - start > 1 and not gazetteer.is_name(tokens.span(start, end)):
        one = _without_post(tokens, _without_title(tokens, one, gazetteer), gazetteer)
    return one


def is_office(word: str) -> bool:
    """Is it an office in letters that are much else too, a title only before a first name: "Interior CS Ana Ruiz"?"""
    return classes("generic_words").get(word) == "office"


@cache
def _letters() -> frozenset[str]:
    return frozenset(entry for (entry,) in rows("letters_after_names"))


def is_letters(text: str) -> bool:
    """Is it what a person may be, printed behind the name in letters: "Graham Ellis KC", "Ana Ruiz, Ph.D."?"""
    return text.replace(".", "") in _letters()


def _of_a_person(tokens: Tokens, one: Candidate, start: int) -> bool:
    return one.label != "ORG" or tokens.lower[start] in words("first_names")


def keeps_article(tokens: Tokens, i: int) -> bool:
    """Is a capital The in mid-sentence part of the name, without which it would be a common word: The Economist?"""
    if (
        i < 1
        or tokens.text[i - 1] != "The"
        or tokens.first[i - 1]
        or tokens.heading[i]
        or not tokens.proper[i]
    ):
        return False
    word = tokens.lower[i]
    return word not in words("titles") and (word in words("generic_words") or word in words("posts"))


def _without_title(tokens: Tokens, one: Candidate, gazetteer: Gazetteer) -> Candidate:
    """Cut honorifics and titles off the front, and of a person's name also what kind of people or post it follows."""
    length = title_length(tokens, one.start, one.end)
    if length:
        inner = trimmed(tokens, replace(one, start=one.start + length, titled=True), gazetteer)
        if inner is not None and not _is_body(tokens, inner.start, inner.end):
            return inner
    if one.end - one.start > 1 and (one.label == "PERSON" or _after_post(tokens, one)):
        word = tokens.lower[one.start]
        known = word in words("generic_words") or word in words("portfolio_words") or word in words("roles")
        known = known or (one.end - one.start > 2 and word in persons() and word not in words("last_names"))
        country = gazetteer.demonym(tokens.text[one.start]) is not None or _is_country(
            tokens.text[one.start], gazetteer
        )
        if (known or country) and word not in words("first_names"):
            rest = tokens.lower[one.start + 1 : one.end]
            somebody = len(rest) > 1 and not any(
                part in words(name) for part in rest for name in ("generic_words", "portfolio_words", "posts")
            )
            label = "PERSON" if somebody else one.label
            return trimmed(tokens, replace(one, start=one.start + 1, label=label), gazetteer) or one
    return one


def _after_post(tokens: Tokens, one: Candidate) -> bool:
    """Does "President of the" or "Minister for Disaster" stand before, so that the first word is no name's?"""
    i = one.start - 1
    while i > 0 and (tokens.lower[i] in words("portfolio_words") or tokens.lower[i] in ("the", "and")):
        i -= 1
    return (
        i > 0
        and tokens.lower[i] in ("of", "for")
        and (tokens.lower[i - 1] in words("titles") or tokens.lower[i - 1] in words("posts"))
        and not any(word in words("organisation_words") for word in tokens.lower[one.start + 1 : one.end])
    )


def _is_country(text: str, gazetteer: Gazetteer) -> bool:
    return any(place.kind == "country" for place in gazetteer.candidates(text)[:1])


def _without_post(tokens: Tokens, one: Candidate, gazetteer: Gazetteer) -> Candidate:
    """Cut a post or rank off the end of a body's name: "World Bank President", "Kent Police Sgt."."""
    ranks = [word.rstrip(".") for word in tokens.lower[one.start + 1 : one.end]]
    titled = ranks[-1:] and all(word in words("titles") or word in _SENIOR for word in ranks)
    first = tokens.text[one.start]
    if titled and ranks[-1] not in _SENIOR and is_acronym(first) and not is_letters(first):
        return replace(one, end=one.start + 1, label="ORG")  # RCMP Staff Sgt. before a name
    body = not words("organisation_words").isdisjoint(tokens.lower[one.start + 1 : one.end - 1])
    if (one.label == "PERSON" and not body) or one.end - one.start < 2:
        return one
    end = one.end
    inside = tokens.text[end - 1].endswith(".")
    stop = inside or tokens.text[end : end + 1] == ["."]
    next_to = end + (stop and not inside)
    named = next_to < len(tokens.text) and tokens.capital[next_to] and tokens.space[next_to - 1]
    ranked = (named and (stop or not tokens.first[next_to])) or tokens.text[end - 2].isupper()
    if end - one.start > 2 and " ".join(tokens.lower[end - 2 : end]) in words("titles"):
        end -= 2
    while end - one.start > 1 and (
        tokens.lower[end - 1] in words("posts")
        or (ranked and tokens.lower[end - 1].rstrip(".") in words("titles"))
        or any(" ".join(tokens.lower[end - 1 : end + n]) in words("titles") for n in (1, 2))
    ):
        end -= 1
    vague = end - one.start == 1 and tokens.lower[one.start] in words("generic_words")
    whole = (vague or not tokens.capital[end - 1]) and not gazetteer.is_name(tokens.span(one.start, end))
    return one if end != one.end and whole else replace(one, end=end)


_ATTORNEYS = frozenset({"DA", "D.A.", "ADA", "A.D.A."})
"""District attorneys before their names; "da" is a particle."""


def title_length(tokens: Tokens, start: int, end: int) -> int:
    """How many tokens at the front of the span are honorifics or titles, if a name is left behind them."""
    honorifics, titles = words("honorifics"), words("titles")
    last = 0
    for i in range(start, end - 1):
        word = tokens.lower[i].rstrip(".")
        pair = f"{tokens.lower[i - 1]} {word}" if i > start else ""
        if i + 2 < end and tokens.glued(i + 2) and tokens.lower[i + 2] not in titles:  # an officer-involved …
            break
        plural = word[:-1] if word.endswith("s") else word
        office = is_office(word) and tokens.lower[i + 1] in words("first_names")
        office = office or (tokens.text[i] in _ATTORNEYS and tokens.text[i + 1].istitle())
        address = word in honorifics and i == start + last
        if address or office or word in titles or plural in titles or pair in titles:
            last = i + 1 - start
        elif word in POSSESSIVE or tokens.text[i] == "," or i - start > 3:
            break
    return last if start + last < end else 0


def _is_body(tokens: Tokens, start: int, end: int) -> bool:
    """Do the words name a body or a place rather than a person? Then a title before them belongs to the name."""
    if not tokens.capital[start] or tokens.lower[start] in ARTICLES | _OF:
        return True
    if end - start < 4 and tokens.glued(end - 1):
        return False  # Mr Nowak-Hill
    forms, organisations, places = words("company_forms"), words("organisation_words"), classes("place_words")
    return any(word in organisations or word in places or word in forms for word in tokens.lower[start:end])
