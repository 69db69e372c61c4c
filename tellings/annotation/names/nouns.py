"""Capitalised words that are no names: things in letters, and common words at the head of a sentence."""

from __future__ import annotations

from tellings.annotation.names.earned import is_won
from tellings.annotation.names.entity_types import Decision, key_of
from tellings.annotation.names.tokens import Candidate, Tokens, is_seated
from tellings.annotation.numerals import numerals
from tellings.resources.lexicon import is_person, words

WEAK = frozenset({"model", "none"})
"""What decides a type where nothing but the look of a word speaks for a name."""

_EXPLAINED = frozenset({"known", "full name", "gazetteer", "title", "label"})
_SMALL = frozenset({"off", "out", "up", "down", "in", "on", "over", "by"})
"""What may be the second half of a noun: kick-off."""

_COURT = frozenset("attorney prosecutor prosecutors jury charges charged judge murder suspect trial".split())
_ONE_OF_MANY = frozenset({"a", "an", "another", "each", "every"})

_PRONOUNS = frozenset({"he", "him", "his", "she", "her", "you", "your", "our", "its"})
"""What is printed in capitals for stress: they wanted HIM. Not what letters stand for, as in US, IT and WHO."""

_MINISTERS = frozenset({"minister", "ministers", "secretary", "secretaries"})
_CLASSES = frozenset({"grade", "form", "year", "class", "standard", "std"})
_HOURS = frozenset({"a.m.", "p.m.", "am", "pm"})
_POSSESSIVE = frozenset({"'S", "’S"})

VERBAL = ("ing", "ed", "ly")
"""How words end whose tag in a headline is no evidence: "Driver Recovering After Fall"."""


def nouns_among(tokens: Tokens, found: list[Candidate], decisions: dict[str, Decision]) -> set[str]:
    """The keys of single words that are no names: things in letters ("a black SUV"), words that open a sentence.

    A word is common where nothing but the model's label speaks for a name, it is nowhere tagged as a proper noun within
    a sentence, and the article prints it in small letters too or never tags it as one ("Improving …", "HOWEVER").
    """
    groups: dict[str, list[int]] = {}
    for one in found:
        if one.end - one.start == 1:
            groups.setdefault(key_of(tokens.text[one.start]), []).append(one.start)
    nouns = set[str]()
    for key in {"da", "ada"} & groups.keys():  # a district attorney, not the Democratic Alliance
        stops = tokens.text[groups[key][0]].endswith(".")
        party = any(is_seated(tokens, i) for i in groups[key])
        court = not (_COURT.isdisjoint(tokens.small) or party or decisions[key].method == "full name")
        office = any("office" in tokens.lower[i + 1 : i + 3] for i in groups[key])
        nouns |= {key} if stops or court or office else set()
    ends = {key_of(tokens.text[one.end - 1]) for one in found if one.end - one.start > 1}
    for key, places in groups.items():
        text = tokens.text[places[0]]
        if text.isupper() and len(text) > 1 and decisions[key].method not in _EXPLAINED:
            shouted = len(text) > 3 and (key in tokens.small or tokens.doc[places[0]].is_stop)
            shouted |= key in _PRONOUNS
            if shouted or f"{text}s" in tokens.text or any(_is_thing(tokens, i) for i in places):
                nouns.add(key)
        elif decisions[key].method in WEAK and text.isascii() and text.replace("-", "").isalpha():
            inside = any(
                tokens.proper[i] and not (tokens.first[i] or tokens.heading[i] or tokens.text[i - 1] == ":")
                for i in places
            )
            tagged = any(
                tokens.proper[i] and not (tokens.heading[i] and key.endswith(VERBAL)) for i in places
            )
            people = decisions[key].type in ("group", "demonym")  # Russian: an adjective, and a people's name
            english = all(
                tokens.is_english(part) or part in words("directions") or part in _SMALL
                for part in key.split("-")
            )
            opening = english and decisions[key].type in ("person", "other") and not _is_called(key)
            opening &= key not in ends  # Chiefs, behind Kaizer Chiefs
            of_bodies = decisions[key].type == "organisation" and key not in tokens.nouns
            opening |= of_bodies and key in tokens.adjectives  # Consular staff came
            unknown = not english and len(key) > 3 and decisions[key].method == "model"
            if not inside and (key in tokens.small or opening or not (tagged or people or unknown)):
                nouns.add(key)
    return nouns


