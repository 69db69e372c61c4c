"""Tables of small stories, given as their sentences, for what compares articles."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from tellings import schema

_MARKED = re.compile(r"“([^”]+)”|\"([^\"]+)\"")


def tables_of(
    articles: Mapping[str, Sequence[str]],
    *,
    published: Mapping[str, date] | None = None,
    named: Mapping[str, Sequence[str]] | None = None,
    bylines: Mapping[str, str] | None = None,
) -> dict[str, pd.DataFrame]:
    """Documents, blocks, sentences, quote_parts and mentions of articles; a sentence each is a string.

    Args:
        articles: the sentences by article; each article is one paragraph.
        published: the dates of articles.
        named: printed names by entity, found wherever they stand.
        bylines: a line that stands below an article and is not counted.
    """
    rows: dict[str, list[dict[str, Any]]] = {
        name: [] for name in ("documents", "blocks", "sentences", "quote_parts", "mentions")
    }
    for doc_id, sentences in articles.items():
        story = " ".join(sentences)
        byline = (bylines or {}).get(doc_id, "")
        text = f"{story}\n\n{byline}" if byline else story
        day = (published or {}).get(doc_id)
        rows["documents"].append(
            {"doc_id": doc_id, "text": text, "source": f"{doc_id}.txt", "published": day}
        )
        kinds = [("paragraph", 0, len(story)), *([("byline", len(story) + 2, len(text))] if byline else [])]
        for kind, start, end in kinds:
            block = f"{doc_id}:b{start}-{end}"
            counted = kind == "paragraph"
            rows["blocks"].append(_span(doc_id, start, end, block_id=block, kind=kind, counted=counted))
        at = 0
        for sentence in [*sentences, *([byline] if byline else [])]:
            start = text.index(sentence, at)
            at = start + len(sentence)
            block = kinds[start > len(story)]
            ids = {
                "sentence_id": f"{doc_id}:s{start}-{at}",
                "block_id": f"{doc_id}:b{block[1]}-{block[2]}",
            }
            rows["sentences"].append(_span(doc_id, start, at, **ids))
            for found in _MARKED.finditer(sentence):
                first, last = start + found.start() + 1, start + found.end() - 1
                rows["quote_parts"].append(
                    _span(doc_id, first, last, role="quoted", quote_id=f"{doc_id}:q{first}", text="")
                )
            for entity, names in (named or {}).items():
                for match in re.finditer("|".join(map(re.escape, names)), sentence):
                    rows["mentions"].append(
                        _span(
                            doc_id,
                            start + match.start(),
                            start + match.end(),
                            sentence_id=ids["sentence_id"],
                            text=match.group(),
                            form="name",
                            type="organisation",
                            entity_id=entity,
                            mention_id=f"{doc_id}:m{start + match.start()}",
                        )
                    )
    return {
        name: pd.DataFrame(found, columns=None if found else schema.table(name).names)
        for name, found in rows.items()
    }


def _span(doc_id: str, start: int, end: int, **columns: Any) -> dict[str, Any]:
    return {"doc_id": doc_id, "start": start, "end": end, **columns}
