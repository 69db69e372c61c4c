"""Names and words in so much room: cut so that they are told apart, and read as words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tellings.views.theme import numbered, seen, short

_ALIKE = 4
"""Letters by which words are told apart at a glance; so many of a name's beginning are left where its middle is cut and
its first word has no room."""
MARKS = "“”‘’()[],:;-–\u00a0…"
"""Marks that may stand at a word."""


def apart(names: Sequence[str], most: int, among: Iterable[str] = ()) -> list[str]:
    """Names of so many characters at most. Where some begin alike, each that is cut keeps the word that tells it from
    them, and loses its middle.

    Args:
        names: those that are shown.
        most: characters of each.
        among: others that they are told from, on other pages of the same rows.

    >>> apart(["“Ukraine and Russia agreed …”", "“Ukrainian and Russian sides …”", "AFP"], 18)
    ['“Ukraine… agreed”', '“Ukrainian… sides”', 'AFP']
    """
    said = words_of(names)
    every = [*said, *words_of(among)]
    return [without_middle(words, every, most) for words in said]


def clipped(text: object, most: int) -> str:
    """Text of so many characters at most, cut behind a whole word where that is not among its first few letters.

    >>> clipped("The leaders of Ukraine and Russia agreed", 24)
    'The leaders of Ukraine…'
    """
    said = seen(text)
    if len(said) <= most:
        return said
    number = numbered(said)
    begins = said[: most - len(number)].rpartition(" ")[0].rstrip(" .,;:–—-…“\"'(")
    return f"{begins}…{number}" if len(begins) > most // 2 else short(said, most)


def words_of(names: Iterable[str]) -> list[list[str]]:
    """The words of each name."""
    return [seen(name).split(" ") for name in names]


def without_middle(words: Sequence[str], names: Iterable[Sequence[str]], most: int) -> str:
    """One of these names, in words, as :func:`apart` cuts it."""
    name = " ".join(words)
    same = max((_in_common(words, other) for other in names if other != words), default=0)
    begins = " ".join(words[:same])
    if len(name) <= most or not 0 < same < len(words) or len(begins) + len(words[same]) + 1 < most:
        return clipped(name, most)
    first = len(words[0].rstrip(",;:"))
    rest = " ".join(words[same:]).replace(" …", "")
    left = first if first + len(rest.partition(" ")[0]) + 2 <= most else _ALIKE
    tells = clipped(rest, most - left - 2)
    room = most - len(tells) - 2
    heads = (" ".join(words[:n]).rstrip(",;:") for n in range(same, 0, -1))
    return f"{next((one for one in heads if len(one) <= room), begins[:room])}… {tells}"


def _in_common(words: Sequence[str], others: Sequence[str]) -> int:
    """So many words of two names look alike, from the first on."""
    alike = (_glance(one) == _glance(other) for one, other in zip(words, others, strict=False))
    return next((i for i, same in enumerate(alike) if not same), min(len(words), len(others)))


def _glance(word: str) -> str:
    return word.strip(MARKS).casefold()[:_ALIKE]


def told_apart(ids: Iterable[str], names: Iterable[str], kinds: Iterable[str]) -> list[str]:
    """The names of entities; those that several of them bear have the type with them, so that colour is not alone.

    >>> told_apart(["a", "b", "a", "c"], ["Elm", "Elm", "Elm", "Lee"], ["city", "person", "city", "person"])
    ['Elm, city', 'Elm, person', 'Elm, city', 'Lee']
    """
    rows = list(zip(ids, names, kinds, strict=True))
    bearers: dict[str, set[str]] = {}
    for entity, name, _ in rows:
        bearers.setdefault(name.casefold(), set()).add(entity)
    return [f"{name}, {kind}" if len(bearers[name.casefold()]) > 1 else name for _, name, kind in rows]
