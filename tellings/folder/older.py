"""Corpora made by an older version: what their tables did not have then is told by others, or empty and said to be.

Which versions are read, and what each one brought, stands in docs/corpus.md.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa

from tellings import schema
from tellings.corpus import short
from tellings.errors import CorpusError
from tellings.folder.descriptor import DESCRIPTOR, tables

Gaps = Mapping[str, tuple[str, ...]]
"""By table, the columns that a corpus was made without: all of them where it was made without the table."""


def check_version(descriptor: dict[str, Any], path: Path) -> None:
    """Can this program read tables of that version?

    Raises:
        CorpusError: it cannot; the message says what to do.
    """
    version = descriptor["tellings"].get("schema")
    if not isinstance(version, int) or isinstance(version, bool) or version < schema.OLDEST:
        raise CorpusError(f"{path} does not say of which version its tables are. Annotate its sources again.")
    if version > schema.VERSION:
        raise CorpusError(
            f"{path} was made by a newer Tellings (tables of version {version}, this program reads {schema.VERSION}). "
            "Update Tellings, or annotate the sources again with this version."
        )


def gaps(descriptor: dict[str, Any], path: Path) -> dict[str, tuple[str, ...]]:
    """What of today's tables a corpus was made without, as its descriptor says.

    Raises:
        CorpusError: the descriptor does not even name the articles, or is of this version and names less than it
            has: it is damaged.
    """
    named = tables(descriptor)
    if "documents" not in named:
        raise CorpusError(
            f"{path / DESCRIPTOR} is damaged (it names no table of articles). "
            "Move the folder away and annotate the sources again."
        )
    missing = {}
    for name, table in schema.TABLES.items():
        had = _fields(named[name], table.names) if name in named else []
        lacking = tuple(column for column in table.names if column not in had)
        if lacking:
            missing[name] = lacking
    if missing and descriptor["tellings"].get("schema") == schema.VERSION:
        raise CorpusError(
            f"{path / DESCRIPTOR} is damaged (it does not name {', '.join(missing)} as this version has them). "
            "Put back a copy of the corpus, or annotate its sources again."
        )
    return missing


def _fields(resource: dict[str, Any], all_of_them: list[str]) -> list[str]:
    """The columns that a descriptor names for a table; all where it does not say."""
    described = resource.get("schema")
    fields = described.get("fields") if isinstance(described, dict) else None
    if not isinstance(fields, list):
        return all_of_them
    return [str(field.get("name")) for field in fields if isinstance(field, dict)]


def whole(gap: Sequence[str], name: str) -> bool:
    """Is the table itself what the corpus was made without?"""
    return len(gap) == len(schema.table(name).names)


def filled(data: pa.Table, name: str, gap: Sequence[str]) -> pa.Table:
    """The table with the columns that it was made without: empty, but the short names, which the others tell."""
    if name == "documents" and "short" in gap and "short" not in data.column_names:
        called = short.names(data["label"].to_pylist(), data["publisher"].to_pylist())
        data = data.append_column("short", pa.array(called, type=pa.string()))
    for column in map(schema.table(name).column, gap):
        if column.name not in data.column_names:
            values = pa.array([column.nothing] * len(data), type=column.known_as.arrow)
            data = data.append_column(column.name, values)
    return data


def words(descriptor: dict[str, Any], lacking: Gaps) -> str:
    """What a corpus was made without, in a sentence; empty where it has all."""
    if not lacking:
        return ""
    tables = [name for name, gap in lacking.items() if whole(gap, name)]
    columns = [f"{name}.{column}" for name, gap in lacking.items() if name not in tables for column in gap]
    columns = [column for column in columns if column != "documents.short"]
    if not tables and not columns:
        return ""
    kinds = (("table", tables), ("column", columns))
    parts = [f"the {kind}{'s' * (len(some) > 1)} {', '.join(some)}" for kind, some in kinds if some]
    return (
        f"An older Tellings made this corpus (tables of version {descriptor['tellings'].get('schema')}): "
        f"{' and '.join(parts)} did not exist then, and what they would hold is shown as empty. "
        "Annotate the sources again to fill them."
    )
