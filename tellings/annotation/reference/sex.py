"""Which pronoun a person's name calls for, so far as the words around it and the first name tell."""

from __future__ import annotations

import csv
import re
from functools import cache

from tellings import settings

_HONORIFIC = {
    "mr": "m", "sir": "m", "lord": "m", "king": "m", "prince": "m", "father": "m", "brother": "m", "pope": "m",
    "mrs": "f", "ms": "f", "miss": "f", "lady": "f", "dame": "f", "queen": "f", "princess": "f", "sister": "f",
    "madam": "f", "madame": "f", "herr": "m", "frau": "f", "monsieur": "m",
}  # fmt: skip
_ROLE = re.compile(r"(?:(wo)?man|(actress|heiress|hostess|mother|widow|daughter|wife|girl))$", re.IGNORECASE)
_MEN = frozenset(
    "spokesman chairman congressman businessman salesman frontman assemblyman councilman alderman husband son".split()
)
_BEFORE = re.compile(r"([\w’'-]+)\.?\s+$")


@cache
def first_names() -> dict[str, str]:
    """First names that are nearly always one sex's: `m` or `f`."""
    path = settings.read().data / "lexicon" / "first_name_gender.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row[0]: row[1] for row in rows if len(row) == 2 and not row[0].startswith("#")}


def sex_of(text: str, start: int, end: int) -> str | None:
    """`m`, `f` or None for the person named at a span of a text."""
    before = _BEFORE.search(text, max(0, start - 30), start)
    if before is not None:
        word = before.group(1).lower()
        if word in _HONORIFIC:
            return _HONORIFIC[word]
        if word in _MEN:
            return "m"
        role = _ROLE.search(word)
        if role is not None and (role.group(1) or role.group(2)):
            return "f"
    words = text[start:end].split()
    return first_names().get(words[0].lower().rstrip(".")) if len(words) > 1 else None
