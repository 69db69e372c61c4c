"""Which printed forms of one article name the same thing. Where two could be meant, the short form stays apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from tellings.identity.compare import (
    beginnings,
    core,
    generation,
    is_acronym,
    letters,
    parts,
    plain,
    same_person,
    shortens,
    similar,
    spellings,
    stands_for,
    told_apart,
    vessel,
)
from tellings.identity.joined import Joined
from tellings.resources.lexicon import classes, words


@dataclass(frozen=True, slots=True)
class Form:
    """A printed form, what kind of thing it names there, and how often it stands there.

    `kin`: a person who is told of as somebody's relative, and so not the one whom a last name alone means.
    `explained`: nothing says so much of what it is as a fuller name in the article.
    """

    text: str
    type: str
    n: int = 1
    kin: bool = False
    explained: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A form and the form it belongs to: `root` is the place of the fullest one in the list, `type` the common type."""

    text: str
    type: str
    root: int
    method: str
    score: float


def link_forms(forms: list[Form], defined: Iterable[tuple[int, int]] = ()) -> list[Link]:
    """Bring the forms of one article together.

    Args:
        forms: each printed form with its type, once.
        defined: places in the list of a full name and of the short one that the article gives it in brackets.

    Returns:
        A link for each form, in the same order.
    """
    joined = Joined(len(forms))
    reason: dict[int, tuple[str, float]] = {}

    def join(i: int, j: int, method: str, score: float) -> None:
        a, b = joined.root(i), joined.root(j)
        if a == b:
            return
        keep, lose = (
            (a, b) if (*rank(forms[a].text), forms[a].n) >= (*rank(forms[b].text), forms[b].n) else (b, a)
        )
        joined.join(lose, keep)
        reason[lose] = (method, score)

    for i, j, method, score in _same_form(forms):
        join(i, j, method, score)
    for i, j in defined:
        join(i, j, "in brackets", 0.95)
    for i, j, method, score in (*_people(forms), *_bodies(forms)):
        join(i, j, method, score)
    links = []
    for i, form in enumerate(forms):
        top = joined.root(i)
        method, score = reason.get(i, ("same form", 1.0))
        links.append(Link(form.text, forms[top].type, top, method, score))
    return links


@lru_cache(maxsize=65536)
def rank(text: str) -> tuple[int, int]:
    """How full a form is: by its words, then, acronyms aside, by its letters."""
    return len(parts(text)), 0 if is_acronym(text) else len(text)


Joins = list[tuple[int, int, str, float]]


def _same_form(forms: list[Form]) -> Joins:
    """Forms that differ in diacritics, case, marks, legal form or article only."""
    joins: Joins = []
    seen: dict[tuple[str, str], int] = {}
    for i, form in enumerate(forms):
        key = (group_of(form.type), letters(form.text, form.type))
        if key in seen:
            joins.append((seen[key], i, "same letters", 1.0))
        else:
            seen[key] = i
    return joins


def group_of(kind: str) -> str:
    """Persons and bodies are kept apart from each other and from all else; among the rest a type may waver."""
    return kind if kind in ("person", "organisation") else "other"


def _people(forms: list[Form]) -> Joins:
    """A last name, a first name or a less full name with the one full name that it fits."""
    joins: Joins = []
    names = {i: parts(form.text) for i, form in enumerate(forms) if form.type == "person"}
    first = {name: i for i, name in reversed(names.items())}
    stems = {i: generation(name)[0] for name, i in first.items()}
    full = sorted((i for i, stem in stems.items() if len(stem) > 1), key=lambda i: (-len(names[i]), i))
    heads: dict[str, list[int]] = defaultdict(list)
    for i in full:
        name, stem = names[i], stems[i]
        near = {j for key in (*spellings(stem[-1]), f"{stem[0]} {stem[1]}") for j in heads.get(key, ())}
        fits = [
            j
            for j in sorted(near)
            if (same_person(names[j], name) or _inside(stem, stems[j])) and not told_apart(names[j], name)
        ]
        if fits and all(same_person(names[fits[0]], names[j]) for j in fits[1:]):
            joins.append((fits[0], i, "fuller name", 0.9))
            continue
        for key in {*spellings(stem[-1]), *name, *(f"{stem[0]} {word}" for word in stem[1:])}:
            heads[key].append(i)
    for name, i in first.items():
        word, suffix = generation(name)
        if len(word) != 1:
            continue
        near = {j for key in spellings(word[0]) for j in heads.get(key, ())}
        if suffix:
            near = {j for j in near if generation(names[j])[1] == suffix} or near
        for method, score, fitting in _full_names(word[0], [(j, stems[j]) for j in sorted(near)]):
            if method == "last name" and not suffix:
                fitting, score = _elder(fitting, forms, i, score)
            if len(fitting) == 1:
                joins.append((fitting[0], i, method, score))
            if fitting:
                break
    return joins


def _elder(fitting: list[int], forms: list[Form], bare: int, score: float) -> tuple[list[int], float]:
    """Of the persons that a last name alone may mean, those who are not told of as somebody's relative.

    One who is ("Ana Cole Jr.", "his wife Ana Cole") is meant only where the full name is printed before the last name
    alone: else that was somebody else's before.
    """
    relatives = {j for j in fitting if forms[j].kin or generation(parts(forms[j].text))[1]}
    others = [j for j in fitting if j not in relatives]
    if len(fitting) > 1:
        return (others or fitting), 0.8
    return ([j for j in fitting if j not in relatives or j < bare], score)


