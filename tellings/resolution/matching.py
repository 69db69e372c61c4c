"""Which entities of the corpus are one though their names differ.

Every step looks names up under a key (last name by sound, initials, first word), so that the work grows with the number
of names and not with its square. A short name goes to a full one only where one candidate is there or clearly leads.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from tellings.identity.compare import (
    beginnings,
    core,
    generation,
    initial,
    is_acronym,
    letters,
    parts,
    plain,
    same_person,
    shortens,
    sound,
    told_apart,
)
from tellings.identity.link import abbreviates, group_of, is_cut_from
from tellings.resolution.clusters import Cluster, Merge, alike
from tellings.resolution.second_look import second_look
from tellings.resolution.units import UNSURE, Unit
from tellings.resources import gazetteer
from tellings.resources.lexicon import words

_SHOUTED = 4
"""Letters from which a word in capitals may be a last name that was printed so."""

LEADS = 4
"""A short name goes to the full name that stands in this many times as many articles as the next candidate."""


def cluster(units: list[Unit], small: Counter[str]) -> list[Cluster]:
    """Bring the units of all articles together.

    Args:
        units: of all articles.
        small: how often the articles print each word in small letters.

    Returns:
        The entities, in an order that depends on the names alone.
    """
    merge = Merge(alike(second_look(units, small)))
    spellings(merge)
    turned_round(merge)
    two_surnames(merge)
    last_names(merge)
    first_names(merge)
    acronyms(merge)
    short_forms(merge)
    short_places(merge)
    used_for(merge)
    return sorted(merge.result(), key=lambda c: (c.place_id or "", c.type, c.slug, min(c.units)))


def spellings(merge: Merge) -> None:
    """Full names of persons that are spelt alike; never two that stand in one article, where they were told apart."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for i in merge.of("person"):
        name, _ = generation(parts(merge.clusters[i].name))
        if len(name) > 1:
            blocks[sound(name[-1])].append(i)
    for block in blocks.values():
        block.sort(
            key=lambda i: (
                _plain(merge.clusters[i]),
                -len(merge.clusters[i].documents),
                merge.clusters[i].slug,
            )
        )
        heads: dict[str, list[int]] = defaultdict(list)
        for i in block:
            one = merge.clusters[i]
            name = parts(one.name)
            fitting = [
                j
                for j in heads[initial(name[0])]
                if same_person(parts(merge.clusters[j].name), name)
                and merge.clusters[j].documents.isdisjoint(one.documents)
            ]
            fitting = _nearer(name, {j: parts(merge.clusters[j].name) for j in fitting})
            if len(fitting) == 1:
                merge.join(fitting[0], i, "spelling")
            else:
                heads[initial(name[0])].append(i)


def _nearer(name: tuple[str, ...], fitting: dict[int, tuple[str, ...]]) -> list[int]:
    """Of the names that fit those with the same suffix or fuller by one; a parent's only where nothing else fits.

    "Donald J. Trump" is never "Donald Trump Jr."; "Martin Luther King" is "Martin Luther King Jr." where he is alone.
    """
    near = [j for j, other in fitting.items() if not told_apart(name, other)]
    equal = [j for j, other in fitting.items() if len(generation(other)[0]) == len(generation(name)[0])]
    return near or equal


def _plain(one: Cluster) -> bool:
    """Has the name neither initial nor suffix? Those that have one come first: a plain one may be that of two."""
    name, suffix = generation(parts(one.name))
    return not suffix and all(len(word) > 1 for word in name[1:-1])


def two_surnames(merge: Merge) -> None:
    """Ana Ruiz Vega, who has her mother's last name too, is the only Ana Ruiz of other articles."""
    whole: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i in merge.of("person"):
        whole[parts(merge.clusters[i].name)].append(i)
    fuller: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for name, some in whole.items():
        if len(name) == 3 and name[1] in words("last_names") and name[1] not in words("first_names"):
            fuller[name[:2]] += some
    for short, some in fuller.items():
        for i in whole.get(short, ()):
            if len(some) == 1 and merge.clusters[i].documents.isdisjoint(merge.clusters[some[0]].documents):
                merge.join(some[0], i, "first of two last names")


def turned_round(merge: Merge) -> None:
    """Chen Guowei is the Guowei Chen of other articles, where not both words are first names."""
    whole = {parts(merge.clusters[i].name): i for i in reversed(merge.of("person"))}
    for name, i in whole.items():
        j = whole.get(name[::-1], i)
        if len(name) == 2 and name < name[::-1] and not set(name) <= words("first_names"):
            some = merge.clusters[merge.root(i)], merge.clusters[merge.root(j)]
            if some[0].documents.isdisjoint(some[1].documents):
                one, other = (i, j) if len(some[0].documents) >= len(some[1].documents) else (j, i)
                merge.join(one, other, "spelling")


