"""The name under which an entity is shown: what most of its articles call it, among the forms that name it whole."""

from __future__ import annotations

from tellings.identity.compare import core, generation, is_acronym, parts
from tellings.identity.link import rank
from tellings.resolution.clusters import Cluster
from tellings.resources.lexicon import classes, words


def shown(one: Cluster, english: str | None) -> str:
    """The name to show.

    Args:
        one: the entity, with its printed forms and in how many articles each stands.
        english: a place's name in the gazetteer, or None.

    Returns:
        For countries, regions and what bears no name the gazetteer's English name; for other places the same where it
        is printed; else the printed form that most articles use. A person's name whole is first and last name, the
        last as most articles spell it; a body's is no acronym or single word where there is more. What bears no name
        and lies nowhere (a source who is not named) is called by its fullest phrase.
    """
    if english and (not one.named or one.type == "country"):
        return english
    if not one.named:
        return one.name
    printed = {text.casefold(): text for text in sorted(one.forms) if not _shouted(text, one)}
    if english and one.type == "region":
        return _bare(one, english) or _called_a_region(one, english) or english
    if english and english.casefold() in printed:
        text = printed[english.casefold()]
        return english if text.isupper() else text  # a dateline alone prints it: TYLER, Texas
    whole = [text for text in one.forms if _whole(text, one)] or list(one.forms)
    return max(
        whole, key=lambda text: (*_spelt(text, one), one.articles[text], one.forms[text], rank(text), text)
    )


def _spelt(text: str, one: Cluster) -> tuple[int, int]:
    """Of a person, how many articles and mentions spell the last name so, in the full name or alone."""
    if one.type != "person":
        return 0, 0
    last = generation(parts(text))[0][-1]
    same = [form for form in one.forms if generation(parts(form))[0][-1] == last]
    return sum(one.articles[form] for form in same), sum(one.forms[form] for form in same)


def _whole(text: str, one: Cluster) -> bool:
    """Does the form name the entity whole?"""
    if _shouted(text, one):
        return False
    name = parts(text)
    if one.type == "person":
        short = name[0] not in words("first_names")  # Sarr Diallo is not all of Ibrahima Sarr-Diallo
        if len(name) > 1 and short and any(parts(other)[1:][-len(name) :] == name for other in one.forms):
            return False
        return len(generation(name)[0]) > 1 or not any(
            len(generation(parts(other))[0]) > 1 for other in one.forms
        )
    if one.place_id is not None or one.type == "city":
        return not text.endswith(".") and not is_acronym(text)
    if _is_of_members(text, one):
        return False
    full = core(one.name)
    if len(full) < 2:
        return True
    kind = full[-1] if full[-1] in words("organisation_words") or full[-1] in classes("place_words") else ""
    return len(core(text)) > 1 and (not kind or kind in name) and not is_acronym(text.split()[-1])


def _is_of_members(text: str, one: Cluster) -> bool:
    """Is it one of a party's members or their adjective, where their plural is printed: Tory, Socialist, Democratic?"""
    name = text.casefold()
    if len(parts(text)) > 1 or name.endswith("s"):
        return False
    members = [form.casefold() for form in one.forms if form.endswith("s") and len(parts(form)) == 1]
    ended = {f"{name}s", f"{name[:-1]}ies"}
    adjective = any(name.startswith(word[:-1]) and name.endswith("ic") for word in members)
    return one.type == "organisation" and (not ended.isdisjoint(members) or adjective)


def _shouted(text: str, one: Cluster) -> bool:
    """Is it printed in capitals where another article prints the same in small letters: WASHINGTON?"""
    return (
        text.isupper()
        and len(text) > 1
        and any(other != text and other.casefold() == text.casefold() for other in one.forms)
    )


def _bare(one: Cluster, english: str) -> str | None:
    """A region's name without the word for what it is, where far more is printed so: Manica for Manica Province."""
    words_of = english.split()
    bare = " ".join(words_of[:-1])
    kind = words_of[-1].casefold() in classes("place_words")
    often = (one.articles[bare], one.forms[bare])
    rare = one.forms[english] and often >= (one.articles[english], 2 * one.forms[english])
    return bare if kind and rare else None


def _called_a_region(one: Cluster, english: str) -> str | None:
    """What the articles call a region whose name in the gazetteer nobody prints: Buzi District."""
    if english in one.forms:
        return None
    named = [text for text in one.forms if parts(text)[-1] in classes("place_words") and len(parts(text)) > 1]
    return max(named, key=lambda text: (one.articles[text], one.forms[text], text), default=None)
