"""The report as Markdown, for those who write on: the same tables, sentences and citations, without the pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tellings.analysis.evidence import Passage
from tellings.exports.markup import plain
from tellings.exports.report import Report, Table, View

_MARKS = re.compile(r"([\\`*_\[\]<>|~#$]|&(?=#?\w+;))")
_BEGINS = re.compile(r"^(\d+)([.)])|^([-+])", re.MULTILINE)


def write(report: Report) -> bytes:
    """The report as Markdown (CommonMark, with tables as GitHub has them)."""
    lines = [f"# {text(report.title)}", "", f"{text(report.about.citation)} {text(report.hash)}", ""]
    for number, view in enumerate(report.views, 1):
        lines += _view(view, number, report)
    lines += ["## How this was found", ""]
    for method in report.methods:
        lines += [f"### {text(method.title)}", ""]
        for head, said in method.paragraphs:
            lines += [f"**{text(head)}** {text(said)}" if head else text(said), ""]
    lines += ["### What people corrected", ""]
    lines += [f"- {text(line)}" for line in report.corrections] or ["No corrections are in what is shown."]
    lines += [
        "",
        f"Hash of the source texts: `{report.about.sources_hash}`",
        "",
        text(report.about.licence),
        "",
    ]
    return "\n".join(lines).encode("utf-8", "replace")


def text(said: str) -> str:
    """A text of which every mark is taken literally, in one line."""
    escaped = _MARKS.sub(r"\\\1", " ".join(plain(said).split()))
    return _BEGINS.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", escaped)


def _view(view: View, number: int, report: Report) -> Iterator[str]:
    shown = view.shown
    yield from (f"## {number}. {text(shown.title)}", "")
    if shown.note:
        yield from (text(shown.note), "")
    if shown.said:
        yield from (f"Shown: {text('; '.join(shown.said))}.", "")
    for figure in shown.figures:
        yield from (f"*Figure: {text(figure.said)}* (in the HTML report)", "")
    for table in shown.tables:
        yield from _table(table)
    yield from (f"{text(shown.source)}  ", f"<{shown.address.replace('>', '%3E')}>", "")
    for group in view.groups:
        yield from (f"### {text(group.title)}: {group.n:,} {text(group.noun)}", "")
        for passage in group.passages:
            yield f"1. > {_marked(passage)}"
            yield f"   > — {text(passage.where(report.place))}"
        yield ""


def _table(table: Table) -> Iterator[str]:
    yield from (f"{text(table.said)}:", "")
    yield f"| {' | '.join(map(text, table.columns))} |"
    yield f"| {' | '.join('---' for _ in table.columns)} |"
    for row in table.rows:
        yield f"| {' | '.join(map(text, row))} |"
    yield ""


def _marked(passage: Passage) -> str:
    """A passage with its counted spans in bold."""
    out, at = [], passage.start
    for mark in passage.marks:
        before = passage.text[at - passage.start : mark.start - passage.start]
        within = passage.text[mark.start - passage.start : mark.end - passage.start]
        out += [_kept(before), f"**{text(within)}**"]
        at = max(at, mark.end)
    return "".join([*out, _kept(passage.text[at - passage.start :])])


def _kept(said: str) -> str:
    """A stretch between marks: it keeps the space that it begins or ends with."""
    first, last = (" " if said[:1].isspace() else ""), (" " if said.strip() and said[-1:].isspace() else "")
    return f"{first}{text(said)}{last}"
