"""Hold the annotators against `places_cases.txt`: what share of its toponyms is found, placed and used right.

Run as a program it prints both halves and what is wrong in the half that rules may be worked on with:

    python -m tests.eval.places_cases [--both]
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language

from tellings.annotation.names.finding import find_names
from tellings.annotation.pipeline import Text, load_model, read_articles
from tellings.annotation.places.toponyms import Toponym, locate
from tellings.resources import gazetteer

FILE = Path(__file__).with_name("places_cases.txt")
_MARK = re.compile(r"\{([^:{}]+):([^{}]+)\}")
USES = {"l": "literal", "m": "metonymic", "d": "demonym"}


@dataclass(frozen=True)
class Case:
    """A marked name: where it stands, and the kind, code and use that it should get (kind "-": it is no place)."""

    line: int
    start: int
    end: int
    text: str
    kind: str
    code: str
    use: str


def read() -> list[tuple[int, str, list[Case]]]:
    """Each line's number (from 1, comments not counted), its text without marks, and its cases."""
    lines = [line for line in FILE.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    found = []
    for number, line in enumerate(lines, 1):
        text, cases, last = "", [], 0
        for mark in _MARK.finditer(line):
            text += line[last : mark.start()]
            kind, _, rest = mark[2].partition(":")
            code, _, use = rest.partition(":")
            cases.append(
                Case(number, len(text), len(text) + len(mark[1]), mark[1], kind, code, USES.get(use, use))
            )
            text += mark[1]
            last = mark.end()
        found.append((number, text + line[last:], cases))
    return found


def verdicts(nlp: Language, *, even: bool) -> Iterator[tuple[Case, Toponym | None, dict[str, bool]]]:
    """For each case of the odd or even lines what was found, and whether it is right in each respect."""
    lines = [line for line in read() if (line[0] % 2 == 0) == even]
    places = gazetteer.load()
    articles = read_articles(nlp, [Text(str(number), text) for number, text, _ in lines])
    for article, (_, _, cases) in zip(articles, lines, strict=True):
        toponyms = locate(article, find_names(article, places), places)
        for case in cases:
            over = [t for t in toponyms if t.start < case.end and t.end > case.start]
            hit = next(
                (t for t in over if (t.start, t.end) == (case.start, case.end)), over[0] if over else None
            )
            yield case, hit, _right(case, hit)


def _right(case: Case, hit: Toponym | None) -> dict[str, bool]:
    if case.kind.startswith("-"):
        return {} if case.kind == "-?" else {"kept out": hit is None}
    if hit is None:
        return {"found": False}
    code = {"country": hit.country_code, "water": hit.name, "area": hit.name}.get(
        str(hit.kind), hit.admin1_code
    )
    known = case.code.partition("?")[0]
    placed = hit.place_id is not None and (
        str(code or "").startswith(known) if "?" in case.code else code == case.code
    )
    return {
        "found": True,
        "placed": placed and (case.kind in ("?", hit.kind)),
        "kind": case.kind in ("?", hit.kind),
        "use": hit.use == case.use,
    }


def figures(nlp: Language, *, even: bool) -> dict[str, float]:
    """The share that is right, by respect (placed, kind and use: of those found)."""
    counts: dict[str, list[bool]] = {}
    for _, _, right in verdicts(nlp, even=even):
        for respect, good in right.items():
            counts.setdefault(respect, []).append(good)
    return {respect: round(sum(good) / len(good), 3) for respect, good in counts.items()}


def main() -> None:
    """Print the figures, and the errors of the half that is open."""
    nlp = load_model()
    for case, hit, right in verdicts(nlp, even=False):
        if not all(right.values()):
            got = hit and (
                hit.text,
                hit.name,
                hit.kind,
                hit.country_code,
                hit.admin1_code,
                hit.use,
                hit.method,
            )
            print(
                case.line,
                case.text,
                case.kind,
                case.code,
                case.use,
                [k for k, v in right.items() if not v],
                got,
            )
    print("open half", figures(nlp, even=False))
    if "--both" in sys.argv:
        print("other half", figures(nlp, even=True))


if __name__ == "__main__":
    main()
