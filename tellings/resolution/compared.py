"""Which events were compared already, and what came of it: where nothing of an event has changed, it is not read again.

What is compared within an event depends on its articles alone. So each event has a digest of all that a comparison
reads of them; rows that were found under the same digest are those that would be found again.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping

import numpy as np
import pandas as pd

from tellings import schema

NAME = "compared"
"""The working table: the columns of `discrepancies` and `event`, its digest; an event without rows has one without a
topic."""
_READ = (
    *("documents", "blocks", "sentences", "mentions", "quantities", "dates", "quotations", "quote_parts"),
    "reuse",
)
"""What is read of an article, but for its tokens, which hang on its text alone and on the model that made them."""
_UNREAD = ["score", "cluster_id", "source", "url", "title", "label", "short"]
"""Columns that no comparison within an event reads, and that other articles may change."""


def nothing() -> pd.DataFrame:
    """The table of a corpus of which nothing was compared yet."""
    return pd.DataFrame(columns=["event", *schema.table("discrepancies").names])


def plain(table: pd.DataFrame) -> pd.DataFrame:
    """The table with Python's own strings, each once: Arrow's take ten times as long to be read one by one."""
    texts = {}
    for name in table.columns[[isinstance(dtype, pd.StringDtype) for dtype in table.dtypes]]:
        codes, printed = pd.factorize(table[name])
        own = np.append(printed.to_numpy(dtype=object), np.nan)[codes]
        texts[name] = pd.Series(own, index=table.index, dtype=object)
    return table.assign(**texts)


def digests(tables: Mapping[str, pd.DataFrame], event: Mapping[str, int]) -> dict[str, str]:
    """By article, the digest of its event: of its articles and of all that is read of them.

    Args:
        tables: what is compared, and entities, which have names.
        event: the event of each article.
    """
    names = tables["entities"].set_index("entity_id")["name"]
    read: dict[str, list[str]] = defaultdict(list)
    for table in _READ:
        frame = tables[table].drop(columns=_UNREAD, errors="ignore")
        for column in {"entity_id", "speaker_id"}.intersection(frame):
            frame = frame.assign(**{f"{column} name": frame[column].map(names)})
        rows = pd.util.hash_pandas_object(frame, index=False)
        for column in {"doc_id", "doc_a", "doc_b"}.intersection(frame):
            for doc_id, total in rows.groupby(frame[column]).sum().items():
                read[str(doc_id)].append(f"{table} {column} {total}")
    articles: dict[int, list[str]] = defaultdict(list)
    for doc_id, number in sorted(event.items()):
        articles[number].append(f"{doc_id} {sorted(read[doc_id])}")
    digest = {n: hashlib.sha256("\n".join(said).encode()).hexdigest() for n, said in articles.items()}
    return {doc_id: digest[number] for doc_id, number in event.items()}


def of_articles(tables: Mapping[str, pd.DataFrame], doc_ids: Iterable[str]) -> dict[str, pd.DataFrame]:
    """The rows of some articles; of tables that are not of articles, all."""
    some = set(doc_ids)

    def own(frame: pd.DataFrame) -> pd.DataFrame:
        column = next((name for name in ("doc_id", "doc_a") if name in frame), None)
        return frame[frame[column].isin(some)] if column else frame

    return {name: own(frame) for name, frame in tables.items()}


def taken_over(before: pd.DataFrame, new: pd.DataFrame, digest: Mapping[str, str]) -> pd.DataFrame:
    """The working table: what was found before of events that are as they were, and what is found of the others.

    Args:
        before: the working table as it was.
        new: the rows of `discrepancies` of all other events.
        digest: of its event, by article.
    """
    kept = before[before["event"].isin(set(digest.values()))]
    fresh = new.assign(event=new["doc_id"].map(digest))
    blank = {name: 0 if name in ("start", "end") else "" for name in new.columns if name != "score"}
    empty = set(digest.values()) - {*kept["event"], *fresh["event"]}
    alone = pd.DataFrame(
        [{**blank, "score": 0.0, "event": one} for one in sorted(empty)], columns=before.columns
    )
    return pd.concat([frame for frame in (kept, fresh, alone) if len(frame)] or [before], ignore_index=True)
