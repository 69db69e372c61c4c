"""Annotation against the language model alone, on the same texts."""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median

from benchmarks.table import Row
from tellings.annotation.batches import annotate_batch
from tellings.annotation.pipeline import load_model
from tellings.corpus.documents import Document
from tellings.corpus.readers import read_sources
from tellings.settings import ROOT

SOURCES = (ROOT / "seeds", ROOT / "tests" / "fixtures" / "harbour")


def annotate(times: int) -> list[Row]:
    """Words per second: all that `annotate` does for a batch, and the model's own part of it."""
    documents = [found for found in read_sources(SOURCES, max_bytes=5_000_000) if isinstance(found, Document)]
    nlp = load_model()
    words = sum(len(document.text.split()) for document in documents)

    def everything() -> None:
        annotate_batch(documents, None)

    def model() -> None:
        for _ in nlp.pipe(document.text for document in documents):
            pass

    ours, bare = [], []
    everything()  # not counted: word lists and gazetteer are read once
    model()
    for _ in range(times):
        bare.append(words / _seconds(model))
        ours.append(words / _seconds(everything))
    return [Row("annotate, words per second", median(ours), median(bare), "/s", at_least=0.7)]


def _seconds(work: Callable[[], None]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
