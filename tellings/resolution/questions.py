"""The question that several answers answer, in plain words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from tellings.plural import plural
from tellings.resolution.answers import PARTS_OF, Answer
from tellings.resolution.company import FEW_WORDS
from tellings.resolution.counts import STATES

_ASKED = {
    "time": "At what time?",
    "date": "When?",
    "duration": "How long?",
    "money": "How much money?",
    "weight": "How heavy?",
    "volume": "How much?",
    "percent": "What percentage?",
    "length": "What distance or size?",
    "area": "How large?",
    "speed": "How fast?",
    "place": "Where?",
    "who": "Who?",
    "sequence": "What came first?",
    "certainty": "How certain is it?",
}
"""What is asked where nothing is counted, by the answers' kind or dimension."""


def asked(topics: Sequence[tuple[int, Sequence[Answer]]], names: Mapping[str, str]) -> Iterator[str]:
    """The question of each topic; two of one event that would be asked alike are asked with the words around an answer.

    Args:
        topics: the event of each, and its answers.
        names: of entities, by their ids.
    """
    plainly = [(event, question(told, names)) for event, told in topics]
    often = Counter(plainly)
    for (_, told), one in zip(topics, plainly, strict=True):
        yield one[1] if often[one] == 1 or "“" in one[1] else _with(one[1], told)


def question(told: Sequence[Answer], names: Mapping[str, str]) -> str:
    """The question in plain words: what is counted, and where that says little the words around an answer."""
    first = next((answer for answer in told if answer.what != PARTS_OF), told[0])
    state, _, noun = first.what.partition(" ")
    if first.what == PARTS_OF:
        state, noun = first.of or "", ""
    if any(answer.what == "moment" for answer in told):
        return _with(_moment(told), told)
    if state in STATES:
        return f"How many {plural(noun) if noun else 'people'} {STATES[state]}?"
    if state == "age":
        if noun:
            return f"How old is {names.get(noun, noun)}?"
        return _with(f"How old is the {first.of}?" if first.of and first.of != "age" else "How old?", told)
    if state == "rank":
        return _with(f"Which {first.of or noun} is it?", told)
    if first.what == PARTS_OF:
        return _with("How many people in all?", told)
    if state == "count":
        return _with(f"How many {plural(_unit(told))}?", told)
    return _with(_ASKED[state if first.kind == "number" else first.kind], told)


def _moment(told: Sequence[Answer]) -> str:
    """In which minute, or day; after how long where one tells a length of time, or another unit."""
    units = {answer.figure.unit if answer.figure and answer.what == "moment" else "" for answer in told}
    return f"In which {units.pop()}?" if len(units) == 1 and "" not in units else "After how long?"


def _unit(told: Sequence[Answer]) -> str:
    units = [answer.figure.unit for answer in told if answer.figure]
    return max(sorted(set(units)), key=units.count) if units else "things"


def _with(asked: str, told: Sequence[Answer]) -> str:
    """The question with the clause of an answer: of those that say something, whole ones before such
    as reach across a comma, the most like all.
    """
    clauses = sorted({answer.clause for answer in told}, key=lambda clause: (-len(clause), clause))
    telling = [clause for clause in clauses if len(clause.split()) > FEW_WORDS]
    whole = [clause for clause in telling if "," not in clause]
    clause = max(whole or telling or clauses, key=lambda clause: _likeness(clause, told))
    return f"{asked[:-1]}: “{clause}”?" if clause else asked


def _likeness(clause: str, told: Sequence[Answer]) -> float:
    """How much of its words the clauses of all answers have, by Jaccard's measure of each."""
    words = set(clause.split())
    others = [set(answer.clause.split()) for answer in told]
    return round(sum(len(words & other) / len(words | other) for other in others if words | other), 6)
