"""Every table in every format of tables: read by the format's own reader, every span found again."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest
from pyarrow import parquet

from tellings import exports, schema
from tellings.cells import alive
from tellings.corpus.documents import Document, Problem
from tellings.corpus.readers import read_sources
from tellings.exports import tables
from tellings.query.filters import Filters
from tellings.store import corpus as store
from tellings.store.corpus import Corpus
from tests.exports import odd

Records = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    with store.open(odd.write(tmp_path_factory.mktemp("odd") / "odd")) as corpus:
        yield corpus


def _each(content: bytes, suffix: str, read: Callable[[bytes], list[dict[str, Any]]]) -> Records:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if name.endswith(suffix)]
        return {Path(name).stem: read(archive.read(name)) for name in names}


def _text(delimiter: str) -> Callable[[bytes], list[dict[str, Any]]]:
    return lambda data: list(csv.DictReader(io.StringIO(data.decode(), newline=""), delimiter=delimiter))


def _sheets(content: bytes) -> Records:
    book = openpyxl.load_workbook(io.BytesIO(content))
    found = {}
    for sheet in book.worksheets[1:]:
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
        head, *rows = sheet.iter_rows(values_only=True)
        found[sheet.title] = [dict(zip(head, map(_unescaped, row), strict=True)) for row in rows]
    return found


def _unescaped(value: Any) -> Any:
    return openpyxl.utils.escape.unescape(value) if isinstance(value, str) else value


READERS: dict[str, Callable[[bytes], Records]] = {
    "csv": lambda content: _each(content, ".csv", _text(",")),
    "tsv": lambda content: _each(content, ".tsv", _text("\t")),
    "frictionless": lambda content: _each(content, ".csv", _text(",")),
    "jsonl": lambda c: _each(
        c, ".jsonl", lambda data: [json.loads(line) for line in data.decode().splitlines()]
    ),
    "parquet": lambda c: _each(c, ".parquet", lambda data: parquet.read_table(io.BytesIO(data)).to_pylist()),
    "xlsx": _sheets,
}


@pytest.mark.parametrize("to", READERS)
def test_every_table_is_there_and_every_span_is_found_again(corpus: Corpus, to: str) -> None:
    content, n = exports.write(corpus, to)
    read = {
        name: [{column: alive(cell) for column, cell in row.items()} for row in rows]
        for name, rows in READERS[to](content).items()
    }
    assert n == len(read) == len(schema.TABLES)
    texts = {row["doc_id"]: row["text"] for row in read["documents"]}
    assert texts == {doc: text for doc, text, *_ in odd.ARTICLES}
    for name, rows in read.items():
        assert len(rows) == len(corpus.table(name)), name
        for row in rows:
            assert row["sources_hash"] == "0" * 64
            assert int(row["corrections"]) == 0
            if row.get("text") and row.get("start") not in (None, "") and name != "variants":
                assert row["text"] == texts[row["doc_id"]][int(row["start"]) : int(row["end"])]
            if row.get("doc_id"):
                assert row["outlet"] == odd.OUTLETS[row["doc_id"]]
    entity = read["entities"][0]
    assert texts[entity["doc_id"]][int(entity["start"]) : int(entity["end"])] == entity["name"]


@pytest.mark.parametrize("to", ["jsonl", "parquet", "csv", "tsv", "frictionless"])
def test_tables_are_read_back_as_their_articles(corpus: Corpus, to: str, tmp_path: Path) -> None:
    path = tmp_path / "tables.zip"
    path.write_bytes(exports.write(corpus, to)[0])
    items = list(read_sources([path], max_bytes=1_000_000))
    documents = {one.doc_id: one for one in items if isinstance(one, Document)}
    problems = [one for one in items if isinstance(one, Problem) and "tables of a corpus" in one.reason]
    assert len(problems) == 1
    assert set(documents) == set(corpus.documents.doc_id)
    for row in corpus.documents.itertuples():
        assert documents[row.doc_id].text == row.text
        assert documents[row.doc_id].publisher == (row.publisher if isinstance(row.publisher, str) else None)


def test_a_cell_for_a_spreadsheet_is_never_a_formula(corpus: Corpus) -> None:
    for to in ("csv", "tsv", "frictionless", "xlsx"):
        for rows in READERS[to](exports.write(corpus, to)[0]).values():
            cells = [str(value) for row in rows for value in row.values() if isinstance(value, str)]
            assert not [cell for cell in cells if cell.startswith(("=", "+", "@", "\t"))], to


def test_a_data_package_is_valid_to_its_own_library(corpus: Corpus, tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    path = tmp_path / "package.zip"
    path.write_bytes(exports.write(corpus, "frictionless")[0])
    report = frictionless.validate(str(path), type="package")
    assert report.valid, report.flatten(["title", "note"])
    assert len(report.tasks) == len(schema.TABLES)


def test_a_text_longer_than_a_cell_goes_on_behind(monkeypatch: pytest.MonkeyPatch, corpus: Corpus) -> None:
    monkeypatch.setattr(tables, "MOST_CHARACTERS", 10)
    monkeypatch.setattr(tables, "MOST_ROWS", 2)
    sheets = pd.read_excel(io.BytesIO(exports.write(corpus, "xlsx")[0]), sheet_name=None, engine="openpyxl")
    row = sheets["documents"].set_index("doc_id").loc["plain"]
    pieces = [row[c] for c in sheets["documents"].columns if c == "text" or c.startswith("text (")]
    assert "".join(piece for piece in pieces if isinstance(piece, str)) == odd.ARTICLES[0][1]
    assert {"mentions", "mentions (2)"} <= set(sheets)


def test_a_view_takes_what_it_counts_and_what_belongs_to_it(corpus: Corpus) -> None:
    read = READERS["jsonl"](exports.write(corpus, "jsonl", Filters(doc=("plain",)))[0])
    assert [row["doc_id"] for row in read["documents"]] == ["plain"]
    assert {row["doc_id"] for row in read["tokens"]} == {"plain"}
    assert {row["entity_id"] for row in read["entities"]} == {row["entity_id"] for row in read["mentions"]}
    assert {row["quote_id"] for row in read["quote_parts"]} == {row["quote_id"] for row in read["quotations"]}


def test_every_row_says_how_many_corrections_are_in_it() -> None:
    said = {}
    for corrected in (True, False):
        with store.open(corrections=corrected) as shipped:
            rows = READERS["parquet"](exports.write(shipped, "parquet")[0])
            assert {row["corrections"] for table in rows.values() for row in table} == {shipped.n_corrections}
            said[corrected] = shipped.n_corrections
    assert said[True] > said[False] == 0
