"""The glossary: for each term of the field a plain word and what it means (`data/glossary.tsv`, `docs/glossary.md`)."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from tellings import lists, settings

_HEAD = """# Glossary

What the app says first, the field's term behind it, and what it means. In the app the meaning
appears where the pointer rests on a word with a dotted line, where Tab reaches it, or where it is tapped.

| in plain words | term | what it means |
| --- | --- | --- |
"""


class Entry(NamedTuple):
    """A term, what is said first, and what it means."""

    term: str
    plain: str
    meaning: str


@lru_cache(maxsize=1)
def entries() -> dict[str, Entry]:
    """All entries by their term."""
    rows = (Entry(*line.split("\t")) for line in lists.lines(settings.DATA / "glossary.tsv"))
    return {row.term: row for row in rows}


def page() -> str:
    """The glossary as the page `docs/glossary.md`."""
    rows = sorted(entries().values(), key=lambda entry: entry.plain)
    return _HEAD + "".join(f"| {row.plain} | {row.term} | {row.meaning} |\n" for row in rows)
