"""The key's files, a corpus' tables on its documents, and how spans are compared: what the scorers share."""

import json
import math
import pathlib

import pandas as pd

HERE = pathlib.Path(__file__).resolve().parent
GOLD = HERE / "key"
SEEDS = HERE.parent.parent / "seeds"
DOCS = {d["id"] for d in json.loads((GOLD / "documents.json").read_text("utf-8"))["documents"]}


def gold(name):
    return json.loads((GOLD / f"{name}.json").read_text("utf-8"))


def table(corpus, name):
    path = corpus / f"{name}.parquet"
    df = pd.read_parquet(path) if path.exists() else pd.DataFrame()
    for column in ("doc_id", "doc_a", "doc_b"):
        if column in df:
            df = df[df[column].isin(DOCS)]
    return df


def prf(tp_pred, n_pred, tp_gold, n_gold):
    p = tp_pred / n_pred if n_pred else 0.0
    r = tp_gold / n_gold if n_gold else 0.0
    return p, r, (2 * p * r / (p + r) if p + r else 0.0)


def overlap(a, b):
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def iou(a, b):
    o = overlap(a, b)
    return o / ((a[1] - a[0]) + (b[1] - b[0]) - o) if o else 0.0


def km(a, b, c, d):
    a, b, c, d = map(math.radians, (a, b, c, d))
    h = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 12742 * math.asin(math.sqrt(min(1, h)))


def optional_spans():
    """Lines that a clean reader may leave out (navigation, duplicates, credits, captions): asked of nobody."""
    return [(d["id"], b["start"], b["end"]) for d in gold("documents")["documents"] for b in d["boilerplate"]]


OPTIONAL = optional_spans()


def optional(doc, start, end):
    return any(doc == d and overlap((start, end), (s, e)) for d, s, e in OPTIONAL)


def core_only(df):
    """Without what was found in optional lines."""
    if not len(df):
        return df
    return df[[not optional(r.doc_id, r.start, r.end) for r in df.itertuples()]]
