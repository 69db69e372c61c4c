"""What a name names: evidence from all its mentions in the article, weighed once, one type for all of them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tellings.annotation.names.context import from_beside
from tellings.annotation.names.evidence import (
    LEADING,
    WEIGHT,
    Evidence,
    from_gazetteer,
    from_model,
    from_words,
)
from tellings.annotation.names.firms import FIRMLY
from tellings.annotation.names.lands import is_abbreviation
from tellings.annotation.names.qualifiers import is_maker, is_no_body, is_of_native, is_public, is_town_of
from tellings.annotation.names.teams import from_sport
from tellings.annotation.names.tokens import Candidate, Tokens
from tellings.annotation.names.whereabouts import (
    at_home,
    from_before,
    from_place_behind,
    is_shore,
    regions_of,
)
from tellings.identity.compare import CLUBS, beginnings, is_acronym, plain, stands_for, vessel
from tellings.resources.lexicon import classes, words

if TYPE_CHECKING:
    from tellings.resources.gazetteer import Gazetteer

Votes = dict[Evidence, float]
Groups = dict[str, list[Candidate]]

_LINKS = frozenset({",", "and", "or", "&"})
_ELSEWHERE = frozenset({("place", "gazetteer"), ("demonym", "gazetteer"), ("group", "model")})
"""What speaks against a firm's being named by such a word alone: African Resources is not "African"."""

_OF_ANOTHER = frozenset({"kind", "town", "noun after"})
"""What is said of the noun after a people's name, not of the name: a Chinese city, Chinese companies."""

_ADJECTIVES = ("ish", "ic", "ical", "an", "ern", "ese", "al", "ine", "ive", "ous")

_LOCAL_BODIES = frozenset(
    "police sheriff sheriffs fire county council city municipal borough district".split()
)
"""Of what the name of a place makes a body, where a firm or person seldom does."""

_KNOWN = {
    "person": ("first name", "last name", "title", "role", "age", "initials", "label"),
    "place": ("gazetteer", "word", "dateline", "kind", "town"),
}
"""By what else than its label the model is borne out, where a name does what firms do."""

_OWN_KIND = frozenset({"abbreviation", "gazetteer", "word"})
"""What tells by itself which kind of place is named."""

_SAINTS = frozenset({"saint", "st", "sainte", "ste"})
_SHARED = frozenset({"person", "organisation", "place"})


@dataclass(frozen=True, slots=True)
class Decision:
    """The type of a name, how sure, and which evidence weighed most."""

    type: str
    score: float
    method: str


def key_of(text: str) -> str:
    """What two printed forms must share to be one name: letters and digits, case aside."""
    return " ".join("".join(ch for ch in text.casefold() if ch not in ".’'`‘").split())


def decide(
    tokens: Tokens, found: list[Candidate], gazetteer: Gazetteer, lands: frozenset[str], *, sport: bool
) -> dict[str, Decision]:
    """One decision for each name of an article.

    Args:
        tokens: its words.
        found: where its names stand.
        gazetteer: the places.
        lands: the countries that it speaks of.
        sport: does it speak of a game?

    Returns:
        By `key_of` the printed form.
    """
    return {key: verdict(vote) for key, vote in weigh(tokens, found, gazetteer, lands, sport=sport).items()}


