"""All tables of a corpus: as CSV, TSV, JSON lines, Parquet, a workbook, and a Frictionless data package."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

import pyarrow as pa
from pyarrow import parquet

from tellings import schema
from tellings.cells import inert
from tellings.exports import spreadsheet, taken
from tellings.exports.about import About
from tellings.exports.values import encoded, plain
from tellings.folder.project import zipped

MOST_ROWS, MOST_CHARACTERS = 1_048_575, 16_000
"""Of a sheet beneath its head, and of a cell: half of what Excel takes, for characters that count twice there."""

Tables = dict[str, pa.Table]


def csv(tables: Tables, about: About) -> bytes:
    """A zip of a CSV for each table."""
    return _zip(tables, about, "csv", partial(spreadsheet.delimited, delimiter=","))


def tsv(tables: Tables, about: About) -> bytes:
    """A zip of tab-separated values for each table; a cell with tabs, quotes or several lines stands in quotes."""
    return _zip(tables, about, "tsv", partial(spreadsheet.delimited, delimiter="\t"))


def jsonl(tables: Tables, about: About) -> bytes:
    """A zip of JSON lines for each table, an object a row; what breaks lines elsewhere is escaped."""
    return _zip(tables, about, "jsonl", _lines)


def parquets(tables: Tables, about: About) -> bytes:
    """A zip of a Parquet file for each table, with its types."""
    return _zip(tables, about, "parquet", _parquet)


def frictionless(tables: Tables, about: About) -> bytes:
    """A Frictionless data package (https://specs.frictionlessdata.io/tabular-data-package/): CSV and what is in it."""
    resources = [
        {
            "profile": "tabular-data-resource", "name": name, "path": f"{name}.csv", "encoding": "utf-8",
            "description": schema.table(name).description, "schema": _schema(name),
        }
        for name in tables
    ]  # fmt: skip
    package = {"profile": "tabular-data-package", "name": "tellings", "title": about.title}
    described = {**package, "tellings": about.said(), "resources": resources}
    files = ((f"{name}.csv", spreadsheet.delimited(table, ",")) for name, table in tables.items())
    return zipped([("datapackage.json", encoded(described)), *files])


def workbook(tables: Tables, about: About) -> bytes:
    """One workbook with a sheet for each table, and a first one that says where they come from.

    A table of more rows than a sheet takes goes on in the next, a text of more characters than a cell takes in the
    column behind (`text`, `text (2)`, …).
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("about")
    for pair in about.said().items():
        sheet.append([_cell(value) for value in pair])
    for name, table in tables.items():
        for number, start in enumerate(range(0, max(1, len(table)), MOST_ROWS), 1):
            part = table.slice(start, MOST_ROWS)
            sheet = book.create_sheet(name if number == 1 else f"{name} ({number})")
            pieces = {column: _pieces(part[column]) for column in part.column_names}
            sheet.append([f"{c} ({i})" if i > 1 else c for c, n in pieces.items() for i in range(1, n + 1)])
            for row in part.to_pylist():
                sheet.append([cell for column, n in pieces.items() for cell in _cells(row[column], n)])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _pieces(values: pa.ChunkedArray) -> int:
    if not pa.types.is_string(values.type):
        return 1
    longest = max((len(value) for value in values.to_pylist() if value), default=1)
    return -(-max(1, longest) // MOST_CHARACTERS)


def _cells(value: Any, n: int) -> Iterator[Any]:
    for i in range(n):
        at = i * MOST_CHARACTERS
        yield _cell((value[at : at + MOST_CHARACTERS] or None) if isinstance(value, str) else value)


_NO_CELL = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")


def _cell(value: Any) -> Any:
    """A value as a cell has it: controls are written as Office Open XML writes them, `_x0007_`."""
    if not isinstance(value, str):
        return value
    return _NO_CELL.sub(lambda found: f"_x{ord(found[0]):04X}_", str(inert(value)))


def _lines(table: pa.Table) -> bytes:
    return "".join(
        json.dumps({k: plain(v) for k, v in row.items()}) + "\n" for row in table.to_pylist()
    ).encode()


def _parquet(table: pa.Table) -> bytes:
    stream = io.BytesIO()
    parquet.write_table(table, stream)
    return stream.getvalue()


def _zip(tables: Tables, about: About, suffix: str, write: Callable[[pa.Table], bytes]) -> bytes:
    files = ((f"{name}.{suffix}", write(table)) for name, table in tables.items())
    return zipped([("about.json", encoded(about.said())), *files])


def _schema(name: str) -> dict[str, object]:
    """The table as Frictionless has it; an empty text is written as what is missing, so that text is never required."""
    written = [
        replace(column, nullable=column.nullable or column.type == "string") for column in taken.columns(name)
    ]
    return {
        **replace(schema.table(name), columns=tuple(written), key=()).frictionless(),
        "missingValues": [""],
    }
