"""The tour: five steps over the pages themselves, each an address, to be left and taken again at any time."""

from __future__ import annotations

from typing import Any, NamedTuple

from tellings.query.filters import TOUR


class Step(NamedTuple):
    """A step of the tour: its page, what is set there, what it says."""

    page: str
    said: str
    changes: dict[str, Any]


_SAID = (
    Step(
        "overview",
        "Some articles tell of one event. Below stand the articles, and questions that lead to their answers. Every "
        "number on these pages opens the sentences behind it.",
        {},
    ),
    Step(
        "entities",
        "Who and what is named, and by which article: the longer the bar, the more often; a cell for each article. "
        "Click a bar or a number to read the sentences.",
        {},
    ),
    Step(
        "quotations",
        "Who speaks without a name. Each source is called as its article calls it, with what it tells. The buttons "
        "below lead to all who speak, and to the same words in several articles.",
        {"view": "sources"},
    ),
    Step(
        "map",
        "The regions that are spoken of: the stronger the colour, the more often. Click one to see in whose words. "
        "Where somebody only passes on what another said, that is told too.",
        {"sort": "quotations"},
    ),
    Step(
        "reader",
        "An article with all that was found marked in it. Click a mark to see what it is and how it was found. What is "
        "wrong you can correct, and take back.",
        {},
    ),
)
STEPS = dict(zip(TOUR, _SAID, strict=True))
"""The steps by the value of `tour` in the address."""
