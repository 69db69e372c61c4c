"""The tables of a corpus as Parquet files: where they lie, reading and writing them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from tellings import schema
from tellings.errors import CorpusError, TableError, first_line
from tellings.folder import older


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
        raise CorpusError(f"{file} is damaged ({first_line(err)}). Annotate the sources again.") from err


def write(frame: pd.DataFrame, path: Path, name: str) -> None:
    """Write a table that is as the schema says: the same rows always give the same file."""
    pq.write_table(
        schema.to_arrow(schema.conform(frame, name), name), path_of(path, name), compression="zstd"
    )
