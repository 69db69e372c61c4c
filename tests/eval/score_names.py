#!/usr/bin/env python3
"""Scores recognised, typed and resolved names against gold ones (standard library only).

    python score.py GOLD.jsonl[.gz] PRED.jsonl[.gz] [--json OUT] [--errors OUT] [--bootstrap 500]
    python score.py --self-test

Both files: one article a line, {"id", "text", "mentions": [{"start", "end", "type", "entity", ...}]}; a
prediction needs start, end and type, and its entity (any string; the same string in two articles is the same
thing; null: not resolved), and may leave out the text.  Predict names: rows of `mentions` with form "name".
Predictions of type demonym, date, money, quantity, or with a "form" other than name, are not looked at.

Spans are compared without articles (the, a) and titles (Mr, President) at the front, and without 's and marks at
the ends.  overlap: any character in common, one to one, longest first.  exact: the same characters.

Classes   person | organisation | place (country, region, city, facility, location, area, water) | other (the rest)
          A gold type "a|b" takes either; "unknown" takes any.
Scopes    core  persons, organisations and places: what the product is for.  Other gold is neither asked for nor, where
                a prediction finds it, held against its span; typed figures count it as wrong if the class is core.
          all   everything.
Gold with "ignore" (demonyms, dates, names inside names) is neither asked for nor held against.
names     exact, overlap: span only.  typed_exact, typed_overlap: the class must be right too.  precision and F are
          null where the gold does not mark every name ("exhaustive": false).
type      accuracy of the class on overlapping pairs; by_class; fine: gold types finer than a class (facility, product).
identity  B-cubed over gold names (not ignored, entity known): a gold name has the entity of the prediction that
          overlaps it; one that was not found, or not resolved, stands alone.
  within  clusters of one article          cross   clusters of the whole file (gold with "cross": false left out)
  *_found   the same over the names that were found only: resolution by itself
  *_varied  only things printed in two or more ways there; *_shared (cross): only things in two or more articles.
            Subsets choose the names that are averaged over; clusters stay those of all gold names.
"""

import re
from collections import Counter, defaultdict

PLACE = {"place", "country", "region", "city", "facility", "location", "area", "water", "gpe", "loc", "fac"}
CLASSES = ("person", "organisation", "place", "other")
CORE = CLASSES[:3]
UNSEEN = {"demonym", "date", "time", "money", "quantity", "norp"}
ALIAS = {"organization": "organisation", "org": "organisation", "per": "person"}
FRONT = re.compile(
    r"(?:(?:the|a|an|mr|mrs|ms|miss|dr|prof|professor|sir|sen|senator|rep|gov|governor|president|prime minister|"
    r"chancellor|gen|general|col|colonel|lt|capt|captain|king|queen|pope)\b\.?\s+)(?=\w)",
    re.I,
)


def kind(t):
    t = (t or "other").lower()
    t = ALIAS.get(t, t)
    return "place" if t in PLACE else t if t in CLASSES else "other"


def kinds(t):
    """Classes that a gold type takes."""
    return set(CLASSES) if t == "unknown" else {kind(x) for x in (t or "other").split("|")}


def core(text, s, e):
    s, e = max(0, s), min(len(text), e)

    def trim(s, e):
        while s < e and not text[s].isalnum():
            s += 1
        while e > s and not text[e - 1].isalnum():
            e -= 1
        return s, e

    s, e = trim(s, e)
    m = re.search(r"['\u2019]s$", text[s:e])
    if m and m.start():
        s, e = trim(s, s + m.start())
    while m := FRONT.match(text[s:e]):
        s += m.end()
    return s, e


def overlap(a, b):
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def align(gold, pred):
    """One to one, exact pairs first, then by characters in common."""
    pairs = sorted(
        (
            (g["_c"] != p["_c"], -overlap(g["_c"], p["_c"]), i, j)
            for i, g in enumerate(gold)
            for j, p in enumerate(pred)
            if overlap(g["_c"], p["_c"])
        )
    )
    left, right, out = set(), set(), {}
    for _, _, i, j in pairs:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            out[i] = j
    return out


