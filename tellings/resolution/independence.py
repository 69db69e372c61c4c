"""How many tellings there are: articles that rest mainly on one copy count as one.

Two articles are one telling where the sentences that both have hold half of the words of either; quotations that both
may have heard do not count. So a long report that holds a short one whole is a telling of its own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from tellings import schema
from tellings.identity.joined import unite
from tellings.resolution.passages import Passage
from tellings.resolution.reuse import HEARD

MAINLY = 0.5
"""The share of the words of both articles that must stand in shared sentences for them to be one telling."""

_DATELINE = re.compile(r"[^\W\d_a-z][^()\n]{1,60}\((?P<agency>[^\W\d_a-z][\w .&/-]{1,30})\)\s*[-–—]")
_CREDITED = re.compile(r"(?:[Ww]ith|[Vv]ia|[Ss]ource:|/) ?(?:[\w ]{0,20} from )?$|^\W*$")
"""What stands before the name of an agency in a credit line: with VPS, via AFP, or nothing."""


def tellings(tables: Mapping[str, pd.DataFrame], sentences: Sequence[Passage]) -> pd.DataFrame:
    """The table `tellings`: for each article its telling, whose copy it is, and which of it is the earliest known.

    Args:
        tables: documents, blocks, mentions, reuse.
        sentences: the sentences of what counts.
    """
    documents = tables["documents"]
    words: dict[str, int] = defaultdict(int)
    length: dict[tuple[str, int], int] = {}
    for passage in sentences:
        words[passage.doc_id] += len(passage.words)
        length[passage.doc_id, passage.start] = len(passage.words)
    shared = _shared(tables["reuse"], length)
    group = {doc: [doc] for doc in sorted(documents["doc_id"])}
    held: dict[str, dict[int, float]] = defaultdict(dict)
    for (a, b), (mine, theirs) in sorted(shared.items()):
        for doc, taken in ((a, mine), (b, theirs)):
            for start, n in taken.items():
                held[doc][start] = max(held[doc].get(start, 0.0), n)
        if sum(mine.values()) >= MAINLY * words[a] and sum(theirs.values()) >= MAINLY * words[b]:
            unite(group, a, b)
    own = _credits(tables)
    days = dict(zip(documents["doc_id"], documents["published"], strict=True))
    rows = [
        {
            "doc_id": doc,
            "telling_id": f"telling:{min(members)}",
            "share": round(sum(held[doc].values()) / words[doc], 4) if words[doc] else 0.0,
            **_source(doc, members, own),
            "first": _first(members, days),
        }
        for doc, members in group.items()
    ]
    return schema.conform(pd.DataFrame(rows, columns=schema.table("tellings").names), "tellings")


def _shared(
    reuse: pd.DataFrame, length: Mapping[tuple[str, int], int]
) -> dict[tuple[str, str], tuple[dict[int, float], dict[int, float]]]:
    """By pair of articles, on either side the words of each sentence that is shared; of reworded ones a part."""
    shares: dict[tuple[str, str], tuple[dict[int, float], dict[int, float]]] = {}
    prose = reuse[reuse["method"] != HEARD]
    for a, start_a, b, start_b, kind, similarity in zip(
        *(prose[c] for c in ("doc_a", "start_a", "doc_b", "start_b", "kind", "similarity")), strict=True
    ):
        part = similarity if kind == "paraphrase" else 1.0
        for doc, start, side in ((a, start_a, 0), (b, start_b, 1)):
            sentence = shares.setdefault((a, b), ({}, {}))[side]
            sentence[start] = max(sentence.get(start, 0.0), part * length.get((doc, start), 0))
    return shares


def _first(members: Sequence[str], days: Mapping[str, Any]) -> str | None:
    """The earliest of several articles, where their dates tell."""
    dated = sorted((days[doc], doc) for doc in members if isinstance(days[doc], date))
    if len(members) < 2 or len(dated) < len(members) or dated[0][0] == dated[1][0]:
        return None
    return dated[0][1]


def _source(doc: str, members: Sequence[str], own: Mapping[str, str]) -> dict[str, str | None]:
    """The agency that an article credits; of a copy that credits none, the one that the others credit."""
    copied = "shares half of its words" if len(members) > 1 else "shares no half of its words"
    if doc in own:
        return {"source": own[doc], "method": f"{copied}; credit line"}
    credited = {own[other] for other in members if other in own}
    if len(credited) == 1:
        return {"source": credited.pop(), "method": f"{copied}; credited by the others"}
    return {"source": None, "method": copied}


def _credits(tables: Mapping[str, pd.DataFrame]) -> dict[str, str]:
    """The agency that each article credits: in its dateline, or alone or behind "with" in its credit lines."""
    texts = dict(zip(tables["documents"]["doc_id"], tables["documents"]["text"], strict=True))
    blocks, mentions = tables["blocks"], tables["mentions"]
    agencies: dict[str, str] = {}
    prose = blocks[blocks["kind"] == "paragraph"].sort_values(["doc_id", "start"]).drop_duplicates("doc_id")
    for doc, start, end in zip(prose["doc_id"], prose["start"], prose["end"], strict=True):
        dateline = _DATELINE.match(texts[doc], start, end)
        if dateline:
            agencies[doc] = dateline["agency"]
    named = mentions[(mentions["type"] == "organisation") & (mentions["form"] == "name")]
    lines = blocks[blocks["kind"] == "byline"]
    both = named.merge(lines[["doc_id", "start", "end"]], on="doc_id", suffixes=("", "_line"))
    inside = both[(both["start"] >= both["start_line"]) & (both["end"] <= both["end_line"])]
    for doc, start, line, text in zip(
        inside["doc_id"], inside["start"], inside["start_line"], inside["text"], strict=True
    ):
        if _CREDITED.search(texts[doc][line:start]):
            agencies.setdefault(doc, text)
    return agencies
