"""Tables of made articles, each name a mention."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from tellings.resolution.entities import resolve
from tellings.schema import TABLES, empty

Row = tuple[str, str, str, str]
"""doc_id, printed form, type, chain."""


def tables(rows: Iterable[Row], form: str = "name") -> tuple[pd.DataFrame, pd.DataFrame]:
    """Documents and mentions: each form stands once, one behind the other."""
    found, texts = [], dict[str, str]()
    for doc_id, text, kind, chain in rows:
        start = len(texts.setdefault(doc_id, ""))
        texts[doc_id] += text + "; "
        end = start + len(text)
        found.append(
            {
                "doc_id": doc_id,
                "mention_id": f"{doc_id}:m{start}-{end}",
                "sentence_id": f"{doc_id}:s0-1",
                "start": start,
                "end": end,
                "text": text,
                "form": form,
                "type": kind,
                "entity_id": chain,
                "method": "model, model; same form",
                "score": 0.9,
            }
        )
    documents = pd.DataFrame({"doc_id": list(texts), "text": list(texts.values())})
    return documents, pd.DataFrame(found, columns=TABLES["mentions"].names)


def entity_of(rows: Iterable[Row], words: str = "") -> dict[tuple[str, str], str]:
    """The entity of each form, in articles that also print the words."""
    documents, mentions = tables(rows)
    mapped, _ = resolve(documents.assign(text=documents["text"] + words), mentions, empty("toponyms"))
    return {(r.doc_id, r.text): r.entity_id for r in mapped.itertuples()}


def person(doc_id: str, *forms: str) -> list[Row]:
    return [(doc_id, form, "person", f"person:{forms[0].lower()}") for form in forms]


def body(doc_id: str, *forms: str) -> list[Row]:
    return [(doc_id, form, "organisation", f"organisation:{forms[0].lower()}") for form in forms]


def placed(mentions: pd.DataFrame, place_id: str, name: str, kind: str) -> pd.DataFrame:
    rows = [
        {**dict.fromkeys(TABLES["toponyms"].names), "doc_id": r.doc_id, "mention_id": r.mention_id, "start": r.start,
         "end": r.end, "text": r.text, "place_id": place_id, "name": name, "kind": kind, "use": "literal",
         "method": "x"}
        for r in mentions.itertuples()
    ]  # fmt: skip
    return pd.DataFrame(rows)
