"""What a corpus is taken away as. Each format is written by a pure function, from tables to the bytes of a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from tellings.analysis import place_records
from tellings.exports import geojson, linked_places, lp_tsv, spreadsheet
from tellings.exports.about import About, about
from tellings.query.filters import Filters
from tellings.store.corpus import Corpus

__all__ = ["FORMATS", "About", "Format", "about", "write"]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: what people call it, the end of its files' names, its media type, and what writes it."""

    title: str
    suffix: str
    mime: str
    writer: Callable[[pd.DataFrame, About], bytes]


FORMATS = {
    "geojson": Format("GeoJSON", ".geojson", "application/geo+json", geojson.write),
    "lpf": Format("Linked Places (LPF)", ".lpf.json", "application/ld+json", linked_places.write),
    "lp-tsv": Format("Linked Places (LP-TSV)", ".lp.tsv", "text/tab-separated-values", lp_tsv.write),
    "csv": Format("CSV", ".csv", "text/csv", spreadsheet.place_names),
}
"""The formats by the name that the command line gives them."""


def write(corpus: Corpus, to: str, filters: Filters | None = None) -> tuple[bytes, int]:
    """A corpus, or what filters let through of it, as the bytes of a file.

    Args:
        corpus: the corpus, corrected or as the machine found it.
        to: a format of :data:`FORMATS`.
        filters: what is taken; None for all that is counted.

    Returns:
        The bytes, and how many place names they hold.

    Raises:
        ValueError: there is no such format.
    """
    if to not in FORMATS:
        raise ValueError(f"no format {to!r}; there are {', '.join(FORMATS)}")
    found = place_records.mentions(corpus, filters or Filters())
    return FORMATS[to].writer(found, about(corpus)), len(found)
