"""Place names of an article: which place each one means, and whether it means the place, its government or its people.

Names come from `names.find_names`, which has kept people and organisations apart. `placing` chooses the place,
`place_use` the use; here both are put together, one row a name.
"""

from __future__ import annotations

from dataclasses import dataclass

from tellings.annotation.article import Article
from tellings.annotation.names.finding import Name
from tellings.annotation.places.placing import Placed, place_all
from tellings.annotation.places.use import Use, uses
from tellings.resources.gazetteer import Gazetteer, Place
from tellings.schema import PLACE_TYPES


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name, placed or not; the columns of the table `toponyms` without ids.

    Attributes:
        start: offset of its first character.
        end: offset after its last.
        text: as printed.
        place_id: the place; None where the name could not be placed.
        name: the gazetteer's name of it.
        kind: `country`, `region`, `city`, `facility`, `water`, `area`.
        country_code: ISO 3166-1 alpha-2 of the country that it is or lies in.
        admin1_code: ISO 3166-2 of the first-level region that it is or lies in.
        lat: None for waters and areas that no point stands for. An unknown building has the rough point of what the
            text says it stands in, and no place_id.
        lon: likewise.
        use: `literal`, `metonymic` or `demonym`.
        stands_for: the country's place_id, for a metonymic name.
        method: the reasons of both decisions.
        score: how sure the place is, 0 to 1.
    """

    start: int
    end: int
    text: str
    place_id: str | None
    name: str | None
    kind: str | None
    country_code: str | None
    admin1_code: str | None
    lat: float | None
    lon: float | None
    use: str
    stands_for: str | None
    method: str
    score: float | None


def locate(article: Article, names: list[Name], gazetteer: Gazetteer) -> list[Toponym]:
    """One row for each place name and demonym among the names, in their order."""
    sought = [name for name in names if name.type in PLACE_TYPES or name.type == "demonym"]
    if not sought:
        return []
    placed = place_all(article, sought, gazetteer)
    used = uses(article, sought, placed, gazetteer)
    return [_toponym(name, p, u) for name, p, u in zip(sought, placed, used, strict=True)]


def _toponym(name: Name, placed: Placed, use: Use) -> Toponym:
    place: Place | None = placed.place
    where = place or placed.within
    return Toponym(
        start=name.start,
        end=name.end,
        text=name.text,
        place_id=place.place_id if place else None,
        name=place.name if place else None,
        kind=place.kind if place else placed.kind,
        country_code=where.country_code if where else None,
        admin1_code=where.admin1_code if where else None,
        lat=where.lat if where else None,
        lon=where.lon if where else None,
        use=use.use,
        stands_for=use.stands_for,
        method=f"{placed.method}; {use.method}" if use.method else placed.method,
        score=placed.score,
    )
