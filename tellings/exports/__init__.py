"""What a corpus is taken away as. Each format is written by a pure function, from tables to the bytes of a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from tellings.analysis import place_records
from tellings.exports import (
    articles,
    geojson,
    linked_places,
    lp_tsv,
    network,
    spreadsheet,
    tables,
    taken,
    tei,
    webannotation,
    words,
)
from tellings.exports.about import About, about
from tellings.query.filters import Filters
from tellings.store.corpus import Corpus

__all__ = ["FORMATS", "PLACES", "About", "Format", "about", "write"]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: what people call it, what writes it, of what; and for those that the app saves how files are named.

    Attributes:
        writer: from what is taken, and where it comes from, to the bytes of a file.
        take: what is taken of a corpus under filters; it has a length.
        unit: what its length counts.
        suffix: the end of its files' names.
        mime: its media type.
    """

    title: str
    writer: Callable[[Any, About], bytes]
    take: Callable[[Corpus, Filters], Any] = place_records.mentions
    unit: str = "place name"
    suffix: str = ""
    mime: str = ""


def _articles(*names: str) -> tuple[Callable[[Corpus, Filters], Any], str]:
    """Articles with their rows of these tables."""
    return partial(taken.articles, names=names), "article"


_TABLES = (taken.tables, "table")
_NETWORK = (network.take, "entity")

PLACES = {
    "geojson": Format("GeoJSON", geojson.write, suffix=".geojson", mime="application/geo+json"),
    "lpf": Format("Linked Places (LPF)", linked_places.write, suffix=".lpf.json", mime="application/ld+json"),
    "lp-tsv": Format(
        "Linked Places (LP-TSV)", lp_tsv.write, suffix=".lp.tsv", mime="text/tab-separated-values"
    ),
    "places": Format("CSV", spreadsheet.place_names, suffix=".csv", mime="text/csv"),
}
"""The formats of place names by the name that the command line gives them."""

FORMATS = {
    "csv": Format("CSV", tables.csv, *_TABLES),
    "tsv": Format("TSV", tables.tsv, *_TABLES),
    "xlsx": Format("XLSX", tables.workbook, *_TABLES),
    "jsonl": Format("JSON lines", tables.jsonl, *_TABLES),
    "parquet": Format("Parquet", tables.parquets, *_TABLES),
    "frictionless": Format("Frictionless data package", tables.frictionless, *_TABLES),
    "text": Format("plain text", articles.text, *_articles()),
    "tei": Format("TEI P5", tei.write, *_articles("blocks", *tei.BESIDE)),
    "conllu": Format("CoNLL-U", words.conllu, *_articles("tokens", "mentions")),
    "iob": Format("IOB", words.iob, *_articles("tokens", "mentions")),
    "webannotation": Format("W3C Web Annotations", webannotation.write, *_articles(*webannotation.MARKED)),
    "bibtex": Format("BibTeX", articles.bibtex, *_articles()),
    "ris": Format("RIS", articles.ris, *_articles()),
    "csl": Format("CSL-JSON", articles.csl, *_articles()),
    "gexf": Format("GEXF", network.gexf, *_NETWORK),
    "graphml": Format("GraphML", network.graphml, *_NETWORK),
    **PLACES,
}
"""All formats."""


def write(corpus: Corpus, to: str, filters: Filters | None = None) -> tuple[bytes, int]:
    """A corpus, or what filters let through of it, as the bytes of a file.

    Args:
        corpus: the corpus, corrected or as the machine found it.
        to: a format of :data:`FORMATS`.
        filters: what is taken; None for all.

    Returns:
        The bytes, and how many of the format's `unit` they hold.

    Raises:
        ValueError: there is no such format.
    """
    if to not in FORMATS:
        raise ValueError(f"no format {to!r}; there are {', '.join(FORMATS)}")
    found = FORMATS[to].take(corpus, filters or Filters())
    return FORMATS[to].writer(found, about(corpus)), len(found)
