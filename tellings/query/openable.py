"""What a number counts and a click opens: an entry for each table, read by filters, selections, evidence and reader."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tellings import schema
from tellings.query import search
from tellings.query.cue_kinds import KIND_OF_CUE
from tellings.query.sql import (
    BEARERS,
    BY_OTHERS,
    COUNTED,
    UNKNOWN,
    Where,
    among,
    contains,
    marks,
    spoken_by,
    wild,
)

if TYPE_CHECKING:
    from tellings.query.filters import Filters

Pick = Callable[[str], tuple[Any, ...]]
"""From the value of a key to the condition that it sets, and what the condition's question marks stand for."""


@dataclass(frozen=True, slots=True)
class Openable:
    """A table whose rows are counted and opened.

    Attributes:
        table: its name.
        words: what a row is called, and what several are, for the head of the evidence.
        id: SQL for the id of a row.
        key: the key that picks one row by its id, and opens its card in the reader; empty where there is no card.
        picks: what each key of a selection asks for, beside those that every table has (see :meth:`pick`).
        narrow: adds to a condition what the filters ask of these rows, beside the articles and times that they ask of
            every table's. Only counted blocks count.
    """

    table: str
    words: tuple[str, str]
    id: str
    key: str = ""
    picks: Mapping[str, Pick | str] = field(default_factory=dict)
    narrow: Callable[[Filters, Where], Where] = lambda _, where: where.also(COUNTED)

    def noun(self, n: int) -> str:
        """What so many rows are called."""
        return self.words[n != 1]

    def pick(self, key: str) -> Pick:
        """What a key asks for.

        Raises:
            ValueError: the table cannot be picked by it.
        """
        own = {self.key: f"{self.id} = ?"} if self.key else {}
        asked = {**_ALL, **own, **self.picks}.get(key)
        if asked is None:
            raise ValueError(f"{self.table!r} cannot be picked by {key!r}")
        return (lambda value: (asked, value)) if isinstance(asked, str) else asked


_ALL = {
    "doc": "doc_id = ?",
    "publisher": "doc_id IN (SELECT doc_id FROM outlets WHERE outlet = ?)",
    "text": "text = ?",
    "lacking": "?::VARCHAR IS NOT NULL",
}
"""`lacking` names the article that has none of these rows; it picks nothing."""


def _or_none(column: str, condition: str = "") -> Pick:
    """Rows with that value; for `unknown` those without one."""
    equal = condition or f"{column} = ?"
    return lambda value: (f"{column} IS NULL",) if value == UNKNOWN else (equal, value)


def _speaking(column: str) -> Pick:
    return lambda value: spoken_by(column, [value])


def _naming(key: str) -> Pick:
    """Quotations in whose content a place is named that the key of `toponyms` picks."""

    def pick(value: str) -> tuple[Any, ...]:
        named, *params = OPENABLE["toponyms"].pick(key)(value)
        spoken = "SELECT quote_id FROM spoken_toponyms JOIN toponyms USING (mention_id)"
        return (f"quote_id IN ({spoken} WHERE {named})", *params)

    return pick


def _mentions(filters: Filters, where: Where) -> Where:
    forms = [kind for kind in filters.kind if kind in schema.FORMS] or ["name"]
    where = among(where.also(COUNTED).also("entity_id IS NOT NULL"), "form", forms)
    where = among(where, "entity_id", filters.entity)
    if filters.type:
        asked = f"entity_id IN (SELECT entity_id FROM entities WHERE type IN ({marks(filters.type)}))"
        where = where.also(asked, *filters.type)
    if filters.side:
        such = [side for side in filters.side if side != UNKNOWN]
        open_side = " OR country IS NULL" if len(such) < len(filters.side) else ""
        asked = f"SELECT entity_id FROM entities WHERE country IN ({marks(such)}){open_side}"
        where = where.also(f"entity_id IN ({asked})", *such)
    if filters.q:
        where = where.also(f"entity_id IN ({BEARERS})", *[wild(filters.q)] * 2)
    return where


