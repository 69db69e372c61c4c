"""The search as corpus linguists do it: lines, neighbours, where a word stands, frequent words and key words."""

from __future__ import annotations

import unicodedata
from typing import Any

from tellings.analysis import concordance, measures
from tellings.plural import several
from tellings.query.filters import Filters
from tellings.query.pattern import PatternError, written
from tellings.query.sql import wild
from tellings.ui import concordance_lines, filters, load, query_builder, show, subcorpora
from tellings.ui.frame import View
from tellings.ui.word_table import narrowed, table

VIEWS = {
    "": "Everything", "lines": "In their lines", "who": "Who says it", "near": "What stands near",
    "spread": "In which articles", "parts": "Parts compared", "words": "Frequent words", "key": "Key words",
}  # fmt: skip
WITHOUT_QUERY = ("words", "key", "parts")
"""The views that need no query."""


def draw(view: View) -> None:
    """The view that the address names; a query that cannot be read is said to be one, with where."""
    asked = view.filters.change(q="", view="", sort="")
    try:
        {
            "lines": concordance_lines.draw, "who": subcorpora.voices, "near": _near, "spread": _spread,
            "parts": subcorpora.compared, "words": _words, "key": _key,
        }[view.filters.view](view, asked)  # fmt: skip
    except PatternError as err:
        query_builder.wrong(view.filters.q, err)


def _plain(word: str) -> str:
    """A word in small letters without accents, as words are counted."""
    parted = unicodedata.normalize("NFKD", word.lower())
    return "".join(ch for ch in parted if not unicodedata.combining(ch))


def _near(view: View, asked: Filters) -> None:
    """The words that stand near, and how strongly they are bound to what was found."""
    found = load.ask(view.corpus, concordance.collocates, view.filters.q, asked)
    show.heading(f"{several(len(found), 'word')} within five words of “{view.filters.q}”")
    if not narrowed(view, len(found)):
        return
    columns = {
        "word": "Word", "joint": "Together", "frequency": "In all", "n_documents": "Articles", "expected": "Expected",
        "g2": "G²", "mi": "MI", "log_dice": "logDice", "t": "t",
    }  # fmt: skip
    both = f"{view.filters.q} {{~{concordance.SIDE - 1}}} "

    def opens(word: str, column: str) -> dict[str, Any]:
        return {"q": written(word) if column == columns["frequency"] else both + written(word)}

    table(view, found, columns, opens, key="collocates")
    show.note(
        "Together: times the word stands at most five words away, within the sentence. Expected: how often it would if "
        "words were strewn at random. The four measures say how closely the two belong together; the higher, the "
        "closer. G² asks how little chance explains it: above 3.84, fewer than one in twenty words would come so near "
        "by chance; a minus: they keep apart (log-likelihood over four cells, Dunning 1993). MI favours rare words "
        "(log₂ of together over expected, Church and Hanks 1990), t frequent ones ((together − expected) / √together, "
        "without the factor 1 − f/n, Church et al. 1991); logDice can be compared between corpora and is 14 at most "
        "(Rychlý 2008)."
    )


def _spread(view: View, asked: Filters) -> None:
    """In which articles it stands, by rate, and how evenly."""
    found = load.ask(view.corpus, concordance.dispersion, view.filters.q, asked)
    n = int(found.n.sum())
    within = int((found.n > 0).sum())
    show.heading(f"{several(n, 'time')} in {within:,} of {several(len(found), 'article')}")
    if not narrowed(view, n):
        return
    rows = found.sort_values("per_1000", ascending=False, ignore_index=True)
    columns = {"short": "Article", "n": "Times", "n_words": "Words", "per_1000": "Per 1,000 words"}
    table(view, rows, columns, lambda doc, _: {"doc": (doc,)}, key="spread", by="doc_id")
    if len(found) > 1:
        counts, sizes = found.n.to_numpy(), found.n_words.to_numpy()
        dp, d = measures.deviation_of_proportions(counts, sizes), measures.juilland_d(counts, sizes)
        show.note(
            f"How evenly it is spread: DP = {dp:.2f} (0 where each article has its share, towards 1 where one has all; "
            f"Gries 2008). Juilland's D = {d:.2f} (1 is even; over rates, by the population's deviation)."
        )


def _words(view: View, asked: Filters) -> None:
    """The words that are most frequent, or rows of them; `q` narrows them to those that have it."""
    lengths = {"": "Words", "2": "Two in a row", "3": "Three", "4": "Four"}
    filters.one(view, "sort", "Count", lengths)
    length = int(view.filters.sort) if view.filters.sort in lengths and view.filters.sort else 1
    found = load.ask(view.corpus, concordance.frequencies, asked, n=length)
    if view.filters.q:
        found = found[found.word.str.contains(wild(_plain(view.filters.q)))]
    show.heading(f"{several(len(found), 'different one')}, {several(int(found.n.sum()), 'time')} in all")
    if not narrowed(view, len(found)):
        return
    columns = {"word": "Word", "n": "Times", "n_documents": "Articles"}

    def opens(words: str, _: str) -> dict[str, Any]:
        return {"q": " ".join(map(written, words.split(" ")))}

    table(view, found, columns, opens, key="words")
    show.note(
        "Counted in capitals or not, with accents or without, within sentences; marks between words are left out."
    )


def _key(view: View, asked: Filters) -> None:
    """The words that what is chosen has more often, and less often, than all the rest."""
    if not asked.asked.active:
        show.note(
            "Choose a part above (an article, an outlet, a speaker, what is quoted): it stands against the rest."
        )
        return
    found = load.ask(view.corpus, concordance.keyness, asked)
    show.heading("Words of what is chosen against all the rest")
    if not narrowed(view, len(found)):
        return
    columns = {
        "word": "Word", "n": "Here", "n_reference": "Elsewhere", "per_1000": "Per 1,000",
        "per_1000_reference": "Per 1,000 elsewhere", "g2": "G²", "log_ratio": "Log ratio", "bic": "BIC",
    }  # fmt: skip
    whole = {name: getattr(Filters(), name) for name in asked.active}

    def opens(word: str, column: str) -> dict[str, Any]:
        return {**(whole if "lsewhere" in column else {}), "q": written(word)}

    table(view, found, columns, opens, key="keyness")
    show.note(
        "G² asks how little chance explains the difference: the higher, the surer; a minus: the word is rarer here "
        "(log-likelihood over two cells, Rayson and Garside 2000). Log ratio says how large it is: 1 is twice as "
        "often, 2 four times; none counts as 0.5 (Hardie 2014). BIC above 2 is evidence of a difference (Wilson 2013). "
        "Small words such as “the” and “of” are counted as all others. A click on a number elsewhere opens "
        "all lines, those here among them."
    )
