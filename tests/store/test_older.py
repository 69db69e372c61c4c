"""Corpora made by an older version open: what did not exist then is empty, what is missing is damage."""

from __future__ import annotations

import errno
import json
import os
import shutil
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

import tellings
from tellings import cli, schema
from tellings.build import resolving
from tellings.errors import CorpusError
from tellings.folder import descriptor, older, parquet, target
from tellings.settings import ROOT
from tests import shown

FIXTURES = ROOT / "tests" / "fixtures"
VERSIONS = range(schema.OLDEST, schema.VERSION)


def _without(path: Path, table: str, columns: list[str] | None = None) -> None:
    """Make the corpus one of a time when the table, or these columns of it, did not exist."""
    about = descriptor.read(path)
    resource = next(r for r in about["resources"] if r["name"] == table)
    if columns is None:
        about["resources"].remove(resource)
        parquet.path_of(path, table).unlink()
    else:
        fields = resource["schema"]["fields"]
        resource["schema"]["fields"] = [f for f in fields if f["name"] not in columns]
        resource.pop("hash", None)
        file = parquet.path_of(path, table)
        pq.write_table(pq.read_table(file).drop_columns(columns), file)
    descriptor.write(path, {**about, "tellings": {**about["tellings"], "schema": schema.VERSION - 1}})


@pytest.mark.parametrize("version", VERSIONS)
def test_a_corpus_of_each_older_version_opens_whole(version: int, tmp_path: Path) -> None:
    path = shutil.copytree(FIXTURES / f"schema-{version}", tmp_path / "old")
    with tellings.open(path) as corpus:
        assert corpus.descriptor["tellings"]["schema"] == version
        assert corpus.altered(wait=True) == []
        assert corpus.n_documents == 2
        for name, table in schema.TABLES.items():
            assert list(corpus.table(name).columns) == table.names
            asked = corpus.sql(
                f'SELECT {", ".join(f"{chr(34)}{c}{chr(34)}" for c in table.names)} FROM "{name}"'
            )
            assert len(asked) == len(corpus.table(name))
        assert corpus.log is not None
        assert corpus.log.problems == []
        assert "Renamed by a person" in set(corpus.entities.name)
    with tellings.open(path, corrections=False) as corpus:
        assert "Renamed by a person" not in set(corpus.entities.name)


@pytest.mark.parametrize("version", VERSIONS)
def test_what_came_later_is_written_down(version: int) -> None:
    path = FIXTURES / f"schema-{version}"
    docs = (ROOT / "docs" / "corpus.md").read_text("utf-8")
    row = next(line for line in docs.splitlines() if line.startswith(f"| {version + 1} |"))
    later = FIXTURES / f"schema-{version + 1}" / descriptor.DESCRIPTOR
    now = older.gaps(descriptor.read(later.parent), later.parent) if later.is_file() else {}
    for name, gap in older.gaps(descriptor.read(path), path).items():
        for column in set(gap) - set(now.get(name, ())):
            named = f"`{name}`" if older.whole(gap, name) else f"`{name}.{column}`"
            assert named in row, f"docs/corpus.md: name {named} in the row of version {version + 1}"


@pytest.mark.parametrize("table", [name for name in schema.TABLES if name != "documents"])
def test_a_table_that_did_not_exist_then_is_empty(table: str, tmp_path: Path) -> None:
    path = shown.write(tmp_path / "c")
    _without(path, table)
    with tellings.open(path) as corpus:
        assert len(corpus.table(table)) == 0
        assert list(corpus.table(table).columns) == schema.table(table).names
        assert len(corpus.sql(f'SELECT * FROM "{table}"')) == 0
        assert corpus.gaps == {table: tuple(schema.table(table).names)}
        assert f"the table {table} did not exist" in older.words(corpus.descriptor, corpus.gaps)


@pytest.mark.parametrize("table", schema.TABLES)
def test_columns_that_did_not_exist_then_are_empty(table: str, tmp_path: Path) -> None:
    path = shown.write(tmp_path / "c")
    key = {*schema.table(table).key, "text"}
    gone = [c for c in schema.table(table).columns if c.name not in key and not c.values][-4:]
    _without(path, table, [c.name for c in gone])
    rows = len(pq.read_table(parquet.path_of(path, table)))
    with tellings.open(path, corrections=False) as corpus:
        frame, asked = corpus.table(table), corpus.sql(f'SELECT * FROM "{table}"')
        assert list(frame.columns) == schema.table(table).names
        assert len(frame) == len(asked) == rows
        for column in gone:
            for values in (frame[column.name], asked[column.name]):
                assert not any(value for value in values if value == value and value is not None)
        whole = older.words(corpus.descriptor, corpus.gaps)
        assert all(f"{table}.{column.name}" in whole for column in gone)


