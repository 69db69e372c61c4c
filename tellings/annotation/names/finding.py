"""Names of an article: where they stand and what they name, decided once for the whole article.

The model's spans are repaired, capitalised runs that it passed over are added, and a name that was found once is found
everywhere. All mentions of a name then get one type (`typing_names`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tellings.annotation.amounts.currencies import currency_before
from tellings.annotation.article import Article
from tellings.annotation.names.capitals import find_in_capitals, in_capitals
from tellings.annotation.names.earned import earned
from tellings.annotation.names.entity_types import Decision, decide, key_of
from tellings.annotation.names.labels import with_labels
from tellings.annotation.names.lands import abbreviated, is_placed_so, is_state_behind, spoken_of
from tellings.annotation.names.nouns import VERBAL, WEAK, is_news_of_post, is_no_name, nouns_among
from tellings.annotation.names.outlets import with_outlet
from tellings.annotation.names.place_types import place_type
from tellings.annotation.names.prosecution import with_crown
from tellings.annotation.names.sides import Sides
from tellings.annotation.names.spans import candidates
from tellings.annotation.names.teams import is_sport, known_teams, parted, team_words
from tellings.annotation.names.tokens import Candidate, Tokens
from tellings.resources.lexicon import classes, known_names, words

_STOP = re.compile(r"^([^.]*[^\W\d_]{4,})\.$")
"""A full stop that the tokenizer left on a word: "KYIV."."""

_PARTY_STATE = re.compile(r"[RDI]-(?:[A-Z][a-z]+\.?|[A-Z]{2})$")
"""What stands behind a member of the United States' Congress: "Paul Ryan, R-Wis."."""

_BEFORE_A_FIGURE = re.compile(r"[^\W\d_]{0,4}[^\w\s]? ?(?=\d)")
"""What may be a currency's sign or letters, up to the figure behind: Rs. 10, KSh500, NT$30."""

_BEFORE_TIMES = frozenset(
    "in for of since by until till last this next from to through during early late mid every each and on".split()
)

_LONGEST = 15
"""Words and marks that a name may have; the longest names of ministries have a dozen."""

_CONTINENTAL = frozenset("european europeans african africans asian asians western westerners".split())
_CUT_OFF = frozenset("inc ltd llc corp plc co".split())
"""What is left of a firm whose name is cut off."""

_ROLE_PARTS = frozenset("his her their your first vice of the and foreign joint crown".split())

if TYPE_CHECKING:
    from tellings.resources.gazetteer import Gazetteer


@dataclass(frozen=True, slots=True)
class Name:
    """A name as printed, without article, honorific, title and possessive.

    Attributes:
        start: offset of its first character.
        end: offset after its last.
        text: as printed.
        type: a type of the table `mentions`, or "demonym".
        method: how its span was found and which evidence weighed most, as "model, title".
        score: the share of the evidence that speaks for the type.
    """

    start: int
    end: int
    text: str
    type: str
    method: str
    score: float


def find_names(article: Article, gazetteer: Gazetteer) -> list[Name]:
    """All names of the article, in order, none overlapping."""
    tokens = Tokens(article.doc)
    sport = is_sport(tokens)
    possible = all_candidates(article, tokens, gazetteer, sport=sport)
    lands = spoken_of((tokens.span(one.start, one.end) for one in possible), article.publisher, gazetteer)
    possible = _with_abbreviations(article, tokens, possible, lands, gazetteer)
    decisions = decide(tokens, possible, gazetteer, lands, sport=sport)
    decisions = with_outlet(tokens, possible, decisions, article.publisher)
    possible, decisions = with_crown(article, tokens, possible, decisions)
    sides = Sides(tokens, possible, gazetteer) if sport else None
    nouns = nouns_among(tokens, possible, decisions)
    names = []
    for one in possible:
        text = tokens.span(one.start, one.end)
        decision = decisions[key_of(text)]
        if key_of(text) in nouns or is_no_name(tokens, one, decision) or _is_common(tokens, one, decision):
            continue
        if _is_name(tokens, one, decision):
            start = tokens.start[one.start]
            text = _STOP.sub(r"\1", text)
            kind = _type(tokens, one, decision, gazetteer, lands)
            score = decision.score
            if sides is not None:
                kind, score = sides.settle(one, kind, score)
            names.append(
                Name(
                    start,
                    start + len(text),
                    text,
                    type=kind,
                    method=f"{one.method}, {decision.method}",
                    score=score,
                )
            )
    return names


