"""Every page and view at the sizes of a projector, laptop, large screen, telephone and magnified: all can be read."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.boxes import SIZES, faults

ADDRESSES = (
    "overview",
    "reader",
    "entities",
    "entities?view=rates",
    "entities?view=spellings",
    "entities?view=first",
    "entities?view=together",
    "quotations",
    "quotations?view=words",
    "quotations?view=voices",
    "quotations?view=sources",
    "quotations?view=cues",
    "map",
    "map?view=countries",
    "map?view=outlets",
    "corrections",
    "corrections?view=check",
    "method",
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_text_stands_on_another_or_is_cut(visit: Callable[..., Page], address: str) -> None:
    page = visit(address)
    found = {size: faults(page, *pixels) for size, pixels in SIZES.items()}
    assert not any(found.values()), found
