"""What the lines of a log changed in a corpus with an index, kept so that the next opening takes it over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pyarrow as pa

from tellings import corrections as people

MANY = 5_000
"""Of more changed articles than so many, views are not made anew, but asked of the tables."""
MOST = 50
"""Of more layers than so many one is made: each costs every opening a little."""


@dataclass(frozen=True)
class Layer:
    """What some lines changed, for good: no other line has anything to do with it.

    Attributes:
        stand: the lines, each with its standing.
        docs: the articles that they name or change.
        ids: the entities that they name, move or change.
        applied: what was applied, without its tables.
        tables: what stands beside the index: `gone NAME`, the rows of a table that are others now, by number (`row`);
            `own NAME`, those that took their place; the keys (`doc_id`, …) of the articles that changed; and by its
            name each view that was made anew of these. Without `doc_id`, no view was.
    """

    stand: list[people.Standing]
    docs: frozenset[str]
    ids: frozenset[str]
    applied: people.Applied
    tables: dict[str, pa.Table]

    @property
    def changed(self) -> set[str]:
        """The tables of which it has other rows than the index."""
        return {name[4:] for name in self.tables if name.startswith("own ")}

    def apart(self, stand: Sequence[people.Standing], docs: set[str], ids: set[str]) -> bool:
        """Have lines that name or change these nothing to do with it?"""
        undone = {str(one.line.target) for one in stand if one.line.action in ("undo", "redo")}
        return not (self.docs & docs or self.ids & ids or undone & {one.line.id for one in self.stand})


def still_true(before: Sequence[Layer], stand: Sequence[people.Standing]) -> list[Layer]:
    """The layers that are taken over: whose lines stand as they did and in their order.

    Where there are too many of them none is, so that one is made of all their lines; where too many articles had
    changed, and have no more, those are not whose views were not made anew.
    """
    places = {one.line.id: (place, one) for place, one in enumerate(stand)}
    kept = []
    for layer in before:
        there = [places[one.line.id] for one in layer.stand if one.line.id in places]
        if [one for _, one in sorted(there, key=lambda at: at[0])] == layer.stand:
            kept.append(layer)
    if len(kept) > MOST:
        return []
    few = sum(len(layer.docs) for layer in kept) <= MANY
    return [layer for layer in kept if not few or "doc_id" in layer.tables]
