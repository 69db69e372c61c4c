"""Linked Places Format (LPF), JSON-LD and GeoJSON at once: a record for each place, for gazetteers.

The format is described at https://github.com/LinkedPasts/linked-places-format (v1.3 of 24 June 2024) and read by the
World Historical Gazetteer, Recogito and Peripleo.
"""

from __future__ import annotations

import uuid
from typing import Any

import pandas as pd

from tellings.exports.about import About
from tellings.exports.gathered import FEATURE_CLASS, Form, Place, places
from tellings.exports.values import encoded, entry

CONTEXT = (
    "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld"
)
"""Only named in the file; nothing is fetched."""

TYPES = {"city": ("aat:300008347", "inhabited places"), "country": ("aat:300128207", "nations")}
"""The kinds of places that have a sure equal in the Art and Architecture Thesaurus."""


def write(mentions: pd.DataFrame, about: About) -> bytes:
    """Places as a FeatureCollection of Linked Places records.

    A record has the gazetteer's name as `title`, each printed form as one of its `names` with a citation of the
    article where it stands first, and as `when` the days on which the articles were published: the time for which the
    name is attested. Names that could not be placed have no record.

    Args:
        mentions: `analysis.place_records.mentions`.
        about: where they come from.
    """
    features = [_feature(place, about) for place in places(mentions)]
    return encoded(
        {"type": "FeatureCollection", "@context": CONTEXT, "tellings": about.said(), "features": features}
    )


def identifier(about: About, key: str) -> str:
    """The URI of a record: the same whenever the same place is exported from the same source texts."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"tellings:{about.sources_hash}:{key}").urn


def _feature(place: Place, about: About) -> dict[str, Any]:
    properties: dict[str, Any] = {
        "title": place.name,
        "ccodes": [place.country] if place.country else [],
        "fclasses": [FEATURE_CLASS.get(place.kind, "L")],
        "place_id": place.place_id,
        "kind": place.kind,
        "admin1_code": place.region,
        "n_mentions": place.n,
        "n_documents": place.n_documents,
    }
    geometries = [{"type": "Point", "coordinates": place.at, "certainty": "less-certain"}] if place.at else []
    feature: dict[str, Any] = {
        "@id": identifier(about, place.place_id),
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": "GeometryCollection", "geometries": geometries},
        "names": [_name(form, about) for form in place.forms],
        # Written out: the format's context has another meaning for `gn`.
        "links": [{"type": "closeMatch", "identifier": entry(link)} for link in place.links],
        "descriptions": [
            {"@id": identifier(about, f"{place.place_id}:told"), "value": place.told(about), "lang": "en"}
        ],
    }
    if place.kind in TYPES:
        code, label = TYPES[place.kind]
        source = [{"label": place.kind, "lang": "en"}]
        feature["types"] = [{"identifier": code, "label": label, "sourceLabels": source}]
    if place.first:
        feature["when"] = _when(place.first, place.last)
    return feature


def _name(form: Form, about: About) -> dict[str, Any]:
    citation = {"label": form.source, "@id": form.url or identifier(about, form.mention_id)}
    name: dict[str, Any] = {"toponym": form.text, "lang": "en", "citations": [citation]}
    if form.first:
        name["when"] = _when(form.first, form.last)
    return name


def _when(first: str, last: str | None) -> dict[str, Any]:
    return {"timespans": [{"start": {"in": first}, "end": {"in": last or first}}]}
