"""A question that takes long is stopped from another thread."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tellings.store.corpus import Corpus
from tellings.store.stopping import StoppedError, Watch
from tests import shown

ENDLESS = "SELECT count(*) AS n FROM range(100000) a, range(100000) b WHERE (a.range + b.range) % 7 = 1"


def test_what_is_asked_under_a_watch_is_stopped_and_nothing_else(tmp_path: Path) -> None:
    watch, begun = Watch(), threading.Event()
    with Corpus(shown.write(tmp_path / "elm")) as corpus, ThreadPoolExecutor() as pool:

        def ask() -> None:
            with watch.hold():
                corpus.sql("SELECT 1 AS n")
                begun.set()
                corpus.sql(ENDLESS)

        asking = pool.submit(ask)
        assert begun.wait(30)
        watch.stop()
        with pytest.raises(StoppedError):
            asking.result(30)
        assert corpus.sql("SELECT 1 AS n").n.tolist() == [1], "the corpus goes on"
        with watch.hold(), pytest.raises(StoppedError):
            corpus.sql("SELECT 1 AS n")
