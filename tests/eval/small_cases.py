"""Hold the annotation against `small_cases.jsonl`: made-up inputs in the shape of faults that people report.

A line is a corpus of its own: its kind of fault, its articles, and what is asked of it (`[ask, about]` or
`[ask, about, want]`). Run as a program it prints what is wrong, and how many asks of each kind there are and are right:

    python -m tests.eval.small_cases
"""

from __future__ import annotations

import json
import re
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from tellings import schema
from tellings.evaluation.results import records
from tests import built

FILE = Path(__file__).with_name("small_cases.jsonl")
_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
Row = dict[str, Any]


class Case(NamedTuple):
    """A made-up corpus: its kind of fault, its articles as JSON records, what is asked of it."""

    id: str
    kind: str
    docs: list[dict[str, str]]
    asks: list[list[Any]]


def read() -> list[Case]:
    """All cases, in the order of the file."""
    return [Case(**json.loads(line)) for line in FILE.read_text("utf-8").splitlines()]


def wrong(case: Case) -> list[str]:
    """What of a case is not as it should be."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "in.jsonl"
        texts = [json.dumps({"id": f"d{n}", **doc}) for n, doc in enumerate(case.docs)]
        source.write_text("\n".join(texts), "utf-8")
        found = Found(built.tables(source))
    return [f"{case.id}: {ask}" for ask in case.asks if not ASKS[ask[0]](found, *ask[1:])]


def plain(text: object) -> str:
    """A text as a reader sees it: without what is invisible, in one case, with single spaces."""
    return " ".join(_INVISIBLE.sub("", unicodedata.normalize("NFC", str(text))).lower().split())


class Found:
    """What was found in a corpus, asked for by what is printed."""

    def __init__(self, found: Mapping[str, pd.DataFrame]) -> None:
        about = found["documents"]
        self.text = dict(zip(about["doc_id"], about["text"], strict=True))
        tables = (
            "blocks",
            "dates",
            "entities",
            "mentions",
            "problems",
            "quantities",
            "quotations",
            "toponyms",
        )
        self.rows: dict[str, list[Row]] = {
            name: records(found[name], frozenset([*self.text, None])) for name in tables
        }
        self.names: dict[str, Row] = {row["entity_id"]: row for row in self.rows["entities"]}

    def printed(self, table: str, text: str) -> list[Row]:
        return [row for row in self.rows[table] if plain(row["text"]) == plain(text)]

    def holding(self, table: str, text: str) -> list[Row]:
        return [row for row in self.rows[table] if plain(text) in plain(row["text"])]

    def named(self, text: str) -> list[Row]:
        return [row for row in self.printed("mentions", text) if row["form"] == "name"]

    def things(self, text: str) -> set[str]:
        return {row["entity_id"] for row in self.named(text)} & set(self.names)

    def said(self, text: str) -> list[Row]:
        return [row for row in self.holding("quotations", text) if row["kind"] in schema.SPEECH_KINDS]

    def hedged(self, text: str) -> bool:
        return any(re.search("more|over", str(row["hedge"])) for row in self.holding("quantities", text))


def _speaker(found: Found, about: str, want: list[str | None]) -> bool:
    """Of the shortest quotation; a label of a transcript may be all that is known of who speaks."""
    row = min(found.said(about), key=lambda row: len(row["text"]), default=None)
    if row is None:
        return False
    if row["speaker_id"] not in found.names:
        return None in want or plain(row["speaker"]).rstrip(":") in map(plain, want)
    name = plain(found.names[row["speaker_id"]]["name"])
    return any(one is not None and plain(one) in name for one in want)


def _together(found: Found, about: list[str]) -> bool:
    return any(plain(about[1]) in plain(row["text"]) for row in found.said(about[0]))


def _document(found: Found, about: str) -> bool:
    types = {found.names[row["speaker_id"]]["type"] for row in found.said(about) if row["speaker_id"]}
    return types == {"document"}


def _one(found: Found, about: list[str]) -> bool:
    things = [found.things(text) for text in about]
    return all(things) and len(set.union(*things)) == 1


def _two(found: Found, about: list[str]) -> bool:
    first, second = map(found.things, about)
    return bool(first and second and not first & second)


def _place(found: Found, about: str, want: list[str]) -> bool:
    first = next(iter(found.printed("toponyms", about)), None)
    return first is not None and set(want) <= {first["kind"], first["country_code"], first["admin1_code"]}


def _countries(found: Found, about: str) -> set[str]:
    return {row["country_code"] for row in found.printed("toponyms", about)} - {None}


def _quantity(found: Found, about: str, want: list[Any]) -> bool:
    row = max(found.holding("quantities", about), key=lambda row: len(row["text"]), default=None)
    return row is not None and row["value"] == want[0] and row["unit"] in want[1:]


def _furniture(found: Found, about: str) -> bool:
    return not any(
        row["counted"] and about in found.text[row["doc_id"]][row["start"] : row["end"]]
        for row in found.rows["blocks"]
    )


def _shown(found: Found, about: str, want: str) -> bool:
    return {found.names[thing]["name"] for thing in found.things(about)} == {want}


ASKS: dict[str, Callable[..., bool]] = {
    "speaker": _speaker,
    "speaker not": lambda found, about, want: bool(found.said(about)) and not _speaker(found, about, [want]),
    "quotations": lambda found, about, want: len(found.said(about)) == want,
    "apart": lambda found, about: (
        all(map(found.said, about))
        and not any(plain(about[1]) in plain(row["text"]) for row in found.said(about[0]))
    ),
    "together": _together,
    "without": lambda found, about: bool(found.said(about[0])) and not _together(found, about),
    "document": _document,
    "begins": lambda found, about: found.said(about)[0]["text"].startswith(about.split()[0]),
    "one utterance": lambda found, about: (
        len({row["cluster_id"] or row["quote_id"] for row in found.said(about)}) == 1
    ),
    "name": lambda found, about: {row["text"] for row in found.holding("mentions", about)} == {about},
    "no name": lambda found, about: not found.named(about),
    "type": lambda found, about, want: (
        bool(found.named(about)) and all(row["type"] in want for row in found.named(about))
    ),
    "one": _one,
    "two": _two,
    "found": lambda found, about: all(map(found.named, about)),
    "itself": lambda found, about: not found.named(about) or _shown(found, about, about),
    "shown as": _shown,
    "not": lambda found, about, want: (
        not any(
            found.names[row["entity_id"]]["name"] == want
            for row in found.printed("mentions", about)
            if row["entity_id"] in found.names
        )
    ),
    "place": _place,
    "not in": lambda found, about, want: want not in _countries(found, about),
    "only in": lambda found, about, want: _countries(found, about) <= {want},
    "date": lambda found, about, want: (
        bool({row["value"] for row in found.holding("dates", about)} & set(want))
        or (None in want and not found.holding("dates", about))
    ),
    "quantity": _quantity,
    "no quantity": lambda found, about: not found.printed("quantities", about),
    "more than": lambda found, about: found.hedged(about),
    "not more than": lambda found, about: (
        bool(found.holding("quantities", about)) and not found.hedged(about)
    ),
    "paragraphs": lambda found, about, want: (
        [row["kind"] for row in found.rows["blocks"]] == ["paragraph"] * want
    ),
    "furniture": _furniture,
    "problem": lambda found, about: bool(found.rows["problems"]),
    "no problem": lambda found, about: not found.rows["problems"],
}
"""What can be asked; of several right answers one is enough, and None is nobody or nothing."""


def main() -> None:
    """Print what is wrong, and how many asks of each kind there are and are right."""
    asked, failing = Counter(case.kind for case in read() for _ in case.asks), Counter[str]()
    for case in read():
        failing[case.kind] += len(failures := wrong(case))
        print(*failures, sep="\n", end="\n" if failures else "")
    for kind, n in sorted(asked.items()):
        print(f"| {kind} | {n} | {n - failing[kind]} |")


if __name__ == "__main__":
    main()
