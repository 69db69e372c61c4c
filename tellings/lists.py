"""The hand-kept lists: files of lines, with remarks."""

from __future__ import annotations

from pathlib import Path


def lines(file: Path) -> list[str]:
    """The entries of a list; blank lines and those that begin with `#`, which are remarks, are none."""
    return [
        line for line in file.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")
    ]
