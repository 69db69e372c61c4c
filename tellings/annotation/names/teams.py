"""Teams that bear a place's name: in news of sport "Hull City", "Ohio State" and a "Boston" that beats somebody."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from tellings.annotation.names.tokens import POSSESSIVE, Candidate, Tokens
from tellings.resources.lexicon import words

if TYPE_CHECKING:
    from tellings.resources.gazetteer import Gazetteer

_NEEDED = 4
"""Different words of sport from which an article is one of sport."""

_A_SCORE = 3
"""So many words of sport is a score behind a name worth: "beat Real Madrid 3-1"."""

_RESULT = re.compile(r"\b[A-Z][\w’'-]+ \d{1,2}[-–]\d{1,2}(?![-–\d])")

_SECOND = frozenset(
    "city town county state tech united rovers wanderers athletic albion forest villa hotspur wednesday orient "
    "argyle".split()
)
_PLAY = frozenset(
    "beat defeat edge thrash outplay rout trounce hammer stun host lose win draw play face top upset rally score "
    "advance visit sign hold trail lead".split()
)
_OF_A_TEAM = frozenset(
    "coach fan fans quarterback striker goalkeeper midfielder defender pitcher players squad roster offense offence "
    "lineup line-up backfield linebacker halfback skipper captain dugout bench rival rivals".split()
)
_KINDS = frozenset({"head", "assistant", "team", "divisional", "conference", "league", "star", "starting"})
_HAVING = frozenset(
    {"season", "game", "win", "victory", "title", "goal", "point", "lead", "chance", "defeat", "loss"}
)
_PLAY_ALONE = frozenset("beat defeat thrash outplay rout trounce win lose draw score".split())
_SCORE = re.compile(r"\d{1,3}[-–]\d")
_SCORE_TOKENS = 3
_NO_TEAM = frozenset("the mexico kansas oklahoma new panama".split())
"""What stands before "City" and "United" in names of other things."""

_WHERE = frozenset({"in", "near", "around", "across", "outside", "of"})
_JOINING = frozenset(
    {"join", "sign", "play", "transfer", "move", "loan", "arrive", "victory", "win", "defeat", "loss", "draw"}
)
_JOINED = frozenset({"from", "against", "over"})
TEAM, NAMED_TEAM = 7.0, 12.0
"""The weight of a place that plays, and of a team's second word: more than that of a large city, and of a region."""


def is_sport(tokens: Tokens) -> bool:
    """Does the article speak of a game, by its words or by the score behind a name?"""
    n = len(words("sport_words").intersection(tokens.lower))
    if n >= _NEEDED or not n:
        return n >= _NEEDED
    return n + _A_SCORE >= _NEEDED and _RESULT.search(tokens.raw) is not None


def from_sport(
    tokens: Tokens, group: list[Candidate], gazetteer: Gazetteer
) -> Iterator[tuple[tuple[str, str], float]]:
    """Evidence, in an article of sport, on a name of which `group` are the mentions."""
    one = group[0]
    if one.end - one.start > 1:
        if tokens.lower[one.end - 1] in _SECOND and gazetteer.is_name(tokens.span(one.start, one.end - 1)):
            plain = tokens.lower[one.end - 1] in ("city", "county") and gazetteer.is_name(
                tokens.span(one.start, one.end)
            )
            if not plain or any(_plays(tokens, mention) for mention in group[:20]):
                yield ("organisation", "team"), NAMED_TEAM
        return
    first = next(iter(gazetteer.candidates(tokens.text[one.start])), None)
    if first is None or first.kind not in ("city", "region") or first.country_code is None:
        return
    if first.name in ("England", "Scotland", "Wales", "Northern Ireland"):
        return
    if any(_plays(tokens, mention) for mention in group[:20]):
        yield ("organisation", "team"), TEAM


def _plays(tokens: Tokens, one: Candidate) -> bool:
    """Is it subject or object of a verb of playing, or does a score stand behind it?"""
    if _SCORE.match("".join(tokens.text[one.end : one.end + _SCORE_TOKENS])):
        return True
    head = tokens.doc[one.end - 1]
    if head.dep_ == "pobj" and head.head.lower_ in _JOINED:
        verb = head.head.head
        return verb.lemma_.lower() in _JOINING and not (head.head.lower_ == "from" and verb.lemma_ == "move")
    return head.dep_ in ("nsubj", "dobj") and head.head.lemma_.lower() in _PLAY


def team_words(tokens: Tokens, found: list[Candidate]) -> set[str]:
    """The first words of the teams whose full names the article prints: "Hull" of "Hull City"."""
    return {
        tokens.text[one.start]
        for one in found
        if one.end - one.start == 2
        and tokens.lower[one.end - 1] in _SECOND - {"county", "state", "tech", "town", "villa", "forest"}
        and tokens.lower[one.start] not in _NO_TEAM
    }


def is_team(tokens: Tokens, one: Candidate, teams: Collection[str] = (), *, plain: bool = True) -> bool:
    """Does the name of a city or state stand for its team here: "Alabama's coach", "Alabama fans", "Alabama lost"?

    The name as such may be the place's in the rest of the article. Of those in `teams` (`team_words`) it is the
    team's wherever it is not said to be where something is; of others only where it is `plain`, a city or state.
    """
    if one.end - one.start == 1 and tokens.text[one.start] in teams:
        return not (one.start and tokens.lower[one.start - 1] in _WHERE)
    if not plain:
        return False
    following = tokens.lower[one.end : one.end + 3]
    if following and following[0] in POSSESSIVE:
        following = following[1:]
    if following and (following[0] in _OF_A_TEAM or (following[1:2] and following[1] in _OF_A_TEAM)):
        return following[0] in _OF_A_TEAM or following[0] in _KINDS
    head = tokens.doc[one.end - 1]
    if head.dep_ != "nsubj":
        return False
    verb = head.head
    if verb.lemma_.lower() == "have":
        return any(child.dep_ == "dobj" and child.lemma_.lower() in _HAVING for child in verb.children)
    return verb.lemma_.lower() in _PLAY_ALONE
