"""Parts of the corpus: what makes one, and comparing several."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd

from tellings.analysis import concordance, known, subcorpora
from tellings.plural import several
from tellings.query.filters import Filters
from tellings.query.sql import UNKNOWN, UNTRACED
from tellings.ui import abreast, address, filters, load, parts, patience, query_builder, show, word_choice
from tellings.ui.text import plain
from tellings.ui.view import View
from tellings.ui.word_table import narrowed, table

PARTS = {
    "": "Everything", "quotations": "What is quoted", "narration": "The articles’ own words", "headline": "Headlines",
    "cue": "Words of saying", "own": "Own words but for those of saying",
}  # fmt: skip
KINDS = {"": "Quoted or not", "outlets": "Outlets", "named": "Those I named"}
EACH = {**KINDS, "named": "Those I named, with the rest", "each": "with each other"}
"""What is compared, and of key words with what."""
_MOST = 10
"""Key words of a part."""


def choose(view: View) -> None:
    """The controls that make a part."""
    where, more, build = abreast.controls(3, 2, 2)
    with where:
        filters.select(view, "kind", "Look in", PARTS)
    with more, filters.folded(view, "doc", "publisher", "date", "speaker"):
        filters.texts(view)
        filters.speakers(view, "Only what they say")
    with build:
        query_builder.form()


def _compared(view: View) -> list[tuple[str, Filters]]:
    """The parts that are compared: those that have a name, the outlets, or what is quoted and what is not."""
    if view.filters.sort in ("named", "each"):
        return parts.named(view.filters)
    own = parts.made(view.filters)
    if view.filters.sort == "outlets":
        outlets = filters.outlet_names(load.ask(view.corpus, known.documents))
        return [
            (label, own.change(publisher=(outlet,))) for outlet, label in list(outlets.items())[: parts.MOST]
        ]
    return [(PARTS[kind], own.change(kind=(kind,))) for kind in ("quotations", "narration", "headline")]


def compared(view: View, asked: Filters) -> None:
    """Parts of the corpus against each other: how often each has what is looked for, or its key words."""
    del asked  # the parts have filters of their own
    filters.one(view, "sort", "Compare", KINDS if view.filters.q else EACH)
    some = _compared(view)
    if len(some) < 2:
        show.note(
            "Name two parts or more: choose what makes one (Look in, More filters) and name it at the side. The names "
            "stand in the address."
        )
        return
    draw = _counts if view.filters.q else _keys
    draw(view, some)


def _counts(view: View, some: list[tuple[str, Filters]]) -> None:
    counted = patience.ask(view, subcorpora.compare, view.filters.q, tuple(some))
    said = f"“{view.filters.q}” in {several(len(counted), 'part')}"
    show.heading(said)
    if not narrowed(view, int(counted.n.sum())):
        return
    columns = {
        "name": "Part", "n": "Times", "n_words": "Words", "per_1000": "Per 1,000 words", "g2": "G²",
        "log_ratio": "Log ratio", "n_documents": "Articles",
    }  # fmt: skip
    subcorpus = dict(some)

    def opens(name: str, _: str) -> dict[str, Any]:
        return _into(view, subcorpus[name])

    table(view, counted, columns, opens, said=said, key="parts", by="name")
    show.note(
        "Each part against all others of these together. G² asks how little chance explains the "
        "difference, with a minus where it is rarer (log-likelihood over two cells, Rayson and Garside 2000); log "
        "ratio says how large it is: 1 is twice as often (Hardie 2014). What two parts share counts in "
        "both."
    )


def _into(view: View, part: Filters) -> dict[str, Any]:
    """What the address changes to be in a part."""
    return {name: getattr(part, name) for name in (*parts.made(view.filters).active, *part.active)}


def _keys(view: View, some: list[tuple[str, Filters]]) -> None:
    unit, small = abreast.controls(2, 3, key="controls-parts")
    unit_of = word_choice.choose(view, unit, small)
    against = "others" if view.filters.sort == "each" else "rest"
    words = patience.ask(view, subcorpora.key_words, tuple(some), unit=unit_of, against=against)
    words = word_choice.kept(view, words).groupby("part", sort=False).head(_MOST).reset_index(drop=True)
    said = f"Key words of {several(len(some), 'part')}"
    show.heading(said)
    if not narrowed(view, len(words)):
        return
    columns = {
        "part": "Part",
        "word": "Word",
        "n": "Here",
        "n_reference": "Elsewhere",
        "g2": "G²",
        "log_ratio": "Log ratio",
    }
    subcorpus, joined = dict(some), word_choice.in_compounds(view, unit_of)

    def opens(at: int, _: str) -> dict[str, Any]:
        row = words.loc[at]
        return {
            **_into(view, subcorpus[str(row.part)]),
            "q": word_choice.written(str(row.word), unit_of, joined),
        }

    table(view, words.assign(at=words.index), columns, opens, said=said, key="part-keys", by="at")
    without = [name for name in subcorpus if name not in set(words.part)]
    if without:
        show.note(f"No key words: {plain(', '.join(without))}.")
    rest = {"rest": "in all the rest of the corpus", "others": "in the others of these together"}
    show.note(
        f"The ten words of each part that stand there more often than {rest[against]}, by G² (log-likelihood over two "
        "cells, Rayson and Garside 2000), at least twice. Log ratio: 1 is twice as often; none counts as 0.5 (Hardie "
        "2014). A click on a word or a number opens its lines in the part."
    )


def voices(view: View, asked: Filters) -> None:
    """Who is said to do what is looked for, and who uses the words."""
    asked = subcorpora.whole(asked)
    view = replace(view, filters=view.filters.change(kind=asked.kind))
    speakers = patience.ask(view, subcorpora.voices, view.filters.q, asked)
    n = patience.ask(view, concordance.count, view.filters.q, asked)
    show.heading(f"Who says “{view.filters.q}”, of whom is it said: {several(n, 'line')}")
    if not narrowed(view, n):
        return
    shown = pd.DataFrame(
        {
            "_speaker": speakers.speaker,
            "Who": [_who(row) for row in speakers.itertuples()],
            "Said of them": speakers.as_cue,
            "In their words": speakers.in_words,
            "Articles": speakers.n_documents,
        }
    )

    def pick(row: Any, column: str) -> None:
        speaker = row["_speaker"]
        if not isinstance(speaker, str):
            address.change(view="lines", sort="", kind=(*asked.kind, "own"))
        else:
            kinds = {"Said of them": ["cue"], "In their words": ["quotations"]}.get(
                column, ["cue", "quotations"]
            )
            address.change(view="lines", sort="", speaker=(speaker,), kind=(*asked.kind, *kinds))

    show.table(
        shown, view, key="voices", pick=pick, alt=f"Who says “{view.filters.q}”, and of whom it is said"
    )
    show.note(
        "Said of them: it stands in the words by which something is told as theirs (Russia threatened to …). In their "
        "words: it stands in what they are quoted with. What is said of one in another's words counts for both, "
        "what stands half in one and half in the other for nobody."
    )


def _who(row: Any) -> str:
    if not isinstance(row.speaker, str):
        return "the articles themselves"
    return UNTRACED if row.speaker == UNKNOWN else f"{plain(row.name)} ({row.type})"
