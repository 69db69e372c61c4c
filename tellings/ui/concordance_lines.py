"""The concordance: as many lines as the number says, sorted or a sample, each to be starred, grouped or hidden."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from tellings.analysis import concordance, evidence
from tellings.exports.report import MOST_ROWS
from tellings.plural import several
from tellings.query.filters import MAX_VALUES, Filters
from tellings.ui import abreast, address, filters, paging, patience, recorded, show
from tellings.ui.text import escape, plain
from tellings.ui.view import View
from tellings.ui.word_table import narrowed

_SIDES = {"r": "right", "l": "left"}
_NTH = ("First", "Second", "Third", "Fourth", "Fifth")
ORDERS = {
    "": "As in the text", "r1": "First word right", "l1": "First word left", "node": "The words themselves",
    "article": "Article", "date": "Date", "speaker": "Who says it",
    **{f"{side}{i}": f"{_NTH[i - 1]} word {_SIDES[side]}" for side in _SIDES for i in range(2, concordance.SIDE + 1)},
}  # fmt: skip
WIDTHS = {"": "40 characters", "30": "30", "90": "90", "150": "150"}
MOST = 20_000
"""Lines that are looked at one by one, at most."""
SAMPLES = {"": "All", "20": "20", "50": "50", "100": "100", "500": "500"}
GROUPS = ("a", "b", "c")
_SIZE, _SHOWN, _NODE = 50, 40, 300
"""Lines a page, characters on either side that are shown where the address does not say, and of what was found."""


def draw(view: View, asked: Filters) -> None:
    """The lines, what sorts them, and how they are marked."""
    q, chosen = view.filters.q, view.filters
    lines = patience.ask(
        view, concordance.hits, q, asked,
        sort=_keys(chosen.sort), sample=min(int(chosen.sample or 0), MOST), seed=int(chosen.seed or 1), most=MOST,
    )  # fmt: skip
    full = bool(chosen.sample) or len(lines) == MOST
    n = patience.ask(view, concordance.count, q, asked) if full else len(lines)
    in_context = partial(concordance.in_context, view.corpus, width=int(chosen.width or concordance.WIDTH))
    _controls(view, n)
    lines = lines.assign(**_marks(chosen, lines))
    shown = _left(chosen, lines)
    how = f"at random (seed {chosen.seed or 1})" if chosen.sample else "the first in this order"
    of = f" of {n:,}, {how}" if len(lines) < n else ""
    show.heading(f"{several(len(lines), 'line')}{of} in {several(lines.doc_id.nunique(), 'article')}")
    if not narrowed(view, len(lines)):
        return
    _switch(view, lines, len(shown))
    wide = int(chosen.width or _SHOWN)
    page = in_context(paging.rows(shown, key="lines", size=_SIZE), width=wide + 20)
    rows = "".join(_line(view, row, wide) for row in page.itertuples())
    st.html(
        f'<table class="t-kwic{" t-kwic-wide" * (wide > _SHOWN)}">'
        '<thead><tr><th scope="col">Article</th><th scope="col">Before</th><th scope="col">Found'
        f'</th><th scope="col">After</th><th scope="col">Mark</th></tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )
    _remember(view, shown, in_context)
    paging.control(shown, key="lines", size=_SIZE, noun="lines")
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        show.take_away(lines, view, key="concordance", label="Lines as CSV", made=in_context)
        with st.popover("Citations to copy", type="tertiary", icon=":material/format_quote:"):
            cited = (one.cite(view.place) for one in evidence.at(view.corpus, page))
            st.code("\n\n".join(map(plain, cited)), language=None, wrap_lines=True)
    show.source(view, len(lines), "lines")


def _controls(view: View, n: int) -> None:
    order, wide, some, another = abreast.controls(3, 2, 2, 2, key="controls-lines")
    with order:
        filters.select(view, "sort", "Sorted by", ORDERS)
    with wide:
        filters.select(view, "width", "Width, on either side", WIDTHS)
    with some:
        filters.select(view, "sample", "Lines, at random", SAMPLES)
    if view.filters.sample and n > int(view.filters.sample):
        seed = int(view.filters.seed or 1) + 1
        another.button("Another sample", key="another", on_click=address.change, kwargs={"seed": str(seed)})


def _keys(sort: str) -> tuple[str, ...]:
    """The word that is chosen, and those behind it on its side."""
    if sort[1:].isdigit() and sort in ORDERS:
        return tuple(f"{sort[0]}{i}" for i in range(int(sort[1]), concordance.SIDE + 1))
    return (sort, "r1", "l1") if sort in ORDERS and sort else ()


def _marks(chosen: Filters, found: pd.DataFrame) -> dict[str, list[Any]]:
    """How each line is marked: `line` (its name in the address), `star`, `group`, `hidden`."""
    marked: dict[str, set[str]] = {}
    for value in chosen.lines:
        mark, _, line = value.partition(":")
        marked.setdefault(line, set()).add(mark)
    spans = zip(found.doc_id, found.start, found["end"], strict=True)
    names = [f"{doc}:{start}-{end}" for doc, start, end in spans]
    return {
        "line": names,
        "star": ["star" in marked.get(name, ()) for name in names],
        "group": [next((one for one in GROUPS if one in marked.get(name, ())), "") for name in names],
        "hidden": ["hide" in marked.get(name, ()) for name in names],
    }


def _only(chosen: Filters) -> str:
    return next((value.removeprefix("only:") for value in chosen.lines if value.startswith("only:")), "")


def _left(chosen: Filters, found: pd.DataFrame) -> pd.DataFrame:
    """The lines that are shown: all that are not hidden, or those of one mark."""
    only = _only(chosen)
    if only == "hide":
        return found[found.hidden]
    kept = found[~found.hidden]
    if only == "star":
        return kept[kept.star]
    return kept[kept.group == only] if only else kept


def _switch(view: View, found: pd.DataFrame, n: int) -> None:
    """Which lines are shown, where any is marked; and that no more can be."""
    counted = {
        "": f"Not hidden {int((~found.hidden).sum()):,}",
        "star": f"Starred {int((found.star & ~found.hidden).sum()):,}",
        **{
            one: f"Group {one.upper()} {int(((found.group == one) & ~found.hidden).sum()):,}"
            for one in GROUPS
        },
        "hide": f"Hidden {int(found.hidden.sum()):,}",
    }
    if not view.filters.lines:
        return
    marks = tuple(value for value in view.filters.lines if not value.startswith("only:"))
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="marked-lines"):
        for only, said in counted.items():
            if only and said.endswith(" 0"):
                continue
            to = (*marks, f"only:{only}") if only else marks
            st.button(
                said, key=f"only-{only}", on_click=address.change, kwargs={"lines": to},
                type="primary" if _only(view.filters) == only else "secondary",
            )  # fmt: skip
        st.button(
            "Forget the marks", key="unmark", type="tertiary", on_click=address.change, kwargs={"lines": ()}
        )
    if len(marks) >= MAX_VALUES - 1:
        show.note(f"An address holds {MAX_VALUES - 1} marks; forget some to mark other lines.")
    if not n:
        show.note("No line is marked so.")


def _line(view: View, row: Any, wide: int) -> str:
    own = view.filters.only().change(doc=(row.doc_id,), sel=("span", f"start:{row.start}", f"end:{row.end}"))
    starred = " t-kwic-star" if row.star else ""
    said = f"<br>{escape(row.speaker)}" if isinstance(row.speaker, str) else ""
    return (
        f'<tr class="t-kwic-line{starred}"><td class="t-kwic-of">{escape(row.short)}{said}</td>'
        f'<td class="t-kwic-left">{escape(_cut(row.left[::-1], wide)[::-1])}</td>'
        f'<td class="t-kwic-node">{address.link("reader", own, escape(_cut(row.node, _NODE)))}</td>'
        f'<td class="t-kwic-right">{escape(_cut(row.right, wide))}</td>'
        f'<td class="t-kwic-mark">{_ways(view, row)}</td></tr>'
    )


def _cut(said: str, wide: int) -> str:
    """So much of a line's side as is shown, in whole words.

    >>> _cut("to capture the city", 16)
    'to capture the …'
    """
    shown, space, _ = said[: wide + 1].rpartition(" ") if len(said) > wide else (said, "", "")
    return f"{shown} …" if space else said[:wide]


def _ways(view: View, row: Any) -> str:
    """Links that star a line, put it into the next group, and hide it, or take that back."""
    groups = ("", *GROUPS)
    after = groups[(groups.index(row.group) + 1) % len(groups)]
    ways = (
        ("★" if row.star else "☆", "Unstar" if row.star else "Star", {"star": not row.star}),
        (row.group.upper() or "–", f"Group {after.upper()}" if after else "No group", {"group": after}),
        ("↺" if row.hidden else "×", "Show again" if row.hidden else "Hide", {"hide": not row.hidden}),
    )
    return " ".join(
        f'<a href="{escape(_marked(view, row, change))}" target="_self" title="{does}" '
        f'aria-label="{does}: {escape(row.node)} in {escape(row.short)}, character {row.start:,}">{sign}</a>'
        for sign, does, change in ways
    )


def _marked(view: View, row: Any, change: dict[str, Any]) -> str:
    """The address with another mark of a line."""
    now = {"star": row.star, "hide": row.hidden, "group": row.group, **change}
    marks = [mark for mark in ("star", "hide") if now[mark]] + ([now["group"]] if now["group"] else [])
    others = [value for value in view.filters.lines if value.partition(":")[2] != row.line]
    kept = (*others, *(f"{mark}:{row.line}" for mark in marks))
    return address.href("search", view.filters.change(lines=kept[:MAX_VALUES]))


def _remember(view: View, shown: pd.DataFrame, in_context: Callable[[pd.DataFrame], pd.DataFrame]) -> None:
    """For the report: the lines as a table, and all of them with their sentences."""
    recorded.listed(
        f"“{view.filters.q}”", address.href("search", view.filters.change(sort="", page=(), lines=()))
    )
    columns = {"short": "Article", "left": "Before", "node": "Found", "right": "After"}
    if view.filters.lines:
        columns |= {"star": "Starred", "group": "Group"}
    recorded.table(
        lambda: in_context(shown.head(MOST_ROWS))[list(columns)].rename(columns=columns),
        f"“{view.filters.q}” in its lines", None, n=len(shown),
    )  # fmt: skip
    recorded.narrowed(filters.said(view, without=("q",)))
