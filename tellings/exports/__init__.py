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

__all__ = ["FORMATS", "PLACES", "About", "Format", "about", "nothing", "write"]


@dataclass(frozen=True, slots=True)
class Format:
    """A format.

    Attributes:
        title: what people call it.
        suffix: the end of its files' names.
        mime: its media type.
        writer: from what is taken, and where it comes from, to the bytes of a file.
        take: what is taken of a corpus under filters; it has a length.
        unit: what its length counts, for more than one.
        what: what is in it, in words.
    """

    title: str
    suffix: str
    mime: str
    writer: Callable[[Any, About], bytes]
    take: Callable[[Corpus, Filters], Any]
    unit: str
    what: str


def _articles(*names: str) -> tuple[Callable[[Corpus, Filters], Any], str]:
    """Articles with their rows of these tables."""
    return partial(taken.articles, names=names), "articles"


_ZIP = "application/zip"
_SHEETS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_TSV, _LD = "text/tab-separated-values", "application/ld+json"
_TABLES, _NETWORK = (taken.tables, "tables"), (network.take, "nodes")
_PLACES = (place_records.mentions, "place names")
_COMPANY = "who is named with whom, at most the 1,000 pairs that share most sentences; of a search, the words near it"

_ALL, _REFERENCE = "all tables, a zip with a file each", "a reference for each article"

PLACES = {
    "geojson": Format(
        "GeoJSON", ".geojson", "application/geo+json", geojson.write, *_PLACES, what="a feature for each place name"
    ),
    "lpf": Format(
        "Linked Places (LPF)", ".lpf.json", _LD, linked_places.write, *_PLACES, what="a record for each place, JSON-LD"
    ),
    "lp-tsv": Format("Linked Places (LP-TSV)", ".lp.tsv", _TSV, lp_tsv.write, *_PLACES, what="a row for each place"),
    "places": Format("CSV", ".csv", "text/csv", spreadsheet.place_names, *_PLACES, what="a row for each place name"),
}  # fmt: skip
"""The formats of place names by the name that the command line gives them."""

FORMATS = {
    "csv": Format("CSV", ".csv.zip", _ZIP, tables.csv, *_TABLES, what=_ALL),
    "tsv": Format("TSV", ".tsv.zip", _ZIP, tables.tsv, *_TABLES, what=_ALL),
    "xlsx": Format("XLSX", ".xlsx", _SHEETS, tables.workbook, *_TABLES, what="all tables, a sheet each"),
    "jsonl": Format("JSON lines", ".jsonl.zip", _ZIP, tables.jsonl, *_TABLES, what=_ALL),
    "parquet": Format("Parquet", ".parquet.zip", _ZIP, tables.parquets, *_TABLES, what=_ALL),
    "frictionless": Format(
        "Frictionless data package", ".zip", _ZIP, tables.frictionless, *_TABLES,
        what="all tables with what they are, a zip"
    ),
    "text": Format(
        "plain text", ".txt.zip", _ZIP, articles.text, *_articles(),
        what="the texts with a metadata.csv, a zip that can be brought in again",
    ),
    "tei": Format(
        "TEI P5", ".tei.zip", _ZIP, tei.write, *_articles("blocks", *tei.BESIDE),
        what="a TEI file for each article, with names and quotations, a zip",
    ),
    "conllu": Format(
        "CoNLL-U", ".conllu", "text/plain", words.conllu, *_articles("tokens", "mentions"),
        what="words in a row with the names in them, one file",
    ),
    "iob": Format(
        "IOB", ".iob.zip", _ZIP, words.iob, *_articles("tokens", "mentions"),
        what="words in a row with the names in them, a zip",
    ),
    "webannotation": Format(
        "W3C Web Annotations", ".jsonld", _LD, webannotation.write, *_articles(*webannotation.MARKED),
        what="names, quotations, dates and quantities, for Recogito or Hypothesis",
    ),
    "bibtex": Format("BibTeX", ".bib", "application/x-bibtex", articles.bibtex, *_articles(), what=_REFERENCE),
    "ris": Format("RIS", ".ris", "application/x-research-info-systems", articles.ris, *_articles(), what=_REFERENCE),
    "csl": Format(
        "CSL-JSON", ".csl.json", "application/vnd.citationstyles.csl+json", articles.csl, *_articles(), what=_REFERENCE
    ),
    "gexf": Format("GEXF", ".gexf", "application/gexf+xml", network.gexf, *_NETWORK, what=_COMPANY),
    "graphml": Format("GraphML", ".graphml", "application/graphml+xml", network.graphml, *_NETWORK, what=_COMPANY),
    **PLACES,
}  # fmt: skip
"""All formats."""


def nothing(unit: str) -> str:
    """That no file is made, as nothing would be in it.

    Args:
        unit: what there is none of, as a format calls it.
    """
    return f"the corpus has no {unit} to take; nothing is written"


def write(corpus: Corpus, to: str, filters: Filters | None = None) -> tuple[bytes, int]:
    """A corpus, or what filters let through of it, as the bytes of a file.

    Args:
        corpus: the corpus, corrected or as the machine found it.
        to: a format of :data:`FORMATS`.
        filters: what is taken; None for all.

    Returns:
        The bytes, and how many of the format's `unit` they hold; no tables where none has a row.

    Raises:
        ValueError: there is no such format.
    """
    if to not in FORMATS:
        raise ValueError(f"no format {to!r}; there are {', '.join(FORMATS)}")
    content = FORMATS[to].take(corpus, filters or Filters())
    n = len(content)
    if FORMATS[to].take is taken.tables and not any(map(len, content.values())):
        n = 0
    return FORMATS[to].writer(content, about(corpus)), n
