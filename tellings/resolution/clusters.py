"""Things of single articles put together into those of the corpus: those printed alike; `matching` finds the others."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from tellings.identity.compare import letters, parts, slug
from tellings.identity.joined import Joined
from tellings.identity.link import group_of, rank
from tellings.resolution.units import Unit, fullest


@dataclass(slots=True)
class Cluster:
    """One entity: the units that are it.

    Attributes:
        units: doc_id and chain of each.
        method: the reasons for which units of different articles were brought together.
        articles: in how many articles each printed form stands.
        retyped: the documents that took it for something of another type.
    """

    type: str
    forms: Counter[str]
    documents: set[str]
    units: list[tuple[str, str]]
    place_id: str | None = None
    method: str = "one article"
    named: bool = True
    types: Counter[str] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)
    surest: float = 0.0
    articles: Counter[str] = field(default_factory=Counter)
    retyped: set[str] = field(default_factory=set)

    def articles_with(self, word: str) -> int:
        """In how many articles it is called by this one word."""
        return sum(n for text, n in self.articles.items() if parts(text) == (word,))

    @property
    def name(self) -> str:
        """The fullest printed form."""
        return fullest(self.forms)

    @property
    def slug(self) -> str:
        """The fullest form as part of an id."""
        return slug(self.name)


def alike(units: list[Unit]) -> list[Cluster]:
    """Units that share their place, or their fullest form letter by letter."""
    clusters: dict[tuple[str, ...], Cluster] = {}
    for unit in units:
        if unit.place_id is not None:
            key: tuple[str, ...] = ("place", unit.place_id)
        elif not unit.named:
            key = ("alone", unit.doc_id, unit.chain)
        else:
            key = (group_of(unit.type), letters(unit.fullest, unit.type))
        one = clusters.get(key)
        if one is None:
            one = clusters[key] = Cluster(unit.type, Counter(), set(), [], unit.place_id, named=unit.named)
        if unit.named and not one.named:  # a place's name, not its people's, is what it is called
            one.forms, one.articles, one.named = Counter(), Counter(), True
        if unit.named or not one.named:
            one.forms.update(unit.forms)
            one.articles.update(unit.forms.keys())
        one.documents.add(unit.doc_id)
        if unit.retyped:
            one.retyped.add(unit.doc_id)
        one.units.append((unit.doc_id, unit.chain))
        one.types[unit.type] += unit.n
        one.countries.update(unit.countries)
        one.surest = max(one.surest, unit.score)
        if len(one.documents) > 1:
            one.method = "place" if unit.place_id else "same form"
        one.type = max(one.types.items(), key=lambda item: (item[1], item[0]))[0]
    return list(clusters.values())


class Merge:
    """Clusters that are joined step by step."""

    def __init__(self, clusters: list[Cluster]) -> None:
        """Start with these, each its own."""
        self.clusters = clusters
        self._joined = Joined(len(clusters))

    def root(self, i: int) -> int:
        """The cluster that i has become part of."""
        return self._joined.root(i)

    def join(self, i: int, j: int, method: str) -> None:
        """Put j into i, or i into j where that is a place or has the fuller name of the same group."""
        i, j = self.root(i), self.root(j)
        if i == j:
            return
        keep, lose = self.clusters[i], self.clusters[j]
        fuller = group_of(keep.type) == group_of(lose.type) and rank(keep.name) < rank(lose.name)
        if keep.place_id is None and (lose.place_id is not None or fuller):
            i, j, keep, lose = j, i, lose, keep
        self._joined.join(j, i)
        keep.forms.update(lose.forms)
        keep.articles.update(lose.articles)
        keep.documents |= lose.documents
        keep.retyped |= lose.retyped
        keep.units += lose.units
        keep.types.update(lose.types)
        keep.countries.update(lose.countries)
        keep.surest = max(keep.surest, lose.surest)
        reasons = keep.method.split(", ") if keep.method not in ("one article", "same form", "place") else []
        keep.method = ", ".join(dict.fromkeys([*reasons, method]))

    def result(self) -> list[Cluster]:
        """What is left."""
        return [one for i, one in enumerate(self.clusters) if self._joined.is_root(i)]

    def of(self, *groups: str) -> list[int]:
        """Clusters of these groups that bear a name and are not placed."""
        return [
            i
            for i, one in enumerate(self.clusters)
            if self._joined.is_root(i) and one.named and one.place_id is None and group_of(one.type) in groups
        ]
