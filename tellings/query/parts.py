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

_IN_HEADLINE = (
    "words.sentence_id IN (SELECT sentence_id FROM counted_sentences WHERE block_kind = 'headline')"
)
_QUOTED = (
    "EXISTS (SELECT 1 FROM content_spans c WHERE c.doc_id = words.doc_id AND c.start <= words.start "
    'AND words."end" <= c."end" AND c.quote_id IN ({quotes}))'
)
_CUE = (
    'EXISTS (SELECT 1 FROM quotations q WHERE q.doc_id = words.doc_id AND q.cue_start < words."end" '
    "AND words.start < q.cue_end AND q.quote_id IN ({quotes}))"
)
_UNQUOTED, _UNCUED = (f"NOT {one.format(quotes='SELECT quote_id FROM speech')}" for one in (_QUOTED, _CUE))


def inside(filters: Filters) -> Where:
    """What the filters ask of a word (a row of `words`), beside what they ask of its sentence.

    `speaker`, `side` and `anonymous` ask for what such a one says; with the kind `cue` for the words by which such a
    one is said to say it.
    """
    where = Where((_IN_HEADLINE,)) if "headline" in filters.kind else Where()
    spoken = filters.speaker or filters.side or filters.anonymous
    kinds = [kind for kind in PARTS if kind in filters.kind and kind != "headline"]
    if spoken and not {"quotations", "cue"}.intersection(kinds):
        kinds.append("quotations")
    asked = filters.only("speaker", "side", "anonymous")
    by = OPENABLE["quotations"].narrow(asked, Where())
    quotes = f"SELECT quote_id FROM quotations WHERE {by.sql}"
    either = {
        "quotations": Where((_QUOTED.format(quotes=quotes),), by.params),
        "cue": Where((_CUE.format(quotes=quotes),), by.params),
        "narration": Where((_UNQUOTED,)),
        "own": Where((_UNQUOTED, _UNCUED)),
    }
    if kinds:
        params = tuple(value for kind in kinds for value in either[kind].params)
        where = where.also(f"({' OR '.join(either[kind].sql for kind in kinds)})", *params)
    return where
