"""Corrections of questions that several articles answer: confirm, dismiss, retitle, verdict, join, part."""

from __future__ import annotations

from tellings.corrections.lines import Correction
from tellings.corrections.questions import Row, stands
from tellings.corrections.state import Effect, State, method, nothing
from tellings.corrections.targets import Answers, Question, expect

_GRAVE = ("only here", "agree", "compatible", "conflict")
_CONFIRMED = 1.0
"""The score of what a person said."""


def confirm(state: State, line: Correction) -> Effect:
    """The answers are to one question, and the verdict is right."""
    rows = state.questions.rows(expect(line.target, Question))
    if str(rows[0]["method"]).startswith("correction:"):
        return nothing("a correction says so already")
    return _said(state, line, rows, before=str(rows[0]["topic"]))


def dismiss(state: State, line: Correction) -> Effect:
    """The answers are to no one question: it leaves every list."""
    rows = state.questions.rows(expect(line.target, Question))
    state.questions.dismiss(rows)
    return Effect(articles=_articles(rows), before=str(rows[0]["topic"]))


def retitle(state: State, line: Correction) -> Effect:
    """The question is put in other words."""
    rows, title = state.questions.rows(expect(line.target, Question)), expect(line.value, str)
    before = str(rows[0]["topic"])
    if before == title:
        return nothing("it is put so already")
    return _said(state, line, rows, before=before, topic=title)


def verdict(state: State, line: Correction) -> Effect:
    """The answers stand to each other otherwise."""
    rows, wanted = state.questions.rows(expect(line.target, Question)), expect(line.value, str)
    before = str(rows[0]["verdict"])
    if before == wanted:
        return nothing("it has this verdict already")
    return _said(state, line, rows, before=before, verdict=wanted, reason="a person says so")


def join(state: State, line: Correction) -> Effect:
    """The answers are to the question of the value; the graver verdict of both holds."""
    rows = state.questions.rows(expect(line.target, Question))
    other = state.questions.rows(expect(line.value, Question))
    if rows is other:
        return nothing("they are one question already")
    before, first = str(rows[0]["topic"]), other[0]
    graver = max(rows[0], first, key=lambda row: _GRAVE.index(row["verdict"]))
    held = {name: graver[name] for name in ("verdict", "reason")}
    state.questions.join(rows, other)
    same = {name: first[name] for name in ("topic_id", "topic", "kind")}
    return _said(state, line, other, before=before, after=str(first["topic"]), **same, **held)


def part(state: State, line: Correction) -> Effect:
    """Some answers are to a question of their own, of the same words and verdict until it is told otherwise."""
    rows, wanted = state.questions.rows(expect(line.target, Question)), expect(line.value, Answers)
    some = [row for row in rows if any(stands(row, span) for span in wanted.spans)]
    if not some or len(some) == len(rows):
        return nothing("some answers must leave, and some stay")
    topic_id = f"topic:{rows[0]['kind']}:{line.id}"
    state.questions.part(rows, some, topic_id)
    return _said(state, line, some, before=str(rows[0]["topic"]), topic_id=topic_id)


def _said(
    state: State, line: Correction, rows: list[Row], *, before: str, after: str = "", **columns: object
) -> Effect:
    state.questions.set(rows, **columns, method=method(line), score=_CONFIRMED)
    return Effect(articles=_articles(rows), before=before, after=after)


def _articles(rows: list[Row]) -> int:
    return len({row["doc_id"] for row in rows})
