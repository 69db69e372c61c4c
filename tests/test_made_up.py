"""Made-up corpora: tables as the schema says, spans that hold what they print, the same each time, texts likewise."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

from benchmarks import scale, searching
from benchmarks.made_up import writing
from tellings import schema
from tellings.folder import parquet
from tellings.store.corpus import Corpus

N = 40


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return writing.tables(N, tmp_path_factory.mktemp("made-up") / "c")


def test_the_tables_are_as_the_schema_says_and_as_built(folder: Path) -> None:
    for name in schema.TABLES:
        schema.conform(parquet.read(folder, name), name)
    with Corpus(folder) as corpus:
        assert corpus.n_documents == N
        assert corpus.altered(wait=True) == []


def test_a_span_holds_what_it_prints(folder: Path) -> None:
    with Corpus(folder) as corpus:
        for name in ("mentions", "quotations", "toponyms", "quantities", "dates", "quote_parts"):
            wrong = corpus.sql(
                f'SELECT count(*) AS n, count(*) FILTER (substr(d.text, t.start + 1, t."end" - t.start) <> t.text) '
                f"AS wrong FROM {name} t JOIN documents d USING (doc_id)"
            )
            assert wrong.n.iloc[0] > 0
            assert wrong.wrong.iloc[0] == 0, name


def test_few_names_are_frequent_and_most_are_rare(folder: Path) -> None:
    named = parquet.read(folder, "entities").n_mentions.sort_values(ascending=False)
    assert named.iloc[0] > 20 * named.median()
    assert len(named) > 100


def test_the_same_size_is_the_same_corpus_and_its_texts_are_the_tables_articles(
    folder: Path, tmp_path: Path
) -> None:
    again = writing.tables(N, tmp_path / "again")
    for name in ("documents", "mentions", "quotations"):
        pd.testing.assert_frame_equal(parquet.read(folder, name), parquet.read(again, name))
    records = [json.loads(line) for line in writing.texts(N, tmp_path).read_text("utf-8").splitlines()]
    assert [one["text"] for one in records] == parquet.read(folder, "documents").text.tolist()


def test_a_page_is_measured_at_each_size(tmp_path: Path) -> None:
    lines = scale.scale([N], tmp_path, pages=["shared_text"]).splitlines()
    assert [line.split("|")[2].strip() for line in lines[2:]] == [
        scale.FIRST,
        scale.FILTER,
        "opening the corpus",
        "memory",
    ]
    seconds = [float(line.split("|")[3].split()[0]) for line in lines[2:]]
    assert all(value > 0 for value in seconds)


def test_the_search_is_measured_against_what_is_asked(tmp_path: Path) -> None:
    table = searching.search([N], tmp_path, 1)
    for what, seconds in searching.MOST.items():
        asked = [line for line in table.splitlines() if line.startswith(f"| {what}")]
        assert asked, what
        assert all(line.endswith(f"| {seconds} s |") for line in asked)
        assert all(float(line.split("|")[2].split()[0]) > 0 for line in asked)
