"""How long corrections take as a corpus grows: the default corpus' tables many times over, and lines of every kind.

    python -m benchmarks.correcting [--mentions 100000 1000000]

Each copy of the articles has documents of its own; all copies share their entities, so that a merge moves more mentions
the larger the corpus is, as it does in a corpus of one event.
"""

from __future__ import annotations

import argparse
import time

import pandas as pd

from tellings import corrections
from tellings.corrections import Correction, Entity, NewEntity, Span, Speaker, Speakers, Unmarked, Use, new
from tellings.store import corpus as store

_LOCAL = ("doc_id", "mention_id", "sentence_id", "block_id", "quote_id", "turn_id", "inside_id")


def main() -> None:
    """Print, for each size, the seconds of one line and of a hundred, and their growth against that of the mentions."""
    parser = argparse.ArgumentParser(description="How long corrections take as a corpus grows.")
    parser.add_argument("--mentions", type=int, nargs="+", default=[100_000, 1_000_000])
    before: tuple[int, float] | None = None
    print(
        "| mentions | one mention relinked | two entities merged | a hundred lines | growth of time / of mentions |"
    )
    print("| ---: | ---: | ---: | ---: | ---: |")
    for n in parser.parse_args().mentions:
        tables = copies(n)
        lines = some_lines(tables)
        took = [_seconds(tables, part) for part in (lines[:1], lines[1:2], lines)]
        size = len(tables["mentions"])
        growth = "" if before is None else f"{took[-1] / before[1] / (size / before[0]):.2f}"
        print(f"| {size:,} | {' | '.join(f'{one:.2f} s' for one in took)} | {growth} |", flush=True)
        before = size, took[-1]


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


def _span(row: pd.Series) -> Span:
    return Span(row["doc_id"], int(row["start"]), int(row["end"]), row["text"])


def _seconds(tables: dict[str, pd.DataFrame], lines: list[Correction]) -> float:
    start = time.perf_counter()
    corrections.apply(tables, lines)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
