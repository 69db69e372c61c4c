from __future__ import annotations

from pathlib import Path

import pytest

from tests.evaluation import small


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """The small article with its rows."""
    return small.written(tmp_path)
