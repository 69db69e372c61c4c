"""The report as one HTML file: it opens with no network, runs nothing, and prints on A4 and Letter."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from tellings import settings
from tellings.analysis.evidence import Passage
from tellings.corpus.documents import web_address
from tellings.exports.markup import escape, marked
from tellings.exports.report import Figure, Group, Report, Table, View, svg
from tellings.plural import several

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'"
_FONTS = {"Source Sans 3": "source-sans-3", "Source Serif 4": "source-serif-4"}


def write(report: Report) -> bytes:
    """The report as HTML."""
    style = Path(__file__).with_suffix(".css").read_text("utf-8")
    contents = "".join(
        f'<li><a href="#{view.anchor}">{escape(view.shown.title)}</a></li>' for view in report.views
    )
    parts = [
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(report.title)}</title><style>{''.join(_faces())}{style}</style></head><body>",
        f"<header><h1>{escape(report.title)}</h1><p>{escape(report.about.title)} · {_views(report)} · "
        f"{escape(report.hash)}</p><p class='note'>{escape(_layer(report))}</p></header>",
        f'<nav aria-label="Contents"><ol>{contents}</ol><p><a href="#method">How this was found</a></p></nav><main>',
        *(part for number, view in enumerate(report.views, 1) for part in _view(view, number, report)),
        *_method(report),
        "</main></body></html>\n",
    ]
    return "".join(parts).encode("utf-8", "replace")


def _faces() -> Iterator[str]:
    for family, name in _FONTS.items():
        path = settings.ROOT / "static" / "fonts" / f"{name}-latin-wght-normal.woff2"
        if path.is_file():
            font = base64.b64encode(path.read_bytes()).decode()
            source = f'url(data:font/woff2;base64,{font}) format("woff2")'
            yield f'@font-face{{font-family:"{family}";font-weight:200 900;src:{source}}}'


def _views(report: Report) -> str:
    return several(len(report.views), "view")


def _layer(report: Report) -> str:
    n = report.about.corrections
    suffix = f" ({several(n, 'correction')})" if n else ""
    return f"{report.about.made_by}; {report.about.layer}{suffix}."


def _view(view: View, number: int, report: Report) -> Iterator[str]:
    shown = view.shown
    yield f'<section class="view" aria-labelledby="{view.anchor}"><h2 id="{view.anchor}">'
    yield f"{number}. {escape(shown.title)}</h2>"
    if shown.note:
        yield f'<p class="said">{escape(shown.note)}</p>'
    narrowed = f"Shown: {'; '.join(shown.said)}." if shown.said else "Nothing is filtered."
    yield f'<p class="note">{escape(narrowed)}</p>'
    if shown.hash != report.hash:
        was = f"Figures and tables are those of {shown.hash}; the sentences those of {report.hash}."
        yield f'<p class="note">{escape(was)}</p>'
    for at, figure in enumerate(shown.figures, 1):
        yield _figure(figure, view, at)
    for at, table in enumerate(shown.tables, 1):
        yield _table(table, view, f"{number}.{at}")
    yield f'<p class="source">{escape(shown.source)}<br>Address: {_link(shown.address)}</p>'
    if view.groups:
        yield f'<h3 id="{view.anchor}-s">The sentences behind it</h3>'
        for group in view.groups:
            yield from _group(group, view, report)
    yield "</section>"


def _figure(figure: Figure, view: View, at: int) -> str:
    picture = svg.safe(figure.svg, f"{view.anchor}f{at}-", partial(_lead, view))
    if not picture:
        return ""
    said, behind = escape(figure.said), _behind(view)
    return (
        f'<figure><div class="picture" role="group" aria-label="{said}">{picture}</div>'
        f"<figcaption>{said}{behind}</figcaption></figure>"
    )


def _behind(view: View) -> str:
    if view.groups:
        return f' <a href="#{view.anchor}-s">The sentences behind it</a>'
    first = next(iter(view.leads.values()), "")
    return f' <a href="#{first}">The sentences behind it</a>' if first else ""


def _lead(view: View, target: str) -> str:
    """Where a label of a picture leads: to its sentences in this file, where they are here."""
    known = {unquote(asked): anchor for asked, anchor in view.leads.items()}
    asked = unquote(target.rpartition("/")[2])
    return f"#{known[asked]}" if asked in known else ""


def _table(table: Table, view: View, number: str) -> str:
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in table.columns)
    opens = any(query in view.leads for query in table.opens)
    head += '<th scope="col">Sentences</th>' if opens else ""
    rows = []
    for row, query in zip(table.rows, table.opens, strict=True):
        cells = "".join(f"<td>{escape(cell)}</td>" for cell in row)
        lead = (
            f'<a href="#{view.leads[query]}" aria-label="Sentences: {escape(row[0])}">read</a>'
            if query in view.leads
            else ""
        )
        rows.append(f"<tr>{cells}{f'<td>{lead}</td>' if opens else ''}</tr>")
    more = table.n - len(table.rows)
    left = f"<p class='note'>{more:,} more rows stand at the address below.</p>" if more > 0 else ""
    return (
        f'<div class="wide" role="region" aria-label="{escape(table.said)} ({number})" tabindex="0"><table>'
        f"<caption>{escape(table.said)}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{''.join(rows)}</tbody></table></div>{left}"
    )


def _group(group: Group, view: View, report: Report) -> Iterator[str]:
    yield f'<h4 id="{group.anchor}">{escape(group.title)}: {group.n:,} {escape(group.noun)}</h4><ol>'
    for passage in group.passages:
        yield (
            f'<li><blockquote>{marked(passage)}</blockquote><p class="cite">'
            f"{_cited(passage, report)}</p></li>"
        )
    yield "</ol>"
    marks = sum(len(passage.marks) for passage in group.passages)
    if marks < group.n:
        yield f'<p class="note">{group.n - marks:,} more: {_link(urljoin(view.shown.address, group.address))}</p>'


def _cited(passage: Passage, report: Report) -> str:
    """Where a passage stands; its address in the web is a link."""
    said, url = escape(passage.where(report.place)), escape(web_address(passage.url) or "")
    return said.replace(url, f'<a href="{url}">{url}</a>', 1) if url else said


def _link(address: str) -> str:
    said = escape(address)
    return f'<a href="{said}">{said}</a>' if urlsplit(address).scheme in ("http", "https") else said


def _method(report: Report) -> Iterator[str]:
    yield '<section aria-labelledby="method"><h2 id="method">How this was found</h2>'
    for method in report.methods:
        yield f"<h3>{escape(method.title)}</h3>"
        for head, text in method.paragraphs:
            yield f"<p>{f'<b>{escape(head)}</b> ' if head else ''}{escape(text)}</p>"
    yield "<h3>What people corrected</h3>"
    if report.corrections:
        yield f"<ol>{''.join(f'<li>{escape(line)}</li>' for line in report.corrections)}</ol>"
    else:
        yield "<p>No corrections are in what is shown.</p>"
    yield f"<h3>How to cite this</h3><p>{escape(report.about.citation)}</p>"
    yield f"<p>Hash of the source texts: <code>{escape(report.about.sources_hash)}</code></p>"
    yield f"<h3>Licence</h3><p>{escape(report.about.licence)}</p></section>"
