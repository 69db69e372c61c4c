"""Opening a corpus: its tables as dataframes, and questions in SQL on DuckDB over its Parquet files.

A corpus is never changed by being opened. The people's corrections are applied on the way in, by one function, and
only to the tables that they touch.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import threading
import time
from collections.abc import Mapping, Sequence, Set
from functools import cached_property
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa

from tellings import corrections as people
from tellings import schema
from tellings.errors import CorpusError, first_line
from tellings.folder import descriptor, exchange, older, parquet
from tellings.store import catalogue, connecting, derived, excerpt, intact, stopping
from tellings.store.views import SEARCHED, VIEWS

_log = logging.getLogger(__name__)
_DAMAGE = (duckdb.Error, duckdb.IOException, duckdb.InvalidInputException, duckdb.SerializationException)
"""What DuckDB says of damaged bytes; the first itself, and not the questions that it refuses by its kinds."""


GROUPS = 20
"""Bits of whole numbers by which DuckDB groups without hashing: words counted by form, as within what is quoted, take a
quarter of the time, and a million forms 20 MB, where by its own threshold of 12 bits they take 90."""


class Corpus:
    """An opened corpus.

    Every table is an attribute (`corpus.quotations`), read when it is first asked for; `corpus.sql` asks DuckDB.

    Attributes:
        path: its folder.
        name: the folder's name, as in URLs.
        title: its title, for people.
        version: changes with each build and each correction; the key of every cache.
        hash: the first characters of the hash of the source texts, to be cited.
        descriptor: `datapackage.json`.
        gaps: by table, the columns that an older version made it without; they are empty.
        corrected: are corrections applied?
        corrections: what :func:`tellings.corrections.apply` did, None where there are none.
        log: the corrections and the damaged lines of its files, None where they are not applied.
        large: is it read as it is asked, with an index, not held in memory?
        of_session: do some corrections live in one visitor's session only?
    """

    def __init__(
        self,
        path: Path,
        *,
        corrections: bool = True,
        extra: Sequence[Any] = (),
        before: Corpus | None = None,
    ) -> None:
        """Open the corpus folder.

        Args:
            path: the folder.
            corrections: apply people's corrections.
            extra: corrections that live in a session only.
            before: this corpus as it was opened before; where only lines were added since, the others are not applied
                anew.
        """
        self.path = path
        self.descriptor = exchange.read_descriptor(path)
        older.check_version(self.descriptor, path)
        self.gaps = older.gaps(self.descriptor, path)
        self.name = path.name
        self.title = str(self.descriptor.get("title") or path.name)
        self.hash = str(self.descriptor["tellings"].get("sources_hash", ""))[:8]
        self.corrected = corrections
        self.version = catalogue.version(path, corrections=corrections) + catalogue.extra_version(extra)
        self.of_session = bool(extra)
        self._build = catalogue.version(path, corrections=False)
        self._frames: dict[str, pd.DataFrame] = {}
        self._lock = threading.Lock()
        self._unheld: list[str] = []
        self._connection = duckdb.connect(":memory:", config={"threads": 2, "perfect_ht_threshold": GROUPS})
        with contextlib.suppress(duckdb.InvalidInputException):  # none, in a notebook without what draws it
            self._connection.execute("SET enable_progress_bar=false")
        self.large = not connecting.is_small(path)
        attached = self.large and derived.attach(self._connection, path, self.descriptor, self.gaps)
        self._index = derived.NAME if attached else ""
        self._kinds = connecting.connect(
            self._connection, path, self.gaps, lazy=self.large, index=self._index
        )
        self._intact = intact.check(path, self.descriptor, wait=not self.large)
        self._excerpt: excerpt.Excerpt | None = None
        self._changed: Set[str] = set()
        self.log: people.Log | None = None
        self.corrections: people.Applied | None = None
        if corrections:
            same = before if before is not None and before._build == self._build else None
            self.log, self.corrections = self._correct(extra, same)
        self._hold_changed()
        self._views()

    def sql(self, query: str, params: Sequence[Any] | Mapping[str, Any] | None = None) -> pd.DataFrame:
        """Ask DuckDB; the tables have their own names.

        Args:
            query: SQL, with `?` or `$name` where a value goes. Never put a value into the text.
            params: the values.

        Returns:
            The answer as a dataframe; text columns are `str`, dates Python dates.

        Raises:
            CorpusError: where a table's file is missing or damaged, or the corpus was built again since it was opened.

        Notes:
            The log has each question with the processor's seconds that it took, at the level DEBUG.
        """
        since = time.process_time()
        try:
            if self._unheld and any(name in query for name in self._unheld):
                self._hold()
            with self._connection.cursor() as cursor, stopping.watched(cursor):
                table = cursor.sql(query, params=params or None).to_arrow_table()
        except duckdb.Error as err:
            if type(err) not in _DAMAGE:
                raise
            raise CorpusError(
                f"A table of {self.path} cannot be read ({first_line(err)}). Build it again."
            ) from err
        if self.large:
            self._check_build()
        _log.debug("%.3f s: %s", time.process_time() - since, query)
        return _frame(table)

    def table(self, name: str) -> pd.DataFrame:
        """A table, corrected where corrections are applied; a copy that may be changed."""
        with self._lock:
            if name not in self._frames:
                self._frames[name] = self._read(name)
        return self._frames[name].copy()

    def _read(self, name: str) -> pd.DataFrame:
        if self._excerpt and name in self._changed:
            frame = self._excerpt.table(name)
        else:
            frame = parquet.read(self.path, name, self.gaps.get(name, ()))
        self._check_build()
        return frame

    def _check_build(self) -> None:
        """What is read now and what was held before must be of one build.

        Raises:
            CorpusError: they are not; another title is none.
        """
        if catalogue.version(self.path, corrections=False) == self._build:
            return
        if not descriptor.same(exchange.read_descriptor(self.path), self.descriptor):
            raise CorpusError(f"The corpus {self.path} was built again since it was opened. Open it again.")

    def altered(self, *, wait: bool = False) -> list[str]:
        """The tables that are not those that were built, by their hashes.

        Args:
            wait: until all are known; else those of a large corpus are told once they have been looked at.
        """
        return self._intact.result() if wait or self._intact.done() else []

    def __getattr__(self, name: str) -> pd.DataFrame:
        if name in schema.TABLES:
            return self.table(name)
        raise AttributeError(f"a corpus has no {name!r}; its tables are {', '.join(schema.TABLES)}")

    def __repr__(self) -> str:
        return f"<Corpus {self.name!r}: {self.n_documents} documents>"

    @cached_property
    def n_corrections(self) -> int:
        """How many corrections are in force."""
        return len(self._in_force())

    @cached_property
    def corrected_as(self) -> str:
        """The first characters of a hash of the corrections in force, in their order."""
        return hashlib.sha256("\n".join(self._in_force()).encode()).hexdigest()[:6]

    def _in_force(self) -> list[str]:
        if self.corrections is None:
            return []
        status = self.corrections.status
        return [
            str(one)
            for one in status.id[(status.state == "in force") & ~status.action.isin(("undo", "redo"))]
        ]

    @cached_property
    def n_documents(self) -> int:
        """How many articles there are."""
        return int(self.sql("SELECT count(*) AS n FROM documents").n.iloc[0])

    def close(self) -> None:
        """Let the database go; also done at the end of a `with` block."""
        self._connection.close()

    def __enter__(self) -> Corpus:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __del__(self) -> None:
        with contextlib.suppress(Exception):
            self._connection.close()

    def _correct(
        self, extra: Sequence[Any], before: Corpus | None
    ) -> tuple[people.Log, people.Applied | None]:
        log = catalogue.read_log(self.path)
        lines = [*log.lines, *extra]
        if not lines:
            return log, None
        if self._index:
            layers = before._excerpt.layers if before and before._excerpt else ()
            self._excerpt = excerpt.Excerpt(self._connection, lines, layers)
            self._changed = self._excerpt.changed
            return log, self._excerpt.applied
        # Of what was applied to an excerpt nothing can be gone on from.
        applied = people.apply(self._machine(), lines, before=before.corrections if before else None)
        self._changed = applied.tables.keys()
        for name, frame in applied.tables.items():
            self._frames[name] = frame
            held = schema.to_arrow(frame, name)
            self._connection.register(f"_{name}", held)
            self._connection.execute(f'DROP {self._kinds[name]} "{name}"')
            rows = connecting.with_counted(name, f'"_{name}"')
            self._connection.execute(f'CREATE TABLE "{name}" AS {rows}')
            self._connection.unregister(f"_{name}")
        return log, applied

    def _machine(self) -> people.Tables:
        path, gaps = self.path, self.gaps  # not this corpus: what is applied is handed on to the next
        return people.Tables(lambda name: parquet.read(path, name, gaps.get(name, ())))

    def _hold_changed(self) -> None:
        """What each correction changed, as the view `corrected`, so that its numbers open; empty without any.

        It is kept in parts: where entities are merged, each of their mentions is changed by many lines.
        """
        parts = self.corrections.changes if self.corrections else people.no_changes()
        for name in ("lines", "effects", "things"):
            self._connection.register("_part", getattr(parts, name))
            self._connection.execute(f"CREATE TABLE _corrected_{name} AS SELECT * FROM _part")
            self._connection.unregister("_part")
        self._connection.execute(
            'CREATE VIEW corrected AS SELECT correction_id, what, id, doc_id, sentence_id, start, "end", text '
            "FROM _corrected_effects JOIN _corrected_lines USING (number) JOIN _corrected_things USING (place)"
        )

    def _hold(self) -> None:
        """Hold what searches ask time and again, from the first of them on."""
        with self._lock, self._connection.cursor() as cursor, stopping.watched(cursor):
            for name in self._unheld:
                cursor.execute(f'CREATE OR REPLACE TABLE "_{name}" AS {VIEWS[name]}')
                cursor.execute(f'CREATE OR REPLACE VIEW "{name}" AS SELECT * FROM "_{name}"')
            self._unheld = []

    def _views(self) -> None:
        ready = connecting.tables(self._connection, self._index)
        for name, query in VIEWS.items():
            stale = bool(derived.sources(name, query) & self._changed)
            renewed = self._excerpt is not None and self._excerpt.view(name)
            if name in ready and not stale:
                connecting.point(self._connection, name, self._index)
            if renewed or (name in ready and not stale):
                continue
            self._connection.execute(f'CREATE VIEW "{name}" AS {query}')
            if name in SEARCHED and (name in ready or not self.large):
                self._unheld.append(name)
        if self._excerpt is not None:
            self._excerpt.finish()
        inside = str(self.path.absolute()).replace("'", "''")
        self._connection.execute(f"SET allowed_directories=['{inside}']")
        self._connection.execute("SET enable_external_access=false")
        self._connection.execute("SET lock_configuration=true")


def open(path: str | Path | None = None, *, corrections: bool = True) -> Corpus:
    """Open a corpus as `tellings.open` does: its tables and SQL alone."""
    return Corpus(catalogue.find(path), corrections=corrections)


def _frame(found: pa.Table) -> pd.DataFrame:
    columns = {}
    for column in found.schema:
        values = found.column(column.name)
        if pa.types.is_date(column.type):
            columns[column.name] = pd.Series(values.to_pylist(), dtype="object")
        elif pa.types.is_string(column.type) or pa.types.is_large_string(column.type):
            columns[column.name] = values.to_pandas().astype("str")
        elif pa.types.is_integer(column.type) and values.null_count:
            columns[column.name] = pd.Series(values.to_pylist(), dtype="Int64")
        elif pa.types.is_decimal(column.type):
            columns[column.name] = values.cast(pa.float64()).to_pandas()
        else:
            columns[column.name] = values.to_pandas()
    return pd.DataFrame(columns, columns=found.column_names)