def _full_names(
    word: str, heads: list[tuple[int, tuple[str, ...]]]
) -> Iterator[tuple[str, float, list[int]]]:
    """The full names that the word may stand for: by their last name, their first, one between."""
    yield "last name", 0.9, [j for j, name in heads if similar(name[-1], word)]
    yield "first name", 0.8, [j for j, name in heads if name[0] == word]
    yield "part of the name", 0.7, [j for j, name in heads if word in name[1:-1]]


def _inside(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Are two or more words of the short name, in order, words of the long one with the same ending or beginning?"""
    if not 2 <= len(short) < len(long):
        return False
    at = iter(long)
    return all(word in at for word in short) and (short[-1] == long[-1] or short[0] == long[0])


def _bodies(forms: list[Form]) -> Joins:
    """Acronyms with their full names, short names of bodies with longer ones."""
    joins: Joins = []
    bodies = [i for i, form in enumerate(forms) if form.type != "person"]
    initials: dict[str, list[int]] = defaultdict(list)
    ends: dict[str, list[int]] = defaultdict(list)
    for i in bodies:
        name = core(forms[i].text)
        if len(parts(forms[i].text)) > 1:
            for letters_of in beginnings(forms[i].text):
                initials[letters_of].append(i)
        if len(name) > 1:
            ends[name[0]].append(i)
            if name[-1] != name[0]:
                ends[name[-1]].append(i)
    for i in bodies:
        text, kind = forms[i].text, forms[i].type
        if is_acronym(text.rpartition(" ")[2]):
            fitting = [
                j
                for j in initials.get(plain(text)[:2], ()) or ends.get(parts(text)[0], ())
                if abbreviates(text, forms[j].text)
                and (kind == forms[j].type or kind in ("organisation", "other"))
            ]
            same = [j for j in fitting if forms[j].type == kind] or fitting
            if len({plain(forms[j].text) for j in same}) == 1:
                joins.append((same[0], i, "acronym", 0.9))
                continue
        if kind in ("product", "event") and len(parts(text)) == 1:
            vessels = [
                j
                for j in ends.get(plain(text), ())
                if vessel(parts(forms[j].text)) and parts(forms[j].text)[-1] == plain(text)
            ]
            if len(vessels) == 1:
                joins.append((vessels[0], i, "short form", 0.8))
        if kind in ("facility", "location", "event"):
            longer = {
                j
                for j in ends.get(plain(text), ())
                if forms[j].type == kind and is_cut_from(text, forms[j].text)
            }
            if len({plain(forms[j].text) for j in longer}) == 1:
                joins.append((min(longer), i, "short form", 0.8))
                continue
        if kind in ("organisation", "facility"):
            name = core(text)
            fitting = [
                j
                for j in {*ends.get(name[0], ()), *ends.get(name[-1], ())}
                if j != i
                and forms[j].type == kind
                and (shortens(name, core(forms[j].text)) or (j < i and _goes_on(name, core(forms[j].text))))
            ] or [j for j in ends.get(name[0], ()) if _is_all_of(forms[i], forms[j])]
            if len({letters(forms[j].text, kind) for j in fitting}) == 1:
                joins.append((min(fitting), i, "short form", 0.8))
    return joins


def abbreviates(text: str, full: str) -> bool:
    """Do the letters stand for the full name, or behind its first words for its last: Air NZ, Air New Zealand?"""
    named, _, acronym = text.rpartition(" ")
    return (
        full.startswith(f"{named} ") and stands_for(acronym, full[len(named) + 1 :])
        if named
        else stands_for(text, full)
    )


def is_cut_from(short: str, long: str) -> bool:
    """Is it the long name without its kind, or the kind alone: St Brigid's Hospital, Lake Ombera, Ashwick Oval?"""
    kinds, name, some = classes("place_words"), parts(long), parts(short)
    if len(name) <= len(some):
        return False
    rest = name[len(some) :]
    whole = name[: len(some)] == some and kinds.get(name[-1]) == "facility"
    return (
        (name[-1:] == some and (name[-1] in kinds or name[-1] in classes("event_words")))
        or (name[0] in kinds and name[1:] == some)
        or (whole and all(word in kinds or word in words("generic_words") for word in rest))
    )


def _goes_on(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """May an article that has printed the firm's long name go on with the short one: Acme Holdings, then Acme?"""
    rest = long[len(short) :]
    return long[: len(short)] == short and bool(rest) and all(word in classes("own_bodies") for word in rest)


def _is_all_of(short: Form, long: Form) -> bool:
    """Is it a trust's first word, which is known by the trust alone: the Halden Trust, Halden?"""
    name, rest = core(short.text), core(long.text)[1:]
    kinds = words("own_bodies") | words("organisation_words")
    named = short.explained and long.type == short.type and core(long.text)[:1] == name
    return (
        named and rest[-1:] != () and rest[-1] in words("own_bodies") and all(word in kinds for word in rest)
    )
