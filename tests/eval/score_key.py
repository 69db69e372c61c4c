"""Scores a corpus folder that holds the key's documents against the hand-made key in `tests/eval/key/`.

Only the documents of the key are scored. How:
- Lines that a clean reader may leave out (navigation, repeated captions, credits, the date prefix) are optional: asked
  of nobody, held against nobody.
- A mention or toponym matches at IoU >= .5, one to one; mentions of form `name` only, toponyms without demonyms.
- Type accuracy: over matched persons, organisations, countries, regions, cities, facilities; wide regions (Europe, the
  West) may be `location`. B-cubed: over the key's mentions, a missed one is a cluster of its own. A count is exact when
  the entity's `name` mentions in an article equal any of the key's figures for it (with or without optional lines).
- Quotations: direct, mixed, indirect. Found at IoU >= .5 with the key's hull, or where a predicted span covers a quoted
  piece at >= .8; recall over `core`. Speaker: the spans overlap (with the key's full noun phrase) or the entity bears
  the name; "speaker entity" asks for the entity, for speakers that are persons with a name somewhere, pronouns and
  titles too. Quoted pieces: exact offsets without outer spaces, commas, stops.
- Places: countries by code, regions by ISO 3166-2, cities and facilities within 161 km, wide areas within 1,500 km.
  Use: where the key is not borderline; its `adjectival` is our `literal`.
- Dates and quantities: `core` ones found (overlap) and, of these, with the key's value.
- Reuse: a pair counts when both ends overlap by half; a discrepancy group when one topic holds it for two articles.
"""

import pathlib

import pandas as pd

from tests.eval.key_files import DOCS, SEEDS, core_only, gold, iou, km, optional, overlap, prf, table
from tests.eval.score_key_compare import discrepancies, reuse
from tests.eval.score_key_speech import quotations


def documents(corpus):
    docs = table(corpus, "documents")
    same = 0
    for path in sorted(p for p in SEEDS.glob("*.txt") if p.stem in DOCS):
        row = docs[docs.doc_id == path.stem] if len(docs) else docs
        same += len(row) == 1 and row.text.iloc[0] == path.read_bytes().decode("utf-8")
    bad = 0
    text = dict(zip(docs.doc_id, docs.text, strict=False)) if len(docs) else {}
    for name in ("mentions", "quotations", "quote_parts", "toponyms", "dates", "quantities"):
        t = table(corpus, name)
        for r in t.itertuples():
            bad += text[r.doc_id][r.start : r.end] != r.text
    return {"documents unlike their source": len(DOCS) - same, "spans whose text does not match": bad}


TYPES = {
    "person": "person",
    "organisation": "organisation",
    "country": "country",
    "region": "region",
    "city": "city",
    "facility": "facility",
}


def entities(corpus):
    m, e = table(corpus, "mentions"), table(corpus, "entities")
    if not len(m):
        return {
            "entity mention F1": 0.0,
            "entity type accuracy": 0.0,
            "entity linking B3 F1": 0.0,
            "entity x document counts exact": 0.0,
        }
    everything = m[m.form == "name"]
    m = core_only(everything)
    types = dict(zip(e.entity_id, e.type, strict=False)) if len(e) else {}
    gold_spans, counts = {}, {}
    for g in gold("entities")["entities"]:
        for doc, spans in g["mentions"].items():
            inside = [(s, t) for s, t in spans if not optional(doc, s, t)]
            for s, t in inside:
                gold_spans[(doc, s, t)] = g
            if inside:
                counts[(g["id"], doc)] = {len(inside), *g["mention_counts"][doc].values()} - {0}
    # an honorific or article at the edge does not make a different mention: match on overlap of at least half
    matched, used = {}, set()
    by_doc = {d: list(x.itertuples()) for d, x in m.groupby("doc_id")}
    for key in gold_spans:
        best = None
        for r in by_doc.get(key[0], []):
            v = iou((r.start, r.end), key[1:])
            if v >= 0.5 and r.mention_id not in used and (best is None or v > best[0]):
                best = (v, r)
        if best:
            matched[key] = best[1]
            used.add(best[1].mention_id)
    p, r, f = prf(len(matched), len(m), len(matched), len(gold_spans))
    wide = {"europe", "middle_east", "west"}  # a region or a location: both are right

    def right_type(k, x):
        g, t = gold_spans[k], types.get(x.entity_id) or getattr(x, "type", None)
        return t == g["type"] or (g["id"] in wide and t in ("region", "location"))

    typed = sum(right_type(k, x) for k, x in matched.items() if gold_spans[k]["type"] in TYPES)
    n_typed = sum(gold_spans[k]["type"] in TYPES for k in matched)
    # B-cubed over the gold mentions; what was not found is its own cluster
    pred = {
        k: (matched[k].entity_id if k in matched and matched[k].entity_id is not None else ("none", k))
        for k in gold_spans
    }
    by_pred, by_gold = {}, {}
    for k in gold_spans:
        by_pred.setdefault(pred[k], set()).add(k)
        by_gold.setdefault(gold_spans[k]["id"], set()).add(k)
    bp = sum(
        len(by_pred[pred[k]] & by_gold[gold_spans[k]["id"]]) / len(by_pred[pred[k]]) for k in gold_spans
    ) / len(gold_spans)
    br = sum(
        len(by_pred[pred[k]] & by_gold[gold_spans[k]["id"]]) / len(by_gold[gold_spans[k]["id"]])
        for k in gold_spans
    ) / len(gold_spans)
    # what a user sees: the count of an entity in an article
    exact = 0
    for (gid, doc), n in counts.items():
        ids = pd.Series([matched[k].entity_id for k in by_gold[gid] if k in matched]).dropna()
        if len(ids):
            top = ids.mode().iloc[0]
            exact += int(((everything.entity_id == top) & (everything.doc_id == doc)).sum()) in n
    return {
        "entity mention precision": p,
        "entity mention recall": r,
        "entity mention F1": f,
        "entity type accuracy": typed / max(1, n_typed),
        "entity linking B3 F1": 2 * bp * br / (bp + br),
        "entity x document counts exact": exact / len(counts),
    }


