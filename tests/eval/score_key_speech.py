"""Quotations against the key: see `score_key`."""

from tests.eval.key_files import core_only, gold, iou, optional, overlap, prf, table


def quotations(corpus):
    q, parts, e = table(corpus, "quotations"), table(corpus, "quote_parts"), table(corpus, "entities")
    if not len(q):
        return {"quoted pieces F1 (exact)": 0.0, "quotation F1 (overlap)": 0.0, "speaker accuracy": 0.0}
    key = [x for x in gold("quotes")["quotes"] if not optional(x["doc"], x["start"], x["end"])]
    q, parts = core_only(q), core_only(parts)
    names = {g["id"]: g for g in gold("entities")["entities"]}
    epred = dict(zip(e.entity_id, e.name, strict=False)) if len(e) else {}

    def strip(d, s, t, text):
        return (d, s + len(text) - len(text.lstrip(" .,")), t - (len(text) - len(text.rstrip(" .,"))))

    gp = {strip(x["doc"], p["start"], p["end"], p["text"]) for x in key for p in x["quoted_parts"]}
    pp = (
        {strip(r.doc_id, r.start, r.end, r.text) for r in parts.itertuples() if r.role == "quoted"}
        if len(parts)
        else set()
    )
    pf = prf(len(gp & pp), len(pp), len(gp & pp), len(gp))
    spoken = [x for x in key if x["kind_group"] in ("direct", "mixed", "indirect")]
    pred = q[q.kind.isin(["direct", "mixed", "indirect"])]
    rows = list(pred.itertuples())
    hit = {}
    for x in spoken:
        c = [
            (iou((r.start, r.end), (x["start"], x["end"])), i)
            for i, r in enumerate(rows)
            if r.doc_id == x["doc"]
        ]
        # a quoted fragment inside a reported clause also finds that clause
        c += [
            (0.5, i)
            for i, r in enumerate(rows)
            if r.doc_id == x["doc"]
            and any(iou((r.start, r.end), (p["start"], p["end"])) >= 0.8 for p in x["quoted_parts"])
        ]
        best = max(c, default=(0, None))
        if best[0] >= 0.5:
            hit[x["id"]] = rows[best[1]]
    core = [x for x in spoken if x["level"] == "core"]
    good = {id(r) for r in hit.values()}
    p = len(good) / len(rows)
    r_ = sum(x["id"] in hit for x in core) / len(core)
    right = known = anon = anon_n = 0
    for x in core:
        r = hit.get(x["id"])
        if r is None:
            continue
        known += 1
        ok = False
        s = getattr(r, "speaker_start", None)
        if s is not None and s == s and x["speaker"]:
            full = x["speaker_full"] or x["speaker"]
            ok = overlap((r.speaker_start, r.speaker_end), (full["start"], full["end"])) > 0
        name = epred.get(getattr(r, "speaker_id", None))
        if name:
            for i in list(x["speaker_ids"]) + list(x["speaker_resolved_ids"]):
                g = names.get(i)
                forms = {g["canonical"]} | {v["surface"] for v in g["name_variants"]} if g else set()
                ok = ok or name in forms or name.split()[-1] in {f.split()[-1] for f in forms}
        right += ok
        if x["anonymous"]:
            anon_n += 1
            anon += bool(r.anonymous)
    # of the speakers that are persons with a name, how many lead to the right entity (pronouns and titles resolved)
    res = resn = 0
    for x in core:
        r = hit.get(x["id"])
        ids = [
            i
            for i in x["speaker_ids"]
            if names.get(i, {}).get("type") == "person" and names[i]["name_variants"]
        ]
        if r is None or not ids:
            continue
        resn += 1
        name = epred.get(r.speaker_id)
        res += bool(name) and any(
            name.split()[-1] in {v["surface"].split()[-1] for v in names[i]["name_variants"]} for i in ids
        )
    return {
        "quoted pieces F1 (exact)": pf[2],
        "quotation precision": p,
        "quotation recall (core)": r_,
        "quotation F1 (overlap)": 2 * p * r_ / (p + r_) if p + r_ else 0.0,
        "speaker accuracy": right / max(1, known),
        "speaker entity accuracy (named persons)": res / max(1, resn),
        "anonymous recall": anon / max(1, anon_n),
        "quotations found": len(rows),
    }
