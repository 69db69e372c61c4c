"""Persons of one surname in one article: whom a surname alone means, by its honorific, its title and its place.

The names of an article are brought together by their words (`identity.link`). Where several bear one surname, or
the surname stands behind *Mr* and the one full name is a woman's, words are not enough: honorific, sex and the noun for
a relative decide, and where they do not, the surname stands for nobody.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from tellings.annotation.article import Article
from tellings.annotation.entities import Mention
from tellings.annotation.reference.roles import kin_of, sex_by_name, sex_of, title_before
from tellings.identity.compare import GENERATION, parts, plain, slug
from tellings.resources.lexicon import words

_AND = re.compile(r",? (?:and|&) (?:(?:his |her |their )?[\w-]+\.?,? ){0,3}")


_FEW = 4
"""Names before that of a relative among which the one stands whose relative it is."""


@dataclass(slots=True)
class Bearer:
    """A person of the article who is printed with a first name and the surname."""

    chain: str
    sex: str | None = None
    titles: set[str] = field(default_factory=set)
    first: int = 0
    last: int = -1  # where the full name stands last, so far
    whole: bool = True  # printed with the surname, not only beside it


@dataclass(slots=True)
class Bare:
    """A mention of the surname alone: its place in the list, what stands before it, and whose it surely is not.

    It is not that of a bearer whom it is coordinated with ("President Trump and Melania Trump") or who is told of as a
    relative of the one it means ("Mr. Trump; his son, Donald Jr.").
    """

    at: int
    sex: str | None
    title: str | None
    apart: set[str] = field(default_factory=set)
    introduced: str | None = None  # who was printed with the surname before it in its paragraph, if one was


def told_apart(article: Article, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, with a surname alone given to the one person of the article whom it can mean.

    Args:
        article: where they stand.
        mentions: as `entities.mentions` gives them, in order.

    Returns:
        As many, in the same order. Where a surname can mean nobody who is named, its chain is a person's of its own, or
        None where it may be one of several.
    """
    bearers, bare = _read(article, mentions)
    resolved = list(mentions)
    for surname, alone in bare.items():
        known = list(bearers.get(surname, {}).values())
        if known:
            for one, (chain, method) in _decided(surname, alone, known, resolved).items():
                old = resolved[one]
                if chain != old.chain:
                    form = (
                        "name"
                        if chain is None or all(b.whole for b in known if b.chain == chain)
                        else "nominal"
                    )
                    how = f"{old.method.partition(';')[0]}; {method}"
                    resolved[one] = replace(
                        old, chain=chain, form=form, method=how, score=0.8 if chain else None
                    )
    return resolved


def _read(
    article: Article, mentions: Sequence[Mention]
) -> tuple[dict[str, dict[str, Bearer]], dict[str, list[Bare]]]:
    """The bearers of each surname and the places where it stands alone."""
    bearers: dict[str, dict[str, Bearer]] = defaultdict(dict)
    bare: dict[str, list[Bare]] = defaultdict(list)
    for i, mention in enumerate(mentions):
        if mention.form != "name" or mention.type != "person" or mention.chain is None:
            continue
        words = _words(mention.text)
        while len(words) > 1 and words[-1] in GENERATION:
            words = words[:-1]
        title = title_before(article.text, mention.start)
        sex = sex_of(article.text, mention.start, mention.end)
        whose = _whose(article, mentions, i) if len(words) == 1 else None
        if whose is not None:
            surname = _words(mentions[whose].text)[-1]
            known = bearers[surname].setdefault(
                mention.chain, Bearer(mention.chain, sex, first=mention.start, whole=False)
            )
            known.sex = known.sex or sex
            for one in bare[surname]:
                if one.at == whose:
                    one.apart.add(mention.chain)
            continue
        if len(words) == 1:
            whose_words = _introduced(article, mentions, i, bearers.get(words[0], {}))
            bare[words[0]].append(Bare(i, sex, title, _coordinated(article, mentions, i), whose_words))
            continue
        bearer = bearers[words[-1]].setdefault(mention.chain, Bearer(mention.chain, first=mention.start))
        bearer.sex = bearer.sex or sex
        bearer.last = mention.start
        if title:
            bearer.titles.add(title)
        for other in _beside(article, mentions, i):
            bearers[words[-1]].setdefault(
                str(other.chain),
                Bearer(str(other.chain), sex_by_name(other.text), first=other.start, whole=False),
            )
    return bearers, bare


def _introduced(
    article: Article, mentions: Sequence[Mention], i: int, bearers: dict[str, Bearer]
) -> str | None:
    """The one bearer of the surname whose full name stands before it in its paragraph."""
    block = article.block_at(mentions[i].start)
    if block is None:
        return None
    here = [b.chain for b in bearers.values() if block.start <= b.last < mentions[i].start]
    return here[0] if len(here) == 1 else None