def weigh(
    tokens: Tokens, found: list[Candidate], gazetteer: Gazetteer, lands: frozenset[str], *, sport: bool
) -> dict[str, Votes]:
    """All evidence on each name of the article (see `decide`)."""
    groups: Groups = defaultdict(list)
    keys = [key_of(tokens.span(one.start, one.end)) for one in found]
    for key, one in zip(keys, found, strict=True):
        groups[key].append(one)
    votes = {key: _own(tokens, group, gazetteer) for key, group in groups.items()}
    regions = regions_of((tokens.span(group[0].start, group[0].end) for group in groups.values()), gazetteer)
    for key, group in groups.items():
        small = ("place", "preposition") in votes[key] and 0 < votes[key].get(
            ("place", "gazetteer"), 0
        ) < WEIGHT["city"]
        if small and regions and at_home(group, tokens, regions, gazetteer):
            votes[key]["place", "gazetteer"] = WEIGHT["city"]
        if is_abbreviation(tokens, group, lands, gazetteer):
            votes[key] = {("place", "abbreviation"): WEIGHT["country"]}
    if sport:
        persons = {
            tokens.lower[one.end - 1] for one in found if one.label == "PERSON" and one.end - one.start > 1
        }
        for key, group in groups.items():
            if key not in persons:
                votes[key].update(from_sport(tokens, group, gazetteer))
    _from_full_names(votes, {key: tokens.span(group[0].start, group[0].end) for key, group in groups.items()})
    _from_neighbours(tokens, found, keys, votes)
    return votes


def _own(tokens: Tokens, group: list[Candidate], gazetteer: Gazetteer) -> Votes:
    votes: Votes = {}
    one = group[0]
    text = tokens.span(one.start, one.end)
    adjective = _is_adjective(tokens, group)
    for source in (
        from_model(group),
        from_words(tokens, one),
        from_gazetteer(text, one.end - one.start > 1, gazetteer),
    ):
        for evidence, weight in source:
            if adjective and evidence == ("place", "gazetteer") and weight < WEIGHT["large city"]:
                continue  # Roman ruins are none of the town of Roman
            votes[evidence] = max(votes.get(evidence, weight), weight)
    if votes.get(("place", "gazetteer"), 0.0) >= WEIGHT["city"] and not _has_article(tokens, one):
        votes.pop(("event", "word"), None)  # Derby, no derby
    if (
        tokens.lower[one.start].rstrip(".") in _SAINTS
        and votes.get(("place", "gazetteer"), 0.0) > WEIGHT["city"]
    ):
        votes = {key: weight for key, weight in votes.items() if key[0] != "person"}  # Saint John, a city
    if is_shore(tokens, one, gazetteer):
        votes["place", "word"] = WEIGHT["ship"]
    named = tokens.lower[one.start] in words("first_names")
    double = "-" in text and not named and gazetteer.demonym(text.rpartition("-")[2]) is not None
    people = (double or gazetteer.demonym(text) is not None) and (adjective or not gazetteer.is_name(text))
    if gazetteer.demonym(text) is not None and any(
        tokens.lower[mention.start - 1] in ("a", "an") for mention in group if mention.start
    ):
        votes["demonym", "one of them"] = WEIGHT["demonym"]  # a Scot who plays
    towns = any(mention.label == "GPE" for mention in group)
    for mention in group[:40]:
        for evidence, weight in (
            *from_beside(tokens, mention),
            *from_before(tokens, mention),
            *from_place_behind(tokens, mention, gazetteer),
        ):
            if people and evidence[1] in _OF_ANOTHER:
                continue
            if evidence[1] == "noun after" and is_town_of(tokens, mention, votes, towns):
                continue
            public = evidence == ("facility", "noun after") and is_public(tokens, mention, votes)
            told, more = (("place", "kind"), WEIGHT["kind"]) if public else (evidence, weight)
            before = votes.get(told, 0.0)
            most = 1.6 * max(abs(more), abs(before) / 1.6)
            votes[told] = max(-most, min(before + more, most))
    if ("place", "gazetteer") in votes and any(is_of_native(tokens, mention) for mention in group[:40]):
        votes["place", "native"] = WEIGHT["kind"]
    if any(is_maker(tokens, mention) for mention in group[:40]):
        votes["organisation", "noun after"] = WEIGHT["noun after"] * 2
        votes.pop(("facility", "noun after"), None)
    if is_no_body(tokens, one, votes):
        votes["organisation", "model"] /= 2
    if _is_hardly_somebody(votes, tokens.lower[one.start : one.end]):
        votes |= {key: weight / 2 for key, weight in votes.items() if key[0] == "person"}
    if ("facility", "word") in votes:  # a museum has a board
        votes.pop(("organisation", "held"), None)
    if any(("organisation", source) in votes for source in FIRMLY):
        for kind, known in _KNOWN.items():
            if not any((kind, source) in votes for source in known):
                votes |= {key: weight / 2 for key, weight in votes.items() if key[0] == kind and weight > 0}
    return votes