def last_names(merge: Merge) -> None:
    """A last name alone goes to the person of the corpus who bears it, also where its type was unsure."""
    full: dict[str, set[int]] = defaultdict(set)
    double: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for i in merge.of("person"):
        name, _ = generation(parts(merge.clusters[i].name))
        if len(name) > 1:
            full[sound(name[-1])].add(i)
        if len(name) > 2 and any("-" in text.split()[-1] for text in merge.clusters[i].forms):
            double[name[-2:]].add(i)
    for i in merge.of("person"):  # Sarr Diallo, where another article prints Ibrahima Sarr-Diallo
        bearers = double.get(parts(merge.clusters[i].name), set())
        best = _leading(merge, {merge.root(j) for j in bearers})
        if best is not None:
            merge.join(best, i, "last name")
    bearing = {i: merge.clusters[i] for some in full.values() for i in some}
    printed = {i: frozenset(one.documents - one.retyped) for i, one in bearing.items()}
    for i in merge.of("person", "organisation", "other"):
        one = merge.clusters[i]
        name, suffix = generation(parts(one.name))
        shouted = is_acronym(one.name)
        if len(name) != 1 or (shouted and (one.type != "person" or len(name[0]) < _SHOUTED)):
            continue
        bearers = full.get(sound(name[0]), set())
        if shouted:
            bearers = {j for j in bearers if generation(parts(merge.clusters[j].name))[0][-1] == name[0]}
        candidates = {merge.root(j) for j in bearers - _told_apart(one, {j: printed[j] for j in bearers})}
        if one.type != "person":
            if one.surest >= UNSURE or len(candidates) != 1:
                continue
            candidates = {
                j for j in candidates if generation(parts(merge.clusters[j].name))[0][-1] == name[0]
            }
        best = _bearer(merge, candidates, name[0], suffix)
        if best is not None:
            merge.join(best, i, "last name")


def first_names(merge: Merge) -> None:
    """A first name alone goes to the only person whom its articles know by it: Abe calls him Donald.

    Iosefa, brother of Tavita Leota, is the only Iosefa Leota of others; "Donald Jr." the only Donald Trump Jr.
    """
    persons = merge.of("person")
    full: dict[str, list[int]] = defaultdict(list)
    named: dict[str, set[str]] = defaultdict(set)
    for i in persons:
        name, _ = generation(parts(merge.clusters[i].name))
        named[name[-1]] |= merge.clusters[i].documents
        if len(name) > 1:
            full[name[0]].append(i)
    for i in persons:
        one = merge.clusters[i]
        name, suffix = generation(parts(one.name))
        if len(name) != 1:
            continue
        whole = {j: generation(parts(merge.clusters[j].name)) for j in full[name[0]]}
        if suffix:
            fitting = [j for j, (n, s) in whole.items() if s == suffix and one.documents <= named[n[-1]]]
        else:
            fitting = [j for j in whole if one.documents <= merge.clusters[j].documents]
            fitting = [j for j in fitting if not whole[j][1]] or fitting
            fitting = fitting or [j for j, (n, _) in whole.items() if one.documents <= named[n[-1]]]
        if len(fitting) == 1:
            merge.join(fitting[0], i, "first name")


def _told_apart(one: Cluster, printed: dict[int, frozenset[str]]) -> set[int]:
    """The full names beside which the last name stands for somebody else: in an article with no other of that name."""
    beside: dict[str, list[int]] = defaultdict(list)
    for j, documents in printed.items():
        for doc_id in documents & (one.documents - one.retyped):
            beside[doc_id].append(j)
    return {some[0] for some in beside.values() if len(some) == 1}


def _bearer(merge: Merge, candidates: set[int], name: str, suffix: str) -> int | None:
    """The person who is meant by a last name alone: the one whom the other articles call so, or who leads.

    Without a suffix it is not the one who is told from a parent by it, where there is another.
    """
    suffixes = {i: generation(parts(merge.clusters[i].name))[1] for i in candidates}
    fitting = {i for i in candidates if suffixes[i] == suffix} or candidates
    called = {i: merge.clusters[i].articles_with(name) for i in fitting}
    most = sorted(called.values(), reverse=True)
    if len(most) > 1 and most[0] >= max(2, LEADS * most[1]):
        return max(called, key=lambda i: called[i])
    return _leading(merge, fitting)


