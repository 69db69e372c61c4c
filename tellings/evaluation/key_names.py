"""Entities against a key: names found, their types, what is the same thing, and the counts that a reader sees."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable

from tellings.evaluation.key import Key, Row
from tellings.evaluation.matching import b_cubed, f1, iou
from tellings.evaluation.results import Measure, counted, share
from tellings.store.corpus import Corpus

_TYPED = frozenset({"person", "organisation", "country", "region", "city", "facility"})
_WIDE = frozenset({"europe", "middle_east", "west"})
"""A region or a location: both are right."""

_Name = tuple[str, int, int]


def measures(corpus: Corpus, key: Key) -> list[Measure]:
    """Names found (at half their characters), types right, B-cubed over the key's names, counts exact per article."""
    everything = [r for r in key.found(corpus, "mentions") if r["form"] == "name"]
    names = key.asked(everything)
    types = {r["entity_id"]: r["type"] for r in corpus.table("entities").to_dict("records")}
    gold, counts = _gold(key)
    matched = _matched(gold, names)
    typed = [k for k in matched if gold[k]["type"] in _TYPED]
    right = sum(_right(gold[k], types.get(matched[k]["entity_id"]) or matched[k]["type"]) for k in typed)
    clusters: list[tuple[Hashable, Hashable]] = [
        (gold[k]["id"], (matched[k]["entity_id"] if k in matched else None) or ("alone", k)) for k in gold
    ]
    precision, recall = b_cubed(clusters)
    exact = _exact(gold, matched, counts, everything)
    return [
        counted("names found", len(matched), len(names), len(gold)),
        share("type right", right, len(typed)),
        Measure("same thing (B-cubed)", precision, recall, f1(precision, recall), n=len(gold)),
        share("count right, entity by article", exact, len(counts)),
    ]


def _gold(key: Key) -> tuple[dict[_Name, Row], dict[tuple[str, str], set[int]]]:
    """The names asked for, and the counts that are right of each entity and article (optional lines in or out)."""
    gold: dict[_Name, Row] = {}
    counts: dict[tuple[str, str], set[int]] = {}
    for entity in key.read("entities")["entities"]:
        for doc, spans in entity["mentions"].items():
            inside = [(s, e) for s, e in spans if not key.is_optional(doc, s, e)]
            for start, end in inside:
                gold[(doc, start, end)] = entity
            if inside:
                counts[(entity["id"], doc)] = {len(inside), *entity["mention_counts"][doc].values()} - {0}
    return gold, counts


def _matched(gold: dict[_Name, Row], names: list[Row]) -> dict[_Name, Row]:
    by_doc: dict[str, list[Row]] = defaultdict(list)
    for row in names:
        by_doc[row["doc_id"]].append(row)
    matched: dict[_Name, Row] = {}
    used: set[str] = set()
    for name in gold:
        doc, start, end = name
        near = [
            (iou((r["start"], r["end"]), (start, end)), r) for r in by_doc[doc] if r["mention_id"] not in used
        ]
        best = max(near, key=lambda pair: pair[0], default=(0.0, None))
        if best[1] is not None and best[0] >= 0.5:
            matched[name] = best[1]
            used.add(best[1]["mention_id"])
    return matched


def _right(entity: Row, found: str) -> bool:
    return found == entity["type"] or (entity["id"] in _WIDE and found in ("region", "location"))


def _exact(
    gold: dict[_Name, Row],
    matched: dict[_Name, Row],
    counts: dict[tuple[str, str], set[int]],
    everything: list[Row],
) -> int:
    """In how many cells of entity and article the corpus counts as many names as the key."""
    cells = Counter((r["entity_id"], r["doc_id"]) for r in everything)
    exact = 0
    for (entity, doc), right in counts.items():
        ids = [matched[k]["entity_id"] for k, g in gold.items() if g["id"] == entity and k in matched]
        known = sorted(i for i in ids if i is not None)
        if known:
            exact += cells[(max(known, key=known.count), doc)] in right
    return exact
