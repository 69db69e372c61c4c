"""WARC: pages as a crawler kept them, each an article with its address and, where the page names none, no date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.util import find_spec

from tellings.corpus import found, markup, pages
from tellings.corpus.documents import Document, Problem
from tellings.corpus.entries import UNREADABLE, Entry, Limits, said, too_large
from tellings.errors import SourceError

_HTML = ("text/html", "application/xhtml")


def read(entry: Entry, _fields: Mapping[str, str], limits: Limits) -> Iterator[Document | Problem]:
    """The articles of a WARC file: a document for each page that was answered with HTML."""
    if find_spec("warcio") is None:
        reason = "WARC files are read with warcio, which is not installed; call pip install warcio==1.8.1"
        yield Problem(entry.name, reason, "skipped")
        return
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    n = 0
    try:
        with entry.open() as stream:
            for record in ArchiveIterator(stream):
                headers = record.http_headers
                if record.rec_type != "response" or headers is None or headers.get_statuscode() != "200":
                    continue
                if not str(headers.get_header("Content-Type", "")).lower().startswith(_HTML):
                    continue
                n += 1
                address = str(record.rec_headers.get_header("WARC-Target-URI") or "")
                yield from _page(
                    record.content_stream().read(limits.file),
                    address,
                    f"{entry.path.name.split('.')[0]}-{n}",
                    entry,
                    limits,
                )
    except (*UNREADABLE, ArchiveLoadFailed) as err:
        yield Problem(entry.name, f"it cannot be read to its end ({said(err)})", "the rest is skipped")
    if not n:
        yield Problem(entry.name, "it holds no page in HTML", "nothing to read")


def _page(
    data: bytes, address: str, doc_id: str, entry: Entry, limits: Limits
) -> Iterator[Document | Problem]:
    try:
        if len(data) >= limits.file:
            raise SourceError(too_large(None, limits.file, "file"))
        root, source = markup.parsed(data)
    except SourceError as err:
        yield Problem(entry.name, f"{address} {err}", "skipped")
        return
    parts, about = pages.article(source, address)
    parts = parts or found.of_lines(markup.lines(root))
    known = {**about, "url": about.get("url") or address}
    yield from found.of_parts(
        doc_id,
        parts,
        entry.name,
        known,
        limits=limits,
        reader=f"WARC, {pages.reader()}",
        part=address or None,
    )
