"""What is taken away: the tables, or what a view lets through of them, each row with where it comes from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import pandas as pd
import pyarrow as pa

from tellings import schema
from tellings.columns import Column
from tellings.corpus.documents import web_address
from tellings.exports.values import keys
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
    "entities": ("mentions", "entity_id"),
    "variants": ("mentions", "entity_id"),
    "quote_parts": ("quotations", "quote_id"),
    "quote_speakers": ("quotations", "quote_id"),
}
"""Tables whose rows are taken with those of another that have their key."""
_OF_ENTITIES = ("entities", "variants")

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Article:
    """An article: its row of `documents`, with its outlet; a name for its file or record, no two alike; and its rows of
    other tables by their names, those of `mentions` with their `entity`.
    """

    row: Row
    key: str
    tables: dict[str, list[Row]]

    def words(self, span: Row) -> str:
        """The text of a span of it."""
        return str(self.row["text"])[span["start"] : span["end"]]


def columns(name: str) -> tuple[Column, ...]:
    """The columns of a table that is taken away."""
    own = schema.table(name)
    first = FIRST if name in _OF_ENTITIES else ()
    return (*own.columns, *(column for column in (*first, *ORIGIN) if column.name not in own.names))


def tables(corpus: Corpus, filters: Filters, names: Iterable[str] = schema.TABLES) -> dict[str, pa.Table]:
    """All tables, or some, with :func:`columns`.

    Without filters they are whole. Else `mentions`, `quotations`, `toponyms`, `dates`, `quantities` and
    `discrepancies` hold what the pages count under the filters, the rest what belongs to it: the parts of those
    quotations, the entities of those mentions, and of what else has an article that of the articles let through.
    """

    @cache
    def frame(name: str) -> pd.DataFrame:
        if filters.active and name in _OWNERS:
            owner, key = _OWNERS[name]
            whole = corpus.table(name)
            return whole[whole[key].isin(frame(owner)[key])]
        return _filtered(corpus, filters, name) if filters.active else corpus.table(name)

    outlets = corpus.sql("SELECT doc_id, outlet FROM outlets").set_index("doc_id").outlet
    urls = frame("documents").set_index("doc_id").url.map(web_address)
    taken = {}
    for name in names:
        rows = frame(name)
        if name in _OF_ENTITIES:
            first = frame("mentions").drop_duplicates("entity_id")[["entity_id", "doc_id", "start", "end"]]
            rows = rows.merge(first, on="entity_id", how="left")
        article = next((rows[c] for c in ("doc_id", "doc_a") if c in rows), pd.Series([None] * len(rows)))
        rows = rows.assign(
            outlet=article.map(outlets),
            url=article.map(urls),
            sources_hash=str(corpus.descriptor["tellings"].get("sources_hash", "")),
            corrections=corpus.n_corrections,
        )
        types = pa.schema([pa.field(c.name, c.known_as.arrow) for c in columns(name)])
        taken[name] = pa.Table.from_pandas(
            rows[types.names], types, preserve_index=False
        ).replace_schema_metadata()
    return taken


def _filtered(corpus: Corpus, filters: Filters, name: str) -> pd.DataFrame:
    names = schema.table(name).names
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


def articles(corpus: Corpus, filters: Filters, names: Sequence[str] = ()) -> list[Article]:
    """The articles that filters let through, each with its rows of some tables that have a `doc_id`."""
    more = ("entities",) if "mentions" in names else ()
    taken = tables(corpus, filters, ("documents", *names, *more))
    grouped: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for name in names:
        for row in taken[name].to_pylist():
            grouped[row["doc_id"]][name].append(row)
    entities = {row["entity_id"]: row for row in taken["entities"].to_pylist()} if more else {}
    for own in grouped.values():
        for row in own["mentions"]:
            row["entity"] = entities.get(row["entity_id"], {})
    rows = taken["documents"].to_pylist()
    called = keys(row["doc_id"] for row in rows)
    return [Article(row, called[row["doc_id"]], grouped[row["doc_id"]]) for row in rows]
