"""What stands around an answer in its sentence: the stems of content words and the entities named, near ones heavier;
the clause in which it stands, the verbs near it, the time of which its sentence speaks, and who says it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

import pandas as pd

from tellings.corpus.shadow import reading
from tellings.resolution.passages import Passage
from tellings.resolution.wording import wording

NEAR = 60
"""So many characters before and behind an answer its company is near."""

FAR = 0.5
"""What company further off weighs."""

LONG_AGO = 3
"""More than so many months before its article a sentence speaks of another time."""

_EMPTY_VERBS = frozenset(
    "say tell add report announce claim have get go come make take give do be become include follow accord".split()
)

CLAUSE_WORDS = 7
"""So many words before and behind an answer its clause has at most."""

_NUMBER = re.compile(r"\d+")
_BREAK = re.compile(r"[;:()\[\]\"“”—]|[,.?!](?=[\s\"”’']|$)|\s[-–‘'](?=\s|\w)")
"""What ends a clause as it is shown: a mark, or an opened quotation."""

Named = dict[str, list[tuple[int, int, str]]]
"""By sentence, spans with what stands there."""


def company(
    text: str,
    span: tuple[int, int],
    passage: Passage,
    named: Sequence[tuple[int, int, str]],
    rarity: Mapping[str, float],
) -> dict[str, float]:
    """What stands around a span: stems and entities with their weight.

    Args:
        text: the article's text.
        span: where the answer stands in it.
        passage: its sentence.
        named: the entities named in the sentence.
        rarity: of stems and entities.
    """
    weights: dict[str, float] = {}
    before = text.rfind(" ", passage.start, max(passage.start, span[0] - NEAR))
    behind = text.find(" ", min(passage.end, span[1] + NEAR), passage.end)
    near = (max(passage.start, before), behind if behind >= 0 else passage.end)
    pieces = [
        (passage.start, near[0], FAR),
        (near[1], passage.end, FAR),
        (near[0], span[0], 1.0),
        (span[1], near[1], 1.0),
    ]
    for start, end, part in pieces:
        for stem in wording(_NUMBER.sub(" ", text[start:end])):
            weights[stem] = part * rarity.get(stem, 1.0)
    for start, end, entity in named:
        close = start < near[1] and end > near[0]
        weight = (1.0 if close else FAR) * rarity.get(entity, 1.0)
        weights[entity] = max(weight, weights.get(entity, 0.0))
    return weights


def clause(text: str, span: tuple[int, int], passage: Passage) -> str:
    """The words right around a span in its sentence, as they are read, with … in its place; "" where there are none."""
    before = _BREAK.split(reading(text[passage.start : span[0]]))[-1].split()[-CLAUSE_WORDS:]
    behind = _BREAK.split(reading(text[span[1] : passage.end]), maxsplit=1)[0].split()[:CLAUSE_WORDS]
    return " ".join([*before, "…", *behind]) if before or behind else ""


def verbs_of(tokens: pd.DataFrame, wanted: set[str]) -> Named:
    """By sentence, the verbs that say more than that something is, was said or may be."""
    rows = tokens[(tokens["pos"] == "VERB") & tokens["sentence_id"].isin(wanted)]
    found: Named = defaultdict(list)
    for sentence, start, end, lemma in zip(
        rows["sentence_id"], rows["start"], rows["end"], rows["lemma"], strict=True
    ):
        if lemma.lower() not in _EMPTY_VERBS:
            found[sentence].append((start, end, lemma.lower()))
    return found


def anchors(dates: pd.DataFrame, documents: pd.DataFrame) -> dict[str, str]:
    """By sentence, the year or month of which it speaks, where that is well before its article and nothing is near."""
    days = dict(zip(documents["doc_id"], documents["published"], strict=True))
    found: dict[str, set[str]] = defaultdict(set)
    for doc, sentence, value in zip(dates["doc_id"], dates["sentence_id"], dates["value"], strict=True):
        day = days.get(doc)
        if isinstance(value, str) and isinstance(day, date) and re.match(r"\d{4}", value):
            month = int(value[5:7]) if re.match(r"\d{4}-\d\d", value) else 12
            before = (day.year - int(value[:4])) * 12 + day.month - month
            found[sentence].add(value[:7] if before > LONG_AGO else "")
    return {sentence: min(told) for sentence, told in found.items()}


def speakers(quotations: pd.DataFrame, parts: pd.DataFrame) -> Spoken:
    """Who says what, wherever it stands."""
    who = quotations["speaker_id"].fillna(quotations["speaker"].str.lower())
    said = quotations.assign(who=who).loc[who.notna(), ["quote_id", "who"]]
    return Spoken(parts[parts["role"] == "content"].merge(said, on="quote_id"))


class Spoken:
    """Who says what stands at a place of an article."""

    def __init__(self, content: pd.DataFrame) -> None:
        self._spans: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        rows = content.sort_values(["doc_id", "start"])
        for doc, start, end, who in zip(rows["doc_id"], rows["start"], rows["end"], rows["who"], strict=True):
            self._spans[doc].append((start, end, who))

    def get(self, place: tuple[str, int]) -> str | None:
        """The speaker of the innermost quotation there: an entity's id, or the words for one without."""
        doc, at = place
        spans = self._spans.get(doc, [])
        last = bisect_right(spans, (at, float("inf"), ""))
        return next((who for start, end, who in reversed(spans[:last]) if end > at), None)
