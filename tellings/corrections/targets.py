"""What corrections point at and what they set: spans, entities, places, speakers, and how each is written as JSON.

A span is `[doc_id, start, end, text]`; an entity is `{"entity": id, "span": [...]}`, where the span is one of its
mentions, so that it is found again when another build gives it another id. Row numbers are never used.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, TypeVar

from tellings import schema
from tellings.corrections.fields import degrees, fields_of, maybe, one_of, text, whole
from tellings.errors import CorrectionError

_COUNTRY = re.compile(r"[A-Z]{2}")

Read = TypeVar("Read")

MENTION, QUOTATION = "mention", "quotation"


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of an article: code points, half-open, and what is printed there."""

    doc_id: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Unmarked:
    """A piece of an article in which the machine marks nothing, and which is a name."""

    span: Span


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity by its id and one of its mentions; `span` is None where it has none in print."""

    entity_id: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class NewEntity:
    """An entity that the machine does not know."""

    name: str
    type: str


@dataclass(frozen=True, slots=True)
class Side:
    """The country (ISO 3166-1 alpha-2) for which a person or organisation is said to act; None where unknown."""

    country: str | None


@dataclass(frozen=True, slots=True)
class Part:
    """The mentions that leave an entity: those spans, or all of a printed form, or all in one article (or both)."""

    spans: tuple[Span, ...] = ()
    form: str | None = None
    doc_id: str | None = None
    name: str | None = None
    type: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question that several articles answer, by its id and the span of one answer."""

    topic_id: str
    span: Span


@dataclass(frozen=True, slots=True)
class Answers:
    """Some answers to a question, each by its span; of any articles."""

    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, None where that is unknown, and where the text prints them, None to leave it as it is."""

    who: Entity | NewEntity | None
    at: Span | None = None


@dataclass(frozen=True, slots=True)
class Speakers:
    """All speakers of a quotation, none where it is nobody known."""

    speakers: tuple[Speaker, ...] = ()
    anonymous: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where a place is. Without `place_id`, `lat` and `lon` make one; with neither it is known but has no point."""

    name: str
    kind: str
    place_id: str | None = None
    country_code: str | None = None
    admin1_code: str | None = None
    lat: float | None = None
    lon: float | None = None

    @property
    def id(self) -> str | None:
        """The place's id: the gazetteer's, else its point's, else None."""
        if self.place_id is None and self.lat is not None and self.lon is not None:
            return f"pt:{self.lat:.4f},{self.lon:.4f}"
        return self.place_id


@dataclass(frozen=True, slots=True)
class Use:
    """How a place name is used: `literal`, `metonymic` (standing for a country's entity) or `demonym`."""

    use: str
    stands_for: str | None = None


def expect(value: object, kind: type[Read]) -> Read:
    """The value, which is of that kind in every correction that was read.

    Raises:
        CorrectionError: a correction was made by hand, past :func:`tellings.corrections.new`.
    """
    if not isinstance(value, kind):
        raise CorrectionError(f"a correction has {type(value).__name__} where {kind.__name__} is needed")
    return value


def span(value: object) -> Span:
    """Read a span; its text must be as long as it says."""
    if not isinstance(value, list) or len(value) != 4:
        raise CorrectionError("a span is [doc_id, start, end, text]")
    doc_id, start, end, printed = value
    at = Span(text(doc_id, "doc_id"), whole(start), whole(end), text(printed, "text", longest=None))
    if not 0 <= at.start < at.end or at.end - at.start != len(at.text):
        raise CorrectionError(f"the span {at.start}-{at.end} is not as long as its text")
    return at


def mentioned(value: object) -> Span | Unmarked:
    """Read a span, or one that the machine does not mark: `{"unmarked": span}`."""
    if isinstance(value, dict):
        return Unmarked(span(fields_of(value, "a missed name", "unmarked")["unmarked"]))
    return span(value)


def type_or_side(value: object) -> str | Side:
    """Read a type, or a country: `{"country": "UA"}`, null where it is unknown."""
    if not isinstance(value, dict):
        return one_of(value, "the type", schema.TYPES)
    code = fields_of(value, "a side", "country")["country"]
    if code is not None and (not isinstance(code, str) or not _COUNTRY.fullmatch(code)):
        raise CorrectionError("a country is two capital letters, as in ISO 3166-1")
    return Side(code)


def entity(value: object) -> Entity:
    """Read an entity."""
    fields = fields_of(value, "an entity", "entity", optional=("span",))
    at = fields.get("span")
    return Entity(text(fields["entity"], "entity"), None if at is None else span(at))


def someone(value: object) -> Entity | NewEntity | None:
    """Read an entity, a new one `{"new": name, "type": type}`, or null."""
    if value is None:
        return None
    if isinstance(value, dict) and "new" in value:
        fields = fields_of(value, "a new entity", "new", "type")
        return NewEntity(text(fields["new"], "new"), one_of(fields["type"], "type", schema.TYPES))
    return entity(value)


