"""Answers of several articles to one question, brought together.

Two answers are to one question where they count the same thing and stand in the same company: the same state of people,
the age of one person, the same place in a sentence that both articles have, or one unit in sentences that share most of
what is rare. What is counted and the company decide, not the number; but less company is asked where numbers agree.
The likeliest pairs come first; a topic grows while it has one answer an article, or the same again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations, pairwise

import pandas as pd

from tellings.resolution import figures
from tellings.resolution.answers import EARLIER, PARTS_OF, STATES, Answer
from tellings.resources import money

COMPANY, COMPANY_OTHER = 0.3, 0.42
"""The share of the company of the answer with less that the other must have, where the figures agree and where not."""
KNOWN, KNOWN_OTHER = 0.08, 0.15
"""The same, where either article has one figure only for the thing."""
RARE = 100
"""From which figure on the same one twice is hardly chance."""
TELLING = 3
"""A figure told in so many digits twice is hardly chance, whatever stands around it."""
WEIGHT, WEIGHT_OTHER = 1.2, 2.0
"""And how much that must weigh."""
STATE = 0.12
"""The same, where both tell one state of people in figures that do not go together."""
PARTS = 0.8
"""The score of a sum and its parts."""
CONVERTED = 3
"""So many characters stand at most between a sum and the same in another currency."""
CLOSE_MINUTES = 60
"""Times of the clock that lie nearer are asked for as little company as those that agree."""
MAX_BUCKET = 400
"""So many answers of one event that count one thing are compared with each other at most."""
SURE = 0.95
"""The score of answers at the same place of a shared sentence, and of one person's age."""


@dataclass(slots=True, eq=False)
class Topic:
    """Answers to one question.

    Attributes:
        answers: in the order of articles and text.
        score: how sure it is that they answer one question, from 0 to 1.
        method: what brought them together.
        cluster: the id of the utterance or entity that they are about, where it is one.
    """

    answers: list[Answer]
    score: float = 1.0
    method: str = ""
    links: list[tuple[float, str]] = field(default_factory=list)
    cluster: str = ""


def topics(found: Sequence[Answer], event: Mapping[str, int], reuse: pd.DataFrame) -> list[Topic]:
    """The topics on which two articles or more answer.

    Args:
        found: the answers.
        event: the event of each article.
        reuse: the sentences that articles share.
    """
    shared = _shared(reuse)
    _name_alike(found, event)
    _note_alone(found)
    pairs = []
    for group in _comparable(found, event):
        for i, a in enumerate(group):
            for b in group[i + 1 :]:
                score, method = _one(a, b, shared)
                if score:
                    pairs.append((score, method, a, b))
    of: dict[int, Topic] = {id(a): Topic([a]) for a in found}
    pairs += [
        (SURE, "the same sum in another currency", a, b) for a, b in pairwise(found) if _converted(a, b)
    ]
    for score, method, a, b in sorted(
        pairs, key=lambda p: (-p[0], p[2].doc_id, p[2].start, p[3].doc_id, p[3].start)
    ):
        mine, theirs = of[id(a)], of[id(b)]
        if mine is theirs or not _may_join(mine, theirs, score, shared):
            continue
        mine.answers += theirs.answers
        mine.links += [*theirs.links, (score, method)]
        for answer in theirs.answers:
            of[id(answer)] = mine
    whole = {id(topic): topic for topic in of.values() if _several(topic.answers)}
    for topic in whole.values():
        topic.answers.sort(key=lambda a: (a.doc_id, a.start))
        topic.score = round(sum(score for score, _ in topic.links) / len(topic.links), 4)
        topic.method = max(topic.links)[1]
    return sorted(whole.values(), key=lambda t: (t.answers[0].doc_id, t.answers[0].start))


def _several(told: Sequence[Answer]) -> bool:
    """Do two articles answer, or two sources of one?"""
    return len({a.doc_id for a in told}) > 1 or any(_two_sources(a, b) for a, b in combinations(told, 2))


def _name_alike(found: Sequence[Answer], event: Mapping[str, int]) -> None:
    """Count as people whom an article of the event counts both ways: "Three dead", and "three workers were killed".

    So too the men of whom an article has one figure only: "eleven men lost their lives" may be all who did.
    """
    told: dict[tuple[str, str], set[float]] = defaultdict(set)
    states: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for answer in found:
        if answer.figure:
            told[answer.doc_id, answer.what].add(answer.figure.value)
            states[answer.doc_id, answer.what.partition(" ")[0], answer.anchor].add(answer.what)
    for answer in found:
        state, _, noun = answer.what.partition(" ")
        alone = len(states[answer.doc_id, state, answer.anchor]) == 1 == len(told[answer.doc_id, answer.what])
        if noun == "man" and state in STATES and alone:
            _count_as_people(answer)
    alike = {
        (event[doc], what)
        for (doc, what), values in told.items()
        if what.partition(" ")[0] in STATES and what not in STATES
        if values & told.get((doc, what.partition(" ")[0]), set())
    }
    for answer in found:
        if (event[answer.doc_id], answer.what) in alike:
            _count_as_people(answer)


