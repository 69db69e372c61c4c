"""Paths and bounds, read once from the environment."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

ROOT = Path(__file__).resolve().parent.parent
"""The project's top folder."""

DEFAULT_CORPUS = "istanbul-2025-05-16"

VERSION = "0.1.0"
"""The program's."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set from outside.

    Attributes:
        home: where a user's own corpora and corrections live (`TELLINGS_HOME`).
        data: the corpora, lexica and maps that are shipped.
        model: the spaCy model to annotate with, None for the best installed (`TELLINGS_MODEL`).
        max_document_bytes: a larger source is skipped and named (`TELLINGS_MAX_DOCUMENT_MB`).
        corrections: `saved`, `session` or `off` (`TELLINGS_CORRECTIONS`); None decides by the server's address.
    """

    home: Path
    data: Path
    model: str | None
    max_document_bytes: int
    corrections: str | None


def read() -> Settings:
    """The settings as the environment has them now.

    Raises:
        ValueError: a variable holds something that it may not; the message names the variable.
    """
    home = os.environ.get("TELLINGS_HOME")
    size = os.environ.get("TELLINGS_MAX_DOCUMENT_MB", "5")
    try:
        megabytes = float(size)
    except ValueError as err:
        raise ValueError(
            f"TELLINGS_MAX_DOCUMENT_MB is {size!r}; give a number of megabytes, such as 5"
        ) from err
    corrections = os.environ.get("TELLINGS_CORRECTIONS") or None
    if corrections not in (None, "saved", "session", "off"):
        raise ValueError(f"TELLINGS_CORRECTIONS is {corrections!r}; it may be saved, session or off")
    return Settings(
        home=Path(home).expanduser()
        if home
        else Path(platformdirs.user_data_dir("tellings", appauthor=False)),
        data=ROOT / "data",
        model=os.environ.get("TELLINGS_MODEL") or None,
        max_document_bytes=int(megabytes * 1_000_000),
        corrections=corrections,
    )
