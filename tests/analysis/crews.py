"""Four articles on a ship: one names it, one tells the same in other words, one nothing of it, one calls it a ship."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tests import corpora

TEXTS = {
    "one": "The 17 crew members of the Lark came ashore at Poole unhurt .",
    "two": "All seventeen sailors of the freighter came ashore at Poole without a scratch .",
    "three": "Bakers in Leeds want longer hours .",
    "four": "The ship left on Monday .",
}
_POS = {"crew": "NOUN", "members": "NOUN", "Lark": "PROPN", "came": "VERB", "ashore": "ADV", "Poole": "PROPN",
        "unhurt": "ADJ", "sailors": "NOUN", "freighter": "NOUN", "scratch": "NOUN", "Bakers": "NOUN", "Leeds": "PROPN",
        "want": "VERB", "hours": "NOUN", "ship": "NOUN", "left": "VERB", "Monday": "PROPN"}  # fmt: skip
_LEMMAS = {"came": "come", "members": "member", "sailors": "sailor"}


def write(path: Path, answers: Sequence[tuple[str, str]] = ()) -> Path:
    """Write the corpus; articles may answer one question, each with these words."""
    rows = corpora.sentences(TEXTS, _POS, _LEMMAS)
    rows["quantities"] = [
        {**word, "text": word["lemma"], "value": 17.0, "unit": "crew member", "method": "test"}
        for word in rows["tokens"]
        if word["lemma"] in ("17", "seventeen")
    ]
    rows["mentions"] = [
        corpora.mention("one", TEXTS["one"], "Lark", "product:lark", type="product"),
        corpora.mention("one", TEXTS["one"], "Poole", "gn:1", type="city"),
        corpora.mention("two", TEXTS["two"], "Poole", "gn:1", type="city"),
        corpora.mention("four", TEXTS["four"], "The ship", "product:lark", type="product", form="nominal"),
    ]
    rows["entities"] = [
        {
            "entity_id": "product:lark",
            "name": "Lark",
            "type": "product",
            "n_mentions": 1,
            "n_documents": 1,
            "method": "t",
        },
        {
            "entity_id": "gn:1",
            "name": "Poole",
            "type": "city",
            "n_mentions": 2,
            "n_documents": 2,
            "method": "t",
        },
    ]
    rows["discrepancies"] = [
        {
            **dict(zip(("start", "end"), _at(doc, words), strict=True)),
            "doc_id": doc,
            "sentence_id": rows["sentences"][list(TEXTS).index(doc)]["sentence_id"],
            "topic_id": "topic:1",
            "topic": "Where?",
            "kind": "place",
            "text": words,
            "verdict": "conflict",
            "reason": "t",
            "method": "t",
            "score": 1.0,
        }
        for doc, words in answers
    ]
    return corpora.write(path, rows)


def _at(doc: str, words: str) -> tuple[int, int]:
    start = TEXTS[doc].index(words)
    return start, start + len(words)
