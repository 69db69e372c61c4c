"""What the search costs at each size: a word's first lines, its neighbours, key words; seconds, and what is asked.

Each size is measured in a process of its own on the made-up corpus of so many articles, the answers not kept; the least
of so many times counts, and a question asked before them all has made the index known.

    python -m benchmarks search [--sizes 1000 10000 100000] [--times 3]
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

FIRST = 100
"""Lines of a word that are looked at."""
MOST = {"its first 100 lines": 0.3, "its neighbours": 1.0, "key words of two halves, by date": 3.0}
"""Seconds that a question may take at 100,000 articles."""


def search(sizes: list[int], home: Path, times: int) -> str:
    """A table: seconds of each question at each size, those of the processor in brackets, and what is asked."""
    found = {size: _measured(size, home, times) for size in sizes}
    lines = ["| question | " + " | ".join(f"{size:,}" for size in sizes) + " | at most |"]
    lines.append("| --- |" + " ---: |" * (len(sizes) + 1))
    for what in found[sizes[0]]:
        cells = " | ".join("{:.2f} s ({:.2f})".format(*found[size][what]) for size in sizes)
        asked = next((f"{seconds} s" for name, seconds in MOST.items() if what.startswith(name)), "")
        lines.append(f"| {what} | {cells} | {asked} |")
    return "\n".join(lines)


def _measured(size: int, home: Path, times: int) -> dict[str, tuple[float, float]]:
    from benchmarks.made_up.writing import tables

    path = tables(size, home / f"made-up-{size}")
    command = [sys.executable, "-m", "benchmarks.searching", str(path), str(times)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr[-3000:])
    seconds: dict[str, tuple[float, float]] = json.loads(done.stdout.splitlines()[-1])
    return seconds


def _one(path: str, times: int) -> dict[str, tuple[float, float]]:
    """The questions to one corpus, in this process."""
    import tellings

    corpus = tellings.open(path)
    half = str(corpus.sql("SELECT quantile_disc(published, 0.5) AS day FROM documents").day.iloc[0])
    words = corpus.frequencies()
    spread = {"rare": words[words.n < 0.0001 * words.n.sum()].word.iloc[0], "frequent": words.word.iloc[20]}
    questions: dict[str, Callable[[], Any]] = {}
    for which, word in spread.items():
        said = f"of a {which} word ({int(words.n[words.word == word].iloc[0]):,} times)"
        questions |= {
            f"its first {FIRST} lines, {said}": lambda word=word: corpus.concordance(word, most=FIRST),
            f"its first {FIRST} lines, sorted, {said}": lambda word=word: corpus.concordance(
                word, sort=["r1", "r2"], most=FIRST
            ),
            f"its neighbours, {said}": lambda word=word: corpus.collocates(word),
        }
    questions |= {
        "key words of two halves, by date": lambda: corpus.keyness({"date": f"..{half}"}),
        "key words of what is quoted": lambda: corpus.keyness({"kind": "quotations"}),
        "[person] said, its first lines": lambda: corpus.concordance("[person] said", most=FIRST),
    }
    return {what: _least(times, ask) for what, ask in questions.items()}


def _least(times: int, ask: Callable[[], Any]) -> tuple[float, float]:
    taken = []
    for _ in range(times):
        wall, processor = time.perf_counter(), time.process_time()
        ask()
        taken.append((time.perf_counter() - wall, time.process_time() - processor))
    return min(taken)


if __name__ == "__main__":  # one corpus, in a process of its own
    print(json.dumps(_one(sys.argv[1], int(sys.argv[2]))))
