"""What `make check` looks at before the tests, so that the README's test command looks at it too."""

from __future__ import annotations

import ast
import subprocess
import sys

import pytest

from tellings.settings import ROOT

LAYERS = "from importlinter.cli import lint_imports_command as check; check()"

LONG = 350
"""Lines that a file of code stays under: it holds one idea. Keys of the evaluation are data, as long as they are."""

CODE = ("app.py", "start.py", "pages", "tellings", "tests", "benchmarks", "scripts")

MANY = 5
"""Positional arguments that a call may have: with more nobody knows which is which."""


@pytest.mark.parametrize(
    "arguments",
    [
        ["-m", "ruff", "format", "--check"],
        ["-m", "ruff", "check"],
        ["-m", "mypy"],
        ["-c", LAYERS, "--no-cache"],
    ],
    ids=["format", "lint", "types", "layers"],
)
def test_style(arguments: list[str]) -> None:
    done = subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_calls_name_their_arguments_where_there_are_many() -> None:
    paths = (ROOT / "app.py", *(ROOT / "pages").glob("*.py"), *(ROOT / "tellings").rglob("*.py"))
    found = [
        f"{path}:{node.lineno} {ast.unparse(node.func)}"
        for path in paths
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and len(node.args) > MANY
    ]
    assert found == []


def test_a_file_of_code_holds_one_idea() -> None:
    paths = [path for name in CODE for path in [ROOT / name, *(ROOT / name).rglob("*")]]
    code = [path for path in paths if path.suffix in {".py", ".js", ".css"}]
    lengths = {str(path.relative_to(ROOT)): path.read_text("utf-8").count("\n") for path in code}
    assert {name: n for name, n in lengths.items() if n >= LONG} == {}
