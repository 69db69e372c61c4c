"""What stands around an answer: the things and acts told with it, near ones heavier, those of the sentence before too
where a pronoun may lead back to it; its clause, the time of which its sentence speaks, and who says it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

import pandas as pd

from tellings.corpus.shadow import reading
from tellings.resolution.passages import Passage

NEAR = 60
"""So many characters before and behind an answer its company is near."""

FAR = 0.5
"""What company further off, and that of the sentence before, weighs."""

STEM = 5
"""So many letters of a longer word stand for it: rescue, rescuers."""

_RELATIVE = re.compile(r", (?:which|who|whose)\b[^,;.\n]*$")
_CLOSES = re.compile(r"[,;.\n]|$")
_WHEN = re.compile(r",? when\b")
CLAUSE = 90
"""So many characters before a date its relative clause begins at most."""

LONG_AGO = 3
"""More than so many months before its article a sentence speaks of another time."""

_EMPTY = frozenset(
    "say tell add report announce claim have get go come make take give do be become include follow accord "
    "more other many few last first own new".split()
)
"""Words that say little of what is told with them."""

CLAUSE_WORDS = 7
"""So many words before and behind an answer its clause has at most."""

_LOOSE = frozenset(
    "a an the and or but nor of in on at to by for from with between into than that which who whose as if is are was "
    "were be been has have had will would may its his her their this these mr mrs ms dr".split()
)
"""Words that lead on to another: a clause that is cut neither begins nor ends with one."""

_END = r"[;()\[\]\"“”—•]|:(?!\d)|[.?!](?=[\s\"”’']|$)|\s[-–‘'](?=\s|\w)"
_ENDS = (re.compile(rf"{_END}|,(?=[\s\"”’']|$)"), re.compile(_END))
"""What ends a clause as it is shown: a mark, or an opened quotation; where little is left, no comma."""

FEW_WORDS = 4
"""So many words, … among them, say little of what is told: "… were paid"."""

Weights = dict[str, float]


class Word(NamedTuple):
    """A word that says something, by its stem."""

    start: int
    end: int
    stem: str
    act: bool


class Words(NamedTuple):
    """By sentence, the words that say something, and the sentences with a pronoun, which may lead back."""

    by: Mapping[str, Sequence[Word]]
    with_pronoun: frozenset[str]


def stem(word: str) -> str:
    """What stands for a word."""
    return word[:STEM] if len(word) > STEM else word


def words_of(tokens: pd.DataFrame, wanted: set[str]) -> Words:
    """The words of some sentences.

    Args:
        tokens: sentence_id, start, end, lemma, pos.
        wanted: the sentences' ids.
    """
    rows = tokens[tokens["sentence_id"].isin(wanted)]
    told = rows[rows["pos"].isin(("NOUN", "VERB", "ADJ"))]
    by: dict[str, list[Word]] = defaultdict(list)
    for sentence, start, end, lemma, pos in zip(
        *(told[c] for c in ("sentence_id", "start", "end", "lemma", "pos")), strict=True
    ):
        word = lemma.lower()
        if word not in _EMPTY and len(word) > 1 and word[0].isalpha():
            by[sentence].append(Word(start, end, stem(word), pos == "VERB"))
    return Words(by, frozenset(rows.loc[rows["pos"] == "PRON", "sentence_id"]))


def company(
    span: tuple[int, int], own: Sequence[Word], before: Sequence[Word], rarity: Mapping[str, float]
) -> tuple[Weights, Weights]:
    """The things and the acts around a span, by stem, with their weight.

    Args:
        span: where the answer stands.
        own: the words of its sentence.
        before: those of the sentence before, where it may lead back.
        rarity: of stems.
    """
    things: Weights = {}
    acts: Weights = {}
    for word in (*own, *before):
        if word.start < span[1] and word.end > span[0]:
            continue
        near = word.start < span[1] + NEAR and word.end > span[0] - NEAR
        weight = rarity.get(word.stem, 1.0) * (1.0 if near else FAR)
        kind = acts if word.act else things
        kind[word.stem] = max(weight, kind.get(word.stem, 0.0))
    return things, acts


def clause(text: str, span: tuple[int, int], passage: Passage) -> str:
    """The words right around a span in its sentence, as they are read, with … in its place; "" where there are none."""
    told: list[str] = []
    for ends in _ENDS:
        before = ends.split(reading(text[passage.start : span[0]]))[-1].split()
        behind = ends.split(reading(text[span[1] : passage.end]), maxsplit=1)[0].split()
        told = [*_cut(before[::-1])[::-1], "…", *_cut(behind)]
        if len(told) > FEW_WORDS:
            break
    return re.sub(r"(?<=…) (?=[,'’])", "", " ".join(told)).strip(",") if len(told) > 1 else ""


def _cut(words: list[str]) -> list[str]:
    """The words next to an answer: of many those that are nearest, up to one that stands by itself."""
    near = words[:CLAUSE_WORDS]
    while len(words) > CLAUSE_WORDS and near and near[-1].lower().rstrip(".") in _LOOSE:
        near.pop()
    return near


def anchors(dates: pd.DataFrame, documents: pd.DataFrame) -> dict[str, frozenset[str]]:
    """By sentence, the years and months of which it speaks that are well before its article, "" for what is near."""
    meant = dates[dates["mod"] != "since"]  # since 1989: it is so today
    return {
        sentence: frozenset(time for _, time in told)
        for sentence, told in spans_of_time(meant, documents).items()
    }


def spans_of_time(dates: pd.DataFrame, documents: pd.DataFrame) -> dict[str, list[tuple[range, str]]]:
    """By sentence, the same times and where in the article each holds.

    In a relative clause it holds there ("the dam, which dates from 1974, is 15 km away"), behind "since" where "when"
    leads on ("since 1994, when 17 died").
    """
    days = dict(zip(documents["doc_id"], documents["published"], strict=True))
    texts = dict(zip(documents["doc_id"], documents["text"], strict=True))
    times: dict[str, list[tuple[range, str]]] = defaultdict(list)
    columns = (dates[name] for name in ("doc_id", "sentence_id", "start", "end", "value", "mod"))
    for doc, sentence, start, end, value, mod in zip(*columns, strict=True):
        day, text = days.get(doc), texts[doc]
        if isinstance(value, str) and isinstance(day, date) and re.match(r"\d{4}", value):
            month = int(value[5:7]) if re.match(r"\d{4}-\d\d", value) else 12
            before = (day.year - int(value[:4])) * 12 + day.month - month
            opened = _RELATIVE.search(text, max(0, start - CLAUSE), start)
            closed = _CLOSES.search(text, end)
            span = range(opened.start(), closed.start()) if opened and closed else range(len(text))
            if mod == "since":
                leads_on = _WHEN.match(text, end)
                span = range(end, len(text)) if leads_on else range(0)
            times[sentence].append((span, value[:7] if before > LONG_AGO else ""))
    return times


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
