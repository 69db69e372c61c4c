"""For whom a person or body is said to act: the country printed right before the post or name.

"Chile's top negotiator, Labour Minister Ana Ruiz", "US President Donald Trump", "the Russian Foreign Ministry".
For one without a name the country in the phrase itself: "a Ukrainian source", "a source in the Ukrainian delegation".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from functools import cache

import pandas as pd

from tellings.corpus.shadow import reading
from tellings.resources.lexicon import words

MOST = 60
"""Characters between the country and the name, at most."""

_GAP = re.compile(r"(?:['’]s?)?\s+(?:[\w.'’-]+,?\s+)*", re.UNICODE)
_WORD = re.compile(r"[\w'’-]+")
_KNOWS = re.compile(r"\b(?:familiar|briefed|close|with|about|on|aware|knowledge|privy|who|that|which)\b")
"""What stands between somebody and a country that is only known or talked about."""

_WHERE = re.compile(r"\b(?:in|at|near|outside|to|against|over)\s+(?:the\s+)?$")


def said_countries(
    documents: pd.DataFrame, mentions: pd.DataFrame, toponyms: pd.DataFrame
) -> dict[tuple[str, str], Counter[str]]:
    """Count the countries that stand before the names of persons and bodies.

    Args:
        documents: the table.
        mentions: names with the article's chain in `entity_id`.
        toponyms: the places and demonyms of the articles, with `country_code`.

    Returns:
        By document and chain, how often each country (ISO 3166-1 alpha-2) stands before the name.
    """
    counts: dict[tuple[str, str], Counter[str]] = {}
    texts = dict(zip(documents["doc_id"], documents["text"], strict=True))
    rows = toponyms[toponyms["country_code"].notna()]
    ends = {
        (doc_id, int(end)): code
        for doc_id, end, code in zip(rows["doc_id"], rows["end"], rows["country_code"], strict=True)
    }
    by_doc: dict[str, list[int]] = {}
    for doc_id, end in ends:
        by_doc.setdefault(doc_id, []).append(end)
    names = mentions[(mentions["form"] == "name") & mentions["type"].isin(["person", "organisation"])]
    names = names[names["entity_id"].notna()].sort_values(["doc_id", "start"])
    at, places, current = 0, list[int](), None
    for doc_id, chain, kind, start in zip(
        names["doc_id"], names["entity_id"], names["type"], names["start"], strict=True
    ):
        if doc_id != current:
            current, at, places = doc_id, 0, sorted(by_doc.get(doc_id, ()))
        while at < len(places) and places[at] <= start:
            at += 1
        if not at or start - places[at - 1] > MOST:
            continue
        if _leads_to(texts[doc_id][places[at - 1] : start], kind):
            counts.setdefault((doc_id, chain), Counter())[ends[doc_id, places[at - 1]]] += 1
    return counts


def phrase_countries(
    documents: pd.DataFrame, mentions: pd.DataFrame, toponyms: pd.DataFrame
) -> dict[tuple[str, str], Counter[str]]:
    """Count the countries in the phrases for those who have no name.

    Where two countries stand in one phrase ("a Russian and a Turkish diplomat"), neither is counted; nor is one that
    only says where somebody is or what somebody knows ("in Turkey", "briefed on the Russian plan").

    Args:
        documents: the table.
        mentions: with the article's chain in `entity_id`.
        toponyms: the places and demonyms of the articles, with `country_code`.

    Returns:
        By document and chain, how often each country (ISO 3166-1 alpha-2) stands in the phrase.
    """
    people = mentions[mentions["type"].isin(["person", "organisation"]) & mentions["entity_id"].notna()]
    named = set(
        people.loc[people["form"] == "name", ["doc_id", "entity_id"]].itertuples(index=False, name=None)
    )
    phrases = people[people["form"] == "nominal"]
    rows = toponyms[toponyms["country_code"].notna() & toponyms["doc_id"].isin(set(phrases["doc_id"]))]
    by_doc: dict[str, list[tuple[int, int, str, bool]]] = {}
    for doc_id, start, end, code, use in zip(
        rows["doc_id"], rows["start"], rows["end"], rows["country_code"], rows["use"], strict=True
    ):
        by_doc.setdefault(doc_id, []).append((int(start), int(end), code, use == "demonym"))
    for places in by_doc.values():
        places.sort()
    counts: dict[tuple[str, str], Counter[str]] = {}
    texts = dict(zip(documents["doc_id"], documents["text"], strict=True))
    for doc_id, chain, start, until in zip(
        phrases["doc_id"], phrases["entity_id"], phrases["start"], phrases["end"], strict=True
    ):
        if (doc_id, chain) in named or doc_id not in by_doc:
            continue
        places = by_doc[doc_id]
        said = set()
        for first, end, code, people_of in places[bisect_left(places, (int(start),)) :]:
            if first >= until:
                break
            before, after = (reading(texts[doc_id][a:b]) for a, b in ((start, first), (end, until)))
            if not _KNOWS.search(before) and (people_of or (after and not _WHERE.search(before))):
                said.add(code)
        if len(said) == 1:
            counts.setdefault((doc_id, chain), Counter())[said.pop()] += 1
    return counts


def _leads_to(gap: str, kind: str) -> bool:
    """Is there nothing but a possessive and a post between the country and the name?"""
    possessive = gap[:1] in "'’"
    if not _GAP.fullmatch(gap) or "\n" in gap or ("," in gap and not possessive):
        return False
    between = [word.lower() for word in _WORD.findall(gap.lstrip("'’s") if possessive else gap)]
    if not between:
        return kind == "organisation"
    posts, known = _posts()
    post = between[-1] in posts or between[-1] in words("honorifics") or " ".join(between[-3:]) in posts
    return post and all(word in known for word in between)


@cache
def _posts() -> tuple[frozenset[str], frozenset[str]]:
    """What posts are called, and what may stand in a post beside it."""
    posts = words("titles") | words("roles") | words("posts")
    return posts, posts | words("post_qualifiers") | words("portfolio_words") | words("honorifics")


def acting_for(counts: Counter[str]) -> str | None:
    """The country that stands before a name in most cases, None where none does."""
    if not counts:
        return None
    (code, n), *_ = counts.most_common(1)
    return code if n > 0.6 * counts.total() else None
