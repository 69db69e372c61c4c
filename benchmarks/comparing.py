"""How long the comparison of articles takes as a corpus grows: many events, each of four articles, two of one copy.

    python -m benchmarks.comparing [--documents 400 1600 6400]

An article has 24 sentences of 18 words, drawn from a vocabulary in which few words are frequent and most are rare,
names of its event among them, and a figure in every third sentence; a copy changes every ninth word.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import defaultdict
from datetime import date, timedelta
from typing import Any

import pandas as pd

from benchmarks.resolving import SYLLABLES
from tellings.resolution import compared
from tellings.resolution.discrepancies import discrepancies
from tellings.resolution.independence import tellings
from tellings.resolution.passages import passages
from tellings.resolution.reuse import reuse
from tellings.schema import table

_NAMES = ("documents", "blocks", "sentences", "tokens", "mentions", "entities", "quantities", "dates")


def main() -> None:
    """Print, for each size, the processor's seconds and their growth against that of the articles."""
    parser = argparse.ArgumentParser(
        description="How long the comparison of articles takes as a corpus grows."
    )
    parser.add_argument("--documents", type=int, nargs="+", default=[400, 1600, 6400])
    before: tuple[int, float] | None = None
    print("| documents | shared | tellings | questions | seconds | growth of time / of documents |")
    print("| ---: | ---: | ---: | ---: | ---: | ---: |")
    for n in parser.parse_args().documents:
        tables = corpus(n)
        start = time.process_time()
        sentences = passages(tables)
        tables["reuse"] = reuse(sentences, tables)
        told = tellings(tables, sentences)
        asked, _ = discrepancies({**tables, compared.NAME: compared.nothing()})
        took = time.process_time() - start
        growth = "" if before is None else f"{took / before[1] / (n / before[0]):.2f}"
        counts = f"{len(tables['reuse']):,} | {told.telling_id.nunique():,} | {asked.topic_id.nunique():,}"
        print(f"| {n:,} | {counts} | {took:.1f} | {growth} |", flush=True)
        before = n, took


def corpus(n: int) -> dict[str, pd.DataFrame]:
    """The tables of n made-up articles."""
    rng = random.Random(n)
    vocabulary = ["".join(rng.choices(SYLLABLES, k=rng.randint(1, 4))) for _ in range(30000)]
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for event in range(n // 4):
        names = ["".join(rng.choices(SYLLABLES, k=3)).capitalize() for _ in range(8)]
        day = date(2020, 1, 1) + timedelta(days=event % 700)
        story = _story(rng, vocabulary, names)
        copy = [[rng.choice(vocabulary) if k % 9 == 8 else w for k, w in enumerate(s)] for s in story]
        for i, text in enumerate((story, copy, *(_story(rng, vocabulary, names) for _ in range(2)))):
            _article(f"e{event}-{i}", text, names, day, rows)
    empty = {name: table(name).names for name in ("quotations", "quote_parts", "reuse")}
    frames = {
        name: pd.DataFrame(rows[name], columns=None if rows[name] else table(name).names) for name in _NAMES
    }
    return frames | {name: pd.DataFrame(columns=columns) for name, columns in empty.items()}


def _story(rng: random.Random, vocabulary: list[str], names: list[str]) -> list[list[str]]:
    def word() -> str:
        return vocabulary[int(len(vocabulary) * rng.random() ** 4)]

    return [
        [
            rng.choice(names)
            if k in (2, 7)
            else str(rng.randint(2, 900))
            if k == 12 and not i % 3
            else word()
            for k in range(18)
        ]
        for i in range(24)
    ]


def _article(
    doc: str, story: list[list[str]], names: list[str], day: date, rows: dict[str, list[dict[str, Any]]]
) -> None:
    text = " ".join(" ".join(sentence) + "." for sentence in story)
    block, at = f"{doc}:b0-{len(text)}", 0
    rows["documents"].append({"doc_id": doc, "text": text, "published": day})
    rows["blocks"].append(
        {"doc_id": doc, "block_id": block, "start": 0, "end": len(text), "kind": "paragraph", "counted": True}
    )
    for sentence in story:
        end = at + len(" ".join(sentence)) + 1
        own = {"doc_id": doc, "sentence_id": f"{doc}:s{at}-{end}"}
        rows["sentences"].append({**own, "block_id": block, "start": at, "end": end})
        for word in sentence:
            span = {**own, "start": at, "end": at + len(word), "text": word}
            if word in names:
                entity = {"entity_id": f"person:{word.lower()}", "mention_id": f"{doc}:m{at}"}
                rows["mentions"].append({**span, **entity, "form": "name", "type": "person"})
            elif word.isdigit():
                counted = {"value": float(word), "unit": "people", "of": "dead", "method": "cardinal"}
                rows["quantities"].append({**span, **counted, "low": None, "high": None, "hedge": None})
            at += len(word) + 1


if __name__ == "__main__":
    main()