def _with_abbreviations(
    article: Article, tokens: Tokens, found: list[Candidate], lands: frozenset[str], gazetteer: Gazetteer
) -> list[Candidate]:
    """Add the letters that stand for a state or province of the article's countries: "in UP and MP"."""
    taken = {i for one in found for i in range(one.start, one.end)}
    added = [
        Candidate(i, i + 1, None, "abbreviation")
        for i, text in enumerate(tokens.text)
        if 1 < len(text) < 5
        and text[0].isupper()
        and i not in taken
        and (
            is_state_behind(tokens, i, gazetteer)
            or (abbreviated(text, lands, gazetteer) and is_placed_so(tokens, i, gazetteer))
        )
        and article.annotated(tokens.start[i])
    ]
    return sorted([*found, *added], key=lambda one: one.start) if added else found


def _with_teams(article: Article, tokens: Tokens, found: list[Candidate]) -> list[Candidate]:
    """The candidates with the known teams instead of what stood at their place."""
    teams = [one for one in known_teams(tokens) if article.annotated(tokens.start[one.start])]
    at = {team.start: team for team in teams}
    found = [(one.start in at and parted(tokens, one, at[one.start])) or one for one in found]
    inside = {i for one in teams for i in range(one.start, one.end)}
    longer = {
        i
        for one in found
        if one.end - one.start > 1 and not inside.issuperset(range(one.start, one.end))
        for i in range(one.start, one.end)
    }
    kept = [one for one in found if one.start not in inside or one.start in longer]
    return sorted([*kept, *(one for one in teams if one.start not in longer)], key=lambda one: one.start)


def all_candidates(article: Article, tokens: Tokens, gazetteer: Gazetteer, *, sport: bool) -> list[Candidate]:
    """All possible names, in order, none overlapping: as they stand, in capitals, and elsewhere in the article."""
    possible = earned(tokens, candidates(article, tokens, gazetteer), gazetteer)
    shouted = in_capitals(article, tokens)
    if shouted:
        inside = {i for first, last in shouted for i in range(first, last)}
        possible = [one for one in possible if one.start not in inside]
        known: dict[str, list[list[str]]] = {}
        for one in possible:
            parts = tokens.lower[one.start : one.end]
            if len(parts[0]) > 2:
                known.setdefault(parts[0], []).append(parts)
        for rows in known.values():
            rows.sort(key=len, reverse=True)
        for span in shouted:
            possible += find_in_capitals(tokens, span, known, gazetteer)
        possible.sort(key=lambda one: one.start)
    if sport:
        possible = _with_teams(article, tokens, possible)
    possible = with_labels(article, tokens, possible)
    return _everywhere(article, tokens, possible, _short_forms(tokens, possible, gazetteer, sport=sport))


def _type(
    tokens: Tokens, one: Candidate, decision: Decision, gazetteer: Gazetteer, lands: frozenset[str]
) -> str:
    """The type as in the table: a place gets its kind from the gazetteer, other peoples are `other`."""
    if decision.type == "place":
        return place_type(tokens, one, decision, gazetteer, lands)
    if decision.type == "group":
        last = tokens.text[one.end - 1].rpartition("-")[2]
        return "demonym" if gazetteer.demonym(last) is not None or last.lower() in _CONTINENTAL else "other"
    return decision.type


