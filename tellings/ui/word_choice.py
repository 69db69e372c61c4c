"""What tables of words count, words or base forms, and which words are left out of them: the reader's choice, shown."""

from __future__ import annotations

from collections.abc import Container

import pandas as pd
from streamlit.delta_generator import DeltaGenerator

from tellings.analysis import collocations, frequencies
from tellings.analysis.collocations import SMALL
from tellings.query import pattern
from tellings.ui import filters, load, show
from tellings.ui.view import View

_TOLD = 12


def choose(view: View, unit: DeltaGenerator, left_out: DeltaGenerator, nothing: str = "none") -> str:
    """The controls.

    Args:
        view: the page's view.
        unit: where it is chosen what is counted.
        left_out: where it is chosen which words are left out.
        nothing: what that says as long as nothing is chosen.

    Returns:
        `words` or `lemmas`.
    """
    with unit:
        filters.select(view, "unit", "Counted are", {"": "Words", "lemmas": "Base forms (lemmas)"})
    with left_out:
        said = {SMALL: "all small words (the, of, was)"}
        filters.many(view, "stop", "Words left out", [SMALL], lambda word: said.get(word, word), more=nothing)
    return view.filters.unit or "words"


def kept(view: View, found: pd.DataFrame) -> pd.DataFrame:
    """The rows of a table that are not left out, with a note of how many are; of words in a row those that are made of
    nothing else.
    """
    if not view.filters.stop:
        return found
    stop = load.ask(view.corpus, collocations.left_out, view.filters.stop)
    out = found.word.map(lambda words: stop.issuperset(words.split(" "))).astype(bool)
    gone = found[out]
    if len(gone):
        named = ", ".join(gone.word.head(_TOLD)) + (" …" if len(gone) > _TOLD else "")
        small = " Small is what is mostly an article, preposition, pronoun, auxiliary, conjunction or particle here."
        show.note(f"Left out: {len(gone):,} ({named}).{small if SMALL in view.filters.stop else ''}")
    return found[~out].reset_index(drop=True)


def written(word: str, unit: str, joined: Container[str] = ()) -> str:
    """How a query asks for a word of a table.

    Args:
        word: the word.
        unit: what is counted.
        joined: those that hyphens also join to others, where they are not counted (see :func:`in_compounds`).
    """
    asked = pattern.written(word, whole=word in joined)
    return f"lemma:{asked}" if unit == "lemmas" else asked


def in_compounds(view: View, unit: str) -> frozenset[str]:
    """The words that hyphens also join to others somewhere."""
    return frozenset(load.ask(view.corpus, frequencies.in_compounds, unit).word)
