"""W3C Web Annotations (https://www.w3.org/TR/annotation-model/): what is marked in articles, as one file."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from tellings.exports.about import About
from tellings.exports.taken import Article, Row
from tellings.exports.values import encoded, entry

MARKED = {"mentions": "", "quotations": "quotation, ", "dates": "", "quantities": "quantity"}
"""The tables whose spans are told, and how each is tagged before its type or kind."""
_AROUND = 32
"""Characters of the text before and behind a span that are told with it."""


def write(articles: list[Article], about: About) -> bytes:
    """An `AnnotationPage` of the names, quotations, dates and quantities of articles.

    A target is found by its offsets (code points, half-open) and by its words with those around them; its source is the
    article's address in the web, or a name for the article where it has none.
    """
    items = [
        _annotation(article, name, row, about)
        for article in articles
        for name in MARKED
        for row in article.tables[name]
    ]
    return encoded(
        {
            "@context": ["http://www.w3.org/ns/anno.jsonld", {"tellings": "urn:tellings:"}],
            "id": _urn(about),
            "type": "AnnotationPage",
            "tellings:about": about.said(),
            "items": items,
        }
    )


def _annotation(article: Article, name: str, row: Row, about: About) -> dict[str, Any]:
    text, start, end = str(article.row["text"]), row["start"], row["end"]
    words = {"type": "TextQuoteSelector", "exact": text[start:end]}
    words |= {"prefix": text[max(0, start - _AROUND) : start], "suffix": text[end : end + _AROUND]}
    doc = _urn(about, article.row["doc_id"])
    tag = MARKED[name] + str(row.get("kind") or row.get("type") or "")
    body: list[Any] = [{"type": "TextualBody", "purpose": "tagging", "value": tag}]
    named = {kind: row.get("entity", {}).get(name) for kind, name in (("gn", "geonames"), ("wd", "wikidata"))}
    uris = [entry(f"{kind}:{value}") for kind, value in named.items() if value]
    body += [{"id": uri, "purpose": "identifying"} for uri in uris]
    return {
        "id": f"{doc}:{name}:{start}-{end}:{quote(str(row.get('mention_id') or row.get('quote_id') or ''), safe='')}",
        "type": "Annotation",
        "motivation": "identifying" if uris else "tagging",
        "body": body,
        "target": {
            "source": row["url"] or doc,
            "selector": [{"type": "TextPositionSelector", "start": start, "end": end}, words],
        },
        "tellings:doc_id": article.row["doc_id"],
        "tellings:outlet": row["outlet"],
        "tellings:sources_hash": row["sources_hash"],
        "tellings:corrections": row["corrections"],
        "tellings:entity": row.get("entity_id") or row.get("speaker_id"),
    }


def _urn(about: About, *parts: str) -> str:
    return ":".join(
        ["urn:tellings", about.sources_hash[:16] or "0", *(quote(part, safe="") for part in parts)]
    )
