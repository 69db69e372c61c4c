"""The question that several answers answer, in plain words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tellings.resolution.answers import PARTS_OF, STATES, Answer

MOST_WORDS = 4
"""So many words of the company of the answers a question names at most."""


def question(told: Sequence[Answer], names: Mapping[str, str]) -> str:
    """The question in plain words, made of what is counted and of what the answers have in common around them."""
    first = next((answer for answer in told if answer.what != PARTS_OF), told[0])
    state, _, noun = first.what.partition(" ")
    if state in STATES:
        return f"How many {_plural(noun) if noun else 'people'} {STATES[state]}?"
    if state == "age":
        return f"How old is {names.get(noun, noun)}?" if noun else _with("How old?", told)
    if state == "rank":
        return _with(f"Which {first.of or noun} is it?", told)
    if first.kind == "time":
        return _with("At what time?", told)
    if first.kind == "date":
        return _with("On what date?", told)
    if first.kind == "duration":
        return _with("How long?", told)
    if first.kind == "money":
        return _with("How much money?", told)
    if state == "count":
        return _with(f"How many {_plural(_unit(told))}?", told)
    return _with("How much?" if state in ("weight", "volume", "percent") else "What distance or size?", told)


def _unit(told: Sequence[Answer]) -> str:
    units = [answer.figure.unit for answer in told if answer.figure]
    return max(sorted(set(units)), key=units.count) if units else "things"


def _plural(noun: str) -> str:
    if noun in ("people", "men", "women", "children"):
        return noun
    irregular = {"man": "men", "woman": "women", "child": "children", "person": "people"}
    if noun in irregular:
        return irregular[noun]
    if noun.endswith(("s", "x", "ch", "sh")):
        return f"{noun}es"
    return f"{noun[:-1]}ies" if noun.endswith("y") and noun[-2:-1] not in "aeiou" else f"{noun}s"


def _with(asked: str, told: Sequence[Answer]) -> str:
    """The question with the words that stand around most answers, in the order of the first one."""
    n_articles = len({answer.doc_id for answer in told})
    weight: dict[str, float] = {}
    for stem in told[0].words:
        having = {answer.doc_id for answer in told if stem in answer.company}
        if 2 * len(having) > n_articles and len(having) > 1:
            weight[stem] = told[0].company.get(stem, 0.0)
    best = sorted(weight, key=lambda stem: -weight[stem])[:MOST_WORDS]
    words = [told[0].words[stem] for stem in told[0].words if stem in best]
    return f"{asked[:-1]}: {', '.join(words)}?" if words else asked
