"""What an article calls its own outlet: "she told the Rocket", in the Daily Rocket."""

from __future__ import annotations

from collections import defaultdict

from tellings.annotation.names.entity_types import Decision, key_of
from tellings.annotation.names.tokens import Candidate, Tokens

METHOD = "outlet"
_SURE = 0.9
_WORD = 4
"""Letters of a word in capitals that is hardly an acronym, where it is one of the outlet's name."""


def with_outlet(
    tokens: Tokens, found: list[Candidate], decisions: dict[str, Decision], publisher: str | None
) -> dict[str, Decision]:
    """The decisions, with the names of the article's outlet, whole or in part, as a body's.

    A part of the name counts where "the" stands before each of its mentions, or it is in capitals: "told FLASH".

    Args:
        tokens: the article's words.
        found: where its names stand.
        decisions: by `key_of` the printed form.
        publisher: the outlet's name.
    """
    whole = key_of(publisher or "").removeprefix("the ").split()
    parts = {" ".join(whole[i:j]) for i in range(len(whole)) for j in range(i + 1, len(whole) + 1)}
    groups: dict[str, list[int]] = defaultdict(list)
    for one in found:
        key = key_of(tokens.span(one.start, one.end)).removeprefix("the ")
        if key in parts and one.method != "dateline":
            groups[key].append(one.start)
    own = {
        key
        for key, starts in groups.items()
        if key == " ".join(whole)
        or all("the" in tokens.lower[max(0, i - 1) : i + 1] or _shouted(tokens, i) for i in starts)
    }
    return {
        key: Decision("organisation", _SURE, METHOD) if key.removeprefix("the ") in own else decision
        for key, decision in decisions.items()
    }


def _shouted(tokens: Tokens, i: int) -> bool:
    """Is it a word in capitals in running text, and no letters for a longer name?"""
    return tokens.text[i].isupper() and len(tokens.text[i]) >= _WORD and not tokens.heading[i]
