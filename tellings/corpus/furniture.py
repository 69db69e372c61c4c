"""What stands on a page or in a database's export beside the article, told by the form of a line.

Menus, links to other stories, invitations to subscribe, credits, dates, the labels of an export with their values: each
line is judged alone, as a whole, by general wording (`data/lexicon/furniture.toml`). A line of prose that begins alike
is none.
"""

from __future__ import annotations

import re

from tellings.corpus import credits, labels, patterns
from tellings.corpus.publication_dates import MONTHS

MAX_LINE_OF_FURNITURE = 120
MAX_INVITATION_WORDS = 45
MAX_SHARE_WORDS = 20

_END_OF_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*$")
_WORD = re.compile(r"[\w-]+")
_LINK = re.compile(r"[\w ’']{3,30}[:|>»]")
"""How a link to another story begins."""

_FORMS = patterns.read(
    "lexicon/furniture.toml",
    months="|".join(sorted(MONTHS, key=len, reverse=True)),
    parts_of_an_export=labels.PARTS,
)
_LINES = {name: re.compile("|".join(forms), re.IGNORECASE) for name, forms in _FORMS["lines"].items()}
DATE_PREFIX = _LINES["date_prefix"]
_SHARE, _SHARING = (frozenset(" ".join(_FORMS["words"][name]).split()) for name in ("share", "sharing"))


def heads_links(line: str) -> bool:
    """Does the line stand above links to other stories?"""
    return _LINES["links"].fullmatch(line) is not None


def is_furniture(line: str) -> bool:
    """Does the form of a line say that it is no part of the story's own words?"""
    return kind_by_form(line) in ("boilerplate", "metadata")


def kind_by_form(line: str) -> str:
    """The kind of block that a line's own form tells; `paragraph` where it tells none."""
    n_words = len(line.split())
    if (
        len(line) < 2 * MAX_LINE_OF_FURNITURE
        and _LINES["notice"].fullmatch(line)
        and not _LINES["told"].search(line)
    ):
        return "boilerplate"
    if n_words <= MAX_INVITATION_WORDS and _invites(line):
        return "boilerplate"
    if credits.is_credits(line):
        return "byline"
    if labels.is_label(line) and (labels.is_export(line) or not _told(line)):
        return "metadata"
    if len(line) > MAX_LINE_OF_FURNITURE:
        return (
            "caption" if len(line) < 4 * MAX_LINE_OF_FURNITURE and credits.is_caption(line) else "paragraph"
        )
    if _LINES["metadata"].fullmatch(line):
        return "metadata"
    if _shares(line):
        return "boilerplate"
    if (
        _LINES["boilerplate"].fullmatch(line)
        and not (n_words > 12 and _END_OF_SENTENCE.search(line))
        and (not _LINES["told"].search(line) or _LINK.match(line))
    ):
        return "boilerplate"
    if credits.is_picture_credit(line):
        return "byline"
    if credits.is_caption(line):
        return "caption"
    return "byline" if credits.is_byline(line) else "paragraph"


def _invites(line: str) -> bool:
    return (
        _LINES["offered"].search(line) is not None
        and _LINES["invitation"].search(line) is not None
        and _LINES["to_readers"].search(line) is not None
        and not _LINES["told"].search(line)
    )


def _told(line: str) -> bool:
    """Is what stands behind a label a sentence?"""
    value = line.partition(":")[2].strip()
    return len(line) > 2 * MAX_LINE_OF_FURNITURE or (
        len(value.split()) > 5 and _END_OF_SENTENCE.search(value) is not None
    )


def _shares(line: str) -> bool:
    words = [word.lower() for word in _WORD.findall(line)]
    return (
        0 < len(words) <= MAX_SHARE_WORDS
        and not _END_OF_SENTENCE.search(line)
        and any(word in _SHARING for word in words)
        and all(word in _SHARE or word.isdigit() for word in words)
    )
