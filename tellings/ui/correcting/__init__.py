"""The forms of corrections: on an entity's card, on the reader's, where a place is chosen, on a question."""

from tellings.ui.correcting.entity import for_entity
from tellings.ui.correcting.mention import find_missed, for_mention, for_missed
from tellings.ui.correcting.place import for_place
from tellings.ui.correcting.quotation import for_quotation
from tellings.ui.correcting.topic import for_topic

__all__ = [
    "find_missed",
    "for_entity",
    "for_mention",
    "for_missed",
    "for_place",
    "for_quotation",
    "for_topic",
]
