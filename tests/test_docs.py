"""The documentation cannot lie: tables, columns and commands are held against the code."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import pytest

from tellings import cli, schema

COMMANDS = [
    command
    for action in cli._parser()._actions
    if isinstance(action, argparse._SubParsersAction)
    for command in action.choices
]
DOCS = Path(__file__).resolve().parent.parent / "docs"


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
