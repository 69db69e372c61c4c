"""The hashes of a corpus' tables: does what lies there match what was built?"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from tellings.folder import ours


def digest(path: Path) -> str:
    """SHA-256 of a file, or of the part files of a folder in the order of their names."""
    total = hashlib.sha256()
    for part in sorted(path.glob("*")) if path.is_dir() else [path]:
        with part.open("rb") as stream:
            while block := stream.read(1 << 20):
                total.update(block)
    return total.hexdigest()


def differing(folder: Path, descriptor: dict[str, Any]) -> list[str]:
    """The tables that the descriptor names and whose files are not there, or are not those that were built.

    A table without a hash is only looked for.
    """
    return [name for name, said in ours.described(descriptor).items() if not _matches(folder, name, said)]


def _matches(folder: Path, name: str, said: dict[str, Any]) -> bool:
    path, known = folder / f"{name}.parquet", said.get("hash")
    try:
        return path.exists() and (not known or known == f"sha256:{digest(path)}")
    except OSError:
        return False
