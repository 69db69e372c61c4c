"""The tables of a corpus as Parquet files: where they lie, reading and writing them, and their hashes."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from tellings import schema
from tellings.errors import CorpusError, TableError, first_line
from tellings.folder import descriptor, older


def path_of(path: Path, name: str) -> Path:
    """The Parquet file of a table, or the folder of its part files."""
    return path / f"{schema.table(name).name}.parquet"


def read(path: Path, name: str, gap: Sequence[str] = ()) -> pd.DataFrame:
    """A table as the machine wrote it, checked against the schema.

    Args:
        path: the corpus folder.
        name: the table.
        gap: the columns that an older corpus was made without (see `older`); they are empty.

    Raises:
        CorpusError: the file is missing or damaged.
    """
    if older.whole(gap, name):
        return schema.empty(name)
    file = path_of(path, name)
    try:
        return schema.from_arrow(older.filled(pq.read_table(file), name, gap), name)
    except FileNotFoundError as err:
        raise CorpusError(
            f"The corpus {path} lacks its table {file.name}. Annotate its sources again."
        ) from err
    except (OSError, pa.ArrowException, TableError) as err:
        raise unread(path, name, err) from err


def unread(path: Path, name: str, err: Exception) -> CorpusError:
    """What is said of a table whose file could not be read: it may not be, or it is damaged."""
    try:
        for file in files(path, name):
            file.open("rb").close()
    except OSError as refused:
        return CorpusError(
            f"{refused.filename} may not be read ({refused.strerror or refused}). See to it that you may read it."
        )
    return CorpusError(f"{path_of(path, name)} is damaged ({first_line(err)}). Annotate the sources again.")


def write(frame: pd.DataFrame, path: Path, name: str) -> None:
    """Write a table that is as the schema says: the same rows always give the same file."""
    pq.write_table(schema.conformed(frame, name), path_of(path, name), compression="zstd")


def files(path: Path, name: str) -> list[Path]:
    """The file of a table, there or not, or its part files in the order of their names."""
    file = path / f"{name}.parquet"
    return sorted(file.glob("*.parquet")) if file.is_dir() else [file]


def digest(path: Path, name: str) -> str:
    """SHA-256 of a table, over its part files where it has some."""
    total = hashlib.sha256()
    for file in files(path, name):
        with file.open("rb") as stream:
            while block := stream.read(1 << 20):
                total.update(block)
    return f"sha256:{total.hexdigest()}"


def differing(path: Path, about: dict[str, Any]) -> list[str]:
    """The tables that a descriptor names and whose files are not there, or are not those that were built.

    A table without a hash is only looked for, one that no corpus has is left alone.
    """
    named = descriptor.tables(about)
    return [name for name in schema.TABLES if name in named and not _matches(path, name, named[name])]


def _matches(path: Path, name: str, said: dict[str, Any]) -> bool:
    known = said.get("hash")
    try:
        return digest(path, name) == known if known else (path / f"{name}.parquet").exists()
    except OSError:
        return False