def _toponyms(filters: Filters, where: Where) -> Where:
    where = among(where.also(COUNTED), "use", filters.use)
    where = among(where, "kind", [kind for kind in filters.kind if kind in schema.PLACE_KINDS])
    placed = [place for place in filters.place if place != UNKNOWN]
    if placed and len(placed) < len(filters.place):
        where = where.also(f"(place_id IN ({marks(placed)}) OR place_id IS NULL)", *placed)
    elif filters.place:
        where = among(where, "place_id", placed) if placed else where.also("place_id IS NULL")
    by = Where()
    if filters.speaker:
        by = by.also(*spoken_by("entity_id", filters.speaker))
    if filters.side:
        by = by.also(*spoken_by("country", filters.side))
    if by.conditions:
        said = f"SELECT mention_id FROM spoken_toponyms JOIN speech USING (quote_id) WHERE {by.sql}"
        where = where.also(f"mention_id IN ({said})", *by.params)
    return (
        where.also(f"({contains('text')} OR {contains('name')})", *[wild(filters.q)] * 2)
        if filters.q
        else where
    )


def _quotations(filters: Filters, where: Where) -> Where:
    kinds = [kind for kind in filters.kind if kind in schema.QUOTE_KINDS] or schema.SPEECH_KINDS
    where = among(where.also(COUNTED), "kind", kinds)
    where = among(where, "lower(cue)", [cue.lower() for cue in filters.cue])
    asked = {"entity_id": filters.speaker, "type": filters.type, "country": filters.side}
    for column, values in asked.items():
        if values:
            where = where.also(*spoken_by(column, values))
    if filters.anonymous:
        where = where.also("anonymous" if filters.anonymous == "yes" else "NOT anonymous")
    if filters.cluster == "yes":
        where = where.also("cluster_id IN (SELECT cluster_id FROM retold)")
    elif filters.cluster:
        where = where.also("cluster_id = ?", filters.cluster)
    if filters.entity:
        about = f"SELECT quote_id FROM quoted_entities WHERE entity_id IN ({marks(filters.entity)})"
        where = where.also(f"quote_id IN ({about})", *filters.entity)
    if filters.q:
        where = where & search.anywhere(filters.q)
    return where


def _with_words(filters: Filters, where: Where) -> Where:
    where = where.also(COUNTED)
    return where.also(contains("text"), wild(filters.q)) if filters.q else where


def _dates(filters: Filters, where: Where) -> Where:
    where = where.also(COUNTED)
    if filters.entity:
        where = where.also(
            f"sentence_id IN ({_NAMING_SENTENCE.format(marks(filters.entity))})", *filters.entity
        )
    return where.also(_SENTENCE_WITH, wild(filters.q)) if filters.q else where


_NAMING_SENTENCE = "SELECT sentence_id FROM mentions WHERE form = 'name' AND entity_id IN ({})"
_SENTENCE_WITH = (
    "sentence_id IN (SELECT s.sentence_id FROM sentences s JOIN documents d USING (doc_id) "
    "WHERE " + contains('substr(d.text, s.start + 1, s."end" - s.start)') + ")"
)
"""SQL: in a sentence with these words."""


def _asked(filters: Filters, where: Where) -> Where:
    where = where.also(COUNTED)
    return (
        where.also(f"({contains('topic')} OR {contains('text')})", *[wild(filters.q)] * 2)
        if filters.q
        else where
    )


_IN_SENTENCE = "sentence_id IN (SELECT sentence_id FROM mentions WHERE entity_id = ? AND form = 'name')"
_ROLE = (
    "(SELECT suffix(rtrim(substr(d.text, greatest(mentions.start - 200, 0) + 1, "
    "least(mentions.start, 200)), ' ,'), r.role) "
    "OR starts_with(ltrim(substr(d.text, mentions.\"end\" + 1, 200), ' ,'), r.role) "
    "FROM documents d, (SELECT ?::VARCHAR AS role) r WHERE d.doc_id = mentions.doc_id)"
)
"""With this role printed beside the name; see :mod:`tellings.analysis.roles`."""
_SPOKEN = (
    "mention_id IN (SELECT mention_id FROM spoken_toponyms JOIN speech USING (quote_id) JOIN quotation_speakers "
    "USING (quote_id) JOIN quotation_voices USING (quote_id) WHERE entity_id = ? AND told_by IS {})"
)

