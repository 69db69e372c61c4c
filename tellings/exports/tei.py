"""TEI P5 (https://tei-c.org/guidelines/p5/), an article a file: names and quotations in it, all spans beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from lxml import etree

from tellings.exports.about import About
from tellings.exports.taken import Article, Row
from tellings.exports.values import entry, in_xml, one_line
from tellings.folder.project import zipped
from tellings.schema import PLACE_TYPES, SPEECH_KINDS

_TEI, _XML = "{http://www.tei-c.org/ns/1.0}", "{http://www.w3.org/XML/1998/namespace}"
BESIDE = ("mentions", "quotations", "toponyms", "dates", "quantities")
_NAMED = {
    "person": "persName", "organisation": "orgName",
    **dict.fromkeys(PLACE_TYPES, "placeName"),
}  # fmt: skip
_NAMES = frozenset(f"{_TEI}{tag}" for tag in (*_NAMED.values(), "name"))
"""Elements that hold no quotations."""


def write(articles: list[Article], about: About) -> bytes:
    """A zip with a TEI file for each article.

    The text of its `body`, all elements taken away, is the article's text (a character that XML does not know is
    U+FFFD). Names (`persName`, `orgName`, `placeName`, `name`) and quotations (`said` with `@who`, else `quote`) stand
    in it where they nest; in `standOff` each span is a `span` whose `@target` is a `string-range()` of the body.
    """
    trees = ((article.key, _article(article, about).getroottree()) for article in articles)
    return zipped(
        (f"{key}.xml", etree.tostring(tree, encoding="utf-8", xml_declaration=True)) for key, tree in trees
    )


def _article(article: Article, about: About) -> Any:
    root = etree.Element(f"{_TEI}TEI", nsmap={None: _TEI[1:-1]})
    _header(root, article, about)
    body = _add(_add(root, "text"), "body")
    body.set(f"{_XML}id", "text")
    body.set(f"{_XML}space", "preserve")
    text = in_xml(str(article.row["text"]))
    ends = [*(block["start"] for block in article.tables["blocks"][1:]), len(text)]
    start = 0
    for end in ends:
        _marked(_add(body, "p"), text, start, end, article)
        start = end
    _beside(root, article)
    return root


def _header(root: Any, article: Article, about: About) -> None:
    row = article.row
    described = _add(_add(root, "teiHeader"), "fileDesc")
    title = _add(described, "titleStmt")
    _add(title, "title", row["title"] or row["label"])
    published = _add(described, "publicationStmt")
    _add(published, "p", f"{about.citation} {about.licence}")
    source = _add(_add(described, "sourceDesc"), "bibl")
    _add(source, "title", row["title"] or row["label"])
    for name, value in (("author", row["byline"]), ("publisher", row["publisher"])):
        if value:
            _add(source, name, value)
    if row["published"]:
        _add(source, "date", row["published"].isoformat()).set("when", row["published"].isoformat())
    if row["url"]:
        _add(source, "ptr").set("target", in_xml(row["url"]))
    for name in ("doc_id", "outlet", "sha256", "sources_hash", "corrections"):
        _add(source, "idno", str(row[name])).set("type", name)


def _marked(paragraph: Any, text: str, start: int, end: int, article: Article) -> None:
    """Write a piece of the text with the spans in it that nest, the longer around the shorter."""
    opened: list[tuple[int, Any]] = [(end, paragraph)]
    at = start

    def say(until: int) -> None:
        nonlocal at
        holder = opened[-1][1]
        if len(holder):
            holder[-1].tail = (holder[-1].tail or "") + text[at:until]
        else:
            holder.text = (holder.text or "") + text[at:until]
        at = until

    for span, tag, attributes in _spans(article, start, end):
        while opened[-1][0] <= span["start"]:
            say(opened[-1][0])
            opened.pop()
        last, holder = opened[-1]
        if span["end"] > last or (tag in ("said", "quote") and holder.tag in _NAMES):
            continue
        say(span["start"])
        element = _add(opened[-1][1], tag)
        for name, value in attributes.items():
            element.set(name, value)
        opened.append((span["end"], element))
    while opened:
        say(opened[-1][0])
        opened.pop()


def _spans(article: Article, start: int, end: int) -> Iterator[tuple[Row, str, dict[str, str]]]:
    spans: list[tuple[Row, str, dict[str, str]]] = []
    for row in article.tables["quotations"]:
        who = {"who": _uri(row["speaker_id"])} if row["speaker_id"] else {}
        spans.append((row, "said", who) if row["kind"] in SPEECH_KINDS else (row, "quote", {}))
    for row in article.tables["mentions"]:
        if row["form"] == "name":
            ref = {"ref": _uri(row["entity_id"])} if row["entity_id"] else {}
            spans.append((row, _NAMED.get(row["type"], "name"), ref))
    inside = [one for one in spans if start <= one[0]["start"] < one[0]["end"] <= end]
    yield from sorted(inside, key=lambda one: (one[0]["start"], -one[0]["end"]))


def _beside(root: Any, article: Article) -> None:
    beside = etree.Element(f"{_TEI}standOff")
    for name in (name for name in BESIDE if article.tables[name]):
        group = _add(beside, "spanGrp")
        group.set("type", name)
        for row in article.tables[name]:
            span = _add(group, "span", article.words(row))
            span.set("target", f"#string-range(text,{row['start']},{row['end'] - row['start']})")
            if kind := row.get("kind") or row.get("type"):
                span.set("type", str(kind))
            if key := row.get("entity_id") or row.get("speaker_id") or row.get("place_id"):
                span.set("corresp", _uri(key))
    if len(beside):
        root.insert(1, beside)


def _uri(key: str) -> str:
    """An entity as an address: in GeoNames where its id is of there, else a name of its own."""
    kind, _, value = key.partition(":")
    return entry(key) or f"urn:tellings:{kind}:{quote(value, safe='')}"


def _add(parent: Any, tag: str, text: Any = None) -> Any:
    element = etree.SubElement(parent, f"{_TEI}{tag}")
    if text is not None:
        element.text = in_xml(text if tag == "span" else one_line(text))
    return element
