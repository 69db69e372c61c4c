"""The derived index of a large corpus: its tables and the costly views, made once as a database that is asked quickly.

The Parquet tables stay what counts: the index is made from them, by the very views of :mod:`tellings.store.views`. It
stands beside the corpus folder as `NAME.tellings-<id>.index`, and its name says which state of which tables it was made
from: where there is none of that name it is made anew. It is never exchanged nor imported, and opened to be read only.
Where it can be written neither beside the corpus nor in the user's own folder, Tellings does without.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import re
import shutil
import time
from pathlib import Path
from typing import Any

import duckdb
import filelock

from tellings import schema, settings
from tellings.folder import exchange, older, ours, parquet
from tellings.folder.descriptor import tables
from tellings.store import connecting
from tellings.store.views import MATERIALISED, PARTED, VIEWS

_log = logging.getLogger(__name__)

NAME = "derived"
"""What the index is called where it is attached."""

LEFT_OUT = frozenset({"tokens"})
"""Tables that are read from their own files: as large as all others together, and asked by the search alone."""

BLOCK = 10_000
"""Articles whose rows of a view are made at once, where the view can be parted."""

MEMORY = "1GB"
"""What making an index may take before it uses the disk."""

PATIENCE = 600
"""Seconds to wait for another program that is making it."""


def attach(
    connection: duckdb.DuckDBPyConnection, folder: Path, descriptor: dict[str, Any], gaps: older.Gaps
) -> bool:
    """Attach the index of a corpus, made first where there is none; False where there can be none.

    Args:
        connection: the database that asks it.
        folder: the corpus folder.
        descriptor: its descriptor.
        gaps: what the corpus was made without.

    Raises:
        CorpusError: a table is missing or damaged.
    """
    paths = _paths(folder, descriptor, gaps)
    return any(_attached(connection, path) for path in paths) or any(
        make(folder, descriptor, gaps, path) and _attached(connection, path) for path in paths
    )


def prepare(folder: Path) -> None:
    """Make the index of a corpus that was just built, where it is large: who opens it first does not wait for it.

    Raises:
        CorpusError: it is no corpus, or a table is missing or damaged.
    """
    if not connecting.is_small(folder):
        descriptor = exchange.read_descriptor(folder)
        with duckdb.connect(":memory:") as connection:
            attach(connection, folder, descriptor, older.gaps(descriptor, folder))


def forget(folder: Path) -> None:
    """Delete the indexes of a corpus that goes away."""
    for path in _places(folder):
        _sweep(path)


def make(folder: Path, descriptor: dict[str, Any], gaps: older.Gaps, path: Path) -> bool:
    """Make the index of a corpus, or wait for who is making it.

    Args:
        folder: the corpus folder.
        descriptor: its descriptor.
        gaps: what the corpus was made without.
        path: the index; older ones beside it, and what was left half made, are deleted.

    Returns:
        Is it there? It is not where it cannot be written, or where the tables are others by now.

    Raises:
        CorpusError: a table is missing or damaged.
    """
    place = path.with_name(path.name.rpartition("-")[0])
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with filelock.FileLock(place.with_name(f"{place.name}-index.lock"), timeout=PATIENCE):
            if _sound(path) or path not in _paths(folder, descriptor, gaps):
                return path.is_file()
            _sweep(place)
            try:
                new = path.with_name(f"{path.name}.new")
                _write(folder, gaps, new)
                if path in _paths(folder, descriptor, gaps):
                    new.replace(path)
            finally:
                _sweep(place, but=path)
    except (OSError, duckdb.Error):
        return False
    return path.is_file()


def sources(name: str, query: str) -> set[str]:
    """The tables that a view asks, directly or through others."""
    asked = {word for word in re.findall(r"\w+", query) if word != name}
    below = [sources(view, VIEWS[view]) for view in asked & VIEWS.keys()]
    return (asked & schema.TABLES.keys()).union(*below)


def _write(folder: Path, gaps: older.Gaps, path: Path) -> None:
    with duckdb.connect(":memory:", config={"threads": 2}) as connection:
        connection.execute(f"SET memory_limit='{MEMORY}'")
        connection.execute(f"SET temp_directory={_quoted(path.with_name(f'{path.name}.tmp'))}")
        connection.execute(f"ATTACH {_quoted(path)} AS {NAME}")
        connecting.connect(connection, folder, gaps, lazy=True)
        for name in schema.TABLES:
            if name not in LEFT_OUT:
                connection.execute(f'CREATE TABLE {NAME}."{name}" AS SELECT * FROM "{name}"')
                connecting.point(connection, name, NAME)
        for name, query in VIEWS.items():
            ready, since = name in MATERIALISED, time.process_time()
            if ready:
                try:
                    _hold(connection, name, query)
                except duckdb.OutOfMemoryException:  # it is asked anew each time
                    connection.execute(f'DROP TABLE IF EXISTS {NAME}."{name}"')
                    ready = False
                _log.debug("%.1f s: %s%s", time.process_time() - since, name, "" if ready else ", left out")
            connection.execute(
                f'CREATE VIEW "{name}" AS {f"SELECT * FROM {NAME}.{name}" if ready else query}'
            )
        connection.execute(f"DETACH {NAME}")


def _hold(connection: duckdb.DuckDBPyConnection, name: str, query: str) -> None:
    """Make a view's table, by blocks of articles where it can be parted: the memory does not grow with the corpus."""
    connection.execute(f'CREATE TABLE {NAME}."{name}" AS {query} LIMIT 0')
    into = f'INSERT INTO {NAME}."{name}" SELECT * FROM ({query})'
    key = PARTED.get(name)
    if key is None:
        connection.execute(f"{into} {MATERIALISED[name]}")
        return
    of = "documents" if key == "doc_id" else "numbered_documents"
    blocks = connection.execute(
        f"SELECT min(k), max(k) FROM (SELECT {key} AS k, (row_number() OVER (ORDER BY {key}) - 1) // {BLOCK} AS block "
        f"FROM {of}) GROUP BY block ORDER BY block"
    )
    for first_and_last in blocks.fetchall():
        connection.execute(f"{into} WHERE {key} BETWEEN ? AND ? {MATERIALISED[name]}", first_and_last)


