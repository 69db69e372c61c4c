"""How long resolution takes as a corpus grows: tables made of varied names, and the growth from step to step.

    python -m benchmarks.resolving [--documents 1000 4000 16000]

Each document names 24 things 40 times: persons by full and last name, bodies in full, by acronym and short form, some
misspelt; a tenth of the names are new in each document, the others come from a pool that is drawn from unevenly.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator

import pandas as pd

from tellings.resolution.entities import resolve
from tellings.schema import TABLES, empty

SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "ov")]
_KINDS = ("Bank", "Motors", "University", "Union", "Ministry", "Agency", "Group")


def main() -> None:
    """Print, for each size, the processor's seconds and their growth against that of the mentions."""
    parser = argparse.ArgumentParser(description="How long resolution takes as a corpus grows.")
    parser.add_argument("--documents", type=int, nargs="+", default=[1000, 4000, 16000])
    before: tuple[int, float] | None = None
    print("| documents | mentions | entities | seconds | growth of time / of mentions |")
    print("| ---: | ---: | ---: | ---: | ---: |")
    for n in parser.parse_args().documents:
        documents, mentions = corpus(n)
        start = time.process_time()
        _, entities = resolve(documents, mentions, empty("toponyms"))
        took = time.process_time() - start
        growth = "" if before is None else f"{took / before[1] / (len(mentions) / before[0]):.2f}"
        print(f"| {n:,} | {len(mentions):,} | {len(entities):,} | {took:.1f} | {growth} |", flush=True)
        before = len(mentions), took


def corpus(n: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The tables `documents` and `mentions` of n made-up articles."""
    rng = random.Random(n)
    pool = [_thing(rng) for _ in range(n // 2 + 200)]
    rows = []
    for i in range(n):
        doc_id, at = f"d{i}", 0
        for _ in range(24):
            new = rng.random() < 0.1
            kind, forms = _thing(rng) if new else pool[int(len(pool) * rng.random() ** 3)]
            for text in _printed(rng, forms):
                rows.append(
                    (
                        doc_id,
                        f"{doc_id}:m{at}",
                        "s",
                        at,
                        at + len(text),
                        text,
                        "name",
                        kind,
                        f"{kind}:{forms[0]}",
                        "m",
                        0.9,
                    )
                )
                at += len(text) + 2
    mentions = pd.DataFrame(rows, columns=TABLES["mentions"].names)
    return pd.DataFrame({"doc_id": [f"d{i}" for i in range(n)], "text": ""}), mentions


def _word(rng: random.Random) -> str:
    return "".join(rng.choices(SYLLABLES, k=rng.choice((2, 3)))).capitalize()


def _thing(rng: random.Random) -> tuple[str, list[str]]:
    if rng.random() < 0.6:
        first, last = _word(rng), _word(rng)
        return "person", [f"{first} {last}", last]
    words = [_word(rng), _word(rng), rng.choice(_KINDS)]
    return "organisation", [" ".join(words), "".join(word[0] for word in words)]


def _printed(rng: random.Random, forms: list[str]) -> Iterator[str]:
    full = forms[0] if rng.random() < 0.95 else forms[0].replace("i", "y", 1)
    if rng.random() < 0.8:
        yield full
    yield from forms[1 : 1 + rng.choice((0, 1, 1))]


if __name__ == "__main__":
    main()
