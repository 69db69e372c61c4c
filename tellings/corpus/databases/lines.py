"""The lines of a file, whatever its format: what all readers of exports hand on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from tellings.corpus.wrapping import LINE_END

_SPACES = re.compile(r"[ \t\f\v]+")
_CENTRED = 8
"""A line of plain text that is further in stands in its middle."""


class Line(NamedTuple):
    """A line of a file, without outer white space and never empty.

    Attributes:
        text: what it says.
        new: it begins a paragraph: a blank line or an element's end stands before it.
        mark: what the file itself says it is: its classes in HTML, its style in DOCX, in small letters.
        centred: it stands in the middle of a plain text.
    """

    text: str
    new: bool = True
    mark: str = ""
    centred: bool = False


def of_text(text: str) -> list[Line]:
    """The lines of a plain text."""
    lines, new = [], True
    for printed in LINE_END.split(text):
        line = printed.strip("\ufeff \t\u00a0")
        if line:
            lines.append(Line(line, new, centred=len(printed) - len(printed.lstrip()) >= _CENTRED))
        new = not line
    return lines


def paragraphs(lines: Iterable[Line]) -> list[list[Line]]:
    """The lines of each paragraph."""
    groups: list[list[Line]] = []
    for line in lines:
        if line.new or not groups:
            groups.append([])
        groups[-1].append(line)
    return groups


def as_printed(paragraph: Iterable[Line]) -> str:
    """A paragraph in its lines."""
    return "\n".join(line.text for line in paragraph)


def of_paragraph(text: str, mark: str = "") -> list[Line]:
    """The lines of a paragraph that may hold line breaks; a no-break space stays, since it tells labels from text."""
    lines = [line for printed in text.splitlines() if (line := _SPACES.sub(" ", printed).strip(" \u00a0"))]
    return [Line(line, new=not i, mark=mark.lower()) for i, line in enumerate(lines)]
