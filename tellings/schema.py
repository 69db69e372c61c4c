"""The tables of a corpus: their columns, types, keys and which columns may be null.

Every table that enters or leaves the store passes through :func:`conform`, so that a reader of any table can rely on
its columns without looking at the code that made it. Column names are the contract; they do not change quietly.
"""

from __future__ import annotations

import hashlib
from functools import cache
from typing import TYPE_CHECKING

import pyarrow as pa

from tellings import ordered
from tellings.columns import Column, Table
from tellings.errors import TableError

if TYPE_CHECKING:
    import pandas as pd

VERSION = 3
"""Version of the tables; docs/corpus.md says what each brought. A higher one was made by a newer program."""
OLDEST = 1
"""The oldest version that is read: what it did not have is empty."""

BLOCK_KINDS = ("headline", "subheading", "byline", "metadata", "paragraph", "caption", "boilerplate")
FORMS = ("name", "nominal", "pronoun", "demonym")
TYPES = tuple(
    "person organisation country region city facility location event product law document other".split()
)
SPEECH_KINDS = ("direct", "mixed", "indirect")
"""The kinds of quotations that somebody is said to speak: those counted unless others are asked for."""

QUOTE_KINDS = (*SPEECH_KINDS, "scare", "heading")
PLACE_KINDS = ("country", "region", "city", "facility", "water", "area")
TYPE_OF_KIND = {kind: "location" if kind in ("water", "area") else kind for kind in PLACE_KINDS}
"""The type of an entity that is a place of this kind."""
PLACE_TYPES = tuple(dict.fromkeys(TYPE_OF_KIND.values()))
GROUPS = {
    "people": ("person",), "organisations": ("organisation",), "places": PLACE_TYPES,
    "other": tuple(kind for kind in TYPES if kind not in ("person", "organisation", *PLACE_TYPES)),
}  # fmt: skip
"""The four groups of entities and the types in each, in the order in which they are shown."""
USES = ("literal", "metonymic", "demonym")
DATE_TYPES = ("date", "time", "duration", "set")
DATE_MODS = ("more_than", "less_than", "approx", "since")
REUSE_KINDS = ("identical", "edited", "paraphrase")
TOPIC_KINDS = tuple(
    "number money time date duration rank place who attribution sequence certainty name".split()
)
VERDICTS = ("agree", "compatible", "conflict", "only here")

_VALUES = {
    ("blocks", "kind"): BLOCK_KINDS,
    ("mentions", "form"): FORMS,
    ("mentions", "type"): TYPES,
    ("entities", "type"): TYPES,
    ("quotations", "kind"): QUOTE_KINDS,
    ("quote_parts", "role"): ("content", "quoted"),
    ("toponyms", "kind"): PLACE_KINDS,
    ("toponyms", "use"): USES,
    ("overruled", "kind"): PLACE_KINDS,
    ("overruled", "use"): USES,
    ("dates", "type"): DATE_TYPES,
    ("dates", "mod"): DATE_MODS,
    ("reuse", "kind"): REUSE_KINDS,
    ("discrepancies", "kind"): TOPIC_KINDS,
    ("discrepancies", "verdict"): VERDICTS,
}

_SPAN = "start:int end:int text"
_PLACED = (
    f"doc_id mention_id sentence_id {_SPAN} place_id? name? kind? country_code? admin1_code? lat?:float lon?:float use "
    "stands_for? method score?:float"
)


def _table(name: str, description: str, columns: str, key: str = "", order: str = "") -> Table:
    """Read a table from `name?:type` words; the type is string where none is given."""
    read = []
    for word in columns.split():
        head, _, kind = word.partition(":")
        stem = head.rstrip("?")
        read.append(Column(stem, kind or "string", head.endswith("?"), _VALUES.get((name, stem), ())))
    return Table(name, description, tuple(read), tuple(key.split()), tuple((order or key).split()))


TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        _table(
            "documents",
            "One article, its text exactly as received.",
            "doc_id label short title? publisher? published?:date byline? section? edition? url? "
            "language source reader part? copy_of? sha256 n_chars:int n_words:int text",
            key="doc_id",
        ),
        _table(
            "blocks",
            "A line or paragraph of an article and what it is.",
            "doc_id block_id start:int end:int kind counted:bool",
            key="block_id",
            order="doc_id start end",
        ),
        _table(
            "sentences",
            "A sentence, always within one block.",
            "doc_id sentence_id block_id start:int end:int",
            key="sentence_id",
            order="doc_id start end",
        ),
        _table(
            "tokens",
            "A word or mark of a sentence.",
            "doc_id sentence_id position:int start:int end:int lemma pos",
            key="doc_id start",
            order="doc_id start end",
        ),
        _table(
            "mentions",
            "A span that names or refers to an entity.",
            f"doc_id mention_id sentence_id {_SPAN} form type entity_id? method score?:float",
            key="mention_id",
            order="doc_id start end mention_id",
        ),
        _table(
            "entities",
            "A person, organisation, place or other thing, across articles.",
            "entity_id name type country? wikidata? geonames? iso? n_mentions:int n_documents:int method score?:float",
            key="entity_id",
        ),
        _table(
            "variants",
            "A printed form of an entity.",
            "entity_id text n_mentions:int n_documents:int",
            key="entity_id text",
        ),
        _table(
            "quotations",
            "What somebody is reported to have said, or a piece in quote marks.",
            "doc_id quote_id turn_id inside_id? sentence_id "
            f"{_SPAN} kind speaker_start?:int speaker_end?:int speaker? speaker_id? anonymous:bool "
            "cue? cue_start?:int cue_end?:int via? cluster_id? method score?:float",
            key="quote_id",
            order="doc_id start end quote_id",
        ),
        _table(
            "quote_parts",
            "The pieces of a quotation's content, and the pieces in quote marks.",
            f"doc_id quote_id role {_SPAN}",
            key="quote_id role start",
            order="doc_id start end quote_id role",
        ),
        _table(
            "quote_speakers",
            "Each speaker of a quotation.",
            f"doc_id quote_id {_SPAN} entity_id?",
            key="quote_id start end",
            order="doc_id start end quote_id",
        ),
        _table(
            "toponyms",
            "A place name, where it is placed and how it is used.",
            _PLACED,
            key="mention_id",
            order="doc_id start end mention_id",
        ),
        _table(
            "chains",
            "To which chain of its article a mention or speaker belongs, how sure the article alone is of its type and "
            "place, and how sure the corpus is whose it is; resolution makes entities of chains.",
            "doc_id id start:int end:int chain type_score?:float place_score?:float link_score?:float",
            key="id start end",
            order="doc_id start end id",
        ),
        _table(
            "overruled",
            "A place name as its article alone gives it, where the corpus knew better.",
            _PLACED,
            key="mention_id",
            order="doc_id start end mention_id",
        ),
        _table(
            "dates",
            "A date, time, duration or recurring time, with its value where it can be known.",
            f"doc_id sentence_id {_SPAN} type value? mod? method",
            key="doc_id start end",
            order="doc_id start end",
        ),
        _table(
            "quantities",
            "A number with what it counts.",
            f"doc_id sentence_id {_SPAN} value?:float low?:float high?:float unit? of? "
            "of_start?:int of_end?:int hedge? method",
            key="doc_id start end",
            order="doc_id start end",
        ),
        _table(
            "reuse",
            "Two passages of two articles that share their words.",
            "doc_a start_a:int end_a:int doc_b start_b:int end_b:int kind similarity:float method group_id",
            key="doc_a start_a end_a doc_b start_b end_b",
        ),
        _table(
            "tellings",
            "Whose copy an article rests on: articles that rest mainly on one are one telling.",
            "doc_id telling_id share:float source? first? method",
            key="doc_id",
        ),
        _table(
            "discrepancies",
            "What an article answers to a question that several may answer, and how the answers stand to each other.",
            f"topic_id topic kind doc_id sentence_id {_SPAN} value? of? said_by? verdict reason method score:float",
            key="topic_id doc_id start end",
        ),
        _table(
            "problems",
            "What could not be read or annotated, and what was done about it.",
            "source doc_id? stage reason action",
        ),
    )
}


