"""Hold the clusters of quotations against `utterance_cases.txt`: is one utterance told by several articles known again?

Run as a program it prints both halves and the pairs that are wrong in the half that rules may be worked on with:

    python -m tests.eval.utterance_cases [--both]
"""

from __future__ import annotations

import sys
from itertools import combinations
from pathlib import Path

from tellings.resolution.utterances import Utterance, clusters

FILE = Path(__file__).with_name("utterance_cases.txt")
OPEN = "acef"
"""The events whose errors may be looked at; the others are kept until the end."""

Case = tuple[str, Utterance]


def read() -> list[Case]:
    """The groups and quotations of the file; a group of `-` stands alone."""
    cases = []
    for number, line in enumerate(FILE.read_text("utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        group, article, speaker, words = (part.strip() for part in line.split("|"))
        said = None if speaker == "-" else speaker
        name = f"{group}{number}" if group == "-" else group
        cases.append((name, Utterance(f"{article}:q{number}", article, words, "", said, True)))
    return cases


def measure(*, unseen: bool) -> tuple[dict[str, float], list[str]]:
    """Precision, recall and F1 of pairs of quotations of two articles, and the pairs that are wrong."""
    cases = read()
    found = clusters([utterance for _, utterance in cases])
    right, wrong, missed, errors = 0, 0, 0, []
    for (one, a), (other, b) in combinations(cases, 2):
        if a.doc_id == b.doc_id or (a.doc_id[0] in OPEN) == unseen:
            continue
        said = found.get(a.quote_id, a.quote_id) == found.get(b.quote_id, b.quote_id)
        right += said and one == other
        wrong += said and one != other
        missed += one == other and not said
        if said != (one == other):
            errors.append(f"{'merged' if said else 'missed'}: {a.words} | {b.words}")
    p, r = right / max(right + wrong, 1), right / max(right + missed, 1)
    return {"P": p, "R": r, "F1": 2 * p * r / max(p + r, 1e-9), "n": right + missed}, errors


def main(arguments: list[str]) -> int:
    """Print what is reached."""
    for unseen in (False, True):
        figures, errors = measure(unseen=unseen)
        print("unseen half" if unseen else "open half", {k: round(v, 3) for k, v in figures.items()})
        if not unseen or "--both" in arguments:
            print(*errors, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
