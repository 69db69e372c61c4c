"""What is wrong is said in a sentence, with what to do: never a traceback."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tellings import schema
from tellings.folder import descriptor, exchange
from tellings.settings import DEFAULT_CORPUS, ROOT
from tellings.ui import registry
from tests import corpora, shown
from tests.app.opening import open_page, said

FIXTURES = ROOT / "tests" / "fixtures"
NAMES = [page.name for page in registry.PAGES]
PARAMETERS = (
    "doc",
    "publisher",
    "entity",
    "type",
    "place",
    "use",
    "speaker",
    "kind",
    "cue",
    "anonymous",
    "sort",
    "sel",
)
HOSTILE = "<img src=x onerror=alert(1)> \0 '; DROP TABLE documents; -- " + "x" * 400


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TELLINGS_HOME", str(tmp_path))
    shown.write(tmp_path / "elm")
    return tmp_path


@pytest.mark.parametrize("name", NAMES)
def test_an_unknown_corpus(name: str) -> None:
    page = said(open_page(name, corpus="atlantis"))
    assert "atlantis" in page
    assert "elm" in page, "it names the corpora there are"


def test_a_title_is_no_markup(home: Path) -> None:
    exchange.retitle(home / "elm", "![elm](https://elm.example/)")
    labels = [link.proto.label for link in open_page("texts", corpus="elm").get("page_link")]
    assert any("elm.example" in label.replace("\\", "") for label in labels)
    assert not any("![" in label for label in labels)


@pytest.mark.parametrize("table", ["documents", "toponyms", "reuse"])
def test_a_missing_table(home: Path, table: str) -> None:
    (home / "elm" / f"{table}.parquet").unlink()
    page = said(open_page("overview", corpus="elm"))
    assert f"lacks its table {table}.parquet" in page
    assert "sources again." in page


def test_a_table_whose_rows_alone_are_damaged(home: Path) -> None:
    shutil.copytree(ROOT / "data" / DEFAULT_CORPUS, home / "talks")
    file = home / "talks" / "tokens.parquet"
    whole = file.read_bytes()
    file.write_bytes(whole[:4] + bytes(len(whole) // 2) + whole[4 + len(whole) // 2 :])
    page = said(open_page("search", corpus="talks", q="ceasefire"))
    assert "This page cannot be shown whole" in page
    assert "Build it again." in page


@pytest.mark.parametrize("damage", [b"", b"PAR1", b"not a table at all", bytes(range(256)) * 8])
def test_a_damaged_table(home: Path, damage: bytes) -> None:
    (home / "elm" / "mentions.parquet").write_bytes(damage)
    page = said(open_page("entities", corpus="elm"))
    assert "mentions.parquet" in page
    assert "sources again." in page


@pytest.mark.parametrize(
    "damage", ["", "{", "[]", "[" * 100_000, '{"tellings": 1}', '{"tellings": {"schema": "x"}}']
)
def test_a_damaged_descriptor(home: Path, damage: str) -> None:
    (home / "elm" / descriptor.DESCRIPTOR).write_text(damage)
    page = said(open_page("overview", corpus="elm"))
    assert "The corpus “elm” cannot be opened." in page
    assert "sources again." in page


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("version", range(schema.OLDEST, schema.VERSION))
def test_a_corpus_of_an_older_version(home: Path, version: int, name: str) -> None:
    shutil.copytree(FIXTURES / f"schema-{version}", home / "older")
    page = said(open_page(name, corpus="older"))
    assert f"<h1>{registry.entry(name).title}</h1>" in page
    assert "cannot be opened" not in page


def test_a_corpus_that_was_made_without_a_table(home: Path) -> None:
    about = descriptor.read(home / "elm")
    about["resources"] = [r for r in about["resources"] if r["name"] != "reuse"]
    about["tellings"]["schema"] = schema.VERSION - 1
    descriptor.write(home / "elm", about)
    (home / "elm" / "reuse.parquet").unlink()
    page = said(open_page("method", corpus="elm"))
    assert "the table reuse did not exist then" in page
    assert "Annotate the sources again" in page


def test_a_table_that_is_not_as_built(home: Path) -> None:
    about = descriptor.read(home / "elm")
    for resource in about["resources"]:
        if resource["name"] == "dates":
            resource["hash"] = "sha256:" + "0" * 64
    descriptor.write(home / "elm", about)
    page = said(open_page("entities", corpus="elm"))
    assert "The table dates of this corpus is not as built" in page
    assert "<h1>Entities</h1>" in page


def test_a_corpus_of_a_newer_version(home: Path) -> None:
    corpora.write(home / "future", schema=schema.VERSION + 1)
    page = said(open_page("entities", corpus="future"))
    assert "The corpus “future” cannot be opened." in page
    assert "newer" in page


@pytest.mark.parametrize("parameter", PARAMETERS)
def test_a_value_that_nothing_has(parameter: str) -> None:
    page = said(open_page("entities", corpus="elm", **{parameter: HOSTILE}))
    assert "<h1>Entities</h1>" in page
    assert "<img" not in page


@pytest.mark.parametrize("name", NAMES)
def test_values_that_nothing_has(name: str) -> None:
    page = said(open_page(name, corpus="elm", **dict.fromkeys(PARAMETERS, HOSTILE)))
    assert f"<h1>{registry.entry(name).title}</h1>" in page
    assert "<img" not in page


def test_a_parameter_that_there_is_not() -> None:
    page = said(open_page("entities", corpus="elm", colour="blue"))
    assert "colour" in page
