"""Fit the weights of `tellings.resolution.likelihood` to the invented events and pairs of articles of this folder.

Two answers of two articles are to one question where the key has both in one topic. As a program it prints the weights,
and of how many pairs of each event that is so to which the weights of the others give a half or more:

    python -m tests.eval.pairs
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from tellings.resolution import at_odds, topics
from tellings.resolution.answers import EARLIER, PARTS_OF, Answer, answers
from tellings.resolution.events import events_of
from tellings.resolution.likelihood import WEIGHTS, evidence
from tellings.resolution.passages import passages
from tests import built
from tests.eval.difference_cases import read, write

EVENTS = Path(__file__).parent / "events"
UNFITTED = ["abeokuta", "dam", "derby", "dunedin", "galway", "llanelli", "penang", "prairie", "takeover"]
"""Events that are measured with the weights and not used for them."""
FIRM = 1.0
"""How firmly the weights are held small (L2)."""

Pair = tuple[list[float], bool]
Span = tuple[str, int, int]


def sources(folder: Path) -> Iterator[tuple[str, Path, list[list[Span]]]]:
    """The name of each event or pair of articles, its source, and the answers to each question of its key."""
    for key in sorted(EVENTS.glob("*.json")):
        told = json.loads(key.read_text("utf-8"))["topics"]
        yield (
            key.stem,
            key.with_suffix(""),
            [[(a["doc"], a["start"], a["end"]) for a in topic["answers"]] for topic in told],
        )
    for case in (case for case in read() if not case.id.startswith("k-")):  # those are kept
        source = folder / f"{case.id}.jsonl"
        write(case, source)
        places = [(f"d{n}", case.docs[n].index(words)) for n, words in case.about]
        spans = [(doc, at, at + len(words)) for (doc, at), (_, words) in zip(places, case.about, strict=True)]
        yield "pairs of articles", source, [spans] if case.verdict else []


def pairs(source: Path, key: list[list[Span]], *, whole: bool) -> Iterator[Pair]:
    """What speaks for and against one question for each two answers, and whether they are to one.

    Args:
        source: the articles.
        key: the answers to each question.
        whole: has the key all questions? Else what agrees outside it is not counted.
    """
    tables = built.tables(source)
    copied = sorted({*zip(tables["reuse"]["doc_a"], tables["reuse"]["doc_b"], strict=True)})
    event = events_of(tables, copied)
    found = answers(tables, passages(tables), event)
    topics.tell_parts(found)
    shared = topics.shared_sentences(tables["reuse"])
    for group in topics.comparable(found, event):
        for a, b in combinations(group, 2):
            one = any(_holds(told, a) and _holds(told, b) for told in key)
            asked = _is_weighed(a, b) and (a.sentence_id, b.sentence_id) not in shared
            if asked and (whole or one or not at_odds.fit(a, b)):
                yield list(evidence(a, b).values()), one


def _is_weighed(a: Answer, b: Answer) -> bool:
    """Is it for the weights to say whether two answers are to one question?"""
    known = PARTS_OF in (a.what, b.what) or EARLIER in a.times | b.times or a.what.startswith("age ")
    return a.doc_id != b.doc_id and not known and at_odds.one_currency(a, b)


def _holds(told: list[Span], answer: Answer) -> bool:
    return any(doc == answer.doc_id and start < answer.end and end > answer.start for doc, start, end in told)


def fitted(rows: Any, right: Any, firm: float = FIRM) -> Any:
    """The weights of a logistic regression, by Newton's method; all but the last are held small, so firmly."""
    weights = np.zeros(rows.shape[1])
    hold = np.append(np.full(rows.shape[1] - 1, firm), 1e-3)
    for _ in range(30):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (chance - right) + hold * weights
        weights -= np.linalg.solve((rows.T * (chance * (1 - chance))) @ rows + np.diag(hold), slope)
    return weights


def main() -> None:
    """Print the weights and what they reach where they were not fitted."""
    names: list[str] = []
    rows: list[list[float]] = []
    right: list[bool] = []
    with tempfile.TemporaryDirectory() as folder:
        for name, source, key in sources(Path(folder)):
            for speaks, is_one in pairs(source, key, whole=source.is_dir()):
                names.append(name)
                rows.append(speaks)
                right.append(is_one)
    of, told, one = np.array(names), np.array(rows), np.array(right, float)
    for name in dict.fromkeys(names):
        others = (of != name) & ~np.isin(of, UNFITTED)
        chance = 1 / (1 + np.exp(-told[of == name] @ fitted(told[others], one[others])))
        taken, asked = chance >= topics.APART, one[of == name] > 0
        print(f"{name}: {sum(asked)} asked, {sum(taken & asked)} of {sum(taken)} taken are right")
    for name, weight in zip(WEIGHTS, fitted(*(a[~np.isin(of, UNFITTED)] for a in (told, one))), strict=True):
        print(f'    "{name}": {weight:.2f},')


if __name__ == "__main__":
    main()
