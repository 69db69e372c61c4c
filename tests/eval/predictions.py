"""A corpus' tables in the shape that the sets' scorers read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from tellings.evaluation.results import records
from tellings.store.corpus import Corpus

Documents = dict[str, dict[str, Any]]


def names(corpus: Corpus, ids: Iterable[str]) -> Documents:
    types = dict(zip(corpus.entities.entity_id, corpus.entities.type, strict=True))
    found = _empty(ids, "mentions")
    for row in records(corpus.mentions, list(found)):
        kind = types.get(row["entity_id"]) or row["type"]
        mention = {"start": row["start"], "end": row["end"], "type": kind, "entity": row["entity_id"]}
        found[row["doc_id"]]["mentions"].append(mention | {"form": row["form"]})
    return found


def quotes(corpus: Corpus, ids: Iterable[str]) -> Documents:
    named = dict(zip(corpus.entities.entity_id, corpus.entities.name, strict=True))
    parts = defaultdict(list)
    found = _empty(ids, "quotes")
    for part in records(corpus.quote_parts, list(found)):
        if part["role"] == "content":
            parts[part["quote_id"]].append((part["start"], part["end"]))
    for row in records(corpus.quotations, list(found)):
        if row["kind"] not in ("direct", "mixed", "indirect"):
            continue
        about = {k: row[k] for k in ("speaker", "speaker_start", "speaker_end", "cue")}
        about["speaker_canonical"] = named.get(row["speaker_id"])
        for start, end in parts[row["quote_id"]]:
            found[row["doc_id"]]["quotes"].append(about | {"quote_start": start, "quote_end": end})
    return found


def places(corpus: Corpus, ids: Iterable[str]) -> Documents:
    found = _empty(ids, "places")
    for row in records(corpus.toponyms, list(found)):
        place = row["place_id"] or ""
        point = {k: row[k] for k in ("start", "end", "lat", "lon")}
        point["geonameid"] = int(place[3:]) if place.startswith("gn:") else None
        found[row["doc_id"]]["places"].append(point)
    return found


def _empty(ids: Iterable[str], layer: str) -> Documents:
    return {doc: {"id": doc, layer: []} for doc in ids}
