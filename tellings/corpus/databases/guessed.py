"""Parting a file of an unknown kind by what comes again: a line between articles, and a head with outlet and date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import mean
from typing import NamedTuple

from tellings.corpus.databases.articles import Article
from tellings.corpus.databases.exports import Export
from tellings.corpus.databases.fields import Reader
from tellings.corpus.databases.forms import cited, matches, plain
from tellings.corpus.databases.lines import Line, as_printed, paragraphs
from tellings.corpus.publication_dates import leading
from tellings.corpus.wrapping import one_line

_FEWEST = 3
"""Articles: two that are alike are chance."""
_HEAD = 4
"""Lines above the one with the date, and below it, in which outlet and headline stand."""
_OUTLET, _HEADLINE = 7, 40
"""Words: outlets are short, a headline is no paragraph."""
_SHORTEST = 8
"""Words of an article."""
_LONGEST_RULE = 60
_CODE = re.compile(r"\w*\d[\w./:-]*")
_ENDS = tuple('.!?…”"’»')


class _Head(NamedTuple):
    """Where an article's head stands: the line with the date, the outlet in it, and what is above and below."""

    at: int
    publisher: str
    published: str


def part(lines: Sequence[Line], *, wrapped: bool) -> Export | None:
    """The articles of a file that no form knows, told by what all of them have.

    Between them stands a line that is the same but for its numbers ("Article ID: 5512", a row of stars, "[ Back to
    list ]"), and each has a line with its date near its top, outlet and headline beside it. Where one of them lacks
    that, or all are of one outlet, the file is not parted: most files are one article.

    Args:
        lines: of a file of any format.
        wrapped: are they broken at a fixed width, as in plain text?

    Returns:
        The articles, marked as a guess; None for any other file.
    """
    alike: dict[str, list[int]] = {}
    for i, line in enumerate(lines):
        if shape := _shape(line.text):
            alike.setdefault(shape, []).append(i)
    dated: dict[int, bool] = {}
    found = []
    for ends in alike.values():
        near = (i for end in ends[:-1] for i in [_near(lines, end + 1, dated)])
        if len(ends) >= _FEWEST - 1 and all(near) and (export := _parted(lines, ends, wrapped=wrapped)):
            found.append(export)
    return max(found, key=lambda export: len(export.articles), default=None)


def _near(lines: Sequence[Line], start: int, dated: dict[int, bool]) -> bool:
    """Is there a line with a date near the beginning of what may be an article? Each line is asked once."""
    for i in range(start, min(start + _HEAD + 1, len(lines))):
        if i not in dated:
            dated[i] = _head(lines[i : i + 1]) is not None
        if dated[i]:
            return True
    return False


def _shape(text: str) -> str:
    """What a line is but for its codes and numbers; empty for one that is of a text."""
    if len(text) > _LONGEST_RULE or text.endswith((".", "!", "?")):
        return ""
    return _CODE.sub("#", text.casefold())


