"""The people's layer: an append-only log of corrections, applied to the machine's tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

NEEDS: tuple[str, ...] = ()


@dataclass(frozen=True)
class Log:
    """The lines of a log, and what is wrong with others."""

    lines: list[Any] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Applied:
    """What the corrections changed."""

    tables: dict[str, pd.DataFrame]
    status: pd.DataFrame
    successors: dict[str, str]


def read(path: Path) -> Log:
    """The corrections of a file."""
    return Log()


def apply(tables: Mapping[str, pd.DataFrame], lines: Sequence[Any]) -> Applied:
    """The tables with the corrections applied."""
    return Applied({}, pd.DataFrame(), {})
