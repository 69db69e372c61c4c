"""The type of a name that stands for a place: the gazetteer's kind; of a place that it lacks, what the text shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tellings.annotation.names.entity_types import Decision
from tellings.annotation.names.lands import abbreviated
from tellings.annotation.names.tokens import Candidate, Tokens
from tellings.annotation.names.whereabouts import is_corner
from tellings.resources.lexicon import groups, words
from tellings.schema import TYPE_OF_KIND

if TYPE_CHECKING:
    from tellings.resources.gazetteer import Gazetteer

_LANDSCAPES = frozenset({"word", "kind", "road", "member for", "part"})
"""Evidence of a name that holds what it is (Lake Sarno), or is called a river, a road, a constituency or a suburb."""


_REGIONS = groups("place_context")["region_words"]


def place_type(
    tokens: Tokens, one: Candidate, decision: Decision, gazetteer: Gazetteer, lands: frozenset[str]
) -> str:
    """The type of a place's name, as in the table `mentions`.

    What no gazetteer holds and is called nothing is a town or village, as nearly all places are that news name without
    a noun; not where it has an article (the Kalangi, the Visayas), the model takes it for a landscape, or it is told as
    a part of a town (Ameerpet, Hyderabad).
    """
    text = tokens.span(one.start, one.end)
    if is_corner(tokens, one) or text.lower() in words("directions"):
        return "location"
    short = abbreviated(text, lands, gazetteer)
    if decision.method == "abbreviation" and short is None:
        return "region"
    for place in [short] if short else gazetteer.candidates(text):
        return TYPE_OF_KIND[place.kind]
    if decision.method in ("of whom", "town"):  # people are from towns
        return "city"
    article = "the" in (tokens.lower[one.start], tokens.lower[max(0, one.start - 1)])
    if decision.method in _LANDSCAPES or article or one.label == "LOC":
        return "location"
    return "location" if _is_part_of_town(tokens, one, gazetteer) else "city"


def _is_part_of_town(tokens: Tokens, one: Candidate, gazetteer: Gazetteer) -> bool:
    """Does a town stand behind its comma, or behind a preposition: Ameerpet, Hyderabad; Agodi in Ibadan?

    Not in a list: Tada, Chennai and Gudur.
    """
    if tokens.lower[one.end : one.end + 1] not in ([","], ["in"]):
        return False
    first = end = one.end + 1
    while end < min(first + 3, len(tokens.text)) and tokens.text[end][:1].isupper():
        end += 1
        places = gazetteer.candidates(tokens.span(first, end))
        if places:
            behind = tokens.lower[end] if end < len(tokens.text) else ""
            return places[0].kind == "city" and behind not in ("and", "or") and behind not in _REGIONS
    return False
