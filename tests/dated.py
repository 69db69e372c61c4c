"""A small corpus of articles that date things: days, a month, open ends, clock times, lengths."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from tests import corpora

Said = Mapping[str, tuple[str, list[tuple[str, str, str | None, str | None]]]]

SAID: Said = {
    "oak": (
        "The bridge at Elm, closed since 2019, opened on Tuesday at 9 a.m. after three years of work.",
        [
            ("2019", "date", "2019", "since"),
            ("Tuesday", "date", "2024-03-05", None),
            ("9 a.m.", "time", "2024-03-05T09:00", None),
            ("three years", "duration", "P3Y", None),
        ],
    ),
    "pine": (
        "It opened on 5 March, or in the spring of 2024, about 2019 being when it fell; at noon <b>all</b> cheered.",
        [
            ("5 March", "date", "2024-03-05", None),
            ("the spring of 2024", "date", "2024-SP", None),
            ("2019", "date", "2019", "approx"),
            ("noon", "time", "T12:00", None),
        ],
    ),
    "rowan": ("Nobody knows when the bridge fell.", []),
}
PUBLISHED = {"oak": date(2024, 3, 6), "pine": date(2024, 3, 7)}


def write(
    path: Path,
    articles: tuple[str, ...] = (),
    *,
    said: Said = SAID,
    lats: Mapping[str, float] = {},
    methods: Mapping[str, str] = {},
) -> Path:
    """Write the corpus, or some of its articles, to a folder.

    Args:
        path: the folder.
        articles: which; all where none are named.
        said: their texts, and what is dated there.
        lats: by article, the latitude of the place that it names, if it names one.
        methods: by article, how its dates were found.
    """
    rows: dict[str, list[dict[str, Any]]] = {"dates": []}
    for doc in articles or said:
        text, dates = said[doc]
        for name, made in corpora.paragraph(doc, text).items():
            rows.setdefault(name, []).extend(made)
        rows["documents"][-1]["published"] = PUBLISHED.get(doc)
        if doc in lats:
            rows.setdefault("toponyms", []).append(
                {"doc_id": doc, "mention_id": f"{doc}:m0-3", "sentence_id": f"{doc}:s0-{len(text)}",
                 "start": 0, "end": 3, "text": text[:3], "kind": "city", "lat": lats[doc], "lon": 170.5,
                 "use": "literal", "method": "test"}
            )  # fmt: skip
        for printed, kind, value, mod in dates:
            start = text.index(printed)
            rows["dates"].append(
                {"doc_id": doc, "sentence_id": f"{doc}:s0-{len(text)}", "start": start, "end": start + len(printed),
                 "text": printed, "type": kind, "value": value, "mod": mod, "method": methods.get(doc, "test")}
            )  # fmt: skip
    return corpora.write(path, rows)
