"""Made-up corpora written: as a corpus folder, or as a file of records that can be annotated."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow.parquet as pq

from benchmarks.made_up.articles import World, Writer
from benchmarks.made_up.laying import Laid, of_block
from tellings import schema
from tellings.folder import descriptor, exchange, parquet
from tellings.folder.versions import describe


def texts(n: int, folder: Path) -> Path:
    """The articles of a made-up corpus as a file of records; returns the file."""
    folder.mkdir(parents=True, exist_ok=True)
    file, writer = folder / f"made-up-{n}.jsonl", Writer(n)
    with file.open("w", encoding="utf-8") as stream:
        for articles in writer.blocks():
            laid = Laid(writer.world, articles)
            for article, text in zip(articles, laid.texts, strict=True):
                record = {"id": f"a{article.number:07d}", "title": text.split("\n\n")[0], "text": text,
                          "publisher": article.outlet, "published": article.day.isoformat()}  # fmt: skip
                stream.write(json.dumps(record, ensure_ascii=False) + "\n")
    return file


def tables(n: int, folder: Path) -> Path:
    """A made-up corpus as a corpus folder; the folder is returned as it is where it is there."""
    if (folder / descriptor.DESCRIPTOR).exists():
        return folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    writer, new = Writer(n), exchange.prepare(folder)
    for name in schema.TABLES:
        parquet.path_of(new, name).mkdir()
    for number, articles in enumerate(writer.blocks()):
        for name, table in of_block(Laid(writer.world, articles)).items():
            pq.write_table(table, parquet.path_of(new, name) / f"{number:05d}.parquet", compression="zstd")
    for name, frame in across(writer.world, new).items():
        parquet.path_of(new, name).rmdir()
        parquet.write(frame, new, name)
    resources = [
        {"name": name, "path": f"{name}.parquet", "hash": parquet.digest(new, name),
         "schema": schema.table(name).frictionless()} for name in schema.TABLES
    ]  # fmt: skip
    made = {**describe("none 0"), "sources_hash": "0" * 64}
    about = {
        "name": folder.name,
        "title": f"{n:,} made-up articles",
        "tellings": made,
        "resources": resources,
    }
    descriptor.write(new, about)
    exchange.exchange(folder, new)
    return folder


_COUNTED = """
    SELECT entity_id, {}count(*) FILTER (form = 'name') AS n_mentions,
           count(DISTINCT doc_id) FILTER (form = 'name') AS n_documents
    FROM read_parquet('{}/*.parquet') GROUP BY ALL"""
_CHAINS = """
    SELECT doc_id, id, start, "end", entity_id AS chain, 0.9 AS type_score, 0.9 AS place_score, 0.9 AS link_score
    FROM (SELECT doc_id, mention_id AS id, start, "end", entity_id FROM read_parquet('{}/*.parquet')
          UNION ALL SELECT doc_id, quote_id, start, "end", entity_id FROM read_parquet('{}/*.parquet')
          WHERE entity_id IS NOT NULL)
    ORDER BY doc_id, start, "end", id"""
_ASKED = """
    SELECT topic_id, 'How many people?' AS topic, 'number' AS kind, doc_id, sentence_id, start, "end", text,
           CAST(value AS BIGINT)::VARCHAR AS value, 'people' AS "of", 'conflict' AS verdict, 'they differ' AS reason,
           'same words' AS method, 0.5 AS score
    FROM (SELECT *, 'topic:number:' || (row_number() OVER (ORDER BY doc_id, start) // 8) AS topic_id
          FROM read_parquet('{}/*.parquet'))"""


def across(world: World, folder: Path) -> dict[str, pd.DataFrame]:
    """The tables that stand across articles, from those that were written."""
    with duckdb.connect() as connection:
        mentions = parquet.path_of(folder, "mentions")
        counted = connection.sql(_COUNTED.format("", mentions)).df()
        variants = connection.sql(_COUNTED.format("text, ", mentions) + " HAVING n_mentions > 0").df()
        chains = _CHAINS.format(mentions, parquet.path_of(folder, "quote_speakers"))
        into = parquet.path_of(folder, "chains") / "00000.parquet"
        connection.execute(f"COPY ({chains}) TO '{into}' (FORMAT parquet, COMPRESSION zstd)")
        asked = connection.sql(_ASKED.format(parquet.path_of(folder, "quantities"))).df()
    things = {thing.id: thing for thing in world.things}
    known = [things[id] for id in counted.entity_id]
    entities = counted.assign(
        name=[thing.name for thing in known],
        type=[thing.type for thing in known],
        country=[thing.country for thing in known],
        wikidata=None,
        geonames=[thing.id[3:] if thing.place >= 0 else None for thing in known],
        iso=None,
        method="same form",
        score=0.9,
    )
    made = {"entities": entities, "variants": variants, "discrepancies": asked.assign(said_by=None)}
    empty = {name: schema.empty(name) for name in ("overruled", "problems")}
    return {**{name: schema.conform(frame, name) for name, frame in made.items()}, **empty}
