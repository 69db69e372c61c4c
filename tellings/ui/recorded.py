"""What the open page shows, remembered until the next run, and the views that were added to the report."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import numpy as np
import pandas as pd
from streamlit.runtime.scriptrunner import StopException

from tellings.errors import TellingsError
from tellings.exports.report import MOST_ROWS, Figure, Shown, Table, shown
from tellings.query.filters import Filters
from tellings.query.selection import Selection
from tellings.ui import address, registry, state
from tellings.ui.text import plain
from tellings.ui.view import View
from tellings.views.rows import words

MOST, ROOM = 200, 100_000_000
"""Views that a report may hold, and characters of their pictures, which a browser says."""


@dataclass
class _Tabled:
    frame: pd.DataFrame | Callable[[], pd.DataFrame]
    said: str
    pick: Callable[[Any, str], Selection | None] | None
    n: int


@dataclass
class _Drawn:
    key: str
    name: str
    said: str
    rows: Sequence[tuple[str, str, Callable[[], str]]]


@dataclass
class Page:
    """What a page has shown so far: its view, its tables and figures, and what is open in it.

    Attributes:
        view: what the address says.
        counted: the filters with which it counts, where they are not the view's.
        opened: what is open, in words, and its address.
        listed: likewise, what stands open where nothing was chosen.
        said: what is filtered, in words.
        tables: as they were shown.
        figures: likewise, without their pictures, which only the browser has.
        whole: was the page drawn to its end? Not where the next run broke it off.
        before: until then, the last one that was.
    """

    view: View
    counted: Filters | None = None
    opened: tuple[str, str] | None = None
    listed: tuple[str, str] | None = None
    said: list[str] = field(default_factory=list)
    tables: list[_Tabled] = field(default_factory=list)
    figures: list[_Drawn] = field(default_factory=list)
    whole: bool = False
    before: Page | None = None


def begin(view: View) -> None:
    """A page begins: what the one before it showed is forgotten when it ends."""
    last = _page()
    page = Page(view, before=last if last is None or last.whole else last.before)
    state.show(page)
    _drawn.set(page)


_drawn: ContextVar[Page | None] = ContextVar("the page that the run draws", default=None)
"""Beside the session's state, which a run that is stopped may no longer ask."""


@contextmanager
def drawing() -> Iterator[None]:
    """Draw a page: it is whole where it comes to its end, or says itself that this is it."""
    _drawn.set(None)
    try:
        yield
    except StopException:
        _end()
        raise
    _end()


def _end() -> None:
    if page := _drawn.get():
        page.whole, page.before = True, None


def broken_off() -> None:
    """The page ends before its end: it is not whole."""
    _drawn.set(None)


def _page() -> Page | None:
    page: Page | None = state.shown()
    return page


def _whole() -> Page | None:
    """The page that is shown, as it was last drawn to its end; None where it never was."""
    page = _page()
    if page is None or page.whole:
        return page
    view, before = page.view, page.before
    same = before is not None and (before.view.page, before.view.filters) == (view.page, view.filters)
    return before if same else None


def table(
    frame: pd.DataFrame | Callable[[], pd.DataFrame],
    said: str,
    pick: Callable[[Any, str], Selection | None] | None,
    *,
    n: int | None = None,
) -> None:
    """A table is shown; see :func:`tellings.ui.show.table`.

    Args:
        frame: the table, or what makes its first rows.
        said: the table in words.
        pick: what a cell opens.
        n: its rows, where `frame` makes only some.
    """
    if page := _page():
        rows = n if n is not None else 0 if callable(frame) else len(frame)
        page.tables.append(_Tabled(frame, said, pick, rows))


def figure(key: str, name: str, said: str, rows: Sequence[tuple[str, str, Callable[[], str]]]) -> None:
    """A figure is shown.

    Args:
        key: the chart's name on the page.
        name: what it shows, in words.
        said: likewise, with what is seen in it.
        rows: the label of each row (HTML), its number, and what gives the address that it leads to.
    """
    if page := _page():
        page.figures.append(_Drawn(key, name, said, rows))


def evidence(title: str, selection: Selection | None, counted: Filters) -> None:
    """The sentences that a selection opens are shown; without one those of a number would be, with these filters."""
    page = _page()
    if page is None:
        return
    page.counted = counted
    if selection is not None:
        there = address.href(page.view.page, page.view.filters.change(sel=selection.sel, page=()))
        if page.view.selection is not None:
            page.opened = title, there
        else:
            page.listed = title, there


def listed(title: str, there: str) -> None:
    """What stands open where nothing was chosen, in words, and the address that opens it alone."""
    if page := _page():
        page.listed = title, there


