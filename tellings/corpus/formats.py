"""The formats that are read: what they are called, by which endings they are known, what reads them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from tellings.corpus import markdown, records, texts
from tellings.corpus.documents import Document, Problem
from tellings.corpus.entries import Entry


class Format(NamedTuple):
    """A kind of file that holds articles.

    Attributes:
        name: what people call it.
        endings: of its files, in lower case.
        read: takes the file, what `metadata.csv` says of it, and the largest size of a document in bytes; yields
            documents and problems, and raises nothing, whatever the bytes are.
        one: is a file one article, so that `metadata.csv` and the file's name speak of it?
    """

    name: str
    endings: tuple[str, ...]
    read: Callable[[Entry, Mapping[str, str], int], Iterator[Document | Problem]]
    one: bool


FORMATS = (
    Format("text", (".txt", ".text"), texts.read, one=True),
    Format("Markdown", (".md", ".markdown"), markdown.read, one=True),
    Format("JSON Lines", (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz"), records.read, one=False),
)


def of(name: str) -> Format | None:
    """The format of a file by its name; None where it has none that is read."""
    return next((format for format in FORMATS if name.lower().endswith(format.endings)), None)
