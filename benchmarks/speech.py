"""What quotations and pronouns add to parsing, and how their time grows with hostile text."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from functools import partial

from benchmarks.table import Row
from tellings.annotation.pipeline import load_model, read_article
from tellings.annotation.reference import coreference
from tellings.annotation.speech import quotations
from tellings.annotation.speech.marks import marked
from tellings.corpus.blocks import Block

PARAGRAPH = (
    "“We are ready for week {n},” Mr. Smith said on Monday. “It is time.” He told reporters that talks with Jones, "
    "who was “tired”, had failed {n} times, and accused the council of delay.\n\n"
)
HOSTILE = {"one mark": '"', "open marks": "“", "marks and spaces": "” “", "single marks": "’ ‘a"}


def speech(times: int) -> list[Row]:
    """Quotations against the spaCy pipeline, and marks in twice the text against once."""
    nlp = load_model()
    text = "".join(PARAGRAPH.format(n=n) for n in range(60))
    parsing = _median(times, lambda: read_article(nlp, "news", text))
    article = read_article(nlp, "news", text)
    finding = _median(times, lambda: (coreference.resolve(article, []), quotations.quotations(article, [])))
    rows = [Row("quotations and pronouns, to the time of parsing", finding, parsing, "s", at_most=0.15)]
    for name, mark in HOSTILE.items():
        once, twice = (_median(times, partial(_marks, mark * n)) for n in (100_000, 200_000))
        rows.append(Row(f"marks, {name}: twice the text", twice, once, "s", at_most=2.6))
    return rows


def _marks(text: str) -> None:
    marked(text, (Block(0, len(text), "paragraph", True),))


def _median(times: int, run: Callable[[], object]) -> float:
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)
