"""What became of somebody in one of two ways: resigned or was dismissed, was arrested or surrendered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import NamedTuple

from tellings.resolution.answers import Answer
from tellings.resolution.clauses import PHRASE, Clauses, Name
from tellings.resolution.happening import Sentences, Told, judged
from tellings.resolution.topics import MAX_BUCKET
from tellings.resources import lexicon

_DAYS = 3
"""What happens once is told of days no further apart."""
_NOT = frozenset("not n't n’t never".split())


class _Way(NamedTuple):
    """One of two ways; the columns of the list."""

    asked: str
    way: str
    voice: str
    once: str


def _listed() -> Mapping[str, _Way]:
    return {word: _Way(*row) for *row, words in lexicon.rows("outcomes") for word in words.split()}


_WAYS = _listed()
LEMMAS = frozenset(word.replace(":", "_").partition("_")[0] for word in _WAYS)
"""The verbs that tell such a way."""


def outcomes(clauses: Sequence[Clauses], told: Sentences, names: Mapping[str, str]) -> Iterator[Told]:
    """Topics on what became of a person.

    Args:
        clauses: the sentences.
        told: what is known of them.
        names: of entities, by their ids.
    """
    groups: dict[tuple[int, str, str], list[tuple[Answer, _Way]]] = defaultdict(list)
    for said in clauses:
        for number, word in enumerate(said.words):
            way, end = _way(said, number) if word.pos == "VERB" and word.lemma in LEMMAS else (None, 0)
            person = _person(said, number, way) if way else None
            if way and way.voice != "-" and person and not _is_open(said, number):
                answer = told.answer(said, (word.start, end), "certainty", way.way)
                groups[told.event[said.doc_id], person.entity, way.asked].append((answer, way))
    for (_, entity, asked), ways in groups.items():
        answers = [answer for answer, _ in ways[:MAX_BUCKET]]
        by_doc: dict[str, set[str]] = defaultdict(set)
        for answer in answers:
            by_doc[answer.doc_id].add(answer.value)
        if len(by_doc) < 2 or len(set().union(*by_doc.values())) < 2:  # told alike it is no question
            continue
        apart = [
            (a, b)
            for (a, way), (b, _) in combinations(ways[:MAX_BUCKET], 2)
            if a.value != b.value
            and len(by_doc[a.doc_id]) == len(by_doc[b.doc_id]) == 1
            and (_near(a, b, told) if way.once == "once" else not told.other_day(a, b))
        ]
        question = asked.replace("_", names.get(entity, entity))
        yield judged(answers, "one person", apart, "cannot both be so", question)


def _way(said: Clauses, number: int) -> tuple[_Way | None, int]:
    """The way that a verb tells with the first word behind it that decides, and where it ends."""
    verb = said.words[number]
    for at, word in enumerate(said.around(number)[1]):
        particle = f"{verb.lemma}_{word.lemma}" if at < 3 else ""
        key = next((key for key in (f"{verb.lemma}:{word.lemma}", particle) if key in _WAYS), "")
        if key:
            return _WAYS[key], word.end
    return _WAYS.get(verb.lemma), verb.end


def _person(said: Clauses, number: int, way: _Way) -> Name | None:
    """Of whom it is said: who does it, or to whom it is done."""
    passive = said.is_passive(number)
    if passive == (way.voice == "whom"):
        subject = said.subject(number)
        name = subject.name if subject else None
        return name if name and name.type == "person" else None
    if passive or way.voice == "self":
        return None
    start = said.words[number].end
    name = next((n for n in said.names if n.start >= start and n.type == "person"), None)
    between = [w for w in said.words[number + 1 :] if name and w.start < name.start]
    return name if name and all(w.pos in PHRASE for w in between) else None


def _is_open(said: Clauses, number: int) -> bool:
    """Is it told as to come, of a case, in the infinitive, or not to be so?"""
    at = number - 1
    while at >= 0 and said.words[at].pos in ("AUX", "ADV", "PART"):
        if said.words[at].lemma in _NOT or said.words[at].form == "be":
            return True
        at -= 1
    return said.is_open(number)


def _near(a: Answer, b: Answer, told: Sentences) -> bool:
    days = [told.days.get(answer.sentence_id, "") for answer in (a, b)]
    if all(len(day) == 10 and "W" not in day for day in days):
        one, other = map(date.fromisoformat, days)
        return abs((one - other).days) <= _DAYS
    return not told.other_day(a, b)
