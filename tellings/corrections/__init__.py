"""The people's layer: an append-only log of corrections, applied to the machine's tables by one function.

`docs/corrections.md` says what a line is, what each action does and how targets are found again.
"""

from tellings.corrections.applying import COLUMNS, NEEDS, Applied, Tables, apply, joined
from tellings.corrections.changed import no_changes
from tellings.corrections.lines import ACTIONS, Correction, dump, new, parse
from tellings.corrections.log import Log, append, export, loads, read
from tellings.corrections.reach import named
from tellings.corrections.targets import (
    MENTION,
    QUOTATION,
    Answers,
    Entity,
    NewEntity,
    Part,
    Place,
    Question,
    Side,
    Span,
    Speaker,
    Speakers,
    Unmarked,
    Use,
)
from tellings.corrections.undo import Standing, standing

__all__ = [
    "ACTIONS", "COLUMNS", "MENTION", "NEEDS", "QUOTATION", "Answers", "Applied", "Correction", "Entity", "Log",
    "NewEntity", "Part", "Place", "Question", "Side", "Span", "Speaker", "Speakers", "Standing", "Tables", "Unmarked",
    "Use", "append", "apply", "dump", "export", "joined", "loads", "named", "new", "no_changes", "parse", "read",
    "standing",
]  # fmt: skip
