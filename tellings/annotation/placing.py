"""Which place a name means: by what stands beside it, the article's company of places, size and distance.

Every distinct name of an article gets one sense, unless the words beside a mention say otherwise ("the city of",
"oblast"). Candidates are weighed on one scale, tenfold population being one point; the choice is made in two rounds,
the second with the places of the first as company.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass

from spacy.tokens import Doc

from tellings.annotation.article import Article
from tellings.annotation.gazetteer import Gazetteer, Place, prominence
from tellings.annotation.names import Name
from tellings.annotation.place_context import Cue, cue, lists, parts_of
from tellings.annotation.placenames import key

MOST = 40
"""Candidates that are weighed for one name."""

SAME_COUNTRY, SAME_REGION, NEAR = 1.5, 1.0, 0.6
CONTAINED = 6.0
KIND_SAID = 5.0
UNSAID = -1.0


@dataclass(frozen=True, slots=True)
class Placed:
    """The place that a name was given, or None; how and how surely."""

    place: Place | None
    kind: str | None
    method: str
    score: float | None


@dataclass(slots=True)
class _Mention:
    name: Name
    first: int
    last: int
    cue: Cue
    parts: bool
    container: str | None
    key: str


def place_all(article: Article, names: list[Name], gazetteer: Gazetteer) -> list[Placed]:
    """The place of each name, in order."""
    mentions = _mentions(article, names, gazetteer)
    senses: dict[str, list[_Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.name.type != "demonym":
            senses[mention.key].append(mention)
    options = {k: _options(group, gazetteer) for k, group in senses.items()}
    company = _company(mentions, options, {}, gazetteer)
    chosen: dict[str, tuple[Place, float, str]] = {}
    for _ in range(2):
        chosen = {k: best for k, group in senses.items() if (best := _choose(group, options[k], company))}
        company = _company(mentions, options, chosen, gazetteer)
    return [_placed(mention, chosen, options, company, gazetteer) for mention in mentions]


def _mentions(article: Article, names: list[Name], gazetteer: Gazetteer) -> list[_Mention]:
    doc = article.doc
    spans = [_tokens(doc, name) for name in names]
    following = lists(spans, doc)
    found = []
    for i, (name, (first, last)) in enumerate(zip(names, spans, strict=True)):
        said = cue(doc, first, last, [spans[j] for j in following[i]])
        container = None
        if i + 1 < len(names):
            container = _container(doc, last, spans[i + 1][0], names[i + 1], gazetteer)
        found.append(_Mention(name, first, last, said, parts_of(doc, first), container, key(name.text)))
    return found


def _tokens(doc: Doc, name: Name) -> tuple[int, int]:
    span = doc.char_span(name.start, name.end, alignment_mode="expand")
    if span is None:
        raise ValueError(f"no tokens at {name.start}-{name.end}")
    return span.start, span.end - 1


def _container(doc: Doc, last: int, first: int, other: Name, gazetteer: Gazetteer) -> str | None:
    """The name in which this one is said to lie: "Paris, Texas", "Paris in Texas"."""
    gap = [doc[j].lower_ for j in range(last + 1, first)]
    if (
        gap in ([","], ["in"], [",", "in"], ["("], [",", "northern"], ["in", "the"])
        and other.type != "demonym"
    ):
        return other.text
    return None


def _options(group: list[_Mention], gazetteer: Gazetteer) -> list[tuple[Place, float]]:
    """The places that may be meant, each with what speaks for it without the article."""
    entries = gazetteer.entries(group[0].name.text)
    return [(place, prominence(place, use)) for place, use in entries[:MOST]]


@dataclass(slots=True)
class _Company:
    countries: Counter[str]
    regions: Counter[str]
    points: list[Place]


def _company(
    mentions: list[_Mention],
    options: dict[str, list[tuple[Place, float]]],
    chosen: dict[str, tuple[Place, float, str]],
    gazetteer: Gazetteer,
) -> _Company:
    """The countries and regions that the article speaks of: of the names that leave no doubt, later of all."""
    countries: Counter[str] = Counter()
    regions: Counter[str] = Counter()
    points = []
    seen = set()
    for mention in mentions:
        if mention.key in seen:
            continue
        seen.add(mention.key)
        place, sure = None, 1.0
        if mention.name.type == "demonym":
            place = gazetteer.demonym(mention.name.text)
        elif mention.key in chosen:
            place, sure, _ = chosen[mention.key]
        elif options.get(mention.key):
            ranked = options[mention.key]
            if len(ranked) == 1 or ranked[0][1] - ranked[1][1] > 2 or ranked[0][0].kind == "country":
                place = ranked[0][0]
        if place is None or not place.country_code:
            continue
        countries[place.country_code] += sure
        if place.admin1_code:
            regions[place.admin1_code] += sure
        if place.kind in {"city", "region"} and place.lat is not None:
            points.append(place)
    return _Company(countries, regions, points)


def _choose(
    group: list[_Mention], options: list[tuple[Place, float]], company: _Company
) -> tuple[Place, float, str] | None:
    """The sense of a name in the article, its score and why."""
    if not options:
        return None
    said = [mention.cue for mention in group if mention.cue.kind]
    parts = any(mention.parts for mention in group)
    containers = {key(mention.container) for mention in group if mention.container}
    weighed = []
    for place, weight in options:
        why = []
        extra = _fits(place, company, why)
        extra += _said(place, said, parts, why)
        if containers and _contains(place, containers):
            extra += CONTAINED
            why.append("the place named after it")
        weighed.append((weight + extra, place, why))
    weighed.sort(key=lambda item: -item[0])
    best, place, why = weighed[0]
    second = next((w for w, other, _ in weighed[1:] if _far(place, other)), best - 8)
    score = round(1 / (1 + math.exp(-(best - second))), 3)
    method = ", ".join(why) or ("the only place of that name" if len(options) == 1 else "the best known")
    return place, score, method


def _far(a: Place, b: Place) -> bool:
    return a.place_id != b.place_id and not (a.admin1_code == b.admin1_code and a.kind != b.kind)


def _fits(place: Place, company: _Company, why: list[str]) -> float:
    """What the other places of the article say for the place."""
    total = 0.0
    own = place.kind == "country"
    if place.country_code and not own:
        n = company.countries[place.country_code]
        share = n / max(1.0, company.countries.total())
        if n:
            total += SAME_COUNTRY * (0.4 + 0.6 * share)
            why.append("its country is spoken of")
        if place.admin1_code and company.regions[place.admin1_code]:
            total += SAME_REGION
            why.append("its region is spoken of")
    if place.lat is not None and not own and place.kind != "region":
        near = min(
            (_km(place, other) for other in company.points if other.place_id != place.place_id), default=9999
        )
        if near < 150:
            total += NEAR * (1 - near / 150)
    return total


def _km(a: Place, b: Place) -> float:
    if a.lat is None or b.lat is None or a.lon is None or b.lon is None:
        return 9999.0
    east = (a.lon - b.lon + 540) % 360 - 180
    return 111.2 * math.hypot(a.lat - b.lat, east * math.cos(math.radians((a.lat + b.lat) / 2)))


def _said(place: Place, said: list[Cue], parts: bool, why: list[str]) -> float:
    """What the words beside the name's mentions say for the place."""
    kinds = Counter(one.kind for one in said)
    if kinds:
        kind = kinds.most_common(1)[0][0]
        if place.kind == kind:
            small = any(one.small for one in said if one.kind == kind)
            why.append(next(one.why for one in said if one.kind == kind))
            return KIND_SAID + (1.6 if small == (place.level == 2) and kind == "region" else 0.0)
        return 0.0
    if parts and place.kind in {"region", "country", "area"}:
        why.append('"parts of" before it')
        return 2.5
    return UNSAID if place.kind == "region" else 0.0


def _contains(place: Place, containers: set[str]) -> bool:
    return bool(_CONTAINERS(place) & containers)


def _CONTAINERS(place: Place) -> set[str]:
    from tellings.annotation.gazetteer import load

    gazetteer = load()
    found = set()
    country = gazetteer.country(place.country_code)
    if country and place.kind != "country":
        found.add(key(country.name))
    return found


def _placed(
    mention: _Mention,
    chosen: dict[str, tuple[Place, float, str]],
    options: dict[str, list[tuple[Place, float]]],
    company: _Company,
    gazetteer: Gazetteer,
) -> Placed:
    if mention.name.type == "demonym":
        place = gazetteer.demonym(mention.name.text)
        return Placed(place, place.kind if place else None, "demonym", 0.95 if place else None)
    best = chosen.get(mention.key)
    if best is None:
        kind = mention.name.type if mention.name.type in {"facility"} else None
        return Placed(None, kind, "no place of that name is known", None)
    return Placed(best[0], best[0].kind, best[2], best[1])
