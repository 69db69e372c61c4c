"""What a corpus is taken away as. Each format is written by a pure function, from tables to the bytes of a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
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
    """A format: what people call it, the end of its files' names, its media type, what writes it, of what.

    Attributes:
        writer: from what is taken, and where it comes from, to the bytes of a file.
        take: what is taken of a corpus under filters; it has a length.
        unit: what its length counts.
    """

    title: str
    suffix: str
    mime: str
    writer: Callable[[Any, About], bytes]
    take: Callable[[Corpus, Filters], Any] = place_records.mentions
    unit: str = "place name"


_ZIP = "application/zip"
_TABLES = (taken.tables, "table")
_ARTICLES = (taken.articles, "article")
_NETWORK = (network.take, "entity")

PLACES = {
    "geojson": Format("GeoJSON", ".geojson", "application/geo+json", geojson.write),
    "lpf": Format("Linked Places (LPF)", ".lpf.json", "application/ld+json", linked_places.write),
    "lp-tsv": Format("Linked Places (LP-TSV)", ".lp.tsv", "text/tab-separated-values", lp_tsv.write),
    "places": Format("CSV", ".csv", "text/csv", spreadsheet.place_names),
}
"""The formats of place names by the name that the command line gives them."""

FORMATS = {
    "csv": Format("CSV", ".csv.zip", _ZIP, tables.csv, *_TABLES),
    "tsv": Format("TSV", ".tsv.zip", _ZIP, tables.tsv, *_TABLES),
    "xlsx": Format(
        "XLSX",
        ".xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        tables.workbook,
        *_TABLES,
    ),
    "jsonl": Format("JSON lines", ".jsonl.zip", _ZIP, tables.jsonl, *_TABLES),
    "parquet": Format("Parquet", ".parquet.zip", _ZIP, tables.parquets, *_TABLES),
    "frictionless": Format("Frictionless data package", ".zip", _ZIP, tables.frictionless, *_TABLES),
    "text": Format("plain text", ".txt.zip", _ZIP, articles.text, *_ARTICLES),
    "tei": Format("TEI P5", ".tei.zip", _ZIP, tei.write, *_ARTICLES),
    "conllu": Format("CoNLL-U", ".conllu", "text/plain", words.conllu, *_ARTICLES),
    "iob": Format("IOB", ".iob.zip", _ZIP, words.iob, *_ARTICLES),
    "webannotation": Format(
        "W3C Web Annotations", ".jsonld", "application/ld+json", webannotation.write, *_ARTICLES
    ),
    "bibtex": Format("BibTeX", ".bib", "application/x-bibtex", articles.bibtex, *_ARTICLES),
    "ris": Format("RIS", ".ris", "application/x-research-info-systems", articles.ris, *_ARTICLES),
    "csl": Format(
        "CSL-JSON", ".csl.json", "application/vnd.citationstyles.csl+json", articles.csl, *_ARTICLES
    ),
    "gexf": Format("GEXF", ".gexf", "application/gexf+xml", network.gexf, *_NETWORK),
    "graphml": Format("GraphML", ".graphml", "application/graphml+xml", network.graphml, *_NETWORK),
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
