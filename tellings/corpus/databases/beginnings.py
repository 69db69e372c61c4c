"""Parting a file into articles by a line that its user has shown."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tellings.corpus import metadata
from tellings.corpus.databases.articles import Article
from tellings.corpus.databases.exports import Export
from tellings.corpus.databases.lines import Line, as_printed, paragraphs
from tellings.corpus.publication_dates import leading
from tellings.corpus.taught import Taught, beginnings

_LABEL = re.compile(r"(?P<label>[^\W\d_][^:.!?]{0,30}):[\s\u00a0]*(?P<value>.*)")
_BYLINE = re.compile(r"(?:By|Von|Par|Por)\s+[^.!?]{2,80}")
_HEAD = 8
"""Lines in which what is known of an article stands above its text."""


def part(lines: Sequence[Line], taught: Taught) -> Export | None:
    """The articles of a file, each from a line that is like a taught one to the next.

    What such a line says behind its label is the article's headline, or its date. Labels above the text are those that
    name the columns of tables; nothing else is taken out of the text.

    Args:
        lines: of a file of any format.
        taught: what its user has said.

    Returns:
        The articles; None where nothing was taught, or no line is like it.
    """
    first_lines = beginnings([line.text for line in lines], taught)
    if first_lines is None:
        return None
    begin, said = first_lines
    starts = sorted(said)
    export = Export(f"articles that begin with a line like {begin.like!r}", taught=True)
    export.above = sum(any(ch.isalnum() for ch in line.text) for line in lines[: starts[0]])
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        article = _article(lines[start + 1 : end], said[start])
        if article.paragraphs or article.known.get("title"):
            export.articles.append(article)
    return export if export.articles else None


def _article(lines: Sequence[Line], said: str) -> Article:
    """What stands above the text: labels with values, a date, a byline; of other lines the first is the headline."""
    known = {"published" if leading(said) else "title": said} if said else {}
    above = [_about(line.text) for line in lines[:_HEAD]]
    end = next((i for i, about in enumerate(above) if about and about[0] == "text"), None)
    if end is None:
        end = max((i for i, about in enumerate(above) if about), default=-1)
    loose = [line for line, about in zip(lines[: end + 1], above, strict=False) if about is None]
    if loose and "title" not in known and not any(about and about[0] == "title" for about in above):
        known["title"] = loose.pop(0).text
    for name, value in filter(None, above[: end + 1]):
        if value:
            known.setdefault(name, value)
    text = known.pop("text", "")
    below = [*loose, *[Line(text)] * bool(text), *lines[end + 1 :]]
    return Article(known, [as_printed(paragraph) for paragraph in paragraphs(below)])


def _about(line: str) -> tuple[str, str] | None:
    """The field and value that a line above a text gives, perhaps without a value; None where it is of the text."""
    if (label := _LABEL.fullmatch(line)) is not None:
        field = next(iter(metadata.known_columns([label["label"]])), "")
        return (field, label["value"].strip()) if field else None
    dated = leading(line)
    if dated is not None and not any(ch.isalpha() for ch in dated[1]):
        return "published", dated[0]
    byline = _BYLINE.fullmatch(line)
    return ("byline", line) if byline else None
