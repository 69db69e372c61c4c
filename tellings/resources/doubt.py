"""How often decisions of a kind were right: `data/doubt.json`, and the score of a decision by what it rests on.

A decision is described by signals, each with one value of few (the rule, how clear the choice was, whether others
agree). The file holds for each value of each signal in how many decisions of development sets it was seen, what share
of those was right, and its weight in a logistic regression on all signals; `python -m tests.eval.doubt` makes it.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import numpy as np
import pandas as pd

from tellings import settings

FILE = "doubt.json"

DECISIONS = ("types", "merges", "speakers", "places")


@cache
def table() -> dict[str, Any]:
    """The file's entry of each decision: `n`, `right`, `base` (log odds) and `signals`."""
    return dict(json.loads((settings.DATA / FILE).read_text("utf-8"))["decisions"])


def score(decision: str, signals: pd.DataFrame) -> pd.Series:
    """How likely each decision is right, as far as its signals tell.

    Args:
        decision: one of `DECISIONS`.
        signals: one row a decision, one column a signal. A value that was never seen weighs nothing.

    Returns:
        Scores between 0 and 1, to three decimals, by the index of `signals`.
    """
    return by(table()[decision], signals)


def by(known: dict[str, Any], signals: pd.DataFrame) -> pd.Series:
    """The same by a given entry of the file."""
    if not len(signals):
        return pd.Series(index=signals.index, dtype=float)
    odds = np.full(len(signals), float(known["base"]))
    for name, values in known["signals"].items():
        codes, seen = pd.factorize(signals[name], use_na_sentinel=False)
        odds += np.array([values[value]["weight"] if value in values else 0.0 for value in seen])[codes]
    return pd.Series(1 / (1 + np.exp(-odds)), index=signals.index).round(3)
