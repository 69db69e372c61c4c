"""What a sentence does with a name that firms and bodies have and do: shares, prices, a spokesman, "said its plant"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from tellings.annotation.grammar import SAYING, SUBJECTS
from tellings.annotation.names.evidence import WEIGHT, Evidence
from tellings.annotation.names.tokens import POSSESSIVE, Candidate, Tokens
from tellings.resources.lexicon import classes, words

_HAVING = {"own": WEIGHT["noun after"], "has": WEIGHT["has"], "post": WEIGHT["has"]}
_OF = {"of": ("own", "post"), "in": ("own",), "for": ("post",), "at": ("post", "has", "works")}
"""What the prepositions lead to a body from: shares in, the chief executive of, a spokesman for, workers at."""

FIRMLY = ("held", "employs", "whose")
"""The sources of evidence from here."""

_ITS = {"its": "organisation", "his": "person", "her": "person"}


def of_firms(tokens: Tokens, one: Candidate) -> Iterator[tuple[Evidence, float]]:
    """Evidence from what is said to be the name's, and from what it does.

    Args:
        tokens: the article's words.
        one: where the name stands.
    """
    kinds = classes("of_firms")
    head = tokens.doc[one.end - 1]
    after = one.end + (tokens.lower[one.end : one.end + 1] != [] and tokens.lower[one.end] in POSSESSIVE)
    nouns = set(tokens.lower[after : after + 1 + (tokens.lower[after : after + 1] == ["chief"])])
    if head.dep_ in ("poss", "compound") and head.head.i >= one.end:
        nouns.add(head.head.lower_)
    weight = max((_HAVING.get(kinds.get(noun, ""), 0.0) for noun in nouns), default=0.0)
    if head.dep_ == "pobj" and head.head.lower_ in _OF:
        kind = kinds.get(head.head.head.lower_, "")
        weight = max(weight, _HAVING.get(kind, WEIGHT["has"]) if kind in _OF[head.head.lower_] else 0.0)
    if weight and not (one.label == "PERSON" and tokens.lower[one.start] in words("first_names")):
        yield ("organisation", "held"), weight
    if head.dep_ == "nsubj":
        verb = head.head
        if kinds.get(verb.lemma_) == "does" or any(_is_traded(child, kinds) for child in verb.children):
            yield ("organisation", "employs"), WEIGHT["apposition"]
        if verb.lemma_ in SAYING and (whose := _whose(verb, one.end)):
            yield (whose, "whose"), WEIGHT["whose"]


def _is_traded(child: Token, kinds: dict[str, str]) -> bool:
    """Is it what is cut, raised or opened: prices, stores, a forecast?"""
    return child.dep_ == "dobj" and kinds.get(child.lower_) in ("own", "has")


def _whose(verb: Token, after: int) -> str | None:
    """What the subject is by the first word for whose that its clause has behind it: "said its plant"."""
    for token in verb.doc[after : verb.right_edge.i + 1]:
        if token.lower_ in _ITS:
            return _ITS[token.lower_]
        if token.dep_ in SUBJECTS and token.i > verb.i and token.pos_ in ("PROPN", "NOUN"):
            return None
    return None
