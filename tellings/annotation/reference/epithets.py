"""Nouns that stand for one person by nation or age: "the Italian", "the Briton", "the 34-year-old"."""

from __future__ import annotations

import re

from spacy.tokens import Token

_MANY = re.compile(r"(?:s|ish|ch|ese|men|women)$", re.IGNORECASE)
"""Endings of what is said of a people, or of one as well as of all: the Russians, the British, the French."""

_ONE = re.compile(r"(?:wo)?man$", re.IGNORECASE)
_DETERMINERS = frozenset({"the", "a", "an", "another", "one", "this", "that"})
_AGE_TOKENS = 4


def of_age(token: Token) -> bool:
    """Is the token the *old* of "34-year-old"?"""
    if token.lower_ != "old" or token.i < _AGE_TOKENS:
        return False
    number, *rest = token.doc[token.i - _AGE_TOKENS : token.i]
    return number.like_num and [t.lower_ for t in rest] == ["-", "year", "-"]


def of_nation(token: Token) -> bool:
    """Is a demonym the noun for one person: "the Italian", not "the Italian coach", "the Italians", "the French"?"""
    doc, i = token.doc, token.i
    if i == 0 or doc[i - 1].lower_ not in _DETERMINERS:
        return False
    if i + 1 < len(doc) and (
        doc[i + 1].pos_ in ("NOUN", "PROPN", "ADJ", "NUM") or doc[i + 1].text in ("-", "’s", "'s")
    ):
        return False
    return bool(_ONE.search(token.text)) or not _MANY.search(token.text)


def sex_by(token: Token) -> str | None:
    """The sex that the noun itself tells: Frenchman, Englishwoman."""
    one = _ONE.search(token.text)
    return None if one is None else "f" if len(one.group()) > len("man") else "m"


def first_of(token: Token) -> Token:
    """The word with which the noun phrase begins: "the 34-year-old"."""
    at = token.i - (_AGE_TOKENS if of_age(token) else 0)
    return token.doc[at - 1] if at and token.doc[at - 1].lower_ in _DETERMINERS else token.doc[at]


def words_of(token: Token) -> set[str]:
    """What a person who is so called has been told of as: *italian*, *34-year-old*."""
    return {f"{token.doc[token.i - _AGE_TOKENS].text}-year-old" if of_age(token) else token.lower_}
