"""Words that scraping glued together, split: "NewsFAIRMOOR", "IowaELMWOOD", "JournalMaria", "U.S.-Mexico".

Only the tokens are split; the text stays as it is. What brands write so ("YouTube", "WikiLeaks") stays whole.
"""

from __future__ import annotations

import re
from collections import Counter

from spacy.tokens import Doc, Token

from tellings.resources.lexicon import known_names, words

_DATELINE = re.compile(r"(?=.*[a-z]{3})(.*[a-z])([A-Z]{4,}\W?)")
"""A dateline in capitals behind what stood above it."""

_TWO_WORDS = re.compile(r"([A-Z][a-z]{3,})([A-Z][a-z]*)")
_TWO_STATES = re.compile(r"((?:[A-Z]\.){2,})([-–])([A-Z][a-z]+|(?:[A-Z]\.){2,})")
_OPENING = frozenset(
    "a an the this that these those two three four five six seven eight nine ten several many more some police "
    "officers after before when while there he she they it his her their "
    "authorities officials investigators prosecutors residents".split()
)
"""What news begins with behind the name of a paper: "TribuneTwo"."""

_ADDRESS = re.compile(r"(.*\.(?:com|org|net|co\.uk))([A-Z]\w*\W?)")
_BARS = frozenset("|-–—")
_TITLE = 8
"""How far before the end of a page's title the bar stands that parts it from the outlet: "… - Memphis, Tennessee"."""

_ANY = re.compile(r"[a-z][A-Z]{4}|\b[A-Z][a-z]{3,}[A-Z][a-z]*\b|(?:[A-Z]\.){2,}[-–][A-Z]|\.[a-z]{2,3}[A-Z]")


def split_glued(doc: Doc) -> set[int]:
    """Split such tokens of a doc that has not been parsed.

    Returns:
        The offsets of what follows glued text, where a sentence begins.
    """
    if not _ANY.search(doc.text):
        return set()
    counts = Counter(token.text for token in doc)
    pairs = [(token, parts) for token in doc if (parts := _parts(token, counts))]
    if not pairs:
        return set()
    starts = {token.idx + len(parts[0]) for token, parts in pairs if len(parts) == 2}
    with doc.retokenize() as retokenizer:
        for token, parts in pairs:
            retokenizer.split(token, parts, heads=[token] * len(parts))
    return starts


def _parts(token: Token, counts: Counter[str]) -> list[str]:
    text = token.text
    two = _TWO_STATES.fullmatch(text) or _ADDRESS.fullmatch(text) or _DATELINE.fullmatch(text)
    if two is not None:
        return list(two.groups())
    two = _TWO_WORDS.fullmatch(text)
    if two is None or counts[text] > 1:
        return []
    left, right = two.groups()
    body = left.lower() in words("organisation_words") | words("generic_words") | words("roles")
    line = {other.text for other in token.doc[max(0, token.i - _TITLE) : token.i]}
    known = counts[left] or counts[left.lower()] or not line.isdisjoint(_BARS)
    if (body or known) and right.lower() in _OPENING and text not in known_names():
        return [left, right]
    if len(right) < 4:
        return []
    person = right.lower() in words("first_names") - words("organisation_words")
    named = person or (
        token.i + 1 < len(token.doc) and counts[token.nbor().text] > 1 and token.nbor().is_title
    )
    return [left, right] if (body and named) or (known and counts[right]) else []
