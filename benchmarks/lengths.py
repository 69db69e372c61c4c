"""Annotation of a long text against one half as long: of prose, and of what scraping and broken files give."""

from __future__ import annotations

import time
from statistics import median

from benchmarks.table import Row
from tellings.annotation.batches import annotate_batch
from tellings.corpus.documents import Document
from tellings.settings import ROOT

LENGTH = 40_000
"""Characters of the longer text."""

_PROSE = (ROOT / "seeds" / "002_babd184a971e07c5.txt").read_text("utf-8")
REPEATED = {
    "prose": _PROSE + "\n\n",
    "prose on one line": " ".join(_PROSE.split()) + " ",
    "letters without a space": "abcdefghij",
    "brackets": "(",
    "brackets of three kinds": ")]}",
    "open marks": "“",
    "open marks in words": "“a ",
    "straight marks": '" ',
    "quotations": "“Yes,” he said. ",
    "labels of a transcript": "SMITH: yes\n",
    "reports in reports": "he said that ",
    "names": "Alpha Beta ",
    "names joined": "Anna and Bob and ",
    "names of names": "King of ",
    "initials": "A. ",
    "a list": "one, ",
    "figures": "12,345 ",
    "sums": "$5 ",
    "ranges": "5 to ",
    "numbers in words": "five hundred ",
    "dates": "May 5 ",
    "numbered points": "1. ",
    "one letter a line": "a\n",
    "columns": "a\t",
    "hyphens": "a-",
    "dots": ". . . ",
    "addresses": "http://a.b/",
    "pictures": "😀",
}
"""What the texts repeat."""


def lengths(times: int) -> list[Row]:
    """Processor seconds of a text, and of half of it."""
    return [_row(name, unit, times) for name, unit in REPEATED.items()]


def _row(name: str, unit: str, times: int) -> Row:
    texts = [(unit * (length // len(unit) + 1))[:length] for length in (LENGTH, LENGTH // 2)]
    _seconds(texts[1])
    ours, half = (median(_seconds(text) for _ in range(times)) for text in texts)
    return Row(f"twice the length: {name}", ours, half, "s", at_most=2.5)


def _seconds(text: str) -> float:
    started = time.process_time()
    annotate_batch([Document("a", text, "a", "")], None)
    return time.process_time() - started
