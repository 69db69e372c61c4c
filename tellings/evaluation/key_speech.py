"""Quotations against a key: pieces in marks, quotations, their speakers as printed and as entities."""

from __future__ import annotations

from tellings import schema
from tellings.evaluation.key import Key, Row
from tellings.evaluation.matching import iou, overlap
from tellings.evaluation.results import Measure, counted, share
from tellings.store.corpus import Corpus


def measures(corpus: Corpus, key: Key) -> list[Measure]:
    """Quoted pieces to the character, quotations found, speakers right, anonymous ones known as such.

    A quotation is found where it shares half its characters with the key's, or covers a quoted piece of it. The
    speaker is right where the spans overlap, or the entity bears one of the speaker's names; for persons with a name
    somewhere the entity is asked for by itself.
    """
    gold = key.asked(key.read("quotes")["quotes"], "doc")
    rows = [r for r in key.asked(key.found(corpus, "quotations")) if r["kind"] in schema.SPEECH_KINDS]
    spoken = [x for x in gold if x["kind_group"] in schema.SPEECH_KINDS]
    core = [x for x in spoken if x["level"] == "core"]
    hit = {x["id"]: row for x in spoken if (row := _found(x, rows)) is not None}
    names = {g["id"]: g for g in key.read("entities")["entities"]}
    bears = {r["entity_id"]: str(r["name"]) for r in corpus.table("entities").to_dict("records")}
    met = [(x, hit[x["id"]]) for x in core if x["id"] in hit]
    named = [(x, r) for x, r in met if _persons(x, names)]
    unnamed = [r for x, r in met if x["anonymous"]]
    right = sum(_overlaps(x, r) or _bears(x, bears.get(r["speaker_id"]), names) for x, r in met)
    resolved = sum(_is_person(x, bears.get(r["speaker_id"]), names) for x, r in named)
    return [
        _pieces(gold, key, corpus),
        counted(
            "quotations found", len(met), len(rows), len(core), right_found=len({id(r) for r in hit.values()})
        ),
        share("speaker right", right, len(met)),
        share("speaker's entity right, named persons", resolved, len(named)),
        share("anonymous known as such", sum(bool(r["anonymous"]) for r in unnamed), len(unnamed)),
    ]


def _pieces(gold: list[Row], key: Key, corpus: Corpus) -> Measure:
    asked = {_bare(x["doc"], p) for x in gold for p in x["quoted_parts"]}
    rows = [r for r in key.asked(key.found(corpus, "quote_parts")) if r["role"] == "quoted"]
    pieces = {_bare(r["doc_id"], r) for r in rows}
    return counted("pieces in marks, exact", len(asked & pieces), len(pieces), len(asked))


def _bare(doc: str, piece: Row) -> tuple[str, int, int]:
    """The piece without outer spaces, commas and stops."""
    text: str = piece["text"]
    start = piece["start"] + len(text) - len(text.lstrip(" .,"))
    return doc, start, piece["end"] - (len(text) - len(text.rstrip(" .,")))


def _found(gold: Row, rows: list[Row]) -> Row | None:
    best, chosen = 0.0, None
    for row in rows:
        if row["doc_id"] != gold["doc"]:
            continue
        span = (row["start"], row["end"])
        value = iou(span, (gold["start"], gold["end"]))
        if any(iou(span, (p["start"], p["end"])) >= 0.8 for p in gold["quoted_parts"]):
            value = max(value, 0.5)
        if value >= 0.5 and value >= best:
            best, chosen = value, row
    return chosen


def _overlaps(gold: Row, row: Row) -> bool:
    if row["speaker_start"] is None or not gold["speaker"]:
        return False
    full = gold["speaker_full"] or gold["speaker"]
    return overlap((int(row["speaker_start"]), int(row["speaker_end"])), (full["start"], full["end"])) > 0


def _bears(gold: Row, name: str | None, names: dict[str, Row]) -> bool:
    """Does the entity bear a name of one of the speakers, or the last word of one?"""
    if not name:
        return False
    for speaker in (*gold["speaker_ids"], *gold["speaker_resolved_ids"]):
        entity = names.get(speaker)
        forms = {entity["canonical"]} | {v["surface"] for v in entity["name_variants"]} if entity else set()
        if name in forms or name.split()[-1] in {f.split()[-1] for f in forms}:
            return True
    return False


def _persons(gold: Row, names: dict[str, Row]) -> list[str]:
    """The speakers that are persons with a name somewhere."""
    known = [i for i in gold["speaker_ids"] if i in names]
    return [i for i in known if names[i]["type"] == "person" and names[i]["name_variants"]]


def _is_person(gold: Row, name: str | None, names: dict[str, Row]) -> bool:
    if not name:
        return False
    last = {v["surface"].split()[-1] for i in _persons(gold, names) for v in names[i]["name_variants"]}
    return name.split()[-1] in last
