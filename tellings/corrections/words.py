"""What corrections speak of and what they set, in words."""

from __future__ import annotations

from collections.abc import Mapping

from tellings.corrections.lines import Correction
from tellings.corrections.targets import (
    Answers,
    Entity,
    NewEntity,
    Part,
    Place,
    Question,
    Side,
    Span,
    Speakers,
    Unmarked,
    Use,
)

NOBODY, UNKNOWN = "nobody known", "unknown"


def target(line: Correction, by_id: Mapping[str, Correction]) -> str:
    """What a line speaks of: the words of its span, an entity's printed form, an article's id, the line of an undo."""
    match line.target:
        case Span(_, _, _, text) | Unmarked(Span(_, _, _, text)):
            return text
        case Entity():
            return _who(line.target)
        case Question(_, span):
            return span.text
    named = by_id.get(line.target) if line.action in ("undo", "redo") else None
    if named is None:
        return line.target
    return named.action if named.action in ("undo", "redo") else f"{named.action} {target(named, by_id)}"


def value(line: Correction) -> str:
    """What a line sets, as far as the line itself says it."""
    match line.value:
        case Entity() | NewEntity():
            return _who(line.value)
        case Place(name):
            return name
        case Question(_, span):
            return span.text
        case Answers(spans):
            return ", ".join(one.text for one in spans)
        case Part(spans, form, _, name, _):
            return name or form or (spans[0].text if spans else "")
        case Side(country):
            return f"country {country or UNKNOWN}"
        case Use(use, _):
            return use
        case Speakers(speakers, anonymous):
            said = [_who(one.who) for one in speakers]
            return (", ".join(said) or NOBODY) + (", anonymous" if anonymous else "")
        case tuple():
            return " … ".join(one.text for one in line.value)
        case str():
            return "" if line.action in ("reject", "accept") else line.value
    return {"relink": NOBODY, "relocate": "not placed"}.get(line.action, "")


def _who(who: Entity | NewEntity | None) -> str:
    match who:
        case Entity(entity_id, span):
            return span.text if span else entity_id
        case NewEntity(name, _):
            return name
    return NOBODY
