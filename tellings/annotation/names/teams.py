"""Teams that bear a place's name: in news of sport "Hull City", "Ohio State" and a "Boston" that beats somebody."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from tellings.annotation.names.tokens import POSSESSIVE, Candidate, Tokens
from tellings.resources.lexicon import classes, groups, teams, words

if TYPE_CHECKING:
    from tellings.resources.gazetteer import Gazetteer

_NEEDED = 4
"""Different words of sport from which an article is one of sport."""

_A_SCORE = 3
"""So many words of sport is a score behind a name worth: "beat Real Madrid 3-1"."""

_A_TEAM = 2
"""So many words of sport is a team's full name worth."""

_AGAINST = frozenset({"v", "vs", "versus", "against", "join", "joined", "joining"})
BEAT = frozenset("beat defeat thrash edge host face visit outplay rout trounce hammer stun upset".split())
_PLAY = BEAT | frozenset(
    "lose win draw play top rally score advance sign hold trail lead sack declare bat bowl".split()
)
_JOIN = frozenset("join sign transfer loan arrive move".split())
_MOVE = _JOIN | frozenset("buy sell return leave departure recruit travel trip".split())
_FARE = _PLAY | _MOVE | frozenset("finish need relegate promote equalise equalize".split())
"""Lemmas of what a team does: to another, in a game, with its players, in its season."""

_MARGIN = (
    r"(?:won|lost|beat|beaten|win|victory|thrashed|thumped|hammered)\b[^.]{0,40} "
    r"by (?:an innings|\w+ (?:wickets?|runs|goals|tries))"
)
_TOLD = (
    (re.compile(rf"\b{_MARGIN}\b"), 4),
    (
        re.compile(
            r"\b(?:top|bottom|second|third|fourth|fifth) (?:of|in) the (?:table|league|division|group)\b"
        ),
        4,
    ),
    (re.compile(r"\bWorld Cup\b"), 1),
    (re.compile(r"\b(?:lost|won|drew|draw|win|victory|defeat) \d{1,2}[-–]\d{1,2}\b"), 1),
    (re.compile(r"\b[A-Z]\w+ have (?:signed|sold|beaten|drawn|lost|won|conceded|scored|sacked)\b"), 3),
    (re.compile(r"\b(?:sacked|sack) (?:their|its|the) (?:\w+ )?(?:manager|coach)\b"), 3),
)
"""Turns of phrase of reports of games, each with the words of sport that it is worth."""

_RESULT = re.compile(r"\b[A-Z][\w’'-]+ \d{1,2}[-–]\d{1,2}(?![-–\d])")

_SECOND = frozenset(
    "city town county state tech united rovers wanderers athletic albion forest villa hotspur wednesday orient "
    "argyle".split()
)
_OF_A_TEAM = groups("things")["of_a_team"]
_KINDS = frozenset({"head", "assistant", "team", "divisional", "conference", "league", "star", "starting"})
_HAVING = frozenset(
    {"season", "game", "win", "victory", "title", "goal", "point", "lead", "chance", "defeat", "loss"}
)
PLAY_ALONE = groups("deeds")["play"]
HOME_NATIONS = frozenset({"England", "Scotland", "Wales", "Northern Ireland"})
SCORE = re.compile(r"\d{1,3}[-–]\d")
SCORE_TOKENS = 3
WHERE = frozenset({"in", "near", "around", "across", "outside", "of"})
_JOINING = _JOIN | {"play", "victory", "win", "defeat", "loss", "draw"}
_JOINED = frozenset({"from", "against", "over"})
SCORES, GROUND = 3.5, 3.0
"""The weight of "with Lund scoring", and of a name that only stands behind "at" in a report of a game."""

TEAM, NAMED_TEAM = 7.0, 12.0
"""The weight of a place that plays, and of a team's second word: more than that of a large city, and of a region."""


@lru_cache(maxsize=1)
def _first_words() -> frozenset[str]:
    return frozenset(name.split()[0] for name in teams())


def _spelt(tokens: Tokens) -> Iterator[tuple[int, int, str]]:
    """Where a known team's name stands: first token, end, and the name; the longest first."""
    n = len(tokens.text)
    i = 0
    while i < n:
        end = i + 1
        if tokens.capital[i] and tokens.text[i] in _first_words():
            for size in (4, 3, 2, 1):
                if i + size <= n and tokens.span(i, i + size) in teams():
                    end = i + size
                    yield i, end, tokens.span(i, end)
                    break
        i = end


