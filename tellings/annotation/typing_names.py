"""What a name names: evidence from all its mentions in the article, weighed once, one type for all of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tellings.annotation.name_evidence import (
    WEIGHT,
    Evidence,
    from_beside,
    from_gazetteer,
    from_model,
    from_words,
)
from tellings.annotation.name_tokens import Candidate, Tokens

if TYPE_CHECKING:
    from tellings.annotation.gazetteer import Gazetteer

Votes = dict[Evidence, float]
Groups = dict[str, list[Candidate]]

_LINKS = frozenset({",", "and", "or", "&"})
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


def decide(tokens: Tokens, found: list[Candidate], gazetteer: Gazetteer) -> dict[str, Decision]:
    """One decision for each name of the article.

    Returns:
        By `key_of` the printed form.
    """
    return {key: verdict(vote) for key, vote in weigh(tokens, found, gazetteer).items()}


def weigh(tokens: Tokens, found: list[Candidate], gazetteer: Gazetteer) -> dict[str, Votes]:
    """All evidence on each name of the article."""
    groups: Groups = defaultdict(list)
    keys = [key_of(tokens.span(one.start, one.end)) for one in found]
    for key, one in zip(keys, found, strict=True):
        groups[key].append(one)
    votes = {key: _own(tokens, group, gazetteer) for key, group in groups.items()}
    _from_full_names(votes)
    _from_neighbours(tokens, found, keys, votes)
    return votes


def _own(tokens: Tokens, group: list[Candidate], gazetteer: Gazetteer) -> Votes:
    votes: Votes = {}
    one = group[0]
    text = tokens.span(one.start, one.end)
    for source in (
        from_model(group),
        from_words(tokens, one),
        from_gazetteer(text, one.end - one.start > 1, gazetteer),
    ):
        for evidence, weight in source:
            votes[evidence] = max(votes.get(evidence, weight), weight)
    for mention in group[:40]:
        for evidence, weight in from_beside(tokens, mention):
            before = votes.get(evidence, 0.0)
            most = 1.6 * max(abs(weight), abs(before) / 1.6)
            votes[evidence] = max(-most, min(before + weight, most))
    return votes


def _from_full_names(votes: dict[str, Votes]) -> None:
    """Let the full name explain the short one: a last or first name alone is the person of the full name."""
    people: dict[str, float] = {}
    for key, vote in votes.items():
        if " " not in key:
            continue
        decision = verdict(vote)
        if decision.type == "person":
            parts = key.split()
            weight = WEIGHT["full name"] + WEIGHT["full name, sure"] * decision.score
            for i in range(1, len(parts)):
                rest = " ".join(parts[i:])
                people[rest] = max(people.get(rest, 0.0), weight)
                people[parts[i - 1]] = max(people.get(parts[i - 1], 0.0), weight * 0.6)
    for key, vote in votes.items():
        if key in people:
            vote["person", "full name"] = people[key]


def _from_neighbours(
    tokens: Tokens, found: list[Candidate], keys: list[str], votes: dict[str, Votes]
) -> None:
    """Names in a list are of one kind: each takes a little from what stands before and after it."""
    pairs = []
    for left, right, a, b in zip(found, found[1:], keys, keys[1:], strict=False):
        gap = tokens.lower[left.end : right.start]
        if a != b and 0 < len(gap) <= 2 and all(word in _LINKS for word in gap):
            pairs.append((a, b))
    given: dict[str, Counter[str]] = defaultdict(Counter)
    decisions = {key: verdict(votes[key]) for pair in pairs for key in pair}
    for a, b in pairs:
        for one, other in ((a, b), (b, a)):
            decision = decisions[other]
            if decision.type in _SHARED and decision.method != "none":
                given[one][decision.type] += WEIGHT["coordinated"] * decision.score
    for key, kinds in given.items():
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
    total = sum(w for w in sums.values() if w > 0)
    source = max(((w, source) for (k, source), w in votes.items() if k == kind))[1]
    return Decision(kind, round(weight / total, 3) if total > 0 else 0.3, source)
