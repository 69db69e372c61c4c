"""The parts of the page *Coverage*: what is told by which article, what one alone tells or leaves out, what is near."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from tellings.analysis import coverage
from tellings.plural import several
from tellings.query.filters import Filters
from tellings.query.selection import SPAN, Selection
from tellings.ui import abreast, address, evidence, filters, load, paging, show
from tellings.ui.text import escape, html_table, plain, short
from tellings.ui.view import View
from tellings.views import coverage as drawing

VIEWS = {"": "Told by several", "only": "Only in one", "missing": "Missing from one only"}
"""The views of the page by the value of `view`."""
SIZE, MOST, LEAST = 20, 2000, 3
"""Things on a page and in the table; articles from which something may be missing from one only."""

_KINDS = {
    "people": "People",
    "organisations": "Organisations",
    "places": "Places",
    "other": "Other names",
    "quotations": "What is said",
    "quantities": "Figures",
    "dates": "Dates",
    "questions": "Questions answered",
    "passages": "Shared passages",
}
_READ = (
    "A number: how often the article tells it. A point: it is not found there; a click shows what the others tell and "
    "the passage of this article that is nearest. That it is not found is no proof: it may stand in other words."
)


def narrow(view: View) -> None:
    """The filters of the page."""
    find, kinds, more = abreast.controls(4, 4, 3)
    with find:
        filters.words(view, "Words", "such as rescued")
    with kinds:
        filters.many(view, "kind", "What is told", list(_KINDS), lambda kind: _KINDS.get(kind, kind))
    with more, filters.folded(view, "doc", "publisher"):
        filters.texts(view)


def compared(view: View) -> Filters:
    """The filters, with the first articles alone where there are more than can be set beside each other."""
    shown = filters.shown_documents(view)
    if len(shown) <= coverage.ABREAST:
        return view.filters
    return view.filters.change(doc=tuple(shown.doc_id.head(coverage.ABREAST)))


def documents(view: View, told: pd.DataFrame) -> pd.DataFrame:
    """The articles that are compared, those that tell the same beside each other."""
    shown = filters.shown_documents(view).head(coverage.ABREAST)
    order = view.keep("order", lambda: coverage.columns(told, shown.doc_id.tolist()))
    return shown.set_index("doc_id").loc[order].reset_index()


def draw(view: View, told: pd.DataFrame, articles: pd.DataFrame, rows: pd.DataFrame, chosen: str) -> None:
    """Show the matrix of a view, what is open, how much each article tells alone, and all as a table."""
    whole = len(filters.shown_documents(view))
    if whole > len(articles):
        show.note(
            f"The first {len(articles):,} of {whole:,} articles, by date, are set beside each other: choose some by "
            "article or publisher."
        )
    unknown = [
        show.failed(view, "discrepancies", "Which questions several articles answer"),
        show.failed(view, "shared text", "Which passages they share"),
    ]
    if rows.empty:
        if not any(unknown):
            show.note(_nothing(len(articles), chosen))
    else:
        with evidence.beside(view, (6, 5), lambda: _opened(view, told, articles), filters=compared(view)):
            _matrix(view, told, articles, rows, chosen)
    _alone(view, told, articles)
    if len(rows):
        with st.expander(f"{paging.most(len(rows), MOST)} as a table"):
            _table(view, rows.head(MOST), articles)


def _nothing(n: int, chosen: str) -> str:
    if n < 2:
        return "There is one article: nothing can be compared."
    if chosen == "missing" and n < LEAST:
        return "Two articles are shown: what is missing from one only is what the other tells alone."
    return {
        "only": "Nothing is told by one article alone.",
        "missing": "Nothing is missing from one article only.",
    }.get(chosen, "Nothing is told by two of the articles that are shown.")


def _matrix(view: View, told: pd.DataFrame, articles: pd.DataFrame, rows: pd.DataFrame, chosen: str) -> None:
    some = paging.rows(rows, key="told", size=SIZE)
    columns = paging.rows(articles, key="articles", size=drawing.WIDEST)
    n = len(rows)
    selected = _selected(view, told)
    figure = view.keep(
        "matrix",
        lambda: drawing.figure(
            some,
            told,
            columns,
            _groups(some, articles, chosen),
            among=set(_groups(rows, articles, chosen)),
            look=view.look(view.source(n, "things"), *selected),
        ),
        int(some.index[0]),
        columns.index[0],
        selected,
    )
    alt = "What is told, by article"
    heads = {"xaxis": ["", *show.to_articles(view, columns.doc_id)]}
    show.chart(figure, view, key="told", n=n, alt=alt, pick=_opens, heads=heads)
    with st.container(horizontal=True, gap="large"):
        paging.control(rows, key="told", size=SIZE, noun="things")
        paging.control(articles, key="articles", size=drawing.WIDEST, noun="articles")
    show.note(_READ)


def _opens(point: list[str]) -> Selection:
    kind, item, doc, lacking = point
    return coverage.opens(kind, item, "" if lacking else doc, doc if lacking else "")


def _thing(selection: Selection | None, told: pd.DataFrame) -> tuple[str, str, str]:
    """Kind, item and label of the thing that is open; empty where none of these is."""
    terms = selection.terms if selection else ()
    bare = {key: value for key, value in terms if key not in ("doc", "lacking")}
    things = told.drop_duplicates(["kind", "item"])
    for kind, item, label in zip(things.kind, things["item"], things.label, strict=True):
        if bare and dict(coverage.opens(kind, item).terms) == bare:
            return kind, item, label
    return "", "", ""


def _selected(view: View, told: pd.DataFrame) -> tuple[str, ...]:
    """The `customdata` of the cell that is open."""
    kind, item, _ = _thing(view.selection, told)
    doc, lacking = view.opened("doc", "lacking")
    return (kind, item, lacking or doc, drawing.LACKING if lacking else "") if kind else ()


def _groups(rows: pd.DataFrame, articles: pd.DataFrame, chosen: str) -> list[str]:
    if chosen:
        mark = "1" if chosen == "only" else "0"
        names = articles.short.tolist()
        sole = [str(names[pattern.index(mark)]) for pattern in rows.pattern]
        return [name if chosen == "only" else f"not {name}" for name in sole]
    return [f"in {n}/{len(articles)}" for n in rows.n_documents]


def _opened(view: View, told: pd.DataFrame, articles: pd.DataFrame) -> str:
    """What is open, in words; of a thing that an article lacks also what is nearest there."""
    selection = view.selection
    label = short(_thing(selection, told)[2], 90) or "What is open"
    doc, lacking = view.opened("doc", "lacking")
    names = dict(zip(articles.doc_id, articles.short.astype(str), strict=True))
    if selection is None or lacking not in names:
        return f"{label}, {names[doc]}" if doc in names else label
    paragraph = load.ask(view.corpus, coverage.near, compared(view), selection, lacking)
    show.heading(f"{label}: not found in {names[lacking]}")
    st.html(nearest(view, paragraph, lacking))
    return "What tells it elsewhere"


def nearest(view: View, found: coverage.Near, doc: str) -> str:
    """The nearest paragraph as HTML, and how sure it is that the thing is left out."""
    said = []
    if found.unnamed:
        said.append(
            f"It is meant there without its name {several(found.unnamed, 'time')}, by a role or pronoun."
        )
    elif found.answered:
        said.append("The article answers the same question otherwise:")
    elif found.left_out:
        said.append(
            "No passage of this article is near to what the others tell: it is left out, as far as words tell."
        )
    elif found.share >= coverage.NEAR:
        said.append("Much of it stands in one passage, perhaps in other words or in part:")
    else:
        said.append("It may be left out, or told in other words. The nearest passage:")
    out = f'<p class="t-say">{escape(said[0])}</p>'
    if found.start is None or found.end is None:
        return out
    sel = (SPAN, f"start:{found.start}", f"end:{found.end}")
    link = address.link("reader", view.filters.only().change(doc=(doc,), sel=sel), "Nearest passage")
    share = f"{found.share:.0%} of the words of the nearest sentence elsewhere"
    shared = "see Differences" if found.answered else share
    return (
        f'{out}<p class="t-passage">{escape(short(" ".join(found.text.split()), 500))}</p>'
        f'<p class="t-from">{link} · {escape(shared)}</p>'
    )


def _alone(view: View, told: pd.DataFrame, articles: pd.DataFrame) -> None:
    """How much each article tells, and tells or leaves out alone; the numbers lead to their rows."""
    if len(articles) < 2:
        return
    show.heading("By article")
    st.html(view.keep("alone", lambda: _by_article(view, told, articles)))


def _by_article(view: View, told: pd.DataFrame, articles: pd.DataFrame) -> str:
    counted = coverage.by_article(told, articles.doc_id.tolist()).assign(short=articles.short)
    lines = []
    for row in counted.head(MOST // 10).to_dict("records"):
        alone = view.filters.change(doc=(row["doc_id"],), view="only", sel=(), page=())
        numbers = _number(row["told"], alone) + "".join(
            _number(row[chosen], _turned(view, chosen, row[f"first_{chosen}"]))
            for chosen in ("only", "missing")
        )
        lines.append(f"<tr><th scope='row'>{escape(short(str(row['short']), 60))}</th>{numbers}</tr>")
    return html_table("".join(lines), ("article", "told", "only here", "missing from it only"))


def _number(n: int, to: Filters) -> str:
    """A cell that leads to what it counts."""
    return f"<td>{address.link('coverage', to, f'{n:,}') if n else 0}</td>"


def _turned(view: View, chosen: str, first: int) -> Filters:
    """A view of the page, turned to where a row stands."""
    page = (f"told:{first // SIZE + 1}",) if first >= SIZE else ()
    return view.filters.change(view=chosen, sel=(), page=page)


def _table(view: View, rows: pd.DataFrame, articles: pd.DataFrame) -> None:
    names = articles.short.tolist()

    def without(pattern: str) -> str:
        return plain(", ".join(str(name) for name, mark in zip(names, pattern, strict=True) if mark == "0"))

    def build() -> pd.DataFrame:
        return pd.DataFrame(
            {
                "_kind": rows.kind,
                "_item": rows["item"],
                "What": rows.label.map(plain),
                "Kind": rows.kind.map(_KINDS),
                "Times": rows.n,
                "Articles": rows.n_documents,
                "Not found in": rows.pattern.map(without),
            }
        )

    table = view.keep("table", build)
    show.table(
        table,
        view,
        key="coverage",
        alt="What is told, with the articles in which it is not found",
        pick=lambda row, _: coverage.opens(row["_kind"], row["_item"]),
    )
