"""The search as corpus linguists do it: lines, neighbours, where a word stands, frequent words and key words."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from tellings.analysis import concordance, measures
from tellings.plural import several
from tellings.query.filters import MAX_VALUES, Filters
from tellings.query.pattern import PatternError, written
from tellings.ui import address, filters, load, paging, recorded, show
from tellings.ui.frame import View
from tellings.ui.text import escape, plain

VIEWS = {
    "": "Everything", "lines": "In their lines", "near": "What stands near", "spread": "In which articles",
    "words": "Frequent words", "key": "Key words",
}  # fmt: skip
ORDERS = {
    "": "As in the text", "r1": "First word right", "l1": "First word left", "node": "The words themselves",
    "article": "Article", "date": "Date",
}  # fmt: skip
_SIZE, _ROWS, _SHOWN = 50, 500, 46
"""Lines a page, rows of a table, and characters on either side that are shown; all others are taken away."""

HELP = """
| Write | to find |
| --- | --- |
| `talks` | the word, in capitals or not |
| `threat*` · `?ar` | any letters · one letter |
| `war\\|conflict` | one or the other |
| `"Round of talks"` | exactly these words, with their capitals |
| `lemma:threaten` | every form of the word |
| `pos:VERB` | a part of speech |
| `[person] said` | a name of a person, organisation, country, region, city … |
| `[Vladimir Putin]` | whatever that entity is called |
| `{2}` · `{0,3}` | so many words between |
| `talks {~4} Sumy` | at most four words between, whichever comes first |
| `/cease.?fire/` | a regular expression for a whole word (RE2) |
"""


def draw(view: View) -> None:
    """The view that the address names; a query that cannot be read is said to be one, with where."""
    asked = view.filters.change(q="", view="", sort="")
    try:
        {"lines": _lines, "near": _near, "spread": _spread, "words": _words, "key": _key}[view.filters.view](
            view, asked
        )
    except PatternError as err:
        st.html(f'<p class="t-note" role="alert">⚠ This query cannot be read: {escape(str(err))}.</p>')


def _narrowed(view: View, n: int) -> bool:
    """Say which filters narrow what is counted, and what to try where nothing is left; is anything left?"""
    others = filters.said(view, without=("q",))
    if others:
        show.note(f"Counted {'; '.join(others)}.")
    if not n and others:
        st.button("Clear these filters", key="clear", on_click=address.clear, args=("q",))
    elif not n and view.filters.view == "words":
        show.note("These letters stand in no word that is counted. Marks such as * mean nothing here.")
    elif not n:
        show.note("Nothing stands so within a sentence. Try lemma: before a word, or * for any letters.")
    return n > 0


def _plain(word: str) -> str:
    """A word in small letters without accents, as words are counted."""
    parted = unicodedata.normalize("NFKD", word.lower())
    return "".join(ch for ch in parted if not unicodedata.combining(ch))


def query_help() -> None:
    """The language of queries, folded away."""
    with st.expander("How to ask for words, names and patterns"):
        st.markdown(HELP)


def _lines(view: View, asked: Filters) -> None:
    """The concordance."""
    q = view.filters.q
    filters.one(view, "sort", "Sorted by", ORDERS)
    sort = view.filters.sort if view.filters.sort in ORDERS else ""
    found = load.ask(view.corpus, concordance.lines, q, asked, sort=_keys(sort))
    articles = found.doc_id.nunique()
    show.heading(f"{several(len(found), 'line')} in {several(articles, 'article')}")
    if not _narrowed(view, len(found)):
        return
    rows = "".join(_line(view, row) for row in paging.rows(found, key="lines", size=_SIZE).itertuples())
    st.html(
        '<table class="t-kwic"><thead><tr><th scope="col">Article</th><th scope="col">Before</th>'
        f'<th scope="col">Found</th><th scope="col">After</th></tr></thead><tbody>{rows}</tbody></table>'
    )
    recorded.listed(f"“{q}”", address.href("search", view.filters.change(sort="", page=())))
    columns = {"short": "Article", "left": "Before", "node": "Found", "right": "After"}
    recorded.table(found[list(columns)].rename(columns=columns), f"“{q}” in its lines", None)
    recorded.narrowed(filters.said(view, without=("q",)))
    paging.control(found, key="lines", size=_SIZE, noun="lines")
    show.take_away(found, view, key="concordance", label="Lines as CSV")
    show.source(view, len(found), "lines")


def _keys(sort: str) -> tuple[str, ...]:
    """The word that is chosen, and those behind it on its side."""
    if sort in ("l1", "r1"):
        return tuple(f"{sort[0]}{i}" for i in range(1, 4))
    return (sort, "r1", "l1") if sort else ()


def _line(view: View, row: Any) -> str:
    own = view.filters.only().change(doc=(row.doc_id,), sel=("span", f"start:{row.start}", f"end:{row.end}"))
    reader = escape(address.href("reader", own))
    return (
        f'<tr><td class="t-kwic-of">{escape(row.short)}</td>'
        f'<td class="t-kwic-left">{escape(row.left[-_SHOWN:])}</td>'
        f'<td class="t-kwic-node"><a href="{reader}" target="_self">{escape(row.node)}</a></td>'
        f"<td>{escape(row.right[:_SHOWN])}</td></tr>"
    )


def _near(view: View, asked: Filters) -> None:
    """The words that stand near, and how strongly they are bound to what was found."""
    found = load.ask(view.corpus, concordance.collocates, view.filters.q, asked)
    show.heading(f"{several(len(found), 'word')} within five words of “{view.filters.q}”")
    if not _narrowed(view, len(found)):
        return
    columns = {
        "word": "Word", "joint": "Together", "frequency": "In all", "n_documents": "Articles", "expected": "Expected",
        "g2": "G²", "mi": "MI", "log_dice": "logDice", "t": "t",
    }  # fmt: skip
    both = f"{view.filters.q} {{~{concordance.SIDE - 1}}} "

    def opens(word: str, column: str) -> dict[str, Any]:
        return {"q": written(word) if column == columns["frequency"] else both + written(word)}

    _table(view, found, columns, opens, key="collocates")
    show.note(
        "Together: times the word stands at most five words away, within the sentence. Expected: if words were strewn "
        "at random. G²: log-likelihood over four cells, with a minus where there are fewer than expected (Dunning "
        "1993); MI: log₂ of together over expected (Church and Hanks 1990); logDice: at most 14 (Rychlý 2008); t: "
        "(together − expected) / √together, without the factor 1 − f/n (Church et al. 1991)."
    )


def _spread(view: View, asked: Filters) -> None:
    """In which articles it stands, by rate, and how evenly."""
    found = load.ask(view.corpus, concordance.dispersion, view.filters.q, asked)
    n = int(found.n.sum())
    within = int((found.n > 0).sum())
    show.heading(f"{several(n, 'time')} in {within:,} of {several(len(found), 'article')}")
    if not _narrowed(view, n):
        return
    rows = found.sort_values("per_1000", ascending=False, ignore_index=True)
    columns = {"short": "Article", "n": "Times", "n_words": "Words", "per_1000": "Per 1,000 words"}
    _table(view, rows, columns, lambda doc, _: {"doc": (doc,)}, key="spread", by="doc_id")
    if len(found) > 1:
        counts, sizes = found.n.to_numpy(), found.n_words.to_numpy()
        dp, d = measures.deviation_of_proportions(counts, sizes), measures.juilland_d(counts, sizes)
        show.note(
            f"DP = {dp:.2f} (0 where it is spread as the words are, towards 1 where one article has all; Gries 2008). "
            f"Juilland's D = {d:.2f} (1 is even; over rates, by the population's deviation). The parts are articles."
        )


def _words(view: View, asked: Filters) -> None:
    """The words that are most frequent, or rows of them; `q` narrows them to those that have it."""
    lengths = {"": "Words", "2": "Two in a row", "3": "Three", "4": "Four"}
    filters.one(view, "sort", "Count", lengths)
    length = int(view.filters.sort) if view.filters.sort in lengths and view.filters.sort else 1
    found = load.ask(view.corpus, concordance.frequencies, asked, n=length)
    if view.filters.q:
        found = found[found.word.str.contains(_plain(view.filters.q), regex=False)]
    show.heading(f"{several(len(found), 'different one')}, {several(int(found.n.sum()), 'time')} in all")
    if not _narrowed(view, len(found)):
        return
    columns = {"word": "Word", "n": "Times", "n_documents": "Articles"}

    def opens(words: str, _: str) -> dict[str, Any]:
        return {"q": " ".join(map(written, words.split(" ")))}

    _table(view, found, columns, opens, key="words")
    show.note(
        "Counted in capitals or not, with accents or without, within sentences; marks between words are left out."
    )


def _key(view: View, asked: Filters) -> None:
    """The words that the chosen articles have more often, and less often, than all others."""
    chosen = set(load.ask(view.corpus, _documents, asked))
    others = tuple(doc for doc in load.ask(view.corpus, _documents, Filters()) if doc not in chosen)
    if not others or not chosen:
        show.note("Choose an article or an outlet above: its words are compared with those of all others.")
        return
    found = load.ask(view.corpus, concordance.keyness, asked, Filters(doc=others))
    show.heading(f"Words of {several(len(chosen), 'article')} against {several(len(others), 'other')}")
    columns = {
        "word": "Word", "n": "Here", "n_reference": "Elsewhere", "per_1000": "Per 1,000",
        "per_1000_reference": "Per 1,000 elsewhere", "g2": "G²", "log_ratio": "Log ratio", "bic": "BIC",
    }  # fmt: skip
    there = {"doc": others if len(others) <= MAX_VALUES else (), "publisher": (), "date": ""}

    def opens(word: str, column: str) -> dict[str, Any]:
        return {"q": written(word), **(there if "lsewhere" in column else {})}

    _table(view, found, columns, opens, key="keyness")
    show.note(
        "G²: log-likelihood over two cells, with a minus for words that are rarer here (Rayson and Garside 2000). Log "
        "ratio: 1 is twice as often; none counts as 0.5 (Hardie 2014). BIC above 2 is evidence of a difference (Wilson "
        "2013). No list of stop words is used."
    )


def _documents(corpus: Any, asked: Filters) -> tuple[str, ...]:
    where = asked.where("documents")
    return tuple(
        corpus.sql(f"SELECT doc_id FROM documents WHERE {where.sql} ORDER BY doc_id", where.params).doc_id
    )


def _table(
    view: View,
    found: pd.DataFrame,
    columns: dict[str, str],
    opens: Callable[[str, str], dict[str, Any]],
    *,
    key: str,
    by: str = "word",
) -> None:
    """A table, cut after :data:`_ROWS` rows, whose numbers open the lines that they count.

    Args:
        view: the page's view.
        found: what is shown.
        columns: its columns and what they are called.
        opens: what the address changes, by a row's value of `by` and the column that was clicked.
        key: the table's name.
        by: a column of `found`.
    """
    shown = found.head(_ROWS)[list(columns)].rename(columns=columns)
    first = shown.columns[0]
    shown = shown.assign(**{first: shown[first].map(plain), "_by": found[by]})

    def pick(row: Any, column: str) -> None:
        address.change(view="lines", sort="", **opens(row["_by"], column))

    show.table(shown, view, key=key, pick=pick, alt=f"{len(found):,} rows with their counts and measures")
    if len(found) > _ROWS:
        show.take_away(found, view, key=f"{key}-all", label=f"All {len(found):,} as CSV")
