"""The forms of corrections: on an entity's card, on the reader's, and where a place is chosen."""

from tellings.ui.correcting.entity import for_entity
from tellings.ui.correcting.mention import find_missed, for_mention, for_missed
from tellings.ui.correcting.place import for_place
from tellings.ui.correcting.quotation import for_quotation

__all__ = ["find_missed", "for_entity", "for_mention", "for_missed", "for_place", "for_quotation"]
