"""Which printed forms of one article name the same thing. Where two full names could be meant, the short one stays apart."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from tellings.lexicon import words
from tellings.naming import core, is_acronym, parts, plain, same_person, similar, stands_for


@dataclass(frozen=True, slots=True)
class Form:
    """A printed form, what kind of thing it names there, and how often it stands there."""

    text: str
    type: str
    n: int = 1


@dataclass(frozen=True, slots=True)
class Link:
    """A form and the form it belongs to: `root` is the place of the fullest one in the list, `type` the common type."""

    text: str
    type: str
    root: int
    method: str
    score: float


def link_forms(forms: list[Form]) -> list[Link]:
    """Bring the forms of one article together.

    Args:
        forms: each printed form with its type, once.

    Returns:
        A link for each form, in the same order.
    """
    parent = list(range(len(forms)))
    reason: dict[int, tuple[str, float]] = {}

    def root(i: int) -> int:
        while parent[i] != i:
            i = parent[i]
        return i

    def join(i: int, j: int, method: str, score: float) -> None:
        a, b = root(i), root(j)
        if a == b:
            return
        keep, lose = (
            (a, b) if (*rank(forms[a].text), forms[a].n) >= (*rank(forms[b].text), forms[b].n) else (b, a)
        )
        parent[lose] = keep
        reason[lose] = (method, score)

    for i, j, method, score in _same_form(forms):
        join(i, j, method, score)
    for i, j, method, score in (*_people(forms), *_bodies(forms)):
        join(i, j, method, score)
    links = []
    for i, form in enumerate(forms):
        top = root(i)
        method, score = reason.get(i, ("same form", 1.0))
        links.append(Link(form.text, forms[top].type, top, method, score))
    return links


def rank(text: str) -> tuple[int, int]:
    """How full a form is: by its words, then, acronyms aside, by its letters."""
    return len(parts(text)), 0 if is_acronym(text) else len(text)


Joins = list[tuple[int, int, str, float]]


def _same_form(forms: list[Form]) -> Joins:
    """Forms that differ in diacritics, case, marks, legal form or article only."""
    found: Joins = []
    seen: dict[tuple[str, str], int] = {}
    for i, form in enumerate(forms):
        name = " ".join(core(form.text)) if form.type == "organisation" else plain(form.text)
        key = (_group(form.type), name or form.text)
        if key in seen:
            found.append((seen[key], i, "same letters", 1.0))
        else:
            seen[key] = i
    return found


def _group(kind: str) -> str:
    return kind if kind in ("person", "organisation") else "other"


def _people(forms: list[Form]) -> Joins:
    """A last name, a first name or a less full name with the one full name that it fits."""
    found: Joins = []
    people = [i for i, form in enumerate(forms) if form.type == "person"]
    full = [i for i in people if len(parts(forms[i].text)) > 1]
    full.sort(key=lambda i: (-len(parts(forms[i].text)), i))
    by_word: dict[str, list[int]] = defaultdict(list)
    for i in full:
        name = parts(forms[i].text)
        for j in by_word.get(name[-1][:1], ()):
            other = parts(forms[j].text)
            if name != other and (same_person(other, name) or _inside(name, other)):
                found.append((j, i, "fuller name", 0.9))
                break
        else:
            by_word[name[-1][:1]].append(i)
            if name[0][:1] != name[-1][:1]:
                by_word[name[0][:1]].append(i)
    merged = {i: j for j, i, _, _ in found}
    heads = sorted({merged.get(i, i) for i in full})
    for i in people:
        name = parts(forms[i].text)
        if len(name) != 1:
            continue
        for method, score, fits in (
            ("last name", 0.9, lambda full_name: similar(full_name[-1], name[0])),
            ("first name", 0.8, lambda full_name: full_name[0] == name[0]),
            ("part of the name", 0.7, lambda full_name: name[0] in full_name[1:-1]),
        ):
            fitting = [j for j in heads if fits(parts(forms[j].text))]
            if len(fitting) == 1:
                found.append((fitting[0], i, method, score))
            if fitting:
                break
    return found


def _inside(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Are two or more words of the short name, in order, words of the long one with the same ending or beginning?"""
    if not 2 <= len(short) < len(long):
        return False
    at = iter(long)
    if not all(word in at for word in short):
        return False
    return short[-1] == long[-1] or short[0] == long[0]


def _bodies(forms: list[Form]) -> Joins:
    """Acronyms with their full names, short names of bodies with longer ones."""
    found: Joins = []
    bodies = [i for i, form in enumerate(forms) if form.type not in ("person",)]
    long = [i for i in bodies if len(parts(forms[i].text)) > 1]
    by_initial: dict[str, list[int]] = defaultdict(list)
    for i in long:
        by_initial[parts(forms[i].text)[0][:1]].append(i)
    for i in bodies:
        text = forms[i].text
        if is_acronym(text):
            fitting = [j for j in by_initial.get(plain(text)[:1], ()) if stands_for(text, forms[j].text)]
            if len({plain(forms[j].text) for j in fitting}) == 1:
                found.append((fitting[0], i, "acronym", 0.9))
                continue
        if forms[i].type == "organisation":
            name = core(text)
            fitting = [
                j
                for j in long
                if j != i and forms[j].type == "organisation" and _shortens(name, core(forms[j].text))
            ]
            if len({core(forms[j].text) for j in fitting}) == 1:
                found.append((fitting[0], i, "short form", 0.8))
    return found


def _shortens(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Is the short name the long one without what only says its kind or place: "Ford" of "Ford Motor Company"?"""
    if not short or len(short) >= len(long):
        return False
    kinds = words("organisation_words") | words("company_forms")
    if long[: len(short)] == short:
        rest = long[len(short) :]
        if rest[0] in ("of", "for", "in"):
            return len(short) > 1
        return (
            len(short[0]) > 2
            and not all(word in kinds for word in short)
            and all(word in kinds for word in rest)
        )
    if len(short) > 1 and long[-len(short) :] == short and len(long) - len(short) == 1:
        return True
    return False
