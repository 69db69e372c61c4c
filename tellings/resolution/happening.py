"""What answers on what happened have in common: the sentences they stand in, their question, the verdict on them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from typing import Any, NamedTuple

from tellings.identity.joined import unite
from tellings.resolution.answers import Answer
from tellings.resolution.clauses import Clauses
from tellings.resolution.company import clause
from tellings.resolution.passages import Passage
from tellings.resolution.topics import MAX_BUCKET, Topic

_SCORE = 0.85


class Told(NamedTuple):
    """A topic with its question (None: from its answers), its verdict, and why."""

    topic: Topic
    question: str | None
    verdict: str
    reason: str


class Sentences:
    """What is known of the sentences that are compared."""

    def __init__(
        self,
        texts: Mapping[str, str],
        shown: Mapping[str, Passage],
        event: Mapping[str, int],
        days: Mapping[str, str],
        anchors: Mapping[str, frozenset[str]],
    ) -> None:
        self.texts, self.shown, self.event, self.days, self.anchors = texts, shown, event, days, anchors

    def answer(
        self, said: Clauses, span: tuple[int, int], kind: str, value: str, told: tuple[int, int] | None = None
    ) -> Answer:
        """An answer with the words that stand around it, or around what tells it."""
        text, passage = self.texts[said.doc_id], self.shown[said.sentence_id]
        return Answer(
            said.doc_id,
            said.sentence_id,
            *span,
            text=text[slice(*span)],
            kind=kind,
            what=f"happening {value}",
            figure=None,
            value=value,
            clause=clause(text, told or span, passage),
        )

    def other_day(self, a: Answer, b: Answer) -> bool:
        """Do the sentences of two answers speak of two days, or one of long ago? A week may be its day's."""
        day, other = self.days.get(a.sentence_id, ""), self.days.get(b.sentence_id, "")
        ago, long_ago = (self.anchors.get(x.sentence_id, frozenset()) - {""} for x in (a, b))
        return (len(day) == len(other) and day != other) or ago != long_ago

    def linked(
        self, found: Mapping[Any, list[Any]], stands: Callable[[Any, Any], bool | None], method: str, why: str
    ) -> list[Told]:
        """Answers of one event that go together.

        Args:
            found: by event, rows that begin with an answer.
            stands: whether two rows agree, or None where they are not to one question.
            method: what brings them together.
            why: why they are at odds.
        """
        told = []
        for rows in found.values():
            own = rows[:MAX_BUCKET]
            group = {number: [number] for number in range(len(own))}
            apart = []
            for a, b in combinations(group, 2):
                one, other = own[a], own[b]
                alone = one[0].doc_id == other[0].doc_id or self.other_day(one[0], other[0])
                agree = None if alone else stands(one, other)
                if agree is not None:
                    unite(group, a, b)
                if agree is False:
                    apart.append((a, b))
            for numbers in {id(mine): mine for mine in group.values()}.values():
                answers = [own[n][0] for n in numbers]
                two = [(own[a][0], own[b][0]) for a, b in apart if a in numbers]
                if len({answer.value for answer in answers}) > 1:  # told alike it is no question
                    told.append(judged(answers, method, two, why))
        return told


def judged(
    answers: list[Answer],
    method: str,
    apart: Sequence[tuple[Answer, Answer]],
    why: str,
    question: str | None = None,
) -> Told:
    """The answers to one question with the verdict: at odds where two of them are."""
    topic = Topic(sorted(answers, key=lambda a: (a.doc_id, a.start)), _SCORE, method)
    if apart:
        one, other = (" ".join(answer.text.split()) for answer in apart[0])
        return Told(topic, question, "conflict", f"“{one}” and “{other}” {why}")
    same = len({answer.value for answer in answers}) == 1 or topic.answers[0].kind == "sequence"
    verdict, reason = ("agree", "all say the same") if same else ("compatible", "both may be true")
    return Told(topic, question, verdict, reason)
