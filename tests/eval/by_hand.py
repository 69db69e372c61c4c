"""Measure on sets of annotated articles that are not part of the project, by `evaluate` and by the sets' own scorers.

    python -m tests.eval.by_hand FOLDER [NAME …] [--save]

Every `*.jsonl` and `*.jsonl.gz` below FOLDER is measured, or those whose path holds one of the names. What a set is a
key for is told by its articles' lists: `mentions`, `quotes` or `places`. With --save the figures are kept in
`data/evaluation.json`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from tellings import evaluation, settings
from tellings.errors import SourceError
from tellings.evaluation import sets
from tellings.evaluation.results import save, shown
from tests.eval import predictions, score_names, score_places, score_quotes


def main(arguments: list[str]) -> int:
    """Measure each set; 2 where the folder is not given, 1 where it holds no set."""
    if not arguments:
        print(__doc__)
        return 2
    folder, names = Path(arguments[0]), [a for a in arguments[1:] if not a.startswith("-")]
    kept = settings.read().data / evaluation.FILE if "--save" in arguments else None
    files = sorted([*folder.rglob("*.jsonl"), *folder.rglob("*.jsonl.gz")])
    files = [f for f in files if not names or any(name in str(f) for name in names)]
    for file in files:
        for what in sets.LAYERS:
            try:
                articles = sets.read(file, what)
            except SourceError:
                continue
            with sets.annotated(articles) as corpus:
                result = evaluation.evaluate(what, file, corpus=corpus.path)
                if kept is not None:
                    save(result, kept)
                print(shown(result), flush=True)
                print(json.dumps(_scored(what, articles, corpus), indent=None), "\n", flush=True)
    return 0 if files else 1


def _scored(what: str, articles: list[dict[str, Any]], corpus: Any) -> Any:
    ids = [a["id"] for a in articles]
    gold = {a["id"]: a for a in articles}
    if what == "entities":
        return score_names.score(gold, predictions.names(corpus, ids))
    if what == "quotations":
        return score_quotes.score(gold, predictions.quotes(corpus, ids))
    return score_places.score(articles, list(predictions.places(corpus, ids).values()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
