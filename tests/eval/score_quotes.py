#!/usr/bin/env python3
"""Scores predicted quotations against gold ones (standard library only).

    python score.py GOLD.jsonl[.gz] PRED.jsonl[.gz] [--json OUT] [--bootstrap 1000]
    python score.py --self-test

Both files: one document a line, {"id", "text", "quotes": [{"quote_start", "quote_end", "speaker",
"speaker_start", "speaker_end", "cue", "kind", ...}]}; a prediction needs quote_start and quote_end, and
may leave out the rest ("text" too).  Predictions are cut at paragraph breaks, as the gold is.

Scopes
  direct        gold of kind "direct" (the words stand in quotation marks)
  speech        all quotations: direct, indirect and mixed whose cue reports speech or writing
  attribution   everything annotated, attitudes (wants, supports, thinks ...) too
What is in the gold but not in the scope is neither asked for nor held against a prediction that finds
it; so are gold records with "ignore" or "nested".  In scope direct a prediction that matches nothing is a
false alarm only if it stands in quotation marks itself.

Span match, one to one, on the text without the marks, spaces and stops at either end (and without a
leading "that"):  exact, or IoU of the characters >= 0.5.  Tokens: words covered, micro-averaged.
Speaker, for quotes found with IoU >= 0.5 whose gold has one:
  mention   the head word is the same (last word of a name; of the part before a comma, "of", "who" ...)
            or the two speaker spans overlap
  entity    mention, or the head word of another mention of the same person (gold "speaker_aliases")
  canonical only where the gold knows a name (in "speaker", "speaker_aliases" or "speaker_canonical"): the
            prediction's "speaker_canonical" (else its "speaker") ends in that name; a pronoun never counts
A last name does not match where both sides give different first names.
End to end: IoU match with the right speaker (gold without speaker: none predicted) over all.
"""

import re

from tests.eval.score_speakers import canonical, same_entity, same_mention, speaker_type

OPEN, CLOSE = "\u201c\u00ab\u201e", "\u201d\u00bb"


def quote_mask(text):
    mask, pos = [False] * len(text), 0
    for a, b in (("''", '" '), ("``", '" '), ("\u2018\u2018", "\u201c "), ("\u2019\u2019", "\u201d ")):
        text = text.replace(a, b)
    for para in re.split(r"(\n\s*\n)", text):
        start, end = pos, pos + len(para)
        pos = end
        inside, begun = False, start
        for i in range(start, end):
            c = text[i]
            if not inside and (c in OPEN or c == '"'):
                inside, begun = True, i
            elif inside and (c in CLOSE or c == '"'):
                mask[begun : i + 1] = [True] * (i + 1 - begun)
                inside = False
        if inside:
            mask[begun:end] = [True] * (end - begun)
    return mask


def kind_of(text, mask, s, e):
    letters = [i for i in range(s, e) if text[i].isalnum()]
    share = sum(mask[i] for i in letters) / len(letters) if letters else 0
    return "direct" if share >= 0.9 else "indirect" if share == 0 else "mixed"


def core(text, s, e):
    """The span without what is no letter or digit at either end, and without a leading 'that'."""
    s, e = max(0, s), min(len(text), e)
    while s < e and not text[s].isalnum():
        s += 1
    while e > s and not text[e - 1].isalnum():
        e -= 1
    m = re.match(r"that\s+(?=.)", text[s:e], re.I | re.S)
    if m and m.end() < e - s:
        s += m.end()
        while s < e and not text[s].isalnum():
            s += 1
    return s, e


def paragraphs(text, q):
    """The prediction cut at paragraph breaks."""
    s, e, out = q["quote_start"], q["quote_end"], []
    pos = s
    for m in [*list(re.finditer(r"\n\s*\n?", text[s:e])), None]:
        stop = s + m.start() if m else e
        if any(c.isalnum() for c in text[pos:stop]):
            out.append(dict(q, quote_start=pos, quote_end=stop))
        pos = s + m.end() if m else e
    return out


def iou(a, b):
    inter = min(a[1], b[1]) - max(a[0], b[0])
    return inter / (max(a[1], b[1]) - min(a[0], b[0])) if inter > 0 else 0.0


def covered(a, b):
    """Share of a that lies in b."""
    inter = min(a[1], b[1]) - max(a[0], b[0])
    return inter / (a[1] - a[0]) if inter > 0 and a[1] > a[0] else 0.0


def match(gold, pred, same):
    pairs = sorted(
        (
            (same(g["_c"], p["_c"]), i, j)
            for i, g in enumerate(gold)
            for j, p in enumerate(pred)
            if g["_c"][0] < p["_c"][1] and p["_c"][0] < g["_c"][1]
        ),
        key=lambda x: (-x[0], x[1], x[2]),
    )
    used_g, used_p, out = set(), set(), []
    for v, i, j in pairs:
        if v > 0 and i not in used_g and j not in used_p:
            used_g.add(i)
            used_p.add(j)
            out.append((i, j))
    return out


SCOPES = {
    "direct": lambda q: q.get("kind") == "direct" and q.get("speech", True),
    "speech": lambda q: q.get("speech", True),
    "attribution": lambda q: True,
}


def prepare(doc, pred):
    text = doc["text"]
    mask = quote_mask(text)
    gold = []
    for q in doc["quotes"]:
        c = core(text, q["quote_start"], q["quote_end"])
        if c[1] > c[0]:
            gold.append(dict(q, _c=c))
    out, seen = [], set()
    for q in (pred or {}).get("quotes", []):
        for p in paragraphs(text, q):
            c = core(text, p["quote_start"], p["quote_end"])
            if c[1] > c[0] and c not in seen:
                seen.add(c)
                out.append(dict(p, _c=c, _kind=kind_of(text, mask, *c)))
    words = [(m.start(), m.end()) for m in re.finditer(r"\w+", text)]
    return gold, out, words


