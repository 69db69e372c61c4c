"""The corpus whose every number is known; where another is needed, the test file has its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tellings.store.corpus import Corpus
from tests import shown


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    with Corpus(shown.write(tmp_path_factory.mktemp("corpora") / "elm")) as corpus:
        yield corpus