def _is_hardly_somebody(votes: Votes, parts: list[str]) -> bool:
    """Does the model alone say that it is a person, nobody's last name is in it, and it stands as places do?"""
    names = words("last_names") if len(parts) > 1 else words("first_names") | words("last_names")
    if all(kind != "place" or source in ("model", "gazetteer") for kind, source in votes):
        return False
    said = any(
        kind == "person" and source not in ("model", "speaks", "first name") and weight > 0
        for (kind, source), weight in votes.items()
    )
    return ("person", "model") in votes and not said and names.isdisjoint(parts[1:] or parts)


def _has_article(tokens: Tokens, one: Candidate) -> bool:
    return one.end - one.start > 1 or tokens.lower[max(0, one.start - 1)] == "the"


def _is_adjective(tokens: Tokens, group: list[Candidate]) -> bool:
    """Is it one word with an adjective's ending, and parsed as one in most places?"""
    one = group[0]
    if one.end - one.start > 1 or not tokens.lower[one.start].endswith(_ADJECTIVES):
        return False
    return 2 * sum(tokens.adjective[mention.start] for mention in group) > len(group)


def _from_full_names(votes: dict[str, Votes], printed: dict[str, str]) -> None:
    """Let the full name explain the short one: a last name is the person's, an acronym and a first word the body's."""
    weights: dict[str, dict[str, float]] = defaultdict(dict)
    initials: dict[str, list[tuple[str, str, float]]] = defaultdict(list)

    def give(key: str, kind: str, weight: float) -> None:
        weights[key][kind] = max(weights[key].get(kind, 0.0), weight)

    for key, vote in votes.items():
        if " " not in key:
            continue
        decision = verdict(vote)
        weight = WEIGHT["full name"] + WEIGHT["full name, sure"] * decision.score
        parts = key.split()
        for letters in beginnings(printed[key]):
            initials[letters].append((printed[key], decision.type, weight))
        if decision.type == "person":
            for i in range(1, len(parts)):
                give(" ".join(parts[i:]), "person", weight)
                give(parts[i - 1], "person", weight * WEIGHT["first of a full name"])
        elif decision.type == "organisation" and len(parts) == 2 and CLUBS & set(parts):
            give(parts[0] if parts[1] in CLUBS else parts[1], "organisation", weight * 1.5)
        elif decision.type == "organisation" and (
            parts[-1] in words("trade_words") or parts[-1] in words("company_forms")
        ):
            firm = parts[-1] in classes("trade_words") or parts[-1] in words("company_forms")
            if firm or not _ELSEWHERE.intersection(votes.get(parts[0], {})):
                give(parts[0], "organisation", weight)
            inner = " ".join(parts[:-1])
            if " " in inner and parts[-1] in words("company_forms") and not _is_person(votes.get(inner)):
                give(inner, "organisation", weight)
        elif decision.type == "organisation" and (at := _public(parts)):
            give(" ".join(parts[:at]), "place", weight / 2)
        elif decision.type in ("product", "event") and vessel(tuple(parts)):
            give(parts[-1], decision.type, weight * 1.5)
            give(" ".join(parts[1:]), decision.type, weight * 1.5)
        elif decision.type == "organisation" and _is_trust(parts) and not _is_elsewhere(votes.get(parts[0])):
            give(parts[0], "organisation", weight)
        elif decision.type == "organisation" and decision.method in ("form", "word", "model"):
            give(parts[0], "organisation", weight * WEIGHT["first word"])
        elif decision.type in ("facility", "place") and decision.method == "word":
            inner = _named_part(parts)
            known = {*_ELSEWHERE, *(("person", source) for source in _KNOWN["person"])}
            if inner and known.isdisjoint(votes.get(inner, {})):
                give(inner, decision.type, weight)
    for key, vote in votes.items():
        if is_acronym(printed[key]):
            for full, kind, weight in initials.get(plain(printed[key])[:2], ()):
                if kind not in ("person", "demonym", "group") and stands_for(printed[key], full):
                    give(key, kind, weight)
        for kind, weight in weights.get(key, {}).items():
            if len(key) < 2 or (kind == "person" and is_acronym(printed[key])):
                continue
            vote[kind, "full name"] = weight
            told = {source for source in _KNOWN["place"] if ("place", source) in vote}
            small = told == {"gazetteer"} and vote["place", "gazetteer"] <= WEIGHT["town"]
            if kind == "person" and (not told or (small and key in words("last_names"))):
                vote["place", "model"] = vote.get(("place", "model"), 0.0) / 2  # Verhoef is no town


