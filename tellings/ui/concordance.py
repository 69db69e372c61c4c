"""The search as corpus linguists do it: lines, neighbours, where a word stands, frequent words and key words."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from typing import Any

import pandas as pd

from tellings.analysis import concordance, frequencies, measures
from tellings.plural import several
from tellings.query.filters import Filters
from tellings.query.pattern import PatternError
from tellings.ui import (
    abreast,
    address,
    collocations,
    concordance_lines,
    filters,
    patience,
    query_builder,
    show,
    subcorpora,
    word_choice,
)
from tellings.ui.view import View
from tellings.ui.word_table import narrowed, table
from tellings.views import spread

VIEWS = {
    "": "Everything", "lines": "In their lines", "who": "Who says it", "near": "What stands near",
    "spread": "In which articles", "time": "Over time", "parts": "Parts compared",
    "words": "Frequent words", "key": "Key words",
}  # fmt: skip
WITHOUT_QUERY = ("words", "key", "parts")
"""The views that need no query."""
_PLOTTED = 40
"""Articles whose places are drawn, at most."""
_MORE = {
    "difference": "%DIFF", "odds_ratio": "Odds ratio", "simple_maths": "Simple maths", "coefficient": "Coefficient",
}  # fmt: skip
_MORE_SAID = (
    "%DIFF: by how many per cent the rate here is above that elsewhere (Gabrielatos and Marchi 2011). Odds ratio: the "
    "odds of the word here over those elsewhere (Pojanapunya and Todd 2016). Both are empty where the other part lacks "
    "the word. Simple maths: the rates a million words, 1 added to each, divided (Kilgarriff 2009). Coefficient: their "
    "difference over their sum, from −1 to 1 (Hofland and Johansson 1982). "
)
"""More measures of key words, which are shown where all are asked for, and what they say."""


def draw(view: View) -> None:
    """The view that the address names; a query that cannot be read is said to be one, with where."""
    asked = view.filters.change(q="", view="", sort="")
    try:
        {
            "lines": concordance_lines.draw, "who": subcorpora.voices, "near": collocations.draw,
            "spread": _spread, "time": _time, "parts": subcorpora.compared, "words": _words, "key": _key,
        }[view.filters.view](view, asked)  # fmt: skip
        patience.turned("", "")
    except PatternError as err:
        query_builder.wrong(view.filters.q, err)


def _spread(view: View, asked: Filters) -> None:
    """In which articles it stands, by rate, and how evenly."""
    articles = patience.ask(view, concordance.dispersion, view.filters.q, asked)
    n = int(articles.n.sum())
    within = int((articles.n > 0).sum())
    show.heading(f"{several(n, 'time')} in {within:,} of {several(len(articles), 'article')}")
    if not narrowed(view, n):
        return
    rows = articles.sort_values("per_1000", ascending=False, ignore_index=True)
    if len(articles) > 1:
        most = (
            rows[rows.n > 0].head(_PLOTTED).assign(id=lambda some: some.doc_id, label=lambda some: some.short)
        )
        ticks = patience.ask(view, concordance.positions, view.filters.q, asked, tuple(most.doc_id))
        how = (
            "and where in each article"
            if len(most) == within
            else f"and where in each, the {len(most)} with most"
        )
        _chart(view, most, "spread", how, lambda doc: {"doc": (doc,)}, ticks=ticks)
    columns = {"short": "Article", "n": "Times", "n_words": "Words", "per_1000": "Per 1,000 words"}
    said = f"“{view.filters.q}” in each article"
    table(view, rows, columns, lambda doc, _: {"doc": (doc,)}, said=said, key="spread", by="doc_id")
    if len(articles) > 1:
        counts, sizes = articles.n.to_numpy(), articles.n_words.to_numpy()
        dp, d = measures.deviation_of_proportions(counts, sizes), measures.juilland_d(counts, sizes)
        dpn = measures.deviation_of_proportions(counts, sizes, as_in="normalised")
        d2, s = measures.carroll_d2(counts, sizes), measures.rosengren_s(counts, sizes)
        show.note(
            f"How evenly it is spread: DP = {dp:.2f} (0 where each article has its share, towards 1 where one has all; "
            f"Gries 2008); normalised, so that it may reach 1, {dpn:.2f} (Lijffijt and Gries 2012). Here 1 is even: "
            f"Juilland's D = {d:.2f} (over rates, by the population's deviation), D₂ = {d2:.2f} (Carroll 1970), "
            f"S = {s:.2f} (Rosengren 1971)."
        )


def _time(view: View, asked: Filters) -> None:
    """How often it stands in what was published when."""
    days = patience.ask(view, concordance.trend, view.filters.q, asked)
    n = patience.ask(view, concordance.count, view.filters.q, asked)
    dated = int(days.n.sum())
    show.heading(f"{several(dated, 'time')} in articles of {several(len(days), 'date')}")
    if not narrowed(view, n):
        return
    rows = days.assign(id=days.published, label=days.published)
    _chart(view, rows, "trend", "by date", lambda day: {"date": _dates(day)})
    columns = {"published": "Published", "n": "Times", "n_words": "Words", "per_1000": "Per 1,000 words",
               "n_documents": "Articles"}  # fmt: skip
    said = f"“{view.filters.q}” by date of publication"
    table(view, days, columns, lambda day, _: {"date": _dates(day)}, said=said, key="trend", by="published")
    undated = f" {several(n - dated, 'time')} more in articles without a date." if n > dated else ""
    show.note(
        "Words and articles are all of that date, not only those that have it; of more than sixty dates the months are "
        f"counted.{undated}"
    )


def _dates(day: str) -> str:
    """The dates of a day or a month, as addresses have them."""
    if len(day) == 10:
        return f"{day}..{day}"
    year, month = map(int, day.split("-"))
    return f"{day}-01..{day}-{calendar.monthrange(year, month)[1]}"


def _chart(
    view: View, rows: pd.DataFrame, key: str, how: str, opens: Callable[[str], dict[str, Any]], **more: Any
) -> None:
    """Rates as bars, each leading to its lines."""
    n = int(rows.n.sum())
    title = f"“{view.filters.q}” in 1,000 words, {how}"
    figure = spread.figure(rows, look=view.look(view.source(n, "times"), title=title), **more)

    def leads(point: Any) -> str:
        return address.href("search", view.filters.change(view="lines", sort="", page=(), **opens(point[0])))

    def pick(point: Any) -> None:
        address.change(view="lines", sort="", **opens(point[0]))

    show.chart(figure, view, key=f"{key}-chart", n=n, alt=title, pick=pick, leads=leads)


def _words(view: View, asked: Filters) -> None:
    """The words that are most frequent, or rows of them; `q` narrows them to those in which it stands."""
    lengths = {"": "Words", "2": "Two in a row", "3": "Three", "4": "Four"}
    how, unit, small = abreast.controls(4, 2, 3, key="controls-words")
    with how:
        filters.one(view, "sort", "Count", lengths)
    unit_of = word_choice.choose(view, unit, small)
    length = int(view.filters.sort) if view.filters.sort in lengths and view.filters.sort else 1
    word_list = patience.ask(
        view, frequencies.frequencies, asked, n=length, unit=unit_of, query=view.filters.q
    )
    word_list = word_choice.kept(view, word_list)
    counted = "row" if length > 1 else "base form" if unit_of == "lemmas" else "word"
    show.heading(
        f"{several(len(word_list), f'different {counted}')}, {several(int(word_list.n.sum()), 'time')} in all"
    )
    if not narrowed(view, len(word_list)):
        return
    columns = {"word": "Word", "n": "Times", "n_documents": "Articles"}
    joined = word_choice.in_compounds(view, unit_of) if length == 1 and not view.filters.q else ()

    def opens(words: str, _: str) -> dict[str, Any]:
        return {"q": " ".join(word_choice.written(word, unit_of, joined) for word in words.split(" "))}

    said = f"Frequent words{f', {lengths[str(length)].lower()}' if length > 1 else ''}"
    table(view, word_list, columns, opens, said=said, key="words")
    show.note(
        "Counted in capitals or not, with accents or without, within sentences; marks between words are left out. "
        f"{'In rows, what hyphens join is parted.' if length > 1 else 'What hyphens join (cease-fire) is one word.'}"
        f"{' Rows that have what is looked for, counted wherever they stand.' if view.filters.q else ''}"
    )


def _key(view: View, asked: Filters) -> None:
    """The words that what is chosen has more often, and less often, than all the rest."""
    if not asked.asked.active:
        show.note(
            "Choose a part above (an article, an outlet, a speaker, what is quoted): it stands against the rest."
        )
        return
    how, unit, small = abreast.controls(2, 2, 3, key="controls-key")
    with how:
        filters.one(view, "sort", "Shown as", {"": "Table", "measures": "All measures"})
    every = view.filters.sort == "measures"
    unit_of = word_choice.choose(view, unit, small)
    words = word_choice.kept(view, patience.ask(view, frequencies.keyness, asked, unit=unit_of))
    said = "Words of what is chosen against all the rest"
    show.heading(said)
    if not narrowed(view, len(words)):
        return
    columns = {
        "word": "Word", "n": "Here", "n_reference": "Elsewhere", "per_1000": "Per 1,000",
        "per_1000_reference": "Per 1,000 elsewhere", "g2": "G²", "log_ratio": "Log ratio", "bic": "BIC",
    }  # fmt: skip
    if every:
        columns |= _MORE
    whole = {name: getattr(Filters(), name) for name in asked.active}
    joined = word_choice.in_compounds(view, unit_of)

    def opens(word: str, column: str) -> dict[str, Any]:
        return {**(whole if "lsewhere" in column else {}), "q": word_choice.written(word, unit_of, joined)}

    table(view, words, columns, opens, said=said, key="keyness")
    show.note(
        "G² asks how little chance explains the difference: the higher, the surer; a minus: the word is rarer here "
        "(log-likelihood over two cells, Rayson and Garside 2000). Log ratio says how large it is: 1 is twice as "
        "often, 2 four times; none counts as 0.5 (Hardie 2014). BIC above 2 is evidence of a difference (Wilson 2013). "
        f"{_MORE_SAID if every else ''}A click on a number elsewhere opens all lines, those here among them."
    )