def _count_as_people(answer: Answer) -> None:
    """Let a count of miners or men be one of people, so that it can be held against other such counts."""
    answer.what = answer.what.partition(" ")[0]
    if answer.figure:
        answer.figure = replace(answer.figure, dimension="people", unit="people")


def _note_alone(found: Sequence[Answer]) -> None:
    """Note of each answer whether its article has one figure only for the thing, whatever became of it."""
    figures_of: dict[tuple[str, str, str], list[Answer]] = defaultdict(list)
    nouns: dict[tuple[str, str], set[float]] = defaultdict(set)
    for answer in found:
        if answer.figure:
            nouns[answer.doc_id, _counted(answer)].add(answer.figure.value)
        if answer.thing and answer.anchor != EARLIER:
            figures_of[answer.doc_id, answer.kind, answer.thing].append(answer)
    for own in figures_of.values():
        values = {answer.figure.value for answer in own if answer.figure}
        for answer in own:
            noun = _counted(answer)
            answer.alone = len(values) == 1 and not (noun and len(nouns[answer.doc_id, noun]) > 1)


def _counted(answer: Answer) -> str:
    """The noun that is counted, with or without what became of it; "" where there is none."""
    first, _, noun = answer.what.partition(" ")
    return noun if first == "count" or first in STATES else ""


def _shared(reuse: pd.DataFrame) -> dict[tuple[str, str], float]:
    """Pairs of sentences, by their ids, that are one sentence."""
    found = {}
    for a, sa, ea, b, sb, eb, similarity in zip(
        *(reuse[c] for c in ("doc_a", "start_a", "end_a", "doc_b", "start_b", "end_b", "similarity")),
        strict=True,
    ):
        found[f"{a}:s{sa}-{ea}", f"{b}:s{sb}-{eb}"] = similarity
        found[f"{b}:s{sb}-{eb}", f"{a}:s{sa}-{ea}"] = similarity
    return found


def _comparable(found: Sequence[Answer], event: Mapping[str, int]) -> Iterator[list[Answer]]:
    """Answers of one event that may be to one question: of one dimension, or of one kind of thing."""
    groups: dict[tuple[int, str, str], list[Answer]] = defaultdict(list)
    for answer in found:
        first = answer.what.split(" ")[0]
        what = "people" if _of_people(answer) else first if first in ("count", "money") else answer.what
        groups[event[answer.doc_id], answer.kind, what].append(answer)
        if what == "people" and _counted(answer) not in ("", "people"):  # 17 sailors, 17 sailors unhurt
            groups[event[answer.doc_id], answer.kind, "count"].append(answer)
    for group in groups.values():
        if len(group) > 1:
            yield group[:MAX_BUCKET]


def _of_people(answer: Answer) -> bool:
    return answer.what.split(" ")[0] in STATES or answer.what in ("count people", PARTS_OF)


def _one(a: Answer, b: Answer, shared: Mapping[tuple[str, str], float]) -> tuple[float, str]:
    """How sure it is that two answers are to one question, 0 where they are not, and by what."""
    within = a.doc_id == b.doc_id
    if within and a.sentence_id == b.sentence_id and not _two_sources(a, b):
        return 0.0, ""
    if [a.what, b.what].count(PARTS_OF) == 1:
        return (PARTS, "the parts of a sum") if _adds_up(a, b) else (0.0, "")
    fit = _fit(a, b)
    if (a.sentence_id, b.sentence_id) in shared and a.what == b.what:
        if a.order == b.order and (fit or a.beside == b.beside):
            return SURE, "the same place in a shared sentence"
        if a.beside != b.beside and _same_neighbour(a, b):
            return SURE - (0.0 if fit else 0.01), "the same place in a shared sentence"
    age = a.what.startswith("age ") and b.what.startswith("age ")
    if a.anchor != b.anchor and a.kind != "date" and not (age and fit):
        return 0.0, ""
    if age:
        return (SURE, "the age of one person") if a.what == b.what else (0.0, "")
    share, weight = alike(a, b)
    if a.what == b.what and a.what in STATES:
        told = fit or share >= STATE or _two_sources(a, b)
        return (0.75 + share / 5, "what became of the people counted") if told else (0.0, "")
    if within or (a.sentence_id, b.sentence_id) in shared or _apart(a, b, fit):
        return 0.0, ""
    if a.what != "weekday" and _one_thing(a, b, fit, share):
        return 0.6 + share / 4 + (0.1 if fit else 0.0), "the one figure for this thing in either article"
    named = any(":" in thing for thing in a.company.keys() & b.company.keys())
    acting = a.verbs & b.verbs and (named or weight >= WEIGHT_OTHER)
    eased = fit or _close(a, b) or acting
    least, heavy = (COMPANY, WEIGHT) if eased else (COMPANY_OTHER, WEIGHT_OTHER)
    if a.what == "weekday" and not acting:
        return 0.0, ""
    if share >= least and weight >= heavy:
        return min(0.9, 0.4 + share / 2 + (0.1 if fit else 0.0)), "the same thing counted in the same company"
    return 0.0, ""


