"""What people said of a corpus' sources, kept in its descriptor: a later build reads them in the same way."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tellings.corpus.taught import Taught, of_record
from tellings.errors import CorpusError
from tellings.folder import exchange

_TAUGHT = "taught"


def taught(folder: Path) -> Taught:
    """What a corpus was made with; nothing where there is none, or it was told nothing."""
    try:
        described = exchange.read_descriptor(folder)
    except CorpusError:
        return Taught()
    return of_record(described["tellings"].get(_TAUGHT))


def of(said: Taught) -> dict[str, Any]:
    """What stands of it in the descriptor, beside the versions that made the corpus."""
    return {_TAUGHT: said.record()} if said.record() else {}
