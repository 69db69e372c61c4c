"""Full names grown to what the letters in brackets behind them stand for."""

from __future__ import annotations

from dataclasses import replace

from tellings.annotation.names.tokens import HYPHENS, POSSESSIVE, Candidate, Tokens
from tellings.identity.compare import SMALL, is_acronym, stands_for
from tellings.resources.lexicon import words

_MOST = 12
"""Words that a full name may have before its letters in brackets."""


def defined(tokens: Tokens, found: list[Candidate]) -> list[Candidate]:
    """Candidates with full names grown to what their letters in brackets stand for.

    "Union of Rationalists and Atheists (URA)" is one name whatever the model took for it. The shortest run of words
    before the bracket that gives the letters is taken (after Schwartz and Hearst 2003); a longer candidate stays.

    Args:
        tokens: the article's words.
        found: in order, none overlapping.

    Returns:
        In order, none overlapping.
    """
    runs = [run for i in range(2, len(tokens.text) - 2) if (run := _run_before(tokens, i))]
    if not runs:
        return found
    out = list(found)
    for start, end in runs:
        over = [one for one in out if one.start < end and one.end > start]
        if any(one.start <= start and one.end >= end for one in over):
            continue
        first = min([start, *(one.start for one in over)])
        out = [one for one in out if one not in over]
        longest = max(over, key=lambda one: one.end - one.start, default=None)
        label = "LOC" if over and all(one.label in ("LOC", "GPE") for one in over) else "ORG"
        whole = Candidate(first, end, label, "in brackets")
        out.append(whole if longest is None else replace(longest, start=first, end=end, label=label))
    return sorted(out, key=lambda one: one.start)


def _run_before(tokens: Tokens, bracket: int) -> tuple[int, int] | None:
    """The full name before the bracket, if an acronym of it stands inside."""
    if tokens.text[bracket] not in ("(", "[") or tokens.text[bracket + 2] not in (")", "]"):
        return None
    short = tokens.text[bracket + 1]
    end = bracket - (tokens.text[bracket - 1] in POSSESSIVE)
    post = any(tokens.lower[end - 1] in words(name) for name in ("titles", "posts", "honorifics"))
    if not is_acronym(short) or post:
        return None
    for start in range(end - 1, max(-1, end - _MOST), -1):
        if not _in_full_name(tokens, start):
            return None
        begins = end - start > 1 and tokens.capital[start] and tokens.lower[start] != "the"
        if begins and stands_for(short, tokens.span(start, end)):
            return start, end
        if tokens.first[start]:
            return None
    return None


def _in_full_name(tokens: Tokens, i: int) -> bool:
    """May the token stand in a full name?"""
    text = tokens.text[i]
    if any(ch in "()[]/|" for ch in text):
        return False
    return tokens.capital[i] or tokens.lower[i] in SMALL or text in HYPHENS | POSSESSIVE | {"&", ","}