def is_sport(tokens: Tokens) -> bool:
    """Does the article speak of a game, by its words, the teams that it names and the score behind a name?"""
    said = words("sport_words").intersection(tokens.lower)
    score = len(said) + sum(word in classes("sport_words") for word in said)
    score += sum(worth for phrase, worth in _TOLD if phrase.search(tokens.raw))
    if score >= _NEEDED:
        return True
    spelt = list(_spelt(tokens))
    score += _A_TEAM * len({name for first, end, name in spelt if end - first > 1})
    if score > 1 and any(
        end - first == 1 and is_in_play(tokens, Candidate(first, end, None, "team"))
        for first, end, _ in spelt
    ):
        score += _A_TEAM
    if score >= _NEEDED or not score:
        return score >= _NEEDED
    return score + _A_SCORE >= _NEEDED and _RESULT.search(tokens.raw) is not None


def known_teams(tokens: Tokens) -> list[Candidate]:
    """Where an article of sport names a team that is known, also one that is a common word: "beat Wolves"."""
    spelt = list(_spelt(tokens))
    printed = {name for _, _, name in spelt}
    proven = {
        name
        for first, end, name in spelt
        if _is_proven(tokens, Candidate(first, end, None, "team"), name, printed)
    }
    return [
        Candidate(first, end, None, "team")
        for first, end, name in spelt
        if name in proven
        and (end - first > 1 or not _is_located(tokens, first))
        and not _goes_on(tokens, first, end)
    ]


def parted(tokens: Tokens, one: Candidate, team: Candidate) -> Candidate | None:
    """What is left of a name behind a team and a player's post: "Villa defender Marcus Hale" holds two."""
    post = tokens.lower[team.end] if team.end < one.end else ""
    named = one.start == team.start and one.end > team.end + 1
    if named and (post in _OF_A_TEAM or post in ("forward", "manager", "boss")):
        return Candidate(team.end + 1, one.end, "PERSON", one.method)
    return None


def _is_proven(tokens: Tokens, one: Candidate, name: str, printed: set[str]) -> bool:
    """Is this name a team's here? A full one is where it is not where something happens; a short one where it plays."""
    full = teams()[name]
    if name == full and (one.end - one.start > 1 or name.lower() not in words("common_words")):
        return not _is_located(tokens, one.start)
    return (full in printed and full != name) or is_in_play(tokens, one)


def _is_located(tokens: Tokens, i: int) -> bool:
    """Does a word of place stand before the token: in Nantes, born near Lens?"""
    return i > 0 and tokens.lower[i - 1] in WHERE - {"of"}


def _goes_on(tokens: Tokens, first: int, end: int) -> bool:
    """Is it part of a longer name: Villa Park, Brighton Pier, the Aston Villa Foundation, Jack Leicester?"""
    after = end < len(tokens.text) and tokens.proper[end] and tokens.capital[end]
    before = (
        first > 0
        and not tokens.first[first]
        and not tokens.heading[first]
        and tokens.proper[first - 1]
        and tokens.capital[first - 1]
    )
    return after or before


def is_in_play(tokens: Tokens, one: Candidate) -> bool:
    """Do the words beside it say that it plays, is beaten, signs or is left: "v Lens", "beat Wolves", "Villa host"?"""
    i, end = one.start, one.end
    before = tokens.lower[max(0, i - 5) : i]
    after = tokens.lower[end : end + 2]
    if SCORE.match("".join(tokens.text[end : end + SCORE_TOKENS])):
        return True
    if before and (before[-1] in _AGAINST or _lemma(tokens, i - 1) in BEAT):
        return True
    if (
        before
        and before[-1] in ("from", "to", "for")
        and any(
            _lemma(tokens, j) in (_MOVE | PLAY_ALONE if before[-1] == "to" else _MOVE)
            for j in range(i - len(before), i)
        )
    ):
        return True
    if len(before) > 1 and before[-1] == "of" and before[-2] in _OF_A_TEAM | {"manager"}:
        return True
    next_to = end + 1 if after and after[0] in POSSESSIVE else end
    if next_to >= len(tokens.text):
        return False
    word = tokens.lower[next_to]
    return word in _OF_A_TEAM or word in ("v", "vs", "boss", "manager") or _lemma(tokens, next_to) in _FARE


def _lemma(tokens: Tokens, i: int) -> str:
    return tokens.doc[i].lemma_.lower()


