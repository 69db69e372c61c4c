"""CSV that a spreadsheet opens as text, never as a formula; the last line names its source."""

from __future__ import annotations

from typing import Any

import pandas as pd

from tellings.exports.about import About


def csv(frame: pd.DataFrame, source: str) -> bytes:
    """A table as CSV: UTF-8 with a mark that spreadsheets look for, lines ended as RFC 4180 has it."""
    safe = frame.map(_inert).rename(columns=lambda name: _inert(str(name)))
    lines = safe.to_csv(index=False, lineterminator="\r\n")
    return (lines + '"# ' + source.replace('"', '""') + '"\r\n').encode("utf-8-sig", "replace")


def place_names(mentions: pd.DataFrame, about: About) -> bytes:
    """Place names, a row each: the columns of `analysis.place_records.mentions`."""
    return csv(mentions, f"{about.citation} {about.licence}")


def _inert(value: Any) -> Any:
    risky = isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\0", "\r")
    return f"'{value}" if risky else value