def _parted(lines: Sequence[Line], ends: Sequence[int], *, wrapped: bool) -> Export | None:
    starts = [0, *(i + 1 for i in ends)]
    segments = [list(lines[start:end]) for start, end in zip(starts, [*ends, len(lines)], strict=True)]
    segments = [segment for segment in segments if segment]
    heads = [_head(segment) for segment in segments]
    if heads and heads[-1] is None and len(segments[-1]) <= _HEAD:
        del heads[-1], segments[-1]  # what the service says below
    if len(segments) < _FEWEST:
        return None
    known = [head for head in heads if head is not None]
    if len(known) < len(heads):
        return None
    above = min(head.at for head in known)
    places = [
        place
        for place in range(-above, _HEAD)
        if place and _everywhere(segments, known, place, wrapped=wrapped)
    ]
    outlet = 0 if all(head.publisher for head in known) else _outlet(segments, known, places)
    title = next((place for place in places if place != outlet and place < 0), None)
    title = title or next((place for place in places if place != outlet), None)
    if outlet is None or title is None:
        return None
    export = Export(f"articles parted by lines like {lines[ends[0]].text!r}", guessed=True)
    _without_feet(segments)
    reader = Reader(plain(), lines)
    tops = [
        segment[head.at + max(0, outlet, title) + 1 :] for segment, head in zip(segments, known, strict=True)
    ]
    alike = 0
    while len(shapes := {_shape(top[alike].text) if alike < len(top) else "" for top in tops}) == 1 and any(
        shapes
    ):
        alike += 1
    for segment, head in zip(segments, known, strict=True):
        begins = head.at + max(0, outlet, title) + 1 + alike
        article = _article(reader, segment, head, outlet=outlet, title=title, begins=begins)
        if wrapped:
            article.paragraphs = [one_line(paragraph) for paragraph in article.paragraphs]
        export.articles.append(article)
    right = all(sum(len(p.split()) for p in article.paragraphs) >= _SHORTEST for article in export.articles)
    outlets = {article.known["publisher"] for article in export.articles}
    return export if right and len(outlets) > 1 else None  # else a diary, a live page, a list of events


def _head(lines: Sequence[Line]) -> _Head | None:
    """The first line near the top that is a date, or an outlet with a date."""
    for i, line in enumerate(lines[: _HEAD + 1]):
        if (found := cited(line.text)) is not None:
            return _Head(i, *found)
        dated = leading(line.text)
        if dated is not None and len(dated[1].split()) <= 2:
            return _Head(i, "", dated[0])
    return None


def _everywhere(
    segments: Sequence[Sequence[Line]], heads: Sequence[_Head], place: int, *, wrapped: bool
) -> bool:
    """Has each article a line there that may be an outlet or a headline, in plain text close to the date?"""
    for segment, head in zip(segments, heads, strict=True):
        said = segment[head.at + 1 : head.at + place + 1] if place > 0 else [segment[head.at + place]]
        if len(said) < place or (wrapped and place > 0 and any(line.new for line in said)):
            return False
        text = said[-1].text
        if len(text.split()) > _HEADLINE or text.endswith((".", ",")) or plain().labelled(text):
            return False
    return True


def _outlet(segments: Sequence[Sequence[Line]], heads: Sequence[_Head], places: Sequence[int]) -> int | None:
    """Where the outlet stands: beside the date, in the shortest lines."""
    words = {
        place: [
            len(segment[head.at + place].text.split()) for segment, head in zip(segments, heads, strict=True)
        ]
        for place in places
    }
    short = [place for place in places if max(words[place]) <= _OUTLET and abs(place) <= 2]
    return min(short, key=lambda place: (abs(place), mean(words[place])), default=None)


def _without_feet(segments: Sequence[list[Line]]) -> None:
    """Take what ends all articles from them: lines that are the same but for their numbers, or begin so."""
    form = plain()
    while all(len(segment) > _HEAD for segment in segments):
        last = [segment[-1].text for segment in segments]
        shapes = {_shape(text) for text in last}
        same = len(shapes) == 1 and "" not in shapes
        begin = len({tuple(text.split()[:2]) for text in last}) == 1 and ":" in " ".join(last[0].split()[:2])
        if not (same or begin or all(matches(form.lines["copyright"], text) for text in last)):
            return
        for segment in segments:
            del segment[-1]


def _article(
    reader: Reader, lines: Sequence[Line], head: _Head, *, outlet: int, title: int, begins: int
) -> Article:
    known = {
        "title": " ".join(lines[head.at + title].text.split()),
        "publisher": head.publisher or lines[head.at + outlet].text,
        "published": head.published,
    }
    below = [line for line in lines[begins:] if reader.form.letter(line) != "W"]
    fields = reader.read(below)
    for name in ("byline", "section", "edition", "language", "url"):
        if said := " ".join(line.text for line in fields.values.get(name, ())):
            known[name] = said
    text = paragraphs([*fields.loose, *fields.text])
    return Article(known, [as_printed(paragraph) for paragraph in text])