def is_no_name(tokens: Tokens, one: Candidate, decision: Decision) -> bool:
    """Is it what a minister is for, a class at school, a headline's first words in capitals, or a sold thing?

    "Human Resources Minister", "a Grade Three pupil", "REEL CROOK: a boss falls", "Tea seller Ana Ruiz".
    """
    return (
        _is_field(tokens, one)
        or _is_class(tokens, one)
        or _is_direction(tokens, one)
        or (_is_after_miss(tokens, one) and decision.method != "full name")
        or (decision.type != "place" and _is_kicker(tokens, one))
        or _is_sold(tokens, one, decision)
    )


def _is_field(tokens: Tokens, one: Candidate) -> bool:
    """Do words for what a government sees to stand before its minister or secretary?"""
    fields = words("portfolio_words") | {"and", "&", "cabinet"}
    behind = tokens.lower[one.end : one.end + 1]
    return bool(behind) and behind[0] in _MINISTERS and fields.issuperset(tokens.lower[one.start : one.end])


def _is_class(tokens: Tokens, one: Candidate) -> bool:
    """Is it a class or year at school: Grade Three, Form 2, Year 9?"""
    if one.end - one.start > 2 or tokens.lower[one.start] not in _CLASSES:
        return False
    number = tokens.text[one.start + 1 : one.start + 2]
    return bool(number) and (number[0].isdigit() or bool(numerals(number[0].lower())))


def _is_after_miss(tokens: Tokens, one: Candidate) -> bool:
    """Is it what somebody is the Miss of: Miss Galaxy? Behind Mr stand last names that are words too: Mr. Marsh."""
    miss = one.start > 0 and tokens.lower[one.start - 1] == "miss"
    return miss and one.end - one.start == 1 and is_won(tokens, one.start)


def _is_direction(tokens: Tokens, one: Candidate) -> bool:
    """Is it the first of two parts of one land, or a zone of time: "Eastern and Northern Europe", "9 a.m. Eastern"?"""
    i, end = one.start, one.end
    if end - i > 1 or not tokens.lower[i].endswith("ern") or tokens.lower[i] not in words("directions"):
        return False
    pair = tokens.lower[end : end + 1] in (["and"], ["or"]) and tokens.lower[end + 1] in words("directions")
    return pair or (i > 0 and tokens.lower[i - 1] in _HOURS)


def _is_kicker(tokens: Tokens, one: Candidate) -> bool:
    """Is it in words in capitals at the head of a line that goes on in small letters, printed so nowhere else?"""
    if one.method == "label":  # who speaks in a transcript
        return False
    first, last = one.start, one.end
    while first and tokens.text[first - 1].isupper() and not tokens.first[first]:
        first -= 1
    while last < len(tokens.text) and (tokens.text[last].isupper() or tokens.text[last] in _POSSESSIVE):
        last += 1
    whole = tokens.first[first] and last - first > 1 and tokens.text[last : last + 1] in ([":"], ["!"])
    if not whole or not all(text.isupper() for text in tokens.text[one.start : one.end]):
        return False
    goes_on = any(text.islower() for text in tokens.text[last + 1 : last + 6])
    said = tokens.lower[one.start : one.end]
    rest = range(last, len(tokens.text) - len(said) + 1)
    return goes_on and not any(tokens.lower[i : i + len(said)] == said and tokens.capital[i] for i in rest)


def _is_sold(tokens: Tokens, one: Candidate, decision: Decision) -> bool:
    """Does a common word open a sentence before a small one for a person, taken for a person's name: "Tea seller"?"""
    i = one.start
    if one.end - i > 1 or not tokens.first[i] or decision.type != "person" or one.end >= len(tokens.text):
        return False
    return (
        tokens.doc[one.end].is_lower
        and is_person(tokens.lower[one.end])
        and tokens.is_english(tokens.lower[i])
    )


def _is_called(word: str) -> bool:
    return word in words("first_names") or word in words("last_names")


def _is_thing(tokens: Tokens, i: int) -> bool:
    """Do letters stand for one thing of many: "a black SUV", "another DUI"; not "a CNN report"?"""
    token = tokens.doc[i]
    return token.dep_ != "compound" and any(left.lower_ in _ONE_OF_MANY for left in token.lefts)


def is_news_of_post(tokens: Tokens, one: Candidate) -> bool:
    """Does a headline tell behind a post what became of whom or was done: "Officer Shot", "Senator Wants Answers"?

    Its words are then printed nowhere else with a capital, as somebody's name would be.
    """
    i, word = one.start, tokens.lower[one.start]
    post = i > 0 and any(tokens.lower[i - 1] in words(name) for name in ("titles", "roles", "posts"))
    verb = word.endswith(VERBAL) or tokens.is_english(word) or tokens.is_verb(word)
    if not (post or one.titled) or not verb or word in words("first_names"):
        return False
    return not any(text == tokens.text[i] and not tokens.heading[n] for n, text in enumerate(tokens.text))
