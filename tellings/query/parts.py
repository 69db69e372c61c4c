"""Parts of the texts that a search looks at: headlines, what is quoted and by whom, the articles' own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tellings.query.openable import OPENABLE
from tellings.query.sql import Where

if TYPE_CHECKING:
    from tellings.query.filters import Filters

PARTS = ("headline", "quotations", "cue", "narration", "own")
"""Values of `kind` that name a part: headlines, what is quoted, the words of saying, what is not quoted, and of that
all but the words of saying.
"""

_RANGES = "SELECT unnest(range(first, last + 1)) FROM spoken_words WHERE role = '{role}'"
_SPOKEN = f"nth IN ({_RANGES} AND quote_id IN ({{quotes}}))"
_UNQUOTED, _UNCUED = (f"nth NOT IN ({_RANGES.format(role=role)})" for role in ("content", "cue"))


def inside(filters: Filters) -> Where:
    """What the filters ask of a word (a row of `numbered`), beside what they ask of its sentence.

    `speaker`, `side` and `anonymous` ask for what such a one says; with the kind `cue` for the words by which such a
    one is said to say it.
    """
    where = Where()
    spoken = filters.speaker or filters.side or filters.anonymous
    kinds = [kind for kind in PARTS if kind in filters.kind and kind != "headline"]
    if spoken and not {"quotations", "cue"}.intersection(kinds):
        kinds.append("quotations")
    asked = filters.only("speaker", "side", "anonymous")
    by = OPENABLE["quotations"].narrow(asked, Where())
    quotes = f"SELECT quote_id FROM quotations WHERE {by.sql}"
    either = {
        "quotations": Where((_SPOKEN.format(role="content", quotes=quotes),), by.params),
        "cue": Where((_SPOKEN.format(role="cue", quotes=quotes),), by.params),
        "narration": Where((_UNQUOTED,)),
        "own": Where((_UNQUOTED, _UNCUED)),
    }
    if kinds:
        params = tuple(value for kind in kinds for value in either[kind].params)
        where = where.also(f"({' OR '.join(either[kind].sql for kind in kinds)})", *params)
    return where
