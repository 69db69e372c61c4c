"""What a name names: evidence from all its mentions in the article, weighed once, one type for all of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tellings.annotation.name_spans import INNER
from tellings.annotation.name_tokens import Candidate, Tokens
from tellings.lexicon import classes, words

if TYPE_CHECKING:
    from tellings.annotation.gazetteer import Gazetteer

MODEL = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "facility",
    "NORP": "group",
    "EVENT": "event",
    "PRODUCT": "product",
    "LAW": "law",
    "WORK_OF_ART": "other",
    "LANGUAGE": "other",
}
"""The model's labels as types; `place` is any country, region, city or natural feature."""

PLACE_KINDS = {"country": "country", "region": "region", "city": "city", "facility": "facility"}

_SPEAK = frozenset(
    "say tell add ask argue explain note insist warn claim reply recall admit write think believe hope feel know "
    "smile laugh marry die born graduate resign".split()
)
_WITHIN = frozenset("in at near from across outside inside around throughout toward towards to into".split())
_DIRECTION = frozenset(
    "northern southern eastern western central north south east west northeastern northwestern southeastern "
    "southwestern upper lower downtown rural mainland".split()
)
_SETTLED = frozenset(
    "city town village capital district province region county state municipality suburb island port area community "
    "neighbourhood neighborhood resort river lake valley oblast prefecture governorate".split()
)


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
    groups: dict[str, list[Candidate]] = defaultdict(list)
    for one in found:
        groups[key_of(tokens.span(one.start, one.end))].append(one)
    votes = {key: _own(tokens, group, gazetteer) for key, group in groups.items()}
    _share(votes, groups, tokens)
    return {key: _verdict(vote) for key, vote in votes.items()}


Votes = Counter[tuple[str, str]]
"""Weight by type and source of the evidence."""


def _own(tokens: Tokens, group: list[Candidate], gazetteer: Gazetteer) -> Votes:
    votes: Votes = Counter()
    labels = Counter(MODEL[one.label] for one in group if one.label)
    for label, n in labels.items():
        votes[label, "model"] = (1.5 + 0.5 * min(n, 5)) * n / len(group)
    one = group[0]
    text = tokens.span(one.start, one.end)
    _words(tokens, one, votes)
    _known(text, one.end - one.start, gazetteer, votes)
    around: Votes = Counter()
    for mention in group:
        for evidence, weight in _around(tokens, mention):
            most = max(abs(weight), abs(around[evidence]))
            around[evidence] = max(-most, min(around[evidence] + weight, 1.6 * most))
    votes.update(around)
    return votes


def _words(tokens: Tokens, one: Candidate, votes: Votes) -> None:
    """Evidence from the words of the name itself."""
    parts = [w.rstrip(".") for w in tokens.lower[one.start : one.end]]
    printed = tokens.text[one.start : one.end]
    last, several = parts[-1], len(parts) > 1
    organisations, places, others = (
        words("organisation_words"),
        classes("place_words"),
        classes("event_words"),
    )
    head = next((parts[i - 1] for i in range(1, len(parts)) if parts[i] in ("of", "for", "on", "and")), last)
    if several and last in words("company_forms"):
        votes["organisation", "form"] = 6.0
    for word in {head, last}:
        if not several:
            break
        weight = 4.0 if word == last or word == head else 0.0
        if word in others and word not in organisations:
            votes[others[word], "word"] = max(votes[others[word], "word"], weight)
        elif word in places:
            kind = "facility" if places[word] == "facility" else "place"
            both = word in organisations
            votes[kind, "word"] = max(votes[kind, "word"], weight * (0.5 if both else 1.0))
            if both:
                votes["organisation", "word"] = max(votes["organisation", "word"], weight * 0.6)
        elif word in organisations:
            votes["organisation", "word"] = max(votes["organisation", "word"], weight)
    if not several and last in others:
        votes[others[last], "word"] = 3.0
    if (
        several
        and parts[0] in places
        and parts[0] in ("lake", "mount", "cape", "river", "gulf", "port", "fort")
    ):
        votes["place", "word"] = 4.0
    if several and any(w in ("of", "for", "and", "&", "on") for w in parts):
        votes["organisation", "small word"] = 1.2
    if several and len(parts) <= 5 and not any(k for (k, s) in votes if s in ("word", "form")):
        names, surnames = words("first_names"), words("last_names")
        plain = [w for w in parts if w not in INNER]
        if plain and plain[0] in names:
            votes["person", "first name"] = 2.5 if len(plain) > 1 else 0.5
        elif plain and all(
            p[0].isupper() and len(w) == 1 for w, p in zip(parts[:-1], printed[:-1], strict=True)
        ):
            votes["person", "initials"] = 2.5
        if len(plain) > 1 and plain[-1] in surnames:
            votes["person", "last name"] = 1.0
    elif not several and last in words("first_names"):
        votes["person", "first name"] = 0.8
    if (
        not several
        and len(printed[0]) in range(2, 8)
        and sum(ch.isupper() for ch in printed[0]) >= 2
        and printed[0].isupper()
    ):
        if not tokens.heading[one.start]:
            votes["organisation", "acronym"] = 2.5


