"""Entities of the corpus from the chains of its articles."""

from __future__ import annotations

import re
from collections import Counter

import pandas as pd

from tellings.identity.counted import counted
from tellings.resolution.clusters import Cluster
from tellings.resolution.countries import acting_for, phrase_countries, said_countries
from tellings.resolution.matching import cluster
from tellings.resolution.shown import shown
from tellings.resolution.units import read_units
from tellings.resources import gazetteer
from tellings.schema import TABLES, conform

_SMALL = re.compile(r"\b[a-z]{3,}\b")


def resolve(
    documents: pd.DataFrame, mentions: pd.DataFrame, toponyms: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Turn the articles' own chains into entities of the corpus.

    Args:
        documents: the table; `text` is needed to see for whom somebody acts.
        mentions: the table, with an article's chain in `entity_id` (the place's id for placed names).
        toponyms: the table.

    Returns:
        The mentions with corpus-wide `entity_id` and one type an entity; the table `entities`, nothing counted yet and
        without scores, which `doubt` gives.
    """
    units = read_units(mentions, toponyms)
    said = phrase_countries(documents, mentions, toponyms) | said_countries(documents, mentions, toponyms)
    for unit in units:
        unit.countries = said.get((unit.doc_id, unit.chain), unit.countries)
    small: Counter[str] = Counter()
    for text in documents["text"]:
        small.update(_SMALL.findall(text))
    clusters = cluster(units, small)
    by_id = dict(zip(_ids(clusters), clusters, strict=True))
    of_unit = {key: entity_id for entity_id, one in by_id.items() for key in one.units}
    keys = zip(mentions["doc_id"], mentions["entity_id"], strict=True)
    ids = pd.Series([of_unit.get(key) for key in keys], index=mentions.index, dtype=object)
    types = ids.map({entity_id: one.type for entity_id, one in by_id.items()})
    types = types.fillna(mentions["type"].where(mentions["entity_id"].isna(), "other"))  # no name after all
    return conform(mentions.assign(entity_id=ids, type=types), "mentions"), _entities(by_id, toponyms)


def counted_in(entities: pd.DataFrame, names: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The tables `entities` and `variants`, counted over these names, which have an `entity_id`."""
    counts = counted(names, "entity_id").reindex(entities["entity_id"].to_list(), fill_value=0)
    forms = counted(names, ["entity_id", "text"]).reset_index()
    return (conform(entities.join(counts, on="entity_id"), "entities"), conform(forms, "variants"))


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


def _entities(by_id: dict[str, Cluster], toponyms: pd.DataFrame) -> pd.DataFrame:
    placed = toponyms.dropna(subset=["place_id"]).drop_duplicates("place_id").set_index("place_id")
    about = placed[["name", "country_code"]].to_dict("index")
    rows = []
    for entity_id, one in by_id.items():
        place = about.get(one.place_id or "", {})
        known = gazetteer.load().place(one.place_id) if one.place_id else None
        rows.append(
            {
                "entity_id": entity_id,
                "name": shown(one, _text(place.get("name"))),
                "type": one.type,
                "country": _text(place.get("country_code")) or acting_for(one.countries),
                "wikidata": known.wikidata if known else None,
                "geonames": entity_id[3:] if entity_id.startswith("gn:") else None,
                "iso": known.iso if known else None,
                "method": one.method,
                "score": None,
            }
        )
    columns = [name for name in TABLES["entities"].names if not name.startswith("n_")]
    return pd.DataFrame(rows, columns=columns)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None