def from_sport(
    tokens: Tokens, group: list[Candidate], gazetteer: Gazetteer
) -> Iterator[tuple[tuple[str, str], float]]:
    """Evidence, in an article of sport, on a name of which `group` are the mentions."""
    one = group[0]
    known = teams().get(tokens.span(one.start, one.end))
    if known is not None and any(mention.method == "team" for mention in group):
        where = gazetteer.is_name(tokens.span(one.start, one.end)) and one.end - one.start == 1
        yield (("place", "gazetteer") if where else ("organisation", "team")), NAMED_TEAM
        return
    if known is None and any(_scores(tokens, mention) for mention in group[:20]):
        yield ("person", "scores"), SCORES
    if known is None and all(_is_ground(tokens, mention) for mention in group[:20]):
        yield ("facility", "ground"), GROUND
    if one.end - one.start > 1:
        if tokens.lower[one.end - 1] in _SECOND and gazetteer.is_name(tokens.span(one.start, one.end - 1)):
            plain = tokens.lower[one.end - 1] in ("city", "county") and gazetteer.is_name(
                tokens.span(one.start, one.end)
            )
            if not plain or any(_plays(tokens, mention) for mention in group[:20]):
                yield ("organisation", "team"), NAMED_TEAM
        return
    first = next(iter(gazetteer.candidates(tokens.text[one.start])), None)
    if first is None or first.kind not in ("city", "region", "area") or first.country_code is None:
        return
    if first.name in HOME_NATIONS:
        return
    if any(_plays(tokens, mention) for mention in group[:20]):
        yield ("organisation", "team"), TEAM


def _scores(tokens: Tokens, one: Candidate) -> bool:
    """Is it one of a side, "with Lund scoring twice"?"""
    after = tokens.lower[one.end] if one.end < len(tokens.lower) else ""
    return (
        one.start > 0
        and tokens.lower[one.start - 1] in ("with", "after", "when", "as", "before")
        and after in ("scoring", "netting", "heading", "missing", "scored", "netted", "headed", "equalised")
    )


def _is_ground(tokens: Tokens, one: Candidate) -> bool:
    """Does it stand behind "at", and end there: "2-0 at Molineux."?"""
    after = tokens.lower[one.end] if one.end < len(tokens.lower) else "."
    if one.end - one.start == 1 and tokens.is_english(tokens.lower[one.start]):
        return False  # at Mass, at Christmas
    ends = after in (".", ",", ";", "on", "in", "with", "when", "last", "after", "before", "and")
    return one.start > 0 and tokens.lower[one.start - 1] == "at" and ends


def _plays(tokens: Tokens, one: Candidate) -> bool:
    """Is it subject or object of a verb of playing, or does a score stand behind it?"""
    if SCORE.match("".join(tokens.text[one.end : one.end + SCORE_TOKENS])):
        return True
    head = tokens.doc[one.end - 1]
    if head.dep_ == "pobj" and head.head.lower_ in _JOINED:
        verb = head.head.head
        return verb.lemma_.lower() in _JOINING and not (head.head.lower_ == "from" and verb.lemma_ == "move")
    return head.dep_ in ("nsubj", "dobj") and head.head.lemma_.lower() in _PLAY


def team_words(tokens: Tokens, found: list[Candidate], gazetteer: Gazetteer) -> set[str]:
    """The first words of the teams whose full names the article prints: "Hull" of "Hull City", not of "Mexico City"."""
    plural = {
        tokens.text[one.end - 1]
        for one in found
        if one.method == "team" and one.end - one.start > 1 and tokens.lower[one.end - 1].endswith("s")
    }  # Chiefs, of the Kaizer Chiefs
    return (
        plural
        | {tokens.text[one.start] for one in found if one.method == "team" and one.end - one.start == 1}
        | {
            tokens.text[one.start]
            for one in found
            if one.end - one.start == 2
            and tokens.lower[one.end - 1] in _SECOND - {"county", "state", "tech", "town", "villa", "forest"}
            and not gazetteer.is_name(tokens.span(one.start, one.end))
        }
    )


def is_team(tokens: Tokens, one: Candidate, teams: Collection[str] = (), *, plain: bool = True) -> bool:
    """Does the name of a city or state stand for its team here: "Alabama's coach", "Alabama fans", "Alabama lost"?

    The name as such may be the place's in the rest of the article. Of those in `teams` (`team_words`) it is the
    team's wherever it is not said to be where something is; of others only where it is `plain`, a city or state.
    """
    if one.end - one.start == 1 and tokens.text[one.start] in teams:
        return not (one.start and tokens.lower[one.start - 1] in WHERE)
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
    return verb.lemma_.lower() in PLAY_ALONE
