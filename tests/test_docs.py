"""The documentation cannot lie: tables, columns and commands are held against the code."""

from __future__ import annotations

import argparse
import re
from functools import cache
from pathlib import Path

import pytest

from tellings import cli, exports, schema
from tellings.query import filters
from tellings.settings import ROOT

COMMANDS = [
    command
    for action in cli._parser()._actions
    if isinstance(action, argparse._SubParsersAction)
    for command in action.choices
]
DOCS = ROOT / "docs"
TEXTS = [
    *ROOT.glob("*.md"),
    *DOCS.glob("*.md"),
    *(ROOT / "data").glob("*/README.md"),
    *ROOT.glob("tests/eval/*/*.md"),
]
KINDS = ("Added", "Changed", "Deprecated", "Removed", "Fixed", "Security")


def _documented() -> dict[str, list[str]]:
    found = {}
    for line in (DOCS / "corpus.md").read_text("utf-8").splitlines():
        match = re.fullmatch(r"\| `(\w+)` \| (doc_id|entity_id|topic_id|doc_a|source)(.*) \|", line)
        if match:
            columns = re.sub(r"\([^)]*\)", "", match[2] + match[3])
            found[match[1]] = [c.strip() for c in columns.split(",")]
    return found


@pytest.mark.parametrize("name", schema.TABLES)
def test_every_table_is_documented_as_it_is(name: str) -> None:
    columns = [f"{c.name}?" if c.nullable else c.name for c in schema.table(name).columns]
    assert _documented()[name] == columns


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([command, "--help"]) == cli.DONE
    assert f"example: python -m tellings {command}" in capsys.readouterr().out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(command: str) -> None:
    texts = [path.read_text("utf-8") for path in DOCS.glob("*.md")]
    assert any(f"python -m tellings {command}" in text for text in texts)


@pytest.mark.parametrize("to", [*exports.FORMATS, "project"])
def test_every_format_is_documented(to: str, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [line for line in (DOCS / "export.md").read_text("utf-8").splitlines() if line.startswith("| `")]
    assert any(f"`{to}`" in row.split(" | ")[0] for row in rows)
    assert cli.main(["export", "--help"]) == cli.DONE
    assert re.search(rf"\b{to}\b(?!-)", capsys.readouterr().out)


def test_every_type_of_entity_is_documented() -> None:
    said = (DOCS / "corpus.md").read_text("utf-8").split("**Types of entities**:")[1].split(".")[0]
    assert tuple(re.findall(r"`(\w+)`", said)) == schema.TYPES


def test_every_parameter_of_the_address_is_documented() -> None:
    table = (DOCS / "pages.md").read_text("utf-8").split("| parameter |")[1]
    said = [name for row in re.findall(r"^\| (`.*?) \|", table, re.M) for name in re.findall(r"`(\w+)`", row)]
    assert sorted(said) == sorted(filters.names())


@pytest.mark.parametrize("text", TEXTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_file_that_is_named_is_there(text: Path) -> None:
    """Files may be named by the end of their path; those whose name is in capitals are the reader's to choose."""
    there = [f"/{path.relative_to(ROOT).as_posix()}" for path in _files()]
    said = text.read_text("utf-8")
    named = re.findall(r"`((?:\w+/)*[a-z][a-z0-9_]*\.(?:py|txt|tsv|json|css|js|toml|png|svg))`", said)
    assert [name for name in named if not any(path.endswith(f"/{name}") for path in there)] == []
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", said) if "://" not in link]
    assert [link for link in links if not (text.parent / link).exists()] == []


@cache
def _files() -> list[Path]:
    folders = ("benchmarks", "data", "docs", "pages", "scripts", "seeds", "static", "tellings", "tests")
    return [*ROOT.glob("*"), *(path for folder in folders for path in (ROOT / folder).rglob("*"))]


def test_what_is_new_is_told_a_line_a_thing() -> None:
    """Under the headings of Keep a Changelog, in their order; an entry over two lines may lose one in a merge."""
    new = (ROOT / "CHANGELOG.md").read_text("utf-8").split("## [Unreleased]\n")[1].split("\n## [")[0]
    lines = [line for line in new.splitlines() if line]
    kinds = [line.removeprefix("### ") for line in lines if not line.startswith("- ")]
    assert kinds == [kind for kind in KINDS if kind in kinds]
    assert len(lines) == len(set(lines))
