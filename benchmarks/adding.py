"""What adding articles costs against annotating them alone, and how much faster two processes annotate than one.

    python -m benchmarks.adding [--articles 1000] [--added 100] [--laid] [--workers]

Asked is that adding costs at most three times annotating what is added, in processor's seconds, and that two
processes annotate at least 1.7 times as fast as one, by the clock. Where others use the machine too, the clock says
little, and the processor's seconds of all processes tell what two have to do beside what one has. Articles are made up.
With `--laid` only those that are added are annotated, once and alone; in the builds, what stands in the articles is
taken from where it was laid out: so many thousand can be measured.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import numpy as np
import pandas as pd

from benchmarks.made_up import writing
from tellings.annotation.batches import ANNOTATED
from tellings.annotation.parsing import load_model
from tellings.build import pipeline
from tellings.corpus.documents import Document
from tellings.folder import parquet
from tellings.resources import gazetteer

Tables = dict[str, pd.DataFrame]


class Took(NamedTuple):
    """Of a build: processor's seconds of annotating, of all, and with those of its processes; and the seconds of
    annotating by the clock.
    """

    annotating: float
    all: float
    together: float
    clock: float


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description="What adding articles costs.")
    parser.add_argument("--articles", type=int, default=1000, help="that are there before")
    parser.add_argument("--added", type=int, default=100)
    parser.add_argument("--laid", action="store_true", help="those that are there before are not annotated")
    parser.add_argument("--workers", action="store_true", help="one process against two, for `--articles`")
    asked = parser.parse_args()
    load_model()  # the model and the word lists are read once, by whichever comes first
    gazetteer.load()
    with TemporaryDirectory() as place:
        folder = Path(place)
        file = writing.texts(asked.articles + asked.added, folder / "texts")
        records = file.read_text("utf-8").splitlines(keepends=True)
        if asked.workers:
            one, two = (build(records[: asked.articles], folder / f"c{n}", n) for n in (1, 2))
            print(
                f"{asked.articles:,} articles: one process {one.clock:.0f} s, two {two.clock:.0f} s: "
                f"{one.clock / two.clock:.2f} times; of processor, the whole build, {one.together:.0f} and "
                f"{two.together:.0f} s"
            )
            return
        annotating = 0.0
        if asked.laid:
            annotating = build(records[asked.articles :], folder / "alone", 1).annotating
            pipeline._tables = laid(asked.articles + asked.added, folder)
        build(records[: asked.articles], folder / "c", 1)
        took = build(records, folder / "c", 1)
        annotating, rest = annotating or took.annotating, took.together - took.annotating
        print(
            f"{asked.added:,} added to {asked.articles:,}: annotating {annotating:.1f} s, all else {rest:.1f} s: "
            f"{1 + rest / annotating:.2f} times"
        )


def laid(n: int, folder: Path) -> Callable[[Sequence[tuple[str, Document]], str | None], Tables]:
    """In the place of annotating a batch: what stands in made-up articles whose numbers follow each other."""
    made = writing.tables(n, folder / "laid")
    tables = {name: parquet.read(made, name) for name in ANNOTATED}
    ids = {name: table["doc_id"].to_numpy(dtype=object) for name, table in tables.items()}

    def of_batch(batch: Sequence[tuple[str, Document]], _model: str | None) -> Tables:
        first, last = batch[0][1].doc_id, batch[-1][1].doc_id
        return {
            name: table.iloc[np.searchsorted(ids[name], first) : np.searchsorted(ids[name], last, "right")]
            for name, table in tables.items()
        }

    return of_batch


def build(records: Sequence[str], out: Path, workers: int) -> Took:
    """Build a corpus of these records, or add what is new of them to it."""
    source = out.parent / "texts.jsonl"
    source.write_text("".join(records), encoding="utf-8")
    told: list[tuple[float, float]] = []
    began, before = time.process_time(), sum(os.times()[:4])
    pipeline.annotate(
        [source],
        out,
        workers=workers,
        progress=lambda _done, _of: told.append((time.process_time(), time.perf_counter())),
    )
    (first, since), (last, until) = told[0], told[-1]
    return Took(last - first, time.process_time() - began, sum(os.times()[:4]) - before, until - since)


if __name__ == "__main__":
    main()
