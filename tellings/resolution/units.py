"""What resolution compares: for each article and chain, the printed forms, the type and the place."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field

import pandas as pd

from tellings.identity.link import rank

UNSURE = 0.75
"""A name whose type was decided with less than this share of the evidence may be retyped by the corpus."""

_MODEL = re.compile(r", (?:model|none)(?:;|$)")
_BY_MODEL = 0.5
"""What the model's word alone counts beside a title, a full name or a word for what something is."""


@dataclass(slots=True)
class Unit:
    """One thing in one article.

    Attributes:
        doc_id: the article.
        chain: the article's key of the thing.
        type: as decided there.
        forms: how often each printed form of a name stands there; of other mentions where there is no name.
        named: is there a name among them? A thing without is never brought together with one of another article.
        place_id: where it is a place that could be placed.
        countries: for how many of its mentions each country stands before the name ("French President …").
        score: of the least sure of its names.
        sure: the share of the evidence for its type, on average; less where only the model speaks for it.
        retyped: is its type that of other articles?
    """

    doc_id: str
    chain: str
    type: str
    forms: Counter[str]
    named: bool
    place_id: str | None = None
    countries: Counter[str] = field(default_factory=Counter)
    score: float = 1.0
    sure: float = 1.0
    retyped: bool = False

    @property
    def unsure(self) -> bool:
        """Was its type decided against other evidence, or by the model alone?"""
        return self.score < UNSURE or self.sure < UNSURE

    @property
    def n(self) -> int:
        """How many mentions."""
        return self.forms.total()

    @property
    def fullest(self) -> str:
        """The fullest printed form, among equals the most frequent."""
        return fullest(self.forms)


def fullest(forms: Counter[str]) -> str:
    """The form with the most words, not an acronym, the most frequent, the longest."""
    if len(forms) == 1:
        return next(iter(forms))
    return max(forms, key=lambda text: (*rank(text), forms[text], text))


def read_units(mentions: pd.DataFrame, toponyms: pd.DataFrame) -> list[Unit]:
    """One unit an article and chain, in the order of the documents' ids and chains."""
    placed = set(toponyms["place_id"].dropna())
    rows = mentions[mentions["entity_id"].notna()]
    alone = rows["method"].fillna("").str.contains(_MODEL)
    rows = rows.assign(sure=rows["score"].where(~alone, rows["score"] * _BY_MODEL))
    counts = rows.groupby(["doc_id", "entity_id", "form", "type", "text"], sort=True).agg(
        n=("text", "size"), score=("score", "mean"), sure=("sure", "mean")
    )
    units: dict[tuple[str, str], Unit] = {}
    types: dict[tuple[str, str], Counter[str]] = {}
    sums: dict[tuple[str, str], float] = defaultdict(float)
    for (doc_id, chain, form, kind, text), (n, score, sure) in zip(
        counts.index, counts.itertuples(index=False, name=None), strict=True
    ):
        key = (doc_id, chain)
        unit = units.get(key)
        name = form == "name"
        if unit is None:
            unit = units[key] = Unit(
                doc_id, chain, kind, forms=Counter(), named=name, place_id=chain if chain in placed else None
            )
            types[key] = Counter()
        if name and not unit.named:
            unit.forms.clear()
            types[key].clear()
            unit.named = True
        if name or not unit.named:
            unit.forms[text] += int(n)
            types[key][kind] += int(n)
            if score == score and score is not None:
                unit.score = min(unit.score, float(score))
                sums[key] += float(sure) * int(n)
    for key, unit in units.items():
        unit.type = max(types[key].items(), key=lambda item: (item[1], item[0]))[0]
        unit.sure = sums[key] / unit.n if key in sums and unit.n else unit.score
    return list(units.values())
