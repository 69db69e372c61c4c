"""Whose an act is, as the words around it tell: who does it, to whom or what it is done, and who else has a part in it.

The subject of a verb that has an object does it to somebody or something; so does who stands behind the *by* of a
passive. A noun tells whose it is by an owner or *of*: the mayor's arrest, the arrest of the mayor.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tellings.resolution.clauses import PHRASE, Clauses, Name

PERSONAL = frozenset({"person", "whom"})
"""As the list of acts calls what a person has once: by doing it, or by having it done to them."""
_POSSESSIVE = frozenset("'s ’s ' ’".split())
_OWNERS = frozenset("his her its their".split())
_MODIFIES = frozenset({"ADJ", "NOUN", "NUM", "PROPN"})
_BEFORE_OBJECT = frozenset("up down off out with".split())
"""What may stand between a verb and its object: shut down the mill, met with the mayor."""


class Participants(NamedTuple):
    """The names of those whose an act is, those of others in it, and the words that say of what it is."""

    own: list[Name]
    others: list[Name]
    words: list[int]


def participants(said: Clauses, at: int, clause: Sequence[int], whose: str) -> Participants:
    """Whose an act is, and who else has a part in it.

    Args:
        said: the sentence.
        at: the number of the word for the act.
        clause: the numbers of the words that tell of it.
        whose: who or what has it once, as the list of acts says.
    """
    word = said.words[at]
    own, others = (_of_verb if word.pos == "VERB" else _of_noun)(said, at, clause, whose)
    names = _names(said, own, at)
    if word.pos == "VERB":
        names = [n for n in names if n.type != "person" or n.start > word.start or not _is_led(said, n)]
    owners = [n for n in said.names if said.at(n.end - 1) in own and _owns_another(said, n, at)]
    return Participants(names, [*_names(said, others, at), *owners], own)


def _of_verb(said: Clauses, at: int, clause: Sequence[int], whose: str) -> tuple[list[int], list[int]]:
    words, subject = said.words, said.subject(at)
    opened = max((n + 1 for n in clause if n < at and words[n].pos == "VERB"), default=0)
    doing = [n for n in clause if opened <= n < at]
    if subject:
        end = subject.denied.start if subject.denied else subject.end
        doing += [n for n, word in enumerate(words) if subject.start <= word.start < end and n not in doing]
    if whose == "person":
        return doing, []
    behind = [n for n in clause if n > at]
    by = _led_by(said, behind, "by")
    done = [n for n in behind if n not in by]
    if (whose == "whom" and said.is_passive(at)) or not _has_object(said, done):
        return doing, by
    return _object(said, done), doing


def _of_noun(said: Clauses, at: int, clause: Sequence[int], whose: str) -> tuple[list[int], list[int]]:
    behind = [n for n in clause if n > at]
    own = [*_owner(said, at), *(_led_by(said, behind, "of") if behind[:1] == [at + 1] else ())]
    if whose in PERSONAL:
        return own, []
    others = set(_led_by(said, behind, "by"))
    if any(name.type == "person" for name in _names(said, own, at)):
        others |= {said.at(name.end - 1) for name in said.names if name.type == "person"} - set(own)
    return [n for n in own or clause if n not in others], sorted(others)


def _owner(said: Clauses, at: int) -> list[int]:
    """The words before a noun up to whom it belongs: the *mayor's first* arrest."""
    first = at
    while first and said.words[first - 1].pos in _MODIFIES and said.words[first - 1].lemma not in _OWNERS:
        first -= 1
    if first and said.words[first - 1].lemma in _POSSESSIVE:
        first -= 1
        while first and said.words[first - 1].pos in PHRASE:
            first -= 1
    elif first and said.words[first - 1].lemma in _OWNERS:
        first -= 1
    return list(range(first, at))


def _has_object(said: Clauses, behind: Sequence[int]) -> bool:
    words = (said.words[n] for n in behind)
    first = next((w for w in words if w.pos not in ("ADV", "PART") and w.lemma not in _BEFORE_OBJECT), None)
    return first is not None and first.pos in PHRASE


def _object(said: Clauses, behind: Sequence[int]) -> list[int]:
    """The words up to the first that leads another phrase."""
    opened = False
    for i, n in enumerate(behind):
        if opened and said.words[n].pos == "ADP":
            return list(behind[:i])
        opened |= said.words[n].pos in PHRASE
    return list(behind)


def _led_by(said: Clauses, behind: Sequence[int], lead: str) -> list[int]:
    """The words from a preposition to the next that is not *of*."""
    start = next((i for i, n in enumerate(behind) if said.words[n].lemma == lead), len(behind))
    for i in range(start + 1, len(behind)):
        word = said.words[behind[i]]
        if word.pos in ("ADP", "VERB", "AUX") and word.lemma != "of":
            return list(behind[start:i])
    return list(behind[start:])


def _names(said: Clauses, numbers: Sequence[int], at: int) -> list[Name]:
    return [
        name for name in said.names if said.at(name.end - 1) in numbers and not _owns_another(said, name, at)
    ]


def owns(said: Clauses, name: Name) -> bool:
    """Is a name, or a pronoun, that of an owner: Ana's, his?"""
    last = said.at(name.end - 1)
    behind = said.words[last + 1].lemma if last + 1 < len(said.words) else ""
    return said.words[last].lemma in _OWNERS | _POSSESSIVE or behind in _POSSESSIVE


def _owns_another(said: Clauses, name: Name, at: int) -> bool:
    """Is somebody named only as whose another is, and not the act: his deputy, Ana's deputy?"""
    last = said.at(name.end - 1)
    if not owns(said, name):
        return False
    last += said.words[last].lemma not in _OWNERS | _POSSESSIVE
    return not (last < at and all(word.pos in _MODIFIES for word in said.words[last + 1 : at + 1]))


def _is_led(said: Clauses, name: Name) -> bool:
    """Does a preposition stand before a name and its title: the killer of Judge Ruiz?"""
    n = said.at(name.start) - 1
    while n >= 0 and said.words[n].pos in PHRASE and not said.named(n):
        n -= 1
    return n >= 0 and said.words[n].pos == "ADP"
