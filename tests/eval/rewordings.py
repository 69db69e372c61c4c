"""Fit the weights of `tellings.resolution.rewordings` to the invented events of this folder that have rewordings.

As a program it prints the weights, and how many rewordings of each event those of the others find and how many of them
are right:

    python -m tests.eval.rewordings
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from tellings.resolution.passages import Passage, passages
from tellings.resolution.rewordings import WEIGHTS, evidence
from tests import built
from tests.eval.pairs import EVENTS, fitted

FIRM = 0.1
"""How firmly the weights are held small (L2): the share of words in one order is small everywhere."""

UNFITTED = ["kabwe"]
"""Events that are measured with the weights and not used for them."""


def pairs(key: Path) -> Iterator[tuple[tuple[float, ...], bool]]:
    """What speaks for each pair of sentences of an event, and a constant; and whether the key has it."""
    tables = built.tables(key.with_suffix(""))
    told = json.loads(key.read_text("utf-8")).get("reuse", [])
    sentences = passages(tables)
    numbers = {(s.doc_id, s.start): n for n, s in enumerate(sentences)}
    copied = tables["reuse"][tables["reuse"]["kind"] != "paraphrase"]
    shared = [
        (numbers[row.doc_a, row.start_a], numbers[row.doc_b, row.start_b])
        for row in copied.itertuples()
        if (row.doc_a, row.start_a) in numbers and (row.doc_b, row.start_b) in numbers
    ]
    texts = dict(zip(tables["documents"]["doc_id"], tables["documents"]["text"], strict=True))
    for (i, j), speaks in evidence(sentences, texts, shared, dict.fromkeys(texts, 0)):
        is_one = [pair for pair in told if _of(pair, sentences[i], sentences[j])]
        if not any(pair.get("doubtful") for pair in is_one):
            yield (*speaks, 1.0), bool(is_one)


def _of(pair: dict[str, Any], *sentences: Passage) -> bool:
    sides = [pair["a"], pair["b"]]
    return any(
        all(
            side["doc"] == told.doc_id and side["start"] < told.end and told.start < side["end"]
            for side, told in zip(order, sentences, strict=True)
        )
        for order in (sides, sides[::-1])
    )


def main() -> None:
    """Print the weights and what they reach where they were not fitted."""
    names, rows, right = [], [], []
    for key in sorted(EVENTS.glob("*.json")):
        for speaks, is_one in pairs(key):
            names.append(key.stem)
            rows.append(speaks)
            right.append(is_one)
    of, told, one = np.array(names), np.array(rows), np.array(right, float)
    having = [name for name in dict.fromkeys(names) if one[of == name].any()]
    used = np.isin(of, having) & ~np.isin(of, UNFITTED)
    for name in having:
        others = used & (of != name)
        taken = told[of == name] @ fitted(told[others], one[others], FIRM) >= 0
        asked = one[of == name] > 0
        print(f"{name}: {sum(asked)} asked, {sum(taken & asked)} of {sum(taken)} taken are right")
    weights = fitted(told[used], one[used], FIRM)
    for name, weight in zip([*WEIGHTS, "needed"], [*weights[:-1], -weights[-1]], strict=True):
        print(f"    {name}: {weight:.1f}")


if __name__ == "__main__":
    main()
