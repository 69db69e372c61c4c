"""A small corpus of odd text: controls, marks of direction, lone quotes, formulas, names that cross."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from tests import corpora

ARTICLES = (
    ("plain", "Ann Harbour met Bo Quay in Port Elm.\n\n“We sail,” Ann Harbour said.", "The Elm Post", "Calm"),
    ("=1+1", '=SUM(A1) Ann Harbour\t"said\r\n\r\n@Port Elm & <b> {x} \\ % # $ _ ~ ^ "', None, '=HYPERLINK("x")'),
    ("وكالة/1", "\u202eBo Quay\u202c \x07bell\x0b\u2028Port\u00a0Elm 🚢 Ann Harbour, a\x85b.", "+وكالة",
     "A\u202eb\nTY  - x\x01"),
    ("وكالة/2", "Bo Quay’s Port Elm.", "+وكالة", None),
    ("then", "\r\nBo Quay left Port Elm  at noon.\n\n", "'90s Post", "-30 in Port Elm"),
)  # fmt: skip
"""Of each: its id, text, publisher and title."""
OUTLETS = {doc: publisher or f"unknown:{doc}" for doc, _, publisher, _ in ARTICLES}
_ENTITIES = {"Ann Harbour": ("person:ann-harbour", "person"), "Bo Quay": ("person:bo|quay=1 x", "person"),
             "Port Elm": ("gn:1", "city"), "Elm": ("organisation:elm", "organisation")}  # fmt: skip
_WORD = re.compile(r"\w+|[^\w\s]")


def write(path: Path) -> Path:
    """Write the corpus to a folder: each line a paragraph of one sentence, each name a mention."""
    rows: dict[str, list[dict[str, Any]]] = {
        name: []
        for name in ("documents", "blocks", "sentences", "tokens", "mentions", "toponyms", "quotations", "quote_parts",
                     "quote_speakers")
    }  # fmt: skip
    for doc, text, publisher, title in ARTICLES:
        url = f"https://example.org/{len(text)}?a=1&b=2"
        rows["documents"].append(
            corpora.document(
                doc, text, publisher=publisher, title=title, url=url, byline=title and "O'Quay & {Co}"
            )
        )
        for line in re.finditer(r"[^\r\n]+", text):
            _line(doc, text, line.start(), line.end(), rows)
    rows["entities"] = [
        {"entity_id": key, "name": name, "type": kind, "n_mentions": 1, "n_documents": 1, "method": "test"}
        for name, (key, kind) in _ENTITIES.items()
    ]
    rows["variants"] = [
        {"entity_id": key, "text": name, "n_mentions": 1, "n_documents": 1}
        for name, (key, _) in _ENTITIES.items()
    ]
    return corpora.write(path, rows)


def _line(doc: str, text: str, start: int, end: int, rows: dict[str, list[dict[str, Any]]]) -> None:
    span = {"doc_id": doc, "start": start, "end": end}
    sentence = f"{doc}:s{start}-{end}"
    rows["blocks"].append({**span, "block_id": f"{doc}:b{start}", "kind": "paragraph", "counted": True})
    rows["sentences"].append({**span, "sentence_id": sentence, "block_id": f"{doc}:b{start}"})
    for position, word in enumerate(_WORD.finditer(text, start, end)):
        rows["tokens"].append(
            {"doc_id": doc, "sentence_id": sentence, "position": position, "start": word.start(), "end": word.end(),
             "lemma": word[0].lower(), "pos": "PROPN" if word[0][0].isupper() else "PUNCT"}
        )  # fmt: skip
    for name, (key, kind) in _ENTITIES.items():
        for match in re.finditer(re.escape(name).replace(r"\ ", r"\s"), text[start:end]):
            at = {
                "doc_id": doc,
                "sentence_id": sentence,
                "start": start + match.start(),
                "end": start + match.end(),
            }
            row = {
                **at,
                "text": match[0],
                "mention_id": f"{doc}:m{at['start']}-{at['end']}",
                "method": "test",
            }
            rows["mentions"].append({**row, "form": "name", "type": kind, "entity_id": key})
            if kind == "city":
                rows["toponyms"].append({**row, "place_id": key, "use": "literal"})
    for match in re.finditer("“[^”]+”", text[start:end]):
        at = {"doc_id": doc, "start": start + match.start(), "end": start + match.end(), "text": match[0]}
        key = f"{doc}:q{at['start']}-{at['end']}"
        rows["quotations"].append(
            {**at, "quote_id": key, "turn_id": key, "sentence_id": sentence, "kind": "direct", "anonymous": False,
             "speaker": "Ann Harbour", "speaker_id": "person:ann-harbour", "cue": "said", "method": "test"}
        )  # fmt: skip
        rows["quote_parts"].append({**at, "quote_id": key, "role": "content"})
