"""The same utterance in several articles: in the same words, shortened, translated otherwise, or as reported speech.

Two quotations are held together where they share most of what is rare in the shorter one (idf-weighted containment of
word stems, after Broder 1997), the more so where one entity says both. Only quotations that share a rare stem are
compared, so that the work grows with their number.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

SAME_SPEAKER = 0.5
"""Share of the shorter quotation that must recur where one entity says both."""

OPEN_SPEAKER = 0.6
"""The same where the speaker of one is not known, or withheld."""

OTHER_SPEAKER = 0.75
"""The same where articles name different speakers: a delegation and its head, say."""

MIN_SHARED = 2
"""Stems that must be shared."""

MAX_BUCKET = 400
"""A stem in more quotations than this leads to no comparison."""

MAX_COMPARED = 200
"""Earlier quotations that one is compared with at most, those that share the rarest stems first."""

_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_SUFFIX = re.compile(r"(?:ations?|ings?|edly|ed|ies|es|ly|ment|s)$")
_COMMON = frozenset(
    "a an the and or but nor so if of in on at to for from by with without about as into over under after "
    "before than then that this these those there here it its he him his she her hers they them their we "
    "us our you your i me my who whom which what when where why how all any both each more most other "
    "some such no not only own same too very can could may might must shall should will would do does did "
    "done have has had having be am is are was were been being say said says also just now s t d ll re ve "
    "nothing".split()
)


@dataclass(frozen=True, slots=True)
class Utterance:
    """A quotation as far as it is compared.

    Attributes:
        quote_id: its id.
        doc_id: its article.
        words: its content, the pieces joined.
        marked: the words that stand in marks.
        speaker: the entity that says it, None where not known.
        attributed: False for words in marks that nobody is said to say.
    """

    quote_id: str
    doc_id: str
    words: str
    marked: str
    speaker: str | None
    attributed: bool


def clusters(utterances: Sequence[Utterance]) -> dict[str, str]:
    """Which quotations are one utterance.

    Returns:
        quote_id to the id of its cluster, made of the first member's id; quotations that stand alone are left out.
    """
    ordered = sorted(utterances, key=lambda u: (not u.attributed, u.quote_id))
    stems = [frozenset(_stems(u.words)) for u in ordered]
    counts = Counter(stem for own in stems for stem in own)
    idf = {stem: math.log(1 + len(ordered) / n) for stem, n in counts.items()}
    parent = list(range(len(ordered)))
    index: dict[str, list[int]] = defaultdict(list)
    for i, utterance in enumerate(ordered):
        for j in _candidates(stems[i], index, counts):
            if _same(utterance, ordered[j], stems[i], stems[j], idf):
                _join(parent, i, j)
                if not utterance.attributed:
                    break  # words without a speaker join an utterance; they do not bring two together
        for stem in stems[i]:
            if counts[stem] <= MAX_BUCKET:
                index[stem].append(i)
    members: dict[int, list[int]] = defaultdict(list)
    for i in range(len(ordered)):
        members[_root(parent, i)].append(i)
    return {
        ordered[i].quote_id: f"cluster:{ordered[group[0]].quote_id}"
        for group in members.values()
        if len(group) > 1
        for i in group
    }


def _stems(text: str) -> Iterator[str]:
    """Content words without endings; spelling variants and hyphens are evened out."""
    for match in _WORD.finditer(text.lower()):
        word = match.group().replace("-", "").replace("’", "'").removesuffix("'s")
        if word in _COMMON:
            continue
        word = word.replace("our", "or").replace("ise", "ize") if len(word) > 4 else word
        yield _SUFFIX.sub("", word) if len(word) > 5 else word.rstrip("s") or word


def _candidates(own: frozenset[str], index: dict[str, list[int]], counts: Counter[str]) -> list[int]:
    """Earlier quotations that share a stem, found by the rarest stems first."""
    found: dict[int, None] = {}
    for stem in sorted(own, key=lambda s: (counts[s], s)):
        for j in index.get(stem, ()):
            found.setdefault(j)
            if len(found) >= MAX_COMPARED:
                return list(found)
    return list(found)


def _same(
    a: Utterance, b: Utterance, mine: frozenset[str], theirs: frozenset[str], idf: dict[str, float]
) -> bool:
    if not a.attributed or not b.attributed:
        return _taken_up(a, b)
    shared = mine & theirs
    if a.doc_id == b.doc_id:
        return False  # within an article one cue is one act of speaking
    if len(shared) < MIN_SHARED or _contradict(a.words, b.words):
        return False
    weight = min(sum(idf[s] for s in mine), sum(idf[s] for s in theirs))
    share = sum(idf[s] for s in shared) / weight if weight else 0.0
    if a.speaker is not None and a.speaker == b.speaker:
        return share >= SAME_SPEAKER
    if a.speaker is None or b.speaker is None:
        return share >= OPEN_SPEAKER
    return share >= OTHER_SPEAKER and len(shared) > MIN_SHARED


def _taken_up(a: Utterance, b: Utterance) -> bool:
    """Words in marks without a speaker that recur in marks: a heading that takes them up, or a shortened quotation."""
    short, other = (b, a) if a.attributed else (a, b)
    words, marked = frozenset(_stems(short.marked)), frozenset(_stems(other.marked))
    return any(word.isalpha() for word in words) and words <= marked


def _contradict(a: str, b: str) -> bool:
    """Do both give figures, and not one alike?"""
    one, two = set(re.findall(r"\d+", a)), set(re.findall(r"\d+", b))
    return bool(one) and bool(two) and not one & two


def _root(parent: list[int], i: int) -> int:
    while parent[i] != i:
        parent[i] = parent[parent[i]]
        i = parent[i]
    return i


def _join(parent: list[int], i: int, j: int) -> None:
    a, b = _root(parent, i), _root(parent, j)
    if a != b:
        parent[max(a, b)] = min(a, b)
