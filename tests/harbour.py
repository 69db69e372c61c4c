"""Three articles held against each other: a sentence two share, one alone, one left out, answers that differ."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pandas as pd

from tests import corpora
from tests.resolution.stories import tables_of

STORIES = {
    "ash": [
        "The steamer Lark sank off Poole before dawn.",
        "Divers found the bell <b>yesterday</b> between anchors.",
        "Nine sailors died.",
    ],
    "birch": [
        "The steamer Lark sank off Poole before dawn.",
        "Cranes lifted 40 tonnes of coal.",
        "Eleven sailors died.",
    ],
    "cedar": ["Bakers wanted longer hours.", "Cranes then lifted 40 tonnes of coal.", "Eleven sailors died."],
}


def write(path: Path, articles: tuple[str, ...] = tuple(STORIES)) -> Path:
    """Write the corpus, or some of its articles, to a folder."""
    stories = {doc: STORIES[doc] for doc in articles}
    tables = tables_of(stories, named={"gn:1": ["Poole"]})
    rows: dict[str, list[dict[Any, Any]]] = {
        name: tables[name].to_dict("records") for name in ("blocks", "sentences")
    }
    texts = dict(zip(tables["documents"].doc_id, tables["documents"].text, strict=True))
    rows["documents"] = [corpora.document(doc, text, publisher=doc) for doc, text in texts.items()]
    rows["mentions"] = [
        {**row, "method": "test", "type": "city"} for row in tables["mentions"].to_dict("records")
    ]
    rows["entities"] = [
        {
            "entity_id": "gn:1",
            "name": "Poole",
            "type": "city",
            "n_mentions": 2,
            "n_documents": 2,
            "method": "test",
        }
    ]
    rows["tokens"], rows["quantities"] = [], []
    for sentence in tables["sentences"].to_dict("records"):
        _words(sentence, texts[sentence["doc_id"]], rows)
    if {"ash", "birch"} <= set(articles):
        rows["reuse"] = [_shared(tables["sentences"])]
    rows["tellings"] = [
        {"doc_id": doc, "telling_id": f"telling:{doc}", "share": 0.0, "method": "test"} for doc in articles
    ]
    rows["discrepancies"] = [
        _answer(doc, word, tables["sentences"], texts[doc])
        for doc, word in (("ash", "Nine"), ("birch", "Eleven"), ("cedar", "Eleven"))
        if doc in articles
    ]
    return corpora.write(path, rows)


def _words(sentence: dict[Any, Any], text: str, rows: dict[str, list[dict[Any, Any]]]) -> None:
    for i, match in enumerate(re.finditer(r"\w+", text[sentence["start"] : sentence["end"]])):
        start, end = sentence["start"] + match.start(), sentence["start"] + match.end()
        span = {
            "doc_id": sentence["doc_id"],
            "sentence_id": sentence["sentence_id"],
            "start": start,
            "end": end,
        }
        word = match.group()
        pos = "NOUN" if len(word) > 3 and word != "then" else "X"
        rows["tokens"].append({**span, "position": i, "lemma": word.lower(), "pos": pos})
        if word == "40":
            rows["quantities"].append(
                {**span, "text": word, "value": 40.0, "unit": "tonne", "method": "test"}
            )


def _shared(sentences: pd.DataFrame) -> dict[str, Any]:
    one, other = (sentences[sentences.doc_id == doc].iloc[0] for doc in ("ash", "birch"))
    sides = {
        f"{name}_{side}": row[name] if name != "doc" else row.doc_id
        for side, row in (("a", one), ("b", other))
        for name in ("doc", "start", "end")
    }
    return {
        **sides,
        "kind": "identical",
        "similarity": 1.0,
        "method": "test",
        "group_id": "passage:ash:s0-44",
    }


def _answer(doc: str, word: str, sentences: pd.DataFrame, text: str) -> dict[str, Any]:
    last = sentences[sentences.doc_id == doc].iloc[-1]
    return {
        "topic_id": "topic:number:ash",
        "topic": "How many people died?",
        "kind": "number",
        "doc_id": doc,
        "sentence_id": last.sentence_id,
        "start": int(last.start),
        "end": int(last.start) + len(word),
        "text": word,
        "value": {"Nine": "9", "Eleven": "11"}[word],
        "verdict": "conflict",
        "reason": "“Nine” and “Eleven” cannot both be right",
        "method": "test",
        "score": 0.9,
    }