def _attached(connection: duckdb.DuckDBPyConnection, path: Path) -> bool:
    try:
        connection.execute(f"ATTACH {_quoted(path)} AS {NAME} (READ_ONLY)")
    except duckdb.Error:  # not there, damaged, or of another version of DuckDB
        return False
    return True


def _sound(path: Path) -> bool:
    with duckdb.connect(":memory:") as connection:
        return _attached(connection, path)


def _paths(folder: Path, descriptor: dict[str, Any], gaps: older.Gaps) -> list[Path]:
    """The indexes of the tables as they are now, each where it may stand."""
    state = _state(folder, descriptor, gaps)
    return [place.with_name(f"{place.name}-{state}.index") for place in _places(folder)]


def _places(folder: Path) -> list[Path]:
    """Where an index may stand, without its state and ending."""
    beside = ours.beside(folder, "")
    home = settings.read().home
    return [beside] if home == beside.parent else [beside, home / beside.name]


def _state(folder: Path, descriptor: dict[str, Any], gaps: older.Gaps) -> str:
    """What tells an index from that of other tables, or by other views: hashes, sizes and times of files."""
    said = tables(descriptor)
    made_by = (
        schema.fingerprint(),
        VIEWS,
        MATERIALISED,
        PARTED,
        connecting.with_counted("mentions", ""),
        gaps,
    )
    total = hashlib.sha256(
        repr((duckdb.__version__, str(ours.real(folder)), made_by)).encode("utf-8", "replace")
    )
    for name in schema.TABLES:
        total.update(f"{name}:{said.get(name, {}).get('hash')}".encode())
        for file in parquet.files(folder, name):
            with contextlib.suppress(OSError):
                status = file.stat()
                total.update(f"{file.name}:{status.st_size}:{status.st_mtime_ns}".encode("utf-8", "replace"))
    return total.hexdigest()[:12]


def _sweep(place: Path, but: Path | None = None) -> None:
    """Delete the indexes at a place, but one, and what was left of making them."""
    ours_here = re.compile(rf"{re.escape(place.name)}-[0-9a-f]{{12}}\.index(\.new(\.wal|\.tmp)?)?")
    for other in place.parent.glob("*.index*"):
        if other != but and ours_here.fullmatch(other.name):
            if other.suffix == ".tmp":
                shutil.rmtree(other, ignore_errors=True)
            else:
                with contextlib.suppress(OSError):  # on Windows, one that is open
                    other.unlink()


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"
