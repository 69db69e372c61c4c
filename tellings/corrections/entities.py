"""The entities while corrections are applied: the machine's, with what people changed, added and merged."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import pandas as pd

from tellings import schema
from tellings.corrections.columns import among, cells, put, put_each

_MADE = re.compile(r"~([0-9a-zA-Z_-]+)$")
_IDENTIFIERS = ("country", "wikidata", "geonames", "iso")


class Book:
    """Entities by id. The machine's frame is read, never written."""

    def __init__(self, entities: pd.DataFrame) -> None:
        self._frame = entities
        self._positions = {key: row for row, key in enumerate(entities["entity_id"].tolist())}
        self._columns = cells(entities)
        self._rows: dict[str, dict[str, Any]] = {}
        self.changed: dict[str, dict[str, Any]] = {}
        self.added: dict[str, dict[str, Any]] = {}
        self.gone: set[str] = set()
        self.successors: dict[str, str] = {}

    def current(self, entity_id: str) -> str:
        """The entity that it has become by merging; itself where it was not merged."""
        seen = {entity_id}
        while entity_id in self.successors and self.successors[entity_id] not in seen:
            entity_id = self.successors[entity_id]
            seen.add(entity_id)
        return entity_id

    def __contains__(self, entity_id: str) -> bool:
        return entity_id not in self.gone and (entity_id in self.added or entity_id in self._positions)

    def __getitem__(self, entity_id: str) -> dict[str, Any]:
        """The entity's columns as they are now."""
        if entity_id in self.added:
            return self.added[entity_id]
        if entity_id not in self._rows:
            at = self._positions[entity_id]
            self._rows[entity_id] = {name: values[at] for name, values in self._columns.items()}
        return self._rows[entity_id] | self.changed.get(entity_id, {})

    def change(self, entity_id: str, **columns: Any) -> None:
        """Change columns of an entity. Where a person decided (`method`), the machine's score says nothing any more."""
        if "method" in columns:
            columns["score"] = None
        if entity_id in self.added:
            self.added[entity_id].update(columns)
        else:
            self.changed.setdefault(entity_id, {}).update(columns)

    def add(self, entity_id: str, name: str, kind: str, method: str, **columns: Any) -> str:
        """Add an entity; one that is there already stays as it is."""
        if entity_id not in self:
            self.gone.discard(entity_id)
            row = dict.fromkeys(schema.table("entities").names)
            row |= {"entity_id": entity_id, "name": name, "type": kind, "method": method, **columns}
            self.added[entity_id] = {**row, "n_mentions": 0, "n_documents": 0}
        return entity_id

    def merge(self, lost: str, kept: str, method: str) -> None:
        """One entity becomes part of another, which takes the identifiers that it lacks."""
        before, after = self[lost], self[kept]
        taken = {n: before[n] for n in _IDENTIFIERS if pd.isna(after[n]) and not pd.isna(before[n])}
        self.change(kept, method=method, **taken)
        self.gone.add(lost)
        self.successors[lost] = kept

    def frame(self, counts: pd.DataFrame, kept: set[str]) -> pd.DataFrame:
        """The table `entities`.

        Args:
            counts: `n_mentions, n_documents` of the entities that corrections touched, by id.
            kept: of those, the ones that still stand somewhere.
        """
        empty = set(counts.index) - kept
        frame = self._frame[~among(self._frame["entity_id"], sorted(self.gone | empty | self.added.keys()))]
        new = [row for key, row in self.added.items() if key in kept]
        if new:
            entities = pd.DataFrame(new, columns=schema.table("entities").names)
            frame = pd.concat([frame, schema.conform(entities, "entities")], ignore_index=True)
        frame = frame.reset_index(drop=True)
        position = pd.Index(frame["entity_id"])
        at = position.get_indexer(pd.Index(list(self.changed), dtype="str")).tolist()
        changed = zip(at, self.changed.values(), strict=True)
        put_each(frame, {row: columns for row, columns in changed if row >= 0})
        rows = position.get_indexer(counts.index)
        some, rows = counts[rows >= 0], rows[rows >= 0]
        for name in ("n_mentions", "n_documents"):
            put(frame, rows, name, some[name].to_numpy())
        return schema.conform(frame, "entities")


def made_by(entity_id: str) -> str | None:
    """The id of the correction that made this entity, None where the machine made it."""
    match = _MADE.search(entity_id)
    return match[1] if match else None


def new_id(kind: str, name: str, correction_id: str) -> str:
    """The id of an entity that a correction makes: no build gives it to another.

    Logs name it, so it is made of the name as it always was, whatever a build makes of names.
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return f"{kind}:{re.sub(r'[^a-z0-9]+', '-', plain).strip('-') or 'entity'}~{correction_id}"
