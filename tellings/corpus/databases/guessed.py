"""Parting a file of an unknown kind by what comes again: a line between articles, and a head with outlet and date."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate
from statistics import mean
from typing import NamedTuple

from tellings.corpus.databases.articles import Article
from tellings.corpus.databases.exports import Export
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
_KNOWN = frozenset({"byline", "section", "edition", "url"})
"""Fields whose labels and values are taken from a text's beginning and end, since a document has a place for them."""


_Head = tuple[str, str, str]
"""What a line with a date says: the outlet before it, the date, and what stands behind it."""


class _Segment(NamedTuple):
    """Where an article may stand: its first line, that behind its last, the one with its date, and what that says."""

    start: int
    end: int
    at: int
    head: _Head


class _Guess(NamedTuple):
    """How a file may be parted: the line between articles; where outlet and title are, counted from the date."""

    between: str
    segments: Sequence[_Segment]
    outlet: int
    title: int
    below: range


def part(lines: Sequence[Line], *, wrapped: bool) -> Export | None:
    """The articles of a file that no form knows, told by what all of them have.

    Between them stands a line that is the same but for its numbers ("Article ID: 5512", a row of stars, "[ Back to
    list ]"), and each has a line with its date near its top, outlet and headline beside it. Where one of them lacks
    that, or all are of one outlet, the file is not parted: most files are one article. What is left out of the text is
    named: lines above an article's head, those below the last one, and one of those that all have in one place.

    Args:
        lines: of a file of any format.
        wrapped: are they broken at a fixed width, as in plain text?

    Returns:
        The articles, marked as a guess; None for any other file.
    """
    alike: dict[str, list[int]] = defaultdict(list)
    for i, line in enumerate(lines):
        if shape := _shape(line.text):
            alike[shape].append(i)
    heads: dict[int, _Head | None] = {}
    words = [0, *accumulate(len(line.text.split()) for line in lines)]
    guesses = (
        _guess(lines, ends, heads, words, wrapped=wrapped)
        for ends in alike.values()
        if len(ends) >= _FEWEST - 1
    )
    best = max(filter(None, guesses), key=lambda guess: len(guess.segments), default=None)
    return best and _read(lines, best, wrapped=wrapped)


def _shape(text: str) -> str:
    """What a line is but for its codes and numbers; empty for one that is of a text."""
    if len(text) > _LONGEST_RULE or text.endswith((".", "!", "?")):
        return ""
    return _CODE.sub("#", text.casefold())


def _guess(
    lines: Sequence[Line],
    ends: Sequence[int],
    heads: dict[int, _Head | None],
    words: Sequence[int],
    *,
    wrapped: bool,
) -> _Guess | None:
    """How a file may be parted at some of its lines; each line is asked for a date once, and has `words` above it."""
    segments = []
    below = range(0)
    for start, end in zip([0, *(i + 1 for i in ends)], [*ends, len(lines)], strict=True):
        near = range(start, min(end, start + _HEAD + 1))
        for i in near:
            if i not in heads:
                heads[i] = _head(lines[i].text)
            if (head := heads[i]) is not None:
                segments.append(_Segment(start, end, i, head))
                break
        else:
            if end == len(lines) and end - start <= _HEAD:
                below = near  # what the service says below
            elif near:
                return None
    if len(segments) < _FEWEST:
        return None
    above = min(segment.at - segment.start for segment in segments)
    places = [
        place
        for place in range(-above, _HEAD)
        if place and _everywhere(lines, segments, place, wrapped=wrapped)
    ]
    outlet = 0 if all(segment.head[0] for segment in segments) else _outlet(lines, segments, places)
    title = next((place for place in places if place != outlet), None)
    if outlet is None or title is None:
        return None
    outlets = {segment.head[0] or lines[segment.at + outlet].text for segment in segments}
    least = min(words[segment.end] - words[segment.at + max(0, outlet, title) + 1] for segment in segments)
    if len(outlets) == 1 or least < _SHORTEST:
        return None  # a diary, a live page, a list of events
    return _Guess(lines[ends[0]].text, segments, outlet, title, below)


def _head(text: str) -> _Head | None:
    """What a line says that is a date, or an outlet with a date."""
    publisher, published = cited(text) or ("", "")
    if not published:
        dated = leading(text)
        if dated is None or len(dated[1].split()) > 2:
            return None
        published = dated[0]
    return publisher, published, text.rpartition(published)[2].strip(" ,;|·–—-")


def _everywhere(lines: Sequence[Line], segments: Sequence[_Segment], place: int, *, wrapped: bool) -> bool:
    """Has each article a line there that may be an outlet or a headline, in plain text close to the date?"""
    for segment in segments:
        at = segment.at + place
        close = not wrapped or not any(line.new for line in lines[segment.at + 1 : at + 1])
        text = lines[at].text if at < segment.end and close else "."
        if len(text.split()) > _HEADLINE or text.endswith((".", ",")) or plain().labelled(text):
            return False
    return True


def _outlet(lines: Sequence[Line], segments: Sequence[_Segment], places: Sequence[int]) -> int | None:
    """Where the outlet stands: beside the date, in the shortest lines."""
    words = {place: [len(lines[segment.at + place].text.split()) for segment in segments] for place in places}
    short = [place for place in places if max(words[place]) <= _OUTLET and abs(place) <= 2]
    return min(short, key=lambda place: (abs(place), mean(words[place])), default=None)


def _read(lines: Sequence[Line], guess: _Guess, *, wrapped: bool) -> Export | None:
    """The articles; None where one of them has hardly a word but for what all have."""
    export = Export(f"articles parted by lines like {guess.between!r}", guessed=True)
    bodies = []
    head = {0, guess.outlet, guess.title}
    for start, end, date, (publisher, published, beside) in guess.segments:
        known = {
            "title": " ".join(lines[date + guess.title].text.split()),
            "publisher": publisher or lines[date + guess.outlet].text,
            "published": published,
            "edition": beside,
        }
        above = [line.text for line in lines[start : date + min(head)]]
        export.articles.append(Article({name: said for name, said in known.items() if said}, left=above))
        bodies.append([lines[i] for i in range(date + min(head), end) if i - date not in head])
    for at in (0, -1):
        export.left += _taken(bodies, [article.known for article in export.articles], at)
    export.left += [lines[i].text for i in guess.below]
    for article, body in zip(export.articles, bodies, strict=True):
        said = [as_printed(paragraph) for paragraph in paragraphs(body)]
        article.paragraphs = [one_line(paragraph) for paragraph in said] if wrapped else said
    full = all(sum(len(line.text.split()) for line in body) >= _SHORTEST for body in bodies)
    return export if full else None


def _taken(bodies: Sequence[list[Line]], known: Sequence[dict[str, str]], at: int) -> list[str]:
    """Take from an end of all articles the fields that a document has, and lines alike in all; one of each is given."""
    left: list[str] = []
    rights = plain().lines["copyright"]
    while True:
        for body, fields in zip(bodies, known, strict=True):
            while body and (label := plain().labelled(body[at].text)) and label.value:
                if label.field not in _KNOWN - fields.keys():
                    break
                fields[label.field] = label.value
                del body[at]
        said = [body[at].text for body in bodies if body]
        same = any(shapes := {_shape(text) for text in said}) and len(shapes) == 1
        if len(said) < len(bodies) or not (same or all(matches(rights, text) for text in said)):
            return left
        left.append(said[0])
        for body in bodies:
            del body[at]
