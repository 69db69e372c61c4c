"""The tables of an opened corpus are held against their hashes, once for each state of the files."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

import tellings
from tellings import cli, schema
from tellings.folder import descriptor, parquet, writing
from tellings.store import connecting, intact
from tests import corpora

MADE_BY = {"program": "0", "model": "none 0", "rules": "0", "schema": schema.VERSION}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    rows = corpora.paragraph("a", "Ana Ruiz met the mayor of Lima.")
    tables = {
        name: pd.DataFrame(rows[name], columns=schema.table(name).names)
        if name in rows
        else schema.empty(name)
        for name in schema.TABLES
    }
    writing.write(tables, tmp_path / "c", title="A corpus", made_by=MADE_BY)
    return tmp_path / "c"


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The tables that were read for their hash, one an entry."""
    tables: list[str] = []
    digest: Callable[[Path, str], str] = parquet.digest

    def counted(folder: Path, name: str) -> str:
        tables.append(name)
        return digest(folder, name)

    monkeypatch.setattr(parquet, "digest", counted)
    return tables


def test_a_corpus_as_it_was_built_is_looked_at_once(path: Path, looked: list[str]) -> None:
    for _ in range(3):
        with tellings.open(path) as corpus:
            assert corpus.altered() == []
    assert len(looked) == len(schema.TABLES)


def test_a_table_that_was_changed_is_named(
    path: Path, looked: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with tellings.open(path) as corpus:
        assert corpus.altered() == []
    sentences = parquet.read(path, "sentences")
    parquet.write(sentences.assign(end=sentences.end - 1), path, "sentences")
    with tellings.open(path) as corpus:
        assert corpus.altered() == ["sentences"]
    with tellings.open(path, corrections=False) as corpus:
        assert corpus.altered() == ["sentences"]
    assert len(looked) == 2 * len(schema.TABLES), "once for each state of the files"
    assert cli.main(["info", str(path)]) == cli.DONE
    assert "The table sentences of this corpus is not as built" in capsys.readouterr().out


def test_a_large_corpus_opens_before_it_is_looked_at(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connecting, "HELD", 0)
    sentences = parquet.read(path, "sentences")
    parquet.write(sentences.assign(end=sentences.end - 1), path, "sentences")
    may_look, digest = threading.Event(), parquet.digest

    def waiting(folder: Path, name: str) -> str:
        may_look.wait(30)
        return digest(folder, name)

    monkeypatch.setattr(parquet, "digest", waiting)
    with tellings.open(path) as corpus:
        assert corpus.n_documents == 1
        assert corpus.altered() == [], "not known yet"
        may_look.set()
        assert corpus.altered(wait=True) == ["sentences"]
        assert corpus.altered() == ["sentences"]


def test_part_files_have_one_hash(path: Path) -> None:
    whole = parquet.path_of(path, "mentions").read_bytes()
    folder = path / "parts.parquet"
    folder.mkdir()
    (folder / "part-0.parquet").write_bytes(whole[:10])
    (folder / "part-1.parquet").write_bytes(whole[10:])
    assert parquet.digest(path, "parts") == parquet.digest(path, "mentions")


def test_what_is_said_of_changed_tables() -> None:
    assert intact.words([]) == ""
    assert "The tables dates, tokens of this corpus are not as built" in intact.words(["dates", "tokens"])


def test_every_table_that_a_build_writes_has_its_hash(path: Path) -> None:
    with tellings.open(path) as corpus:
        described = descriptor.tables(corpus.descriptor)
    assert list(described) == list(schema.TABLES)
    for name, said in described.items():
        assert said["hash"] == parquet.digest(path, name)