def _is_name(tokens: Tokens, one: Candidate, decision: Decision) -> bool:
    """Is it a name, and not only a post ("Prime Minister", "Minister of Health"), a vague word or a list?"""
    if one.end - one.start > _LONGEST:
        return False
    if decision.method == "abbreviation" or _is_money(tokens, one):
        return decision.method == "abbreviation"
    parts = [word.rstrip(".") for word in tokens.lower[one.start : one.end]]
    posts, titles = words("posts"), words("titles")
    if parts[0] == "the" or (len(parts) > 1 and tokens.span(one.start, one.end) in known_names()):
        return True
    if len(parts) > 1:
        if all(part in words("calendar_words") for part in parts):
            return False
        if (parts[0] in titles or parts[0] in posts or parts[0] == "head") and parts[1] in (
            "of",
            "for",
            "to",
        ):
            return False
        if classes("generic_words").get(" ".join(parts)) == "section":
            return False
        vague = words("generic_words") | words("portfolio_words")
        if " ".join(parts) in vague or (
            all(p in vague or p in ("and", "of", "&") for p in parts[1:]) and parts[0] in vague
        ):
            head = parts[0] if parts[1] in ("of", "for") and " ".join(parts) not in vague else parts[-1]
            listed = "and" in parts and head in words("portfolio_words")
            return head in words("organisation_words") and not (listed or _is_portfolio(tokens, one))
        if parts[-1] in posts | titles or " ".join(parts[-2:]) in titles:
            ranks = (posts, titles, words("honorifics"), vague, _ROLE_PARTS)
            return " ".join(parts) not in titles and not all(any(p in some for some in ranks) for p in parts)
        return True
    if parts[0] in words("calendar_words") or parts[0].endswith("days"):
        known = decision.type == "person" and decision.method == "full name"
        return known and parts[0] in words("first_names") and not _is_date(tokens, one)
    if len(parts[0]) < 2 and decision.type != "organisation" and parts[0].isascii():
        return False
    if len(parts[0]) < 2 and tokens.text[one.start] != "X":
        return not parts[0].isascii()
    if parts[0] == "west":
        return one.label == "LOC" and tokens.lower[max(0, one.start - 1)] == "the"
    generic = any(
        parts[0] in words(name)
        for name in ("generic_words", "titles", "posts", "portfolio_words", "honorifics")
    )
    return not (generic or parts[0] in _CUT_OFF) or decision.method in ("full name", "outlet", "known")


def _is_money(tokens: Tokens, one: Candidate) -> bool:
    """Does it begin with a currency before a figure, glued or not: "R500,000", "Rs" of "Rs. 10 lakh"?"""
    start = tokens.start[one.start]
    sign = _BEFORE_A_FIGURE.match(tokens.raw, start)
    money = currency_before(tokens.raw, sign.end()) if sign else None
    return money is not None and money[1] <= start


def _is_portfolio(tokens: Tokens, one: Candidate) -> bool:
    """Is it what a minister is for: "the Minister for Foreign Affairs"?"""
    before = tokens.lower[max(0, one.start - 2) : one.start]
    return before[1:] in (["for"], ["of"]) and before[0] in words("titles")


def _is_date(tokens: Tokens, one: Candidate) -> bool:
    """Does a month stand where a time does: in June, June 5, 5 June, last June?"""
    before = tokens.lower[one.start - 1] if one.start else ""
    after = tokens.text[one.end] if one.end < len(tokens.text) else ""
    return before in _BEFORE_TIMES or before[:1].isdigit() or after[:1].isdigit()


