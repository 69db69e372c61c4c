"""The hand-kept word lists of `data/lexicon`, read once."""

from __future__ import annotations

from functools import lru_cache

from tellings import lists, settings
from tellings.plural import plural, singulars


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


@lru_cache(maxsize=1)
def short_titles() -> frozenset[str]:
    """Titles and forms of address in short, behind which a full stop ends no sentence: Dr, Gen, Cllr."""
    titles = classes("titles") | classes("honorifics")
    return frozenset(word for word, kind in titles.items() if kind == "short")


DOERS = ("er", "or", "ist", "ian", "ant", "ee", "man", "woman", "master", "mistress")
"""How nouns end that say what somebody does."""


@lru_cache(maxsize=1)
def persons() -> frozenset[str]:
    """The nouns for persons: those of WordNet and what the press calls persons besides, in the singular."""
    bodies = _bodies() - groups("things")["callings"]
    return (words("persons") - _things() | words("roles")) - bodies | words("person_nouns")


@lru_cache(maxsize=1)
def _things() -> frozenset[str]:
    """Nouns that end as doers do and mean none."""
    return frozenset(word for word, kinds in classes("persons").items() if kinds == "thing")


def kinds_of(noun: str) -> tuple[str, ...]:
    """What a person of whom a noun is said is besides: a singer and a musician, who is a soprano."""
    kinds = classes("persons").get(noun, "").split()
    return tuple(kind for kind in kinds if kind in persons())


@lru_cache(maxsize=1)
def _bodies() -> frozenset[str]:
    """Nouns of the press for bodies, companies and ships: a maker, an operator, a trawler."""
    kinds = ("bodies", "companies", "makers", "trades", "ships")
    return frozenset().union(*(groups("things")[kind] for kind in kinds))


@lru_cache(maxsize=1)
def _traders() -> tuple[str, ...]:
    return tuple(word for word in _bodies() if word.endswith(DOERS))


@lru_cache(maxsize=256)
def beneath(noun: str) -> frozenset[str]:
    """The nouns for persons of whom another may be said: soprano and tenor, beneath singer."""
    return frozenset(word for word in classes("persons") if noun in kinds_of(word))


def is_person(noun: str) -> bool:
    """Is a noun in the singular one for persons: pupil, ex-miner, dad-of-two; also scaffolder, by its ending alone?

    Not what ends as a company or ship does: a shipmaker.
    """
    noun = noun.lower().partition("-of-")[0]
    one = noun.removeprefix("ex-").removeprefix("co-")
    last = one.rpartition("-")[2]
    if not persons().isdisjoint((noun, one, last, one.replace("-", ""))):
        return True
    return last.endswith(DOERS) and last not in _things() and not last.endswith(_traders())


def one_of(nouns: str) -> str:
    """The noun for one of several persons: woman of *women*, witness of *witnesses*; one that is none as it is."""
    ones = [one for one in singulars(nouns) if is_person(one)]
    return ones[0] if ones else nouns


def sex_of_noun(noun: str) -> str | None:
    """`m` or `f` where a noun or form of address, in small letters, is said of one sex: wife, chairman, mrs."""
    for name in ("address_gender", "role_gender", "kin"):
        if noun in words(name):
            return classes(name).get(noun)
    several = plural(noun) if noun.endswith("man") else ""
    return "f" if several.endswith("women") else "m" if several.endswith("men") else None


@lru_cache(maxsize=1)
def known_names() -> dict[str, tuple[str, str]]:
    """Well-known bodies and products: as printed, to their type and the name that they stand for (or "")."""
    names = {}
    for entry in rows("known_names"):
        name, kind, full = ([*entry, "", ""])[:3]
        names[name] = (kind, full)
    return names


@lru_cache(maxsize=1)
def teams() -> dict[str, str]:
    """The known teams of sport: each name, long or short, to the full one; "" where several are called so."""
    names = {full: full for full, *_ in rows("teams")}
    for full, *others in rows("teams"):
        for other in filter(None, ";".join(others).split(";")):
            names[other] = full if names.get(other, full) == full else ""
    return names


@lru_cache(maxsize=64)
def rows(name: str) -> list[list[str]]:
    """The entries of a list of several columns, as they are written."""
    return [line.split("\t") for line in _lines(name)]


def _lines(name: str) -> list[str]:
    return lists.lines(next((settings.DATA / "lexicon").glob(f"{name}.*")))


def _rows(name: str) -> dict[str, str]:
    values = {}
    for line in _lines(name):
        key, _, value = line.partition("\t")
        values[key.strip().lower()] = value.strip()
    return values
