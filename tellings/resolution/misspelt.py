"""A person whose name articles on one event spell in two ways: Luka and Luca Kavcic, Hrovat and Horvat.

Two names are one person's where one word of them is the same and another hardly differs, and no article has both: of
brother and sister, or of two namesakes, an article tells both. Diacritics, short forms and transliterations that sound
alike (Zelensky, Zelenskyy) make no other spelling.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

import pandas as pd
from rapidfuzz.distance import OSA

from tellings.identity.compare import generation, parts, same_given, sound
from tellings.resolution.answers import Answer
from tellings.resolution.offices import Judged
from tellings.resolution.topics import Topic

_SCORE = 0.85
_GENDERED = frozenset("aoei")
"""Last letters by which first names of women and men differ: Mario and Maria."""
SHORT, LONG = 4, 7
"""Words of fewer letters are two names where they differ; such long ones may differ in three places, others in one."""

Printed = tuple[str, str, int, int, str, str]
"""Article, sentence, start, end, text, entity."""


class _Name(NamedTuple):
    """A name in plain words, and where it is printed."""

    words: tuple[str, ...]
    printed: Sequence[Printed]

    @property
    def articles(self) -> set[str]:
        return {place[0] for place in self.printed}


def spelt_otherwise(
    persons: pd.DataFrame, event: Mapping[str, int], names: Mapping[str, str]
) -> Iterator[Judged]:
    """Topics on how a person's name is spelt.

    Args:
        persons: the persons as they are named.
        event: the event of each article.
        names: of entities, by their ids.
    """
    columns = ("doc_id", "sentence_id", "start", "end", "text", "entity_id")
    rows = persons.sort_values(["doc_id", "start"])
    named: dict[tuple[int, tuple[str, ...]], list[Printed]] = defaultdict(list)
    for place in zip(*(rows[name] for name in columns), strict=True):
        words = generation(parts(place[4]))[0]
        if len(words) > 1 and all(len(word) > 1 for word in words):
            named[event[place[0]], words].append(place)
    alike: dict[tuple[int, int, int, tuple[str, ...]], list[_Name]] = defaultdict(list)
    for (number, words), printed in named.items():
        for n in range(len(words)):
            alike[number, len(words), n, words[:n] + words[n + 1 :]].append(_Name(words, printed))
    for (_, _, n, _), some in alike.items():
        for one, other in combinations(some, 2):
            if one.articles.isdisjoint(other.articles) and _slipped(one.words, other.words, n):
                usual, rare = sorted((one, other), key=lambda name: -len(name.articles))
                yield _judged(usual, rare, names)


def _slipped(mine: Sequence[str], theirs: Sequence[str], n: int) -> bool:
    """Is the n-th word, in which alone two names differ, the same word in another spelling?"""
    a, b = mine[n], theirs[n]
    first = n == 0
    if a[0] != b[0] or min(len(a), len(b)) < SHORT or (sound(a) == sound(b) and not first):
        return False
    if first and (same_given(a, b) or (a[:-1] == b[:-1] and {a[-1], b[-1]} <= _GENDERED)):
        return False
    far = 3 if min(len(a), len(b)) >= LONG and not first else 1
    return OSA.distance(a, b) <= far


def _judged(usual: _Name, other: _Name, names: Mapping[str, str]) -> Judged:
    first = {place[0]: place for name in (other, usual) for place in reversed(name.printed)}
    told = [
        Answer(
            doc, sentence, int(start), int(end), text=text, kind="name", what=text, figure=None, value=text
        )
        for doc, sentence, start, end, text, _ in sorted(first.values())
    ]
    (*_, one, entity), (*_, two, _) = usual.printed[0], other.printed[0]
    topic = Topic(told, _SCORE, "one name in two spellings", cluster=f"{entity}:spelling")
    reason = f"“{' '.join(one.split())}” and “{' '.join(two.split())}” are two spellings"
    return topic, f"How is the name {names.get(entity, one)} written?", "conflict", reason
