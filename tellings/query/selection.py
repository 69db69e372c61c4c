"""What has its evidence open: a table and the values that pick its rows, as written in `sel`.

`sel=mentions&sel=entity:person:zelensky&sel=doc:000` opens the mentions of an entity in one article. A selection
narrows what the filters of the same address let through, so that a number and what it opens agree.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tellings.query.cue_kinds import KIND_OF_CUE
from tellings.query.sql import BY_OTHERS, OUTLET, UNKNOWN, Where, spoken_by, spoken_by_such

_OUTLET = f"doc_id IN (SELECT doc_id FROM documents WHERE {OUTLET} = ?)"
_SIDE = (
    "(CASE WHEN use = 'metonymic' AND stands_for IS NOT NULL THEN "
    "(SELECT e.country FROM entities e WHERE e.entity_id = stands_for) ELSE country_code END) = ?"
)
_NAMED = (
    'quote_id IN (SELECT p.quote_id FROM quote_parts p JOIN (SELECT doc_id, start, "end" FROM toponyms WHERE {}) t '
    'ON p.doc_id = t.doc_id AND p.start <= t.start AND t."end" <= p."end" WHERE p.role = \'content\')'
)
_ROLE = (
    "(SELECT suffix(rtrim(substr(d.text, greatest(mentions.start - 200, 0) + 1, "
    "least(mentions.start, 200)), ' ,'), r.role) "
    "OR starts_with(ltrim(substr(d.text, mentions.\"end\" + 1, 200), ' ,'), r.role) "
    "FROM documents d, (SELECT ?::VARCHAR AS role) r WHERE d.doc_id = mentions.doc_id)"
)
"""With this role printed beside the name; see :mod:`tellings.analysis.roles`."""
_SPOKEN = (
    "mention_id IN (SELECT t.mention_id FROM toponyms t JOIN quote_parts p ON p.doc_id = t.doc_id "
    'AND p.start <= t.start AND t."end" <= p."end" JOIN (SELECT quote_id, entity_id '
    "FROM quote_speakers UNION SELECT quote_id, speaker_id FROM quotations) s USING (quote_id) "
    "JOIN quotations q USING (quote_id) WHERE p.role = 'content' "
    "AND q.kind IN ('direct', 'mixed', 'indirect') AND s.entity_id = ?)"
)
_COLUMNS: dict[str, dict[str, str]] = {
    "mentions": {
        "entity": "entity_id = ?",
        "doc": "doc_id = ?",
        "publisher": _OUTLET,
        "text": "text = ?",
        "form": "form = ?",
        "type": "entity_id IN (SELECT entity_id FROM entities WHERE type = ?)",
        "mention": "mention_id = ?",
        "role": _ROLE,
        "beside": "sentence_id IN (SELECT sentence_id FROM mentions WHERE entity_id = ? AND form = 'name')",
        "others": f"({BY_OTHERS}) = (? = 'yes')",
    },
    "quotations": {
        "doc": "doc_id = ?",
        "publisher": _OUTLET,
        "kind": "kind = ?",
        "cue": "lower(cue) = lower(?)",
        "quote": "quote_id = ?",
        "cluster": "cluster_id = ?",
        "outermost": "(inside_id IS NULL) = (? = 'yes')",
        "anonymous": "anonymous = (? = 'yes')",
        "saying": f"{KIND_OF_CUE} = ?",
        "left": "?::VARCHAR IS NOT NULL",
        "right": "?::VARCHAR IS NOT NULL",
        "place": _NAMED.format("place_id = ?"),
        "admin1": _NAMED.format("admin1_code = ?"),
        "land": _NAMED.format(_SIDE),
    },
    "corrected": {"correction": "correction_id = ?", "what": "what = ?", "doc": "doc_id = ?"},
    "span": {"start": "start = ?", "end": '"end" = ?'},
    "toponyms": {
        "place": "place_id = ?",
        "text": "text = ?",
        "admin1": "admin1_code = ?",
        "country": "country_code = ?",
        "side": _SIDE,
        "kind": "kind = ?",
        "use": "use = ?",
        "doc": "doc_id = ?",
        "publisher": _OUTLET,
        "mention": "mention_id = ?",
        "entity": "sentence_id IN (SELECT sentence_id FROM mentions WHERE entity_id = ? AND form = 'name')",
        "lemma": "sentence_id IN (SELECT sentence_id FROM tokens WHERE lower(lemma) = ? AND pos IN ('NOUN', 'VERB'))",
        "speaker": _SPOKEN,
        "within": "kind <> ?",
    },
}
_SPEAKERS = {"speaker": "", "type": "type", "side": "country"}
"""Keys that ask for quotations by who speaks them, and the column of `entities` that they ask of."""

_NULLABLE = {"place": "place_id", "cue": "cue", "admin1": "admin1_code", "country": "country_code"}


@dataclass(frozen=True, slots=True)
class Selection:
    """Rows of one table, picked by values of some of its keys.

    Attributes:
        table: `mentions`, `quotations` or `toponyms`; `span` is a span of an article, for the reader alone.
        terms: pairs of a key and a value. The value `unknown` of speaker, place, cue, admin1 and country asks for
            rows without one. Of mentions `entity` and `beside` open the names of both in the sentences that name both
            (see :mod:`tellings.analysis.cooccurrence`). `left` and `right` are the quotations that are compared word by
            word; they pick nothing.
    """

    table: str
    terms: tuple[tuple[str, str], ...] = ()

    @property
    def sel(self) -> tuple[str, ...]:
        """The values of `sel` that say this."""
        return (self.table, *(f"{key}:{value}" for key, value in self.terms))

    def get(self, key: str) -> str | None:
        """The value of a key, None where it is not asked for."""
        return dict(self.terms).get(key)

    def where(self) -> Where:
        """The selection as a condition on its table's rows."""
        where = Where()
        for key, value in self.terms:
            if self.table == "quotations" and key in _SPEAKERS:
                column = _SPEAKERS[key]
                sql, *params = spoken_by_such(column, [value]) if column else _flat(spoken_by([value]))
                where = where.also(sql, *params)
            elif value == UNKNOWN and key in _NULLABLE:
                where = where.also(f"{_NULLABLE[key]} IS NULL")
            else:
                where = where.also(_COLUMNS[self.table][key], value)
        return where


def select(table: str, **terms: str) -> Selection:
    """A selection: `select("mentions", entity="gn:703448", doc="000")`.

    Raises:
        ValueError: the table has no such key.
    """
    if table not in _COLUMNS:
        raise ValueError(f"no table {table!r} can be opened; there are {', '.join(_COLUMNS)}")
    for key in terms:
        if key not in _COLUMNS[table] and not (table == "quotations" and key in _SPEAKERS):
            raise ValueError(f"{table!r} cannot be picked by {key!r}")
    return Selection(table, tuple(terms.items()))


def parse(sel: Sequence[str]) -> tuple[Selection | None, str | None]:
    """Read the values of `sel`.

    Returns:
        The selection and None; or None and, where something was written but says nothing, a sentence about it.
    """
    if not sel:
        return None, None
    pairs = [part.partition(":")[::2] for part in sel[1:]]
    try:
        return select(sel[0], **{key: value for key, value in pairs if value}), None
    except ValueError:
        return None, "The address asks to open something that this page does not know; nothing is opened."


def _flat(said: tuple[str, list[str]]) -> tuple[str, ...]:
    return (said[0], *said[1])
