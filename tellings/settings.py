"""Paths and bounds, read once from the environment."""

from __future__ import annotations

import math
import os
import re
from dataclasses import dataclass
from pathlib import Path

import platformdirs

ROOT = Path(__file__).resolve().parent.parent
"""The project's top folder."""

DATA = ROOT / "data"
"""The corpora, lexica and maps that are shipped."""

DEFAULT_CORPUS = "istanbul-2025-05-16"

VERSION = "0.1.0"
"""The program's."""

HOST = re.compile(r"(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(:[0-9]{1,5})?")
"""A name as a Host header has it, in small letters: a domain, an IPv4 address, an IPv6 address in brackets; a port."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set from outside.

    Attributes:
        home: where a user's own corpora and corrections live (`TELLINGS_HOME`).
        data: the corpora, lexica and maps that are shipped.
        model: the spaCy model to annotate with, None for the best installed (`TELLINGS_MODEL`).
        max_document_bytes: a larger source is skipped and named (`TELLINGS_MAX_DOCUMENT_MB`).
        max_file_bytes: the same of files, which may hold many articles (`TELLINGS_MAX_FILE_MB`).
        reader_seconds: a file that is read without telling anything for longer is given up (`TELLINGS_READER_SECONDS`).
        reader_memory_bytes: what reading may need, on Linux (`TELLINGS_READER_MEMORY_MB`).
        max_document_seconds: of computing in which a document is annotated, and half as much again for each 100,000
            characters; one that takes longer is skipped and named (`TELLINGS_MAX_DOCUMENT_SECONDS`).
        corrections: `saved`, `session` or `off` (`TELLINGS_CORRECTIONS`); None decides by the server's address.
        uploads: what visitors bring is `saved`, lives in their `session`, or is `off` (`TELLINGS_UPLOADS`); None
            decides as for corrections.
        hosts: the names to which the server answers, with a port or for all ports (`TELLINGS_HOSTS`, between commas);
            empty for those of this machine.
    """

    home: Path
    data: Path
    model: str | None
    max_document_bytes: int
    max_file_bytes: int
    reader_seconds: float
    reader_memory_bytes: int
    max_document_seconds: float
    corrections: str | None
    uploads: str | None
    hosts: tuple[str, ...]


def read() -> Settings:
    """The settings as the environment has them now.

    Raises:
        ValueError: a variable holds something that it may not; the message names the variable.
    """
    home = os.environ.get("TELLINGS_HOME")
    corrections, uploads = _mode("TELLINGS_CORRECTIONS"), _mode("TELLINGS_UPLOADS")
    hosts = tuple(
        part.strip().lower() for part in os.environ.get("TELLINGS_HOSTS", "").split(",") if part.strip()
    )
    for host in hosts:
        if not HOST.fullmatch(host):
            raise ValueError(
                f"TELLINGS_HOSTS has {host!r}; give names between commas, such as news.example.org, 192.0.2.7:8501"
            )
    return Settings(
        home=Path(home).expanduser()
        if home
        else Path(platformdirs.user_data_dir("tellings", appauthor=False)),
        data=DATA,
        model=os.environ.get("TELLINGS_MODEL") or None,
        max_document_bytes=int(_number("TELLINGS_MAX_DOCUMENT_MB", "megabytes", 5) * 1_000_000),
        max_file_bytes=int(_number("TELLINGS_MAX_FILE_MB", "megabytes", 200) * 1_000_000),
        reader_seconds=_number("TELLINGS_READER_SECONDS", "seconds", 120),
        reader_memory_bytes=int(_number("TELLINGS_READER_MEMORY_MB", "megabytes", 3000) * 1_000_000),
        max_document_seconds=_number("TELLINGS_MAX_DOCUMENT_SECONDS", "seconds", 60),
        corrections=corrections,
        uploads=uploads,
        hosts=hosts,
    )


def _mode(variable: str) -> str | None:
    said = os.environ.get(variable) or None
    if said not in (None, "saved", "session", "off"):
        raise ValueError(f"{variable} is {said!r}; it may be saved, session or off")
    return said


def _number(variable: str, unit: str, default: int) -> float:
    value = os.environ.get(variable) or str(default)
    try:
        number = float(value)
    except ValueError:
        number = math.nan
    if not 0 < number < math.inf:
        raise ValueError(f"{variable} is {value!r}; give a number of {unit}, such as {default}")
    return number
