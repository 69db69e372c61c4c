"""Why a name was found, typed and linked as it was, in plain words. What has no words here gives its name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from tellings import lists, settings


@cache
def words() -> dict[str, dict[str, str]]:
    """In words, what each rule of `mentions.method`, `entities.method` and `quotations.method` looks at, by step."""
    steps: dict[str, dict[str, str]] = defaultdict(dict)
    for line in lists.lines(settings.DATA / "reasons.tsv"):
        step, rule, said = line.split("	")
        steps[step][rule] = said
    return dict(steps)


def mention(method: str) -> list[tuple[str, str]]:
    """How a mention was found, typed and linked within its article: titles and words, from `mentions.method`."""
    if method.startswith("correction:"):
        return [("found by", "a correction by hand")]
    finding, _, way = method.partition("; ")
    finder, _, evidence = finding.partition(", ")
    rows = [("found by", words()["found"].get(finder, finder))]
    if evidence:
        rows.append(("typed by", words()["typed"].get(evidence, evidence)))
    return [*rows, ("linked by", words()["within"].get(way, way))] if way else rows


def linked(ways: Sequence[str]) -> str:
    """How names were linked within articles; a way without words gives its name."""
    return "; ".join(words()["within"].get(way, way) for way in ways) or "not told"


def together(method: str, score: float | None) -> str:
    """How the entities of articles were brought together, with the score of the least sure step."""
    if method.startswith("correction:"):
        return "a correction by hand"
    said = "; ".join(words()["across"].get(part, part) for part in method.split(", ") if part) or "not told"
    return said if score is None or score == 1 else f"{said} (score {score:.1f})"


def quotation(method: str) -> str:
    """The rule in plain words; a correction is said to be one; a rule without words gives its name."""
    if method.startswith("correction:"):
        return "corrected by hand"
    return words()["quoted"].get(method, method)


def question(method: str) -> str:
    """Why answers are taken for answers to one question; what needs no other words is told as it is."""
    return words()["asked"].get(method, method)