def _known(text: str, length: int, gazetteer: Gazetteer, votes: Votes) -> None:
    """Evidence from the gazetteer."""
    if gazetteer.demonym(text) is not None:
        votes["demonym", "gazetteer"] = 3.0
    best = 0.0
    for place in gazetteer.candidates(text)[:8]:
        population = place.population or 0
        if place.kind == "country":
            weight = 6.0
        elif place.kind in ("region", "area"):
            weight = 3.5
        elif place.kind == "city":
            weight = (
                3.5
                if population >= 500_000
                else 2.5
                if population >= 100_000
                else 1.5
                if population >= 15_000
                else 1.0
            )
        else:
            weight = 2.5
        best = max(best, weight + (0.5 if length > 1 else 0.0))
    if best:
        votes["place", "gazetteer"] = best


def _around(tokens: Tokens, one: Candidate) -> Iterable[tuple[tuple[str, str], float]]:
    """Evidence from the words beside one mention."""
    n, start, end = len(tokens.text), one.start, one.end
    before = tokens.lower[start - 1] if start else ""
    before2 = tokens.lower[start - 2] if start > 1 else ""
    after = tokens.lower[end] if end < n else ""
    after2 = tokens.lower[end + 1] if end + 1 < n else ""
    word = before.rstrip(".")
    if one.titled or (word in words("honorifics") and tokens.capital[start - 1]):
        yield ("person", "title"), 5.0
    elif word in words("titles") or word in words("roles") or f"{before2} {word}" in words("titles"):
        yield ("person", "role"), 3.0
    if after == "," and end + 3 < n and tokens.text[end + 1].isdigit() and len(tokens.text[end + 1]) == 2:
        if tokens.text[end + 2] in (",", ".", ")"):
            yield ("person", "age"), 4.0
    if after in ("who", "whose") or (after == "," and after2 in ("who", "whose")):
        yield ("person", "who"), 2.0
    if before in _WITHIN:
        yield ("place", "preposition"), 1.2 if before in ("in", "near") else 0.6
    if before in _DIRECTION and tokens.lower[start] != before:
        yield ("place", "direction"), 2.5
    if before == "of" and before2 in _SETTLED:
        yield ("place", "kind"), 3.5
    if after in _SETTLED:
        yield ("place", "kind"), 2.5
    if after in ("residents", "locals"):
        yield ("place", "kind"), 1.5
    if after == "-" and after2 == "based":
        yield ("place", "kind"), 3.5
    head = tokens.doc[end - 1]
    if head.dep_ == "nsubj" and head.head.lemma_ in _SPEAK:
        yield ("person", "speaks"), 0.8
    if before == "the" and end - start == 1:
        yield ("person", "article"), -1.5
        yield ("place", "article"), -0.5
    for child in head.children:
        if child.dep_ == "appos":
            noun = child.lemma_.lower()
            if noun in words("roles") or noun in words("titles"):
                yield ("person", "apposition"), 2.0


def _share(votes: dict[str, Votes], groups: dict[str, list[Candidate]], tokens: Tokens) -> None:
    """Let the full name explain the short one: a last or first name alone is the person of the full name."""
    persons = {key: _verdict(v) for key, v in votes.items() if " " in key}
    people: dict[str, float] = {}
    for key, verdict in persons.items():
        if verdict.type == "person":
            parts = key.split()
            weight = 2.0 + 2.0 * verdict.score
            people[parts[-1]] = max(people.get(parts[-1], 0.0), weight)
            people[parts[0]] = max(people.get(parts[0], 0.0), weight * 0.6)
            for i in range(1, len(parts) - 1):
                rest = " ".join(parts[i:])
                people[rest] = max(people.get(rest, 0.0), weight)
                people[parts[i]] = max(people.get(parts[i], 0.0), weight * 0.6)
    for key, vote in votes.items():
        if key in people:
            vote["person", "full name"] = people[key]


def _verdict(votes: Votes) -> Decision:
    sums: Counter[str] = Counter()
    for (kind, _), weight in votes.items():
        sums[kind] += weight
    if not sums:
        return Decision("other", 0.3, "none")
    kind, weight = max(sums.items(), key=lambda item: (item[1], item[0]))
    total = sum(w for w in sums.values() if w > 0)
    source = max(((w, s) for (k, s), w in votes.items() if k == kind))[1]
    return Decision(kind, round(weight / total, 3) if total > 0 else 0.3, source)
