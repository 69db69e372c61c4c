"""Corpora of nothing but place names, as many and as odd as a test wants, each in a sentence of its own."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests import corpora

ODD = (
    ("Å", 67.88, 12.98, "city", "NO", "NO-18"),
    ("Taveuni", -16.85, 180.0, "city", "FJ", None),
    ("Anadyr", 64.73, 177.5, "city", "RU", "RU-CHU"),
    ("Apia", -13.83, -171.77, "city", "WS", None),
    ("South Pole", -90.0, 0.0, "area", "AQ", None),
    ("North Pole", 90.0, 0.0, "area", None, None),
    ("Null Island", 0.0, 0.0, "area", None, None),
)
"""One letter; the antimeridian and both sides of it; the poles; where zero is true."""

Placed = tuple[str, float | None, float | None, str, str | None, str | None]


def write(path: Path, places: Iterable[Placed], **document: Any) -> Path:
    """A corpus of one article that names each place once: name, latitude, longitude, kind, country, region."""
    rows: dict[str, list[dict[str, Any]]] = {
        name: []
        for name in ("documents", "blocks", "sentences", "mentions", "toponyms", "entities", "variants")
    }
    text = ""
    for i, (name, lat, lon, kind, country, region) in enumerate(places):
        start, key = len(text), f"gn:{i + 1}"
        text += f"{name} it is."
        span = {"doc_id": "a", "start": start, "end": len(text)}
        sentence = f"a:s{start}-{len(text)}"
        rows["sentences"].append({**span, "sentence_id": sentence, "block_id": "a:b"})
        named = {
            **span,
            "end": start + len(name),
            "mention_id": f"a:m{start}",
            "sentence_id": sentence,
            "text": name,
        }
        named["method"] = "test"
        rows["mentions"].append({**named, "form": "name", "type": "city", "entity_id": key})
        rows["toponyms"].append(
            {**named, "place_id": key, "name": name, "kind": kind, "country_code": country, "admin1_code": region,
             "lat": lat, "lon": lon, "use": "literal"}
        )  # fmt: skip
        rows["entities"].append(
            {
                "entity_id": key,
                "name": name,
                "type": "city",
                "n_mentions": 1,
                "n_documents": 1,
                "method": "test",
            }
        )
        rows["variants"].append({"entity_id": key, "text": name, "n_mentions": 1, "n_documents": 1})
        text += "\n"
    rows["documents"].append(corpora.document("a", text, **document))
    rows["blocks"].append(
        {"doc_id": "a", "start": 0, "end": len(text), "block_id": "a:b", "kind": "paragraph", "counted": True}
    )
    return corpora.write(path, rows)


def everywhere(n: int, countries: Iterable[str]) -> list[Placed]:
    """So many cities spread over the globe, in these countries and in regions that have no outline."""
    codes = list(countries)
    return [
        (f"Town {i}", (i * 7919 % 1600) / 10 - 80, (i * 104729 % 3600) / 10 - 180, "city", codes[i % len(codes)],
         f"{codes[i % len(codes)]}-{i % 40:02}")
        for i in range(n)
    ]  # fmt: skip
