"""Shared text and discrepancies against the key: see `score_key`."""

from tests.eval.key_files import gold, optional, overlap, table


def reuse(corpus):
    t = table(corpus, "reuse")
    key = gold("text_reuse")["pairs"]
    if not len(t):
        return {"text reuse recall (identical, minor edits)": 0.0, "text reuse precision": 0.0}
    rows = []
    for r in t.itertuples():
        a, b = (r.doc_a, r.start_a, r.end_a), (r.doc_b, r.start_b, r.end_b)
        rows.append((a, b) if a[0] <= b[0] else (b, a))

    def same(row, pair):
        a, b = pair["a"], pair["b"]
        if a["doc"] > b["doc"]:
            a, b = b, a
        (da, sa, ea), (db, sb, eb) = row
        return (
            da == a["doc"]
            and db == b["doc"]
            and overlap((sa, ea), (a["start"], a["end"])) >= 0.5 * min(ea - sa, a["end"] - a["start"])
            and overlap((sb, eb), (b["start"], b["end"])) >= 0.5 * min(eb - sb, b["end"] - b["start"])
        )

    asked = [x for x in key if not any(optional(x[h]["doc"], x[h]["start"], x[h]["end"]) for h in "ab")]
    near = [x for x in asked if x["class"] != "paraphrase"]
    para = [x for x in asked if x["class"] == "paraphrase"]
    rows = [r for r in rows if not any(optional(*h) for h in r)]
    across = [r for r in rows if r[0][0] != r[1][0]]

    def recall(pairs):
        return sum(any(same(r, x) for r in across) for x in pairs) / len(pairs)

    return {
        **({"text reuse recall (identical, minor edits)": recall(near)} if near else {}),
        **({"text reuse recall (paraphrase)": recall(para)} if para else {}),
        "text reuse precision": sum(any(same(r, x) for x in key) for r in across) / max(1, len(across)),
    }


def discrepancies(corpus):
    t = table(corpus, "discrepancies")
    groups = gold("quantities")["discrepancies"]
    if not len(t):
        return {"discrepancy groups found": 0.0}
    found = {}
    topics = {k: list(x.itertuples()) for k, x in t.groupby("topic_id")}
    for g in groups:
        items = g["items"]
        docs = {i["doc"] for i in items}
        for rows in topics.values():
            seen = {
                i["doc"]
                for i in items
                for r in rows
                if r.doc_id == i["doc"] and overlap((r.start, r.end), (i["start"], i["end"]))
            }
            if len(seen) >= min(2, len(docs)):
                found[g["id"]] = g["kind"]
                break
    numeric = [g for g in groups if g["kind"] == "numeric"]
    return {
        "discrepancy groups found": len(found) / max(1, len(groups)),
        **(
            {"numeric discrepancy groups found": sum(g["id"] in found for g in numeric) / len(numeric)}
            if numeric
            else {}
        ),
        "discrepancy topics proposed": len(topics),
    }
