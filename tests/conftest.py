"""What every test stands on: a home of its own, properties that repeat, the language model loaded once."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

if TYPE_CHECKING:
    from spacy.language import Language

hypothesis.settings.register_profile("local", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "local")

HERE = Path(__file__).parent
MARKED = {HERE / "browser": "browser", HERE / "eval": "eval"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark tests by their folder, and those that load the language model."""
    for item in items:
        for folder, marker in MARKED.items():
            if folder in item.path.parents:
                item.add_marker(marker)
        if "nlp" in getattr(item, "fixturenames", ()):
            item.add_marker("model")


@pytest.fixture(autouse=True, scope="session")
def _home(tmp_path_factory: pytest.TempPathFactory) -> None:
    """No test sees or changes the corpora of whoever runs it, nor their settings."""
    for name in [name for name in os.environ if name.startswith("TELLINGS_") and name != "TELLINGS_BROWSER"]:
        del os.environ[name]
    os.environ["TELLINGS_HOME"] = str(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The language model that the pins install."""
    from tellings.annotation.pipeline import load_model

    return load_model()
