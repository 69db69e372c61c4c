"""Hold the annotation to the figures that `data/evaluation.json` gives for sets that are not part of the project.

    python -m tests.eval.gate [FOLDER]

FOLDER (or the variable TELLINGS_EVAL) holds the sets, anywhere below it. Each that `data/evaluation.json` has a figure
of is annotated and measured anew; a figure that is lower than the one there is named. The exit code is 0 where no
figure fell, 1 where one did, 2 where there was nothing to measure. Run it before the new figures are saved by
`python -m tests.eval.by_hand FOLDER --save`.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from tellings import evaluation, settings
from tellings.errors import SourceError
from tellings.evaluation import sets

VARIABLE = "TELLINGS_EVAL"
FIGURES = ("precision", "recall", "f1", "value")
ROUNDED = 0.00005  # figures are kept to four decimals


def main(arguments: Sequence[str]) -> int:
    """Measure each set again and say what fell."""
    folder = arguments[0] if arguments else os.environ.get(VARIABLE)
    if not folder or not Path(folder).is_dir():
        where = f"{folder} is no folder" if folder else "no folder is given"
        print(f"Nothing was measured: {where}. Name the folder of the sets, or set {VARIABLE} to it.")
        return 2
    measured, fell = 0, list[str]()
    for record in kept():
        file = find(Path(folder), record["key"], record["what"])
        if record["corrected"] or file is None:
            continue
        now = evaluation.as_record(evaluation.evaluate(record["what"], file))
        lower = list(fallen(record, now))
        measured += 1
        fell += lower
        print(f"{record['what']} on {record['key']}: {'; '.join(lower) or 'no figure fell'}", flush=True)
    if not measured:
        print(f"Nothing was measured: {folder} holds none of the sets that {evaluation.FILE} has figures of.")
        return 2
    print(f"{measured} sets were measured; {len(fell)} figures fell.")
    return 1 if fell else 0


def kept() -> list[dict[str, Any]]:
    """The records of `data/evaluation.json`."""
    return list(json.loads((settings.read().data / evaluation.FILE).read_text("utf-8"))["results"])


def find(folder: Path, name: str, what: str = "") -> Path | None:
    """The file of a set, by its name, and by the extractor that it is a key for where two have one name."""
    files = (f for f in sorted(folder.rglob(f"{name}.jsonl*")) if f.suffix in (".jsonl", ".gz"))
    return next((f for f in files if not what or _is_key(f, what)), None)


def _is_key(file: Path, what: str) -> bool:
    try:
        return bool(sets.read(file, what))
    except SourceError:
        return False


def fallen(before: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[str]:
    """What is lower in the second record than in the first, in words; a figure that is gone counts as fallen."""
    measures = {measure["name"]: measure for measure in now["measures"]}
    for measure in before["measures"]:
        for figure in (figure for figure in FIGURES if measure.get(figure) is not None):
            reached = measures.get(measure["name"], {}).get(figure)
            if reached is None:
                yield f"{measure['name']}, {figure}: {measure[figure]:.4f}, now not measured"
            elif reached < measure[figure] - ROUNDED:
                yield f"{measure['name']}, {figure}: {measure[figure]:.4f}, now {reached:.4f}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
