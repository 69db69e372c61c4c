"""Which things of different articles are one.

Every step looks names up under a key (letters, last name by sound, initials), so that the work grows with the number of
names and not with its square. A short name goes to a full one only where one candidate is there or clearly leads.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from tellings.linking import rank
from tellings.naming import core, is_acronym, parts, plain, same_person, slug, sound, stands_for
from tellings.resolution.units import Unit, fullest

LEADS = 4
"""A short name goes to the full name that stands in this many times as many articles as the next candidate."""


@dataclass(slots=True)
class Cluster:
    """One entity: the units that are it."""

    type: str
    forms: Counter[str]
    documents: set[str]
    units: list[tuple[str, str]]
    place_id: str | None = None
    country: str | None = None
    wikidata: str | None = None
    method: str = "one name"
    score: float | None = None
    named: bool = True
    types: Counter[str] = field(default_factory=Counter)

    @property
    def name(self) -> str:
        """The fullest printed form."""
        return fullest(self.forms)

    @property
    def slug(self) -> str:
        """The fullest form as part of an id."""
        return slug(self.name)


def cluster(units: list[Unit]) -> list[Cluster]:
    """Bring the units of all articles together.

    Returns:
        The entities, in an order that depends on the names alone.
    """
    groups = _by_form(units)
    merge = _Merge(groups)
    _people(merge)
    _bodies(merge)
    return sorted(merge.result(), key=lambda c: (c.place_id or "", c.type, c.slug, min(c.units)))


def _group(kind: str) -> str:
    return kind if kind in ("person", "organisation") else "other"


def _by_form(units: list[Unit]) -> list[Cluster]:
    """Units that share their fullest form (or place), letters compared."""
    found: dict[tuple[str, ...], Cluster] = {}
    for unit in units:
        if unit.place_id is not None:
            key: tuple[str, ...] = ("place", unit.place_id)
        elif not unit.named:
            key = ("alone", unit.doc_id, unit.chain)
        else:
            text = unit.fullest
            name = " ".join(core(text)) if unit.type == "organisation" else plain(text)
            key = (_group(unit.type), name or text)
        one = found.get(key)
        if one is None:
            one = found[key] = Cluster(unit.type, Counter(), set(), [], unit.place_id, named=unit.named)
        one.forms.update(unit.forms)
        one.documents.add(unit.doc_id)
        one.units.append((unit.doc_id, unit.chain))
        one.types[unit.type] += unit.n
        if len(one.documents) > 1:
            one.method = "place" if unit.place_id else "same form"
            one.score = 1.0
        one.type = max(one.types.items(), key=lambda item: (item[1], item[0]))[0]
    return list(found.values())


class _Merge:
    """Clusters that are joined one by one."""

    def __init__(self, clusters: list[Cluster]) -> None:
        self.clusters = clusters
        self.parent = list(range(len(clusters)))

    def root(self, i: int) -> int:
        while self.parent[i] != i:
            self.parent[i] = self.parent[self.parent[i]]
            i = self.parent[i]
        return i

    def join(self, i: int, j: int, method: str, score: float) -> None:
        """Put j into i."""
        i, j = self.root(i), self.root(j)
        if i == j:
            return
        keep, lose = self.clusters[i], self.clusters[j]
        if (rank(keep.name) < rank(lose.name) and keep.place_id is None) or lose.place_id is not None:
            i, j, keep, lose = j, i, lose, keep
        self.parent[j] = i
        keep.forms.update(lose.forms)
        keep.documents |= lose.documents
        keep.units += lose.units
        keep.types.update(lose.types)
        keep.method = (
            method if keep.method in ("one name", "same form", "place") else f"{keep.method}, {method}"
        )
        keep.score = min(score, keep.score if keep.score is not None else 1.0)

    def result(self) -> list[Cluster]:
        return [one for i, one in enumerate(self.clusters) if self.parent[i] == i]

    def of(self, *types: str) -> list[int]:
        """The roots of named clusters of these types."""
        return [
            i
            for i, one in enumerate(self.clusters)
            if self.parent[i] == i and one.named and one.place_id is None and _group(one.type) in types
        ]


def _people(merge: _Merge) -> None:
    """Full names spelt otherwise, then last names alone."""
    full: dict[str, list[int]] = defaultdict(list)
    single: dict[str, list[int]] = defaultdict(list)
    for i in merge.of("person"):
        name = parts(merge.clusters[i].name)
        if len(name) > 1:
            full[sound(name[-1])].append(i)
        elif name:
            single[sound(name[0])].append(i)
    for block in full.values():
        block.sort(key=lambda i: (-len(merge.clusters[i].documents), merge.clusters[i].slug))
        heads: list[int] = []
        for i in block:
            name = parts(merge.clusters[i].name)
            fitting = [
                j
                for j in heads
                if same_person(parts(merge.clusters[j].name), name)
                and not merge.clusters[j].documents & merge.clusters[i].documents
            ]
            if len(fitting) == 1:
                merge.join(fitting[0], i, "spelling", 0.9)
            else:
                heads.append(i)
    for last, block in single.items():
        candidates = sorted({merge.root(i) for i in full.get(last, ())})
        weights = sorted(((len(merge.clusters[i].documents), i) for i in candidates), reverse=True)
        if weights and (len(weights) == 1 or weights[0][0] >= LEADS * weights[1][0]):
            for i in block:
                merge.join(weights[0][1], i, "last name", 0.8 if len(weights) == 1 else 0.6)


def _bodies(merge: _Merge) -> None:
    """Acronyms and the one full name that they stand for."""
    initials: dict[str, list[int]] = defaultdict(list)
    short: list[int] = []
    for i in merge.of("organisation", "other"):
        name = merge.clusters[i].name
        if is_acronym(name):
            short.append(i)
        elif len(parts(name)) > 1:
            initials[parts(name)[0][0]].append(i)
    for i in short:
        text = merge.clusters[i].name
        fitting = {
            merge.root(j)
            for j in initials.get(plain(text)[:1], ())
            if stands_for(text, merge.clusters[j].name)
        }
        if len(fitting) == 1:
            merge.join(fitting.pop(), i, "acronym", 0.8)
