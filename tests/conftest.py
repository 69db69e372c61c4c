"""What every test stands on: a home of its own, properties that repeat, the language model loaded once a worker."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

if TYPE_CHECKING:
    from spacy.language import Language

hypothesis.settings.register_profile("local", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "local")

pytest_plugins = ["tests.steadiness", "pytester"]

HERE = Path(__file__).parent
MARKED = {HERE / "browser": "browser", HERE / "eval": "eval"}
# Roughly what a test of a folder takes beside one of the others. Only the order of the files hangs on it.
WEIGHTS = {"browser": 20, "app": 5, "build": 20}
# A worker holds the language model, a server and a browser: some 1.5 GB.
MOST = 8


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """As many workers as this process may use cores."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, MOST)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark tests by their folder, and those that load the language model; put the files that take longest first,
    so that workers that take whole files end together."""
    longest = Counter[Path]()
    for item in items:
        longest[item.path] += WEIGHTS.get(item.path.parent.name, 1)
    items.sort(key=lambda item: (-longest[item.path], item.path))
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
