"""Charts and tables that open what they count and can be taken away."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple
from zlib import crc32

import pandas as pd
import plotly.graph_objects as go
import streamlit as st
from pandas.api.types import is_integer_dtype

from tellings.analysis import known
from tellings.exports import spreadsheet
from tellings.query.selection import Selection
from tellings.ui import address, filters, frame_component, load, recorded, state
from tellings.ui import text as html
from tellings.ui.text import escape
from tellings.ui.view import View
from tellings.views.larger import BY, filling, larger
from tellings.views.rows import Row, finding, rows
from tellings.views.theme import noted

_BUTTONS = ["select2d", "lasso2d", "zoom2d", "pan2d", "zoomIn2d", "zoomOut2d", "autoScale2d", "resetScale2d"]

SLIDE = 1920
"""Pixels of the width of a picture that is saved as PNG."""

COUNT = "%,d"
"""How a count stands in a table: as pages print it, 3,144."""

Pick = Callable[[Any], Selection | None]
"""What a click opens, given a point's `customdata`; None where it closes, or turns to another page by itself."""
PickCell = Callable[[Any, str], Selection | None]
"""The same for a cell of a table, given its row and column."""


class _Ready(NamedTuple):
    """A figure as it is shown, its rows, what it shows first, and the one that it was made of, whose id is its own as
    long as it is kept.
    """

    figure: go.Figure
    rows: tuple[Row, ...]
    found: str
    of: go.Figure
    least: int


