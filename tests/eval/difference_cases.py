"""Hold the differences against `difference_cases.jsonl`: two short articles each, and how two places in them stand.

A line has its kind, its articles, the two places (`[article, words]`) and the verdict on them; none where they answer
no common question. Cases whose id begins with `k-` were kept: their errors were not looked at; those that begin with
`t-` are told in sentences of their own, those with `a-` are of
acts without a figure. As a program it prints how many of each kind are right, and what is wrong:

    python -m tests.eval.difference_cases [--kept]
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from tellings.resolution.resolvers import STAGE
from tests import built

FILE = Path(__file__).with_name("difference_cases.jsonl")
PARTS = {"": "open", "k-": "kept", "t-": "told", "a-": "acts"}
"""The parts of the file, by how the ids begin."""
PUBLISHED = "2025-06-20"


class Case(NamedTuple):
    """Two articles and how two places in them stand."""

    id: str
    kind: str
    verdict: str | None
    about: list[tuple[int, str]]
    docs: list[str]


class Reached(NamedTuple):
    """What was found of a case: is there a topic on both places, with which verdict, and which conflicts are none."""

    found: bool
    verdict: str | None
    false: list[str]


def read() -> list[Case]:
    """All cases, in the order of the file."""
    return [Case(**json.loads(line)) for line in FILE.read_text("utf-8").splitlines()]


def write(case: Case, source: Path) -> None:
    """Write the articles of a case as a source of articles."""
    docs = [{"id": f"d{n}", "text": text, "published": PUBLISHED} for n, text in enumerate(case.docs)]
    source.write_text("\n".join(map(json.dumps, docs)), "utf-8")


def compared(source: Path) -> dict[str, pd.DataFrame]:
    """The tables of a source; fails where a comparison did: its empty tables would pass as few conflicts."""
    tables = built.tables(source)
    problems = tables["problems"]
    assert problems.loc[problems["stage"] == STAGE, "reason"].tolist() == []
    return tables


def reached(case: Case) -> Reached:
    """What Tellings makes of a case."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "in.jsonl"
        write(case, source)
        rows = compared(source)["discrepancies"]
    spans = [(f"d{n}", case.docs[n].index(words), len(words)) for n, words in case.about]
    verdict, false = None, []
    for _, topic in rows.groupby("topic_id"):
        told = [*zip(topic["doc_id"], topic["start"], topic["end"], strict=True)]
        met = all(any(d == doc and s < at + n and e > at for d, s, e in told) for doc, at, n in spans)
        given = topic["verdict"].iloc[0]
        if met and verdict != "conflict":
            verdict = given
        if given == "conflict" and not (met and case.verdict == "conflict"):
            false.append(f"{topic['topic'].iloc[0]} {topic['text'].tolist()}")
    return Reached(verdict is not None, verdict, false)


def measure(cases: list[Case]) -> tuple[Counter[tuple[str, str]], list[str]]:
    """By kind: how many conflicts are asked, found, called so; of the others how many; how many conflicts are false."""
    counts: Counter[tuple[str, str]] = Counter()
    errors = []
    for case in cases:
        got = reached(case)
        asked = case.verdict if case.verdict == "conflict" else "compatible" if case.verdict else "none"
        counts[case.kind, asked] += 1
        counts[case.kind, f"{asked} found"] += got.found
        counts[case.kind, "conflict right"] += asked == got.verdict == "conflict"
        counts[case.kind, "false"] += len(got.false)
        if got.false or (case.verdict and not got.found) or (asked == "conflict" != got.verdict):
            errors.append(f"{case.id}: {case.verdict} {got}")
    return counts, errors


def main(arguments: list[str]) -> None:
    """Print what is reached, and the errors of all but the kept ones."""
    for part in PARTS.values():
        counts, errors = measure([case for case in read() if PARTS.get(case.id[:2], "open") == part])
        print(part)
        for kind in [*sorted({kind for kind, _ in counts}), ""]:
            own = Counter[str]()
            for (one, what), n in counts.items():
                own[what] += n if kind in ("", one) else 0
            told = [f"{own[f'{w} found']} of {own[w]}" for w in ("conflict", "compatible", "none")]
            print(
                f"| {kind or 'all'} | {told[0]}, {own['conflict right']} | {told[1]} | {told[2]} | {own['false']} |"
            )
        if part != "kept" or "--kept" in arguments:
            print(*errors, sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
