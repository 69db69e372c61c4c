"""Persons of whom a text tells without a name: a nurse, two of the stewards, residents."""

from __future__ import annotations

from spacy.tokens import Token

from tellings.annotation.grammar import SUBJECTS
from tellings.annotation.reference import epithets
from tellings.annotation.reference.roles import first_part
from tellings.resources.lexicon import is_person, words

INDEFINITE = frozenset("a an another multiple one several some".split())
DEFINITE = frozenset("the this that these those his her their its our my".split())
_BEFORE = ("det", "nummod", "amod", "quantmod")
_ON_RECORD = frozenset("coroner judge magistrate".split())
"""Who is one in each case and needs no name, as a spokesman needs none: "a judge ruled"."""
_ASKING = frozenset({"ask", "inquire", "press", "question", "want", "wonder"})
"""Verbs of one who is answered: behind "a visitor asked", *he said* is who answers."""

_OBJECTS = frozenset({"dobj", "pobj", "dative"})
_AS = frozenset({"as", "like"})
_ASKERS = frozenset("interviewer journalist moderator questioner reporter".split())


def in_office(noun: str) -> bool:
    """Is it a noun for those who hold an office or judge by trade: told of as a group, they speak for it?"""
    return any(noun in words(name) for name in ("judging_nouns", "titles", "posts", "role_nouns"))


def is_unnamed(head: Token) -> bool:
    """Does a noun for persons tell of some whom nobody can tell by it: a nurse, two of the stewards, residents?

    Not who speaks for a body or judges by trade, as a group: a spokesman, officials, analysts. *People* only where it
    is said where they are: "people at the club".
    """
    noun = head.lemma_.lower()
    if noun.startswith("spokes") or noun in _ON_RECORD or any(c.dep_ == "poss" for c in head.lefts):
        return False
    if epithets.of_age(head):
        return epithets.first_of(head).lower_ in INDEFINITE
    before = [c for c in (*first_part(head).lefts, *head.lefts) if c.dep_ in _BEFORE]
    if any(c.lower_ in INDEFINITE or (c.like_num and c.dep_ == "nummod") for c in before):
        return not any(c.lower_ in DEFINITE for c in before)
    bare = head.tag_ == "NNS" and not any(c.dep_ == "det" for c in before)
    if noun == "people":
        return bare and any(c.lower_ in ("at", "inside", "within") for c in head.rights)
    return bare and not in_office(noun)


def introduced(token: Token) -> bool:
    """Is one told of there without a name, who may be told of again: "a bus driver"; not "Ruiz, a bus driver"?"""
    return (
        token.tag_ == "NN"
        and token.is_lower
        and (token.dep_ in SUBJECTS or token.dep_ in _OBJECTS)
        and not (token.dep_ == "pobj" and token.head.lower_ in _AS)
        and is_person(token.lemma_)
        and is_unnamed(token)
        and not any(child.dep_ == "appos" for child in token.rights)
    )


def leads(token: Token) -> bool:
    """Is one whom nobody has named the subject of a sentence, so that the next *he* or *she* goes on with them?"""
    if token.dep_ not in SUBJECTS or token.head.dep_ != "ROOT" or token.head.lemma_ in _ASKING:
        return False
    if token.lower_ == "one":  # one of Ruiz's colleagues
        many = [noun for of in token.rights if of.lower_ == "of" for noun in of.rights]
        told = any(noun.tag_ == "NNS" and is_person(noun.lemma_) for noun in many)
        return told and all(word.dep_ != "appos" for word in token.subtree)
    one = token.tag_ == "NN" and token.is_lower and is_person(token.lemma_)
    return one and token.lemma_ not in _ASKERS and is_unnamed(token)
