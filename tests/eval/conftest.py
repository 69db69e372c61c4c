"""The corpus that is measured: the five seeds, annotated now, without corrections."""

from __future__ import annotations

from pathlib import Path

import pytest

from tellings.settings import ROOT

KEY = Path(__file__).parent / "key"


@pytest.fixture(scope="session")
def measured(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from tellings.build import pipeline

    out = tmp_path_factory.mktemp("measured") / "seeds"
    pipeline.annotate([ROOT / "seeds"], out)
    return out
