"""A corpus of one small article and what people found in it, whose figures were worked out by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests import corpora

TEXT = (
    "President Anna Smith of the Bank of Peru met Mr. Lee in Lima. “It is a bad deal,” said John Smith, a lawyer. "
    "“We will fight it.” Mary Jones said that taxes would rise. He said the plan was “terrible”. Smith left Peru."
)


def at(piece: str, nth: int = 0) -> dict[str, Any]:
    at = -1
    for _ in range(nth + 1):
        at = TEXT.index(piece, at + 1)
    return {"start": at, "end": at + len(piece), "text": piece}


def mention(piece: str, kind: str, entity: str, nth: int = 0, form: str = "name") -> dict[str, Any]:
    span = {
        "doc_id": "a",
        "sentence_id": "a:s0",
        "form": form,
        "type": kind,
        "entity_id": entity,
        "method": "hand",
    }
    return span | at(piece, nth) | {"mention_id": f"a:m{piece}{nth}", "score": None}


def entity(entity: str, name: str, kind: str) -> dict[str, Any]:
    return {
        "entity_id": entity,
        "name": name,
        "type": kind,
        "n_mentions": 1,
        "n_documents": 1,
        "method": "hand",
    }


def quotation(
    name: str, piece: str, kind: str, speaker: str, entity: str | None, nth: int = 0
) -> dict[str, Any]:
    said = at(speaker, nth)
    about = {
        "doc_id": "a",
        "quote_id": name,
        "turn_id": name,
        "sentence_id": "a:s0",
        "kind": kind,
        "anonymous": False,
    }
    who = {
        "speaker": speaker,
        "speaker_start": said["start"],
        "speaker_end": said["end"],
        "speaker_id": entity,
    }
    return about | at(piece) | who | {"method": "hand"}


def toponym(piece: str, nth: int, place: str, lat: float, lon: float) -> dict[str, Any]:
    about = {
        "doc_id": "a",
        "sentence_id": "a:s0",
        "mention_id": f"a:m{piece}{nth}",
        "name": piece,
        "kind": "city",
    }
    return (
        about
        | at(piece, nth)
        | {"place_id": place, "lat": lat, "lon": lon, "use": "literal", "method": "hand"}
    )


def written(tmp_path: Path) -> Path:
    quotations = [
        quotation("q1", "It is a bad deal,", "direct", "John Smith", "person:john-smith"),
        quotation("q2", "We will fight it.", "direct", "Mary Jones", "person:mary-jones"),
        quotation("q3", "taxes would rise", "indirect", "Mary Jones", "person:mary-jones"),
        quotation("q4", "Lima", "scare", "He", None),
    ]
    rows = {
        "documents": [corpora.document("a", TEXT)],
        "mentions": [
            mention("Anna Smith", "person", "person:anna-smith"),
            mention("Bank of Peru", "person", "organisation:bank-of-peru"),
            mention("Lima", "city", "gn:3936456"),
            mention("John Smith", "person", "person:john-smith"),
            mention("Mary", "person", "person:mary-jones"),
            mention("Smith", "person", "person:john-smith", 2),
            mention("deal", "product", "product:deal"),
            mention("He", "person", "person:john-smith", form="pronoun"),
        ],
        "entities": [
            entity("person:anna-smith", "Anna Smith", "person"),
            entity("organisation:bank-of-peru", "Bank of Peru", "person"),
            entity("gn:3936456", "Lima", "city"),
            entity("person:john-smith", "John Smith", "person"),
            entity("person:mary-jones", "Mary Jones", "person"),
            entity("product:deal", "deal", "product"),
        ],
        "quotations": quotations,
        "quote_parts": [
            {k: q[k] for k in ("doc_id", "quote_id", "start", "end", "text")} | {"role": "content"}
            for q in quotations
        ],
        "toponyms": [
            toponym("Lima", 0, "gn:3936456", -12.04, -77.03),
            toponym("Peru", 1, "gn:1", 48.2, 16.4),
        ],
    }
    return corpora.write(tmp_path / "small", rows)


def gold(layer: str, rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"id": "a", "text": TEXT, layer: rows}


NAMES = gold(
    "mentions",
    [
        at("Anna Smith") | {"type": "person", "entity": "A"},
        at("Bank of Peru") | {"type": "organisation", "entity": "B"},
        at("Peru") | {"type": "place", "entity": "P", "ignore": True},
        at("Lee") | {"type": "person", "entity": "L"},
        at("Lima") | {"type": "city", "entity": "M"},
        at("John Smith") | {"type": "person", "entity": "J"},
        at("Mary Jones") | {"type": "person", "entity": "R"},
        at("Smith", 2) | {"type": "person", "entity": "A"},
        at("Peru", 1) | {"type": "country", "entity": "P"},
    ],
)


def said(piece: str, kind: str, speaker: str, nth: int = 0, **more: Any) -> dict[str, Any]:
    span, who = at(piece), at(speaker, nth)
    about = {"quote_start": span["start"], "quote_end": span["end"], "kind": kind, "speaker": speaker}
    return about | {"speaker_start": who["start"], "speaker_end": who["end"]} | more


QUOTES = gold(
    "quotes",
    [
        said("“It is a bad deal,”", "direct", "John Smith", speaker_canonical="John Smith"),
        said("“We will fight it.”", "direct", "John Smith", speaker_canonical="John Smith"),
        said("that taxes would rise", "indirect", "Mary Jones", speaker_canonical="Mary Jones"),
        said("the plan was “terrible”", "mixed", "He", nth=0, speaker_aliases=["John Smith"]),
    ],
)
PLACES = gold(
    "places",
    [
        at("Lima") | {"name": "Lima", "lat": -12.05, "lon": -77.04, "geonameid": 3936456},
        at("Peru", 1) | {"name": "Peru", "lat": -9.2, "lon": -75.0, "geonameid": 3932488},
        at("Bank") | {"name": "Bank", "lat": None, "lon": None, "geonameid": None},
    ],
)


def set_of(tmp_path: Path, article: dict[str, Any]) -> Path:
    path = tmp_path / "set.jsonl"
    path.write_text(json.dumps(article) + "\n", "utf-8")
    return path
