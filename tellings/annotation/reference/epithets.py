"""Nouns that stand for one person by nation, age or children: "the Italian", "the 34-year-old", "the father of two"."""

from __future__ import annotations

import re

from spacy.tokens import Token

from tellings.annotation.grammar import SUBJECTS

_MANY = re.compile(r"(?:s|ish|ch|ese|men|women)$", re.IGNORECASE)
"""Endings of what is said of a people, or of one as well as of all: the Russians, the British, the French."""

_DETERMINERS = frozenset({"the", "a", "an", "another", "one", "this", "that"})
_PARENTS = frozenset("father dad grandfather mother mum mom grandmother".split())
EPITHETS = frozenset({"old", *_PARENTS})
"""The nouns of age and children, in which an epithet has its head."""

_OF = frozenset({"of", "-"})
FEW = frozenset("one two three four five six seven eight nine ten eleven twelve".split())
_AGE_TOKENS = 4


def of_age(token: Token) -> bool:
    """Is the token the *old* of "34-year-old"?"""
    if token.lower_ != "old" or token.i < _AGE_TOKENS:
        return False
    number, *rest = token.doc[token.i - _AGE_TOKENS : token.i]
    return number.like_num and [t.lower_ for t in rest] == ["-", "year", "-"]


def of_nation(token: Token) -> bool:
    """Is a demonym the noun for one person: "the Italian", not "the Italian coach", "the Italians", "the French"?"""
    return _noun(token) and not _MANY.search(token.text)


def of_people(token: Token) -> bool:
    """Is a demonym that may also be a people's the subject: "the Portuguese conceded"?"""
    return _noun(token) and token.lower_.endswith("ese") and token.dep_ in SUBJECTS


def _noun(token: Token) -> bool:
    """Does the demonym stand alone behind its determiner?"""
    doc, i = token.doc, token.i
    return (
        i > 0
        and doc[i - 1].lower_ in _DETERMINERS
        and (
            i + 1 == len(doc)
            or (
                doc[i + 1].pos_ not in ("NOUN", "PROPN", "ADJ", "NUM")
                and doc[i + 1].text not in ("-", "’s", "'s")
            )
        )
    )


def of_children(token: Token) -> bool:
    """Is the token the *father* of "the father of three", the *mother* of "the mother-of-two"?"""
    return token.lower_ in _PARENTS and last_of(token) != token


def first_of(token: Token) -> Token:
    """The word with which the noun phrase begins: "the 34-year-old"."""
    at = token.i - (_AGE_TOKENS if of_age(token) else 0)
    return token.doc[at - 1] if at and token.doc[at - 1].lower_ in _DETERMINERS else token.doc[at]


def last_of(token: Token) -> Token:
    """The word with which the noun phrase ends: *three* of "the father of three"."""
    if token.lower_ not in _PARENTS:
        return token
    i = token.i + 1
    while i < len(token.doc) and token.doc[i].lower_ in _OF:
        i += 1
    number = i > token.i + 1 and i < len(token.doc) and (token.doc[i].lower_ in FEW)
    return token.doc[i] if number else token


def words_of(token: Token) -> set[str]:
    """What a person who is so called has been told of as: *italian*, *34-year-old*, *father-of-three*."""
    if of_children(token):
        return {f"{token.lower_}-of-{last_of(token).lower_}"}
    return {f"{token.doc[token.i - _AGE_TOKENS].text}-year-old" if of_age(token) else token.lower_}