@cache
def table(name: str) -> Table:
    """The definition of a table.

    Raises:
        ValueError: where there is no such table; the message names those there are.
    """
    if name not in TABLES:
        raise ValueError(f"no table {name!r}; the tables are {', '.join(TABLES)}")
    return TABLES[name]


@cache
def fingerprint() -> str:
    """A hash of all tables and their columns: another one as soon as one of them changes."""
    return hashlib.sha256(repr(TABLES).encode()).hexdigest()[:12]


def empty(name: str) -> pd.DataFrame:
    """An empty table with all its columns and types."""
    return from_arrow(table(name).arrow().empty_table(), name)


def to_arrow(frame: pd.DataFrame, name: str) -> pa.Table:
    """The frame as an Arrow table of the schema's types, columns in order.

    Raises:
        TableError: a column is missing or holds a value of another type, or a null where none may be.
    """
    definition = table(name)
    missing = [c for c in definition.names if c not in frame.columns]
    if missing:
        raise TableError(f"table {name!r} lacks the column(s) {', '.join(missing)}")
    arrays = []
    for column in definition.columns:
        try:
            array = pa.array(frame[column.name], type=column.known_as.arrow, from_pandas=True)
        except (pa.ArrowException, TypeError, ValueError) as err:
            raise TableError(f"table {name!r}, column {column.name!r}: {err}") from err
        if isinstance(array, pa.ChunkedArray):
            array = array.combine_chunks()
        if array.null_count and not column.nullable:
            raise TableError(
                f"table {name!r}: {array.null_count} null(s) in column {column.name!r}, which has none"
            )
        if column.values and len(array):
            strange = sorted({v for v in array.unique().to_pylist() if v is not None} - set(column.values))
            if strange:
                raise TableError(
                    f"table {name!r}, column {column.name!r} holds {strange[0]!r}; "
                    f"it may hold {', '.join(column.values)}"
                )
        arrays.append(array)
    return pa.Table.from_arrays(arrays, schema=definition.arrow())


def cast(data: pa.Table, name: str) -> pa.Table:
    """An Arrow table with the columns of the schema, in order, of their types.

    Raises:
        TableError: a column is missing or of another type.
    """
    definition = table(name)
    lacking = [c for c in definition.names if c not in data.column_names]
    if lacking:
        raise TableError(f"table {name!r} lacks the column(s) {', '.join(lacking)}")
    try:
        return data.select(definition.names).cast(definition.arrow())
    except (pa.ArrowException, ValueError) as err:
        raise TableError(f"table {name!r}: {err}") from err


def from_arrow(data: pa.Table, name: str) -> pd.DataFrame:
    """An Arrow table as a frame: nullable whole numbers as `Int64`, dates as Python dates, text as `str`."""
    import pandas as pd  # not above: readers, which only ask how tables are called, would start in twice the time

    definition, data = table(name), cast(data, name)
    frame: pd.DataFrame = data.to_pandas()  # at once: each column by itself takes eight times as long
    for column in definition.columns:
        values = data.column(column.name)
        if column.type == "int" and column.nullable:
            frame[column.name] = values.to_pandas(types_mapper={pa.int64(): pd.Int64Dtype()}.get)
        elif column.type == "date":
            frame[column.name] = pd.Series(values.to_pylist(), dtype="object")
    return frame


def conform(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    """The frame with exactly the table's columns, in order, of their types, its rows in the table's order.

    Args:
        frame: at least the table's columns.
        name: which table.

    Returns:
        A new frame; the argument is left as it is.

    Raises:
        TableError: a column is missing, a value is of another type, a null stands where none may, or a key repeats.
    """
    return from_arrow(conformed(frame, name), name)


def conformed(frame: pd.DataFrame, name: str) -> pa.Table:
    """The same as an Arrow table."""
    definition, data = table(name), to_arrow(frame, name)
    if definition.key:
        at, n = ordered.first_repeated(data, definition.key)
        if n:
            first = [data.column(column)[at].as_py() for column in definition.key]
            raise TableError(f"table {name!r}: the key {first} stands {n + 1} times or more")
    order = ordered.order(data, definition.order) if definition.order else None
    return data if order is None else data.take(order)