def prepare(doc, pred):
    text = doc["text"]
    gold = [dict(m, _c=core(text, m["start"], m["end"]), _k=kinds(m.get("type"))) for m in doc["mentions"]]
    out, seen = [], set()
    for m in (pred or {}).get("mentions", []):
        if (m.get("type") or "").lower() in UNSEEN or m.get("form") not in (None, "name"):
            continue
        c = core(text, m["start"], m["end"])
        if c[1] > c[0] and c not in seen:
            seen.add(c)
            out.append(dict(m, _c=c, _k=kind(m.get("type"))))
    return gold, out


def score_names(gold, preds, scope):
    asked = [g for g in gold if not g.get("ignore")]
    found = align(asked, preds)
    back = {j: i for i, j in found.items()}
    inside = [bool(scope == "all" or g["_k"] & set(CORE)) for g in asked]
    r = Counter(gold=sum(inside))
    for i, j in found.items():
        g, p = asked[i], preds[j]
        if not inside[i]:
            continue
        same, right = g["_c"] == p["_c"], p["_k"] in g["_k"]
        r["overlap"] += 1
        r["exact"] += same
        r["typed_overlap"] += right
        r["typed_exact"] += same and right
        if g["type"] != "unknown":
            c = min(g["_k"] & set(CORE), default="other")
            r["type_n"] += 1
            r["type_ok"] += right
            r[f"by:{c}:n"] += 1
            r[f"by:{c}:ok"] += right
            r[f"as:{c}:{p['_k']}"] += 1
            fine = g["type"].lower()
            if fine not in CLASSES and "|" not in fine:
                r[f"fine:{fine}:n"] += 1
                r[f"fine:{fine}:ok"] += (p.get("type") or "").lower() == fine
    for i, g in enumerate(asked):
        if inside[i]:
            r[f"by:{min(g['_k'] & set(CORE), default='other')}:gold"] += 1
    extra = []
    for j, p in enumerate(preds):
        if j in back:
            i = back[j]
            if inside[i]:
                r["pred"] += 1
                r["pred_typed"] += scope == "all" or p["_k"] in CORE
            else:
                r["pred_typed"] += p["_k"] in CORE
            continue
        beside = [g for g in gold if g.get("ignore") and overlap(g["_c"], p["_c"])]
        if any(g["_c"] == p["_c"] for g in beside) or (
            beside and not any(overlap(g["_c"], p["_c"]) for g in asked)
        ):
            continue
        if scope == "core" and (
            p["_k"] not in CORE
            or any(overlap(g["_c"], p["_c"]) for i, g in enumerate(asked) if not inside[i])
        ):
            continue
        r["pred"] += 1
        r["pred_typed"] += 1
        extra.append(p)
    missed = [g for i, g in enumerate(asked) if inside[i] and i not in found]
    return r, found, asked, missed, extra


def b_cubed(items, chosen=None):
    """items: (gold cluster, predicted cluster); chosen: indices averaged over."""
    both, key, res = Counter(items), Counter(k for k, _ in items), Counter(r for _, r in items)
    chosen = range(len(items)) if chosen is None else chosen
    n = len(chosen)
    if not n:
        return {"n": 0, "P": None, "R": None, "F": None}
    p = sum(both[items[i]] / res[items[i][1]] for i in chosen) / n
    r = sum(both[items[i]] / key[items[i][0]] for i in chosen) / n
    return {"n": n, "P": p, "R": r, "F": 2 * p * r / (p + r)}


def identity(rows):
    """rows: (article, printed form, gold entity, cross, found, predicted entity or None), one for each gold name."""
    out = {}
    for name in ("within", "cross"):
        use = [r for r in rows if name == "within" or r[3]]
        scope = (lambda r: r[0]) if name == "within" else (lambda r: "")
        forms, arts = defaultdict(set), defaultdict(set)
        for r in use:
            forms[scope(r), r[2]].add(r[1])
            arts[r[2]].add(r[0])

        def items(rs, scope=scope):
            return [
                ((scope(r), r[2]), (scope(r), r[5]) if r[4] and r[5] is not None else ("alone", n))
                for n, r in enumerate(rs)
            ]

        every = items(use)
        varied = [n for n, r in enumerate(use) if len(forms[scope(r), r[2]]) > 1]
        out[name] = b_cubed(every)
        found = [r for r in use if r[4]]
        out[name + "_found"] = b_cubed(items(found))
        out[name + "_varied"] = b_cubed(every, varied)
        if name == "cross":
            out["cross_shared"] = b_cubed(every, [n for n, r in enumerate(use) if len(arts[r[2]]) > 1])
            out["cross_shared_varied"] = b_cubed(every, [n for n in varied if len(arts[use[n][2]]) > 1])
    return out


