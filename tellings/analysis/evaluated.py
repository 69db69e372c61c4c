"""The measured error rates: `data/evaluation.json`, as `evaluate --save` writes it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pandas as pd

COLUMNS = ["what", "Measured on", "Corrections", "Measure", "Precision", "Recall", "F1", "Share right", "n"]


def read(path: Path) -> pd.DataFrame:
    """The measured figures, a row for each measure.

    Args:
        path: the file; a missing or damaged one gives no rows.

    Returns:
        `what` (`entities`, `quotations`, …), then the columns as they are shown: `Measured on, Corrections, Measure,
        Precision, Recall, F1, Share right, n`.
    """
    try:
        results = json.loads(path.read_text("utf-8"))["results"]
        rows = [_row(result, measure) for result in results for measure in result["measures"]]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        rows = []
    return pd.DataFrame(rows, columns=COLUMNS)


def told(figures: pd.DataFrame) -> str:
    """The figures of one thing in words that need no training: of 100 that are shown, so many are wrong.

    They are those of the text with most of it, without corrections; of fewer than 100 where it has no more.

    Args:
        figures: rows of :func:`read` with one `what`.

    Returns:
        Sentences; none where nothing was measured.
    """
    plain = figures[(figures.Corrections == "without") & ~figures.Measure.str.contains(",")]
    measures = plain[plain.Measure.str.endswith(" found") & plain.Precision.notna() & plain.Recall.notna()]
    if measures.empty:
        return ""
    text = str(measures.sort_values("n", kind="stable")["Measured on"].iloc[-1])
    said = []
    for measure, precision, recall, n in measures.loc[
        measures["Measured on"] == text, ["Measure", "Precision", "Recall", "n"]
    ].itertuples(index=False):
        base, things = min(int(n), 100), str(measure).removesuffix(" found")
        said.append(
            f"Of {base} {_PLURAL.get(things, things)} that are shown, {_amount(base, precision)} wrong; "
            f"of {base} in the articles, {_amount(base, recall)} missed."
        )
    for measure, share, n in plain.loc[
        (plain["Measured on"] == text) & plain.Measure.isin(_RIGHT), ["Measure", "Share right", "n"]
    ].itertuples(index=False):
        base = min(int(n), 100)
        said.append(f"Of {base} that are found, {_amount(base, share)} given a wrong {_RIGHT[measure]}.")
    return f"{' '.join(said)} Measured on {text}."


_RIGHT = {
    "class right": "type",
    "type right": "type",
    "placed right": "place",
    "value right": "value",
    "speaker right": "speaker",
}
"""Measures of what is found, by what may be wrong with it."""
_PLURAL = {"reported speech": "reports of speech, in quote marks or not,"}


def _amount(base: int, right: float) -> str:
    n = round(base * (1 - right))
    return "none is" if n == 0 else "1 is" if n == 1 else f"{n} are"


def _row(result: dict[str, Any], measure: dict[str, Any]) -> dict[str, Any]:
    return {
        "what": result["what"],
        "Measured on": str(result.get("about") or result.get("key", "")),
        "Corrections": "with" if result.get("corrected") else "without",
        "Measure": str(measure["name"]),
        "Precision": measure.get("precision"),
        "Recall": measure.get("recall"),
        "F1": measure.get("f1"),
        "Share right": measure.get("value"),
        "n": measure.get("n"),
    }
