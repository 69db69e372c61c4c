"""The offices and roles that an article gives a person beside the name."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from tellings import settings

_WORDS = frozenset({"NOUN", "PROPN", "ADJ"})
_MAX_WORDS = 8


@cache
def role_nouns() -> frozenset[str]:
    """Nouns for a person by office or role, lower case."""
    path = settings.read().data / "lexicon" / "role_nouns.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def roles_of(head: Token, start: int) -> set[str]:
    """The words of title or apposition around a name, lower case, with those that say for whom.

    Args:
        head: the name's last word.
        start: where the name begins, in characters.
    """
    found: set[str] = set()
    doc = head.doc
    at = head.i
    while at > 0 and doc[at].idx > start:
        at -= 1
    for i in range(at - 1, max(at - _MAX_WORDS, -1), -1):  # "Turkish Foreign Minister Hakan Fidan"
        token = doc[i]
        if token.text in ("’s", "'s"):
            continue
        if token.pos_ not in _WORDS:
            break
        found.add(token.lower_)
    phrases = [child for child in head.rights if child.dep_ == "appos"]
    if head.dep_ == "appos":
        phrases.append(head.head)
    for phrase in phrases:
        for token in (phrase, *phrase.lefts):
            if token.pos_ in _WORDS:
                found.add(token.lower_)
    return found