def prf(hit, pred, gold, exhaustive):
    r = hit / gold if gold else None
    p = hit / pred if pred and exhaustive else None
    return {"P": p, "R": r, "F": 2 * p * r / (p + r) if p and r else (0.0 if exhaustive and gold else None)}


def collect(gold, pred):
    per_doc, errors = {}, []
    for i, d in sorted(gold.items()):
        g, p = prepare(d, pred.get(i))
        row = {"exhaustive": d.get("exhaustive", True), "scopes": {}, "identity": []}
        for scope in ("core", "all"):
            r, found, asked, missed, extra = score_names(g, p, scope)
            row["scopes"][scope] = r
            if scope == "all":
                for n, m in enumerate(asked):
                    if m.get("entity"):
                        hit = p[found[n]] if n in found else None
                        form = " ".join(d["text"][slice(*m["_c"])].lower().split())
                        row["identity"].append(
                            (
                                i,
                                form,
                                m["entity"],
                                m.get("cross", True),
                                hit is not None,
                                hit.get("entity") if hit else None,
                            )
                        )
            else:
                t = d["text"]
                errors += [("missed", i, m["type"], t[m["start"] : m["end"]], "") for m in missed]
                errors += [
                    ("extra", i, m.get("type"), t[m["start"] : m["end"]], "")
                    for m in extra
                    if row["exhaustive"]
                ]
                for n, j in found.items():
                    a, b = asked[n], p[j]
                    if not a["_k"] & set(CORE):
                        continue
                    if a["_c"] != b["_c"]:
                        errors.append(
                            ("span", i, a["type"], t[a["start"] : a["end"]], t[b["start"] : b["end"]])
                        )
                    if b["_k"] not in a["_k"]:
                        errors.append(("type", i, a["type"], t[a["start"] : a["end"]], b.get("type")))
        per_doc[i] = row
    return per_doc, errors


def total(rows):
    exhaustive = all(r["exhaustive"] for r in rows)
    out = {"articles": len(rows), "exhaustive": exhaustive}
    for scope in ("core", "all"):
        t = Counter()
        for r in rows:
            t.update(r["scopes"][scope])
        res = {"gold": t["gold"], "predicted": t["pred"]}
        for k in ("exact", "overlap"):
            res[k] = prf(t[k], t["pred"], t["gold"], exhaustive)
        for k in ("typed_exact", "typed_overlap"):
            res[k] = prf(t[k], t["pred_typed"], t["gold"], exhaustive)
        res["type"] = {
            "n": t["type_n"],
            "accuracy": t["type_ok"] / t["type_n"] if t["type_n"] else None,
            "by_class": {},
            "fine": {},
        }
        for c in CLASSES:
            n = t[f"by:{c}:gold"]
            if n:
                hit = t[f"by:{c}:n"]
                res["type"]["by_class"][c] = {
                    "gold": n,
                    "found": hit,
                    "recall": hit / n,
                    "accuracy": t[f"by:{c}:ok"] / hit if hit else None,
                    "taken_for": {o: t[f"as:{c}:{o}"] for o in CLASSES if o != c and t[f"as:{c}:{o}"]},
                }
        for k in sorted(k[5:-2] for k in t if k.startswith("fine:") and k.endswith(":n")):
            res["type"]["fine"][k] = {"n": t[f"fine:{k}:n"], "accuracy": t[f"fine:{k}:ok"] / t[f"fine:{k}:n"]}
        out[scope] = res
    out["identity"] = identity([x for r in rows for x in r["identity"]])
    return out


def score(gold, pred, errors=None):
    per_doc, errs = collect(gold, pred)
    if errors is not None:
        errors += errs
    rows = list(per_doc.values())
    return total(rows)
