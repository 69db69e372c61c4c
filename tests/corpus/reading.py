"""What tests ask of files: the articles and problems that are read from them, and what is known of those."""

from __future__ import annotations

from pathlib import Path

from tellings.corpus.documents import Document, Problem
from tellings.corpus.readers import read_sources
from tellings.corpus.taught import NOTHING, Taught


def read(*sources: Path, taught: Taught = NOTHING) -> tuple[list[Document], list[Problem]]:
    found = list(read_sources(sources, max_bytes=5_000_000, taught=taught))
    return [d for d in found if isinstance(d, Document)], [p for p in found if isinstance(p, Problem)]


def told(documents: list[Document]) -> list[tuple[object, ...]]:
    return [(d.title, d.publisher, d.published) for d in documents]


def kinds(document: Document) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for start, end, kind in document.blocks:
        found.setdefault(kind, []).append(document.text[start:end])
    return found
