"""Whether a place name means the place, those who act in its name, or its people."""

from __future__ import annotations

from dataclasses import dataclass

from tellings.annotation.article import Article
from tellings.annotation.gazetteer import Gazetteer
from tellings.annotation.names import Name
from tellings.annotation.placing import Placed


@dataclass(frozen=True, slots=True)
class Use:
    """`literal`, `metonymic` or `demonym`; the country that a metonymic name stands for; why."""

    use: str
    stands_for: str | None = None
    method: str = ""


def uses(article: Article, names: list[Name], placed: list[Placed], gazetteer: Gazetteer) -> list[Use]:
    """The use of each name, in order."""
    return [_use(article, name, p, gazetteer) for name, p in zip(names, placed, strict=True)]


def _use(article: Article, name: Name, placed: Placed, gazetteer: Gazetteer) -> Use:
    if name.type == "demonym":
        return Use("demonym")
    place = placed.place
    if place is None or not (place.kind == "country" or place.level == 2):
        return Use("literal")
    span = article.doc.char_span(name.start, name.end, alignment_mode="expand")
    if span is not None and span.root.dep_ in {"nsubj", "agent"} and span.root.head.pos_ in {"VERB", "AUX"}:
        country = gazetteer.country(place.country_code)
        return Use("metonymic", country.place_id if country else None, "acts")
    return Use("literal")
