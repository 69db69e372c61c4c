"""Conditions for SQL, with the values that their question marks stand for; those that several filters share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tellings.query.seen import plain
from tellings.schema import GROUPS

UNKNOWN = "unknown"
"""The value of `speaker` for quotations that are traced to no entity, and of `place` for unplaced names."""

UNTRACED = "not traced to a name"
"""What readers are told of such a speaker: “the police”, “researchers”, “they”, or nobody at all is printed."""

ANONYMOUS, NOBODY = "an anonymous source", "nobody known by name"
"""What is said of a quotation's speaker who is not named, and of one who is not traced to a name."""

COUNTED = "counted"
"""SQL: the row stands in a block that is counted."""

WORDS = r"len(regexp_extract_all(text, '[^\s]*[\p{L}\p{N}][^\s]*'))"
"""SQL: the words of a piece of a quotation: what stands between spaces and has a letter or digit."""

DATED = ("mentions", "quotations", "toponyms")
"""Tables whose rows a view `dated_…` has once for each year and month of which their sentences speak."""

LETTERS = r"regexp_matches(text, '[\pL\pN]')"
"""SQL: the token is a word, no mark between words."""

BY_OTHERS = (
    "mention_id NOT IN (SELECT m.mention_id FROM mentions m JOIN ("
    'SELECT doc_id, start, "end", speaker_start, speaker_end, speaker_id FROM quotations UNION ALL '
    'SELECT q.doc_id, q.start, q."end", s.start, s."end", s.entity_id '
    "FROM quote_speakers s JOIN quotations q USING (quote_id)"
    ") own ON m.doc_id = own.doc_id AND m.entity_id = own.speaker_id WHERE "
    '(m.start >= own.start AND m."end" <= own."end") OR (m.start >= own.speaker_start AND m."end" <= own.speaker_end))'
)
"""SQL: a mention that neither says who speaks nor stands in that entity's own words: others speak about it."""


BY_SPEAKER = """
    SELECT who, who IS NOT NULL AND bool_and(anonymous) AS anonymous, count(*) AS n,
           coalesce(sum(words) FILTER (inside_id IS NULL), 0)::BIGINT AS words,
           count(DISTINCT doc_id) AS n_documents, count(*) FILTER (relayed) AS relayed, min(doc_id) AS doc_id
    FROM voiced AS quotations WHERE {where} GROUP BY who"""
"""SQL: how often each is quoted, and in how many words, whom a condition on quotations lets through."""


def told_apart(ids: str) -> str:
    """SQL: `entity_id, name, type, n_mentions, phrase` of entities, each by a name that tells it from the others.

    Those who share name and type (several articles have "a Ukrainian source") are numbered, by their ids; `phrase` is
    the name without the number.

    Args:
        ids: a query whose rows are the ids of entities.
    """
    alike = "PARTITION BY lower(name), type"
    return (
        f"SELECT entity_id, type, n_mentions, name AS phrase, name || CASE WHEN count(*) OVER ({alike}) > 1 "
        f"THEN ' (' || row_number() OVER ({alike} ORDER BY entity_id) || ')' ELSE '' END AS name "
        f"FROM entities WHERE lower(name) IN (SELECT lower(name) FROM entities WHERE entity_id IN ({ids})) "
        f"QUALIFY entity_id IN ({ids})"
    )


@dataclass(frozen=True, slots=True)
class Where:
    """Conditions joined by AND, with the values that their question marks stand for."""

    conditions: tuple[str, ...] = ()
    params: tuple[Any, ...] = ()

    @property
    def sql(self) -> str:
        """The condition as text that may follow WHERE; `true` where there is none."""
        return " AND ".join(self.conditions) or "true"

    def also(self, condition: str, *params: Any) -> Where:
        """This and one more condition."""
        return Where((*self.conditions, condition), (*self.params, *params))

    def __and__(self, other: Where) -> Where:
        return Where((*self.conditions, *other.conditions), (*self.params, *other.params))


def marks(values: Sequence[Any]) -> str:
    """As many question marks as there are values."""
    return ", ".join("?" * len(values))


def among(where: Where, column: str, values: Sequence[str]) -> Where:
    """Also: the column has one of these values, where there are any."""
    return where.also(f"{column} IN ({marks(values)})", *values) if values else where


_MARK = re.compile(r"[!-)+-/:->@[-`{-~]")


def wild(words: str) -> str:
    r"""Words as :func:`contains` looks for them: `*` stands for any letters within a word, `?` for one; a line may end
    between two words.

    >>> wild("U.S. threat*")
    'U\\.S\\.\\s+threat[^\\s]*'
    """
    escaped = _MARK.sub(r"\\\g<0>", words)
    return " ".join(escaped.split()).replace(" ", r"\s+").replace("*", r"[^\s]*").replace("?", r"[^\s]")


def group_of(kind: str) -> str:
    """SQL: the group of :data:`tellings.schema.GROUPS` to which a type belongs."""
    cases = (
        f"WHEN {kind} IN ({', '.join(map(repr, some))}) THEN '{group}'" for group, some in GROUPS.items()
    )
    return f"CASE {' '.join(cases)} ELSE 'other' END"


def contains(column: str) -> str:
    """SQL: the column contains these words, of :func:`wild`, in capitals or not, with accents or without."""
    return f"regexp_matches(lower({plain(column)}), lower({plain('?')}))"


BEARERS = (
    f"SELECT entity_id FROM variants WHERE {contains('text')} "
    f"UNION SELECT entity_id FROM entities WHERE {contains('name')}"
)
"""SQL: the entities that are printed with these words, or bear them in their name."""


def spoken_by(column: str, values: Sequence[str]) -> tuple[Any, ...]:
    """SQL, and its values, for quotations by one of whom a column of `entities` holds: `entity_id`, `type`, `country`.

    `unknown` stands for quotations by nobody known, and by entities of which it is not known.
    """
    known = [value for value in values if value != UNKNOWN]
    such = f"SELECT quote_id FROM quotation_speakers JOIN entities USING (entity_id) WHERE {column}"
    parts = [f"quote_id IN ({such} IN ({marks(known)}))"] if known else []
    if len(known) < len(values):
        parts.append(f"quote_id NOT IN ({such} IS NOT NULL)")
    return (f"({' OR '.join(parts)})", *known)
