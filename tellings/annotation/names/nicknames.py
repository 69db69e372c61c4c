"""Names with a nickname in quotation marks inside: Edward "Ned" Holm."""

from __future__ import annotations

from dataclasses import replace

from tellings.annotation.names.tokens import Candidate, Tokens
from tellings.resources.lexicon import words

_MARKS = frozenset("\"“”'‘’")


def nicknamed(tokens: Tokens, found: list[Candidate]) -> list[Candidate]:
    """A first and a last name with a nickname in marks between them, made one: Edward "Ned" Holm.

    Args:
        tokens: the article's words.
        found: in order, none overlapping.
    """
    out: list[Candidate] = []
    for one in found:
        if out and one.start < out[-1].end:
            continue
        end = one.end
        if _behind_nickname(tokens, one):
            one = replace(one, start=one.start - 3, label="PERSON")
            while out and out[-1].end > one.start:
                out.pop()
        first_name = one.end - one.start < 3 and (
            one.label == "PERSON" or tokens.lower[one.start] in words("first_names")
        )
        close = next(
            (i for i in (end + 2, end + 3) if tokens.text[i : i + 1] and tokens.text[i] in _MARKS), 0
        )
        if (
            (first_name and close and close + 1 < len(tokens.text) and tokens.text[end] in _MARKS)
            and tokens.space[end - 1]
            and not tokens.space[end]
            and all(tokens.capital[i] for i in (*range(end + 1, close), close + 1))
            and tokens.space[close]
            and not (
                tokens.doc[end + 1].is_stop or tokens.doc[close + 1].is_stop
            )  # Ana Holm ‘A Fraud’ Over Tape
        ):
            last = close + 2
            while (
                last < len(tokens.text)
                and tokens.proper[last]
                and tokens.capital[last]
                and tokens.space[last - 1]
            ):
                last += 1
            one = replace(one, end=last, label="PERSON")
        out.append(one)
    return out


def _behind_nickname(tokens: Tokens, one: Candidate) -> bool:
    """Is it a last name behind a title and a nickname in marks: Minister "Chandu" Rao?"""
    i = one.start
    if i < 4 or one.end - i > 1 or tokens.text[i - 1] not in _MARKS or tokens.text[i - 3] not in _MARKS:
        return False
    joined = not tokens.space[i - 3] and not tokens.space[i - 2] and tokens.space[i - 1]
    title = tokens.lower[i - 4].rstrip(".")
    titled = title in words("titles") or title in words("honorifics")
    return joined and titled and tokens.capital[i - 2] and tokens.capital[i]
