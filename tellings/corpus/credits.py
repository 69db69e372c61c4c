"""Who wrote, photographed or edited, as lines beside an article say it: bylines, credits and captions by their form."""

from __future__ import annotations

import re
from functools import cache

from tellings import lists, settings
from tellings.corpus import patterns

MAX_BYLINE_WORDS = 14
MAX_CREDITS = 400

_FORMS = {name: re.compile(form) for name, form in patterns.read("lexicon/credits.toml")["lines"].items()}
TWO_NAMES, NAME_ALONE, ROLE = (_FORMS[name] for name in ("two_names", "name_alone", "role"))
_SENTENCE = re.compile(r"\b(?:was|were|is|are|has|had|said|says|will)\b")


def is_credits(line: str) -> bool:
    """Is it a list of who did what ("Reporting by …; editing by …"), and no sentence about it?"""
    return (
        len(line) <= MAX_CREDITS
        and _FORMS["worked"].search(line) is not None
        and _SENTENCE.search(line) is None
        and _FORMS["credits"].fullmatch(line) is not None
    )


@cache
def _first_names() -> frozenset[str]:
    return frozenset(lists.lines(settings.DATA / "lexicon" / "first_names.txt"))


def is_signature(line: str) -> bool:
    """Is it the initials by which an agency signs below a story: "PTI SKV KVK", "CNA/nb"?"""
    return _FORMS["signed"].fullmatch(line) is not None


def is_placed_byline(line: str) -> bool:
    """Does a person's name stand with a place or outlet ("A. Rao | Pune", "Ana Holm in Leeds"), and nothing else?

    Where only a comma or *in* parts the two, the first word must be a first name or initial: "Two Dead in Leeds".
    """
    if _FORMS["placed"].fullmatch(line) is None or len(line.split()) > MAX_BYLINE_WORDS:
        return False
    first = line.split()[0].rstrip(".").lower()
    return _FORMS["parted"].match(line) is not None or len(first) == 1 or first in _first_names()


def is_picture_credit(line: str) -> bool:
    """Does it say whose a picture is, and nothing else?"""
    return _FORMS["picture"].fullmatch(line) is not None


def is_caption(line: str) -> bool:
    """Does a picture's credit stand at its beginning or end?"""
    return _FORMS["caption"].search(line) is not None


def is_byline(line: str) -> bool:
    """Does it name an author or agency, and nothing else?"""
    return _FORMS["byline"].fullmatch(line) is not None and len(line.split()) <= MAX_BYLINE_WORDS
