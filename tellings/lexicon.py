"""The hand-kept word lists of `data/lexicon`, read once."""

from __future__ import annotations

from functools import lru_cache

from tellings import settings


@lru_cache(maxsize=64)
def words(name: str) -> frozenset[str]:
    """The entries of a list: the first column, in small letters.

    Args:
        name: the file's stem, such as "titles".
    """
    return frozenset(_rows(name))


@lru_cache(maxsize=64)
def classes(name: str) -> dict[str, str]:
    """The entries of a list of two columns: entry to value."""
    return {key: value for key, value in _rows(name).items() if value}


def _rows(name: str) -> dict[str, str]:
    rows = {}
    for line in (settings.read().data / "lexicon" / f"{name}.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            key, _, value = line.partition("\t")
            rows[key.strip().lower()] = value.strip()
    return rows
