"""Whether a place name means the place, those who act in its name, or its people.

Countries, capitals, seats of government and a few wide areas act: as subject of a verb of deciding or saying, as its
addressee, as owner of a demand or an army, as party to talks. Everything else is literal: where something is or goes,
attributes ("US President", "the Istanbul talks"), parts and offices of a country ("leaders of France").
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span

from tellings.annotation.article import Article
from tellings.annotation.datelines import told_from
from tellings.annotation.names.finding import Name
from tellings.annotation.places.acting import acts
from tellings.annotation.places.placing import Placed
from tellings.resources.gazetteer import ACTOR, Gazetteer, Place
from tellings.resources.lexicon import words


@dataclass(frozen=True, slots=True)
class Use:
    """`literal`, `metonymic` or `demonym`; the country that a metonymic name stands for; why."""

    use: str
    stands_for: str | None = None
    method: str = ""


def uses(article: Article, names: list[Name], placed: list[Placed], gazetteer: Gazetteer) -> list[Use]:
    """The use of each name, in order."""
    rows = []
    for i, (name, its) in enumerate(zip(names, placed, strict=True)):
        before = placed[i - 1].place if i and article.text[names[i - 1].end : name.start] == ", " else None
        rows.append(
            Use("literal")
            if told_from(article, name.start, name.end) and its.method != "demonym"
            else _use(article, name, its, before, gazetteer)
        )
    return rows


def _use(article: Article, name: Name, placed: Placed, before: Place | None, gazetteer: Gazetteer) -> Use:
    if placed.method == "demonym":
        return Use("demonym")
    place = placed.place
    if place is None:
        return Use("literal")
    span = article.tokens(name.start, name.end)
    rank = _rank(place, name, gazetteer)
    if not rank or (before is not None and _holds(place, before, span)):
        return Use("literal")
    why = acts(span, rank)
    if not why:
        return Use("literal")
    country = gazetteer.country(place.country_code) if place.kind != "region" else None
    return Use("metonymic", country.place_id if country else None, why)


def _rank(place: Place, name: Name, gazetteer: Gazetteer) -> str:
    """How readily the place acts: a "state" does, a "seat" where the words are those of governments; else ""."""
    if place.kind == "country":
        return "state"
    if place.kind == "area":
        return "state" if place.name in {"The West", "Global South"} else ""
    if any(use == ACTOR for other, use in gazetteer.entries(name.text) if other is place):
        return "state"
    if (place.level == 2 and place.kind == "city") or place.name == "Brussels":
        return "seat"
    return "seat" if place.kind == "region" and place.level == 1 else ""


def _holds(place: Place, before: Place, span: Span) -> bool:
    """Does it only say where the place before its comma lies: "in Istanbul, Turkey"?

    Not where a verb of deciding follows at once: "In Kyiv, Ukraine said".
    """
    if before.kind in {"country", "water", "area"} or before.country_code != place.country_code:
        return False
    if place.kind != "country" and before.admin1_code != place.admin1_code:
        return False
    doc, end = span.doc, span.end
    while end < len(doc) and doc[end].dep_ in {"aux", "neg", "advmod"}:
        end += 1
    return end >= len(doc) or doc[end].pos_ != "VERB" or doc[end].lemma_.lower() not in words("acting_verbs")
