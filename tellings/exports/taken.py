"""What is taken away: the tables, or what a view lets through of them, each row with where it comes from."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

import pandas as pd
import pyarrow as pa

from tellings import schema
from tellings.columns import Column
from tellings.corpus.documents import web_address
from tellings.query.filters import Filters
from tellings.query.openable import OPENABLE
from tellings.store.corpus import Corpus

ORIGIN = (
    Column("outlet", "string", nullable=True),
    Column("url", "string", nullable=True),
    Column("sources_hash", "string", nullable=False),
    Column("corrections", "int", nullable=False),
)
"""Columns behind those of each table: whose article it is (as addresses name it), where it stands in the web, the hash
of the source texts, and how many of people's corrections the tables hold."""
FIRST = (
    Column("doc_id", "string", nullable=True),
    Column("start", "int", nullable=True),
    Column("end", "int", nullable=True),
)
"""Behind the columns of `entities` and `variants`: where such a one is named first."""
_OWNERS = {
    "entities": "entity_id",
    "variants": "entity_id",
    "quote_parts": "quote_id",
    "quote_speakers": "quote_id",
}
"""Tables whose rows are taken with those of `mentions` or `quotations` that have this key."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Article:
    """An article: its row of `documents`, with its outlet, and its rows of other tables by their names."""

    row: Row
    tables: dict[str, list[Row]]

    def words(self, span: Row) -> str:
        """The text of a span of it."""
        return str(self.row["text"])[span["start"] : span["end"]]


def columns(name: str) -> tuple[Column, ...]:
    """The columns of a table that is taken away."""
    own = schema.table(name)
    first = FIRST if _OWNERS.get(name) == "entity_id" else ()
    return (*own.columns, *(column for column in (*first, *ORIGIN) if column.name not in own.names))


def tables(corpus: Corpus, filters: Filters) -> dict[str, pa.Table]:
    """All tables, with :func:`columns`.

    Without filters they are whole. Else `mentions`, `quotations`, `toponyms`, `dates`, `quantities` and
    `discrepancies` hold what the pages count under the filters, the rest what belongs to it: the parts of those
    quotations, the entities of those mentions, and of what else has an article that of the articles let through.
    """
    frames: dict[str, pd.DataFrame] = {}
    for name in sorted(schema.TABLES, key=lambda name: name in _OWNERS):
        frames[name] = _frame(corpus, filters, name, frames)
    outlets = corpus.sql("SELECT doc_id, outlet FROM outlets").set_index("doc_id").outlet
    urls = frames["documents"].set_index("doc_id").url.map(web_address)
    mentions = corpus.mentions if not filters.active else frames["mentions"]
    first = mentions.drop_duplicates("entity_id")[["entity_id", "doc_id", "start", "end"]]
    taken = {}
    for name in schema.TABLES:
        frame = frames[name]
        if _OWNERS.get(name) == "entity_id":
            frame = frame.merge(first, on="entity_id", how="left")
        article = next((frame[c] for c in ("doc_id", "doc_a") if c in frame), pd.Series([None] * len(frame)))
        frame = frame.assign(
            outlet=article.map(outlets),
            url=article.map(urls),
            sources_hash=str(corpus.descriptor["tellings"].get("sources_hash", "")),
            corrections=corpus.n_corrections,
        )
        wanted = columns(name)
        types = pa.schema([pa.field(c.name, c.known_as.arrow) for c in wanted])
        taken[name] = pa.Table.from_pandas(
            frame[types.names], types, preserve_index=False
        ).replace_schema_metadata()
    return taken


def _frame(corpus: Corpus, filters: Filters, name: str, done: dict[str, pd.DataFrame]) -> pd.DataFrame:
    names = schema.table(name).names
    if not filters.active:
        return corpus.table(name)
    if owner := _OWNERS.get(name):
        whole = corpus.table(name)
        return whole[whole[owner].isin(done["mentions" if owner == "entity_id" else "quotations"][owner])]
    where = filters.where(name if name in OPENABLE else "documents")
    asked = where.sql
    if name not in OPENABLE and name != "documents":
        column = next((c for c in names if c in ("doc_id", "doc_a")), None)
        if column is None:
            return corpus.table(name)
        asked = f"{column} IN (SELECT doc_id FROM documents WHERE {where.sql})"
    listed = ", ".join(f'"{column}"' for column in names)
    order = ", ".join(f'"{column}"' for column in schema.table(name).order or names)
    return corpus.sql(f'SELECT {listed} FROM "{name}" WHERE {asked} ORDER BY {order}', where.params)


def articles(corpus: Corpus, filters: Filters) -> list[Article]:
    """The articles that filters let through, each with its rows of all tables that have a `doc_id`."""
    taken = tables(corpus, filters)
    grouped: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for name, table in taken.items():
        if "doc_id" in table.column_names and name not in ("documents", *_OWNERS):
            for row in table.to_pylist():
                grouped[row["doc_id"]][name].append(row)
    entities = {row["entity_id"]: row for row in taken["entities"].to_pylist()}
    for own in grouped.values():
        for row in own["mentions"]:
            row["entity"] = entities.get(row["entity_id"], {})
    return [Article(row, grouped[row["doc_id"]]) for row in taken["documents"].to_pylist()]
