"""The places that an article speaks of, as company for those that are still in doubt."""

from __future__ import annotations

import math
from collections import Counter, defaultdict

from tellings.resources.gazetteer import Place, km

SAME_COUNTRY, SAME_REGION, NEAR = 2.2, 2.0, 0.8
STRANGE = -1.5
"""Of a place in a country that nothing else in the article lies in."""

NEAR_KM = 200
CELL = 3.0
"""Degrees of the squares in which near places are sought; wider than `NEAR_KM` up to 50° of latitude."""


class Company:
    """Countries, regions and points of the places chosen so far, by the name that each was chosen for."""

    def __init__(
        self,
        chosen: dict[str, Place],
        holders: dict[str, set[str]] | None = None,
        outlet: str | None = None,
    ) -> None:
        self.chosen = chosen
        self.outlet = outlet
        self._holders = holders or {}
        self.countries = Counter(p.country_code for p in chosen.values() if p.country_code)
        self.regions = Counter(p.admin1_code for p in chosen.values() if p.admin1_code)
        self._cells: dict[tuple[int, int], list[tuple[str, Place]]] = defaultdict(list)
        for name, place in chosen.items():
            if place.lat is not None and place.lon is not None and place.kind not in {"country", "region"}:
                self._cells[_cell(place.lat, place.lon)].append((name, place))

    def held(self, name: str) -> set[str]:
        """The ids of the places that the name must mean, if what stands before it is to lie there."""
        return self._holders.get(name, set())

    def others(self, name: str) -> int:
        """In how many of the other names' places a country is told."""
        own = self.chosen.get(name)
        return self.countries.total() - bool(own and own.country_code)

    def speaks_of(self, name: str, country: str | None) -> bool:
        """Does another name's place lie in the country, or is it the country?"""
        own = self.chosen.get(name)
        return country is not None and self.countries[country] > (
            own is not None and own.country_code == country
        )

    def has_near(self, name: str, place: Place) -> bool:
        """Does another name's place, no country, lie near, on whichever side of a border: Derry and Donegal?"""
        return any(
            other != name and there.kind != "country" and km(place, there) < NEAR_KM
            for other, there in self.chosen.items()
        )

    def speaks_for(self, name: str, place: Place) -> tuple[float, str]:
        """What the other names' places say for the place, and why; nothing of a name speaks for itself."""
        own = self.chosen.get(name)
        countries = self.others(name)
        if not place.country_code or not countries:
            return 0.0, ""
        total, why = 0.0, []
        n = self.countries[place.country_code] - (own is not None and own.country_code == place.country_code)
        if n:
            total += SAME_COUNTRY * (0.3 + 0.7 * n / countries)
            why.append("its country is spoken of")
        else:
            total += STRANGE * min(1.0, countries / 4)
        if place.kind == "country":
            return total, ", ".join(why)
        if place.admin1_code:
            same = own is not None and own.admin1_code == place.admin1_code
            n = self.regions[place.admin1_code] - same
            if n:
                total += SAME_REGION * min(1.0, 0.5 + 0.25 * n)
                why.append("its region is spoken of")
        if place.kind != "region":
            near = self._near(name, place)
            total += NEAR * near / 2
            if near:
                why.append("others near it are")
        return total, ", ".join(why)

    def _near(self, name: str, place: Place) -> int:
        """How many of the other names' places lie near, up to 2."""
        if place.lat is None or place.lon is None:
            return 0
        row, column = _cell(place.lat, place.lon)
        near = 0
        for y in (row - 1, row, row + 1):
            for x in (column - 1, column, column + 1):
                for other, there in self._cells.get((y, x), ()):
                    near += other != name and km(place, there) < NEAR_KM
                    if near == 2:
                        return near
        return near


def _cell(lat: float, lon: float) -> tuple[int, int]:
    return math.floor(lat / CELL), math.floor(lon / CELL)
