"""What stands near a word: a table of its neighbours, or their network; both are taken away."""

from __future__ import annotations

from functools import partial
from typing import Any

from tellings import exports
from tellings.analysis import collocations, concordance
from tellings.plural import several
from tellings.query.filters import Filters
from tellings.ui import abreast, address, filters, patience, show, word_choice
from tellings.ui.view import View
from tellings.ui.word_table import narrowed, table
from tellings.views import cooccurrence as drawing
from tellings.views.network_shape import room_of

_NEAR = 1_000_000
"""Times of what is found whose neighbours are counted, at most."""

WINDOWS = {
    "": "Five, on either side", "4-4": "Four", "3-3": "Three", "2-2": "Two", "1-1": "One", "5-0": "Five before it",
    "1-0": "The one before it", "0-5": "Five behind it", "0-1": "The one behind it",
}  # fmt: skip
"""Windows, as `window` of the address says them."""

_MORE = {
    "z": "z", "chi2": "χ²", "mi3": "MI³", "npmi": "NPMI", "delta_p": "ΔP", "sensitivity": "Sensitivity",
}  # fmt: skip
_MORE_SAID = (
    " z: (together − expected) / √expected (Berry-Rogghe 1973, simple form). χ²: Pearson's, over four cells, without "
    "correction. MI³: as MI with the cube of together, for frequent pairs (Daille 1994). NPMI: MI over −log₂ of "
    "together / n, 1 for words that never stand apart (Bouma 2009). ΔP: how much likelier the word is beside what was "
    "found than elsewhere (Gries 2013). Sensitivity: the smaller of together over the times of either (Pedersen and "
    "Bruce 1996)."
)
"""More measures of neighbours, which are shown where all are asked for, and what they say."""


def draw(view: View, asked: Filters) -> None:
    """The words that stand near, and how strongly they are bound to what was found."""
    how, where, unit, small = abreast.controls(2, 3, 2, 3, key="controls-near")
    with how:
        filters.one(view, "sort", "Shown as", {"": "Table", "measures": "All measures", "network": "Network"})
    with where:
        filters.select(view, "window", "At most so many words away", WINDOWS)
    network = view.filters.sort == "network"
    unit_of = word_choice.choose(view, unit, small, "all small words (the, of, was)" if network else "none")
    n = patience.ask(view, concordance.count, view.filters.q, asked)
    if n > _NEAR:
        show.note(
            f"“{view.filters.q}” stands {n:,} times; what stands near is counted of at most {_NEAR:,}. Ask for more "
            "than this word, or look in a part: an outlet, some dates, what is quoted."
        )
        return
    left, right = collocations.window(view.filters.window)
    if network:
        _network(view, asked, unit_of, max(left, right))
        return
    words = patience.ask(
        view, collocations.collocates, view.filters.q, asked, unit=unit_of, left=left, right=right
    )
    words = word_choice.kept(view, words)
    show.heading(f"{several(len(words), 'word')} near “{view.filters.q}”")
    if not narrowed(view, len(words)):
        return
    columns = {
        "word": "Word", "joint": "Together", "frequency": "In all", "n_documents": "Articles", "expected": "Expected",
        "g2": "G²", "mi": "MI", "log_dice": "logDice", "t": "t",
    }  # fmt: skip
    every = view.filters.sort == "measures"
    if every:
        columns |= _MORE

    def opens(word: str, column: str) -> dict[str, Any]:
        one = word_choice.written(word, unit_of)
        return {"q": one if column == columns["frequency"] else _together(view.filters.q, one, left, right)}

    table(view, words, columns, opens, said=f"Words near “{view.filters.q}”", key="collocates")
    show.note(
        "Together: times the word stands so near, within the sentence. Expected: how often it would if "
        "words were strewn at random. The measures say how closely the two belong together; the higher, the "
        "closer. G² asks how little chance explains it: above 3.84, fewer than one in twenty words would come so near "
        "by chance; a minus: they keep apart (log-likelihood over four cells, Dunning 1993). MI favours rare words "
        "(log₂ of together over expected, Church and Hanks 1990), t frequent ones ((together − expected) / √together, "
        "without the factor 1 − f/n, Church et al. 1991); logDice can be compared between corpora and is 14 at most "
        "(Rychlý 2008)." + (_MORE_SAID if every else "")
    )


def _together(one: str, other: str, left: int, right: int) -> str:
    """The query for what stands in such a window of something."""
    if left == right:
        return f"{one} {{~{left - 1}}} {other}"
    return f"{other} {{0,{left - 1}}} {one}" if left else f"{one} {{0,{right - 1}}} {other}"


def _network(view: View, asked: Filters, unit: str, span: int) -> None:
    """What was found and its first neighbours, a line between those that stand near each other."""
    q = view.filters.q
    nodes, pairs = patience.ask(
        view, collocations.network, q, asked, unit=unit, near=view.filters.window, stop=view.filters.stop
    )
    if not narrowed(view, len(pairs)):
        return
    written = {node: node if node == q else word_choice.written(node, unit) for node in nodes.entity_id}

    def pick(point: Any) -> None:
        one, other = point
        window = collocations.window(view.filters.window) if q in point else (span, span)
        asks = _together(written[one], written[other], *window) if other else written[one]
        address.change(view="lines", sort="", q=asks)

    n, alt = int(pairs.n_sentences.sum()), f"Words near “{q}”, and near each other"
    figure = drawing.figure(
        nodes, pairs, look=view.look(view.source(n, "times"), title=alt), focus=(q,),
        counted=("time", f"times that the two stand within {span} words"),
    )  # fmt: skip
    show.chart(figure, view, key="near-network", n=n, alt=alt, pick=pick)
    lines = room_of(view.window).lines
    small = "" if view.filters.stop else " Small words (the, of, was) are left out, unless you choose others."
    show.note(
        f"The {collocations.NODES} words that are bound to it most closely (G²), and {lines} pairs; the files "
        f"have all pairs.{small} A number opens its lines. Collocation networks: Brezina, McEnery and Wattam 2015."
    )
    for key in ("gexf", "graphml"):
        one = exports.FORMATS[key]
        name = f"{view.file_name('near', len(nodes))}{one.suffix}"
        network = partial(_file, view, key)
        show.save(one.title, network, name, one.mime, key=f"take-{key}")


def _file(view: View, key: str) -> bytes:
    return exports.write(view.corpus, key, view.filters)[0]
