"""Which articles are of one event."""

from __future__ import annotations

import pandas as pd
import pytest

from tellings.resolution.events import events, heard_together

LONG = "Our members have carried this port for years and they have had enough"


@pytest.mark.parametrize(
    ("texts", "kinds", "pairs"),
    [
        ((LONG, LONG), ("direct", "direct"), {("a", "b")}),
        (("We are sorry for that", "We are sorry for that"), ("direct", "direct"), set()),
        ((LONG, LONG), ("indirect", "direct"), set()),
    ],
    ids=["words said but once", "words that anybody says", "not in marks"],
)
def test_articles_that_quote_the_same_words_heard_them_together(
    texts: tuple[str, str], kinds: tuple[str, str], pairs: set[tuple[str, str]]
) -> None:
    rows = pd.DataFrame({"doc_id": ["a", "b"], "kind": kinds, "text": texts, "cluster_id": "cluster:one"})
    assert heard_together(rows) == pairs


def test_what_was_heard_together_makes_one_event_only_near_in_time() -> None:
    documents = pd.DataFrame({"doc_id": ["a", "b"], "published": [pd.Timestamp("2024-08-16").date()] * 2})
    names = pd.DataFrame({"doc_id": ["a", "b"], "entity_id": ["p:one", "p:other"]})
    assert events(documents, names) == {"a": 0, "b": 1}
    assert events(documents, names, [("a", "b")]) == {"a": 0, "b": 0}
    documents.loc[1, "published"] = pd.Timestamp("2023-08-16").date()
    assert events(documents, names, [("a", "b")]) == {"a": 0, "b": 1}