def _fit(a: Answer, b: Answer) -> bool:
    """May both figures be true of one thing, or are they one number of it in other words: nine shops, nine stores?"""
    if not a.figure or not b.figure:
        return False
    if figures.compatible(a.figure, b.figure) is not None:
        return True
    counts = a.what.startswith("count ") and b.what.startswith("count ")
    return (counts or money.may_be_one(a.figure.unit, b.figure.unit)) and a.figure.value == b.figure.value


def _apart(a: Answer, b: Answer, fit: bool) -> bool:
    """Are two figures hardly told of one thing: of what is called otherwise, or one many times the other?"""
    if not a.figure or not b.figure:
        return True
    if a.what != b.what or a.what == "weekday":
        return not (fit and a.figure.value == b.figure.value)
    if fit or a.kind in ("time", "date"):
        return False
    return figures.far(a.figure, b.figure)


def _same_neighbour(a: Answer, b: Answer) -> bool:
    """Does the same word stand right before or behind both?"""
    sides = [answer.clause.partition("…") for answer in (a, b)]
    (before_a, _, behind_a), (before_b, _, behind_b) = [(x.split(), y, z.split()) for x, y, z in sides]
    return before_a[-1:] == before_b[-1:] != [] or behind_a[:1] == behind_b[:1] != []


def _one_thing(a: Answer, b: Answer, fit: bool, share: float) -> bool:
    """Do both count one thing of which either article has one figure only, or give a figure that is hardly chance?"""
    if not a.figure or not b.figure:
        return False
    if fit and (a.what != b.what or figures.equal(a.figure, b.figure)):
        digits = min(figures.digits(a.figure), figures.digits(b.figure))
        if digits >= TELLING and a.kind in ("number", "money", "time"):
            return True
        if share >= KNOWN and (a.kind == "time" or a.figure.value >= RARE or digits == TELLING - 1):
            return True
    least = KNOWN if fit else KNOWN_OTHER if a.what == a.thing else COMPANY
    return bool(a.alone and b.alone and a.thing and a.thing == b.thing and share >= least)


def _close(a: Answer, b: Answer) -> bool:
    """Are two times of the clock so near that one happening may be told by both?"""
    return bool(
        a.kind == "time"
        and a.figure
        and b.figure
        and abs(a.figure.value - b.figure.value) % 720 <= CLOSE_MINUTES
    )


def alike(a: Answer, b: Answer) -> tuple[float, float]:
    """The share of the company of the one with less that the other has, and what it weighs."""
    common = a.company.keys() & b.company.keys()
    weight = sum(min(a.company[s], b.company[s]) for s in common)
    least = min(sum(a.company.values()), sum(b.company.values()))
    return (weight / least if least else 0.0), weight


def _converted(a: Answer, b: Answer) -> bool:
    """Does a second sum stand right behind the first: 200,000 pesos ($3,500)?"""
    one_place = a.doc_id == b.doc_id and a.kind == b.kind == "money" and a.what != b.what
    return one_place and 0 <= b.start - a.end <= CONVERTED


def _may_join(mine: Topic, theirs: Topic, score: float, shared: Mapping[tuple[str, str], float]) -> bool:
    """May two topics be one? Not where an article would give two different answers."""
    for a in mine.answers:
        for b in theirs.answers:
            may = _told_again(a, b) or _converted(a, b) or _two_sources(a, b)
            if a.doc_id == b.doc_id and not may:
                return False
    if score >= SURE:
        return True
    links = [
        _one(a, b, shared)[0] > 0
        for a in mine.answers
        for b in theirs.answers
        if a.doc_id != b.doc_id and _dimension(a) == _dimension(b) and PARTS_OF not in (a.what, b.what)
    ]
    return 2 * sum(links) >= len(links)


def _two_sources(a: Answer, b: Answer) -> bool:
    """Does an article quote two sources with two figures for one state of people?"""
    return bool(
        a.doc_id == b.doc_id and a.what == b.what and a.what in STATES and a.source and b.source
    ) and (a.source != b.source)


def _adds_up(a: Answer, b: Answer) -> bool:
    """Is one the sum of persons that another article counts as one: 212 miners and 24 engineers, 236 people?

    Of few persons a sum is soon met by chance, so there their company must be alike too; and where both tell one state
    of people, they are to one question whatever they come to.
    """
    if a.doc_id == b.doc_id or (a.of and b.of and a.of != b.of):
        return False
    if a.of and a.of == b.of and {a.what, b.what} == {PARTS_OF, a.of} and alike(a, b)[0] >= STATE:
        return True
    equal = a.figure and b.figure and a.figure.value == b.figure.value
    return bool(equal and a.figure and (a.figure.value >= RARE or alike(a, b)[0] >= STATE))


def _dimension(answer: Answer) -> str:
    return answer.figure.dimension if answer.figure else answer.kind


def _told_again(a: Answer, b: Answer) -> bool:
    """Does an article tell one figure twice?"""
    return bool(
        a.what == b.what and a.figure and b.figure and figures.compatible(a.figure, b.figure) is not None
    )
