"""What the tests of pages share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import shown


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with a corpus that may be corrected."""
    monkeypatch.setenv("TELLINGS_HOME", str(tmp_path))
    monkeypatch.setenv("TELLINGS_CORRECTIONS", "saved")
    shown.write(tmp_path / "elm")
    return tmp_path