_PASSAGE = (
    "group_id = ? AND (other, other_start) = (SELECT min((s.other, s.other_start)) FROM shared s "
    "WHERE s.doc_id = shared.doc_id AND s.start = shared.start AND s.group_id = shared.group_id)"
)
"""Each sentence of a passage once, however many articles have it."""

OPENABLE: dict[str, Openable] = {
    entry.table: entry
    for entry in (
        Openable(
            "mentions",
            words=("mention", "mentions"),
            id="mention_id",
            key="mention",
            picks={
                "entity": "entity_id = ?",
                "form": "form = ?",
                "type": "entity_id IN (SELECT entity_id FROM entities WHERE type = ?)",
                "role": _ROLE,
                "beside": _IN_SENTENCE,
                "others": f"({BY_OTHERS}) = (? = 'yes')",
            },
            narrow=_mentions,
        ),
        Openable(
            "quotations",
            words=("quotation", "quotations"),
            id="quote_id",
            key="quote",
            picks={
                "speaker": _speaking("entity_id"),
                "type": _speaking("type"),
                "side": _speaking("country"),
                "kind": "kind = ?",
                "cue": _or_none("cue", "lower(cue) = lower(?)"),
                "cluster": "cluster_id = ?",
                "outermost": "(inside_id IS NULL) = (? = 'yes')",
                "anonymous": "anonymous = (? = 'yes')",
                "saying": f"{KIND_OF_CUE} = ?",
                "left": "?::VARCHAR IS NOT NULL",
                "right": "?::VARCHAR IS NOT NULL",
                "place": _naming("place"),
                "admin1": _naming("admin1"),
                "land": _naming("side"),
            },
            narrow=_quotations,
        ),
        Openable(
            "toponyms",
            words=("place name", "place names"),
            id="mention_id",
            key="mention",
            picks={
                "place": _or_none("place_id"),
                "admin1": _or_none("admin1_code"),
                "country": _or_none("country_code"),
                "side": "mention_id IN (SELECT mention_id FROM toponym_sides WHERE side = ?)",
                "kind": "kind = ?",
                "within": "kind <> ?",
                "use": "use = ?",
                "entity": _IN_SENTENCE,
                "lemma": "sentence_id IN (SELECT sentence_id FROM tokens WHERE lower(lemma) = ? "
                "AND pos IN ('NOUN', 'VERB'))",
                "speaker": _SPOKEN.format("NULL"),
                "relayed": _SPOKEN.format("NOT NULL"),
            },
            narrow=_toponyms,
        ),
        Openable(
            "dates",
            words=("date or time", "dates and times"),
            id="doc_id || ':d' || start || '-' || \"end\"",
            key="date",
            picks={
                "type": "type = ?",
                "value": _or_none("value"),
                "mod": _or_none("mod"),
                "period": "starts_with(value, ?)",
            },
            narrow=_dates,
        ),
        Openable(
            "quantities",
            words=("quantity", "quantities"),
            id="doc_id || ':n' || start || '-' || \"end\"",
            key="quantity",
            picks={
                "value": _or_none("value", "value = try_cast(? AS DOUBLE)"),
                "unit": _or_none("unit"),
                "of": _or_none('"of"'),
            },
            narrow=_with_words,
        ),
        Openable(
            "shared",
            words=("shared sentence", "shared sentences"),
            id="doc_id || ':r' || start || '-' || \"end\" || ' ' || other || ' ' || other_start",
            picks={
                "other": "other = ?",
                "kind": "kind = ?",
                "passage": _PASSAGE,
            },
            narrow=_with_words,
        ),
        Openable(
            "discrepancies",
            words=("answer", "answers"),
            id="topic_id || ' ' || doc_id || ':a' || start || '-' || \"end\"",
            picks={"topic": "topic_id = ?", "verdict": "verdict = ?", "kind": "kind = ?"},
            narrow=_asked,
        ),
        Openable(
            "words",
            words=("word", "words"),
            id="doc_id || ':w' || start || '-' || \"end\"",
            narrow=lambda filters, where: where.also(COUNTED) & search.written(filters.q),
        ),
        Openable(
            "corrected",
            words=("span", "spans"),
            id="id",
            picks={"correction": "correction_id = ?", "what": "what = ?"},
            narrow=lambda _, where: where,
        ),
    )
}
"""The tables that can be opened, by name."""
