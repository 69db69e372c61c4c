"""Texts as they may come, made at random from the fixtures' sentences: none may be lost, and every span must be true.

python -m tests.annotation.fuzzing 10000 [SEED]
"""

from __future__ import annotations

import html
import random
import sys
import textwrap
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache

import pandas as pd

from tellings import schema
from tellings.annotation.batches import annotate_batch
from tellings.corpus.documents import Document, digest
from tellings.settings import ROOT

BATCH = 64

SCRAPS = [
    "\u00ad", "\u200b", "\u2060",
    "\ufeff", "\u202e", "\u0301", "\u0301\u0302", "\ufffd", "\x00", "\x85", "\x93", "\u2028",
    "&amp;", "&#8217;", "&#10;", "&quot", "â€œ",
    "â€", "Ã©", "Ã", "‚Äô", "“", "”", "‘", "’", '"', "''", "«", "(", "[",
    "\n", "\r\n", "\r", "-\n", "\n\n\n", "\t", "   ", "\u00a0", "—", "…", "https://example.org/a?b=c", "@ana", "#flood",
    "LENGTH: 212 words", "BYLINE: Ana Ruiz", "HD Bridge shut", "AN Document ABCD000020250314", "READ MORE: A bridge",
    "Share on Facebook", "HIGHLIGHTS", "• 34 dead", "1 of 12 DOCUMENTS",
    "Le maire a dit que le pont serait fermé lundi.",
    "Київ", "شهر", "北京", "😀👨‍👩‍👧", "1,23,456", "$5m", "12/03/2025", "Q:", "A:", "The CHAIR:", "-" * 300, "(" * 300,
]  # fmt: skip


@cache
def _sentences() -> list[str]:
    files = sorted((ROOT / "tests" / "fixtures" / "harbour").rglob("*.txt"))
    paragraphs = [line for file in files for line in file.read_text("utf-8").splitlines() if line.strip()]
    return [sentence for line in paragraphs for sentence in line.split(". ")]


def _scrapped(text: str, chance: random.Random) -> str:
    for _ in range(chance.randint(1, 6)):
        at = chance.randint(0, len(text))
        text = text[:at] + chance.choice(SCRAPS) + text[at:]
    return text


def _cut(text: str, chance: random.Random) -> str:
    start = chance.randint(0, len(text))
    return text[start : chance.randint(start, len(text))]


def _mixed(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    chance.shuffle(words)
    return " ".join(words)


CHANGES: list[Callable[[str, random.Random], str]] = [
    _scrapped,
    _scrapped,
    _cut,
    _mixed,
    lambda text, _: unicodedata.normalize("NFD", text),
    lambda text, _: html.escape(text),
    lambda text, _: text.encode("utf-8").decode("latin-1"),
    lambda text, _: text.encode("utf-8").decode("cp1252", "replace"),
    lambda text, _: text.encode("utf-8").decode("mac_roman"),
    lambda text, _: text.upper(),
    lambda text, _: text.swapcase(),
    lambda text, _: text[::-1],
    lambda text, _: text * 3,
    lambda text, _: text.replace(" ", "  "),
    lambda text, chance: chance.choice(["\n", "\r\n", "\r"]).join(textwrap.wrap(text, chance.randint(5, 90))),
    lambda text, chance: text.replace(" ", chance.choice(["\n", "\u00a0", "\u200b", "-\n", ""])),
    lambda text, chance: "".join(chr(chance.randint(1, 0xD7FF)) for _ in range(40)) + text,
]


def texts(n: int, seed: int = 1) -> Iterator[str]:
    """So many texts, the same for the same seed."""
    chance = random.Random(seed)
    for _ in range(n):
        text = chance.choice([". ", "\n\n", "\n"]).join(
            chance.choice(_sentences()) for _ in range(chance.randint(1, 4))
        )
        for _ in range(chance.randint(1, 3)):
            text = chance.choice(CHANGES)(text, chance)
        if any(ch.isalnum() for ch in text):
            yield text


def faults(found: list[str]) -> list[str]:
    """What is wrong with the annotation of texts: lost ones, and rows whose text is not what stands there."""
    documents = [Document(f"d{i}", text, f"d{i}.txt", digest(text.encode())) for i, text in enumerate(found)]
    tables = annotate_batch(documents, None)
    wrong = [f"lost: {row.reason}: {found[int(row.doc_id[1:])]!r}" for row in _lost(tables).itertuples()]
    if len(tables["documents"]) + len(wrong) != len(documents):
        wrong.append("documents are missing without a word")
    for name, frame in tables.items():
        rows = schema.conform(frame, name)
        if not {"doc_id", "start", "end", "text"} <= set(rows.columns):
            continue
        for doc_id, start, end, text in zip(rows.doc_id, rows.start, rows.end, rows.text, strict=True):
            if found[int(doc_id[1:])][start:end] != text:
                wrong.append(f"{name} {start}-{end} {text!r}: {found[int(doc_id[1:])]!r}")
    return wrong


def _lost(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    problems = tables["problems"]
    return problems[problems.action == "skipped"]


def main() -> int:
    """Annotate so many texts and print what is wrong."""
    n, seed = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
    made = list(texts(n, seed))
    wrong = [line for i in range(0, len(made), BATCH) for line in faults(made[i : i + BATCH])]
    print("\n".join(wrong[:50]))
    print(f"{len(made)} texts, {len(wrong)} faults")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
