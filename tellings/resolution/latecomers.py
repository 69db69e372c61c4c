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
from tellings.resolution.at_odds import fit, hardly_one, of_another, one_currency, same_words
from tellings.resolution.likelihood import FEW, common, likelihood, of_other_things, of_others, state
from tellings.resolution.topics import APART, Topic, by_nearness, comparable

LET_IN, IN_COMPANY, OF_ONE_ACT = 0.25, 0.15, 0.05
"""How likely a differing answer is on average to one question with those of a group: at least, in company as rare as
theirs, and where it is besides the day of the same act."""
RARE_COMPANY = 0.8
"""What company that both have weighs at least, so that less is asked."""
SURE_GROUP = 0.8
"""How sure it is at least of a group that its answers are to one question: those of copies are."""
_MEN = {"count man": "count people"}
"""Who may be all people, of an article that tells of no women."""
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
            if _is_sure(topic)
            for answer in alone
            if (likely := _likely(answer, topic, shared))
        ]
        best: dict[tuple[int, str], float] = defaultdict(float)
        for most, _, answer, topic in pairs:
            for key in ((id(answer), ""), (id(topic), answer.doc_id)):
                best[key] = max(best[key], most)
        for most, score, answer, topic in pairs:
            first = most == best[id(answer), ""] == best[id(topic), answer.doc_id]
            if first and _is_let_in(score, answer, topic.answers):
                others[id(topic)].setdefault(answer.doc_id, (score, answer))
    return [
        _grown(topic, [*others[id(topic)].values()]) if id(topic) in others else topic for topic in groups
    ]


def _is_sure(topic: Topic) -> bool:
    """Is it sure that a group answers one question, and do all agree?"""
    agree = all(fit(a, b) or not one_currency(a, b) for a, b in combinations(topic.answers, 2))
    return agree and topic.score >= SURE_GROUP


def _grown(topic: Topic, others: Sequence[tuple[float, Answer]]) -> Topic:
    told = sorted([*topic.answers, *(answer for _, answer in others)], key=lambda a: (a.doc_id, a.start))
    return replace(topic, answers=told, score=round(min(score for score, _ in others), 4), method=_METHOD)


def _likely(
    answer: Answer, topic: Topic, shared: Mapping[tuple[str, str], float]
) -> tuple[float, float] | None:
    """How likely an answer is to the question of a group, at most and on average; None where it is no other one."""
    others = [other for other in topic.answers if one_currency(answer, other)]
    for other in others:
        known = EARLIER in answer.times ^ other.times or PARTS_OF in (answer.what, other.what)
        told = answer.doc_id == other.doc_id or (answer.sentence_id, other.sentence_id) in shared
        if told or known or same_words(answer, other):
            return None
        if of_another(answer, other) or hardly_one(answer, other):
            return None
    if 2 * sum(fit(answer, other) for other in others) >= len(others):
        return None
    if all(by_nearness(answer, other, shared) for other in others):
        return None
    scores = [likelihood(answer, other) for other in others]
    return max(scores), sum(scores) / len(scores)


def _is_let_in(score: float, answer: Answer, others: Sequence[Answer]) -> bool:
    """Is it likely enough: for a day as much as two answers must be, for one of the same act, state or thing less?

    Of few that are called otherwise there are soon as many by chance: six patients, seven lives.
    """
    if answer.kind == "date" and score >= APART:
        return True
    called = {_MEN.get(one.what, one.what) for one in (answer, *others)}
    few = answer.figure and answer.figure.value < FEW and len(called) > 1
    if few and answer.kind == "number" and not _company(answer, others):
        return False
    return score >= _least(answer, others) and _of_one(answer, others)


def _least(answer: Answer, others: Sequence[Answer]) -> float:
    """How likely it must be to one question with the answers of a group."""
    shared = _company(answer, others)
    if shared < RARE_COMPANY:
        return LET_IN
    return OF_ONE_ACT if answer.kind == "date" else IN_COMPANY


def _of_one(answer: Answer, others: Sequence[Answer]) -> bool:
    """Is it of the state and the kind of thing, or the act, that all others tell, and not of another thing?

    Of what a length of time is, articles say in many ways; so they do where much else is told with both.
    """
    if answer.kind == "date":
        acts = [other.occasion for other in others]
        return answer.occasion is not None and all(act and not act.differs(answer.occasion) for act in acts)
    one = all(state(answer) == state(other) and not of_other_things(answer, other) for other in others)
    freely = answer.kind == "duration" or _company(answer, others) >= RARE_COMPANY
    return one and (freely or not all(of_others(answer, other) for other in others))


def _company(answer: Answer, others: Sequence[Answer]) -> float:
    """What company it has in common with those of the others with which it has most."""
    return max(common(answer.company, other.company) + common(answer.acts, other.acts) for other in others)
