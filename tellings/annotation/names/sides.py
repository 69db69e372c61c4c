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
from tellings.annotation.names.tokens import POSSESSIVE, Candidate, Tokens
from tellings.resources.lexicon import groups

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

_COMING = frozenset("meet play await".split())
_AWAITS = frozenset("await awaits wait waits".split())
_FAR = 6
"""Words behind a side among which the game stands for which it waits."""

_OF_A_CITY = groups("things")["of_a_city"]
_NOTED = 15_000
"""Inhabitants from which a team's name may be its city's at one place in a report of a game."""

_SURE = 0.9
"""How sure it is what a name is of which the words beside it tell."""

_OF_MIND = frozenset(
    "faith confidence belief believe believes trust pride interest interested stake shares disappointed".split()
)
"""What is had in a club and not in its city."""


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

    def settle(self, one: Candidate, kind: str, score: float) -> tuple[str, float]:
        """What a name is where it stands, and how sure: a team under a place's name, or the city under a team's."""
        if self._is_town(one, kind):
            return ("city" if kind == "organisation" else kind), max(score, _SURE)
        if one.method == "team":
            return "organisation", score
        return ("organisation", max(score, _SURE)) if self._hold(one, kind) else (kind, score)

    def _hold(self, one: Candidate, kind: str) -> bool:
        """Does a name that was taken for this kind of thing stand for a team here?"""
        text = self._tokens.span(one.start, one.end)
        if kind in _MAYBE_TEAM and _may_play(text, self._gazetteer) and _is_to_play(self._tokens, one):
            return True
        if text in self._playing and kind in _MAYBE_TEAM:
            sides = _is_side(self._tokens, one, kind) or _is_a_side(self._tokens, one)
            return sides or is_team(self._tokens, one)
        unknown = kind in ("location", "city") and not self._gazetteer.candidates(text)
        plain = kind in ("city", "region") or unknown
        return kind in _MAYBE_TEAM and is_team(self._tokens, one, self._words, plain=plain)

    def _is_town(self, one: Candidate, kind: str) -> bool:
        """Is it the city's name here, also where it is a team's in the rest: a dateline, "in Bern", Bern's mayor?"""
        text = self._tokens.span(one.start, one.end)
        full = one.method == "team" and one.end - one.start > 1
        if full or kind not in ("organisation", "city", "region") or not _may_play(text, self._gazetteer):
            return False
        noted = self._gazetteer.candidates(text)[0].population >= _NOTED
        return one.method == "dateline" or (noted and _is_a_town(self._tokens, one, self._gazetteer))


def _may_play(name: str, gazetteer: Gazetteer) -> bool:
    """Is it the name of a region or a city, under which a club may play?"""
    first = next(iter(gazetteer.candidates(name)), None)
    return first is not None and first.kind in ("city", "region") and first.name not in HOME_NATIONS


def _is_a_side(tokens: Tokens, one: Candidate) -> bool:
    """Does a score stand behind it, does it beat or lose to somebody, or is there a match against it?"""
    head = tokens.doc[one.end - 1]
    first = head.head if head.dep_ == "conj" else head
    if first.dep_ == "pobj" and first.head.lower_ in ("between", "against", "for", "over"):
        of = first.head.head
        subject = next((word for word in of.lefts if word.dep_ == "nsubj"), of) if of.lemma_ == "be" else of
        return subject.lemma_.lower() in _GAMES
    games = head.dep_ in ("nsubj", "dobj") and head.head.lemma_.lower() in BEAT | PLAY_ALONE
    scored = SCORE.match("".join(tokens.text[one.end : one.end + SCORE_TOKENS])) is not None
    return games or scored or _is_to_play(tokens, one)


def _is_to_play(tokens: Tokens, one: Candidate) -> bool:
    """Is it met in a game to come, or told of as those who won: "meet Bern in the final", "Bern, who beat Basel"?"""
    head, after = tokens.doc[one.end - 1], tokens.lower[one.end : one.end + _FAR]
    if after[:2] == [",", "who"]:
        verbs = (tokens.doc[i].lemma_.lower() for i in range(one.end + 2, min(one.end + 4, len(tokens.text))))
        placed = one.start > 0 and tokens.lower[one.start - 1] in WHERE | {"from", "to", "at", "with", "by"}
        return not placed and any(verb in BEAT | PLAY_ALONE for verb in verbs)
    met = head.dep_ == "dobj" and head.head.lemma_.lower() in _COMING
    waits = bool(after) and after[0] in _AWAITS
    return (met or waits) and not _GAMES.isdisjoint(after)


def _is_a_town(tokens: Tokens, one: Candidate, gazetteer: Gazetteer) -> bool:
    """Do the words beside it say that it is the city: in it, its mayor or streets, a native of it, its land behind?"""
    before = tokens.lower[max(0, one.start - 2) : one.start]
    after = tokens.lower[one.end : one.end + 3]
    own = after[:1] != [] and after[0] in POSSESSIVE
    noun = after[own] if len(after) > own else ""
    if noun in _OF_A_CITY and tokens.text[one.end + own].islower():
        return True
    if noun == "-" and after[-1] in ("based", "born"):
        return True
    if len(before) == 2 and before[1] == "of" and before[0] in _OF_A_CITY | {"city", "town"}:
        return True
    if after[:1] == [","] and _is_in_land(tokens, one, gazetteer):
        return True
    if own or not before or before[0] in _OF_MIND or tokens.doc[one.end - 1].dep_ == "compound":
        return False  # in Bern's goal, lost faith in Bern, in Bern colours
    noun_behind = one.end < len(tokens.text) and tokens.doc[one.end].pos_ == "NOUN"
    return before[-1] in WHERE - {"of"} and not noun_behind


def _is_in_land(tokens: Tokens, one: Candidate, gazetteer: Gazetteer) -> bool:
    """Does the country or state behind the comma hold it, and end there: "Bern, Switzerland, on Monday"?"""
    towns = {place.country_code for place in gazetteer.candidates(tokens.span(one.start, one.end))[:1]}
    start = one.end + 1
    for end in range(start + 1, min(start + 4, len(tokens.text))):
        lands = gazetteer.candidates(tokens.span(start, end))[:1]
        if any(place.kind == "country" or place.level == 1 for place in lands):
            return lands[0].country_code in towns and tokens.text[end] in {",", ".", "("}
    return False


def _is_side(tokens: Tokens, one: Candidate, kind: str) -> bool:
    """Is it the team where a place of which the team is told stands: not in it, to it, from it, nor a city's street?"""
    before = tokens.lower[one.start - 1] if one.start else ""
    placed = before in WHERE or before in ("from", "to", "the")
    within = kind == "city" and tokens.doc[one.end - 1].dep_ == "compound"
    return not (placed or within) or is_in_play(tokens, one)
