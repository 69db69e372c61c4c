"""What corrections name: the articles in which they point at something, and the entities."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from typing import Any

from tellings.corrections.lines import Correction
from tellings.corrections.targets import Entity, Part, Place, Span, Use


def named(lines: Iterable[Correction]) -> tuple[set[str], set[str]]:
    """The ids of the articles and of the entities that lines name, in force or not."""
    docs: set[str] = set()
    ids: set[str] = set()
    for line in lines:
        _name(line.target, docs, ids)
        _name(line.value, docs, ids)
    return docs, ids


def _name(value: Any, docs: set[str], ids: set[str]) -> None:
    match value:
        case Span():
            docs.add(value.doc_id)
        case Entity():
            ids.add(value.entity_id)
        case Use():
            ids.update([value.stands_for] if value.stands_for else ())
        case Place():
            ids.update([value.id] if value.id else ())
        case Part():
            docs.update([value.doc_id] if value.doc_id else ())
        case tuple():
            for one in value:
                _name(one, docs, ids)
    if is_dataclass(value):
        for field in fields(value):
            _name(getattr(value, field.name), docs, ids)
