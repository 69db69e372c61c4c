"""What the tests of names share."""

from __future__ import annotations

import pytest

from tellings.resources import gazetteer


@pytest.fixture(scope="module")
def places() -> gazetteer.Gazetteer:
    """The gazetteer."""
    return gazetteer.load()
