"""The formats that are read: what they are called, by which endings they are known, what reads them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from tellings.corpus import books, markdown, office, pages, pdf, records, tables, texts, webarchives, xml
from tellings.corpus.documents import Document, Problem
from tellings.corpus.entries import Entry, Limits


class Format(NamedTuple):
    """A kind of file that holds articles.

    Attributes:
        name: what people call it.
        endings: of its files, in lower case.
        read: takes the file, what `metadata.csv` says of it, and the largest sizes; yields
            documents and problems; raises SourceError with why it cannot be read, whatever the bytes are.
        one: is a file one article, so that `metadata.csv` and the file's name speak of it?
    """

    name: str
    endings: tuple[str, ...]
    read: Callable[[Entry, Mapping[str, str], Limits], Iterator[Document | Problem]]
    one: bool


FORMATS = (
    Format("text", (".txt", ".text"), texts.read, one=True),
    Format("Markdown", (".md", ".markdown"), markdown.read, one=True),
    Format("HTML", (".html", ".htm", ".xhtml"), pages.read, one=True),
    Format("DOCX", (".docx", ".docm"), office.read_docx, one=True),
    Format("RTF", (".rtf",), office.read_rtf, one=True),
    Format("ODT", (".odt",), office.read_odt, one=True),
    Format("PDF", (".pdf",), pdf.read, one=True),
    Format("EPUB", (".epub",), books.read, one=False),
    Format("CSV", (".csv", ".tsv", ".tab"), tables.read_csv, one=False),
    Format("spreadsheet", (".xlsx", ".xlsm", ".xls", ".ods"), tables.read_sheet, one=False),
    Format("JSON", (".json",), tables.read_json, one=False),
    Format("JSON Lines", (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz"), records.read, one=False),
    Format("Parquet", (".parquet",), tables.read_parquet, one=False),
    Format("RIS", (".ris", ".enw", ".bib"), texts.read, one=False),
    Format("TEI", (".xml", ".tei"), xml.read, one=True),
    Format("WARC", (".warc", ".warc.gz"), webarchives.read, one=False),
)


def of(name: str) -> Format | None:
    """The format of a file by its name; None where it has none that is read."""
    return next((format for format in FORMATS if name.lower().endswith(format.endings)), None)


_SIGNS = ((b"%PDF-", "PDF"), (b"{\\rtf", "RTF"), (b"PAR1", "Parquet"), (b"WARC/", "WARC"))
_HTML = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_PACKED = (
    (b"word/document.xml", "DOCX"),
    (b"xl/workbook.", "spreadsheet"),
    (b"mimetypeapplication/vnd.oasis.opendocument.text", "ODT"),
    (b"mimetypeapplication/epub+zip", "EPUB"),
)
"""What stands in the list of a packed file, or at its beginning."""
_GUESSED = frozenset({"PDF", "RTF", "HTML", *(name for _, name in _PACKED)})
"""What a file may be that is called otherwise: many programs save it under any ending."""


_RECORDS = frozenset({"text", "CSV", "spreadsheet", "JSON", "JSON Lines"})
"""What holds records may be called as another kind that does, or as text."""
_JSON = re.compile(rb'\s*(?:\[\s*\{|\{\s*\n)\s*"[^"\n]*"\s*:')
_JSON_LINE = re.compile(rb'\s*\{ *"[^"\n]*" *:')
_NEXT_LINE = re.compile(rb'\n\{ *"')
_MARKED = frozenset({"HTML", "RTF", "DOCX", "PDF"})
_PLAIN = re.compile(rb"(?!PK)[^\0<]+", re.DOTALL)
"""Text without an element in it, whatever it is called."""


def by_content(head: bytes, named: Format | None) -> Format | None:
    """The format of a file by its first bytes, where they tell it; else the one that its name says.

    Args:
        head: its first bytes; of a packed file the last ones too.
        named: the format that its ending says.
    """
    head = head.removeprefix(b"\xef\xbb\xbf")
    signs = [name for begin, name in _SIGNS if head.lstrip()[:8].startswith(begin)]
    signs += [name for part, name in _PACKED if head.startswith(b"PK") and part in head]
    sign = next(iter(signs), "HTML" if _HTML.match(head) else "")
    if not sign and named is not None and named.name in _RECORDS and (kind := _records(head, named.name)):
        return next(format for format in FORMATS if format.name == kind)
    if not sign and named is not None and named.name in _MARKED and _PLAIN.fullmatch(head):
        return FORMATS[0]
    if not sign or (named is not None and (named.name == sign or named.name in ("TEI", "Markdown", "WARC"))):
        return named
    return (
        next(format for format in FORMATS if format.name == sign)
        if sign in _GUESSED or named is None
        else named
    )


def _records(head: bytes, named: str) -> str:
    """Which format of records the first bytes show, of a file that is called as one; "" where they show none."""
    if _JSON.match(head):
        return "JSON"
    if _JSON_LINE.match(head):
        return "JSON" if named == "JSON" and not _NEXT_LINE.search(head) else "JSON Lines"
    return "CSV" if named == "spreadsheet" and _PLAIN.fullmatch(head) else ""
