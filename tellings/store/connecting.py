"""The tables of a corpus in DuckDB: a small corpus is held in memory, a large one read as it is asked."""

from __future__ import annotations

from pathlib import Path

import duckdb

from tellings import schema
from tellings.columns import Column
from tellings.errors import CorpusError
from tellings.folder import older, parquet

HELD = 8_000_000
"""A corpus of at most so many bytes is held in memory, its tokens aside."""


def is_small(path: Path) -> bool:
    """Is the corpus one of those that are held in memory?"""
    return sum(file.stat().st_size for file in path.rglob("*.parquet")) <= HELD


def connect(
    connection: duckdb.DuckDBPyConnection, path: Path, gaps: older.Gaps, *, lazy: bool, index: str = ""
) -> dict[str, str]:
    """Give the connection all tables of a corpus.

    Args:
        connection: an empty database.
        path: the corpus folder.
        gaps: what the corpus was made without, see :func:`tellings.folder.older.gaps`; that is empty.
        lazy: tables are read as they are asked, not held in memory.
        index: the attached database that has tables already; those that it lacks are read from their files.

    Returns:
        For each table whether it is a `TABLE` or a `VIEW`.

    Raises:
        CorpusError: a table that there should be is missing or damaged.
    """
    ready = tables(connection, index)
    kinds = {}
    for name in schema.TABLES:
        if name in ready:
            kinds[name] = point(connection, name, index)
        else:
            kinds[name] = _create(connection, path, name, gaps.get(name, ()), small=not lazy)
    return kinds


def tables(connection: duckdb.DuckDBPyConnection, index: str) -> set[str]:
    """The names of the tables that an attached database has."""
    known = connection.execute("SELECT table_name FROM duckdb_tables() WHERE database_name = ?", [index])
    return {name for (name,) in known.fetchall()}


def point(connection: duckdb.DuckDBPyConnection, name: str, index: str) -> str:
    """Let a table or view be that of an attached database."""
    connection.execute(f'CREATE OR REPLACE VIEW "{name}" AS SELECT * FROM {index}."{name}"')
    return "VIEW"


def with_counted(name: str, source: str) -> str:
    """A query for the rows of a table, each that stands in a sentence with `counted`: does it stand in a counted block?

    Args:
        name: the table. Tokens are too many to be told one by one; the view `words` tells it of each.
        source: its rows, as SQL that may follow FROM.
    """
    if name == "sentences":
        return f"SELECT t.*, coalesce(b.counted, false) AS counted FROM {source} t LEFT JOIN blocks b USING (block_id)"
    if name != "tokens" and "sentence_id" in schema.table(name).names:
        counted = "t.sentence_id IN (SELECT sentence_id FROM sentences WHERE counted)"
        return f"SELECT t.*, {counted} AS counted FROM {source} t"
    return f"SELECT * FROM {source}"


def _create(
    connection: duckdb.DuckDBPyConnection, path: Path, name: str, gap: tuple[str, ...], *, small: bool
) -> str:
    table = schema.table(name)
    if older.whole(gap, name):
        columns = ", ".join(f'NULL::{c.known_as.sql} AS "{c.name}"' for c in table.columns)
        connection.execute(f'CREATE TABLE "{name}" AS {with_counted(name, f"(SELECT {columns} LIMIT 0)")}')
        return "TABLE"
    file = parquet.path_of(path, name)
    if not file.exists():
        raise CorpusError(f"The corpus {path} lacks its table {file.name}. Annotate its sources again.")
    kind = "TABLE" if small and name != "tokens" else "VIEW"
    source = str(file / "*.parquet" if file.is_dir() else file).replace("'", "''")
    stored = f"read_parquet('{source}')"
    try:
        there = [row[0] for row in connection.execute(f"DESCRIBE SELECT * FROM {stored}").fetchall()]
        lacking = [column for column in table.names if column not in there]
        if set(lacking) - set(gap):
            raise CorpusError(
                f"The table {name} of {path} lacks {', '.join(lacking)}. Annotate the sources again."
            )
        filled = "".join(f", {_nothing(table.column(column))}" for column in lacking if column != "short")
        if "short" in lacking:  # told by the others
            known = connection.sql(f"SELECT doc_id, label, publisher FROM {stored}").to_arrow_table()
            connection.register("_known", older.filled(known, name, ("short",)))
            connection.execute("CREATE TABLE _short AS SELECT doc_id, short FROM _known")
            connection.unregister("_known")
            stored = f"{stored} JOIN _short USING (doc_id)"
        rows = with_counted(name, f"(SELECT *{filled} FROM {stored})")
        connection.execute(f'CREATE {kind} "{name}" AS {rows}')
    except duckdb.Error as err:
        raise parquet.unread(path, name, err) from err
    return kind


def _nothing(column: Column) -> str:
    """A column that did not exist, as SQL."""
    value = column.nothing
    written = "NULL" if value is None or value != value else f"'{value}'"
    return f'CAST({written} AS {column.known_as.sql}) AS "{column.name}"'
