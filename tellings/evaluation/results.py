"""What an evaluation gives, how it is printed, and how it is kept for the method page."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tellings.evaluation.matching import f1
from tellings.folder import atomic


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure: precision, recall and F1, or one share (`value`), each None where it was not measured.

    `n` is how many of the key were asked for, `found` how many the machine gave, `right` how many pairs there are.
    """

    name: str
    precision: float | None = None
    recall: float | None = None
    f1: float | None = None
    value: float | None = None
    n: int | None = None
    found: int | None = None
    right: int | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """The figures of one extractor on one key or set, and the versions that were measured."""

    what: str
    key: str
    about: str
    n_documents: int
    corrected: bool
    versions: dict[str, Any]
    measures: tuple[Measure, ...]

    def __getitem__(self, name: str) -> Measure:
        """The measure of that name."""
        for measure in self.measures:
            if measure.name == name:
                return measure
        raise KeyError(f"no measure {name!r}; there are {', '.join(m.name for m in self.measures)}")


def counted(name: str, right: int, found: int, asked: int, *, right_found: int | None = None) -> Measure:
    """Precision, recall and F1 from counts; `right_found` where other pairs count for precision than for recall."""
    precision = (right if right_found is None else right_found) / found if found else 0.0
    recall = right / asked if asked else None
    return Measure(name, precision, recall, f1(precision, recall), n=asked, found=found, right=right)


def share(name: str, right: float, n: int) -> Measure:
    """A share of `n` that are right; None where there was nothing to ask."""
    return Measure(name, value=right / n if n else None, n=n, right=round(right))


def shown(result: Result) -> str:
    """The figures as lines for a terminal."""
    head = f"{result.what} on {result.about}"
    width = max(len(m.name) for m in result.measures)
    lines = [head, f"{'':{width}}  precision  recall      F1   share       n"]
    for m in result.measures:
        figures = [m.precision, m.recall, m.f1, m.value]
        cells = "  ".join(
            f"{'' if x is None else f'{x:.3f}':>{w}}" for x, w in zip(figures, (9, 6, 6, 6), strict=True)
        )
        lines.append(f"{m.name:{width}}  {cells}  {'' if m.n is None else m.n:>6}")
    return "\n".join(lines)


def as_record(result: Result) -> dict[str, Any]:
    """The result as it stands in `data/evaluation.json`: figures to four decimals."""
    record = asdict(result)
    record["measures"] = [
        {
            k: round(v, 4) if isinstance(v, float) else v
            for k, v in asdict(m).items()
            if v is not None or k == "n"
        }
        for m in result.measures
    ]
    return record


def save(result: Result, path: Path) -> None:
    """Put the result into the file, in the place of an earlier one of the same extractor, key and corrections.

    The file says no day: measured again with nothing changed, it stays the same.
    """
    try:
        kept: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))["results"]
    except (OSError, ValueError, KeyError, TypeError):
        kept = []
    mine = as_record(result)
    kept = [r for r in kept if _place(r) != _place(mine)] + [mine]
    text = json.dumps({"results": sorted(kept, key=_place)}, indent=1, ensure_ascii=False) + "\n"
    path.parent.mkdir(parents=True, exist_ok=True)
    atomic.replace(path, text.encode())


def _place(record: dict[str, Any]) -> tuple[str, ...]:
    return tuple(str(record.get(name)) for name in ("what", "key", "corrected"))


def records(frame: Any, doc_ids: Sequence[str] | frozenset[str]) -> list[dict[str, Any]]:
    """The rows of a table that belong to the documents, as dictionaries with None for what is missing."""
    chosen = frame[frame["doc_id"].isin(list(doc_ids))] if "doc_id" in frame else frame
    return [
        {k: None if v is None or v != v else v for k, v in row.items()} for row in chosen.to_dict("records")
    ]
