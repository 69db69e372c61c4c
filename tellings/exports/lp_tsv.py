"""LP-TSV 0.5, the tabular sister of the Linked Places Format: a row for each place, for the World Historical Gazetteer.

Described at https://github.com/LinkedPasts/linked-places-format/blob/main/tsv_0.5.md (25 June 2024).
"""

from __future__ import annotations

import pandas as pd

from tellings.cells import inert
from tellings.exports.about import About
from tellings.exports.gathered import FEATURE_CLASS, Place, places
from tellings.exports.linked_places import TYPES

COLUMNS = (
    "id", "title", "title_source", "fclasses", "aat_types", "attestation_year", "title_uri", "ccodes", "matches",
    "variants", "types", "lon", "lat", "geo_source", "description",
)  # fmt: skip
"""The columns, required ones first."""


def write(mentions: pd.DataFrame, about: About) -> bytes:
    """Places as tab-separated values in UTF-8, without quotes around fields, several values parted by semicolons.

    `attestation_year` is the year in which the first article that names the place was published, and empty where no
    article says its date: the gazetteer then asks for one.

    Args:
        mentions: `analysis.place_records.mentions`.
        about: where they come from.
    """
    rows = [COLUMNS, *(_row(place, about) for place in places(mentions))]
    return "".join("\t".join(map(_field, row)) + "\n" for row in rows).encode("utf-8", "replace")


def _row(place: Place, about: About) -> tuple[str | float, ...]:
    uris = [form.url for form in place.forms if form.url]
    forms = [form.text for form in place.forms if form.text != place.name]
    lon, lat = place.at or ("", "")
    return (
        place.place_id,
        place.name,
        f"{about.title} ({place.forms[0].source})",
        FEATURE_CLASS.get(place.kind, "L"),
        TYPES[place.kind][0].removeprefix("aat:") if place.kind in TYPES else "",
        place.first[:4] if place.first else "",
        uris[0] if uris else "",
        place.country or "",
        ";".join(place.links),
        ";".join(f"{_listed(form)}@en" for form in forms),
        place.kind,
        lon,
        lat,
        "GeoNames" if place.at and place.place_id.startswith("gn:") else "",
        place.told(about),
    )


def _listed(text: str) -> str:
    return text.replace(";", ",").replace("@", "＠")


def _field(value: str | float) -> str:
    """A cell on one line, without quotes, and never a formula; a number as it is."""
    return str(inert(" ".join(value.replace('"', "”").split()))) if isinstance(value, str) else str(value)
