#!/usr/bin/env python3
"""Score place names found in text and the points they were resolved to.

    python score.py GOLD PREDICTED [--names] [--json] [--errors FILE]

GOLD       JSONL or JSONL.gz as README.md says.
PREDICTED  JSONL(.gz), one document a line: {"id", "places": [{"start", "end",
           "lat", "lon", "geonameid"}]}; lat, lon and geonameid may be null or
           absent (the name was found and not resolved). A document missing from
           PREDICTED counts as one with no places.
--names    count proper names only: gold mentions known to be adjectives
           ("Russian"), demonyms, or part of a longer name of something else
           (GeoWebNews: Embedded_*) neither count nor cost anything.
--json     print one JSON object and nothing else.
--errors   write every miss, false alarm and wrong point to FILE (TSV).

What is counted
recognition  precision, recall, F1 over mentions; exact: same start and end;
             overlap: at least one character in common, one to one, exact pairs
             first, then the longest overlap.
resolution   over gold mentions with a point that were recognised (overlap):
             acc161   share within 161 km (100 miles) or with the same geonameid
             median   median error in km (unresolved: 20,039 km)
             auc      area under the sorted ln(1+km) errors over ln(1+20039), 0 is
                      best (Jurgens et al. 2015; Gritta et al. 2018)
             resolved share of those mentions given any point
end to end   a true positive is a mention recognised (overlap) and resolved within
             161 km or with the same geonameid; precision over all predicted
             mentions that have a point, recall over all gold mentions with a point.
documents    the same question asked of a map: per document, the set of gold points
             against the set of predicted points (both thinned so that no two of a
             set lie within 25 km), matched one to one within 161 km; micro F1.
Gold mentions without a point, and homonyms, are optional: a prediction that
overlaps only such a mention is left out of every count.
Predicted spans on the gold offsets score resolution alone.
"""

import itertools
import math

MAX_KM = 20039.0
NEAR_KM = 161.0
SAME_KM = 25.0


def km(a, b):
    """Great-circle distance of two {"lat", "lon"} in km."""
    la, lb = math.radians(a["lat"]), math.radians(b["lat"])
    dla, dlo = lb - la, math.radians(b["lon"] - a["lon"])
    h = math.sin(dla / 2) ** 2 + math.cos(la) * math.cos(lb) * math.sin(dlo / 2) ** 2
    return 2 * 6371.0088 * math.asin(min(1.0, math.sqrt(h)))


def has_point(p):
    return p.get("lat") is not None and p.get("lon") is not None


def error_km(gold, pred):
    g, p = gold.get("geonameid"), pred.get("geonameid")
    if g is not None and p is not None and int(g) == int(p):
        return 0.0
    return km(gold, pred) if has_point(pred) else MAX_KM


def optional(p, names_only):
    if not has_point(p) or p.get("kind") == "homonym":
        return True
    return names_only and (
        p.get("adj") is True or p.get("kind") == "demonym" or str(p.get("type") or "").startswith("Embedded")
    )


def overlap(a, b):
    return min(a["end"], b["end"]) - max(a["start"], b["start"])


def match(gold, pred):
    """One-to-one pairs (gold index, predicted index): exact pairs first, then by
    overlap, longest first, then by position."""
    pairs = []
    for i, g in enumerate(gold):
        for j, p in enumerate(pred):
            o = overlap(g, p)
            if o > 0:
                exact = g["start"] == p["start"] and g["end"] == p["end"]
                pairs.append((not exact, -o, i, j))
    used_g, used_p, out = set(), set(), []
    for _, _, i, j in sorted(pairs):
        if i not in used_g and j not in used_p:
            used_g.add(i)
            used_p.add(j)
            out.append((i, j))
    return out


def prf(tp, n_pred, n_gold):
    p = tp / n_pred if n_pred else 0.0
    r = tp / n_gold if n_gold else 0.0
    return {
        "p": p,
        "r": r,
        "f1": 2 * p * r / (p + r) if p + r else 0.0,
        "tp": tp,
        "predicted": n_pred,
        "gold": n_gold,
    }


def auc(errors):
    """Trapezoid area under the sorted ln(1+e) curve, over the largest it can be."""
    logs = sorted(math.log1p(min(e, MAX_KM)) for e in errors)
    if not logs:
        return None
    top = math.log1p(MAX_KM)
    if len(logs) == 1:
        return logs[0] / top
    area = sum((a + b) / 2 for a, b in itertools.pairwise(logs))
    return area / (top * (len(logs) - 1))


