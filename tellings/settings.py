"""Paths and bounds, read once from the environment."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

import platformdirs

ROOT = Path(__file__).resolve().parent.parent
"""The project's top folder."""

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
        corrections: `saved`, `session` or `off` (`TELLINGS_CORRECTIONS`); None decides by the server's address.
        hosts: the names to which the server answers, with a port or for all ports (`TELLINGS_HOSTS`, between commas);
            empty for those of this machine.
    """

    home: Path
    data: Path
    model: str | None
    max_document_bytes: int
    corrections: str | None
    hosts: tuple[str, ...]


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
        data=ROOT / "data",
        model=os.environ.get("TELLINGS_MODEL") or None,
        max_document_bytes=int(megabytes * 1_000_000),
        corrections=corrections,
        hosts=hosts,
    )
