"""What `make check` looks at before the tests, so that the README's test command looks at it too."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tellings.settings import ROOT

LAYERS = "from importlinter.cli import lint_imports_command as check; check()"


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
