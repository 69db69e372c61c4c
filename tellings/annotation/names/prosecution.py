"""The Crown in a report from a court: the body that prosecutes, where no more stands for it than that word."""

from __future__ import annotations

from tellings.annotation.article import Article
from tellings.annotation.names.entity_types import Decision
from tellings.annotation.names.tokens import Candidate, Tokens

METHOD = "known"
_SURE = 0.9
_NAME = "crown"
_COURTS = frozenset(
    "court jury juror jurors prosecutor prosecutors prosecution convicted acquitted sentenced pleaded verdict trial "
    "accused defendant defence counsel barrister magistrate inquest bail".split()
)
_LEAST = 2
"""Words of courts in an article that is a report from one."""


def with_crown(
    article: Article, tokens: Tokens, found: list[Candidate], decisions: dict[str, Decision]
) -> tuple[list[Candidate], dict[str, Decision]]:
    """The candidates and decisions, with "the Crown" alone as a body in a report from a court.

    It is not the Crown Court, the Crown Prince or a crown.
    """
    if len(_COURTS.intersection(tokens.lower)) < _LEAST:
        return found, decisions
    taken = {i for one in found if one.end - one.start > 1 for i in range(one.start, one.end)}
    alone = {
        i
        for i, text in enumerate(tokens.text)
        if text == "Crown"
        and i
        and tokens.lower[i - 1] == "the"
        and i not in taken
        and not tokens.heading[i]
        and tokens.capital[i + 1 : i + 2] != [True]
        and article.annotated(tokens.start[i])
    }
    if not alone:
        return found, decisions
    bodies = [Candidate(i, i + 1, "ORG", METHOD) for i in alone]
    kept = [one for one in found if one.start not in alone and not _is_word(tokens, one)]
    known = {**decisions, _NAME: Decision("organisation", _SURE, METHOD)}
    return sorted([*kept, *bodies], key=lambda one: one.start), known


def _is_word(tokens: Tokens, one: Candidate) -> bool:
    """Is it "Crown" before what somebody is: the Crown prosecutor, Crown counsel?"""
    return tokens.text[one.start : one.end] == ["Crown"]