def _whose(article: Article, mentions: Sequence[Mention], i: int) -> int | None:
    """Whose relative is told of by first name, as a place in the list: "Reeve's wife, Joanne"; "Reeve, his wife"."""
    if kin_of(article.text, mentions[i].start, mentions[i].end) is None:
        return None
    named = [
        j for j in range(max(i - _FEW, 0), i) if mentions[j].form == "name" and mentions[j].type == "person"
    ]
    if any(_words(mentions[j].text)[-1] == _words(mentions[i].text)[-1] for j in named):
        return None  # "his wife, Lady Reeve": the surname itself
    return next((j for j in reversed(named) if mentions[j].chain != mentions[i].chain), None)


def _words(text: str) -> tuple[str, ...]:
    """The words of a name, one that is hyphenated as one: Akintola-Briggs is a last name alone."""
    return tuple(plain(word) for word in text.split() if plain(word)) or (text,)


def _coordinated(article: Article, mentions: Sequence[Mention], i: int) -> set[str]:
    """The chains of full names with the surname to which it is joined by *and*."""
    surname, chains = _words(mentions[i].text)[0], set[str]()
    for j, left, right in ((i - 1, i - 1, i), (i + 1, i, i + 1)):
        if 0 <= j < len(mentions) and len(words := _words(mentions[j].text)) > 1 and words[-1] == surname:
            between = article.text[mentions[left].end : mentions[right].start]
            if _AND.fullmatch(between):
                chains.add(str(mentions[j].chain))
    return chains


def _beside(article: Article, mentions: Sequence[Mention], i: int) -> Iterable[Mention]:
    """A first name that shares the surname of the name behind it: "Ray and Mary Marsh"."""
    if i and len(parts(mentions[i].text)) == 2:
        before = mentions[i - 1]
        alone = (
            before.form == "name"
            and before.type == "person"
            and before.chain
            and len(parts(before.text)) == 1
        )
        first = sex_by_name(before.text) is not None and parts(before.text)[0] in words("first_names")
        if alone and first and article.text[before.end : mentions[i].start] in (" and ", " & "):
            yield before


def _decided(
    surname: str, alone: list[Bare], known: list[Bearer], mentions: Sequence[Mention]
) -> dict[int, tuple[str | None, str]]:
    """The chain for each of the places where the surname stands alone, where it is not the one that it has."""
    own = f"person:{slug(surname)}"
    relatives = {b.chain for b in known if not b.whole}
    for sex in filter(None, {one.sex for one in alone}):
        same = [one for one in alone if one.sex == sex]
        apart = relatives & set[str]().union(*(one.apart for one in same))
        for one in same:
            one.apart |= apart  # "Mr. Trump; his son, Donald Jr." tells who Mr. Trump is all through
    others = [one for one in alone if not any(_fits(one, b) for b in known)]
    sexes = {one.sex for one in others if one.sex}
    titles = {one.title for one in others if one.title}
    chains: dict[int, tuple[str | None, str]] = {}
    marked: set[str | None] = set()
    for one in alone:
        if one in others or (one.title in titles and not one.sex):
            if mentions[one.at].chain in {b.chain for b in known}:
                chains[one.at] = (own if len(sexes) < 2 else None, "honorific" if one.sex else "title")
            continue
        so_far = [b for b in known if b.first < mentions[one.at].start and _fits(one, b)]
        choice = _chosen(one, so_far or known, mentions[one.at].chain)
        here = one.introduced if one.title or one.sex else None
        if (choice is None or choice[0] is None) and len(known) > 1 and here in {b.chain for b in known}:
            chains[one.at] = here, "who is named there"
            continue
        if choice is not None:
            chains[one.at] = choice
            marked.add(choice[0])
    for one in alone:
        chain = mentions[one.at].chain
        if one.at in chains or one.sex:
            continue
        if others and chain in {b.chain for b in known}:
            first = min(mentions[b.at].start for b in alone if b in others or b.title)
            if first < min(b.first for b in known):
                chains[one.at] = (own, "who is named first")
        elif len(known) > 1 and chain == own:
            told = [b.chain for b in known if b.first < mentions[one.at].start]
            if len(told) == 1 or len(marked) == 1:
                chains[one.at] = (told[0] if len(told) == 1 else next(iter(marked)), "who is named so")
    return chains


def _fits(one: Bare, bearer: Bearer) -> bool:
    """May it be the bearer, by its honorific and by whom it stands beside?"""
    return bearer.chain not in one.apart and not (one.sex and bearer.sex and bearer.sex != one.sex)


def _chosen(one: Bare, known: list[Bearer], linked: str | None) -> tuple[str | None, str] | None:
    """Whom title and honorific choose: a chain, None where they fit several; or nothing to choose by."""
    fit = [b for b in known if _fits(one, b)]
    titled = [b for b in fit if one.title and one.title in b.titles]
    sure = [b for b in fit if one.sex and b.sex == one.sex]
    for some, method in ((titled, "title"), (sure, "honorific"), (fit if one.sex else [], "honorific")):
        if some:
            chains = [b.chain for b in some]
            return (chains[0] if len(some) == 1 else linked if linked in chains else None), method
    return None
