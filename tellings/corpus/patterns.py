"""What is kept as data: TOML files of patterns, of named parts and of forms that are made of them; tables of words."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from tellings import lists, settings

_PART = re.compile(r"\{([a-z]\w*)\}")
_BREAK = "\n  "
"""A pattern may run over several lines; what joins them is no part of it."""


def read(file: str, **parts: str) -> dict[str, Any]:
    """The tables of a file of patterns, each `{name}` in them replaced by the part of that name.

    Args:
        file: its path below `data/`.
        parts: those that are made of lists of words; the file's own table `parts` adds to them, and each may use those
            before it.
    """
    said = tomllib.loads((settings.DATA / Path(file)).read_text("utf-8"))
    for name, part in said.pop("parts", {}).items():
        parts[name] = _made(part, parts)
    return {name: _made(table, parts) for name, table in said.items()}


def _made(said: Any, parts: dict[str, str]) -> Any:
    if isinstance(said, str):
        return _PART.sub(lambda part: parts[part[1]], f"\n{said}".replace(_BREAK, "").removeprefix("\n"))
    if isinstance(said, dict):
        return {name: _made(one, parts) for name, one in said.items()}
    return [_made(one, parts) for one in said] if isinstance(said, list) else said


def table(file: str) -> dict[str, str]:
    """A list of two columns, parted by a tab: the second by the first.

    Args:
        file: its path below `data/`.
    """
    return dict(line.split("\t", 1) for line in lists.lines(settings.DATA / file))
