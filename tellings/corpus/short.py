"""One short name for each article: the same in columns, axes, legends, keys and files, and no other article's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

_WHOLE = 26
"""Characters of a title that is short enough to be a name as it is."""
_FEWEST, _MOST = 3, 8
"""Words of a title that tell an article from others."""
_SMALL = frozenset("a an the and as at but by for from in of on or that to with".split())
"""Words that tell nothing and lead on to one that does: they are not among the few."""


def names(labels: Sequence[str], publishers: Sequence[str | None]) -> list[str]:
    """The short name of each article, in the order given.

    An article is called by its publisher where that has no other here; else by the first words of its title, as few as
    no other begins with, behind the publisher where one is known. Those of one title are numbered.

    Args:
        labels: the title of each article, or its first words.
        publishers: of each article, None where not known.

    >>> names(["Talks fail", "Talks in Istanbul end without a truce", "Two sides meet"], ["AFP", None, "AFP"])
    ['AFP, “Talks fail”', '“Talks in Istanbul end …”', 'AFP, “Two sides meet”']
    """
    articles = Counter(publishers)
    shorts = [who if who and articles[who] == 1 else "" for who in publishers]
    left = [i for i, name in enumerate(shorts) if not name]
    for n in range(_FEWEST, _MOST + 1):
        said = {i: _called(publishers[i], _first(labels[i], n)) for i in left}
        bearers = Counter(name.casefold() for name in said.values())
        alone = {i: name for i, name in said.items() if bearers[name.casefold()] == 1 or n == _MOST}
        for i, name in alone.items():
            shorts[i] = name
        left = [i for i in left if i not in alone]
    return _numbered(shorts)


def given(doc_ids: Sequence[str], found: Sequence[str], said: Mapping[str, str]) -> list[str]:
    """The short names where people gave some articles theirs, by `doc_id`: what another was called so is numbered."""
    order = sorted(range(len(doc_ids)), key=lambda i: doc_ids[i] not in said)
    unique = _numbered([said.get(doc_ids[i], found[i]) for i in order])
    return [name for _, name in sorted(zip(order, unique, strict=True))]


def _called(publisher: str | None, title: str) -> str:
    return f"{publisher}, “{title}”" if publisher else f"“{title}”"


def _first(title: str, n: int) -> str:
    """The first words of a title, with the small ones between them."""
    words = title.strip("“”\"' ").removesuffix("…").split()
    if len(" ".join(words)) <= _WHOLE:
        return " ".join(words).rstrip(".")
    telling = [i for i, word in enumerate(words) if word.lower() not in _SMALL] or [0]
    part = " ".join(words[telling[0] : telling[:n][-1] + 1]).rstrip(".,:;–—- ")
    return part[:1].upper() + part[1 : 2 * _WHOLE].rstrip() + " …"


def _numbered(found: Sequence[str]) -> list[str]:
    """The names, those that stood before with a number that makes them others'."""
    taken: set[str] = set()
    last: Counter[str] = Counter()
    unique = []
    for name in found:
        key, said = name.casefold(), name
        while said.casefold() in taken:
            last[key] += 1
            said = f"{name} ({last[key] + 1})"
        taken.add(said.casefold())
        unique.append(said)
    return unique
