"""GeoJSON (RFC 7946): a feature for each place name, with all that the tables say of it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Any

import pandas as pd

from tellings.corpus.documents import web_address
from tellings.exports.about import About
from tellings.exports.values import encoded, plain, position

FIELDS = (
    "mention_id", "text", "place_id", "name", "kind", "country_code", "admin1_code", "use", "stands_for", "entity_id",
    "wikidata", "doc_id", "start", "end", "label", "title", "publisher", "published", "url", "sentence_start",
    "sentence_end", "sentence", "method", "score",
)  # fmt: skip
"""The properties of a feature: columns of `analysis.place_records.mentions`."""


def write(mentions: pd.DataFrame, about: About) -> bytes:
    """Place names as a FeatureCollection.

    Each mention is a feature with its point, or with `null` for a geometry where it has none: an unplaced name, or an
    area too wide for a point. `start` and `end` are code points of the article's text, half-open. What the file is
    stands in the foreign member `tellings`.

    Args:
        mentions: `analysis.place_records.mentions`.
        about: where they come from.
    """
    features = [_feature(row) for row in mentions.to_dict("records")]
    points = [f["geometry"]["coordinates"] for f in features if f["geometry"]]
    document: dict[str, Any] = {"type": "FeatureCollection"}
    if points:
        document["bbox"] = bbox(points)
    document["tellings"] = {**about.said(), "n": len(features), "n_placed": len(points)}
    return encoded({**document, "features": features})


def _feature(row: dict[Any, Any]) -> dict[str, Any]:
    at = position(row["lon"], row["lat"])
    return {
        "type": "Feature",
        "id": row["mention_id"],
        "geometry": {"type": "Point", "coordinates": at} if at else None,
        "properties": {name: plain(row[name]) for name in FIELDS} | {"url": web_address(row["url"])},
    }


def bbox(points: Sequence[Sequence[float]]) -> list[float]:
    """West, south, east, north of points; where they lie on both sides of the antimeridian, west is above east.

    Of all boxes the one that leaves the widest gap of longitudes outside is taken (RFC 7946, 5.2).
    """
    lons = sorted({point[0] for point in points})
    gaps = [(east - west, i) for i, (west, east) in enumerate(itertools.pairwise(lons))]
    widest, at = max(gaps, default=(0.0, 0))
    around = 360 - (lons[-1] - lons[0])
    west, east = (lons[at + 1], lons[at]) if widest > around else (lons[0], lons[-1])
    lats = [point[1] for point in points]
    return [west, min(lats), east, max(lats)]