def median(xs):
    xs = sorted(xs)
    if not xs:
        return None
    m = len(xs) // 2
    return xs[m] if len(xs) % 2 else (xs[m - 1] + xs[m]) / 2


def thin(points):
    out = []
    for p in points:
        if all(km(p, q) > SAME_KM for q in out):
            out.append(p)
    return out


def match_points(gold, pred):
    pairs = sorted((km(g, p), i, j) for i, g in enumerate(gold) for j, p in enumerate(pred))
    used_g, used_p, n = set(), set(), 0
    for d, i, j in pairs:
        if d <= NEAR_KM and i not in used_g and j not in used_p:
            used_g.add(i)
            used_p.add(j)
            n += 1
    return n


def score(gold_docs, pred_docs, names_only=False, rows=None):
    preds = {}
    for d in pred_docs:
        if d["id"] in preds:
            raise ValueError(f"document {d['id']} is predicted twice")
        preds[d["id"]] = d["places"]
    unknown = set(preds) - {d["id"] for d in gold_docs}
    if unknown:
        raise ValueError(f"{len(unknown)} predicted documents are not in gold, such as {sorted(unknown)[0]}")
    note = rows.append if rows is not None else lambda row: None
    exact = over = n_gold = n_pred = e2e = n_point = 0
    doc_tp = doc_gold = doc_pred = 0
    errors, unresolved = [], 0
    for d in gold_docs:
        gold = d["places"]
        seen, pred = set(), []
        for p in preds.get(d["id"], []):
            if p["end"] <= p["start"]:
                raise ValueError(f"{d['id']}: empty span {p['start']}-{p['end']}")
            if (p["start"], p["end"]) not in seen:
                seen.add((p["start"], p["end"]))
                pred.append(p)
        opt = [optional(g, names_only) for g in gold]
        pairs = match(gold, pred)
        pair_of = {j: i for i, j in pairs}
        # leave out predictions that touch optional mentions alone
        keep = []
        for j, p in enumerate(pred):
            touched = [i for i, g in enumerate(gold) if overlap(g, p) > 0]
            if j in pair_of:
                keep.append(not opt[pair_of[j]])
            else:
                keep.append(not touched or any(not opt[i] for i in touched))
        n_gold += opt.count(False)
        n_pred += keep.count(True)
        n_point += sum(k and has_point(p) for k, p in zip(keep, pred, strict=False))
        for i, j in pairs:
            if opt[i]:
                continue
            g, p = gold[i], pred[j]
            over += 1
            exact += g["start"] == p["start"] and g["end"] == p["end"]
            e = error_km(g, p)
            errors.append(e)
            located = has_point(p) or e == 0.0
            unresolved += not located
            if located and e <= NEAR_KM:
                e2e += 1
            else:
                note(
                    [
                        "far" if located else "unresolved",
                        d["id"],
                        g["start"],
                        g["name"],
                        d["text"][p["start"] : p["end"]],
                        round(e),
                    ]
                )
        for i, g in enumerate(gold):
            if not opt[i] and i not in {i for i, _ in pairs}:
                note(["missed", d["id"], g["start"], g["name"], "", ""])
        for j, p in enumerate(pred):
            if keep[j] and j not in pair_of:
                note(["extra", d["id"], p["start"], "", d["text"][p["start"] : p["end"]], ""])
        gp = thin([g for g, o in zip(gold, opt, strict=False) if not o])
        pp = thin([p for p, k in zip(pred, keep, strict=False) if k and has_point(p)])
        doc_tp += match_points(gp, pp)
        doc_gold += len(gp)
        doc_pred += len(pp)
    return {
        "documents": len(gold_docs),
        "exact": prf(exact, n_pred, n_gold),
        "overlap": prf(over, n_pred, n_gold),
        "resolution": {
            "n": len(errors),
            "acc161": sum(e <= NEAR_KM for e in errors) / len(errors) if errors else None,
            "median_km": median(errors),
            "auc": auc(errors),
            "resolved": 1 - unresolved / len(errors) if errors else None,
        },
        "end_to_end": prf(e2e, n_point, n_gold),
        "document_points": prf(doc_tp, doc_pred, doc_gold),
    }
