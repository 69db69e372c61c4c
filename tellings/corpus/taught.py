"""What people say of their sources where no reader can know it, and what follows from it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tellings.corpus.publication_dates import leading
from tellings.errors import SourceError

COPIES = ("keep", "drop", "once")
"""What becomes of a copy: it is kept and counted, left out, or kept and not counted beside what it copies."""
FIELDS = ("text", "title", "publisher", "published", "byline", "section", "edition", "url", "id")
"""What a column of a table may be."""
_SIGN = re.compile(r"\W+")
_PIECES = re.compile(r"\s+|\d+|\*+|[^\s\d*]+")
_BEHIND = re.compile(r"(?P<label>[^\W\d_][^:]{0,40}:)[ \u00a0]?\s*\S.*")
_FEWEST_SIGNS = 3
_MOST_OPEN = 3
"""Signs `*` in a line: each one costs time where a line is long and not like it."""


@dataclass(frozen=True, slots=True)
class Taught:
    """What was said of sources.

    Attributes:
        begins: lines such as begin an article, see :func:`pattern`.
        columns: the field of a table that a column is, with that column's name; it wins over what is known by itself.
        folders: are folders outlets?
        copies: one of `COPIES`.
    """

    begins: tuple[str, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()
    folders: bool = False
    copies: str = "keep"

    def __post_init__(self) -> None:
        """Refuse what means nothing.

        Raises:
            SourceError: there is no such field or way with copies, or a line has nothing by which to know it.
        """
        for name, _ in self.columns:
            if name not in FIELDS:
                raise SourceError(f"There is no field {name!r}; a column may be {', '.join(FIELDS)}.")
        if self.copies not in COPIES:
            raise SourceError(f"Copies cannot be {self.copies!r}; say {', '.join(COPIES)}.")
        for line in self.begins:
            pattern(line)

    def with_more(self, more: Taught) -> Taught:
        """The same for more sources: what is said of those is added; of copies the last word holds, if there is one."""
        return Taught(
            begins=tuple(dict.fromkeys((*self.begins, *more.begins))),
            columns=tuple({**dict(self.columns), **dict(more.columns)}.items()),
            folders=self.folders or more.folders,
            copies=self.copies if more.copies == COPIES[0] else more.copies,
        )

    def record(self) -> dict[str, Any]:
        """As it is stored: what is as always is left out."""
        said: dict[str, Any] = {
            "begins": list(self.begins),
            "columns": dict(self.columns),
            "folders": self.folders,
            "copies": self.copies if self.copies != COPIES[0] else "",
        }
        return {name: value for name, value in said.items() if value}


NOTHING = Taught()


def of_record(said: Mapping[str, Any] | None) -> Taught:
    """What was stored.

    Raises:
        SourceError: it holds what means nothing.
    """
    said = said if isinstance(said, Mapping) else {}
    columns = said.get("columns")
    return Taught(
        begins=tuple(str(line) for line in said.get("begins") or ()),
        columns=tuple((str(k), str(v)) for k, v in columns.items()) if isinstance(columns, Mapping) else (),
        folders=bool(said.get("folders")),
        copies=str(said.get("copies") or COPIES[0]),
    )


@dataclass(frozen=True, slots=True)
class Beginning:
    """How a line looks that begins an article.

    Attributes:
        like: the line that was given.
        form: matches such lines; group `said` is what is the article's own: its headline, or a date.
        dated: is any line that is a date one?
    """

    like: str
    form: re.Pattern[str] = field(repr=False)
    dated: bool = False

    def said(self, line: str) -> str | None:
        """What such a line says of its article, perhaps nothing; None where the line is no such line."""
        if self.dated:
            dated = leading(line)
            return line if dated is not None and not any(ch.isalnum() for ch in dated[1]) else None
        match = self.form.fullmatch(line)
        return None if match is None else (match.groupdict().get("said") or "").strip()


def pattern(like: str) -> Beginning:
    """What lines are like this one.

    A date stands for any date; in other lines a number for any number, a single `*` for anything, and what stands
    behind a label (`Headline: …`) for anything; a line of signs for the same signs, however many.

    Raises:
        SourceError: the line has nothing by which to know others.
    """
    like = " ".join(like.split())
    if not like:
        raise SourceError("The line with which articles begin is empty; give one as it stands in the file.")
    if _SIGN.fullmatch(like.replace("_", "-")):
        signs = like.replace(" ", "")
        if len(signs) < _FEWEST_SIGNS:
            raise SourceError(
                f"{like!r} is too short to know other lines by; give a line of three signs or more."
            )
        return Beginning(
            like, re.compile(rf"(?:[{re.escape(''.join(sorted(set(signs))))}]\s*){{{_FEWEST_SIGNS},}}")
        )
    dated = leading(like)
    if dated is not None and not any(ch.isalnum() for ch in dated[1]):
        return Beginning(like, re.compile(r"(?!)"), dated=True)
    if not any(ch.isalnum() for ch in like):
        raise SourceError(f"{like!r} may be any line; give one as it stands in the file.")
    if sum(piece == "*" for piece in _PIECES.findall(like)) > _MOST_OPEN:
        raise SourceError(f"{like!r} has too many *; give {_MOST_OPEN} at most.")
    label = _BEHIND.fullmatch(like) if "*" not in like else None
    form = _generalised(label["label"] if label else like)
    return Beginning(like, re.compile(form + (r"\s*(?P<said>.+)" if label else ""), re.IGNORECASE))


def _generalised(like: str) -> str:
    form, named = "", False
    for piece in _PIECES.findall(like):
        if piece == "*":
            form, named = form + ("(?:.*)" if named else "(?P<said>.*)"), True
        elif piece.isspace():
            form += r"\s+"
        else:
            form += r"\d+" if piece.isdigit() else re.escape(piece)
    return form


def beginnings(lines: Sequence[str], taught: Taught) -> tuple[Beginning, dict[int, str]] | None:
    """Where the articles of a file begin, by the first of the taught lines that some of its lines are like.

    Returns:
        That line, and by their numbers the lines that begin an article, with what they say of it; None where none does.
    """
    for like in taught.begins:
        begin = pattern(like)
        starts = {i: said for i, line in enumerate(lines) if (said := begin.said(line)) is not None}
        if starts:
            return begin, starts
    return None
