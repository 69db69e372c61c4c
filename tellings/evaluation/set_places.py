"""Place names against a set: found, placed, and both, with the measures of the literature on toponym resolution.

The figures are those of Gritta, Pilehvar and Collier (2020), "A pragmatic guide to geoparsing evaluation": recognition
by overlap, accuracy within 161 km, and both at once (end to end). A name without a point in the set is optional.
"""

from __future__ import annotations

from tellings.evaluation.key_places import NEAR_KM
from tellings.evaluation.matching import Span, km, overlap, pairs
from tellings.evaluation.results import Measure, counted, records, share
from tellings.evaluation.sets import Row
from tellings.store.corpus import Corpus


def measures(corpus: Corpus, articles: list[Row]) -> list[Measure]:
    """Toponyms found, exact and by overlap; placed within 161 km or as the same GeoNames entry; both at once."""
    toponyms: dict[str, dict[Span, Row]] = {a["id"]: {} for a in articles}
    for row in records(corpus.table("toponyms"), [a["id"] for a in articles]):
        toponyms[row["doc_id"]].setdefault((row["start"], row["end"]), row)
    asked = n_kept = pointed = exact = over = near = 0
    for article in articles:
        gold, rows = article["places"], list(toponyms[article["id"]].values())
        spans = [(g["start"], g["end"]) for g in gold]
        mine = [(r["start"], r["end"]) for r in rows]
        optional = [_is_optional(g) for g in gold]
        matched = pairs(spans, mine)
        kept = _kept(spans, mine, optional, {j: i for i, j in matched})
        asked += optional.count(False)
        n_kept += len(kept)
        pointed += sum(rows[j]["lat"] is not None for j in kept)
        for i, j in matched:
            if not optional[i]:
                over += 1
                exact += spans[i] == mine[j]
                near += _is_near(gold[i], rows[j])
    return [
        counted("place names found, exact", exact, n_kept, asked),
        counted("place names found", over, n_kept, asked),
        share("placed right", near, over),
        counted("found and placed right", near, pointed, asked),
    ]


def _is_optional(gold: Row) -> bool:
    return gold.get("lat") is None or gold.get("lon") is None or gold.get("kind") == "homonym"


def _kept(gold: list[Span], mine: list[Span], optional: list[bool], pair_of: dict[int, int]) -> list[int]:
    """Which of ours count: not those that touch optional names alone."""
    kept = []
    for j, span in enumerate(mine):
        if j in pair_of:
            counts = not optional[pair_of[j]]
        else:
            touched = [i for i, other in enumerate(gold) if overlap(span, other)]
            counts = not touched or any(not optional[i] for i in touched)
        if counts:
            kept.append(j)
    return kept


def _is_near(gold: Row, row: Row) -> bool:
    place, wanted = row["place_id"] or "", gold.get("geonameid")
    if wanted is not None and place == f"gn:{int(wanted)}":
        return True
    return row["lat"] is not None and km((gold["lat"], gold["lon"]), (row["lat"], row["lon"])) <= NEAR_KM
