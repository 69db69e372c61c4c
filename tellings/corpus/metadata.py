"""`metadata.csv`: what is known of text files from outside, as people and spreadsheets write it.

A row names a file and says its title, publisher, date and address. Commas, semicolons, tabs or bars part the columns,
whose names are read in the words of several programs and languages. A row that cannot be read is a problem of its own.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from tellings.cells import alive, ours
from tellings.corpus import patterns
from tellings.corpus.encoding import decode
from tellings.corpus.publication_dates import UndecidedDateError, order_of, read_date
from tellings.corpus.taught import NOTHING, Taught
from tellings.errors import SourceError
from tellings.plural import several

NAME = "metadata.csv"
MAX_BYTES = 50_000_000
"""A larger one is left out: some 200,000 rows."""
MAX_COLUMNS = 1000

_COLUMNS = patterns.table("lexicon/columns.tsv")
_WORDS = {word: name for name, words in _COLUMNS.items() for word in words.split("|")}
_RANK = {word: rank for words in _COLUMNS.values() for rank, word in enumerate(words.split("|"))}
_DELIMITERS = ",;\t|"
_MOST_LINES = 40
"""Lines that one quoted field may run over; a quote that is open for longer was never closed."""


@dataclass(slots=True)
class Metadata:
    """What a `metadata.csv` says: for each file its fields, and what could not be read (reason, action)."""

    rows: dict[str, dict[str, str]] = field(default_factory=dict)
    problems: list[tuple[str, str]] = field(default_factory=list)


def key_of(name: str) -> str:
    """A file's name as it is compared: without regard to case, to how accents are written, and to Windows' slashes."""
    return unicodedata.normalize("NFC", name.strip().replace("\\", "/").removeprefix("./")).casefold()


def read(data: bytes) -> Metadata:
    """Read a `metadata.csv`.

    Returns:
        Rows by :func:`key_of` of the file that they name, with the fields file (as written), title, publisher,
        published (ISO 8601 wherever it can be read) and url; the first row where several name one file.

    Raises:
        SourceError: it is no table, or no column names the files.
    """
    table = Metadata()
    decoded = decode(data)
    if decoded.guessed:
        reason = f"it is not UTF-8; read as {decoded.encoding}, which is a guess"
        table.problems.append((reason, "check the special characters of titles and publishers"))
    lines = list(io.StringIO(decoded.text, newline=""))
    start = next((number for number, line in enumerate(lines) if line.strip()), len(lines))
    delimiter, said = delimiter_of(lines[start] if start < len(lines) else "")
    start += said
    records = _records(lines, start, delimiter, table.problems)
    _, head = next(records, (0, []))
    columns, of_ours = _columns(head), ours(head)
    named: dict[str, int] = {}
    for number, cells in records:
        if any(cell.strip() for cell in cells[len(head) :]):
            reason = f"line {number} has {len(cells)} fields where the head has {len(head)}"
            table.problems.append((f"{reason}; put a field that holds {delimiter!r} in quotes", "left out"))
            continue
        row = {name: cells[at].strip() for name, at in columns.items() if at < len(cells)}
        row = {name: alive(cell) for name, cell in row.items()} if of_ours else row
        name = row.get("file", "")
        key = key_of(name)
        if not key:
            if any(cell.strip() for cell in cells):
                table.problems.append(
                    (f"line {number} names no file; fill the column {head[columns['file']]!r}", "left out")
                )
        elif key in named:
            reason = f"line {number} describes {name}, as line {named[key]} does; keep one of them"
            table.problems.append((reason, f"line {named[key]} is used"))
        else:
            named[key] = number
            table.rows[key] = row
    _dated(table)
    return table


def delimiter_of(first: str) -> tuple[str, bool]:
    """The mark that parts the columns, and whether the first line says nothing else (`sep=;`) and names none."""
    line = first.strip()
    if len(line) == 5 and line.lower().startswith("sep="):
        return line[4], True
    return max(_DELIMITERS, key=lambda mark: _fit(first, mark)), False


def _fit(head: str, delimiter: str) -> tuple[int, int]:
    """How well a mark parts the line that names the columns: names that are known, then names."""
    names = [name.strip().strip('"') for name in head.split(delimiter)]
    return sum(_word(name) in _WORDS for name in names), len(names)


def _word(name: str) -> str:
    """A column's name as it is compared: `File_Name`, `file-name` and `file name` are one."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().replace("_", " ").replace("-", " ").split())


