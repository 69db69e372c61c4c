"""Which lines of a log are in force: undo and redo read from the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tellings.corrections.lines import Correction


@dataclass(frozen=True, slots=True)
class Standing:
    """A line, whether it is in force, the id of the undo or redo that decided so, and whether an undo or redo names
    a line before it.
    """

    line: Correction
    in_force: bool
    by: str | None
    speaks_of: bool


def standing(lines: Sequence[Correction]) -> list[Standing]:
    """Each line with its standing, in order; a second line of one id is left out.

    An undo or redo speaks of lines before it. A line is in force unless the last undo or redo that names it, and is
    itself in force, is an undo. So an undone undo leaves the line as it was before that undo, and so on.
    """
    unique: dict[str, Correction] = {}
    for line in lines:
        unique.setdefault(line.id, line)
    place = {identity: i for i, identity in enumerate(unique)}
    decided: dict[str, Correction] = {}
    standings = []
    for line in reversed(unique.values()):
        last = decided.get(line.id)
        in_force = last is None or last.action == "redo"
        undoes = line.action in ("undo", "redo")
        named = not undoes or place.get(str(line.target), len(place)) < place[line.id]
        if in_force and undoes and named:
            decided.setdefault(str(line.target), line)
        standings.append(Standing(line, in_force, last.id if last else None, named))
    return standings[::-1]
