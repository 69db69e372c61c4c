"""Articles to be read elsewhere, and to be cited: plain text with its metadata, BibTeX, RIS and CSL-JSON."""

from __future__ import annotations

import csv
import io
import re
from typing import Any

from tellings.cells import inert
from tellings.exports.about import About
from tellings.exports.taken import Article, Row
from tellings.exports.values import encoded, one_line
from tellings.folder.project import zipped

_METADATA = (
    *("title", "publisher", "published", "url", "byline", "section", "edition"),
    *("sha256", "sources_hash", "corrections"),
)
_LATEX = {
    "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "{": r"\{", "}": r"\}",
    **{mark: f"\\{mark}" for mark in "&%$#_"},
}  # fmt: skip
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def text(articles: list[Article], _about: About) -> bytes:
    """A zip of the texts as they are, and a `metadata.csv` by which `annotate` reads them again."""
    files, table = [], io.StringIO()
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(["file", *_METADATA])
    for article in articles:
        row, name = article.row, f"{article.key}.txt"
        files.append((name, str(row["text"]).encode()))
        writer.writerow(map(inert, [name, *(row[column] for column in _METADATA)]))
    return zipped([("metadata.csv", table.getvalue().encode("utf-8-sig")), *files])


def bibtex(articles: list[Article], about: About) -> bytes:
    """A reference for each article, in LaTeX's spelling; titles and bylines stay as they are printed (`{{…}}`)."""
    entries = []
    for article in articles:
        row, day = article.row, article.row["published"]
        known = {
            "title": f"{{{_latex(row['title'] or row['label'])}}}",
            "author": f"{{{_latex(row['byline'])}}}" if one_line(row["byline"]) else "",
            "journal": _latex(row["publisher"]),
            "year": f"{day.year:04}" if day else "",
            "month": _MONTHS[day.month - 1] if day else "",
            "date": day.isoformat() if day else "",
            "url": _latex(row["url"]),
            "note": _latex(_note(row, about)),
        }
        kind = "article" if known["journal"] else "misc"
        fields = "".join(f"  {name} = {{{value}}},\n" for name, value in known.items() if value)
        entries.append(f"@{kind}{{{article.key},\n{fields}}}\n")
    return "\n".join(entries).encode()


def ris(articles: list[Article], about: About) -> bytes:
    """A record for each article, of type `NEWS`."""
    lines = []
    for row in (article.row for article in articles):
        day = row["published"]
        known = [
            ("TY", "NEWS"), ("ID", row["doc_id"]), ("TI", row["title"] or row["label"]), ("AU", row["byline"]),
            ("T2", row["publisher"]), ("PY", day and f"{day.year:04}"), ("DA", day and f"{day:%Y/%m/%d}/"),
            ("LA", row["language"]), ("UR", row["url"]), ("N1", _note(row, about)),
        ]  # fmt: skip
        lines += [f"{tag}  - {one_line(value)}\r\n" for tag, value in known if one_line(value)]
        lines.append("ER  - \r\n\r\n")
    return "".join(lines).encode()


def csl(articles: list[Article], about: About) -> bytes:
    """An item of CSL-JSON for each article, as Zotero and pandoc read them."""
    items = []
    for row in (article.row for article in articles):
        day = row["published"]
        known: dict[str, Any] = {
            "id": row["doc_id"],
            "type": "article-newspaper",
            "title": one_line(row["title"] or row["label"]),
            "author": one_line(row["byline"]) and [{"literal": one_line(row["byline"])}],
            "container-title": one_line(row["publisher"]),
            "section": one_line(row["section"]),
            "edition": one_line(row["edition"]),
            "issued": day and {"date-parts": [[day.year, day.month, day.day]]},
            "language": row["language"],
            "URL": row["url"],
            "note": _note(row, about),
        }
        items.append({name: value for name, value in known.items() if value})
    return encoded(items)


def _note(row: Row, about: About) -> str:
    return f"{row['doc_id']}, characters 0–{row['n_chars']}, of {one_line(about.citation)}"


def _latex(value: Any) -> str:
    return re.sub(r"[\\~^{}&%$#_]", lambda found: _LATEX[found[0]], one_line(value))
