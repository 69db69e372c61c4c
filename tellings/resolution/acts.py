"""What articles tell of that is done or happens, by whatever word: to arrest and to detain are one act."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tellings.resolution.clauses import Clauses, Word
from tellings.resources import lexicon

_PARTICLE = 3
"""So many words behind its verb a particle stands at most: set it up."""


class Act(NamedTuple):
    """An act of the list.

    Attributes:
        name: the one word that stands for it.
        once: what has it once, by its day: person, whom, thing, both, again, often; "" for what has none.
        place: *once*, *from*, or the kinds of place of which it has one; "" where places are not compared.
        by: who does it: another, one, some; "" for what happens.
        asked: the words by which it is asked for.
    """

    name: str
    once: str
    place: str
    by: str
    asked: str


def _listed() -> tuple[Mapping[str, Act], Mapping[str, Sequence[Act]]]:
    acts, words = {}, defaultdict(list)
    for name, *columns, told in lexicon.rows("acts"):
        acts[name] = Act(name, *(column.strip("-") for column in columns))
        for word in told.split():
            words[word].append(acts[name])
    return acts, words


ACTS, WORDS = _listed()
"""The acts by their names, and those that a word tells."""


_WITH = frozenset(word.partition(":")[0] for word in WORDS if ":" in word)


def acts_at(said: Clauses, number: int) -> Sequence[Act]:
    """The acts that a word tells, with the particle behind it or the thing beside it if the act is told so."""
    word = said.words[number]
    told = [f"{word.lemma}_{particle.lemma}" for particle in _particles(said, number)]
    if word.pos == "VERB" and word.lemma in _WITH:
        told += [f"{word.lemma}:{w.lemma}" for side in said.around(number) for w in side]
    return next((WORDS[key] for key in (*told, word.lemma) if key in WORDS), ())


def _particles(said: Clauses, number: int) -> list[Word]:
    behind = said.words[number + 1 : number + 1 + _PARTICLE] if said.words[number].pos == "VERB" else ()
    return [word for word in behind if word.pos in ("ADP", "ADV", "PART")]
