"""Teams under the names of cities, states and countries, each where it stands: "England beat Kenya", "in England"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tellings.annotation.names.teams import (
    BEAT,
    HOME_NATIONS,
    PLAY_ALONE,
    SCORE,
    SCORE_TOKENS,
    WHERE,
    is_in_play,
    is_team,
    team_words,
)
from tellings.annotation.names.tokens import Candidate, Tokens

if TYPE_CHECKING:
    from tellings.resources.gazetteer import Gazetteer

_SIDES = 2
"""So often must nations be told of as sides, until their names are teams'."""

_MAYBE_TEAM = frozenset({"city", "region", "location", "product", "other"})


class Sides:
    """The teams that an article of sport calls by the names of cities, states and countries."""

    def __init__(self, tokens: Tokens, found: list[Candidate], gazetteer: Gazetteer) -> None:
        """Look for those whose full names stand there, and for countries that beat another or have a captain."""
        self._tokens, self._gazetteer = tokens, gazetteer
        self._words = team_words(tokens, found, gazetteer)
        playing = [
            tokens.span(one.start, one.end)
            for one in found
            if _is_nation(tokens.span(one.start, one.end), gazetteer) and _is_a_side(tokens, one)
        ]
        self._nations = set(playing) if len(playing) >= _SIDES else set[str]()

    def hold(self, one: Candidate, kind: str) -> bool:
        """Does a name that was taken for this kind of thing stand for a team here?"""
        text = self._tokens.span(one.start, one.end)
        if text in self._nations:
            return _is_national(self._tokens, one)
        unknown = kind == "location" and not self._gazetteer.candidates(text)
        plain = kind in ("city", "region") or unknown
        return kind in _MAYBE_TEAM and is_team(self._tokens, one, self._words, plain=plain)


def _is_nation(name: str, gazetteer: Gazetteer) -> bool:
    """Is it the name of a country, or of one that plays as one?"""
    first = next(iter(gazetteer.candidates(name)), None)
    return first is not None and (first.kind == "country" or first.name in HOME_NATIONS)


def _is_a_side(tokens: Tokens, one: Candidate) -> bool:
    """Does a score stand behind it, does it beat or lose to somebody, or has it a captain or striker?"""
    head = tokens.doc[one.end - 1]
    games = head.dep_ in ("nsubj", "dobj") and head.head.lemma_.lower() in BEAT | PLAY_ALONE
    scored = SCORE.match("".join(tokens.text[one.end : one.end + SCORE_TOKENS])) is not None
    return games or scored or is_team(tokens, one)


def _is_national(tokens: Tokens, one: Candidate) -> bool:
    """Is it the team where a country of which the team is told stands: not in it, to it, from it or of it?"""
    before = tokens.lower[one.start - 1] if one.start else ""
    placed = before in WHERE or before in ("from", "to", "the")
    return not placed or is_in_play(tokens, one)