def _columns(head: Sequence[str]) -> dict[str, int]:
    """At which place each column stands that is known."""
    if len(head) > MAX_COLUMNS:
        raise SourceError(
            f"has {len(head):,} columns; give those that are read: file, title, publisher, published, url"
        )
    columns = known_columns(head)
    if "file" not in columns:
        there = ", ".join(repr(name.strip()) for name in islice(head, 12) if name.strip()) or "none"
        raise SourceError(f"has no column that names the files (its columns: {there}); call one of them file")
    return columns


def known_columns(head: Sequence[str], taught: Taught = NOTHING) -> dict[str, int]:
    """At which place each column stands that is known by its name, or that somebody has said to be one."""
    columns: dict[str, int] = {}
    ranks: dict[str, int] = {}
    for at, heading in enumerate(head):
        word = _word(heading)
        word = word if word in _WORDS else word.replace(" ", "")
        name = _WORDS.get(word)
        if name is not None and _RANK[word] < ranks.get(name, len(_WORDS)):
            columns[name], ranks[name] = at, _RANK[word]
    places = {_word(heading): at for at, heading in reversed(list(enumerate(head)))}
    said = {name: places[_word(heading)] for name, heading in taught.columns if _word(heading) in places}
    return {name: at for name, at in columns.items() if at not in said.values()} | said


def _records(
    lines: Sequence[str], start: int, delimiter: str, problems: list[tuple[str, str]]
) -> Iterator[tuple[int, list[str]]]:
    """Each record with the number of its first line. A quote that is not closed costs its own line only."""
    at = start
    while at < len(lines):
        if not lines[at].strip():
            at += 1
            continue
        cells, used = _record(lines, at, delimiter)
        if cells is None:
            cells = [cell.replace('"', "") for cell in _lenient(lines[at], delimiter, quoted=False)]
            problems.append(
                (f'line {at + 1} opens a quote (") that is not closed', "read as it stands; check that line")
            )
        yield at + 1, cells
        at += used


def _record(lines: Sequence[str], at: int, delimiter: str) -> tuple[list[str] | None, int]:
    """The record that begins at a line, and over how many lines it runs; None where its quotes do not close."""
    for used in range(1, _MOST_LINES + 1):
        some = lines[at : at + used]
        if len(some) < used:
            break
        try:
            return next(csv.reader(some, delimiter=delimiter, strict=True)), used
        except csv.Error as err:
            if "unexpected end" not in str(err):
                break
    line = lines[at]
    return (_lenient(line, delimiter, quoted=True), 1) if line.count('"') % 2 == 0 else (None, 1)


def _lenient(line: str, delimiter: str, *, quoted: bool) -> list[str]:
    """The cells of a line that no strict reader takes; `quoted`: do its quotes hold fields together?"""
    try:
        if quoted:
            return next(csv.reader([line], delimiter=delimiter), [])
        return next(csv.reader([line], delimiter=delimiter, quoting=csv.QUOTE_NONE), [])
    except csv.Error:  # a field that is larger than a field may be
        return line.rstrip("\r\n").split(delimiter)


def _dated(found: Metadata) -> None:
    """Dates as ISO 8601, day or month first by the whole column; one problem for all whose order nobody can know."""
    order = order_of(row.get("published", "") for row in found.rows.values())
    undecided = []
    for row in found.rows.values():
        value = row.get("published", "")
        try:
            day = read_date(value, order)
        except UndecidedDateError:
            undecided.append(value)
            row["published"] = ""
        except ValueError:  # named with its article, where that is described
            continue
        else:
            row["published"] = day.isoformat() if day else ""
    if undecided:
        found.problems.append((of_either_order(undecided), "left empty"))


def of_either_order(dates: Sequence[str]) -> str:
    """What is said of dates in numbers of which nobody can know whether the day or the month is first."""
    return (
        f"{several(len(dates), 'date')} such as {dates[0]!r} may have the day or the month first, and no "
        "other date tells; write them as 2025-05-16"
    )
