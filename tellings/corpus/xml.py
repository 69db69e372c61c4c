"""XML from outside, parsed without entities, files or network; TEI, whose texts are articles, and EndNote's records."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from lxml import etree

from tellings.corpus import found
from tellings.corpus.databases.lines import Line
from tellings.corpus.documents import Document, Problem, digest, usable
from tellings.corpus.entries import Entry, Limits, load, said, too_large
from tellings.errors import SourceError
from tellings.settings import VERSION

HEAD = 100_000
"""Bytes in which a definition of entities begins."""
_BLOCKS = {
    "head": "subheading",
    "byline": "byline",
    "dateline": "metadata",
    "docDate": "metadata",
    "figDesc": "caption",
}
_ENDNOTE = {
    "%A": ("contributors/authors/author",),
    "%T": ("titles/title",),
    "%J": ("titles/secondary-title", "periodical/full-title"),
    "%D": ("dates/year",),
    "%8": ("dates/pub-dates/date",),
    "%&": ("section",),
    "%G": ("language",),
    "%U": ("urls/related-urls/url", "urls/web-urls/url"),
    "%X": ("abstract", "research-notes", "notes"),
}
"""Where in a record of EndNote's XML stands what its tagged format has under a sign; the first place that has any."""
_PARAGRAPHS = frozenset("p ab l item cell salute signed".split())


def parsed(data: bytes) -> Any:
    """The root of an XML file.

    Raises:
        SourceError: it is no XML, or defines entities, by which a small file may grow without end.
    """
    refuse_entities(data)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as err:
        raise SourceError(f"is no XML that can be read ({said(err)[:100]}); save it again") from err


def refuse_entities(data: bytes) -> None:
    """Refuse XML by its beginning: a library may expand the entities that it defines.

    Raises:
        SourceError: it defines some.
    """
    head = data[:HEAD].upper()
    if b"<!ENTITY" in head or b"<\0!\0E\0N\0T\0I" in head:
        raise SourceError("defines entities, which are not expanded; save it without its DOCTYPE")


def read(entry: Entry, fields: Mapping[str, str], limits: Limits) -> Iterator[Document | Problem]:
    """The articles of a TEI file, each `TEI` element with a text; or of EndNote's XML, each record with one."""
    root = parsed(load(entry, limits.file))
    if records := root.findall("records/record"):
        export = found.export_of([*chain.from_iterable(map(_tagged, records))], limits, wrapped=False)
        if export is None:
            raise SourceError("has records of EndNote without a text; export them with abstracts or notes")
        yield from found.of_export(export, entry, limits, "EndNote XML")
        return
    texts = [tei for tei in root.iter("{*}TEI", "{*}TEI.2") if tei.find("{*}text") is not None]
    if not texts:
        raise SourceError(
            f"is XML ({etree.QName(root).localname}) but no TEI; of XML only TEI and EndNote’s is read"
        )
    for number, tei in enumerate(texts, 1):
        several = len(texts) > 1
        doc_id = f"{entry.path.stem}-{number:0{len(str(len(texts)))}}" if several else entry.path.stem
        known = {**_known(tei), **({} if several else fields)}
        if tei.find(".//{*}idno[@type='sources_hash']") is not None:  # one that Tellings wrote
            yield from _ours(tei, entry, known, limits)
            continue
        parts = list(_parts(tei.find("{*}text"), str(known.get("title", ""))))
        part = f"text {number} of {len(texts)}" if several else None
        yield from found.of_parts(doc_id, parts, entry.name, known, limits=limits, reader="TEI", part=part)


def _tagged(record: Any) -> Iterator[Line]:
    """A record of EndNote's XML in the lines of its tagged format."""
    said: dict[str, list[str]] = {}
    for tag, paths in _ENDNOTE.items():
        places = (
            [text for one in record.iterfind(path) if (text := "".join(one.itertext()).strip())]
            for path in paths
        )
        said[tag] = next(filter(None, places), [])
    if not any(re.search(r"\d{4}", day) for day in said["%8"]):
        said["%8"] = [f"{day} {year}" for day, year in zip(said["%8"], said["%D"], strict=False)]
    yield Line("%0 Newspaper Article")
    for tag, values in said.items():
        lines = [line.strip() for value in values for line in value.splitlines() if line.strip()]
        printed = lines if tag == "%X" or not lines else ["; ".join(lines)]
        yield from (Line(line if i else f"{tag} {line}") for i, line in enumerate(printed))


def _known(tei: Any) -> dict[str, str]:
    """What the header says of the article: of its source where it describes one, else of the file."""
    header = tei.find("{*}teiHeader")
    if header is None:
        return {}
    where = [*header.iter("{*}sourceDesc"), *header.iter("{*}fileDesc")]

    def first(*paths: str) -> str:
        for path in paths:
            for place in where:
                for element in place.iterfind(path):
                    if value := element.get("when") or " ".join("".join(element.itertext()).split()):
                        return value
        return ""

    return {
        "title": first(".//{*}analytic/{*}title", ".//{*}titleStmt/{*}title", ".//{*}title[@level='a']"),
        "publisher": first(
            ".//{*}monogr/{*}title",
            ".//{*}title[@level='j']",
            ".//{*}publicationStmt/{*}publisher",
            ".//{*}publisher",
        ),
        "published": first(".//{*}imprint/{*}date", ".//{*}date[@when]", ".//{*}date"),
        "byline": first(".//{*}analytic/{*}author", ".//{*}titleStmt/{*}author", ".//{*}author"),
        "url": first(".//{*}idno[@type='URL']", ".//{*}idno[@type='url']") or _pointed(where),
    }


def _pointed(where: Iterable[Any]) -> str:
    """The address to which a description of the source points."""
    pointers = (pointer for place in where for pointer in place.iter("{*}ptr", "{*}ref"))
    return next((str(pointer.get("target")) for pointer in pointers if pointer.get("target")), "")


def _ours(
    tei: Any, entry: Entry, known: Mapping[str, object], limits: Limits
) -> Iterator[Document | Problem]:
    """The article of a file that Tellings wrote: its body without elements is the text."""
    text = "".join(tei.find(".//{*}body").itertext())
    if len(text) > limits.document:
        yield Problem(entry.name, f"it {too_large(None, limits.document)}", "skipped")
        return
    doc_id = tei.findtext(".//{*}idno[@type='doc_id']") or entry.path.stem
    yield from usable(
        Document(doc_id, text, entry.name, digest(text.encode()), reader=f"TEI; Tellings {VERSION}"), known
    )


def _parts(text: Any, title: str) -> Iterator[found.Part]:
    """The blocks of a text; notes and what is within a block already are passed over."""
    for element in text.iter("{*}*"):
        name = etree.QName(element).localname
        if name not in _BLOCKS and name not in _PARAGRAPHS:
            continue
        if any(
            etree.QName(a).localname in {*_BLOCKS, *_PARAGRAPHS, "note", "teiHeader"}
            for a in element.iterancestors()
        ):
            continue
        said = " ".join("".join(_seen(element)).split())
        kind = _BLOCKS.get(name, "paragraph")
        if kind == "subheading" and said.casefold() == title.casefold():
            kind = "headline"
        if said:
            yield kind, said


def _seen(element: Any) -> Iterator[str]:
    if etree.QName(element).localname == "lb":
        yield " "
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and etree.QName(child).localname != "note":
            yield from _seen(child)
        yield child.tail or ""
