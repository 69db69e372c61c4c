"""Dates and quantities against a key: what must be found, and whether it has the key's value."""

from __future__ import annotations

from collections.abc import Callable

from tellings.evaluation.key import Key, Row
from tellings.evaluation.matching import f1, overlap
from tellings.evaluation.results import Measure, share
from tellings.store.corpus import Corpus

_Same = Callable[[Row, Row], bool]


def dates(corpus: Corpus, key: Key) -> list[Measure]:
    """Core expressions found (by overlap), their values right; what touches nothing in the key is a false alarm."""
    everything = key.read("dates")["expressions"]
    rows = key.found(corpus, "dates")
    return _measures(
        "dates", everything, rows, key, lambda row, gold: str(row["value"]) == str(gold["value"])
    )


def quantities(corpus: Corpus, key: Key) -> list[Measure]:
    """Core quantities found (by overlap), their values right; what touches nothing in the key is a false alarm."""
    everything = key.read("quantities")["quantities"]
    rows = key.found(corpus, "quantities")
    return _measures("quantities", everything, rows, key, _same_number)


def _same_number(row: Row, gold: Row) -> bool:
    if row["value"] is None or gold["value"] is None:
        return False
    return abs(float(row["value"]) - float(gold["value"])) < 1e-6


def _measures(what: str, everything: list[Row], rows: list[Row], key: Key, same: _Same) -> list[Measure]:
    core = [x for x in key.asked(everything, "doc") if x["level"] == "core"]
    pairs = [(x, near) for x in core if (near := [r for r in rows if _touches(r, x)])]
    known = [r for r in rows if any(_touches(r, x) for x in everything)]
    recall = len(pairs) / len(core) if core else None
    precision = len(known) / len(rows) if rows else 0.0
    right = sum(any(same(r, x) for r in near) for x, near in pairs)
    return [
        Measure(
            f"{what} found",
            precision,
            recall,
            f1(precision, recall),
            n=len(core),
            found=len(rows),
            right=len(pairs),
        ),
        share("value right", right, len(pairs)),
    ]


def _touches(row: Row, gold: Row) -> bool:
    return bool(
        row["doc_id"] == gold["doc"] and overlap((row["start"], row["end"]), (gold["start"], gold["end"]))
    )
