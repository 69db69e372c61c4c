"""What the address says: the filters of a view, what is open in it, and both as conditions for SQL.

A view is a URL. :func:`parse` reads its parameters into a frozen :class:`Filters`, :meth:`Filters.params` writes them
back with the defaults left out, and :meth:`Filters.where` says them to the store with bound parameters.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from tellings import schema

UNKNOWN = "unknown"
"""The value of `speaker` for quotations that nobody is said to have spoken, and of `place` for unplaced names."""

OUTLET = "coalesce(publisher, 'unknown:' || doc_id)"
"""SQL: whose article it is. One without a known publisher stands for itself."""

SPEECH = ("direct", "mixed", "indirect")
"""The kinds of quotations that somebody is said to speak: those counted unless others are asked for."""

MAX_VALUES, MAX_LENGTH = 200, 300

MARKED = (
    "people",
    "organisations",
    "places",
    "other",
    "roles",
    "dates",
    "quantities",
    "quotations",
)
"""What the reader can mark, each switchable: the four groups of names, references without a name, and the rest."""

_VOCABULARY = {
    "type": schema.TYPES,
    "use": schema.USES,
    "kind": (*schema.QUOTE_KINDS, *schema.FORMS, *schema.PLACE_KINDS, *MARKED, "none"),
    "anonymous": ("yes", "no"),
}
_SINGLE = frozenset({"corpus", "anonymous", "q", "sort"})


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


@dataclass(frozen=True, slots=True)
class Filters:
    """The parameters of an address. Lists are tuples; empty means that nothing is asked.

    `type` is an entity's type; `kind` a quotation's kind, a mention's form or a place's kind, each read by the tables
    that have it; `sel` is what has its evidence open (see :class:`tellings.selection.Selection`).
    """

    corpus: str = ""
    doc: tuple[str, ...] = ()
    publisher: tuple[str, ...] = ()
    entity: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    use: tuple[str, ...] = ()
    speaker: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    cue: tuple[str, ...] = ()
    anonymous: str = ""
    q: str = ""
    sort: str = ""
    sel: tuple[str, ...] = ()

    def params(self) -> dict[str, str | list[str]]:
        """The parameters of the address, those that are empty left out, lists by repetition."""
        said = {field.name: getattr(self, field.name) for field in fields(self)}
        return {
            name: list(value) if isinstance(value, tuple) else value for name, value in said.items() if value
        }

    def change(self, **changes: Any) -> Filters:
        """The same view with other values; a list may be given as any sequence."""
        tidy: dict[str, Any] = {k: v if isinstance(v, str) else tuple(v) for k, v in changes.items()}
        return replace(self, **tidy)

    def only(self, *names: str) -> Filters:
        """The corpus and the named parameters: what travels to another page."""
        return Filters(**{name: getattr(self, name) for name in {"corpus", *names}})

    @property
    def active(self) -> tuple[str, ...]:
        """The names of the filters that narrow the view: all but corpus, order and what is open."""
        return tuple(n for n in names() if n not in ("corpus", "sort", "sel") and getattr(self, n))

    def where(self, table: str) -> Where:
        """What the filters ask of a table's rows.

        Args:
            table: `documents`, `mentions`, `quotations` or `toponyms`, whose columns are named bare in the condition.

        Returns:
            The conditions. Only counted blocks count; of mentions only names, and of quotations only speech, unless
            `kind` names other forms and kinds.

        Raises:
            ValueError: the filters say nothing of that table.
        """
        if table not in _WHERE:
            raise ValueError(f"no filters for table {table!r}; there are some for {', '.join(_WHERE)}")
        where = _among(Where(), "doc_id", self.doc)
        if self.publisher:
            marks = _marks(self.publisher)
            where = where.also(
                f"doc_id IN (SELECT doc_id FROM documents WHERE {OUTLET} IN ({marks}))", *self.publisher
            )
        return _WHERE[table](self, where)


def names() -> tuple[str, ...]:
    """The parameters of an address, in the order in which they are written."""
    return tuple(field.name for field in fields(Filters))


def parse(params: Mapping[str, Sequence[str]]) -> tuple[Filters, list[str]]:
    """Read the parameters of an address.

    Args:
        params: each parameter with all its values.

    Returns:
        The filters, and a sentence for every part of the address that says nothing; that part is left out.
    """
    read: dict[str, Any] = {}
    notes: list[str] = []
    for name, values in params.items():
        if name not in names():
            if not name.startswith("embed"):
                notes.append(
                    f"The address has a parameter “{_short(name)}” that Tellings does not know; it is left out."
                )
            continue
        wanted = list(dict.fromkeys(v for v in map(_clean, values) if v))
        allowed = _VOCABULARY.get(name)
        if allowed is not None:
            for value in wanted:
                if value not in allowed:
                    notes.append(
                        f"“{_short(value)}” is not a value of {name}; it can be {', '.join(allowed)}."
                    )
            wanted = [value for value in wanted if value in allowed]
        if len(wanted) > MAX_VALUES:
            notes.append(
                f"The address names {len(wanted)} values of {name}; the first {MAX_VALUES} are used."
            )
        if name in _SINGLE:
            read[name] = wanted[-1] if wanted else ""
        else:
            read[name] = tuple(wanted[:MAX_VALUES])
    return Filters(**read), notes


def _clean(value: str) -> str:
    return value.encode("utf-8", "replace").decode("utf-8").replace("\0", "").strip()[:MAX_LENGTH]


def _short(value: str) -> str:
    return value if len(value) <= 40 else value[:39] + "…"


def _marks(values: Sequence[Any]) -> str:
    return ", ".join("?" * len(values))


def _among(where: Where, column: str, values: Sequence[str]) -> Where:
    return where.also(f"{column} IN ({_marks(values)})", *values) if values else where


COUNTED = (
    "sentence_id IN (SELECT s.sentence_id FROM sentences s JOIN blocks b USING (block_id) WHERE b.counted)"
)
"""SQL: the row stands in a block that is counted."""


def _mentions(filters: Filters, where: Where) -> Where:
    forms = [kind for kind in filters.kind if kind in schema.FORMS] or ["name"]
    where = _among(where.also(COUNTED).also("entity_id IS NOT NULL"), "form", forms)
    where = _among(where, "entity_id", filters.entity)
    if filters.type:
        asked = f"entity_id IN (SELECT entity_id FROM entities WHERE type IN ({_marks(filters.type)}))"
        where = where.also(asked, *filters.type)
    if filters.q:
        named = "SELECT entity_id FROM variants WHERE contains(lower(text), lower(?))"
        titled = "SELECT entity_id FROM entities WHERE contains(lower(name), lower(?))"
        where = where.also(f"entity_id IN ({named} UNION {titled})", filters.q, filters.q)
    return where


def _toponyms(filters: Filters, where: Where) -> Where:
    where = _among(where.also(COUNTED), "use", filters.use)
    where = _among(where, "kind", [kind for kind in filters.kind if kind in schema.PLACE_KINDS])
    placed = [place for place in filters.place if place != UNKNOWN]
    if placed and len(placed) < len(filters.place):
        where = where.also(f"(place_id IN ({_marks(placed)}) OR place_id IS NULL)", *placed)
    elif filters.place:
        where = _among(where, "place_id", placed) if placed else where.also("place_id IS NULL")
    if filters.q:
        where = where.also(
            "(contains(lower(text), lower(?)) OR contains(lower(name), lower(?)))", filters.q, filters.q
        )
    return where


def spoken_by(speakers: Sequence[str]) -> tuple[str, list[str]]:
    """SQL for quotations by any of these entities; `unknown` stands for quotations without a speaker."""
    known = [speaker for speaker in speakers if speaker != UNKNOWN]
    marks = _marks(known)
    parts = []
    if known:
        several = f"quote_id IN (SELECT quote_id FROM quote_speakers WHERE entity_id IN ({marks}))"
        parts.append(f"(speaker_id IN ({marks}) OR {several})")
    if len(known) < len(speakers):
        parts.append(
            "(speaker_id IS NULL AND NOT EXISTS (SELECT 1 FROM quote_speakers s "
            "WHERE s.quote_id = quotations.quote_id AND s.entity_id IS NOT NULL))"
        )
    return f"({' OR '.join(parts)})", known * 2


def _quotations(filters: Filters, where: Where) -> Where:
    kinds = [kind for kind in filters.kind if kind in schema.QUOTE_KINDS] or SPEECH
    where = _among(where.also(COUNTED), "kind", kinds)
    where = _among(where, "lower(cue)", [cue.lower() for cue in filters.cue])
    if filters.speaker:
        sql, params = spoken_by(filters.speaker)
        where = where.also(sql, *params)
    if filters.anonymous:
        where = where.also("anonymous" if filters.anonymous == "yes" else "NOT anonymous")
    if filters.entity:
        about = (
            "EXISTS (SELECT 1 FROM mentions m WHERE m.doc_id = quotations.doc_id AND m.start >= quotations.start "
            f'AND m."end" <= quotations."end" AND m.entity_id IN ({_marks(filters.entity)}))'
        )
        where = where.also(about, *filters.entity)
    if filters.q:
        where = where.also(
            "(contains(lower(text), lower(?)) OR contains(lower(coalesce(speaker, '')), lower(?)))",
            filters.q,
            filters.q,
        )
    return where


_WHERE: dict[str, Callable[[Filters, Where], Where]] = {
    "documents": lambda _, where: where,
    "mentions": _mentions,
    "quotations": _quotations,
    "toponyms": _toponyms,
}
