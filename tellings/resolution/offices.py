"""What somebody is: the rank before a name, the posts beside it; at odds, the same, or told in other words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import NamedTuple

import pandas as pd

from tellings.resolution.answers import Answer
from tellings.resolution.posts import STEPS, Post, is_post, posts
from tellings.resolution.topics import Topic
from tellings.resources import lexicon

_RANKS = lexicon.classes("ranks")
"""Ranks of which one person holds one, by their forms."""
_PRINTED = "|".join(rf"{rank}\.?" if rank in lexicon.short_titles() else rank for rank in _RANKS)
_BEFORE = re.compile(rf"(?:(?P<post>\w+)\s)??\b(?P<rank>(?:(?:{_PRINTED})\s)+)$", re.IGNORECASE)
"""Words of rank right before a name, and the word before them; a full stop only behind one in short."""
_OFFICES = lexicon.words("offices")
_REACH = 60
"""So many characters before a name its rank stands."""
_SCORE = 0.9
Judged = tuple[Topic, str, str, str]
"""A topic with its question, verdict and reason."""


class _Held(NamedTuple):
    """What an article says that somebody is; a rank is no post.

    Attributes:
        answer: the rank or post.
        whole: where it stands with the name.
        post: None where it is a rank.
        full: is the name told in full?
    """

    answer: Answer
    whole: tuple[int, int]
    post: Post | None
    full: bool

    @property
    def steps(self) -> frozenset[str]:
        """The words of a rank that say how far above or below another it is."""
        return STEPS.intersection(self.answer.what.split())


def offices(
    tables: Mapping[str, pd.DataFrame],
    persons: pd.DataFrame,
    event: Mapping[str, int],
    names: Mapping[str, str],
) -> Iterator[Judged]:
    """Topics on the rank and the post of one person.

    Two ranks are at odds where they have no word in common (a Lieutenant Colonel is called Colonel), or where words say
    that they are steps apart before the name in full: a Chief Superintendent, a Superintendent. Two posts are where
    nobody holds both at once. Where neither is, what two articles tell is one topic: the same, or both may be true.

    Args:
        tables: documents, mentions.
        persons: the persons as they are named.
        event: the event of each article.
        names: of entities, by their ids.
    """
    texts = dict(zip(tables["documents"]["doc_id"], tables["documents"]["text"], strict=True))
    for (_, entity), told in _held(tables["mentions"], persons, event, texts).items():
        if len({held.answer.doc_id for held in told}) > 1:
            name = names.get(entity, entity)
            apart = [*_ranks(told, entity, name), *_posts(told, entity, name)]
            yield from apart or [_both(told, entity, name, texts)]


def _held(
    mentions: pd.DataFrame, persons: pd.DataFrame, event: Mapping[str, int], texts: Mapping[str, str]
) -> Mapping[tuple[int, str], list[_Held]]:
    """What articles say that somebody is, by event and person."""
    other = mentions[(mentions["form"] != "pronoun") & (mentions["type"] != "person")]
    named: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for doc, start, end in sorted(zip(*(other[c] for c in ("doc_id", "start", "end")), strict=True)):
        named[doc].append((start, end))
    held: dict[tuple[int, str], list[_Held]] = defaultdict(list)
    columns = (persons[c] for c in ("doc_id", "sentence_id", "start", "end", "entity_id"))
    for doc, sentence, start, end, entity in zip(*columns, strict=True):
        own, text = held[event[doc], entity], texts[doc]
        told = [(p.start, p.end, p.value, p) for p in posts(text, start, end, named[doc])]
        told = [row for row in told if row[2] not in _RANKS or text[row[0]].islower()]  # not Surgeon General
        for low, high, value, post in (*_rank(text, start), *told):
            whole, full = (min(low, start), max(high, end)), " " in text[start:end]
            own.append(_Held(_answer((doc, sentence), (low, high), text, value), whole, post, full))
    return held


def _rank(text: str, start: int) -> Iterator[tuple[int, int, str, None]]:
    """The rank printed before a name, with where it stands."""
    before = _BEFORE.search(text, max(0, start - _REACH), start)
    if before and before["rank"][0].isupper():
        printed, at = before["rank"].rstrip(". \n\r\t"), before.start("rank")
        rank = " ".join(_RANKS[word.strip(".").lower()] for word in printed.split())
        step = (before["post"] or "").lower()
        if step in STEPS:
            yield before.start(), at + len(printed), f"{step} {rank}", None
        elif rank != "general" or not is_post(step):
            yield at, at + len(printed), rank, None


def _ranks(told: Sequence[_Held], entity: str, name: str) -> Iterator[Judged]:
    ranks: dict[str, list[_Held]] = defaultdict(list)
    for held in told:
        if held.post is None:
            ranks[held.answer.doc_id].append(held)
    for mine, theirs in combinations(ranks.values(), 2):
        apart = not any(set(a.answer.what.split()) & set(b.answer.what.split()) for a in mine for b in theirs)
        in_full = [[held for held in own if held.full] for own in (mine, theirs)]
        pairs = list(product(*in_full))
        if apart or (pairs and all(a.steps != b.steps for a, b in pairs)):
            a, b = (mine[0], theirs[0]) if apart else pairs[0]
            whole = [held.answer for own in ranks.values() for held in own]
            topic = _topic(whole, "rank before the name of one person", entity)
            reason = f"“{a.answer.what}” and “{b.answer.what}” are two ranks"
            yield topic, f"What rank does {name} hold?", "conflict", reason
            return


def _posts(told: Sequence[_Held], entity: str, name: str) -> Iterator[Judged]:
    own: dict[str, set[str]] = defaultdict(set)
    held = [(one.answer, one.post) for one in told if one.post]
    for answer, post in held:
        own[answer.doc_id].add(post.value)
    for (a, one), (b, two) in combinations(held, 2):
        if own[a.doc_id].isdisjoint(own[b.doc_id]) and one.excludes(two):
            topic = _topic([answer for answer, _ in held], "post of one person", f"{entity}:post")
            reason = f"“{a.what}” and “{b.what}” are two posts"
            yield topic, f"What post does {name} hold?", "conflict", reason
            return


def _both(told: Sequence[_Held], entity: str, name: str, texts: Mapping[str, str]) -> Judged:
    """What is at odds with nothing, each with the name: told in one word by all, or in several."""
    whole = [_answer((a.doc_id, a.sentence_id), span, texts[a.doc_id], a.what) for a, span, *_ in told]
    topic = _topic(whole, "what one person is", entity)
    if all(held.post is None for held in told):
        asked = f"What rank does {name} hold?"
    else:
        asked = f"What post does {name} hold?" if all(map(_is_office, told)) else f"Who is {name}?"
    if len({answer.what for answer in topic.answers}) == 1:
        return topic, asked, "agree", "all say the same"
    return topic, asked, "compatible", "both may be true"


def _is_office(held: _Held) -> bool:
    """Is it a post that somebody is chosen for or sent to, and neither a rank nor what somebody is or does?"""
    return held.post is not None and (
        held.post.value in _OFFICES or held.post.value.split(" ")[-1] in _OFFICES
    )


def _answer(place: tuple[str, str], span: tuple[int, int], text: str, value: str) -> Answer:
    return Answer(*place, *span, text=text[slice(*span)], kind="rank", what=value, figure=None, value=value)


def _topic(told: list[Answer], method: str, cluster: str) -> Topic:
    spans = {(answer.doc_id, answer.start): answer for answer in sorted(told, key=lambda a: a.end)}
    return Topic([spans[place] for place in sorted(spans)], _SCORE, method, cluster=cluster)
