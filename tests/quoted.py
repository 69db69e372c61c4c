"""A small corpus for the views of quotations: three articles that tell one event, every count known.

Ann Harbour speaks for Ukraine, Bo Quay for Russia; Cy Deep is only spoken about. One utterance is told by all three
articles, another by two; one source is anonymous and speaks on condition of anonymity, and passes on what Quay said.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests import corpora

ANN, BO, CY, SOURCE = "person:ann-harbour", "person:bo-quay", "person:cy-deep", "person:an-official"
ENTITIES = {
    ANN: ("Ann Harbour", "person", "UA"),
    BO: ("Bo Quay", "person", "RU"),
    CY: ("Cy Deep", "person", None),
    SOURCE: ("an official close to the talks", "person", None),
    "gn:1": ("Port Elm", "city", "UA"),
}
TEXTS = {
    "alpha": (
        "The Elm Post",
        [
            "“We will sail at dawn with every boat,” Harbour said.",
            "Quay claimed that Cy Deep would not come.",
            "An official close to the talks said on condition of anonymity that Quay had threatened to block 12 boats.",
        ],
    ),
    "beta": (
        "Quay Times",
        [
            "Harbour insisted that they would sail at dawn with all boats.",
            "Cy Deep met Cy Deep’s crew, Quay warned.",
        ],
    ),
    "gamma": (None, ["“At dawn we sail,” it was said.", "Cy Deep and Ann Harbour left Port Elm."]),
}
# article, words, kind, speaker as printed, entity, cue, more columns
SAID: list[tuple[str, str, str, str | None, str | None, str | None, dict[str, Any]]] = [
    ("alpha", "We will sail at dawn with every boat,", "direct", "Harbour", ANN, "said",
     {"cluster_id": "cluster:dawn"}),
    ("alpha", "Cy Deep would not come", "indirect", "Quay", BO, "claimed", {"cluster_id": "cluster:deep"}),
    ("alpha", "Quay had threatened to block 12 boats", "indirect", "An official close to the talks", SOURCE, "said",
     {"anonymous": True, "via": "AFP"}),
    ("alpha", "to block 12 boats", "indirect", "Quay", BO, "threatened", {"inside": "Quay had threatened"}),
    ("beta", "they would sail at dawn with all boats", "indirect", "Harbour", ANN, "insisted",
     {"cluster_id": "cluster:dawn"}),
    ("beta", "Cy Deep met Cy Deep’s crew,", "indirect", "Quay", BO, "warned", {"cluster_id": "cluster:deep"}),
    ("gamma", "At dawn we sail,", "direct", None, None, None, {"cluster_id": "cluster:dawn", "method": "turn goes on"}),
]  # fmt: skip


def write(path: Path, articles: tuple[str, ...] = tuple(TEXTS), *, said: int = len(SAID)) -> Path:
    """Write the corpus, or some of its articles, with the first so many of its quotations, to a folder."""
    rows: dict[str, list[dict[str, Any]]] = {
        name: []
        for name in (
            "documents",
            "blocks",
            "sentences",
            "mentions",
            "quotations",
            "quote_parts",
            "quantities",
        )
    }
    for doc in articles:
        _article(doc, rows)
    for line in SAID[:said]:
        if line[0] in articles:
            _quotation(line, rows)
    rows["entities"] = [
        {
            "entity_id": key,
            "name": name,
            "type": kind,
            "country": country,
            "n_mentions": sum(row["entity_id"] == key for row in rows["mentions"]),
            "n_documents": len({row["doc_id"] for row in rows["mentions"] if row["entity_id"] == key}),
            "method": "test",
        }
        for key, (name, kind, country) in ENTITIES.items()
    ]
    return corpora.write(path, rows)


def _article(doc: str, rows: dict[str, list[dict[str, Any]]]) -> None:
    publisher, paragraphs = TEXTS[doc]
    text = "\n\n".join(paragraphs)
    rows["documents"].append(corpora.document(doc, text, label=f"The {doc} article", publisher=publisher))
    for paragraph in paragraphs:
        start = text.index(paragraph)
        span = {"doc_id": doc, "start": start, "end": start + len(paragraph)}
        block, sentence = f"{doc}:b{start}", f"{doc}:s{start}"
        rows["blocks"].append({**span, "block_id": block, "kind": "paragraph", "counted": True})
        rows["sentences"].append({**span, "sentence_id": sentence, "block_id": block})
        for name, key in (("Harbour", ANN), ("Quay", BO), ("Cy Deep", CY), ("Port Elm", "gn:1")):
            at = paragraph.find(name)
            while at >= 0:
                place = {"start": start + at, "end": start + at + len(name), "text": name}
                rows["mentions"].append(
                    {"doc_id": doc, "mention_id": f"{doc}:m{start + at}-{start + at + len(name)}", "method": "test",
                     "sentence_id": sentence, "form": "name", "type": ENTITIES[key][1], "entity_id": key, **place}
                )  # fmt: skip
                at = paragraph.find(name, at + 1)


def _quotation(line: tuple[Any, ...], rows: dict[str, list[dict[str, Any]]]) -> None:
    doc, words, kind, speaker, entity, cue, more = line
    text = next(row["text"] for row in rows["documents"] if row["doc_id"] == doc)
    start = text.index(words)
    span = {"doc_id": doc, "start": start, "end": start + len(words), "text": words}
    sentence = next(
        row for row in rows["sentences"] if row["doc_id"] == doc and row["start"] <= start < row["end"]
    )
    key = f"{doc}:q{start}-{start + len(words)}"
    row = {**span, "quote_id": key, "turn_id": key, "sentence_id": sentence["sentence_id"], "kind": kind}
    row |= {"speaker": speaker, "speaker_id": entity, "anonymous": False, "cue": cue, "method": "clause"}
    if cue:
        at = text.index(cue, sentence["start"])
        row |= {"cue_start": at, "cue_end": at + len(cue)}
    if speaker:
        at = text.index(speaker, sentence["start"])
        row |= {"speaker_start": at, "speaker_end": at + len(speaker)}
    if "inside" in more:
        outer = next(r for r in rows["quotations"] if r["text"].startswith(more["inside"]))
        row["inside_id"] = outer["quote_id"]
    rows["quotations"].append({**row, **{name: value for name, value in more.items() if name != "inside"}})
    rows["quote_parts"].append({**span, "quote_id": key, "role": "content"})
    if words.startswith("to block"):
        at = text.index("12 boats", start)
        rows["quantities"].append(
            {"doc_id": doc, "sentence_id": sentence["sentence_id"], "start": at, "end": at + 8, "text": "12 boats",
             "value": 12.0, "method": "test"}
        )  # fmt: skip
