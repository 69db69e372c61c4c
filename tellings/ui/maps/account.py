"""Where all the mentions are that a map counts: in the picture, outside it, or in no region, in numbers that add up."""

from __future__ import annotations

import pandas as pd

from tellings.analysis import geography
from tellings.plural import several
from tellings.ui import load
from tellings.ui.maps.controls import MEASURES, by_country, measured
from tellings.ui.view import View
from tellings.views.map_extent import Picture

NAMED = 6
"""Places outside the picture that are named."""


def said(view: View, areas: pd.DataFrame, seen: Picture) -> list[str]:
    """The sentences for a view.

    Args:
        view: the page's view.
        areas: the regions or countries that are listed.
        seen: what of it the picture shows.
    """
    far = _few(seen.far)
    if measured(view):
        noun = MEASURES[measured(view)]
        outside = [f"Outside the picture, in the list, by {noun}: {far}."] if far else []
        return [_each(noun, country=by_country(view)), *outside]
    places = load.ask(view.corpus, geography.places, view.filters)
    unplaced = load.ask(view.corpus, geography.unplaced, view.filters)
    nowhere = unplaced.no_country if by_country(view) else unplaced.no_region
    return [
        sentence(
            seen,
            far,
            countries=0 if by_country(view) else int(places.n[places.kind == "country"].sum()),
            n=int(places.n.sum() + unplaced.n.sum()),
            unplaced=int(nowhere.sum()),
        ),
        *_by_area(int((unplaced.n - nowhere).sum()), country=by_country(view)),
        *_listed(int(areas.n.sum()), seen.total, country=by_country(view)),
    ]


def sentence(seen: Picture, far: str, *, countries: int, n: int, unplaced: int) -> str:
    """Where so many mentions are; the numbers add up to all.

    >>> sentence(Picture(34, 36, []), "Moscow 2", countries=55, n=92, unplaced=1)
    'Of 92 mentions 34 are in the picture, 2 lie outside it (Moscow 2), 55 name a whole country and 1 could not be
    placed.'

    Args:
        seen: what of it the picture shows.
        far: what lies outside it, in words.
        countries: mentions of countries, which fill no region; 0 where countries are filled.
        n: all mentions.
        unplaced: those of which nothing is known; one whose region is known has its number there.
    """
    outside, rest = seen.total - seen.inside, n - seen.total - countries - unplaced
    counts = [
        (seen.inside, "is", "are", "in the picture"),
        (outside, "lies", "lie", f"outside it ({far})"),
        (countries, "names", "name", "a whole country"),
        (rest, "names", "name", "an area that has no point or outline here"),
        (unplaced, "could", "could", "not be placed"),
    ]
    parts = [f"{some:,} {one if some == 1 else more} {what}" for some, one, more, what in counts if some]
    told = " and ".join(filter(None, [", ".join(parts[:-1]), parts[-1]]))
    return f"Of {several(n, 'mention')} {told}."


def _by_area(n: int, *, country: bool) -> list[str]:
    """What is counted for an area although its own place is not known."""
    if not n:
        return []
    they = "it counts" if n == 1 else "they count"
    return [
        f"Of {several(n, 'mention')} only the {'country' if country else 'region'} is known, for which {they}."
    ]


def _listed(n: int, drawn: int, *, country: bool) -> list[str]:
    """What the list has, where that is not what could be drawn."""
    if n == drawn:
        return []
    return [f"The list has {n:,}: those in a {'country' if country else 'region'}."]


def _each(noun: str, *, country: bool) -> str:
    one = noun.removesuffix("s")
    article = "An" if one[0] in "aeiou" else "A"
    areas = "countries" if country else "regions"
    return f"n has each {one} once. {article} {one} that names several {areas} counts for each of them."


def _few(far: list[str]) -> str:
    more = f" and {len(far) - NAMED:,} more" if len(far) > NAMED else ""
    return f"{', '.join(far[:NAMED])}{more}"