def acronyms(merge: Merge) -> None:
    """An acronym goes to the one full name that it can stand for, behind the first words of that name, too."""
    begins: dict[str, list[int]] = defaultdict(list)
    for i in merge.of("organisation", "other"):
        name = merge.clusters[i].name
        for key in {*beginnings(name), plain(name).split(" ")[0]}:
            begins[key].append(i)
    for i in merge.of("organisation", "other"):
        text = merge.clusters[i].name
        named, _, acronym = text.rpartition(" ")
        if not is_acronym(acronym):
            continue
        fitting = {
            merge.root(j)
            for j in begins.get(plain(text).split(" ")[0] if named else plain(text)[:2], ())
            if abbreviates(text, merge.clusters[j].name)
            and merge.clusters[j].type in ("organisation", "facility", merge.clusters[i].type)
        }
        best = _leading(merge, fitting - {i})
        if best is not None:
            merge.join(best, i, "acronym")


def short_forms(merge: Merge) -> None:
    """A body's short name goes to its fuller one: "Ford" to "Ford Motor Company", "Coast Guard" to one country's."""
    begins: dict[str, list[int]] = defaultdict(list)
    national: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i in merge.of("organisation"):
        name = core(merge.clusters[i].name)
        if len(name) > 1:
            begins[name[0]].append(i)
        if len(name) > 2 and _is_nations(merge.clusters[i].name.split()[0]):
            national[name[1:]].append(i)
    for i in merge.of("organisation"):
        one = merge.clusters[i]
        name = core(one.name)
        if is_acronym(one.name) or len(name) > 2:
            continue
        fitting = {
            merge.root(j)
            for j in begins.get(name[0], ())
            if j != i
            and shortens(name, core(merge.clusters[j].name))
            and core(merge.clusters[j].name)[: len(name)] == name
        }
        best = _leading(merge, fitting - {i})
        if best is not None and "of" not in core(merge.clusters[best].name):
            merge.join(best, i, "short form")
        elif len(national[name]) == 1:
            whole = merge.root(national[name][0])
            if len(merge.clusters[whole].documents) >= len(one.documents):
                merge.join(whole, i, "short form")


def short_places(merge: Merge) -> None:
    """The Oval is the only building whose name ends so, St Brigid's the hospital; so are unknown hills and events."""
    longer: dict[tuple[str, str], set[int]] = defaultdict(set)
    of = [i for i in merge.of("other") if merge.clusters[i].type in ("facility", "location", "event")]
    for i in of:
        kind, name = merge.clusters[i].type, parts(merge.clusters[i].name)
        for some in (name[-1:], name[1:], name[:-1], name[:-2]):
            longer[kind, " ".join(some)].add(i)
    for i in of:
        kind, text = merge.clusters[i].type, merge.clusters[i].name
        fitting = {
            merge.root(j) for j in longer[kind, plain(text)] if is_cut_from(text, merge.clusters[j].name)
        }
        best = _leading(merge, fitting - {i})
        if best is not None:
            merge.join(best, i, "short form")


def _is_nations(word: str) -> bool:
    """Is it a country's name or its people's: the Philippine Coast Guard, the Kenya Red Cross?"""
    places = gazetteer.load()
    first = places.candidates(word)[:1]
    return places.demonym(word) is not None or (bool(first) and first[0].kind == "country")


def used_for(merge: Merge) -> None:
    """A short name goes to the body that another article calls so: INGD, where one article says what it is."""
    called: dict[str, set[int]] = defaultdict(set)
    for i in merge.of("organisation", "other"):
        one = merge.clusters[i]
        for text in one.forms:
            if text != one.name:
                called[letters(text, one.type)].add(i)
    for i in merge.of("organisation", "other"):
        one = merge.clusters[i]
        if len(parts(one.name)) > 1 or len(one.forms) > 1:
            continue
        best = _leading(merge, {merge.root(j) for j in called.get(letters(one.name, one.type), ())} - {i})
        if best is not None and group_of(merge.clusters[best].type) == group_of(one.type):
            merge.join(best, i, "so called elsewhere")


def _leading(merge: Merge, candidates: set[int]) -> int | None:
    """The only candidate, or the one that stands in `LEADS` times as many articles as the next."""
    weights = sorted(((len(merge.clusters[i].documents), -i) for i in candidates), reverse=True)
    if not weights or (len(weights) > 1 and weights[0][0] < LEADS * weights[1][0]):
        return None
    return -weights[0][1]