def score_doc(doc, pred, scope):
    gold, preds, words = prepare(doc, pred)
    wanted = [g for g in gold if SCOPES[scope](g) and not g.get("ignore") and not g.get("nested")]
    rest = [g for g in gold if g not in wanted]
    loose = match(wanted, preds, lambda a, b: v if (v := iou(a, b)) >= 0.5 else 0)
    exact = match(wanted, preds, lambda a, b: 1 if a == b else 0)
    hit = {j for _, j in loose}

    def counts(j, p):
        if j in hit:
            return True
        if scope == "direct" and p["_kind"] != "direct":
            return False
        for r in rest:
            if iou(p["_c"], r["_c"]) >= 0.5:
                return False
            if not r.get("nested") and covered(p["_c"], r["_c"]) >= 0.5:
                return False
        return True

    kept = [p for j, p in enumerate(preds) if counts(j, p)]
    r = {
        "gold": len(wanted),
        "pred": len(kept),
        "exact": len(exact),
        "loose": len(loose),
        "e2e_mention": 0,
        "e2e_entity": 0,
        "sp_n": 0,
        "sp_mention": 0,
        "sp_entity": 0,
        "sp_given": 0,
        "cue_n": 0,
        "cue_ok": 0,
        "can_n": 0,
        "can_ok": 0,
    }
    for i, j in loose:
        g, p = wanted[i], preds[j]
        kind, typ = g.get("kind", "?"), speaker_type(g)
        r[f"found_{kind}"] = r.get(f"found_{kind}", 0) + 1
        has = bool(p.get("speaker")) or p.get("speaker_start") is not None
        if g.get("speaker"):
            m, e = same_mention(g, p), same_entity(g, p)
            known = canonical(g, p)
            if known is not None:
                r["can_n"] += 1
                r["can_ok"] += known
            r["sp_n"] += 1
            r["sp_given"] += has
            r["sp_mention"] += m
            r["sp_entity"] += e
            r[f"sp_n_{typ}"] = r.get(f"sp_n_{typ}", 0) + 1
            r[f"sp_mention_{typ}"] = r.get(f"sp_mention_{typ}", 0) + m
            r[f"sp_entity_{typ}"] = r.get(f"sp_entity_{typ}", 0) + e
            r["e2e_mention"] += m
            r["e2e_entity"] += e
        else:
            r["e2e_mention"] += not has
            r["e2e_entity"] += not has
        if g.get("cue") and p.get("cue"):
            r["cue_n"] += 1
            a, b = (set(re.findall(r"\w+", x["cue"].lower())) or {x["cue"].strip()} for x in (g, p))
            r["cue_ok"] += bool(a & b)
    for g in wanted:
        k = f"gold_{g.get('kind', '?')}"
        r[k] = r.get(k, 0) + 1

    def toks(items):
        return {n for q in items for n, w in enumerate(words) if w[0] >= q["_c"][0] and w[1] <= q["_c"][1]}

    tg, tp = toks(wanted), toks(kept)
    out_of_scope = toks(rest) - tg
    tp -= out_of_scope
    r.update(tok_gold=len(tg), tok_pred=len(tp), tok_hit=len(tg & tp))
    return r


def total(rows):
    out = {}
    for r in rows:
        for k, v in r.items():
            out[k] = out.get(k, 0) + v
    return out


def prf(hit, pred, gold):
    p, r = (hit / pred if pred else 0.0), (hit / gold if gold else 0.0)
    return p, r, (2 * p * r / (p + r) if p + r else 0.0)


def score(gold, pred):
    report = {"documents": len(gold)}
    for scope in SCOPES:
        rows = [score_doc(d, pred.get(i), scope) for i, d in sorted(gold.items())]
        t = total(rows)
        res = {"gold": t["gold"], "predicted": t["pred"]}
        for name, hit, p, g in (
            ("exact", "exact", "pred", "gold"),
            ("overlap", "loose", "pred", "gold"),
            ("tokens", "tok_hit", "tok_pred", "tok_gold"),
            ("end_to_end", "e2e_mention", "pred", "gold"),
            ("end_to_end_entity", "e2e_entity", "pred", "gold"),
        ):
            res[name] = dict(zip("PRF", prf(t[hit], t[p], t[g]), strict=False))
        n = t["sp_n"]
        res["speaker"] = {
            "n": n,
            "given": t["sp_given"] / n if n else 0.0,
            "mention": t["sp_mention"] / n if n else 0.0,
            "entity": t["sp_entity"] / n if n else 0.0,
        }
        res["canonical"] = {"n": t["can_n"], "accuracy": t["can_ok"] / t["can_n"] if t["can_n"] else 0.0}
        for typ in ("name", "nominal", "pronoun"):
            k = t.get(f"sp_n_{typ}", 0)
            res["speaker"][typ] = {
                "n": k,
                "mention": t.get(f"sp_mention_{typ}", 0) / k if k else 0.0,
                "entity": t.get(f"sp_entity_{typ}", 0) / k if k else 0.0,
            }
        res["cue"] = {"n": t["cue_n"], "accuracy": t["cue_ok"] / t["cue_n"] if t["cue_n"] else 0.0}
        res["recall_by_kind"] = {
            k: {"n": t[f"gold_{k}"], "recall": t.get(f"found_{k}", 0) / t[f"gold_{k}"]}
            for k in ("direct", "indirect", "mixed")
            if t.get(f"gold_{k}")
        }
        report[scope] = res
    return report
