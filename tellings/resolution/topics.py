"""Answers of several articles to one question, brought together.

Two answers are to one question where they stand at the same place of a sentence that both articles have, tell the age
of one person or one figure to its last digit, or are likely to be (:mod:`tellings.resolution.likelihood`) and neither
article has a likelier one for the other. What is counted and its company decide, not the number alone. The likeliest
pairs come first; a topic grows while it has one answer an article, or the same again.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise

import pandas as pd

from tellings.resolution import figures
from tellings.resolution.answers import EARLIER, PARTS_OF, Answer, of_a_share
from tellings.resolution.at_odds import fit, hardly_one, of_another, one_currency, same_words
from tellings.resolution.counts import STATES
from tellings.resolution.likelihood import by_chance, common, family, likelihood, noun, state

ALIKE, APART = 0.3, 0.5
"""How likely two answers are at least to one question, where both figures may be true and where not."""
RARE = 100
"""From which figure on the same one twice is hardly chance."""
TELLING = 3
"""A figure told in so many digits twice is hardly chance, whatever stands around it."""
PARTS_ALIKE = 0.12
"""What share of its company a sum of persons has in common with what it adds up to."""
SOURCES = 0.8
"""The score of what two sources of one article tell."""
TOLD = 0.9
"""The score of one figure to its last digit, and of one day of one act."""
ONE_ACT = 0.85
"""The score of two days of one act."""
CONVERTED = 3
"""So many characters stand at most between a sum and the same in another currency."""
MAX_BUCKET = 400
"""So many answers of one event that count one thing are compared with each other at most."""
IN_ORDER = 0.6
"""How many of their words two sentences have in one order, so that what stands elsewhere in them is something else."""
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
    shared = shared_sentences(reuse)
    tell_parts(found)
    pairs = [pair for group in comparable(found, event) for pair in _pairs(group, shared)]
    linked = {frozenset((id(a), id(b))) for _, _, a, b in pairs}
    of: dict[int, Topic] = {id(a): Topic([a]) for a in found}
    pairs += [
        (SURE, "the same sum in another currency", a, b) for a, b in pairwise(found) if _converted(a, b)
    ]
    for score, method, a, b in sorted(
        pairs, key=lambda p: (-p[0], p[2].doc_id, p[2].start, p[3].doc_id, p[3].start)
    ):
        mine, theirs = of[id(a)], of[id(b)]
        if mine is theirs or not _may_join(mine, theirs, score, linked):
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


def tell_parts(found: Sequence[Answer]) -> None:
    """Note the groups that an article tells apart (four men, five women): none of them is all the people.

    The men of an article that counts nobody else are: "eleven men lost their lives" may be all who did.
    """
    groups: dict[tuple[str, str, frozenset[str]], set[str]] = defaultdict(set)
    for answer in found:
        if family(answer) == "people" and noun(answer):
            groups[answer.doc_id, state(answer), answer.times].add(noun(answer))
    for answer in found:
        told = groups.get((answer.doc_id, state(answer), answer.times), set())
        answer.part = len(told) > 1 and noun(answer) in told and state(answer) != ""
        if noun(answer) == "man" and len(told) == 1:
            answer.what = state(answer) or "count people"


def _pairs(
    group: Sequence[Answer], shared: Mapping[tuple[str, str], float]
) -> Iterator[tuple[float, str, Answer, Answer]]:
    """The pairs of answers to one question: of two articles those that are likeliest for each other."""
    pairs = []
    best: dict[tuple[int, str], tuple[float, Answer]] = {}
    likely: Counter[tuple[int, str]] = Counter()
    for a, b in combinations(group, 2):
        score, method = _one(a, b, shared)
        if score:
            pairs.append((score, method, a, b))
            for one, other in ((a, b), (b, a)):
                key = id(one), other.doc_id
                best[key] = max(best.get(key, (0.0, other)), (score, other), key=lambda told: told[0])
                likely[key] += 1
    for score, method, a, b in pairs:
        if max(likely[id(a), b.doc_id], likely[id(b), a.doc_id]) > 1 and by_nearness(a, b, shared):
            continue
        rivals = (best[id(a), b.doc_id], b), (best[id(b), a.doc_id], a)
        if all(score >= most or _told_again(rival, own) for (most, rival), own in rivals):
            yield score, method, a, b


def by_nearness(a: Answer, b: Answer, shared: Mapping[tuple[str, str], float]) -> bool:
    """Do two times or ranks that differ have nothing in common but that they are near?"""
    told = fit(a, b) or (a.sentence_id, b.sentence_id) in shared
    return a.kind in ("time", "rank") and not (told or common(a.company, b.company) or common(a.acts, b.acts))


def shared_sentences(reuse: pd.DataFrame) -> dict[tuple[str, str], float]:
    """Pairs of sentences, by their ids, that are one sentence."""
    similarities = {}
    for a, sa, ea, b, sb, eb, similarity in zip(
        *(reuse[c] for c in ("doc_a", "start_a", "end_a", "doc_b", "start_b", "end_b", "similarity")),
        strict=True,
    ):
        similarities[f"{a}:s{sa}-{ea}", f"{b}:s{sb}-{eb}"] = similarity
        similarities[f"{b}:s{sb}-{eb}", f"{a}:s{sa}-{ea}"] = similarity
    return similarities


def comparable(found: Sequence[Answer], event: Mapping[str, int]) -> Iterator[list[Answer]]:
    """Answers of one event that may be to one question: of one kind of thing."""
    groups: dict[tuple[int, str, str], list[Answer]] = defaultdict(list)
    for answer in found:
        groups[event[answer.doc_id], answer.kind, family(answer)].append(answer)
    for group in groups.values():
        if len(group) > 1:
            yield group[:MAX_BUCKET]


def _one(a: Answer, b: Answer, shared: Mapping[tuple[str, str], float]) -> tuple[float, str]:
    """How sure it is that two answers are to one question, 0 where they are not, and by what."""
    within = a.doc_id == b.doc_id
    if _two_sources(a, b):
        return SOURCES, "what became of the people counted"
    if within or not a.figure or not b.figure:
        return 0.0, ""
    if [a.what, b.what].count(PARTS_OF) == 1:
        return (SURE, "the parts of a sum") if _adds_up(a, b) else (0.0, "")
    fitting = fit(a, b)
    if not fitting and (same_words(a, b) or of_another(a, b) or of_a_share(a, b)):
        return 0.0, ""
    if (a.sentence_id, b.sentence_id) in shared:
        if a.kind == "date" and not fitting and not _of_one_act(a, b):
            return 0.0, ""
        if a.what == b.what and a.order == b.order and (fitting or a.beside == b.beside):
            return SURE, "the same place in a shared sentence"
        if a.what == b.what and a.beside != b.beside and _same_neighbour(a, b):
            return SURE - (0.0 if fitting else 0.01), "the same place in a shared sentence"
        if shared[a.sentence_id, b.sentence_id] >= IN_ORDER:
            return 0.0, ""
    if a.what.startswith("age "):
        return SURE, "the age of one person"
    if EARLIER in a.times ^ b.times:
        return 0.0, ""
    if not one_currency(a, b):
        return 0.0, ""
    owned = a.occasion and b.occasion and a.occasion.owned_by_one(b.occasion)
    if a.what == "percent" and owned and not a.times.isdisjoint(b.times):
        return TOLD if fitting else ONE_ACT, "the share of one owner"
    if _one_day(a, b) and figures.closeness(a.figure, b.figure):
        return TOLD if fitting else ONE_ACT, "the day of one act"
    if "weekday" in (a.what, b.what) and not (fitting and common(a.acts, b.acts)):
        return 0.0, ""
    digits = min(figures.digits(a.figure), figures.digits(b.figure)) if a.kind != "date" else 0
    if fitting and a.figure.value == b.figure.value and digits >= TELLING and a.kind != "duration":
        return TOLD, "one figure to its last digit"
    likely = likelihood(a, b)
    least = ALIKE if fitting else APART
    if likely < least or by_chance(a, b, fitting=fitting) or (not fitting and hardly_one(a, b)):
        return 0.0, ""
    return likely, "the same thing counted in the same company"


def _one_day(a: Answer, b: Answer) -> bool:
    """Do two dates tell the day of one act?"""
    return bool(a.kind == "date" and a.occasion and b.occasion and a.occasion.is_of(b.occasion))


def _same_neighbour(a: Answer, b: Answer) -> bool:
    """Does the same word stand right before or behind both?"""
    sides = [answer.clause.partition("…") for answer in (a, b)]
    (before_a, _, behind_a), (before_b, _, behind_b) = [(x.split(), y, z.split()) for x, y, z in sides]
    return before_a[-1:] == before_b[-1:] != [] or behind_a[:1] == behind_b[:1] != []


def _of_one_act(a: Answer, b: Answer) -> bool:
    """Do most of the words around two days stand around both, and do both tell one act?"""
    if a.occasion and b.occasion and a.occasion.differs(b.occasion, things=True):
        return False
    around, other = set(a.clause.split()), set(b.clause.split())
    return 2 * len(around & other) > min(len(around), len(other))


def _share(a: Answer, b: Answer) -> float:
    """The share of the company and acts of the one with less that the other has."""
    least = min(sum(one.company.values()) + sum(one.acts.values()) for one in (a, b))
    return (common(a.company, b.company) + common(a.acts, b.acts)) / least if least else 0.0


def _converted(a: Answer, b: Answer) -> bool:
    """Does a second sum stand right behind the first: 200,000 pesos ($3,500)?"""
    one_place = a.doc_id == b.doc_id and a.kind == b.kind == "money" and a.what != b.what
    return one_place and 0 <= b.start - a.end <= CONVERTED


def _may_join(mine: Topic, theirs: Topic, score: float, linked: set[frozenset[int]]) -> bool:
    """May two topics be one? Not where an article would give two different answers."""
    for a in mine.answers:
        for b in theirs.answers:
            may = _told_again(a, b) or _converted(a, b) or _two_sources(a, b)
            if a.doc_id == b.doc_id and not may:
                return False
    if score >= SURE:
        return True
    links = [
        frozenset((id(a), id(b))) in linked
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
    if a.of and a.of == b.of and {a.what, b.what} == {PARTS_OF, a.of} and _share(a, b) >= PARTS_ALIKE:
        return True
    equal = a.figure and b.figure and a.figure.value == b.figure.value
    return bool(equal and a.figure and (a.figure.value >= RARE or _share(a, b) >= PARTS_ALIKE))


def _dimension(answer: Answer) -> str:
    return answer.figure.dimension if answer.figure else answer.kind


def _told_again(a: Answer, b: Answer) -> bool:
    """Does an article tell one figure twice?"""
    if not a.figure or not b.figure or figures.compatible(a.figure, b.figure) is None:
        return False
    return a.what == b.what or (figures.equal(a.figure, b.figure) and state(a) == state(b) != "")