def test_a_table_or_column_that_the_descriptor_names_is_damage_where_it_is_missing(tmp_path: Path) -> None:
    path = shown.write(tmp_path / "c")
    file = parquet.path_of(path, "dates")
    pq.write_table(pq.read_table(file).drop_columns(["mod"]), file)
    with pytest.raises(CorpusError, match="lacks mod"):
        tellings.open(path)
    file.unlink()
    with pytest.raises(CorpusError, match=r"lacks its table dates.parquet"):
        tellings.open(path)


def test_a_descriptor_of_this_version_that_names_less_is_damaged(tmp_path: Path) -> None:
    path = shown.write(tmp_path / "c")
    about = descriptor.read(path)
    for resource in about["resources"]:
        if resource["name"] == "documents":
            resource["schema"]["fields"] = resource["schema"]["fields"][:3]
    descriptor.write(path, about)
    with pytest.raises(CorpusError, match="does not name documents as this version has"):
        tellings.open(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the platform has no named pipes")
@pytest.mark.parametrize(
    "name",
    [
        *("datapackage.json", "corrections.jsonl", "dates.parquet", "dates.parquet/1.parquet"),
        *("dates.parquet/a/1.parquet", "dates.parquet/1.txt"),
    ],
)
def test_a_pipe_in_a_corpus_is_named(name: str, tmp_path: Path) -> None:
    path = shown.write(tmp_path / "c")
    if "/" in name:
        whole = (path / "dates.parquet").rename(path / "0.parquet")
        (path / name).parent.mkdir(parents=True)
        whole.rename(path / "dates.parquet" / whole.name)
    (path / name).unlink(missing_ok=True)
    os.mkfifo(path / name)
    with pytest.raises(CorpusError, match=f"{name} is a pipe"):
        tellings.open(path)
    with pytest.raises(CorpusError, match="stays as it is"):
        target.check(path)
    with pytest.raises(CorpusError, match=f"{name} is a pipe"):
        resolving.resolve(path)


def test_a_folder_that_may_not_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = shown.write(tmp_path / "c")
    for name in ("listdir", "stat"):
        real = getattr(os, name)

        def closed(at: Any, *args: Any, real: Any = real, **options: Any) -> Any:
            if not isinstance(at, int) and Path(at) in (path, path / descriptor.DESCRIPTOR):
                raise PermissionError(errno.EACCES, "Permission denied", str(at))
            return real(at, *args, **options)

        with monkeypatch.context() as patch:
            patch.setattr(os, name, closed)
            with pytest.raises(CorpusError, match=r"cannot be read .Permission denied"):
                descriptor.read(path)


def test_of_other_folders_in_a_corpus_nothing_is_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = shown.write(tmp_path / "c")
    (path / "pictures" / "many").mkdir(parents=True)
    looked: list[Path] = []
    monkeypatch.setattr(descriptor, "_check_kind", looked.append)
    descriptor.read(path)
    assert path / "pictures" in looked
    assert path / "pictures" / "many" not in looked


@pytest.mark.parametrize("resources", [[], None, "none", [{"name": "tokens"}], [1, {"name": 2}]])
def test_a_descriptor_that_names_no_articles_is_damaged(tmp_path: Path, resources: object) -> None:
    path = shown.write(tmp_path / "c")
    descriptor.write(path, {**descriptor.read(path), "resources": resources})
    with pytest.raises(CorpusError, match="names no table of articles"):
        tellings.open(path)


@pytest.mark.parametrize("version", [0, -1, True, None, "1", 1.5])
def test_a_version_that_there_never_was_is_said(tmp_path: Path, version: object) -> None:
    path = shown.write(tmp_path / "c")
    about = descriptor.read(path)
    descriptor.write(path, {**about, "tellings": {**about["tellings"], "schema": version}})
    with pytest.raises(CorpusError, match="of which version"):
        tellings.open(path)


def test_info_says_what_an_older_corpus_lacks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = shown.write(tmp_path / "c")
    _without(path, "reuse")
    assert cli.main(["info", str(path)]) == cli.DONE
    assert "the table reuse did not exist then" in capsys.readouterr().out
    assert cli.main(["info", str(path), "--json"]) == cli.DONE
    assert "reuse" in json.loads(capsys.readouterr().out)["notices"][0]
