"""Place names gathered by place: what a gazetteer's records are made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from tellings.corpus.documents import web_address
from tellings.exports.about import About
from tellings.exports.values import plain, position
from tellings.plural import several

FEATURE_CLASS = {"country": "A", "region": "A", "city": "P", "facility": "S", "water": "H", "area": "L"}
"""GeoNames' feature class of each kind of place."""


@dataclass(frozen=True, slots=True)
class Form:
    """A printed form of a place: how often, from when to when, and where first, with its address in the web."""

    text: str
    n: int
    first: str | None
    last: str | None
    source: str
    url: str | None
    mention_id: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place with all its printed forms, the most frequent first."""

    place_id: str
    name: str
    kind: str
    country: str | None
    region: str | None
    at: list[float] | None
    wikidata: str | None
    n: int
    n_documents: int
    first: str | None
    last: str | None
    forms: tuple[Form, ...]

    @property
    def links(self) -> list[str]:
        """The place in other gazetteers, by their prefixes."""
        ids = [self.place_id] if self.place_id.startswith("gn:") else []
        return [*ids, f"wd:{self.wikidata}"] if self.wikidata else ids

    def told(self, about: About) -> str:
        """How often it is named, and where, in words."""
        return (
            f"Named {several(self.n, 'time')} in {several(self.n_documents, 'article')} of {about.citation}"
        )


def places(mentions: pd.DataFrame) -> Iterator[Place]:
    """The places that are named, the most named first; names that could not be placed are none.

    Demonyms are no names of a place and are left out of its forms; a place with no other form is left out.

    Args:
        mentions: `analysis.place_records.mentions`.
    """
    named = mentions[mentions.place_id.notna() & (mentions.use != "demonym")]
    sizes = named.groupby("place_id", sort=True).size().sort_values(ascending=False, kind="stable")
    groups = dict(iter(named.groupby("place_id")))
    for place_id in sizes.index:
        yield _place(str(place_id), groups[place_id])


def _place(place_id: str, rows: pd.DataFrame) -> Place:
    row: Any = rows.iloc[0]
    counts = rows.groupby("text", sort=True).size().sort_values(ascending=False, kind="stable")
    first, last = _span(rows)
    wikidata = rows.wikidata.dropna()
    return Place(
        place_id=place_id,
        name=str(plain(row["name"]) or row["text"]),
        kind=str(plain(row["kind"]) or "area"),
        country=plain(row["country_code"]),
        region=plain(row["admin1_code"]),
        at=position(row["lon"], row["lat"]),
        wikidata=str(wikidata.iloc[0]) if len(wikidata) else None,
        n=len(rows),
        n_documents=int(rows.doc_id.nunique()),
        first=first,
        last=last,
        forms=tuple(_form(str(text), rows[rows.text == text]) for text in counts.index),
    )


def _form(text: str, rows: pd.DataFrame) -> Form:
    row: Any = rows.iloc[0]
    first, last = _span(rows)
    said = [plain(row["publisher"]) or "publisher unknown", plain(row["published"]) or "date unknown"]
    source = f"{row['label']}, {', '.join(said)}, {row['doc_id']}, characters {row['start']}–{row['end']}"
    url, mention = web_address(row["url"]), str(row["mention_id"])
    return Form(text, len(rows), first=first, last=last, source=source, url=url, mention_id=mention)


def _span(rows: pd.DataFrame) -> tuple[str | None, str | None]:
    days = sorted(day for day in map(plain, rows.published) if day)
    return (str(days[0]), str(days[-1])) if days else (None, None)