def narrowed(said: list[str]) -> None:
    """What is filtered, in words."""
    if page := _page():
        page.said = said


def add(pictures: Mapping[str, str] | None = None) -> None:
    """Add what the page shows to the report.

    Args:
        pictures: of its figures, by the keys of their charts, as the browser shows them.
    """
    page = _whole()
    if page is None:
        state.refuse("The page was not complete yet; now it is. Add it again.")
        return
    view = page.view
    bare = view.filters.change(page=(), size="", tour="")
    has_rows = any(one.pick for one in page.tables) or any(one.rows for one in page.figures)
    opened = page.opened or (None if has_rows else page.listed)
    called = [*(one.name for one in page.figures), *(one.said for one in page.tables)]
    title = [registry.entry(view.page).title, *([opened[0]] if opened else called[:1])]
    tables = [_table(view, one) for one in page.tables]
    known = {opens for one in tables for opens in one.opens}
    tables += [drawn for one in page.figures if (drawn := _rows(one)) and not known.intersection(drawn.opens)]
    one = Shown(
        id=hashlib.sha256(f"{view.page}?{bare.query}".encode()).hexdigest()[:12],
        page=view.page,
        title=": ".join(title),
        query=bare.query,
        counted=page.counted.query if page.counted else "",
        address=address.absolute(view.page, bare),
        said=tuple(page.said),
        source=view.source(view.corpus.n_documents, "articles"),
        hash=view.hash,
        opened=opened,
        tables=tuple(tables),
        figures=tuple(Figure(one.said, (pictures or {}).get(one.key, "")) for one in page.figures),
    )
    others = [other for other in state.report(view.corpus.name) if other.id != one.id]
    if len(others) >= MOST:
        state.refuse(f"A report holds {MOST} views; take some out first.")
        return
    if sum(len(figure.svg) for other in (*others, one) for figure in other.figures) > ROOM:
        state.refuse("The report has no room for more pictures; take some views out first.")
        return
    put(view.corpus.name, [*others, one], one)
    state.done(("said", f"Added to the report: {one.title}."))


def put(corpus: str, chosen: list[Shown], changed: Shown | None = None) -> None:
    """Keep the views of a report, in this order; `changed` is what the browser's memory does not have yet."""
    state.keep_report(corpus, tuple(chosen), changed)


def take_up(corpus: str, kept: str) -> None:
    """Take the views up again that the browser's window kept over a reload."""
    try:
        chosen = [shown(one) for one in json.loads(kept)][:MOST]
    except (ValueError, TypeError, TellingsError):
        return
    if not state.report(corpus):
        put(corpus, chosen)


def _table(view: View, one: _Tabled) -> Table:
    head = (one.frame() if callable(one.frame) else one.frame).head(MOST_ROWS)
    columns = [str(column) for column in head.columns if not str(column).startswith("_")]
    rows = [tuple(_cell(value) for value in row) for row in head[columns].itertuples(index=False)]
    opens = [""] * len(rows)
    if one.pick is not None:
        opens = [_opens(view, one.pick, head.iloc[at], columns) for at in range(len(head))]
    return Table(one.said, tuple(columns), tuple(rows), tuple(opens), one.n)


def _cell(value: Any) -> str:
    if isinstance(value, float):
        return "" if pd.isna(value) else f"{value:,.2f}".removesuffix(".00")
    if isinstance(value, list | tuple):
        return ", ".join(map(_cell, value))
    if value is None or value is pd.NA:
        return ""
    if isinstance(value, bool | np.bool_):
        return "yes" if value else ""
    return f"{value:,}" if isinstance(value, int | np.integer) else plain(str(value))


def _opens(view: View, pick: Callable[[Any, str], Selection | None], row: Any, columns: list[str]) -> str:
    """The address that the whole of a row opens: of those of its cells the one that asks for least."""
    addresses: list[tuple[int, str]] = []
    for column in columns:
        with state.trying() as led:
            opened = pick(row, column)
        if opened is not None:
            there = view.filters.change(sel=opened.sel, page=())
            addresses.append((len(opened.terms), address.href(view.page, there)))
        elif led:
            page, params = led[-1]
            addresses.append((99, f"{page or view.page}?{urlencode(params, doseq=True)}"))
    return min(addresses, default=(0, ""), key=lambda one: one[0])[1]


def _rows(one: _Drawn) -> Table | None:
    """The rows of a figure as a table, where they lead somewhere."""
    rows = [((words(label), number), leads()) for label, number, leads in one.rows]
    if not rows:
        return None
    opens = tuple(led for _, led in rows)
    return Table(one.said, ("What", "n"), tuple(cells for cells, _ in rows), opens, len(rows))