def _is_common(tokens: Tokens, one: Candidate, decision: Decision) -> bool:
    """Is it words that only a headline prints with a capital ("Act on Guns"), or a party and state ("R-Wis.")?"""
    if _PARTY_STATE.match(tokens.span(one.start, one.end)):
        return True
    if not tokens.heading[one.start]:
        return False
    if is_news_of_post(tokens, one):
        return True
    if decision.method in WEAK and one.end - one.start > 1:
        last = tokens.lower[one.end - 1]
        if last.endswith(VERBAL) and last not in words("last_names"):
            return True  # Dead Man Identified
    weak = WEAK | {"preposition"} if decision.type == "place" else WEAK
    if decision.method in weak and decision.type in ("person", "other", "place") and one.end - one.start > 1:
        listed = words("first_names") | words("last_names")
        if all(
            (tokens.is_english(word) or tokens.is_verb(word)) and word not in listed
            for word in tokens.lower[one.start : one.end]
        ) and not (decision.type == "place" and tokens.is_in_sentence(one)):
            return True  # As Ferry Sinks, In Weekend Blaze
    return decision.method in WEAK and all(
        not tokens.small.isdisjoint(
            {word, word.removesuffix("s"), word.removesuffix("ed"), word.removesuffix("ing")}
        )
        for word in tokens.lower[one.start : one.end]
    )


def _short_forms(tokens: Tokens, found: list[Candidate], gazetteer: Gazetteer, *, sport: bool) -> set[str]:
    """Single words that stand for a name which the article prints in full: a person's first or last, a team's first."""
    forms = set[str]()
    for one in found:
        first, last = one.start, one.end - 1
        if (
            one.label != "PERSON"
            or not 1 <= last - first <= 2
            or tokens.lower[first] not in words("first_names")
        ):
            continue
        forms |= {tokens.text[i] for i in (first, last) if tokens.lower[i] not in tokens.small}
    if sport:
        forms |= team_words(tokens, found, gazetteer)
    listed = ("generic_words", "titles", "calendar_words", "posts", "not_names")
    return {w for w in forms if len(w) > 3 and not any(w.lower() in words(name) for name in listed)}


def _everywhere(article: Article, tokens: Tokens, found: list[Candidate], short: set[str]) -> list[Candidate]:
    """Add mentions of names that were found elsewhere in the article, and of those `short` for one."""
    first: dict[str, list[list[str]]] = {}
    for one in found:
        parts = tokens.text[one.start : one.end]
        if len(parts) > 1 or (len(parts[0]) > 2 and parts[0].lower() not in words("generic_words")):
            rows = first.setdefault(" ".join(parts[:2]), [])
            if parts not in rows:
                rows.append(parts)
    alone = {word for word in short if [word] not in first.get(word, [])}
    for word in alone:
        first.setdefault(word, []).append([word])
    for rows in first.values():
        rows.sort(key=len, reverse=True)
    taken = [False] * len(tokens.text)
    for one in found:
        taken[one.start : one.end] = [True] * (one.end - one.start)
    added = list(_repeats(article, tokens, first, taken, alone))
    return sorted([*found, *added], key=lambda one: one.start)


def _among_capitals(tokens: Tokens, i: int, end: int) -> bool:
    """Does a word beside it begin with a capital too, so that it may be part of another name?"""
    before = i > 0 and not tokens.first[i] and tokens.capital[i - 1]
    return before or tokens.heading[i] or (i + 1 < end and tokens.capital[i + 1])


def _repeats(
    article: Article,
    tokens: Tokens,
    first: dict[str, list[list[str]]],
    taken: list[bool],
    short: set[str],
) -> Iterator[Candidate]:
    for sentence in article.annotated_sentences:
        for i in range(sentence.start, sentence.end):
            if taken[i] or not tokens.capital[i]:
                continue
            word = tokens.text[i]
            for parts in (*first.get(" ".join(tokens.text[i : i + 2]), ()), *first.get(word, ())):
                end = i + len(parts)
                if end - i == 1 and word in short and _among_capitals(tokens, i, sentence.end):
                    continue
                if end <= sentence.end and tokens.text[i:end] == parts and not any(taken[i:end]):
                    taken[i:end] = [True] * len(parts)
                    yield Candidate(i, end, None, "elsewhere in the article")
                    break
