"""Whether the words around a name say that somebody decides or speaks under it: "Kyiv rejected", "talks with Moscow".

What acts so is a government, a body or a person: a capital's name that does is the capital's, no namesake's.
"""

from __future__ import annotations

from spacy.tokens import Span, Token

from tellings.annotation.grammar import NOMINAL, SUBJECTS, VERBAL
from tellings.resources.lexicon import groups, words

_PARTIES = frozenset({"with", "between", "among", "against", "from", "without", "to", "toward", "towards"})
_UPON = frozenset("sanction pressure attack tariff embargo ban war strike pressure assault".split())
_UPON_THOSE = frozenset({"sanction", "pressure", "embargo", "tariff"})
"""What is put on those who decide; a strike on a capital hits the city."""

_SIDES = frozenset({"critic", "ally", "foe", "proxy"})
"""Who is for or against a government."""

_MEETING = groups("deeds")["meet"]
_GETTING = groups("deeds")["get"]
_OFFICES = groups("things")["offices"]
_BEING = frozenset({"be", "become", "seem", "look", "appear"})
_MOODS = groups("things")["moods"]
_ASKING = groups("deeds")["ask"]
_MATTERING = groups("things")["mattering"]
"""What something is to those who judge and gain or lose by it."""

_CLOSE = groups("things")["close"]
"""Who may be close to a government; other things are close to a city."""


def acts(span: Span, rank: str) -> str:
    """The words by which the name of a `state`, or of a `seat` of government, acts, or ""."""
    return _asked(span) or _acts(span, rank)


def _asked(span: Span) -> str:
    """Is it asked to act, in words that a parser may misread: "insisted Kyiv cede", "asked that Kyiv withdraw"?"""
    doc, first, end = span.doc, span.start - 1, span.end
    if first > 0 and doc[first].lower_ == "that":
        first -= 1
    if first < 0 or end >= len(doc) or doc[first].lemma_.lower() not in _ASKING:
        return ""
    return f'asked to "{doc[end].text}"' if doc[end].lower_ in words("acting_verbs") else ""


def _acts(span: Span, rank: str) -> str:
    """The words by which the name acts, or ""."""
    token = span.root
    head = _first(token)
    if any(_chooses(child) for child in token.children):
        return "who decides, in the clause after it"
    if head.dep_ in SUBJECTS:
        return _as_subject(head, rank)
    if head.dep_ in {"dobj", "dative"}:
        verb = head.head
        if verb.lemma_.lower() == "take" and any(_to_court(child) for child in verb.children):
            return "taken to court"
        return f'object of "{verb.lemma_}"' if verb.lemma_.lower() in words("addressing_verbs") else ""
    if head.dep_ == "poss":
        return _as_owner(head)
    if head.dep_ == "compound" and rank == "seat" and head.head.lower_ in {"government", "regime"}:
        return f'the "{head.head.lower_}"'
    if head.dep_ == "pobj":
        return _as_party(head, rank)
    return ""


def _to_court(child: Token) -> bool:
    return child.lower_ == "to" and any(word.lower_ in {"court", "task"} for word in child.children)


def _chooses(child: Token) -> bool:
    """Is it a clause with a verb of deciding whose subject is the name: "Kyiv, which wants …"?"""
    if child.dep_ != "relcl" or child.lemma_.lower() not in words("acting_verbs"):
        return False
    return any(word.dep_ == "nsubj" and word.lower_ in {"which", "who", "that"} for word in child.children)


def _first(token: Token) -> Token:
    """The first of the names that the token is coordinated with."""
    while (
        token.dep_ in {"conj", "appos"}
        and token.head.i < token.i
        and token.head.pos_ in {"PROPN", "NOUN", "PRON"}
    ):
        if token.dep_ == "appos" and token.head.pos_ != "PROPN":
            break
        token = token.head
    return token


def _as_subject(token: Token, rank: str) -> str:
    verb = token.head
    lemma = verb.lemma_.lower()
    if token.dep_ == "nsubjpass":
        passive = lemma in words("addressing_verbs")
        return f'"{verb.text}" is done to it' if passive else ""
    if verb.pos_ not in VERBAL:
        return ""
    if lemma in _BEING:
        mood = any(
            child.dep_ in {"acomp", "attr", "oprd"} and child.lemma_.lower() in _MOODS
            for child in verb.children
        )
        return f'"{lemma}" of one who decides' if mood else ""
    if rank == "state":
        return "" if lemma in words("lying_verbs") else f'subject of "{lemma}"'
    return f'subject of "{lemma}"' if lemma in words("acting_verbs") else ""


def _as_owner(token: Token) -> str:
    noun = token.head
    lemma = noun.lemma_.lower()
    if lemma in _OFFICES or noun.pos_ == "PROPN":
        return ""
    return f'its "{lemma}"' if lemma in words("acting_nouns") else ""


def _as_party(token: Token, rank: str) -> str:
    preposition = token.head
    word = preposition.lower_
    head = preposition.head
    lemma = head.lemma_.lower()
    if word == "by" and preposition.dep_ != "agent":
        return f'"{lemma} by"' if head.pos_ == "NOUN" and lemma in words("acting_nouns") else ""
    if word == "by":
        passive = preposition.dep_ == "agent" and lemma not in words("lying_verbs")
        return f'"{head.text} by"' if passive and (rank == "state" or lemma in words("acting_verbs")) else ""
    if word == "on" and lemma in (_UPON if rank == "state" else _UPON_THOSE):
        return f'"{lemma} on"'
    if word == "of" and rank == "seat" and lemma in _SIDES:
        return f'"{lemma} of"'
    if word not in _PARTIES:
        return ""
    if head.pos_ in NOMINAL and lemma in words("acting_nouns"):
        return f'"{lemma} {word}"'
    if lemma in (_MEETING if word in {"with", "without", "against"} else _GETTING if word == "from" else ()):
        return f'"{lemma} {word}"'
    if word == "to" and lemma in {
        "say",
        "appeal",
        "offer",
        "complain",
        "reply",
        "respond",
        "apologise",
        "apologize",
        *_MATTERING,
    }:
        return f'"{lemma} to"'
    if word in {"to", "with", "at"} and head.pos_ == "ADJ" and lemma in _MOODS | {"frustrated", "impatient"}:
        return f'"{lemma} {word}"'
    if word == "to" and lemma == "close" and head.head.lemma_.lower() in _CLOSE:
        return f'"{head.head.text} close to"'
    return ""
