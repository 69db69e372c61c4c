"""Words that a name must earn: those that a headline, a rank or an epithet puts beside it are no part of it.

A headline prints all words with a capital, so that "Ruiz Says", "Rip Ana Ruiz" and "Ana Ruiz Hammers" look
like names; the text below prints the name alone. So does a text that has "Crooked Ana Ruiz" once and "Ana Ruiz" twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from tellings.annotation.names.tokens import Candidate, Tokens
from tellings.identity.compare import plain
from tellings.resources.lexicon import classes, is_person, known_names, words

if TYPE_CHECKING:
    from tellings.resources.gazetteer import Gazetteer


_ENDINGS = ("ed", "ing", "ous", "ful", "less", "ive")
"""How participles and adjectives end that epithets are: Crooked, Lying."""

_CONTESTS = frozenset({"miss", "mister", "mr"})

_NATIVES = ("man", "woman", "er", "ite")
"""How somebody of a town is called: a Corkman, a Dubliner."""


def earned(tokens: Tokens, found: list[Candidate], gazetteer: Gazetteer) -> list[Candidate]:
    """The candidates without words at their edges that the article does not print with the name elsewhere.

    Args:
        tokens: the article's words.
        found: in order, none overlapping.
        gazetteer: what it knows as a place's name stays whole.
    """
    counts = Counter(
        tokens.span(one.start, one.end)
        for one in found
        if not tokens.heading[one.start] and not tokens.span(one.start, one.end).isupper()
    )
    persons = {
        tokens.span(one.start, one.end)
        for one in found
        if one.label == "PERSON" and not tokens.heading[one.start]
    }
    return [
        _cut(tokens, _without_contest(tokens, _without_native(tokens, one, gazetteer)), counts, persons)
        if one.end - one.start > 1 and not _is_whole(tokens, one, gazetteer)
        else one
        for one in found
    ]


def _without_native(tokens: Tokens, one: Candidate, gazetteer: Gazetteer) -> Candidate:
    """The name without who is of a town before it: "Corkman Ana Ruiz"."""
    word = tokens.text[one.start]
    towns = (word.removesuffix(end) for end in _NATIVES if word.endswith(end))
    named = one.end - one.start > 2 and tokens.lower[one.start + 1] in words("first_names")
    native = named and not _is_called(word.lower()) and any(gazetteer.is_name(town) for town in towns)
    return replace(one, start=one.start + 1, label="PERSON") if native else one


def _without_contest(tokens: Tokens, one: Candidate) -> Candidate:
    """The name without what somebody is the Miss or Mister of: "former Miss Galaxy Ana Ruiz"."""
    named = one.end - one.start > 2 and tokens.lower[one.start + 1] in words("first_names")
    return replace(one, start=one.start + 1, label="PERSON") if named and is_won(tokens, one.start) else one


def is_won(tokens: Tokens, i: int) -> bool:
    """Is the word what somebody is the Miss or Mister of, and no name: Miss Galaxy, not Miss Marsh?"""
    word, title = tokens.lower[i], tokens.lower[i - 1].rstrip(".") if i else ""
    return title in _CONTESTS and not _is_called(word) and tokens.is_english(word)


def _is_whole(tokens: Tokens, one: Candidate, gazetteer: Gazetteer) -> bool:
    """Is it the name of a place or body by its words, so that none of them can be spared?"""
    text = tokens.span(one.start, one.end)
    if text in known_names() or gazetteer.is_name(text):
        return True
    kinds = (
        words("organisation_words"),
        words("company_forms"),
        classes("place_words"),
        classes("event_words"),
    )
    return any(word.rstrip(".") in kind for word in tokens.lower[one.start : one.end] for kind in kinds)


def _cut(tokens: Tokens, one: Candidate, counts: Counter[str], persons: set[str]) -> Candidate:
    text = tokens.span(one.start, one.end)
    if tokens.heading[one.start] and not counts[text]:
        for length in range(one.end - one.start - 1, 0, -1):
            for start in range(one.start, one.end - length + 1):
                rest = tokens.span(start, start + length)
                if counts[rest] and (length > 1 or _are_words(tokens, one, start)):
                    label = "PERSON" if rest in persons else None
                    return replace(one, start=start, end=start + length, label=label)
    rest = tokens.span(one.start + 1, one.end)
    first, second = plain(tokens.text[one.start]), plain(tokens.text[one.start + 1])
    if second not in words("first_names"):
        return one
    if " " not in rest:
        known = any(name.startswith(f"{rest} ") for name in counts) and first.endswith(_ENDINGS)
        return replace(one, start=one.start + 1) if known and not _is_called(first) else one
    epithet = rest in persons and counts[rest] >= counts[text] and _is_word(first, tokens.small)
    if epithet or _is_opening_epithet(tokens, one, first):
        return replace(one, start=one.start + 1, label="PERSON")
    return one


def _is_opening_epithet(tokens: Tokens, one: Candidate, word: str) -> bool:
    """Does a sentence begin with an adjective or a noun for persons, before a whole name: "Tragic Ellie Marsh"?"""
    if not tokens.first[one.start]:
        return False
    if is_person(word):
        return word not in words("first_names")  # Soprano Ana Ruiz, though some are called Soprano
    named = one.label == "PERSON" or tokens.lower[one.end - 1] in words("last_names")
    return named and word in tokens.adjectives and not _is_called(word)


def _is_called(word: str) -> bool:
    return len(word) < 3 or word in words("first_names") or word in words("last_names")


def _is_word(word: str, small: Collection[str]) -> bool:
    """Is it a word and nobody's name: one that the article prints in small letters, a post, a participle?"""
    if _is_called(word):
        return False
    ranks = ("titles", "posts", "roles", "generic_words", "portfolio_words", "common_words")
    return word in small or word.endswith(_ENDINGS) or any(word in words(name) for name in ranks)


def _are_words(tokens: Tokens, one: Candidate, kept: int) -> bool:
    """Are the words beside the one that is kept no names: not a first name before it, nor a last name behind?"""
    before = tokens.lower[one.start : kept]
    after = tokens.lower[kept + 1 : one.end]
    return not (set(before) & words("first_names") or set(after) & words("last_names"))
