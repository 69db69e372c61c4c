"""Quotations against a set: fragments found, with the right speaker, and the speaker's name.

A prediction is each piece of content of a direct, mixed or indirect quotation, cut at paragraph breaks as the sets
are. Spans are compared without marks, spaces and stops at the ends and without a leading "that"; half the characters
in common is a find. What a set holds beyond the scope (attitudes, nested speech) is neither asked for nor held against
what finds it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from tellings import schema
from tellings.evaluation.matching import Span, covered, iou, pairs, trimmed
from tellings.evaluation.results import Measure, counted, records, share
from tellings.evaluation.sets import Row
from tellings.evaluation.speaker_names import names_person, same_mention
from tellings.store.corpus import Corpus

_THAT = re.compile(r"that\s+(?=.)", re.IGNORECASE | re.DOTALL)
_BREAK = re.compile(r"\n\s*\n?")
_BETWEEN = re.compile(r"(\n\s*\n)")
_DOUBLED = (("''", '" '), ("``", '" '), ("\u2018\u2018", "\u201c "), ("\u2019\u2019", "\u201d "))
_OPEN, _CLOSE = "\u201c\u00ab\u201e", "\u201d\u00bb"


def measures(corpus: Corpus, articles: list[Row]) -> list[Measure]:
    """For direct and for all reported speech: found, found with the right speaker; and the speaker's name."""
    ids = [a["id"] for a in articles]
    names = {r["entity_id"]: r["name"] for r in corpus.table("entities").to_dict("records")}
    quotes = {
        r["quote_id"]: r for r in records(corpus.table("quotations"), ids) if r["kind"] in schema.SPEECH_KINDS
    }
    ours: dict[str, list[Row]] = defaultdict(list)
    for part in records(corpus.sql("SELECT * FROM content_spans"), ids):
        if part["quote_id"] in quotes:
            quote = quotes[part["quote_id"]]
            named = {"speaker_canonical": names.get(quote["speaker_id"])}
            ours[part["doc_id"]].append(quote | named | {"start": part["start"], "end": part["end"]})
    figures = []
    for scope, label in (("direct", "direct quotations"), ("speech", "reported speech")):
        total: Counter[str] = Counter()
        for article in articles:
            total.update(_score(article, ours[article["id"]], scope))
        figures += [
            counted(f"{label} found", total["found"], total["ours"], total["asked"]),
            counted(f"{label} found, speaker right", total["both"], total["ours"], total["asked"]),
            share(f"speaker's name right, {label}", total["named"], total["nameable"]),
        ]
    return figures


def _score(article: Row, ours: list[Row], scope: str) -> Counter[str]:
    text, mask = article["text"], marked(article["text"])
    gold = [g | {"span": bare(text, g["quote_start"], g["quote_end"])} for g in article["quotes"]]
    gold = [g for g in gold if g["span"][0] < g["span"][1]]
    asked = [g for g in gold if _asked(g, scope)]
    beside = [g for g in gold if not _asked(g, scope)]
    rows = _distinct(text, ours)
    matched = pairs(
        [g["span"] for g in asked],
        [r["span"] for r in rows],
        lambda a, b: v if (v := iou(a, b)) >= 0.5 else 0,
    )
    hit = {j for _, j in matched}
    kept = sum(
        j in hit or _held(r["span"], beside, scope == "direct" and not _direct(text, mask, r["span"]))
        for j, r in enumerate(rows)
    )
    total = Counter(asked=len(asked), ours=kept, found=len(matched))
    for i, j in matched:
        g, row = asked[i], rows[j]
        if g.get("speaker"):
            named = names_person(g, row)
            total.update({"both": same_mention(g, row), "nameable": named is not None, "named": bool(named)})
        else:
            total["both"] += not row["speaker"]
    return total


def _asked(gold: Row, scope: str) -> bool:
    if gold.get("ignore") or gold.get("nested") or not gold.get("speech", True):
        return False
    return scope == "speech" or gold.get("kind") == "direct"


def _held(span: Span, beside: list[Row], other: bool) -> bool:
    """Does an unmatched prediction count as a false alarm?"""
    if other:
        return False
    for gold in beside:
        if iou(span, gold["span"]) >= 0.5 or (not gold.get("nested") and covered(span, gold["span"]) >= 0.5):
            return False
    return True


def _distinct(text: str, rows: list[Row]) -> list[Row]:
    spans: dict[Span, Row] = {}
    for row in rows:
        for start, end in _paragraphs(text, row["start"], row["end"]):
            span = bare(text, start, end)
            if span[0] < span[1]:
                spans.setdefault(span, row | {"span": span})
    return list(spans.values())


def _paragraphs(text: str, start: int, end: int) -> Iterator[Span]:
    at = start
    for match in _BREAK.finditer(text[start:end]):
        yield at, start + match.start()
        at = start + match.end()
    yield at, end


def bare(text: str, start: int, end: int) -> Span:
    """The span without what is no letter or digit at either end, and without a leading "that"."""
    start, end = trimmed(text, start, end)
    that = _THAT.match(text[start:end])
    return trimmed(text, start + that.end(), end) if that and that.end() < end - start else (start, end)


def _direct(text: str, mask: list[bool], span: Span) -> bool:
    """Do nine tenths of its letters stand in double quote marks?"""
    letters = [i for i in range(*span) if text[i].isalnum()]
    return bool(letters) and sum(mask[i] for i in letters) >= 0.9 * len(letters)


def marked(text: str) -> list[bool]:
    """For each character: does it stand in double quote marks? A mark left open runs to the end of its paragraph."""
    mask, at = [False] * len(text), 0
    for doubled, mark in _DOUBLED:
        text = text.replace(doubled, mark)
    for paragraph in _BETWEEN.split(text):
        start, end = at, at + len(paragraph)
        at, inside = end, False
        for i in range(start, end):
            opens = not inside and (text[i] in _OPEN or text[i] == '"')
            closes = inside and (text[i] in _CLOSE or text[i] == '"')
            mask[i] = inside or opens
            inside = opens or (inside and not closes)
    return mask
