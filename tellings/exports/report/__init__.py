"""A report that stands alone: views that were chosen, with the sentences behind their figures, and how all was found.

What a page showed is a :class:`Shown`: its figures and tables as they stood, and for each row the address that its
number opens. :func:`gather` looks up the sentences; :mod:`.as_html` and :mod:`.as_markdown` write the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, NamedTuple

import pandas as pd

from tellings.analysis import concordance, evidence
from tellings.analysis.evidence import Passage
from tellings.exports.about import About
from tellings.plural import noun
from tellings.query.filters import Filters, parse_query
from tellings.query.openable import OPENABLE
from tellings.query.pattern import PatternError
from tellings.query.selection import SPAN, Selection
from tellings.query.selection import parse as parse_selection
from tellings.store.corpus import Corpus

MOST_ROWS, MOST_GROUPS, MOST_OPENED, MOST_SENTENCES = 200, 1_200, 25, 20
"""Rows of a table, numbers of a report whose sentences are printed, of them those of one view, and sentences of each.

What is beyond stands behind its address, which the report gives.
"""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture as it stood on the page: what it shows, in words, and itself, as SVG."""

    said: str
    svg: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it stood on the page.

    Attributes:
        said: what it shows, in words.
        columns: their heads.
        rows: the first rows, at most :data:`MOST_ROWS`, as text.
        opens: for each of them the address that its number opens, `page?query`; empty where it opens nothing.
        n: how many rows there were.
    """

    said: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    opens: tuple[str, ...]
    n: int


@dataclass(frozen=True, slots=True)
class Shown:
    """A view as it stood on its page when it was added.

    Attributes:
        id: tells it from the others.
        page: the page's name.
        title: what the view is called in the report.
        query: what its address asks.
        counted: the query of the filters with which the page counts, where they are not those of the address.
        address: the whole address.
        said: what is filtered, in words.
        source: its source line.
        hash: of the texts and corrections that it showed.
        opened: what is open, in words, with its address.
        note: what the author has to say to it.
    """

    id: str
    page: str
    title: str
    query: str
    address: str
    counted: str = ""
    said: tuple[str, ...] = ()
    source: str = ""
    hash: str = ""
    opened: tuple[str, str] | None = None
    note: str = ""
    tables: tuple[Table, ...] = ()
    figures: tuple[Figure, ...] = ()

    def plain(self) -> dict[str, Any]:
        """All of it as JSON takes it; :func:`shown` reads it back."""
        return asdict(self)


def shown(said: dict[str, Any]) -> Shown:
    """A view from what :meth:`Shown.plain` gave.

    Raises:
        ValueError: it is none.
    """
    try:
        tables = [
            Table(
                t["said"], tuple(t["columns"]), tuple(map(tuple, t["rows"])), tuple(t["opens"]), int(t["n"])
            )
            for t in said["tables"]
        ]
        figures = [Figure(f["said"], f["svg"]) for f in said["figures"]]
        opened = tuple(said["opened"]) if said["opened"] else None
        read = {**said, "said": tuple(said["said"]), "opened": opened}
        read |= {"tables": tuple(tables), "figures": tuple(figures)}
        return Shown(**read)
    except (KeyError, TypeError) as err:
        raise ValueError(f"this is no view of a report ({err})") from err


class Group(NamedTuple):
    """The sentences behind a number: its anchor, what it counts, how many there are, and the first of them."""

    anchor: str
    title: str
    n: int
    noun: str
    passages: tuple[Passage, ...]
    address: str


@dataclass(frozen=True, slots=True)
class View:
    """A view with the sentences behind its numbers.

    Attributes:
        shown: as it stood on its page.
        anchor: where it stands in the report.
        groups: sentences that are printed with it.
        leads: by the address that a row opens, the anchor of its sentences, here or in an earlier view.
    """

    shown: Shown
    anchor: str
    groups: tuple[Group, ...]
    leads: dict[str, str] = field(default_factory=dict)


class Method(NamedTuple):
    """How one thing is found: its title, and paragraphs with their heads."""

    title: str
    paragraphs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """All that is written.

    Attributes:
        title: of the report.
        about: of which corpus, by which versions.
        hash: of texts and corrections.
        views: in their order.
        methods: how what is shown was found, and how often that is wrong.
        corrections: people's corrections in force, a line each.
    """

    title: str
    about: About
    hash: str
    views: tuple[View, ...]
    methods: tuple[Method, ...] = ()
    corrections: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """Corpus and hash, as citations give them."""
        return f"{self.about.corpus} · {self.hash}"


def gather(corpus: Corpus, chosen: Sequence[Shown], most: int = MOST_SENTENCES) -> tuple[View, ...]:
    """Look up the sentences behind the numbers of views: of the first rows of each, as many as the report bears.

    Args:
        corpus: whose sentences they are.
        chosen: the views.
        most: sentences of each number that are printed.
    """
    share = _share(chosen)
    known: dict[str, str] = {}
    views = []
    for at, one in enumerate(chosen, 1):
        groups: list[Group] = []
        leads: dict[str, str] = {}
        for title, asked in list(_asked(one))[:share]:
            page, filters = _parted(asked)
            counted = _parted(f"?{one.counted}")[1] if one.counted and page == one.page else filters
            key = repr((counted, filters.sel, filters.q if page == "search" else ""))
            if key not in known:
                opened = _found(corpus, page, filters, counted, most)
                if opened is None:
                    continue
                groups.append(Group(f"v{at}-s{len(groups) + 1}", title, *opened, asked))
                known[key] = groups[-1].anchor
            leads[asked] = known[key]
        views.append(View(one, f"v{at}", tuple(groups), leads))
    return tuple(views)


def numbers(chosen: Sequence[Shown]) -> int:
    """How many numbers of these views a report opens at most: so long it takes to be made."""
    return sum(min(_share(chosen), len(list(_asked(one)))) for one in chosen)


def _share(chosen: Sequence[Shown]) -> int:
    return max(1, min(MOST_OPENED, MOST_GROUPS // max(1, len(chosen))))


def _asked(one: Shown) -> Iterable[tuple[str, str]]:
    """What the numbers of a view open: in words, and its address; what is open itself comes first."""
    seen = set()
    if one.opened:
        seen.add(one.opened[1])
        yield one.opened
    for table in one.tables:
        for row, asked in zip(table.rows, table.opens, strict=True):
            if asked and asked not in seen:
                seen.add(asked)
                yield " · ".join(row[:2]) if _is_text(row[1:2]) else row[0], asked


def _is_text(cells: Sequence[str]) -> bool:
    return bool(cells) and not re.fullmatch(r"[\d,.\s−-]*", cells[0])


def _parted(asked: str) -> tuple[str, Filters]:
    """The page and the filters of an address, without what changes no sentence."""
    page, _, query = asked.partition("?")
    filters, _ = parse_query(query)
    return page, filters.change(page=(), size="", tour="", **({} if page == "search" else {"view": ""}))


def _found(
    corpus: Corpus, page: str, filters: Filters, counted: Filters, most: int
) -> tuple[int, str, tuple[Passage, ...]] | None:
    """How many spans an address opens, what they are called, and the first of them; None where it opens none."""
    if page == "search" and filters.view == "lines" and filters.q:
        return _lines(corpus, filters, most)
    selection, _ = parse_selection(filters.sel)
    if selection is not None and selection.table == SPAN and filters.doc:
        return _span(corpus, filters.doc[0], selection)
    if selection is None or selection.table not in OPENABLE:
        return None
    n = evidence.count(corpus, counted, selection)
    passages = evidence.passages(corpus, counted, selection, limit=most)
    return n, OPENABLE[selection.table].noun(n), tuple(passages)


def _span(corpus: Corpus, doc: str, selection: Selection) -> tuple[int, str, tuple[Passage, ...]] | None:
    """A span of an article, as the reader opens it."""
    said = [selection.get("start") or "", selection.get("end") or ""]
    if not all(re.fullmatch(r"\d{1,9}", one) for one in said):
        return None
    span = pd.DataFrame({"doc_id": [doc], "start": [int(said[0])], "end": [int(said[1])]})
    return 1, "passage", tuple(evidence.at(corpus, span))


def _lines(corpus: Corpus, filters: Filters, most: int) -> tuple[int, str, tuple[Passage, ...]] | None:
    try:
        lines = concordance.hits(corpus, filters.q, filters.change(q="", view="", sort=""))
    except PatternError:
        return None
    return len(lines), noun(len(lines), "lines"), tuple(evidence.at(corpus, lines.head(most)))
