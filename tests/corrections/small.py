"""A corpus of three short articles as tables, small enough to be seen whole."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pandas as pd

from tellings import schema
from tellings.corrections import Entity, Span

TEXTS = {
    "gazette": "Kim met Lee in Paris. “We agree,” Kim told Acme News. He said that Paris had called.\n"
    "Kim left for Lyon.",
    "herald": "Minister Kim Ro spoke to French reporters in Springfield. “It is over,” Lee said, “for now.” "
    "Acme objects.",
    "post": "Caption: Kim and Lee.\nKim Ro and Jane Kim met. "
    "Kim said the “deal” with Acme News was off, and Lyon waits.",
}
"""In `post` the first line is not counted: it is a byline."""

_NAMES = (
    # printed, entity, type, form: the first that fits wins
    ("Kim Ro", "person:kim-ro", "person", "name"),
    ("Jane Kim", "person:jane-kim", "person", "name"),
    ("Kim", "person:kim", "person", "name"),
    ("He", "person:kim", "person", "pronoun"),
    ("Lee", "person:lee", "person", "name"),
    ("Acme News", "organisation:acme-news", "organisation", "name"),
    ("Acme", "product:acme", "product", "name"),
    ("Paris", "gn:1", "city", "name"),
    ("Lyon", "gn:2", "city", "name"),
    ("Springfield", "city:springfield", "city", "name"),
    ("French", "gn:9", "country", "demonym"),
    ("reporters", None, "other", "nominal"),
)
_PLACES = {
    "gn:1": ("Paris", "city", "FR", "FR-IDF", 48.85, 2.35),
    "gn:2": ("Lyon", "city", "FR", "FR-ARA", 45.75, 4.85),
    "gn:9": ("France", "country", "FR", None, 46.0, 2.0),
}
_QUOTATIONS = (
    # doc, content pieces, kind, speaker as printed and which of them, entity
    ("gazette", ("We agree,",), "direct", "Kim", 1, "person:kim"),
    ("gazette", ("Paris had called",), "indirect", "He", 0, "person:kim"),
    ("herald", ("It is over,", "for now."), "direct", "Lee", 0, "person:lee"),
    ("post", ("the “deal” with Acme News was off",), "mixed", "Kim", 3, "person:kim"),
    ("post", ("deal",), "scare", None, 0, None),
)


def tables() -> dict[str, pd.DataFrame]:
    """All tables of the corpus; they may be changed."""
    return {name: frame.copy() for name, frame in _corpus().items()}


@cache
def _corpus() -> dict[str, pd.DataFrame]:
    return annotated(TEXTS)


def annotated(texts: dict[str, str]) -> dict[str, pd.DataFrame]:
    """All tables of a corpus of these texts, annotated with the names and quotations above as far as it has them."""
    rows = _rows(texts)
    named = {
        name: schema.conform(pd.DataFrame(some, columns=schema.table(name).names, dtype=object), name)
        for name, some in rows.items()
    }
    counted = count(named)
    return {**{name: schema.empty(name) for name in schema.TABLES}, **named, **counted}


def count(named: dict[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """The tables entities and variants of some mentions, counted plainly. Known entities keep their names."""
    blocks = named["blocks"].set_index("block_id").counted
    counted = set(named["sentences"].sentence_id[named["sentences"].block_id.map(blocks)])
    by_entity: dict[str, list[Any]] = {}
    for row in named["mentions"].dropna(subset=["entity_id"]).itertuples():
        by_entity.setdefault(row.entity_id, [])
        if row.form == "name" and row.sentence_id in counted:
            by_entity[row.entity_id].append(row)
    types = {entity_id: kind for _, entity_id, kind, _ in _NAMES}
    names = {entity_id: printed for printed, entity_id, _, _ in reversed(_NAMES)} | {"gn:9": "France"}
    entities, variants = [], []
    for entity_id, some in sorted(by_entity.items()):
        row = dict.fromkeys(schema.table("entities").names) | {"entity_id": entity_id, "method": "machine"}
        row |= {"name": names.get(entity_id, "?"), "type": types.get(entity_id, "other")}
        entities.append(row | {"n_mentions": len(some), "n_documents": len({one.doc_id for one in some})})
        for text in sorted({one.text for one in some}):
            same = [one for one in some if one.text == text]
            documents = len({one.doc_id for one in same})
            variants.append(
                {"entity_id": entity_id, "text": text, "n_mentions": len(same), "n_documents": documents}
            )
    return {
        "entities": schema.conform(
            pd.DataFrame(entities, columns=schema.table("entities").names), "entities"
        ),
        "variants": schema.conform(
            pd.DataFrame(variants, columns=schema.table("variants").names), "variants"
        ),
    }


def span(doc_id: str, printed: str, n: int = 0, texts: dict[str, str] | None = None) -> Span:
    """The n-th place where the words stand in an article."""
    text = (texts or TEXTS)[doc_id]
    start = [found.start() for found in re.finditer(re.escape(printed), text)][n]
    return Span(doc_id, start, start + len(printed), printed)


KIM = Entity("person:kim", span("gazette", "Kim"))
KIM_RO = Entity("person:kim-ro", span("herald", "Kim Ro"))
JANE = Entity("person:jane-kim", span("post", "Jane Kim"))
LEE = Entity("person:lee", span("gazette", "Lee"))
NEWS = Entity("organisation:acme-news", span("gazette", "Acme News"))
ACME = Entity("product:acme", span("herald", "Acme"))
PARIS = Entity("gn:1", span("gazette", "Paris"))
LYON = Entity("gn:2", span("gazette", "Lyon"))
FRANCE = Entity("gn:9", span("herald", "French"))
SPRINGFIELD = Entity("city:springfield", span("herald", "Springfield"))
ENTITIES = (KIM, KIM_RO, JANE, LEE, NEWS, ACME, PARIS, LYON, FRANCE, SPRINGFIELD)

WE_AGREE = span("gazette", "We agree,")
CALLED = span("gazette", "Paris had called")
OVER = span("herald", "It is over,” Lee said, “for now.")
DEAL_OFF = span("post", "the “deal” with Acme News was off")
DEAL = span("post", "deal")
QUOTATIONS = (WE_AGREE, CALLED, OVER, DEAL_OFF, DEAL)


def _rows(texts: dict[str, str]) -> dict[str, list[dict[str, Any]]]:
    rows: dict[str, list[dict[str, Any]]] = {
        name: [] for name in schema.TABLES if name not in ("entities", "variants")
    }
    for doc_id, text in texts.items():
        about = {
            "label": doc_id,
            "short": doc_id,
            "language": "en",
            "source": doc_id,
            "reader": "text",
            "sha256": "0",
            "n_chars": len(text),
            "n_words": 9,
        }
        rows["documents"].append({"doc_id": doc_id, "text": text, **about})
        for line in re.finditer(r"[^\n]+", text):
            byline = line[0].startswith("Caption")
            block = {"doc_id": doc_id, "start": line.start(), "end": line.end(), "counted": not byline}
            block |= {"block_id": _id(doc_id, "b", line.span()), "kind": "byline" if byline else "paragraph"}
            rows["blocks"].append(block)
            for sentence in re.finditer(r"\S.*?(?:\.(?= |$)|$)", line[0]):
                where = (line.start() + sentence.start(), line.start() + sentence.end())
                one = {
                    "doc_id": doc_id,
                    "sentence_id": _id(doc_id, "s", where),
                    "block_id": block["block_id"],
                }
                rows["sentences"].append({**one, "start": where[0], "end": where[1]})
        _mentions(doc_id, text, rows)
    for doc_id, pieces, kind, speaker, n, entity_id in _QUOTATIONS:
        if doc_id in texts and all(piece in texts[doc_id] for piece in pieces):
            _quotation(texts, rows, doc_id, pieces, kind, speaker, n, entity_id)
    return rows


def _mentions(doc_id: str, text: str, rows: dict[str, list[dict[str, Any]]]) -> None:
    known = {printed: about for printed, *about in _NAMES}
    for found in re.finditer(r"\b(" + "|".join(known) + r")\b", text):
        entity_id, kind, form = known[found[0]]
        at = {
            "doc_id": doc_id,
            "mention_id": _id(doc_id, "m", found.span()),
            "start": found.start(),
            "end": found.end(),
        }
        at |= {"sentence_id": _sentence(rows, doc_id, found.start()), "text": found[0], "method": "machine"}
        rows["mentions"].append({**at, "form": form, "type": kind, "entity_id": entity_id})
        if form in ("name", "demonym") and kind in ("city", "country"):
            place = dict(
                zip(
                    ("name", "kind", "country_code", "admin1_code", "lat", "lon"),
                    _PLACES.get(entity_id, ()),
                    strict=False,
                )
            )
            use = (
                "demonym"
                if form == "demonym"
                else "metonymic"
                if text[found.end() :].startswith(" had")
                else "literal"
            )
            place |= {
                "place_id": entity_id if entity_id in _PLACES else None,
                "kind": place.get("kind", "city"),
            }
            rows["toponyms"].append(
                {**at, **place, "use": use, "stands_for": "gn:9" if use == "metonymic" else None}
            )


def _quotation(
    texts: dict[str, str],
    rows: dict[str, list[dict[str, Any]]],
    doc_id: str,
    pieces: tuple[str, ...],
    kind: str,
    speaker: str | None,
    n: int,
    entity_id: str | None,
) -> None:
    parts = [span(doc_id, piece, texts=texts) for piece in pieces]
    start, end = parts[0].start, parts[-1].end
    quote = {"doc_id": doc_id, "quote_id": _id(doc_id, "q", (start, end))}
    row = {
        **quote,
        "turn_id": quote["quote_id"],
        "start": start,
        "end": end,
        "text": texts[doc_id][start:end],
    }
    row |= {
        "sentence_id": _sentence(rows, doc_id, start),
        "kind": kind,
        "anonymous": False,
        "method": "machine",
    }
    if speaker is not None:
        at = span(doc_id, speaker, n, texts)
        row |= {
            "speaker": speaker,
            "speaker_start": at.start,
            "speaker_end": at.end,
            "speaker_id": entity_id,
            "cue": "said",
        }
        said = {**quote, "start": at.start, "end": at.end, "text": speaker}
        rows["quote_speakers"].append({**said, "entity_id": entity_id})
    rows["quotations"].append(row)
    marked = parts if kind != "mixed" else [span(doc_id, "deal", texts=texts)]
    for role, some in (("content", parts), ("quoted", marked if kind != "indirect" else [])):
        for one in some:
            rows["quote_parts"].append(
                {**quote, "role": role, "start": one.start, "end": one.end, "text": one.text}
            )


def _sentence(rows: dict[str, list[dict[str, Any]]], doc_id: str, start: int) -> str:
    return next(
        r["sentence_id"]
        for r in rows["sentences"]
        if r["doc_id"] == doc_id and r["start"] <= start < r["end"]
    )


def _id(doc_id: str, letter: str, where: tuple[int, int]) -> str:
    return f"{doc_id}:{letter}{where[0]}-{where[1]}"
