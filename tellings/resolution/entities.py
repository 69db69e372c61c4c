"""Entities of the corpus from the chains of its articles."""

from __future__ import annotations

from collections import Counter

import pandas as pd

from tellings.identity.counted import counted
from tellings.resolution.clusters import Cluster
from tellings.resolution.countries import acting_for, phrase_countries, said_countries
from tellings.resolution.matching import cluster
from tellings.resolution.shown import shown
from tellings.resolution.units import read_units
from tellings.schema import TABLES, conform


def resolve(
    documents: pd.DataFrame,
    mentions: pd.DataFrame,
    toponyms: pd.DataFrame,
    places: pd.DataFrame | None = None,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Turn the articles' own chains into entities of the corpus.

    Args:
        documents: the table; `text` is needed to see for whom somebody acts.
        mentions: the table, with an article's chain in `entity_id` (the place's id for placed names).
        toponyms: the table.
        places: what else is known of places (`place_id`, `wikidata`, `geonames`, `iso`), or None.

    Returns:
        The mentions with corpus-wide `entity_id` and one type an entity; the table `entities`, nothing counted yet.
    """
    units = read_units(mentions, toponyms)
    said = phrase_countries(mentions, toponyms) | said_countries(documents, mentions, toponyms)
    for unit in units:
        unit.countries = said.get((unit.doc_id, unit.chain), unit.countries)
    clusters = cluster(units)
    ids = _ids(clusters)
    of_unit = {key: ids[i] for i, one in enumerate(clusters) for key in one.units}
    types = {ids[i]: one.type for i, one in enumerate(clusters)}
    mapped = mentions.copy()
    keys = list(zip(mentions["doc_id"], mentions["entity_id"], strict=True))
    mapped["entity_id"] = pd.Series([of_unit.get(key) for key in keys], index=mentions.index, dtype=object)
    mapped["type"] = [
        types.get(entity_id, kind)
        for entity_id, kind in zip(mapped["entity_id"], mentions["type"], strict=True)
    ]
    merged = {ids[i]: one for i, one in enumerate(clusters)}
    return conform(mapped, "mentions"), _entities(merged, toponyms, places)


def counted_in(entities: pd.DataFrame, names: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The tables `entities` and `variants`, counted over these names, which have an `entity_id`."""
    counts = counted(names, "entity_id").reindex(entities["entity_id"].to_list(), fill_value=0)
    forms = counted(names, ["entity_id", "text"]).reset_index()
    return (
        conform(entities.join(counts, on="entity_id"), "entities"),
        conform(forms, "variants"),
    )


def _ids(clusters: list[Cluster]) -> list[str]:
    """The place's id, else type and slug of the fullest form, numbered where two collide."""
    seen: Counter[str] = Counter()
    ids = []
    for one in clusters:
        if one.place_id is not None:
            ids.append(one.place_id)
            continue
        base = f"{one.type}:{one.slug}"
        seen[base] += 1
        ids.append(base if seen[base] == 1 else f"{base}-{seen[base]}")
    return ids


def _entities(
    merged: dict[str, Cluster],
    toponyms: pd.DataFrame,
    places: pd.DataFrame | None,
) -> pd.DataFrame:
    placed = toponyms.dropna(subset=["place_id"]).drop_duplicates("place_id").set_index("place_id")
    about = {} if placed.empty else placed[["name", "kind", "country_code", "admin1_code"]].to_dict("index")
    known: dict[str, dict[str, object]] = {}
    if places is not None and not places.empty:
        known = places.drop_duplicates("place_id").set_index("place_id").to_dict("index")  # type: ignore[assignment]
    rows = []
    for entity_id, one in merged.items():
        place = about.get(one.place_id or "", {})
        more = known.get(one.place_id or "", {})
        iso = more.get("iso")
        if not isinstance(iso, str) and one.type in ("country", "region"):
            iso = place.get("country_code") if one.type == "country" else place.get("admin1_code")
        geonames = more.get("geonames")
        if not isinstance(geonames, str) and entity_id.startswith("gn:"):
            geonames = entity_id[3:]
        rows.append(
            {
                "entity_id": entity_id,
                "name": shown(one, _text(place.get("name"))),
                "type": one.type,
                "country": _text(place.get("country_code")) or acting_for(one.countries),
                "wikidata": _text(more.get("wikidata")) or one.wikidata,
                "geonames": _text(geonames),
                "iso": _text(iso),
                "method": one.method,
                "score": one.score,
            }
        )
    columns = [name for name in TABLES["entities"].names if not name.startswith("n_")]
    return pd.DataFrame(rows, columns=columns)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None
