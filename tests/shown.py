"""A small corpus for tests of what is shown: three articles, one of them of a known publisher, every count known.

In the text, `[name|entity]` is a mention by name, `<demonym|entity>` one of form demonym.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from tests import corpora

ARTICLES = {
    "alpha": ["[Ann Harbour|person:ann-harbour] met [Bo Quay|person:bo-quay] in [Port Elm|gn:1].",
              "“We will sail at dawn,” [Harbour|person:ann-harbour] said. “Nobody stays.”",
              "An official said that [Port Elm|gn:1] was calm, and <Elmish|gn:1> boats left."],
    "beta": ["[Ann Harbour|person:ann-harbour] and [Harbour|person:ann-harbour] again: [Harbour|person:ann-harbour].",
             "The so-called “great calm” of [Port Elm|gn:1] & its <b>boats</b> ![x](http://evil.example/p.png) $x$."],
    "gamma": ["“No comment,” it was said in [Port Elm|gn:1]."],
}  # fmt: skip
PUBLISHERS = {"alpha": "The Elm Post"}
ENTITIES = {
    "person:ann-harbour": ("Ann Harbour", "person"),
    "person:bo-quay": ("Bo Quay", "person"),
    "person:an-official": ("An official", "person"),
    "gn:1": ("Port Elm", "city"),
}
QUOTES: list[dict[str, Any]] = [
    {"doc": "alpha", "parts": ["We will sail at dawn,", "Nobody stays."], "kind": "direct", "speaker": "Harbour",
     "speaker_id": "person:ann-harbour", "cue": "said"},
    {"doc": "alpha", "parts": ["Port Elm was calm"], "kind": "indirect", "speaker": "An official",
     "speaker_id": "person:an-official", "cue": "said", "anonymous": True},
    {"doc": "beta", "parts": ["great calm"], "kind": "scare"},
    {"doc": "gamma", "parts": ["No comment,"], "kind": "direct", "cue": "said"},
]  # fmt: skip
_MARKED = re.compile(r"([\[<])([^\[\]<>|]+)\|([^\[\]<>|]+)[\]>]")


def write(
    path: Path, articles: tuple[str, ...] = tuple(ARTICLES), *, scores: dict[str, float] | None = None
) -> Path:
    """Write the corpus, or some of its articles, to a folder.

    Args:
        path: the folder.
        articles: which.
        scores: how sure the machine is of what is printed so: of each mention's type, of each quotation's speaker; and
            behind `whose` or `place` and a colon, whose the mention is and where it is.
    """
    rows: dict[str, list[dict[str, Any]]] = {
        name: []
        for name in ("documents", "blocks", "sentences", "mentions", "toponyms", "quotations", "quote_parts")
    }
    for doc in articles:
        _article(doc, rows)
    for quote in QUOTES:
        if quote["doc"] in articles:
            _quote(quote, rows)
    for name, some in (("mentions", ""), ("quotations", ""), ("toponyms", "place:")):
        for row in rows[name]:
            row["score"] = (scores or {}).get(f"{some}{row['text']}")
    rows["chains"] = [
        {"doc_id": row["doc_id"], "id": row["mention_id"], "start": row["start"], "end": row["end"],
         "chain": row["entity_id"], "link_score": (scores or {}).get(f"whose:{row['text']}")}
        for row in rows["mentions"]
    ]  # fmt: skip
    rows["entities"] = _entities(rows["mentions"])
    rows["variants"] = _variants(rows["mentions"])
    return corpora.write(path, rows)


def _article(doc: str, rows: dict[str, list[dict[str, Any]]]) -> None:
    text = ""
    for paragraph in ARTICLES[doc]:
        first, found, at = len(text), [], 0
        for match in _MARKED.finditer(paragraph):
            text += paragraph[at : match.start()]
            found.append((len(text), match[2], match[3], "name" if match[1] == "[" else "demonym"))
            text += match[2]
            at = match.end()
        text += paragraph[at:]
        span = {"doc_id": doc, "start": first, "end": len(text)}
        block, sentence = f"{doc}:b{first}-{len(text)}", f"{doc}:s{first}-{len(text)}"
        rows["blocks"].append({**span, "block_id": block, "kind": "paragraph", "counted": True})
        rows["sentences"].append({**span, "sentence_id": sentence, "block_id": block})
        for start, name, entity, form in found:
            _mention(doc, sentence, start, name, entity, form, rows)
        text += "\n\n"
    rows["documents"].append(
        corpora.document(doc, text, label=f"The {doc} article", publisher=PUBLISHERS.get(doc))
    )


def _mention(
    doc: str,
    sentence: str,
    start: int,
    name: str,
    entity: str,
    form: str,
    rows: dict[str, list[dict[str, Any]]],
) -> None:
    span = {"doc_id": doc, "mention_id": f"{doc}:m{start}-{start + len(name)}", "sentence_id": sentence}
    span |= {"start": start, "end": start + len(name), "text": name, "method": "test"}
    rows["mentions"].append({**span, "form": form, "type": ENTITIES[entity][1], "entity_id": entity})
    if entity.startswith("gn:"):
        place = {
            "place_id": entity,
            "name": "Port Elm",
            "kind": "city",
            "country_code": "UA",
            "admin1_code": "UA-51",
            "lat": 46.9,
            "lon": 30.6,
        }
        rows["toponyms"].append({**span, **place, "use": "literal" if form == "name" else "demonym"})


def _quote(quote: dict[str, Any], rows: dict[str, list[dict[str, Any]]]) -> None:
    doc = quote["doc"]
    text = next(row["text"] for row in rows["documents"] if row["doc_id"] == doc)
    spans = [(text.index(part), text.index(part) + len(part)) for part in quote["parts"]]
    start, end = spans[0][0], spans[-1][1]
    key = f"{doc}:q{start}-{end}"
    sentence = next(
        r["sentence_id"] for r in rows["sentences"] if r["doc_id"] == doc and r["start"] <= start < r["end"]
    )
    rows["quotations"].append(
        {"doc_id": doc, "quote_id": key, "turn_id": key, "sentence_id": sentence, "start": start, "end": end,
         "text": text[start:end], "kind": quote["kind"], "speaker": quote.get("speaker"),
         "speaker_id": quote.get("speaker_id"), "anonymous": quote.get("anonymous", False), "cue": quote.get("cue"),
         "method": "test"}
    )  # fmt: skip
    for first, last in spans:
        rows["quote_parts"].append(
            {
                "doc_id": doc,
                "quote_id": key,
                "role": "content",
                "start": first,
                "end": last,
                "text": text[first:last],
            }
        )


def _entities(mentions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    rows = []
    for entity, (name, kind) in ENTITIES.items():
        named = [row for row in mentions if row["entity_id"] == entity and row["form"] == "name"]
        rows.append(
            {"entity_id": entity, "name": name, "type": kind, "n_mentions": len(named),
             "n_documents": len({row["doc_id"] for row in named}), "method": "test"}
        )  # fmt: skip
    return rows


def _variants(mentions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    forms = sorted({(row["entity_id"], row["text"]) for row in mentions if row["form"] == "name"})
    rows = []
    for entity, text in forms:
        found = [r for r in mentions if (r["entity_id"], r["text"], r["form"]) == (entity, text, "name")]
        documents = len({row["doc_id"] for row in found})
        rows.append({"entity_id": entity, "text": text, "n_mentions": len(found), "n_documents": documents})
    return rows
