"""An answer that differs, brought into the group of those that agree.

The copies of one telling, and tellings that agree, make a group. Who tells the thing alone and otherwise is seldom as
likely to answer the same question, in other words and with another figure, as two answers must be for a topic of their
own. Into a group such an answer is let in at less, where it is of the same state, thing and act, its article has
nothing in the group, and neither of the two has a likelier one: each is held against all others first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from tellings.resolution.answers import EARLIER, PARTS_OF, Answer
from tellings.resolution.likelihood import common, likelihood, of_other_things, of_others, state
from tellings.resolution.topics import (
    Topic,
    by_nearness,
    comparable,
    fit,
    hardly_one,
    of_another,
    one_currency,
    same_words,
)

LET_IN, IN_COMPANY, OF_ONE_ACT = 0.25, 0.15, 0.05
"""How likely a differing answer is on average to one question with those of a group: at least, in company as rare as
theirs, and where it is besides the day of the same act."""
RARE_COMPANY = 0.8
"""What company that both have weighs at least, so that less is asked."""
SURE_GROUP = 0.8
"""How sure it is at least of a group that its answers are to one question: those of copies are."""
_METHOD = "another answer to what others agree on"


def with_others(
    groups: Sequence[Topic],
    found: Sequence[Answer],
    event: Mapping[str, int],
    shared: Mapping[tuple[str, str], float],
) -> list[Topic]:
    """The groups, with what answers their questions otherwise.

    Args:
        groups: topics; those that are sure and whose answers agree may grow.
        found: all answers.
        event: the event of each article.
        shared: pairs of sentences that are one.
    """
    of = {id(answer): topic for topic in groups for answer in topic.answers}
    others: dict[int, dict[str, tuple[float, Answer]]] = defaultdict(dict)
    for family in comparable(found, event):
        topics = {id(of[id(a)]): of[id(a)] for a in family if id(a) in of}
        alone = [answer for answer in family if id(answer) not in of]
        pairs = [
            (*likely, answer, topic)
            for topic in topics.values()
            if topic.score >= SURE_GROUP and all(fit(a, b) for a, b in combinations(topic.answers, 2))
            for answer in alone
            if (likely := _likely(answer, topic, shared))
        ]
        best: dict[tuple[int, str], float] = defaultdict(float)
        for most, _, answer, topic in pairs:
            for key in ((id(answer), ""), (id(topic), answer.doc_id)):
                best[key] = max(best[key], most)
        for most, score, answer, topic in pairs:
            first = most == best[id(answer), ""] == best[id(topic), answer.doc_id]
            if first and score >= _least(answer, topic.answers) and _of_one(answer, topic.answers):
                others[id(topic)].setdefault(answer.doc_id, (score, answer))
    return [
        _grown(topic, [*others[id(topic)].values()]) if id(topic) in others else topic for topic in groups
    ]


def _grown(topic: Topic, others: Sequence[tuple[float, Answer]]) -> Topic:
    told = sorted([*topic.answers, *(answer for _, answer in others)], key=lambda a: (a.doc_id, a.start))
    return replace(topic, answers=told, score=round(min(score for score, _ in others), 4), method=_METHOD)


def _likely(
    answer: Answer, topic: Topic, shared: Mapping[tuple[str, str], float]
) -> tuple[float, float] | None:
    """How likely an answer is to the question of a group, at most and on average; None where it is no other one."""
    for other in topic.answers:
        known = EARLIER in answer.times ^ other.times or PARTS_OF in (answer.what, other.what)
        told = answer.doc_id == other.doc_id or (answer.sentence_id, other.sentence_id) in shared
        if told or known or fit(answer, other) or same_words(answer, other):
            return None
        if not one_currency(answer, other) or of_another(answer, other) or hardly_one(answer, other):
            return None
    if all(by_nearness(answer, other, shared) for other in topic.answers):
        return None
    scores = [likelihood(answer, other) for other in topic.answers]
    return max(scores), sum(scores) / len(scores)


def _least(answer: Answer, others: Sequence[Answer]) -> float:
    """How likely it must be to one question with the answers of a group."""
    shared = max(common(answer.company, other.company) + common(answer.acts, other.acts) for other in others)
    if shared < RARE_COMPANY:
        return LET_IN
    return OF_ONE_ACT if answer.kind == "date" else IN_COMPANY


def _of_one(answer: Answer, others: Sequence[Answer]) -> bool:
    """Is it of the state and the kind of thing, or the act, that all others tell, and not of another thing?"""
    if answer.kind == "date":
        acts = [other.occasion for other in others]
        return answer.occasion is not None and all(act and not act.differs(answer.occasion) for act in acts)
    one = all(state(answer) == state(other) and not of_other_things(answer, other) for other in others)
    return one and not all(of_others(answer, other) for other in others)