def _named_part(parts: list[str]) -> str:
    """A place's name without what only says its kind: Ombera of Lake Ombera, Karume of Karume General Hospital."""
    if parts[0] in LEADING:
        return " ".join(parts[1:])
    kinds = classes("place_words").keys() | words("generic_words") | words("organisation_words")
    end = next((i for i, word in enumerate(parts) if word in kinds), 0)
    return " ".join(parts[:end]) if all(word in kinds for word in parts[end:]) else ""


def _is_trust(parts: list[str]) -> bool:
    """Is it a body under a word that is nobody's first name, by which the article may call it: the Halden Trust?"""
    kinds = words("own_bodies") | words("organisation_words")
    bodies = parts[-1] in words("own_bodies") and all(word in kinds for word in parts[1:])
    return bodies and parts[0] not in words("first_names") and len(parts[0]) > 3


def _is_elsewhere(vote: Votes | None) -> bool:
    """Is it a people's name: the African Studies Association is not "African"?"""
    return vote is not None and not _ELSEWHERE.isdisjoint(vote) and verdict(vote).type in ("demonym", "group")


def _public(parts: list[str]) -> int:
    """How many words stand before a local body's kind, 0 where it is none: the Clarksdale Police Department."""
    return next((i for i, word in enumerate(parts) if i and word in _LOCAL_BODIES), 0)


def _is_person(vote: Votes | None) -> bool:
    return vote is not None and verdict(vote).type == "person"


def _from_neighbours(
    tokens: Tokens, found: list[Candidate], keys: list[str], votes: dict[str, Votes]
) -> None:
    """Names in a list are of one kind: each takes a little from what stands before and after it."""
    pairs = []
    for left, right, a, b in zip(found, found[1:], keys, keys[1:], strict=False):
        gap = tokens.lower[left.end : right.start]
        if a != b and 0 < len(gap) <= 2 and all(word in _LINKS for word in gap):
            pairs.append((a, b))
    shares: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    decisions = {key: verdict(votes[key]) for pair in pairs for key in pair}
    for a, b in pairs:
        for one, other in ((a, b), (b, a)):
            decision = decisions[other]
            if decision.type in _SHARED and decision.method != "none":
                shares[one][decision.type] += WEIGHT["coordinated"] * decision.score
    for key, kinds in shares.items():
        for kind, weight in kinds.items():
            votes[key][kind, "coordinated"] = min(weight, 2.5 * WEIGHT["coordinated"])


def verdict(votes: Votes) -> Decision:
    """The type with the most weight, its share of all weight, and its weightiest source."""
    sums: dict[str, float] = defaultdict(float)
    for (kind, _), weight in votes.items():
        sums[kind] += weight
    if not sums:
        return Decision("other", 0.3, "none")
    kind, weight = max(sums.items(), key=lambda item: (item[1], item[0]))
    if weight <= 0:
        return Decision("other", 0.3, "none")
    total = sum(w for w in sums.values() if w > 0)
    source = max(((w, source) for (k, source), w in votes.items() if k == kind))[1]
    if kind == "place" and source not in _OWN_KIND and ("place", "town") in votes:
        source = "town"
    return Decision(kind, round(weight / total, 3) if total > 0 else 0.3, source)
