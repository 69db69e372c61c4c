"""What has its evidence open: a table and the values that pick its rows, as written in `sel`.

`sel=mentions&sel=entity:person:zelensky&sel=doc:000` opens the mentions of an entity in one article. A selection
narrows what the filters of the same address let through, so that a number and what it opens agree.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tellings.query.openable import OPENABLE
from tellings.query.sql import Where

SPAN = "span"
"""In place of a table: a span of an article, for the reader alone."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Rows of one table, picked by values of some of its keys.

    Attributes:
        table: one of :data:`tellings.query.openable.OPENABLE`, or :data:`SPAN`, with `start` and `end`.
        terms: pairs of a key and a value. The value `unknown` of speaker, place, cue, admin1 and country asks for
            rows without one. Of mentions `entity` and `beside` open the names of both in the sentences that name both
            (see :mod:`tellings.analysis.cooccurrence`). `left` and `right` are the quotations that are compared word by
            word; they pick nothing.
    """

    table: str
    terms: tuple[tuple[str, str], ...] = ()

    @property
    def sel(self) -> tuple[str, ...]:
        """The values of `sel` that say this."""
        return (self.table, *(f"{key}:{value}" for key, value in self.terms))

    def get(self, key: str) -> str | None:
        """The value of a key, None where it is not asked for."""
        return dict(self.terms).get(key)

    def where(self) -> Where:
        """The selection as a condition on its table's rows."""
        where = Where()
        for key, value in self.terms:
            where = where.also(*OPENABLE[self.table].pick(key)(value))
        return where


def select(table: str, **terms: str) -> Selection:
    """A selection: `select("mentions", entity="gn:703448", doc="000")`.

    Raises:
        ValueError: the table has no such key.
    """
    if table == SPAN and terms.keys() <= {"start", "end"}:
        return Selection(table, tuple(terms.items()))
    if table not in OPENABLE:
        raise ValueError(f"no table {table!r} can be opened; there are {', '.join(OPENABLE)}")
    for key in terms:
        OPENABLE[table].pick(key)
    return Selection(table, tuple(terms.items()))


def parse(sel: Sequence[str]) -> tuple[Selection | None, str | None]:
    """Read the values of `sel`.

    Returns:
        The selection and None; or None and, where something was written but says nothing, a sentence about it.
    """
    if not sel:
        return None, None
    pairs = [part.partition(":")[::2] for part in sel[1:]]
    try:
        return select(sel[0], **{key: value for key, value in pairs if value}), None
    except ValueError:
        return None, "The address asks to open something that this page does not know; nothing is opened."
