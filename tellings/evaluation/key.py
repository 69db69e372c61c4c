"""A hand-made key: a folder of JSON files about some documents of a corpus.

The files and their conventions are described beside the key (`tests/eval/key/README.md`). Lines that a clean reader
may leave out (navigation, repeated captions, credits, the date prefix) are optional: asked of nobody, held against
nobody.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from tellings.errors import SourceError
from tellings.evaluation.matching import overlap
from tellings.evaluation.results import records
from tellings.store.corpus import Corpus

Row = dict[str, Any]


@dataclass(frozen=True)
class Key:
    """A key's folder."""

    path: Path

    def read(self, name: str) -> Any:
        """One of its files.

        Raises:
            SourceError: the file is missing or is not JSON.
        """
        file = self.path / f"{name}.json"
        try:
            return json.loads(file.read_text("utf-8"))
        except (OSError, ValueError) as err:
            raise SourceError(f"The key's file {file} cannot be read ({err}).") from err

    @cached_property
    def documents(self) -> list[Row]:
        """The documents that the key knows, each with its optional lines."""
        documents: list[Row] = self.read("documents")["documents"]
        return documents

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of these documents."""
        return frozenset(d["id"] for d in self.documents)

    @cached_property
    def _optional(self) -> dict[str, list[tuple[int, int]]]:
        return {d["id"]: [(b["start"], b["end"]) for b in d["boilerplate"]] for d in self.documents}

    def is_optional(self, doc_id: str, start: int, end: int) -> bool:
        """Does the span touch a line that is asked of nobody?"""
        return any(overlap((start, end), line) for line in self._optional.get(doc_id, ()))

    def asked(self, rows: list[Row], doc: str = "doc_id") -> list[Row]:
        """The rows outside of optional lines."""
        return [r for r in rows if not self.is_optional(r[doc], r["start"], r["end"])]

    def found(self, corpus: Corpus, table: str) -> list[Row]:
        """A table's rows on the key's documents."""
        return records(corpus.table(table), self.ids)
