"""Corrections to a corpus that has an index: what they can touch is read, and what they changed stands beside it.

Lines name articles and entities, and move others. An excerpt has all rows of the articles and of the entities, so that
:func:`tellings.corrections.apply` finds there all that it would find in the whole tables; where it moved an entity that
the excerpt does not have, it is applied again to one that does. Tables are then the index's without the rows that
changed, and with those that took their place. The views whose rows each stand on one article alone are asked anew of
the articles that changed, by the very queries of :mod:`tellings.store.views`, and are the index's for all others.

What lines changed is a layer, which the next opening of the corpus takes over: only lines that are new, and those
whose layers have an article or an entity in common with them, are applied.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from tellings import corrections as people
from tellings import schema
from tellings.store import connecting, layers
from tellings.store.derived import NAME, sources
from tellings.store.layers import Layer
from tellings.store.views import LOCAL, MATERIALISED, NUMBERED, VIEWS

_ASKED = "(doc_id IN (FROM _docs) OR {} IN (FROM _ids))"
_ROWS = {
    "mentions": _ASKED.format("entity_id"),
    "quote_speakers": "quote_id IN (SELECT quote_id FROM _part_quotations)",
    "quotations": f"""{_ASKED.format("speaker_id")} OR quote_id IN (
        SELECT quote_id FROM {NAME}.quote_speakers WHERE entity_id IN (FROM _ids))""",
    "quote_parts": "quote_id IN (SELECT quote_id FROM _part_quotations)",
    # Of each country one: from it is known which entity it is.
    "toponyms": f"""{_ASKED.format("place_id")} OR stands_for IN (FROM _ids)
        OR mention_id IN (SELECT mention_id FROM _part_mentions)
        OR rowid IN (SELECT min(rowid) FROM {NAME}.toponyms WHERE kind = 'country' AND place_id IS NOT NULL
                     GROUP BY country_code)""",
    "sentences": "doc_id IN (FROM _docs) OR sentence_id IN (SELECT sentence_id FROM _part_mentions)",
    "blocks": "block_id IN (SELECT block_id FROM _part_sentences)",
    "documents": "doc_id IN (FROM _docs) OR 'documents' IN (FROM _ids)",
    "entities": """entity_id IN (FROM _ids) OR entity_id IN (SELECT entity_id FROM _part_mentions)
        OR entity_id IN (SELECT speaker_id FROM _part_quotations)
        OR entity_id IN (SELECT entity_id FROM _part_quote_speakers)""",
    "variants": "entity_id IN (FROM _ids)",
    "discrepancies": "true",
}
"""The rows of each table that an excerpt has: of the articles `_docs` and the entities `_ids`."""

_WHOLE = {
    "shorten": "documents",  # no two articles are called the same
    **dict.fromkeys(("confirm", "dismiss", "retitle", "verdict", "join", "part"), "discrepancies"),
}
"""Actions for which all rows of a table count; two such are never apart."""
_WHO = ("entity_id", "speaker_id", "place_id", "stands_for")
"""The columns that hold ids of entities."""
_KEYS = {"quote_id": "quotations", "mention_id": "toponyms", "sentence_id": "sentences"}
"""By which columns, beside the article, it is known of which article a row of a view is, and a table that has them."""


class Excerpt:
    """The corrections to a corpus with an index.

    Args:
        connection: the database with the index, and with all tables as views of it.
        lines: the log.
        before: the layers of the same corpus as it was opened before.

    Attributes:
        layers: what the lines changed.
        changed: the tables that have other rows than the index's.
    """

    def __init__(
        self,
        connection: duckdb.DuckDBPyConnection,
        lines: Sequence[people.Correction],
        before: Sequence[Layer] = (),
    ) -> None:
        self._connection = connection
        self._parts: set[str] = set()
        self._stand = people.standing(lines)
        kept = layers.still_true(before, self._stand)
        new: Layer | None = None
        while new is None:
            old = {one.line.id for layer in kept for one in layer.stand}
            stand = [one for one in self._stand if one.line.id not in old]
            docs, ids = people.named(one.line for one in stand)
            ids |= {_WHOLE[one.line.action] for one in stand if one.line.action in _WHOLE}
            apart = [layer for layer in kept if layer.apart(stand, docs, ids)]
            if len(apart) == len(kept):
                new = self._applied(stand, docs, ids)
                apart = [layer for layer in kept if layer.apart(stand, set(new.docs), set(new.ids))]
            if len(apart) < len(kept):
                kept, new = apart, None
        self._new = new
        self._local = sum(len(layer.docs) for layer in (*kept, new)) <= layers.MANY and all(
            "doc_id" in one.tables for one in kept
        )
        if not self._local:
            del new.tables["doc_id"]
        self.layers = [*kept, *([new] if new.stand else [])]
        self.changed = frozenset[str]().union(*(layer.changed for layer in self.layers))
        for name in sorted(self.changed):
            for kind in ("gone", "own"):
                self._hold(f"_{kind}_{name}", f"{kind} {name}")
            self._connection.execute(
                f'CREATE OR REPLACE VIEW "{name}" AS SELECT b.* FROM {_others(name)} '
                f"UNION ALL SELECT * FROM _own_{name}"
            )
        self._touched = self._local and bool(new.changed)
        if self._touched:
            self._touch()

    @property
    def applied(self) -> people.Applied:
        """What was applied, of all lines, without tables."""
        return people.joined([layer.applied for layer in self.layers], [one.line.id for one in self._stand])

    def table(self, name: str) -> pd.DataFrame:
        """A table that changed, whole."""
        columns = ", ".join(f'"{column}"' for column in schema.table(name).names)
        with self._connection.cursor() as cursor:
            rows = cursor.sql(
                f'SELECT {columns} FROM (SELECT b.*, 0 AS own, b.rowid AS "row" FROM {_others(name)} '
                f'UNION ALL SELECT *, 1, rowid FROM _own_{name}) ORDER BY {_order(name)}, own, "row"'
            )
            return schema.from_arrow(rows.to_arrow_table(), name)

    def view(self, name: str) -> bool:
        """Let a view be the index's, with the articles that changed asked anew; false where it is to be another.

        Args:
            name: the view; those that it asks were made before.
        """
        asked = sources(name, VIEWS[name])
        if (
            not self._local
            or (name in MATERIALISED and name not in LOCAL)
            or (name in NUMBERED and asked & self.changed)
        ):
            return False
        if self._touched:
            self._ask_anew(name, changed=bool(asked & self._new.changed))
        if not self._hold(f"_rows_{name}", name):
            return False
        key = LOCAL[name]
        self._hold(f"_keys_{name}", key, where=name)
        self._connection.execute(
            f'CREATE VIEW "{name}" AS SELECT b.* FROM {NAME}."{name}" b ANTI JOIN _keys_{name} k ON b.{key} = k.{key} '
            f"UNION ALL SELECT * FROM _rows_{name}"
        )
        return True

    def finish(self) -> None:
        """Drop what was only needed to make the views."""
        self._connection.execute("DROP SCHEMA IF EXISTS touched CASCADE")

    def _applied(self, stand: list[people.Standing], docs: set[str], ids: set[str]) -> Layer:
        """A layer of these lines, applied to the rows that they can touch."""
        while True:
            self._begin(docs, ids)
            applied = people.apply(people.Tables(self._read), [one.line for one in stand])
            if applied.entities <= ids:
                break
            ids |= applied.entities
        for name, frame in applied.tables.items():
            self._compare(name, frame)
        changed = [(name, kind) for name in sorted(applied.tables) for kind in ("gone", "own")]
        touched = self._ids(
            [f"SELECT doc_id FROM _{kind}_{name}" for name, kind in changed if _has(name, "doc_id")]
        )
        if "entities" in applied.tables:
            touched |= self._called_otherwise()
        ids |= self._ids(
            [f"SELECT {c} FROM _{kind}_{name}" for name, kind in changed for c in _WHO if _has(name, c)]
        )
        tables = {"doc_id": pa.table({"doc_id": sorted(touched)}, pa.schema({"doc_id": pa.string()}))}
        for name, kind in changed:
            columns = '"row"' if kind == "gone" else "*"
            tables[f"{kind} {name}"] = self._connection.sql(
                f"SELECT {columns} FROM _{kind}_{name}"
            ).to_arrow_table()
            self._connection.execute(f"DROP TABLE _{kind}_{name}")
        self._begin(set(), set())
        applied = replace(applied, tables={}, _pass=[])
        return Layer(stand, frozenset(docs | touched), frozenset(ids), applied, tables)

    def _begin(self, docs: set[str], ids: set[str]) -> None:
        for name in self._parts:
            self._connection.execute(f"DROP TABLE _part_{name}")
        self._parts.clear()
        for name, values in (("_docs", docs), ("_ids", ids)):
            self._connection.execute(
                f"CREATE OR REPLACE TABLE {name} AS SELECT unnest(?::VARCHAR[]) AS id", [sorted(values)]
            )

    def _cut(self, name: str) -> None:
        """Have the part of a table that this excerpt holds."""
        if name in self._parts:
            return
        for other in re.findall(r"_part_(\w+)", _ROWS[name]):
            self._cut(other)
        self._connection.execute(
            f'CREATE TABLE _part_{name} AS SELECT rowid AS "row", * FROM {NAME}."{name}" WHERE {_ROWS[name]}'
        )
        self._parts.add(name)

    def _read(self, name: str) -> pd.DataFrame:
        self._cut(name)
        asked = f'SELECT * FROM _part_{name} ORDER BY {_order(name)}, "row"'
        return schema.from_arrow(self._connection.sql(asked).to_arrow_table(), name)

    def _compare(self, name: str, frame: pd.DataFrame) -> None:
        """Have the rows of a table that are others now, and those that took their place."""
        self._connection.register("_new", schema.to_arrow(frame, name))
        same = " AND ".join(f'n."{c}" IS NOT DISTINCT FROM p."{c}"' for c in schema.table(name).names)
        self._connection.execute(
            f"CREATE TABLE _gone_{name} AS SELECT p.* FROM _part_{name} p ANTI JOIN _new n ON {same}"
        )
        new = connecting.with_counted(name, f"(SELECT n.* FROM _new n ANTI JOIN _part_{name} p ON {same})")
        self._connection.execute(f"CREATE TABLE _own_{name} AS {new}")
        self._connection.unregister("_new")

    def _called_otherwise(self) -> set[str]:
        """The articles in which entities speak, or are stood for, that have another name or act for others."""
        self._cut("toponyms")
        others = """SELECT entity_id FROM (
            SELECT entity_id, name, type, country FROM _gone_entities EXCEPT
            SELECT entity_id, name, type, country FROM _own_entities)"""
        columns = {"quotations": "speaker_id", "quote_speakers": "entity_id", "toponyms": "stands_for"}
        return self._ids(
            [
                f"SELECT doc_id FROM _part_{name} WHERE {column} IN ({others})"
                for name, column in columns.items()
            ]
        )

    def _ids(self, asked: list[str]) -> set[str]:
        found = self._connection.execute(" UNION ".join(asked)).fetchall() if asked else []
        return {one for (one,) in found if one is not None}

    def _hold(self, table: str, name: str, where: str = "") -> bool:
        """Have what the layers hold under a name as a table; `where` is what these hold too. False where none does."""
        parts = [layer.tables[name] for layer in self.layers if (where or name) in layer.tables]
        if parts:
            self._connection.register("_held", pa.concat_tables(parts))
            self._connection.execute(f"CREATE TABLE {table} AS SELECT * FROM _held")
            self._connection.unregister("_held")
        return bool(parts)

    def _touch(self) -> None:
        """Have the tables of the articles that the new layer changed, in a schema of their own."""
        self._connection.execute("CREATE SCHEMA touched")
        self._connection.register("_held", self._new.tables["doc_id"])
        self._connection.execute("CREATE TABLE touched._doc_id AS SELECT * FROM _held")
        self._connection.unregister("_held")
        for name in sorted(set().union(*(sources(name, VIEWS[name]) for name in LOCAL))):
            if _has(name, "doc_id"):
                self._connection.execute(
                    f'CREATE TABLE touched."{name}" AS SELECT * FROM main."{name}" '
                    "WHERE doc_id IN (SELECT doc_id FROM touched._doc_id)"
                )
        for key, table in _KEYS.items():
            keys = f"SELECT {key} FROM {NAME}.{table} WHERE doc_id IN (SELECT doc_id FROM touched._doc_id)"
            self._new.tables[key] = self._connection.sql(keys).to_arrow_table()

    def _ask_anew(self, name: str, *, changed: bool) -> None:
        """Ask a view of the articles that the new layer changed; where their rows are others, the layer holds them."""
        self._connection.execute("SET search_path = 'touched,main'")
        if name not in LOCAL:
            self._connection.execute(f'CREATE VIEW touched."{name}" AS {VIEWS[name]}')
        elif name in NUMBERED:
            there = "numbered_sentences" if LOCAL[name] == "doc" else "_doc_id"
            self._connection.execute(
                f'CREATE TABLE touched."{name}" AS SELECT b.* FROM {NAME}."{name}" b '
                f"SEMI JOIN touched.{there} d ON b.{LOCAL[name]} = d.{LOCAL[name]}"
            )
        elif changed:
            self._connection.execute(f'CREATE TABLE touched."{name}" AS {VIEWS[name]}')
            # Numbers of sentences only tell one from another; below zero are those of layers.
            used = [
                pc.min(one.tables[name]["number"]).as_py()
                for one in self.layers
                if name == "sentence_names" and len(one.tables.get(name, ()))
            ]
            new = (
                f"* REPLACE (({min(used, default=0)} - number)::INTEGER AS number)"
                if name == "sentence_names"
                else "*"
            )
            self._new.tables[name] = self._connection.sql(
                f'SELECT {new} FROM touched."{name}"'
            ).to_arrow_table()
        self._connection.execute("SET search_path = 'main'")


def _others(name: str) -> str:
    """The index's rows of a table that no layer changed, as SQL that may follow FROM; they are called `b`."""
    return f'{NAME}."{name}" b ANTI JOIN _gone_{name} g ON b.rowid = g."row"'


def _order(name: str) -> str:
    return ", ".join(f'"{column}"' for column in schema.table(name).order)


def _has(name: str, column: str) -> bool:
    return column in schema.table(name).names
