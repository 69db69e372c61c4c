"""From what a reader finds in a file to documents: the articles of an export, or the one that the file is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tellings.corpus.databases import beginnings, exports, guessed
from tellings.corpus.databases.articles import Article
from tellings.corpus.databases.exports import Export
from tellings.corpus.databases.lines import Line, as_printed, paragraphs
from tellings.corpus.documents import Document, Known, Problem, digest, usable
from tellings.corpus.entries import Entry, Limits, load, too_large
from tellings.corpus.publication_dates import UndecidedDateError, order_of, read_date
from tellings.plural import several
from tellings.settings import VERSION

Part = tuple[str, str]
"""The kind of a block, empty where it is told by its form, and what it says."""


@dataclass(frozen=True)
class Found:
    """What a reader found in a file.

    Attributes:
        lines: all of it, by which an export is recognised.
        wrapped: are lines broken at a fixed width?
        parts: the blocks of the article that it is, where it is no export.
        known: what the file knows of that article.
        remarks: what is to be said of it: reason and action.
        article: gives the parts and what is known, where finding them takes long and an export has no need of it.
    """

    lines: Sequence[Line] = ()
    wrapped: bool = False
    parts: Sequence[Part] = ()
    known: Mapping[str, str] = field(default_factory=dict)
    remarks: Sequence[tuple[str, str]] = ()
    article: Callable[[], tuple[Sequence[Part], Mapping[str, str]]] | None = None


def read(
    entry: Entry, fields: Mapping[str, str], limits: Limits, extract: Callable[[bytes], Found], reader: str
) -> Iterator[Document | Problem]:
    """The articles of a file, or why there is none.

    Args:
        entry: the file.
        fields: what `metadata.csv` says of it; it wins over what the file knows, where it is one article.
        limits: a larger file or article is left out.
        extract: reads its bytes.
        reader: what reads it: format and library.

    Raises:
        SourceError: it cannot be read.
    """
    content = extract(load(entry, limits.file))
    export = export_of(content.lines, limits, wrapped=content.wrapped)
    yield from not_so(export, entry, limits)
    for reason, action in content.remarks:
        yield Problem(entry.name, reason, action, None if export else entry.path.stem)
    if export is not None:
        yield from of_export(export, entry, limits, reader)
        return
    parts, known = content.article() if content.article else (content.parts, content.known)
    yield from of_parts(
        entry.path.stem,
        parts or of_lines(content.lines),
        entry.name,
        {**known, **fields},
        limits=limits,
        reader=reader,
    )


def export_of(lines: Sequence[Line], limits: Limits, *, wrapped: bool) -> Export | None:
    """The articles of a file that holds several: as is taught, else as a database exports them; None for any other."""
    return (
        beginnings.part(lines, limits.taught)
        or exports.read(lines, wrapped=wrapped)
        or guessed.part(lines, wrapped=wrapped)
    )


def not_so(export: Export | None, entry: Entry, limits: Limits) -> Iterator[Problem]:
    """What is said where a line was taught with which articles begin, and a file has none like it."""
    if limits.taught.begins and not (export and export.taught):
        reason = f"no line of it is like {' or '.join(map(repr, limits.taught.begins))}"
        done = "read by the form of its database" if export else "read as one article"
        yield Problem(entry.name, reason, done, None if export else entry.path.stem)


def of_lines(lines: Sequence[Line]) -> list[Part]:
    """The blocks of lines of which nothing more is known: their paragraphs."""
    return [("", as_printed(paragraph)) for paragraph in paragraphs(lines)]


def marked(lines: Sequence[Line], kind_of: Callable[[str], str]) -> tuple[list[Part], str]:
    """The blocks of lines whose marks say what they are, and the headline; the first heading is that.

    Args:
        lines: of one article.
        kind_of: the kind of a block by the mark of its first line.
    """
    parts: list[Part] = []
    title = ""
    for paragraph in paragraphs(lines):
        kind, said = kind_of(paragraph[0].mark), as_printed(paragraph)
        if kind == "headline" and title:
            kind = "subheading"
        elif kind == "headline":
            title = " ".join(said.split())
        parts.append((kind, said))
    return parts, title


def of_parts(
    doc_id: str,
    parts: Sequence[Part],
    source: str,
    known: Mapping[str, object],
    *,
    limits: Limits,
    reader: str,
    part: str | None = None,
) -> Iterator[Document | Problem]:
    """The document of these blocks, a blank line between them; none where it is too long or has no words."""
    text, blocks = "", list[Known]()
    for kind, said in parts:
        said = said.strip()
        if said:
            text += "\n\n" * bool(text)
            blocks.append((len(text), len(text) + len(said), kind))
            text += said
    told = any(kind for _, _, kind in blocks)
    if (size := len(text.encode("utf-8", "surrogatepass"))) > limits.document:
        yield Problem(source, f"it {too_large(size, limits.document)}", "skipped", doc_id)
        return
    yield from usable(
        Document(
            doc_id,
            text,
            source,
            digest(text.encode("utf-8", "replace")),
            part=part,
            reader=f"{reader}; Tellings {VERSION}",
            blocks=tuple(blocks) if told else (),
        ),
        known,
    )


def of_export(export: Export, entry: Entry, limits: Limits, reader: str) -> Iterator[Document | Problem]:
    """The documents of an export's articles, and what is wrong with it."""
    name, n = entry.name, len(export.articles)
    stem = re.sub(r"\s+", " ", entry.path.stem).strip()
    if not n:
        reason = (
            f"it is a list or a cover of {export.name} without an article; download the articles themselves"
        )
        yield Problem(name, reason, "skipped")
        return
    if export.announced is not None and export.announced > n:
        reason = (
            f"it says that it has {several(export.announced, 'article')} and holds {n}; download the rest"
        )
        yield Problem(name, reason, f"{several(n, 'article')} read")
    if export.guessed:
        reason = (
            f"no form knows it; it seems to be {export.name}; teach the line with which they begin if not"
        )
        yield Problem(name, reason, f"{several(n, 'article')} read")
    if export.above:
        reason = f"it has {several(export.above, 'line')} before its first article"
        yield Problem(name, reason, "left out")
    for reason, action in _left(export.left):
        yield Problem(name, reason, action)
    order = order_of(article.known.get("published", "") for article in export.articles) or export.order
    width = len(str(n))
    for number, article in enumerate(export.articles, 1):
        doc_id = f"{stem}-{number:0{width}}" if n > 1 else stem
        known = dict(article.known)
        problems = [] if export.taught else _lacks(article, cut_off=export.cut_off and number == n)
        try:
            day = read_date(known.get("published"), order)
        except (UndecidedDateError, ValueError) as err:
            day = None
            problems.append((f"published: {err}", "left empty"))
        known["published"] = day.isoformat() if day else ""
        if known.get("url") and not re.match("https?://", known["url"]):
            del known["url"]
        part = f"article {number} of {n}" if n > 1 else None
        read_by = f"{export.name}, {reader}"
        blocks = _parts(article, "" if export.taught else "paragraph")
        for item in of_parts(doc_id, blocks, name, known, limits=limits, reader=read_by, part=part):
            yield item
            if isinstance(item, Document):
                yield from (Problem(name, reason, action, doc_id) for reason, action in problems)


