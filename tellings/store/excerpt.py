"""Corrections to a corpus that has an index: what they can touch is read, and what they changed stands beside it.

Lines name articles and entities, and move others. An excerpt has all rows of the articles and of the entities, so that
:func:`tellings.corrections.apply` finds there all that it would find in the whole tables; where it moved an entity that
the excerpt does not have, it is applied again to one that does. Tables are then the index's without the rows that
changed, and with those that took their place. The views whose rows each stand on one article alone are asked anew of
the articles that changed, by the very queries of :mod:`tellings.store.views`, and are the index's for all others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import duckdb
import pandas as pd

from tellings import corrections as people
from tellings import schema
from tellings.store import connecting
from tellings.store.derived import NAME, sources
from tellings.store.views import LOCAL, MATERIALISED, NUMBERED, VIEWS

MANY = 5_000
"""Of more changed articles than so many, views are not made anew, but asked of the tables."""

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
    "documents": "doc_id IN (FROM _docs)",
    "entities": """entity_id IN (FROM _ids) OR entity_id IN (SELECT entity_id FROM _part_mentions)
        OR entity_id IN (SELECT speaker_id FROM _part_quotations)
        OR entity_id IN (SELECT entity_id FROM _part_quote_speakers)""",
    "variants": "entity_id IN (FROM _ids)",
    "discrepancies": "true",
}
"""The rows of each table that an excerpt has: of the articles `_docs` and the entities `_ids`."""


class Excerpt:
    """The rows that corrections can touch.

    Args:
        connection: the database with the index, and with all tables as views of it.
        lines: the log.

    Attributes:
        applied: what was applied; its tables are those of the excerpt.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, lines: Sequence[people.Correction]) -> None:
        self._connection = connection
        self._parts: set[str] = set()
        docs, ids = people.named(lines)
        self._whole = any(line.action == "shorten" for line in lines)  # no two articles are called the same
        while True:
            self._begin(docs, ids)
            self.applied = people.apply(people.Tables(self._read), lines)
            if self.applied.entities <= ids:
                break
            ids |= self.applied.entities
        self._local = False

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
        where = "true" if name == "documents" and self._whole else _ROWS[name]
        for other in re.findall(r"_part_(\w+)", where):
            self._cut(other)
        self._connection.execute(
            f'CREATE TABLE _part_{name} AS SELECT rowid AS "row", * FROM {NAME}."{name}" WHERE {where}'
        )
        self._parts.add(name)

    def _read(self, name: str) -> pd.DataFrame:
        self._cut(name)
        order = ", ".join(f'"{column}"' for column in [*schema.table(name).order, "row"])
        asked = f"SELECT * FROM _part_{name} ORDER BY {order}"
        return schema.from_arrow(self._connection.sql(asked).to_arrow_table(), name)

    def put(self) -> None:
        """Let each table that changed be the index's, without the rows that are others now, and with these."""
        for name, frame in self.applied.tables.items():
            self._connection.register("_new", schema.to_arrow(frame, name))
            same = " AND ".join(f'n."{c}" IS NOT DISTINCT FROM p."{c}"' for c in schema.table(name).names)
            self._connection.execute(
                f"CREATE TABLE _gone_{name} AS SELECT p.* FROM _part_{name} p ANTI JOIN _new n ON {same}"
            )
            new = connecting.with_counted(
                name, f"(SELECT n.* FROM _new n ANTI JOIN _part_{name} p ON {same})"
            )
            self._connection.execute(f"CREATE TABLE _own_{name} AS {new}")
            self._connection.unregister("_new")
            self._connection.execute(
                f'CREATE OR REPLACE VIEW "{name}" AS SELECT b.* FROM {NAME}."{name}" b '
                f'ANTI JOIN _gone_{name} g ON b.rowid = g."row" UNION ALL SELECT * FROM _own_{name}'
            )
        self._local = self._articles()
        for name in self._parts - self.applied.tables.keys():
            self._connection.execute(f"DROP TABLE _part_{name}")

    def _articles(self) -> bool:
        """Have the tables of the articles that changed, in a schema of their own; false where they are too many."""
        changed = self.applied.tables.keys()
        docs = [
            f"SELECT doc_id FROM {kind}_{name}"
            for name in sorted(changed)
            if "doc_id" in schema.table(name).names
            for kind in ("_gone", "_own")
        ]
        if "entities" in changed:  # who is called otherwise, or acts for others
            self._cut("toponyms")
            others = """SELECT entity_id FROM (
                SELECT entity_id, name, type, country FROM _gone_entities EXCEPT
                SELECT entity_id, name, type, country FROM _own_entities)"""
            docs += [
                f"SELECT doc_id FROM _part_{name} WHERE {column} IN ({others})"
                for name, column in (
                    ("quotations", "speaker_id"), ("quote_speakers", "entity_id"), ("toponyms", "stands_for")
                )
            ]  # fmt: skip
        if not docs:
            return True
        self._connection.execute("CREATE SCHEMA touched")
        self._connection.execute(f"CREATE TABLE touched._doc_id AS {' UNION '.join(docs)}")
        (n,) = self._connection.execute("SELECT count(*) FROM touched._doc_id").fetchone() or (0,)
        if n > MANY:
            return False
        asked = set().union(*(sources(name, VIEWS[name]) for name in LOCAL))
        for name in sorted(asked):
            if "doc_id" in schema.table(name).names:
                self._connection.execute(
                    f'CREATE TABLE touched."{name}" AS SELECT * FROM main."{name}" '
                    "WHERE doc_id IN (SELECT doc_id FROM touched._doc_id)"
                )
        for key, table in (
            ("quote_id", "quotations"),
            ("mention_id", "toponyms"),
            ("sentence_id", "sentences"),
        ):
            self._connection.execute(
                f"CREATE TABLE touched._{key} AS SELECT {key} FROM {NAME}.{table} "
                "WHERE doc_id IN (SELECT doc_id FROM touched._doc_id)"
            )
        return True

    def view(self, name: str, *, stale: bool) -> bool:
        """Let a view be the index's, with the articles that changed asked anew; false where it is to be asked whole.

        Args:
            name: the view; those that it asks were made before.
            stale: do tables that it stands on have other rows than the index's?
        """
        if not self._local or (name in MATERIALISED and name not in LOCAL):
            return False
        numbered = name in NUMBERED
        if numbered and stale:
            return False
        self._connection.execute("SET search_path = 'touched,main'")
        if name not in LOCAL:
            self._connection.execute(f'CREATE VIEW touched."{name}" AS {VIEWS[name]}')
        elif stale or numbered:
            asked = self._index(name, "SEMI") if numbered else VIEWS[name]
            self._connection.execute(f'CREATE TABLE touched."{name}" AS {asked}')
        self._connection.execute("SET search_path = 'main'")
        if name not in LOCAL or not stale:
            return False
        # Numbers of sentences only tell one from another; below zero there are none yet.
        new = "* REPLACE (-number AS number)" if name == "sentence_names" else "*"
        self._connection.execute(
            f'CREATE VIEW "{name}" AS {self._index(name, "ANTI")} UNION ALL SELECT {new} FROM touched."{name}"'
        )
        return True

    def _index(self, name: str, join: str) -> str:
        """The rows of a view in the index that are, or that are not, of the articles that changed."""
        key = LOCAL[name]
        there = "touched.numbered_sentences" if key == "doc" else f"touched._{key}"
        return f'SELECT b.* FROM {NAME}."{name}" b {join} JOIN {there} d ON b.{key} = d.{key}'
