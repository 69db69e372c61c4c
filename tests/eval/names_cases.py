"""Hold the annotators against `names_cases.txt`: whether names are found, typed and brought together right.

Run as a program it prints both halves and what is wrong in the half that rules may be worked on with:

    python -m tests.eval.names_cases [--both]
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tellings.evaluation import sets
from tests.eval import predictions, score_names

FILE = Path(__file__).with_name("names_cases.txt")
TYPES = {"p": "person", "o": "organisation", "l": "place", "x": "other"}
_MARK = re.compile(r"\{([^|{}]+)\|([polx])\|([a-z0-9]+)\}")

Article = dict[str, Any]


def read() -> list[Article]:
    """The articles as those of a set: `id`, `text`, and `mentions` with type and entity."""
    found = []
    for part in FILE.read_text("utf-8").split("\n== ")[1:]:
        title, _, body = part.partition("\n")
        text, mentions, last = "", [], 0
        body = body.strip()
        for mark in _MARK.finditer(body):
            text += body[last : mark.start()]
            mentions.append(
                {
                    "start": len(text),
                    "end": len(text) + len(mark[1]),
                    "text": mark[1],
                    "type": TYPES[mark[2]],
                    "entity": mark[3],
                }
            )
            text += mark[1]
            last = mark.end()
        found.append({"id": title[:2], "title": title, "text": text + body[last:], "mentions": mentions})
    return found


def measure(*, even: bool) -> tuple[dict[str, float], list[str]]:
    """The figures of the odd or the even articles, annotated as one corpus, and what is wrong in them."""
    articles = [one for one in read() if (int(one["id"]) % 2 == 0) == even]
    gold = {one["id"]: one for one in articles}
    with sets.annotated([{"id": one["id"], "text": one["text"]} for one in articles]) as corpus:
        found = predictions.names(corpus, gold)
    errors: list[tuple[str, ...]] = []
    result = score_names.score(gold, found, errors)
    figures = {
        "found": result["all"]["overlap"]["F"],
        "found, exact": result["all"]["exact"]["F"],
        "found, class right": result["all"]["typed_exact"]["F"],
        "class": result["all"]["type"]["accuracy"],
        "same thing": result["identity"]["cross"]["F"],
        "of several forms": result["identity"]["cross_varied"]["F"],
        "of several forms, precision": result["identity"]["cross_varied"]["P"],
    }
    wrong = [" | ".join(str(part) for part in error) for error in errors]
    return {name: round(value, 3) for name, value in figures.items()}, wrong + list(_mixed(gold, found))


def _mixed(gold: dict[str, Article], found: dict[str, Article]) -> Iterator[str]:
    """Entities that are split, and those that are run together."""
    split, joined = defaultdict(set), defaultdict(set)
    for doc, one in gold.items():
        spans = {(m["start"], m["end"]): m["entity"] for m in found[doc]["mentions"]}
        for m in one["mentions"]:
            entity = spans.get((m["start"], m["end"]))
            if entity is not None:
                split[m["entity"]].add((m["text"], entity))
                joined[entity].add((m["text"], m["entity"]))
    for what, groups in (("split", split), ("joined", joined)):
        for name, members in groups.items():
            if len({other for _, other in members}) > 1:
                yield f"{what} | {name} | {sorted(members)}"


def main() -> None:
    """Print the figures, and the errors of the half that is open."""
    figures, wrong = measure(even=False)
    print("\n".join(wrong))
    print("open half", figures)
    if "--both" in sys.argv:
        print("other half", measure(even=True)[0])


if __name__ == "__main__":
    main()
