"""Tables of articles: CSV, TSV, XLSX, ODS, Parquet and JSON, a row or record an article.

Columns are known by their names in English, German, French and Spanish (:mod:`tellings.corpus.metadata` has them); in
spreadsheets and CSV the first row has the names.
"""

from __future__ import annotations

import csv
import datetime
import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.metadata import version
from itertools import islice
from statistics import median
from typing import Any

from tellings import cells as cells_of
from tellings.corpus import metadata
from tellings.corpus.documents import Document, Problem, digest, usable, whole
from tellings.corpus.encoding import decode
from tellings.corpus.entries import Entry, Limits, load, said, too_large
from tellings.corpus.office import package
from tellings.corpus.publication_dates import UndecidedDateError, order_of, read_date
from tellings.corpus.taught import Taught
from tellings.errors import ColumnsError, SourceError
from tellings.settings import VERSION

MAX_ROWS = 1_000_000
_LONG = 200
"""Characters that the longest column has on average, where none is named as the text."""
_ASKED = 500
_FEW = 4
"""Words that most texts must have to be texts."""
_CITED = (("headline", "title"), ("outlet", "publisher"), ("date", "published"))
_LISTS = frozenset(
    "articles documents docs entries hits items news records response results stories texts".split()
)
"""What a list of articles is called in an object that holds others too."""

Rows = tuple[Sequence[str], Iterator[Sequence[Any]]]
"""The names of the columns, and the rows."""


def read_csv(entry: Entry, _fields: Mapping[str, str], limits: Limits) -> Iterator[Document | Problem]:
    """The articles of a CSV or TSV file."""
    return _read(entry, limits, _csv, "CSV")


def read_sheet(entry: Entry, _fields: Mapping[str, str], limits: Limits) -> Iterator[Document | Problem]:
    """The articles of a spreadsheet: XLSX, XLS, ODS."""
    return _read(entry, limits, _sheet, f"spreadsheet, python-calamine {version('python-calamine')}")


def read_parquet(entry: Entry, _fields: Mapping[str, str], limits: Limits) -> Iterator[Document | Problem]:
    """The articles of a Parquet file."""
    return _read(entry, limits, _parquet, f"Parquet, pyarrow {version('pyarrow')}", headed=False)


def read_json(entry: Entry, _fields: Mapping[str, str], limits: Limits) -> Iterator[Document | Problem]:
    """The articles of a JSON file: a list of records, or one record that holds such a list."""
    return _read(entry, limits, _json, "JSON", headed=False)


def _read(
    entry: Entry, limits: Limits, rows_of: Callable[[bytes], Rows], reader: str, *, headed: bool = True
) -> Iterator[Document | Problem]:
    """The articles of a table; `headed`: its first row has the names, so that rows are counted from there."""
    head, rows = rows_of(load(entry, limits.file))
    records = list(islice(rows, MAX_ROWS))
    columns = _columns(head, records, limits.taught)
    _check_texts(records, columns["text"], head)
    yield from _unread(head, columns, entry.name)
    if len(records) == MAX_ROWS:
        reason = f"it has more than {MAX_ROWS:,} rows; part it into several files"
        yield Problem(entry.name, reason, "the rest is skipped")
    ours = headed and cells_of.ours(head)
    order = order_of(str(_cell(row, columns.get("published"))) for row in records)
    undecided = []
    for number, row in enumerate(records, 1):
        cells = [cells_of.alive(cell) for cell in row] if ours else row
        values = {name: _cell(cells, at) for name, at in columns.items()}
        if not any(values.values()):
            continue
        text = values.pop("text", "") and _text(cells[columns["text"]])
        part = f"row {number + 1}" if headed else f"record {number}"
        where = f"{entry.name}, {part}"
        if len(text) > limits.document:
            yield Problem(where, f"it {too_large(None, limits.document)}", "skipped")
            continue
        if not whole(text):
            yield Problem(where, "its text has halves of characters; save it again as UTF-8", "skipped")
            continue
        try:
            day = read_date(values.get("published"), order)
        except UndecidedDateError:
            undecided.append(values.pop("published"))
        except ValueError:
            pass
        else:
            values["published"] = day.isoformat() if day else ""
        row_id = values.pop("id", "") or values.pop("file", "")
        doc_id = row_id if row_id and whole(row_id) else f"{entry.path.stem}-{number}"
        document = Document(
            doc_id, text, entry.name, digest(text.encode()), part=part, reader=f"{reader}; Tellings {VERSION}"
        )
        yield from usable(document, values)
    if undecided:
        yield Problem(entry.name, metadata.of_either_order(undecided), "left empty")


def _cell(row: Sequence[Any], at: int | None) -> str:
    """A cell in words; a day as ISO 8601."""
    value = row[at] if at is not None and at < len(row) else None
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _text(value: Any) -> str:
    """A text as it stands in its cell, with the spaces around it."""
    return value if isinstance(value, str) else _cell([value], 0)


