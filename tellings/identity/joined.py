"""Things that are found to be one, two at a time."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TypeVar

_Thing = TypeVar("_Thing", bound=Hashable)


class Joined:
    """Things by number, each in a set with those that it was joined with; a set is known by one of them."""

    def __init__(self, n: int) -> None:
        """Start with `n` things, each alone."""
        self._into = list(range(n))

    def root(self, i: int) -> int:
        """The thing by which the set of `i` is known."""
        while self._into[i] != i:
            self._into[i] = self._into[self._into[i]]
            i = self._into[i]
        return i

    def is_root(self, i: int) -> bool:
        """Is a set known by this one?"""
        return self._into[i] == i

    def join(self, lost: int, kept: int) -> None:
        """Put the set known by `lost` into the one known by `kept`."""
        self._into[lost] = kept


def unite(group: dict[_Thing, list[_Thing]], a: _Thing, b: _Thing) -> None:
    """Put the groups of two things together.

    Args:
        group: by each thing the list of those that are one with it, itself among them; changed in place.
        a: a thing.
        b: another one.
    """
    mine, theirs = group[a], group[b]
    if mine is not theirs:
        mine += theirs
        group.update(dict.fromkeys(theirs, mine))
