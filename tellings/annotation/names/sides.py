"""Teams under the names of cities and states, each where it stands: "Lagos beat Accra", "in Lagos"."""

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
"""So often must places be told of as sides, until their names are teams'."""

_GAMES = frozenset(
    "final semi-final quarter-final match game tie clash derby penalty goal win victory defeat draw fixture "
    "replay".split()
)
"""What there is between two teams, against one or for one."""

_MAYBE_TEAM = frozenset({"city", "region", "location", "product", "other"})


class Sides:
    """The teams that an article of sport calls by the names of cities and states; a country that plays stays one."""

    def __init__(self, tokens: Tokens, found: list[Candidate], gazetteer: Gazetteer) -> None:
        """Look for those whose full names stand there, and for places that beat another or have a captain."""
        self._tokens, self._gazetteer = tokens, gazetteer
        self._words = team_words(tokens, found, gazetteer)
        playing = [
            tokens.span(one.start, one.end)
            for one in found
            if _may_play(tokens.span(one.start, one.end), gazetteer) and _is_a_side(tokens, one)
        ]
        led = [
            tokens.span(one.start, one.end)
            for one in found
            if is_team(tokens, one) and _may_play(tokens.span(one.start, one.end), gazetteer)
        ]
        self._playing = {*led, *(playing if len(playing) >= _SIDES else ())}

    def hold(self, one: Candidate, kind: str) -> bool:
        """Does a name that was taken for this kind of thing stand for a team here?"""
        text = self._tokens.span(one.start, one.end)
        if text in self._playing and kind in _MAYBE_TEAM:
            return _is_side(self._tokens, one, kind) or is_team(self._tokens, one)
        unknown = kind == "location" and not self._gazetteer.candidates(text)
        plain = kind in ("city", "region") or unknown
        return kind in _MAYBE_TEAM and is_team(self._tokens, one, self._words, plain=plain)


def _may_play(name: str, gazetteer: Gazetteer) -> bool:
    """Is it the name of a region or a city, under which a club may play?"""
    first = next(iter(gazetteer.candidates(name)), None)
    return first is not None and first.kind in ("city", "region") and first.name not in HOME_NATIONS


def _is_a_side(tokens: Tokens, one: Candidate) -> bool:
    """Does a score stand behind it, does it beat or lose to somebody, or is there a match against it?"""
    head = tokens.doc[one.end - 1]
    first = head.head if head.dep_ == "conj" else head
    if first.dep_ == "pobj" and first.head.lower_ in ("between", "against", "for", "over"):
        return first.head.head.lemma_.lower() in _GAMES
    games = head.dep_ in ("nsubj", "dobj") and head.head.lemma_.lower() in BEAT | PLAY_ALONE
    scored = SCORE.match("".join(tokens.text[one.end : one.end + SCORE_TOKENS])) is not None
    return games or scored


def _is_side(tokens: Tokens, one: Candidate, kind: str) -> bool:
    """Is it the team where a place of which the team is told stands: not in it, to it, from it, nor a city's street?"""
    before = tokens.lower[one.start - 1] if one.start else ""
    placed = before in WHERE or before in ("from", "to", "the")
    within = kind == "city" and tokens.doc[one.end - 1].dep_ == "compound"
    return not (placed or within) or is_in_play(tokens, one)
