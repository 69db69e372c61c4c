"""Place names against a key: found, placed, of the right kind, and their use."""

from __future__ import annotations

from tellings.evaluation.key import Key, Row
from tellings.evaluation.matching import iou, km, overlap
from tellings.evaluation.results import Measure, counted, share
from tellings.store.corpus import Corpus

NEAR_KM = 161
"""100 miles: the distance that papers on toponym resolution allow."""
WIDE_KM = 1500


def measures(corpus: Corpus, key: Key) -> list[Measure]:
    """Toponyms found (without demonyms), placed within 161 km or in the right country or region, kind and use."""
    read = key.read("places")
    demonyms = [(d["doc"], d["start"], d["end"]) for d in read["demonyms"]]
    asked = key.asked(read["mentions"], "doc")
    rows = [
        r for r in key.asked(key.found(corpus, "toponyms")) if r["use"] != "demonym" and not _any(r, demonyms)
    ]
    hit = _matched(asked, rows)
    placed = [
        (x, hit[x["id"]]) for x in asked if x["id"] in hit and (x["resolved"] or {}).get("lat") is not None
    ]
    plain = [(x, r) for x, r in placed if not x["borderline"]]
    right = sum(_right(r, x["resolved"]) for x, r in placed)
    kind = sum(_kind(r, x["resolved"]) for x, r in placed)
    use = sum(r["use"] == ("literal" if x["use"] == "adjectival" else x["use"]) for x, r in plain)
    return [
        counted("place names found", len(hit), len(rows), len(asked)),
        share("placed right", right, len(placed)),
        share("kind right", kind, len(placed)),
        share("use right", use, len(plain)),
    ]


def _any(row: Row, spans: list[tuple[str, int, int]]) -> bool:
    return any(row["doc_id"] == d and overlap((row["start"], row["end"]), (s, e)) for d, s, e in spans)


def _matched(asked: list[Row], rows: list[Row]) -> dict[str, Row]:
    hit: dict[str, Row] = {}
    used: set[int] = set()
    for x in asked:
        for i, row in enumerate(rows):
            same = (
                row["doc_id"] == x["doc"] and iou((row["start"], row["end"]), (x["start"], x["end"])) >= 0.5
            )
            if same and i not in used:
                hit[x["id"]] = row
                used.add(i)
                break
    return hit


def _right(row: Row, gold: Row) -> bool:
    if gold["kind"] == "country":
        return bool(row["country_code"] == gold["country_code"])
    if gold["kind"] == "region" and gold.get("iso3166_2"):
        return bool(row["admin1_code"] == gold["iso3166_2"])
    if gold["kind"] == "region" and row["kind"] == "area" and row["place_id"] is not None:
        return True
    if row["lat"] is None:
        return False
    near = NEAR_KM if gold["kind"] in ("city", "facility") else WIDE_KM
    return km((row["lat"], row["lon"]), (gold["lat"], gold["lon"])) <= near


def _kind(row: Row, gold: Row) -> bool:
    return bool(row["kind"] == gold["kind"] or (gold["kind"] == "region" and row["kind"] == "area"))
