"""The hand-kept word lists of `data/lexicon`, read once."""

from __future__ import annotations

from functools import lru_cache

from tellings import lists, settings


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


@lru_cache(maxsize=64)
def groups(name: str) -> dict[str, frozenset[str]]:
    """The words of each group of a list whose second column has several, between spaces."""
    return {group: frozenset(several.split()) for group, several, *_ in rows(name)}


_DOERS = ("er", "or", "ist", "ian", "ant", "ee", "man", "woman", "master", "mistress")
"""How nouns end that say what somebody does."""


def may_be_persons(noun: str) -> bool:
    """May a noun in the singular count persons: pupil, nurse, welder? Also "tanker": its ending alone does not tell."""
    known = noun in words("person_nouns") or noun in words("roles") or noun in words("role_nouns")
    return known or noun.endswith(_DOERS)


@lru_cache(maxsize=1)
def known_names() -> dict[str, tuple[str, str]]:
    """Well-known bodies and products: as printed, to their type and the name that they stand for (or "")."""
    found = {}
    for entry in rows("known_names"):
        name, kind, full = ([*entry, "", ""])[:3]
        found[name] = (kind, full)
    return found


@lru_cache(maxsize=1)
def teams() -> dict[str, str]:
    """The known teams of sport: each name, long or short, to the full one; "" where several are called so."""
    found = {full: full for full, *_ in rows("teams")}
    for full, *others in rows("teams"):
        for other in filter(None, ";".join(others).split(";")):
            found[other] = full if found.get(other, full) == full else ""
    return found


@lru_cache(maxsize=64)
def rows(name: str) -> list[list[str]]:
    """The entries of a list of several columns, as they are written."""
    return [line.split("\t") for line in _lines(name)]


def _lines(name: str) -> list[str]:
    return lists.lines(next((settings.DATA / "lexicon").glob(f"{name}.*")))


def _rows(name: str) -> dict[str, str]:
    found = {}
    for line in _lines(name):
        key, _, value = line.partition("\t")
        found[key.strip().lower()] = value.strip()
    return found
