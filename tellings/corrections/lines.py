"""One correction: a line of the log."""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any

from tellings import schema
from tellings.corrections import fields, targets
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
from tellings.errors import CorrectionError

Target = Span | Unmarked | Entity | Question | str
Value = (
    Entity
    | NewEntity
    | Part
    | Question
    | Answers
    | Side
    | Speakers
    | Place
    | Use
    | tuple[Span, ...]
    | str
    | None
)

SHORTEST = 40
"""Characters of an article's short name, at most."""

_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


@dataclass(frozen=True, slots=True)
class Correction:
    """A line of the log.

    Attributes:
        id: unique, never used again.
        at: when, UTC, ISO 8601.
        action: one of `ACTIONS`.
        target: a span, an entity, a question; for `shorten` the id of an article, for undo and redo that of a line.
        value: what the action sets; see `docs/corrections.md`.
        why: the person's reason, may be empty.
    """

    id: str
    at: str
    action: str
    target: Target
    value: Value = None
    why: str = ""


def new(action: str, target: Target, value: Value = None, why: str = "") -> Correction:
    """A correction made now.

    Args:
        action: one of `ACTIONS`.
        target: a `Span` or an `Entity`; for `shorten` the id of an article, for `undo` and `redo` that of a line.
        value: what the action needs, see `docs/corrections.md`.
        why: the reason, for those who read the log.

    Raises:
        CorrectionError: where the action does not exist or does not fit its target or value.

    Example:
        >>> new("rename", Entity("person:kim"), "Kim Yo Jong").action
        'rename'
    """
    at = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    line = {"id": "c" + secrets.token_hex(8), "at": at, "action": action, "why": why}
    return parse({**line, "target": targets.as_json(target), "value": targets.as_json(value)})


def parse(record: object) -> Correction:
    """Read a correction from what JSON gives.

    Raises:
        CorrectionError: the record is not a correction; the message says why.
    """
    if not isinstance(record, dict):
        raise CorrectionError("a correction is an object")
    lacking = [name for name in ("id", "at", "action", "target") if name not in record]
    if lacking:
        raise CorrectionError(f"it has no {', '.join(lacking)}")
    identity, action, why = record["id"], record["action"], record.get("why") or ""
    if not isinstance(identity, str) or not _ID.fullmatch(identity):
        raise CorrectionError("its id is not letters, digits, - and _")
    if not isinstance(action, str) or action not in _READ:
        raise CorrectionError(
            f"there is no action {str(action)[:40]!r}; the actions are {', '.join(ACTIONS)}"
        )
    if not isinstance(why, str) or len(why) > 10_000:
        raise CorrectionError("its why is not a text of at most 10,000 characters")
    if why:
        fields.text(why, "why", longest=None)
    read_target, read_value = _READ[action]
    target, value = read_target(record["target"]), read_value(record.get("value"))
    if action in ("reject", "accept") and value == targets.QUOTATION and not isinstance(target, Span):
        raise CorrectionError(f"a quotation is {action}ed by its span")
    if isinstance(value, Side) and not isinstance(target, Entity):
        raise CorrectionError("a country is said of an entity")
    if isinstance(target, Unmarked) and value is None:
        raise CorrectionError("a name that was missed is somebody's")
    return Correction(identity, at=_instant(record["at"]), action=action, target=target, value=value, why=why)


def dump(correction: Correction) -> str:
    """The correction as one line of JSON, without the line's end."""
    record = {name: getattr(correction, name) for name in ("id", "at", "action")}
    record |= {"target": targets.as_json(correction.target), "value": targets.as_json(correction.value)}
    return json.dumps({**record, "why": correction.why}, ensure_ascii=False, separators=(",", ":"))


def spans(lines: Iterable[Correction]) -> Iterable[Span]:
    """All spans that corrections name."""
    for line in lines:
        for thing in (line.target, line.value):
            yield from _spans_of(thing)


def _spans_of(thing: object) -> Iterable[Span]:
    match thing:
        case Span():
            yield thing
        case Unmarked(span):
            yield span
        case Entity(_, Span() as span) | Question(_, span):
            yield span
        case Part() | Answers():
            yield from thing.spans
        case Speakers():
            for one in thing.speakers:
                yield from _spans_of(one.who)
                yield from _spans_of(one.at)
        case tuple():
            for one in thing:
                yield from _spans_of(one)


def _instant(value: object) -> str:
    try:
        when = datetime.fromisoformat(fields.text(value, "at"))
    except ValueError as err:
        raise CorrectionError(f"its time {str(value)[:40]!r} is not ISO 8601") from err
    if when.utcoffset() is None or when.utcoffset():
        raise CorrectionError("its time is not UTC")
    return str(value)


def _span_or_entity(value: object) -> Span | Entity:
    return targets.entity(value) if isinstance(value, dict) else targets.span(value)


def _line(value: object) -> str:
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise CorrectionError("undo and redo name the id of a line")
    return value


def _nothing(value: object) -> None:
    if value is not None:
        raise CorrectionError("this action has no value")


def _name(value: object) -> str:
    return fields.text(value, "the name").strip()


def _short(value: object) -> str:
    if len(name := _name(value)) > SHORTEST:
        raise CorrectionError(f"a short name has at most {SHORTEST} characters")
    return name


def _what(value: object) -> str:
    return fields.one_of(value or targets.MENTION, "the value", (targets.MENTION, targets.QUOTATION))


_READ: dict[str, tuple[Callable[[object], Any], Callable[[object], Any]]] = {
    "merge": (targets.entity, targets.entity),
    "split": (targets.entity, targets.part),
    "rename": (targets.entity, _name),
    "retype": (_span_or_entity, targets.type_or_side),
    "reject": (_span_or_entity, _what),
    "accept": (_span_or_entity, _what),
    "relink": (targets.mentioned, targets.someone),
    "attribute": (targets.span, targets.speakers),
    "rekind": (targets.span, partial(fields.one_of, what="the kind", values=schema.QUOTE_KINDS)),
    "respan": (targets.span, targets.pieces),
    "relocate": (_span_or_entity, targets.place),
    "shorten": (partial(fields.text, what="the article's id"), _short),
    "confirm": (targets.question, _nothing),
    "dismiss": (targets.question, _nothing),
    "retitle": (targets.question, _name),
    "verdict": (targets.question, partial(fields.one_of, what="the verdict", values=schema.VERDICTS[:3])),
    "join": (targets.question, targets.question),
    "part": (targets.question, targets.answers),
    "undo": (_line, _nothing),
    "redo": (_line, _nothing),
}
ACTIONS = tuple(_READ)
