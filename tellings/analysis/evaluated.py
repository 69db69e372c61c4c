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