def _parts(article: Article, kind: str) -> list[Part]:
    """The blocks of an article, and its text in blocks of a kind."""
    heads = [
        ("headline", "title"),
        ("subheading", "highlight"),
        ("byline", "byline"),
        ("metadata", "dateline"),
    ]
    above = [(kind, article.known[name]) for kind, name in heads if article.known.get(name)]
    kind = "caption" if article.only == "graphic" else kind
    return [*above, *((kind, text) for text in article.paragraphs)]


def _lacks(article: Article, *, cut_off: bool) -> list[tuple[str, str]]:
    """What an article of an export has not: reason and action."""
    remarks = [*_left(article.left)]
    if cut_off:
        remarks.append(("the export ends within this article; download it again", "kept as far as it goes"))
    if article.only == "graphic":
        remarks.append(("it is a graphic without a text", "its caption is kept"))
    elif article.only == "abstract":
        remarks.append(
            ("the export has no text of it; download it with its full text", "its abstract is kept")
        )
    elif not article.paragraphs:
        remarks.append(("the export has no text of it", "its headline is kept"))
    lacking = [
        name
        for name, key in (("headline", "title"), ("outlet", "publisher"), ("date", "published"))
        if not article.known.get(key)
    ]
    if lacking:
        remarks.append((f"the export names no {' and no '.join(lacking)} of it", "left empty"))
    return remarks


def _left(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    if said := [repr(line) for line in lines if any(ch.isalnum() for ch in line)]:
        yield f"it has lines beside the text: {', '.join(said)}", "left out"