def part(value: object) -> Part:
    """Read the part of an entity that is split off."""
    fields = fields_of(value, "a part", optional=("spans", "form", "doc_id", "name", "type"))
    spans = fields.get("spans", [])
    if not isinstance(spans, list) or not (spans or fields.get("form") or fields.get("doc_id")):
        raise CorrectionError("a split names spans, a printed form or an article")
    kind = fields.get("type")
    return Part(
        tuple(span(one) for one in spans),
        maybe(fields.get("form"), "form"),
        maybe(fields.get("doc_id"), "doc_id"),
        maybe(fields.get("name"), "name"),
        None if kind is None else one_of(kind, "type", schema.TYPES),
    )


def question(value: object) -> Question:
    """Read a question: `{"topic": id, "span": span}`."""
    fields = fields_of(value, "a question", "topic", "span")
    return Question(text(fields["topic"], "topic"), span(fields["span"]))


def answers(value: object) -> Answers:
    """Read the answers that leave a question: `{"answers": [span, …]}`."""
    some = fields_of(value, "a part of a question", "answers")["answers"]
    if not isinstance(some, list) or not some:
        raise CorrectionError("the answers that leave a question are a list of spans")
    return Answers(tuple(span(one) for one in some))


def speakers(value: object) -> Speakers:
    """Read the speakers of a quotation: `{"speakers": [{"who": …, "at": span}], "anonymous": false}`."""
    fields = fields_of(value, "an attribution", "speakers", optional=("anonymous",))
    if not isinstance(fields["speakers"], list) or not isinstance(fields.get("anonymous", False), bool):
        raise CorrectionError("speakers is a list, anonymous is true or false")
    said = []
    for one in fields["speakers"]:
        inner = fields_of(one, "a speaker", "who", optional=("at",))
        at = inner.get("at")
        said.append(Speaker(someone(inner["who"]), None if at is None else span(at)))
    return Speakers(tuple(said), fields.get("anonymous", False))


def pieces(value: object) -> tuple[Span, ...]:
    """Read the pieces of a quotation's content: spans of one article, in order, apart from each other."""
    if not isinstance(value, list) or not value:
        raise CorrectionError("a quotation's new boundaries are a list of spans")
    spans = tuple(span(one) for one in value)
    if len({one.doc_id for one in spans}) > 1:
        raise CorrectionError("the pieces of a quotation stand in one article")
    if any(a.end > b.start for a, b in pairwise(spans)):
        raise CorrectionError("the pieces of a quotation stand in order and apart")
    return spans


def place(value: object) -> Place | Use | None:
    """Read a place, a use `{"use": …, "stands_for": …}`, or null: it could not be placed."""
    if value is None:
        return None
    if isinstance(value, dict) and "use" in value:
        fields = fields_of(value, "a use", "use", optional=("stands_for",))
        return Use(one_of(fields["use"], "use", schema.USES), maybe(fields.get("stands_for"), "stands_for"))
    optional = ("place_id", "country_code", "admin1_code", "lat", "lon")
    fields = fields_of(value, "a place", "name", "kind", optional=optional)
    lat, lon = degrees(fields.get("lat"), "lat", 90), degrees(fields.get("lon"), "lon", 180)
    if (lat is None) != (lon is None):
        raise CorrectionError("a point has both lat and lon")
    identity, country, admin1 = (maybe(fields.get(key), key) for key in optional[:3])
    kind = one_of(fields["kind"], "kind", schema.PLACE_KINDS)
    where = Place(
        text(fields["name"], "name"),
        kind,
        place_id=identity,
        country_code=country,
        admin1_code=admin1,
        lat=lat,
        lon=lon,
    )
    if where.id is None:
        raise CorrectionError("a place has a place_id, or lat and lon; null takes the place away")
    return where


def as_json(value: object) -> Any:
    """A target or value as JSON writes it."""
    match value:
        case Span(doc_id, start, end, printed):
            return [doc_id, start, end, printed]
        case Unmarked(at):
            return {"unmarked": as_json(at)}
        case Side(country):
            return {"country": country}
        case Entity(entity_id, at):
            return {"entity": entity_id, "span": as_json(at)}
        case Question(topic_id, at):
            return {"topic": topic_id, "span": as_json(at)}
        case Answers(spans):
            return {"answers": as_json(spans)}
        case NewEntity(name, kind):
            return {"new": name, "type": kind}
        case Speakers(some, anonymous):
            said = [{"who": as_json(one.who), "at": as_json(one.at)} for one in some]
            return {"speakers": said, "anonymous": anonymous}
        case Part() | Place() | Use():
            fields = {name: getattr(value, name) for name in value.__dataclass_fields__}
            return {name: as_json(one) for name, one in fields.items() if one not in (None, ())}
        case tuple() | list():
            return [as_json(one) for one in value]
    return value