def _unread(head: Sequence[str], columns: Mapping[str, int], name: str) -> Iterator[Problem]:
    """What is said where a table has columns that are not read, and lacks what an article is cited by."""
    lacking = [what for what, key in _CITED if key not in columns]
    others = [heading for at, heading in enumerate(head) if heading.strip() and at not in columns.values()]
    if lacking and others:
        there = ", ".join(repr(heading) for heading in others[:12])
        reason = f"none of its columns is known as {' or '.join(lacking)}; not read: {there}"
        yield Problem(name, reason, "left empty; say which column it is", columns=tuple(head))


def _columns(head: Sequence[str], rows: Sequence[Sequence[Any]], taught: Taught) -> dict[str, int]:
    """At which place each known column stands; the text, where no name says so, is the column with long cells."""
    if len(head) > metadata.MAX_COLUMNS:
        raise SourceError(f"has {len(head):,} columns; keep those that say something of an article")
    columns = metadata.known_columns(head, taught)
    if "text" not in columns:
        some = rows[:_ASKED]
        lengths = [sum(len(_cell(row, at)) for row in some) / max(1, len(some)) for at in range(len(head))]
        longest = max(range(len(head)), key=lengths.__getitem__, default=None)
        if longest is None or lengths[longest] < _LONG:
            there = ", ".join(repr(name) for name in list(head)[:12]) or "none"
            reason = f"has no column that holds the texts (its columns: {there}); say which it is"
            raise ColumnsError(reason, head)
        columns = {name: at for name, at in columns.items() if at != longest} | {"text": longest}
    return columns


def _check_texts(rows: Sequence[Sequence[Any]], at: int, head: Sequence[str]) -> None:
    """Are these articles? A list of names or of figures is none.

    Raises:
        ColumnsError: most of the texts have but a few words.
    """
    words = [len(_cell(row, at).split()) for row in rows[:_ASKED]]
    if words and median(words) < _FEW:
        raise ColumnsError(
            f"holds no articles: most of its texts have fewer than {_FEW} words; say which column holds the texts",
            head,
        )


def _csv(data: bytes) -> Rows:
    text = decode(data).text
    csv.field_size_limit(10_000_000)
    first, _, rest = text.partition("\n")
    delimiter, said_so = metadata.delimiter_of(first)
    reader = csv.reader(io.StringIO(rest if said_so else text, newline=""), delimiter=delimiter)
    return next(_rows(reader), []), _rows(reader)


def _rows(reader: Iterator[list[str]]) -> Iterator[list[str]]:
    try:
        yield from (row for row in reader if row)
    except csv.Error as err:
        raise SourceError(f"is no table from some line on ({err}); save it again as CSV") from err


def _sheet(data: bytes) -> Rows:
    import python_calamine

    stream = io.BytesIO(data) if data.startswith(b"\xd0\xcf") else package(data, "spreadsheet")
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(stream)
        rows = next(
            (rows for name in book.sheet_names if (rows := book.get_sheet_by_name(name).to_python())), []
        )
    except (python_calamine.CalamineError, OSError, ValueError) as err:
        raise SourceError(
            f"is no spreadsheet that can be read ({said(err)[:100]}); save it again as XLSX or CSV"
        ) from err
    return [_cell([name], 0) for name in (rows[0] if rows else [])], iter(rows[1:])


def _parquet(data: bytes) -> Rows:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        table = pq.read_table(io.BytesIO(data))
    except (pa.ArrowException, OSError, ValueError) as err:
        raise SourceError(f"is no Parquet file that can be read ({said(err)[:100]}); write it again") from err
    return table.column_names, (
        tuple(row.values()) for batch in table.to_batches(1000) for row in batch.to_pylist()
    )


def _json(data: bytes) -> Rows:
    try:
        value = json.loads(decode(data).text)
    except (ValueError, RecursionError) as err:
        raise SourceError(f"is no JSON ({said(err)[:100]}); save it again") from err
    if isinstance(value, dict):
        value = _listed(value)
    if not isinstance(value, list):
        raise SourceError("holds no records; give a list of records, each with its text")
    records = [record for record in value if isinstance(record, dict)]
    names = list(dict.fromkeys(name for record in records for name in record))
    return names, (tuple(_plain(record.get(name)) for name in names) for record in records)


def _listed(found: dict[str, Any]) -> list[Any]:
    """The records in an object: the list that is called so, or the only one; the object itself where it has none."""
    lists = {
        name.lower(): value
        for name, value in found.items()
        if isinstance(value, list) and value and isinstance(value[0], dict)
    }
    called = [value for name, value in lists.items() if name in _LISTS]
    if len(lists) > 1 and len(called) != 1:
        raise SourceError(
            f"holds several lists of records ({', '.join(lists)}), and none is called articles; call the one so"
        )
    return (called or list(lists.values()) or [[found]])[0]


def _plain(value: Any) -> Any:
    """What a field says: a list's items between commas, the name of what is a record itself."""
    if isinstance(value, list):
        return ", ".join(str(_plain(item)) for item in value)
    if isinstance(value, dict):
        return next((str(value[name]) for name in ("name", "title", "text", "value") if value.get(name)), "")
    return value