def chart(
    figure: go.Figure,
    view: View,
    *,
    key: str,
    n: int,
    alt: str,
    pick: Pick | None = None,
    leads: Callable[[Any], str] | None = None,
    heads: Mapping[str, Sequence[str]] | None = None,
    config: Any = None,
    notes: Sequence[str] = (),
) -> None:
    """Show a figure; a click on a point opens what it counts.

    Args:
        figure: of `tellings.views`; what a point opens is told by its `customdata`.
        view: the page's view.
        key: the chart's name on this page, and in the file that Plotly's button saves.
        n: what was counted, for the file's name.
        alt: the chart in words, for those who cannot see it.
        pick: from a point's `customdata` to what is opened.
        leads: from a point's `customdata` to the address that the label of its row links to, where that is not the
            page itself with what `pick` opens.
        heads: by axis of the layout (`xaxis2`), the address that each of its labels links to, empty where to none; by
            `title`, that of the title.
        config: more of Plotly's configuration.
        notes: what must be known to read the picture, also where it is taken away: the key of its columns, statements.
    """
    narrowed = filters.said(view)
    recorded.narrowed(narrowed)
    leading = leads or (partial(_here, view, pick) if pick is not None else None)
    below = (*notes, *([f"Shown: {'; '.join(narrowed)}."] if narrowed else []))
    room = frame_component.room(key)

    def ready() -> _Ready:
        drawn = _linked(figure, leading) if pick is not None and leading is not None else figure
        drawn = noted(_headed(drawn, heads or {}), below)
        if room or view.filters.size == "large":
            drawn = larger(drawn, filling(drawn, *room) if room else BY)
            if view.window == "telephone":  # it is broken beside the buttons, which are as large as they were
                drawn.layout.title.font = figure.layout.title.font
        found, least = finding(figure), drawn.layout.meta["least"]
        return _Ready(_once(drawn), tuple(rows(figure).values()) if leading else (), found, figure, least)

    shown = view.keep(f"chart {key}", ready, id(figure), below, room)
    name, alt = alt, f"{alt}: {shown.found}" if shown.found else alt
    recorded.figure(
        key, name, alt, [(row.label, row.said, partial(leading, row.point)) for row in shown.rows if leading]
    )
    least = shown.least
    settings = {
        "displaylogo": False,
        "displayModeBar": True,
        "modeBarButtonsToRemove": _BUTTONS,
        "toImageButtonOptions": {
            "format": "svg" if state.picture() == "SVG" else "png",
            "width": (width := max(SLIDE // 2, least)),
            "scale": {"1×": 1, "2×": 2}.get(state.picture(), SLIDE / width),
            "filename": view.file_name(key, n),
        },
        "scrollZoom": False,
        "doubleClick": False,
        **(config or {}),
    }
    options: dict[str, Any] = {"theme": None, "config": settings, "alt": alt}
    widget = state.round_of(key)
    if pick is not None:
        options |= {"on_select": lambda: _picked(key, widget, pick), "selection_mode": "points"}
    with st.container(key=f"chart-{key}"):
        st.html(f"<style>.st-key-chart-{key} > div {{ min-width: {least}px }}</style>")
        st.plotly_chart(shown.figure, key=widget, **options)


def _once(figure: go.Figure) -> go.Figure:
    """A figure that is drawn once: Streamlit hands it to Plotly twice, and objects, or data without a revision, seem
    new the second time. Other data must have another revision, or they are not drawn.
    """
    drawn, meta = go.Figure(figure), figure.layout.meta
    drawn.layout.template, drawn.layout.datarevision = None, crc32(figure.to_json().encode())
    return drawn.update_layout(autosize=True, meta=[list(meta.get(part) or ()) for part in ("rows", "heads")])


def _linked(figure: go.Figure, leads: Callable[[Any], str]) -> go.Figure:
    """A figure whose rows' labels lead where their bars lead."""
    linked, axis = rows(figure), figure.layout.yaxis
    if not linked:
        return figure
    texts = [
        _link(leads(linked[at].point), text, figure.layout.font.color) if at in linked else text
        for at, text in zip(axis.tickvals, axis.ticktext, strict=True)
    ]
    return go.Figure(figure).update_yaxes(ticktext=texts, selector={"anchor": axis.anchor})


def _headed(figure: go.Figure, heads: Mapping[str, Sequence[str]]) -> go.Figure:
    """A figure whose title, or the labels of some axes, are links."""
    headed = go.Figure(figure) if heads else figure
    for part, addresses in heads.items():
        if part == "title":
            title = figure.layout.title
            headed.layout.title.text = _link(
                addresses[0], title.text, title.font.color or figure.layout.font.color
            )
            continue
        axis = figure.layout[part]
        headed.layout[part].ticktext = [
            _link(to, text, axis.tickfont.color) if to else text
            for to, text in zip(addresses, axis.ticktext, strict=True)
        ]
    return headed


def _link(address: str, text: str, colour: str) -> str:
    """A link in a figure, in the colour of its text: else Plotly's are blue."""
    return (
        f'<a href="{escape(_bare(address))}" target="_self"><span style=\'color:{colour}\'>{text}</span></a>'
    )


def _bare(address: str) -> str:
    """An address without what Plotly would encode once more: the colons of keys and ids."""
    return address.replace("%3A", ":")


def _here(view: View, pick: Pick, point: Any) -> str:
    opened = pick(point)
    return address.href(view.page, view.filters.change(sel=opened.sel if opened else (), page=()))


def to_articles(view: View, documents: Iterable[str]) -> list[str]:
    """Where the heads of articles' columns lead: to the articles."""
    return [address.href("reader", view.filters.only().change(doc=(doc,))) for doc in documents]


def to_outlets(view: View, outlets: Iterable[str], *, whole: bool = False) -> list[str]:
    """Where the heads of outlets' columns lead: to it alone, in the same view or (`whole`) the page's first."""
    narrow = view.filters.change(sel=(), page=(), **({"view": "", "sort": ""} if whole else {}))
    return [address.href(view.page, narrow.change(publisher=(outlet,))) for outlet in outlets]


def to(view: View, selections: Iterable[Selection]) -> list[str]:
    """Where the heads of what opens lead: to its evidence, beside the same view."""
    return [address.href(view.page, view.filters.change(sel=one.sel, page=())) for one in selections]


def table(
    frame: pd.DataFrame, view: View, *, key: str, alt: str, pick: PickCell | None = None, **options: Any
) -> None:
    """Show a table, with its button to take it away as CSV; a click on a cell of a row, or Enter on it, opens what the
    row counts.

    Streamlit's own button to save a table is taken away (in `page.css`): in its CSV a cell may be a formula.

    Args:
        frame: its columns as they are shown; those whose name begins with `_` are for `pick` only.
        view: the page's view.
        key: the table's name on this page and in the file.
        alt: the table in words.
        pick: from a row and the name of the column that was clicked to what is opened.
        options: of `st.dataframe`; a cell without a value is empty.
    """
    shown = frame[[column for column in frame.columns if not str(column).startswith("_")]]
    name = state.round_of(key)
    numbers = (column for column in shown if is_integer_dtype(shown[column]))
    counts = {column: st.column_config.NumberColumn(format=COUNT) for column in numbers}
    columns = {**counts, **options.pop("column_config", {})}
    options = {"hide_index": True, "alt": alt, "column_config": columns, "placeholder": "", **options}
    if pick is not None:
        options |= {
            "on_select": lambda: _picked_cell(key, name, frame, pick),
            "selection_mode": "single-cell",
        }
    with st.container(key=f"table-{key}"), st.container(key=f"opens-{key}" if pick else None):
        st.dataframe(shown, key=name, **options)
    recorded.table(frame, alt, pick)
    recorded.narrowed(filters.said(view))
    take_away(shown, view, key=key)


def take_away(
    frame: pd.DataFrame,
    view: View,
    *,
    key: str,
    label: str = "CSV",
    made: Callable[[pd.DataFrame], pd.DataFrame] = lambda frame: frame,
) -> None:
    """A button that saves a table as CSV, with corpus, n and hash in the file and in its name.

    Args:
        frame: the table.
        view: the page's view.
        key: the table's name in the file.
        label: of the button.
        made: from the table to what is saved, asked once the button is pressed.
    """
    name = f"{view.file_name(key, len(frame))}.csv"
    said = "Save this table as a file for a spreadsheet"
    source = view.source(len(frame), "rows")
    save(label, lambda: spreadsheet.csv(made(frame), source), name, "text/csv", key=f"{key}-csv", help=said)


def save(
    label: str,
    data: bytes | Callable[[], bytes],
    name: str,
    mime: str,
    *,
    key: str,
    type: Any = "tertiary",
    **more: Any,
) -> None:
    """A button that saves a file; what makes it is called when it is asked for, and the page does not run anew.

    Args:
        label: what it says.
        data: the file, or what makes it.
        name: of the file.
        mime: its media type.
        key: the button's.
        type: as Streamlit has it.
        more: of `st.download_button`.
    """
    icon = ":material/download:"
    st.download_button(
        label, data=data, file_name=name, mime=mime, key=key, type=type, icon=icon, on_click="ignore", **more
    )


def source(view: View, n: int, noun: str) -> None:
    """The source line below a table or list: corpus, n, hash."""
    st.html(f'<p class="t-source">{escape(view.source(n, noun))}</p>')


def heading(text: str, anchor: str = "") -> None:
    """A heading within a page; the text may come from articles. Links within the page lead to its `anchor`."""
    st.html(html.heading(text, anchor))


def subheading(text: str) -> None:
    """A heading below one of :func:`heading`; the text may come from articles."""
    st.html(f'<h3 class="t-h3">{escape(text)}</h3>')


def unseen(text: str) -> None:
    """In words what a picture shows in print, for those who cannot see it."""
    if text:
        st.html(f'<p class="t-unheard">{escape(text)}</p>')


def note(text: str) -> None:
    """A line in small print; the text may come from articles."""
    st.html(html.note(text))


def nothing(view: View, said: str) -> None:
    """Say that there is nothing to show; that filters can be loosened only where there are some (what is sought on the
    page of the search is none).
    """
    loose = set(view.filters.active) - ({"q"} if view.page == "search" else set())
    note(f"{said} Loosen a filter." if loose else said)


def none(view: View, said: str) -> None:
    """Say that there is nothing, where no filter is the reason; where one is, :func:`filters.summary` says which."""
    if not view.filters.active:
        note(said)


def failed(view: View, comparison: str, what: str = "It") -> bool:
    """Say that what a comparison would tell (`what`) is not known, where it failed when the corpus was made."""
    lost = comparison in load.ask(view.corpus, known.failed)
    if lost:
        note(f"{what} is not known: this comparison failed when the corpus was made. The overview says why.")
    return lost


def _picked(key: str, name: str, pick: Pick) -> None:
    selected = (state.get(name) or {}).get("selection") or {}
    points = selected.get("points") or []
    told = [point.get("customdata") or point.get("location") for point in points]
    _open(key, pick(told[0]) if told and told[0] else None)


def _picked_cell(key: str, name: str, frame: pd.DataFrame, pick: PickCell) -> None:
    selected = (state.get(name) or {}).get("selection") or {}
    cells = selected.get("cells") or []
    opens = partial(pick, frame.iloc[int(cells[0][0])], str(cells[0][1])) if cells else lambda: None
    if frame_component.walking():
        state.walk(key, opens)
    else:
        _open(key, opens())


def _open(key: str, opened: Selection | None) -> None:
    state.clicked(key)
    address.open_selection(opened)
