"""Whose conventions an article follows: the country that it is about, and the one of its outlet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from tellings.annotation.article import Article
from tellings.annotation.names.lands import of_outlet
from tellings.annotation.places.toponyms import Toponym
from tellings.resources.gazetteer import Gazetteer

_MOST = 0.6


class Home(NamedTuple):
    """Two countries (ISO 3166-1 alpha-2), each None where nothing tells.

    Attributes:
        about: where most of the article's places lie: its sums without a country are in that country's money.
        outlet: where its publisher says that it is: its dates are written as they are there.
    """

    about: str | None = None
    outlet: str | None = None

    @property
    def money(self) -> str | None:
        """The country whose money is meant where none is named."""
        return self.about or self.outlet


NOWHERE = Home()
"""Of an article that nothing places."""


def home(article: Article, toponyms: Sequence[Toponym], gazetteer: Gazetteer) -> Home:
    """The countries whose conventions an article follows.

    Args:
        article: the article, whose publisher is read.
        toponyms: its places.
        gazetteer: knows the places in a publisher's name.
    """
    placed = Counter(t.country_code for t in toponyms if t.country_code)
    country, n = placed.most_common(1)[0] if placed else (None, 0)
    about = country if n > _MOST * sum(placed.values()) else None
    return Home(about, of_outlet(article.publisher or "", gazetteer))
