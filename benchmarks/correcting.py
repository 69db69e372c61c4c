"""How long corrections take as a corpus and its log grow: the default corpus' tables many times over.

    python -m benchmarks.correcting [--mentions 100000 1000000] [--lines 10000 20000]

Each copy of the articles has documents of its own; all copies share their entities, so that a merge moves more mentions
the larger the corpus is, as it does in a corpus of one event. Seconds are the processor's, so that other work on the
machine counts little.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Sequence
from statistics import median

import pandas as pd

from benchmarks.table import Row, show
from tellings import corrections
from tellings.corrections import (
    Applied,
    Correction,
    Entity,
    NewEntity,
    Part,
    Span,
    Speaker,
    Speakers,
    Unmarked,
    Use,
    new,
)
from tellings.store import corpus as store

_LOCAL = ("doc_id", "mention_id", "sentence_id", "block_id", "quote_id", "turn_id", "inside_id")

LOGGED = 20_000
"""Mentions of the corpus whose log is long."""


def main() -> None:
    """Print the seconds of one line and of a hundred as the corpus grows, then of thousands and of one line more."""
    parser = argparse.ArgumentParser(description="How long corrections take as a corpus and its log grow.")
    parser.add_argument("--mentions", type=int, nargs="+", default=[100_000, 1_000_000])
    parser.add_argument("--lines", type=int, nargs="+", default=[10_000, 20_000])
    asked = parser.parse_args()
    before: tuple[int, float] | None = None
    print(
        "| mentions | one mention relinked | two entities merged | a hundred lines | growth of time / of mentions |"
    )
    print("| ---: | ---: | ---: | ---: | ---: |")
    for n in asked.mentions:
        tables = copies(n)
        lines = some_lines(tables)
        took = [_seconds(tables, part)[0] for part in (lines[:1], lines[1:2], lines)]
        size = len(tables["mentions"])
        grown = "" if before is None else f"{took[-1] / before[1] / (size / before[0]):.2f}"
        print(f"| {size:,} | {' | '.join(f'{one:.2f} s' for one in took)} | {grown} |", flush=True)
        before = size, took[-1]
    print(f"\n{show(growth(1, asked.lines))}")


def growth(times: int, lines: Sequence[int] = (10_000, 20_000)) -> list[Row]:
    """A long log against the shorter one before it, and one line more against all of them."""
    rows = []
    for size in (0, LOGGED):
        tables = copies(size)
        where = f"lines on {len(tables['mentions']):,} mentions"
        before: tuple[int, float] | None = None
        for n in lines:
            log = many_lines(tables, n)
            whole = median(_seconds(tables, log)[0] for _ in range(times))
            _, applied = _seconds(tables, log)
            more, _ = _seconds(tables, [*log, new("rename", log[0].target, "Another")], applied)
            if before is not None:
                few, took = before
                rows.append(
                    Row(f"{n:,} {where}, to {few:,}", whole, took, "s", at_most=round(1.25 * n / few, 2))
                )
            rows.append(Row(f"one more than {n:,} {where}, to all", more, whole, "s", at_most=0.7))
            before = n, whole
    return rows


def copies(n: int) -> dict[str, pd.DataFrame]:
    """The tables of the default corpus, so many times over that there are about n mentions."""
    corpus = store.open(corrections=False)
    times = max(1, round(n / len(corpus.table("mentions"))))
    return {name: _times(corpus.table(name), times) for name in corrections.NEEDS}


def _times(frame: pd.DataFrame, times: int) -> pd.DataFrame:
    if "doc_id" not in frame:
        return frame
    whole = pd.concat([frame] * times, ignore_index=True)
    prefix = pd.Series(range(times)).repeat(len(frame)).astype("str").reset_index(drop=True) + "-"
    for name in _LOCAL:
        if name in whole:
            whole[name] = prefix + whole[name]
    return whole


def some_lines(tables: dict[str, pd.DataFrame]) -> list[Correction]:
    """A hundred lines: one relinked mention, one merge, and mentions and quotations all over the corpus."""
    mentions, quotations = tables["mentions"], tables["quotations"]
    frequent = mentions["entity_id"].value_counts().index[:2].tolist()
    one, two = (Entity(key, _span(mentions[mentions["entity_id"] == key].iloc[0])) for key in frequent)
    some = [_span(mentions.iloc[i]) for i in range(0, len(mentions), max(1, len(mentions) // 60))]
    said = [_span(quotations.iloc[i]) for i in range(0, len(quotations), max(1, len(quotations) // 38))]
    lines = [new("relink", some[1], NewEntity("Somebody", "person")), new("merge", one, two)]
    lines += [new("relink", span, NewEntity("Another", "person")) for span in some[2:40]]
    lines += [new("relocate", span, Use("literal")) for span in some[40:58]]
    lines += [new("attribute", span, Speakers((Speaker(two),))) for span in said[:38]]
    text = tables["documents"].iloc[-1]
    words = Span(text["doc_id"], 0, 3, text["text"][:3])
    return [*lines, new("relink", Unmarked(words), two)][:100]


def many_lines(tables: dict[str, pd.DataFrame], n: int) -> list[Correction]:
    """A log as hard as they come: lines of every kind about things drawn at random, the same ones for every run."""
    draw = random.Random(n)
    mentions, quotations = (_spans(tables[name]) for name in ("mentions", "quotations"))
    of = dict(zip(tables["mentions"]["entity_id"].tolist(), mentions, strict=True))
    entities = [Entity(key, of[key]) for key in tables["entities"]["entity_id"].tolist() if key in of]

    def kinds(one: Span, said: Span, who: Entity) -> dict[str, tuple[int, Callable[[], Correction]]]:
        whom = draw.choice([draw.choice(entities), NewEntity("Somebody", "person"), None])
        return {
            "relink": (40, lambda: new("relink", one, whom)),
            "retype": (10, lambda: new("retype", one, draw.choice(("person", "organisation", "city")))),
            "reject": (10, lambda: new("reject", one)),
            "rename": (5, lambda: new("rename", who, f"Name {draw.random()}")),
            "merge": (3, lambda: new("merge", who, draw.choice(entities))),
            "split": (2, lambda: new("split", who, Part((one,)))),
            "relocate": (10, lambda: new("relocate", one, Use("literal"))),
            "attribute": (10, lambda: new("attribute", said, Speakers((Speaker(who),)))),
            "rekind": (10, lambda: new("rekind", said, draw.choice(("direct", "indirect")))),
        }

    first = new("rename", entities[0], "One")
    lines = [first]
    while len(lines) < n:
        some = kinds(draw.choice(mentions), draw.choice(quotations), draw.choice(entities))
        weights = [weight for weight, _ in some.values()]
        lines.append(draw.choices([make for _, make in some.values()], weights)[0]())
    return lines


def _spans(frame: pd.DataFrame) -> list[Span]:
    columns = (frame[name].tolist() for name in ("doc_id", "start", "end", "text"))
    return [Span(*one) for one in zip(*columns, strict=True)]


def _span(row: pd.Series) -> Span:
    return Span(row["doc_id"], int(row["start"]), int(row["end"]), row["text"])


def _seconds(
    tables: dict[str, pd.DataFrame], lines: list[Correction], before: Applied | None = None
) -> tuple[float, Applied]:
    start = time.process_time()
    applied = corrections.apply(tables, lines, before=before)
    return time.process_time() - start, applied


if __name__ == "__main__":
    main()
