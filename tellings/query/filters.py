"""What the address says: the filters of a view, what is open in it, and both as conditions for SQL.

A view is a URL. :func:`parse` reads its parameters into a frozen :class:`Filters`, :meth:`Filters.params` writes them
back with the defaults left out, and :meth:`Filters.where` says them to the store with bound parameters.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any
from urllib.parse import parse_qs, urlencode

from tellings import schema
from tellings.query.openable import OPENABLE
from tellings.query.parts import PARTS
from tellings.query.sql import COUNTED, Where, among, marks

MAX_VALUES, MAX_LENGTH = 200, 300

MARKED = (
    *schema.GROUPS,
    "roles",
    "dates",
    "quantities",
    "quotations",
)
"""What the reader can mark, each switchable: the four groups of names, references without a name, and the rest."""

TOLD = ("questions", "passages")
"""What articles tell beside what the reader can mark: questions that several answer, passages that several have."""

TOUR = ("1", "2", "3", "4", "5")
"""The steps of the tour over the pages."""

_VOCABULARY = {
    "type": schema.TYPES,
    "use": schema.USES,
    "kind": tuple(
        dict.fromkeys(
            (*schema.QUOTE_KINDS, *schema.FORMS, *schema.PLACE_KINDS, *MARKED, *TOLD, *PARTS, "none")
        )
    ),
    "anonymous": ("yes", "no"),
    "layer": ("machine",),
    "size": ("large",),
    "once": ("tellings",),
    "unit": ("lemmas",),
    "width": ("30", "90", "150"),
    "tour": TOUR,
}
_DRAWN = frozenset("corpus layer sample seed size sort tour unit view width window".split())
"""How a view is drawn: each has one value, and none narrows it."""

_SINGLE = _DRAWN | {"anonymous", "cluster", "date", "once", "q"}
_SHOWING = _DRAWN | {"lines", "page", "sel", "stop", "sub"}
"""What does not narrow a view: the corpus, how it is shown, what is open."""
_WHOLE = ("documents", "sentences")
"""Tables that the filters narrow and that are not opened themselves."""

_DATE = re.compile(r"(\d{4}-\d\d-\d\d)?\.\.(\d{4}-\d\d-\d\d)?")
_PERIOD = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_PAGE = re.compile(r"[a-z-]+:[1-9]\d{0,8}")
_NUMBER = re.compile(r"[1-9]\d{0,5}")
_LINE = re.compile(r"only:(star|hide|[abc])|(star|hide|[abc]):.+:\d+-\d+", re.DOTALL)
_WINDOW = re.compile(r"[0-5]-[0-5]")
_PART = re.compile(r"[^?]+\?.+", re.DOTALL)
_SHAPED = {
    "date": (_DATE, "FROM..TO, as in 2025-05-01..2025-05-31"),
    "when": (_PERIOD, "a year, month or day, as in 2022 or 2025-05"),
    "page": (_PAGE, "a list and a number, as in entities:2"),
    "sample": (_NUMBER, "a number of lines, as in 50"),
    "seed": (_NUMBER, "a number, as in 7"),
    "window": (_WINDOW, "words to the left and to the right, five at most, as in 5-5"),
    "lines": (_LINE, "a mark and a line, as in star:000:12-18"),
    "sub": (_PART, "a name and filters, as in Kyiv?publisher=AFP"),
}


@dataclass(frozen=True, slots=True)
class Filters:
    """The parameters of an address. Lists are tuples; empty means that nothing is asked.

    `type` is an entity's type; `kind` a quotation's kind, a mention's form or a place's kind, each read by the tables
    that have it; `side` the country, as ISO 3166-1 code, for which a speaker is said to act; `cluster` is `yes` for
    quotations that several articles have, or a cluster's id; `date` the articles' dates, `FROM..TO`; `when` the time of
    which the sentence speaks; `view` and `page` say which view and which page of a list is shown, `layer=machine` shows
    what the machine found, `size=large` is for a projector, `once=tellings` counts of the articles that rest on one
    copy only the fullest, `tour` is the step of the tour that is taken; `sample` and `seed` say which lines of a
    concordance are shown, `width` how many characters of them, `lines` how they are marked, `unit` whether `lemmas`
    are counted, `window` the words to either side that stand near, `stop` the words that are left out (`small` for all
    small ones), `sub` the parts of the corpus that have a name, each
    `NAME?QUERY`; `sel` is what has its evidence open (see
    :class:`tellings.query.selection.Selection`).
    """

    corpus: str = ""
    doc: tuple[str, ...] = ()
    publisher: tuple[str, ...] = ()
    entity: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    use: tuple[str, ...] = ()
    speaker: tuple[str, ...] = ()
    side: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    cue: tuple[str, ...] = ()
    anonymous: str = ""
    cluster: str = ""
    date: str = ""
    when: tuple[str, ...] = ()
    q: str = ""
    view: str = ""
    sort: str = ""
    page: tuple[str, ...] = ()
    layer: str = ""
    size: str = ""
    once: str = ""
    tour: str = ""
    sample: str = ""
    seed: str = ""
    unit: str = ""
    window: str = ""
    width: str = ""
    stop: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    sub: tuple[str, ...] = ()
    sel: tuple[str, ...] = ()

    def params(self) -> dict[str, str | list[str]]:
        """The parameters of the address, those that are empty left out, lists by repetition."""
        said = {field.name: getattr(self, field.name) for field in fields(self)}
        return {
            name: list(value) if isinstance(value, tuple) else value for name, value in said.items() if value
        }

    @property
    def query(self) -> str:
        """The query of the address, which :func:`parse_query` reads."""
        return urlencode(self.params(), doseq=True)

    def change(self, **changes: Any) -> Filters:
        """The same view with other values; a list may be given as any sequence."""
        tidy: dict[str, Any] = {k: v if isinstance(v, str) else tuple(v) for k, v in changes.items()}
        return replace(self, **tidy)

    def only(self, *names: str) -> Filters:
        """The corpus, its layer, the size and the named parameters."""
        return Filters(**{name: getattr(self, name) for name in {"corpus", "layer", "size", *names}})

    @property
    def active(self) -> tuple[str, ...]:
        """The names of the filters that narrow the view: all but the corpus, how it is shown and what is open."""
        return tuple(n for n in names() if n not in _SHOWING and getattr(self, n))

    @property
    def asked(self) -> Filters:
        """The filters and the order without what is open and shown, and without the corpus that is asked: all that the
        answer to a question depends on.
        """
        bare = replace(self, corpus="", view="", layer="", size="", tour="", sample="", seed="")
        return replace(bare, unit="", window="", width="", stop=(), sel=(), page=(), lines=(), sub=())

    @property
    def counts(self) -> str:
        """The view that counts mentions, with all that :meth:`where` asks of them: by article, or where a time is asked
        for of which sentences speak, by sentence.
        """
        return "sentence_names" if self.when else "mention_counts"

    @property
    def totals(self) -> str:
        """The same where no article is told from the others: of the whole corpus, where no filter leaves one out."""
        narrowed = self.doc or self.publisher or self.date or self.once or self.when
        return self.counts if narrowed else "entity_totals"

    def where(self, table: str) -> Where:
        """What the filters ask of a table's rows.

        Args:
            table: `documents`, `sentences`, or one of :data:`tellings.query.openable.OPENABLE`; columns are named bare.

        Returns:
            The conditions. Only counted blocks count; of mentions only names, and of quotations only speech, unless
            `kind` names other forms and kinds. An article that `doc` asks for counts whatever it rests on.

        Raises:
            ValueError: the filters say nothing of that table.
        """
        if table not in (*_WHOLE, *OPENABLE):
            raise ValueError(
                f"no filters for table {table!r}; there are some for {', '.join((*_WHOLE, *OPENABLE))}"
            )
        where = among(Where(), "doc_id", self.doc)
        if self.once and not self.doc:
            where = where.also("doc_id IN (SELECT doc_id FROM told_once WHERE fullest)")
        if self.publisher:
            where = where.also(
                f"doc_id IN (SELECT doc_id FROM outlets WHERE outlet IN ({marks(self.publisher)}))",
                *self.publisher,
            )
        if self.date:
            first, last = self.date.split("..")
            day = "coalesce(try_cast(? AS DATE), DATE '{}')"
            between = f"{day.format('0001-01-01')} AND {day.format('9999-12-31')}"
            where = where.also(
                f"doc_id IN (SELECT doc_id FROM documents WHERE published BETWEEN {between})", first, last
            )
        if self.when and table != "documents":
            spoken = " OR ".join(["starts_with(value, ?)"] * len(self.when))
            in_sentence = f"sentence_id IN (SELECT sentence_id FROM dates WHERE {spoken})"
            where = where.also(f"({spoken})" if table == "dates" else in_sentence, *self.when)
        if table == "sentences":
            return where.also(COUNTED)
        return OPENABLE[table].narrow(self, where) if table in OPENABLE else where


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
        if any(len(value) > MAX_LENGTH for value in values):
            notes.append(
                f"A value of {name} has more than {MAX_LENGTH} characters; the first {MAX_LENGTH} are used."
            )
        allowed = _VOCABULARY.get(name)
        if allowed is not None:
            for value in wanted:
                if value not in allowed:
                    notes.append(
                        f"“{_short(value)}” is not a value of {name}; it can be {', '.join(allowed)}."
                    )
            wanted = [value for value in wanted if value in allowed]
        if name in _SHAPED:
            shape, example = _SHAPED[name]
            for value in wanted:
                if not shape.fullmatch(value):
                    notes.append(f"“{_short(value)}” is not a value of {name}; it is written as {example}.")
            wanted = [value for value in wanted if shape.fullmatch(value)]
        if len(wanted) > MAX_VALUES:
            notes.append(
                f"The address names {len(wanted)} values of {name}; the first {MAX_VALUES} are used."
            )
        if name in _SINGLE:
            read[name] = wanted[-1] if wanted else ""
        else:
            read[name] = tuple(wanted[:MAX_VALUES])
    return Filters(**read), notes


def parse_query(query: str) -> tuple[Filters, list[str]]:
    """Read what stands behind the `?` of an address; see :func:`parse`."""
    return parse(parse_qs(query, keep_blank_values=True))


def _clean(value: str) -> str:
    return value.encode("utf-8", "replace").decode("utf-8").replace("\0", "").strip()[:MAX_LENGTH]


def _short(value: str) -> str:
    return value if len(value) <= 40 else value[:39] + "…"