def toponyms(corpus):
    t = table(corpus, "toponyms")
    key = gold("places")
    if not len(t):
        return {"toponym F1": 0.0, "toponym resolution accuracy": 0.0, "toponym use accuracy": 0.0}
    t = core_only(t)
    key["mentions"] = [x for x in key["mentions"] if not optional(x["doc"], x["start"], x["end"])]
    dem = [(x["doc"], x["start"], x["end"]) for x in key["demonyms"]]
    rows = [
        r
        for r in t.itertuples()
        if r.use != "demonym"
        and not any(r.doc_id == d and overlap((r.start, r.end), (s, e)) for d, s, e in dem)
    ]
    hit, used = {}, set()
    for x in key["mentions"]:
        for i, r in enumerate(rows):
            if (
                i not in used
                and r.doc_id == x["doc"]
                and iou((r.start, r.end), (x["start"], x["end"])) >= 0.5
            ):
                hit[x["id"]] = r
                used.add(i)
                break
    p, r_, f = prf(len(hit), len(rows), len(hit), len(key["mentions"]))
    ok = use = n_use = n = kind = 0
    for x in key["mentions"]:
        r = hit.get(x["id"])
        g = x["resolved"]
        if r is None or not g or g.get("lat") is None:
            continue
        n += 1
        near = 161 if g["kind"] in ("city", "facility") else 1500
        right = (
            r.country_code == g["country_code"]
            if g["kind"] == "country"
            else (
                r.admin1_code == g["iso3166_2"]
                if g["kind"] == "region" and g.get("iso3166_2")
                else (r.lat is not None and r.lat == r.lat and km(r.lat, r.lon, g["lat"], g["lon"]) <= near)
                or (g["kind"] == "region" and r.kind == "area" and r.place_id is not None)
            )
        )
        ok += bool(right)
        kind += r.kind == g["kind"] or (g["kind"] == "region" and r.kind == "area")
        if not x["borderline"]:
            n_use += 1
            use += r.use == ("literal" if x["use"] == "adjectival" else x["use"])
    return {
        "toponym precision": p,
        "toponym recall": r_,
        "toponym F1": f,
        "toponym resolution accuracy": ok / max(1, n),
        "toponym kind accuracy": kind / max(1, n),
        "toponym use accuracy": use / max(1, n_use),
    }


def dates(corpus):
    t = table(corpus, "dates")
    key = list(gold("dates")["expressions"])
    core = [x for x in key if x["level"] == "core" and not optional(x["doc"], x["start"], x["end"])]
    if not len(t):
        return {"date recall (core)": 0.0, "date value accuracy": 0.0}
    rows = list(t.itertuples())
    f = v = 0
    for x in core:
        c = [r for r in rows if r.doc_id == x["doc"] and overlap((r.start, r.end), (x["start"], x["end"]))]
        if c:
            f += 1
            v += any(str(r.value) == str(x["value"]) for r in c)
    spurious = sum(
        not any(r.doc_id == x["doc"] and overlap((r.start, r.end), (x["start"], x["end"])) for x in key)
        for r in rows
    )
    return {
        "date recall (core)": f / len(core),
        "date value accuracy": v / max(1, f),
        "date precision": 1 - spurious / len(rows),
    }


def quantities(corpus):
    t = table(corpus, "quantities")
    key = gold("quantities")
    core = [
        x for x in key["quantities"] if x["level"] == "core" and not optional(x["doc"], x["start"], x["end"])
    ]
    if not len(t):
        return {"quantity recall (core)": 0.0, "quantity value accuracy": 0.0}
    rows = list(t.itertuples())
    f = v = 0
    for x in core:
        c = [r for r in rows if r.doc_id == x["doc"] and overlap((r.start, r.end), (x["start"], x["end"]))]
        if c:
            f += 1
            v += any(
                r.value is not None
                and x["value"] is not None
                and abs(float(r.value) - float(x["value"])) < 1e-6
                for r in c
            )
    return {"quantity recall (core)": f / len(core), "quantity value accuracy": v / max(1, f)}


def score(corpus):
    corpus = pathlib.Path(corpus)
    out = {}
    for part in (documents, entities, quotations, toponyms, dates, quantities, reuse, discrepancies):
        try:
            out.update(part(corpus))
        except Exception as err:  # a table of another shape is a finding, not a crash
            out[f"{part.__name__}: could not be scored"] = f"{type(err).__name__}: {err}"
    return out
