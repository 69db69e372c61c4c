"""CSV that a spreadsheet opens as text, never as a formula; the last line names its source.

All tables that are taken away come from here.
"""

from __future__ import annotations

import csv as _csv
import io

import pandas as pd
import pyarrow as pa

from tellings.cells import inert
from tellings.exports.about import About


def csv(frame: pd.DataFrame, source: str) -> bytes:
    """A table as CSV: UTF-8 with a mark that spreadsheets look for, lines ended as RFC 4180 has it."""
    safe = frame.map(inert).rename(columns=lambda name: inert(str(name)))
    lines = safe.to_csv(index=False, lineterminator="\r\n")
    return (lines + '"# ' + source.replace('"', '""') + '"\r\n').encode("utf-8-sig", "replace")


def delimited(table: pa.Table, delimiter: str) -> bytes:
    """A whole table, a record a row: what CSV is for programs, and still no formula for a spreadsheet."""
    stream = io.StringIO()
    writer = _csv.writer(stream, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(table.column_names)
    for batch in table.to_batches(10_000):
        writer.writerows(map(inert, row.values()) for row in batch.to_pylist())
    return stream.getvalue().encode()


def place_names(mentions: pd.DataFrame, about: About) -> bytes:
    """Place names, a row each: the columns of `analysis.place_records.mentions`."""
    return csv(mentions, f"{about.citation} {about.licence}")
