"""Drafts of quotations brought into order: doubles dropped, ends trimmed, one within another told from its part."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from tellings.annotation.speech.syntax import finite
from tellings.annotation.speech.syntax import subject as subject_of
from tellings.annotation.speech.turns import Draft

MAX_DEPTH = 3
"""Quotations that may stand within one another."""


def order(draft: Draft) -> tuple[int, int]:
    """The outer one first, of two that begin together."""
    return draft.hull[0], -draft.hull[1]


def without_doubles(drafts: list[Draft]) -> list[Draft]:
    """One draft for a span: the one whose cue is nearest."""
    best: dict[tuple[int, int], Draft] = {}
    for draft in drafts:
        old = best.get(draft.hull)
        if old is None or _distance(draft) < _distance(old):
            best[draft.hull] = draft
    return list(best.values())


def trimmed(drafts: list[Draft]) -> list[Draft]:
    """Without the attribution that a clause ran into: "X agreed to A, Y announced" is Y's, and ends before Y."""
    later = sorted((*d.hull, d.cue.start) for d in drafts if d.cue is not None and d.hull[1] <= d.cue.start)
    later.sort(key=lambda report: report[1])
    ends = [end for _, end, _ in later]
    for draft in drafts:
        start, end = draft.spans[-1]
        i = bisect_right(ends, start)
        while i < len(later) and ends[i] < end:
            if later[i][2] < end and later[i][0] <= start:
                draft.spans[-1] = (start, ends[i])
                break
            i += 1
    return drafts


def _distance(draft: Draft) -> int:
    if draft.cue is None:
        return 0
    start, end = draft.hull
    return max(start - draft.cue.end, draft.cue.start - end, 0)


def _stands_inside(draft: Draft) -> bool:
    """Is a report within what another one says told plainly enough: a finite verb with a speaker of its own?"""
    if draft.cue is None or draft.cue.kind != "verb" or draft.cue.entry is None:
        return False
    verb = draft.cue.token
    subject = subject_of(verb)
    if subject is None or subject.pos_ == "PRON" or draft.cue.entry.clause != "yes":
        return False
    lefts = {child.dep_ for child in verb.lefts}
    past = verb.tag_ == "VBN" and "nsubj" in lefts and "auxpass" not in lefts  # a past tense, misread
    return finite(verb) or "aux" in lefts or past


def nested(drafts: list[Draft]) -> Iterator[tuple[Draft, Draft | None]]:
    """The drafts that stay, each with the one in whose words it stands.

    Args:
        drafts: in `order`.
    """
    stack: list[Draft] = []
    for draft in drafts:
        start, end = draft.hull
        while stack and stack[-1].hull[1] <= start:
            stack.pop()
        outer = next((d for d in reversed(stack) if _holds(d, start, end)), None)
        if outer is not None and (
            draft.method == "marked" or not _stands_inside(draft) or len(stack) >= MAX_DEPTH
        ):
            continue
        if len(stack) < MAX_DEPTH:
            stack.append(draft)
        yield draft, outer


def _holds(outer: Draft, start: int, end: int) -> bool:
    return (outer.cue is not None or outer.method == "transcript") and any(
        a <= start and end <= b for a, b in outer.spans
    )
