"""Where names stand: the model's spans repaired, and capitalised runs that the model passed over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from spacy.tokens import Doc

from tellings.annotation.article import Article
from tellings.lexicon import classes, words

NAMES = frozenset("PERSON ORG GPE LOC FAC NORP EVENT PRODUCT LAW WORK_OF_ART LANGUAGE".split())
"""The model's labels that are names; dates, times and numbers are not."""

INNER = frozenset(
    "de del della di da do dos das du des la las le les el al ul ur bin bint ibn ben van von der den ter ten af av "
    "zu y e i san st st. ap wa ka ole ould".split()
)
"""Small words inside a name; they neither begin nor end one."""

_ARTICLES = frozenset({"the", "a", "an"})
_EDGES = frozenset("\"'“”‘’«»„`´.,;:!?-–—…()[]{}<>/|*•®™#&+=~")
_POSSESSIVE = frozenset({"'s", "’s", "'", "’", "`s", "s'", "´s"})
_APART = frozenset({"(", ")", "[", "]", "/", "|", "—", "–", "“", "”", '"', ";", ":", "•", "…", "..."})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible name: tokens `start` to `end` (exclusive), the model's label if it had one, and how it was found."""

    start: int
    end: int
    label: str | None
    method: str
    titled: bool = False


class Tokens:
    """The doc's tokens as plain lists: asking spaCy again and again for the same string costs most of the time."""

    def __init__(self, doc: Doc) -> None:
        """Read the doc once."""
        self.doc = doc
        self.text = [token.text for token in doc]
        self.lower = [text.lower() for text in self.text]
        self.tag = [token.tag_ for token in doc]
        self.proper = [tag in ("NNP", "NNPS") for tag in self.tag]
        self.capital = [is_capital(text) for text in self.text]

    @cached_property
    def heading(self) -> list[bool]:
        """For each token: does its sentence print most words with a capital, so that capitals say nothing?"""
        flags = [False] * len(self.text)
        for sentence in self.doc.sents:
            long = [i for i in range(sentence.start, sentence.end) if len(self.text[i]) > 3 and self.text[i].isalpha()]
            if len(long) > 2 and sum(self.capital[i] for i in long) >= 0.8 * len(long):
                flags[sentence.start : sentence.end] = [True] * (sentence.end - sentence.start)
        return flags

    def span(self, start: int, end: int) -> str:
        """The text from token to token."""
        doc = self.doc
        return doc.text[doc[start].idx : doc[end - 1].idx + len(self.text[end - 1])] if end > start else ""


def is_capital(text: str) -> bool:
    """Does the word begin with a capital, or is it in a script without them?"""
    first = text[0] if text[0].isalnum() else text.lstrip("'‘’ʻ`")[:1]
    return first.isupper() or (first.isalpha() and not first.islower())


def candidates(article: Article, tokens: Tokens) -> list[Candidate]:
    """All possible names of the article that stand where anything is looked for, in order, none overlapping."""
    found: list[Candidate] = []
    taken = [False] * len(tokens.text)
    for entity in article.doc.ents:
        if entity.label_ in NAMES and article.annotated(entity.start_char):
            for piece in _pieces(tokens, Candidate(entity.start, entity.end, entity.label_, "model")):
                found.append(piece)
                taken[piece.start : piece.end] = [True] * (piece.end - piece.start)
    found = [_extended(tokens, one, taken) for one in found]
    for sentence in article.annotated_sentences:
        found.extend(_runs(tokens, sentence.start, sentence.end, taken))
    return _apart(found)


def _apart(found: list[Candidate]) -> list[Candidate]:
    """In order; of two that overlap the longer."""
    kept: list[Candidate] = []
    for one in sorted(found, key=lambda c: (c.start, -c.end)):
        if kept and one.start < kept[-1].end:
            if one.end - one.start > kept[-1].end - kept[-1].start:
                kept[-1] = one
        else:
            kept.append(one)
    return kept


def _pieces(tokens: Tokens, whole: Candidate) -> Iterator[Candidate]:
    """The model's span cut at line ends, brackets, dashes and possessives of another name, and trimmed."""
    start = whole.start
    for i in range(whole.start, whole.end + 1):
        text = tokens.text[i] if i < whole.end else ""
        cut = i == whole.end or text in _APART or text.isspace()
        if not cut and text in _POSSESSIVE and i + 1 < whole.end and i > start:
            cut = tokens.capital[i + 1] and whole.label != "WORK_OF_ART" and i + 1 < len(tokens.text)
        if cut:
            piece = trimmed(tokens, replace(whole, start=start, end=i))
            if piece is not None:
                yield piece
            start = i + 1


def trimmed(tokens: Tokens, one: Candidate) -> Candidate | None:
    """The span without articles, honorifics, titles, marks and small words at its edges; None if nothing is left."""
    start, end, titled = one.start, one.end, one.titled
    while end > start and (
        tokens.text[end - 1] in _POSSESSIVE or all(ch in _EDGES or ch.isspace() for ch in tokens.text[end - 1])
    ):
        end -= 1
    while end > start and not tokens.capital[end - 1] and not tokens.text[end - 1][0].isdigit():
        end -= 1
    while start < end and not (tokens.capital[start] and tokens.lower[start] not in _ARTICLES):
        if tokens.text[start][0].isdigit() and start + 1 < end:
            break
        start += 1
    if start >= end:
        return None
    length = title_length(tokens, start, end)
    if length:
        inner = trimmed(tokens, replace(one, start=start + length, end=end, titled=True))
        if inner is not None and not _is_body(tokens, inner.start, inner.end):
            return inner
    return replace(one, start=start, end=end, titled=titled)


def title_length(tokens: Tokens, start: int, end: int) -> int:
    """How many tokens at the front of the span are honorifics or titles, if a name is left behind them."""
    honorifics, titles = words("honorifics"), words("titles")
    last = 0
    for i in range(start, end - 1):
        word = tokens.lower[i].rstrip(".")
        pair = f"{tokens.lower[i - 1]} {word}" if i > start else ""
        if word in honorifics and i == start + last or word in titles or pair in titles:
            last = i + 1 - start
        elif word in _POSSESSIVE or tokens.text[i] == "," or i - start > 3:
            break
    return last if start + last < end else 0


def _is_body(tokens: Tokens, start: int, end: int) -> bool:
    """Do the words name a body or a place rather than a person? Then a title before them belongs to the name."""
    forms, organisations, places = words("company_forms"), words("organisation_words"), classes("place_words")
    if not tokens.capital[start] or tokens.lower[start] in _ARTICLES | {"of", "for"}:
        return True
    return any(
        tokens.lower[i] in organisations or tokens.lower[i] in places or tokens.lower[i] in forms
        for i in range(start, end)
    )


def _extended(tokens: Tokens, one: Candidate, taken: list[bool]) -> Candidate:
    """The span grown over capitalised neighbours of the same name that the model left out."""
    start, end = one.start, one.end
    if one.label == "NORP":
        return one
    n = len(tokens.text)
    while end < n and not taken[end] and tokens.proper[end] and _joins(tokens, end):
        end += 1
    if one.label in ("PERSON", "ORG", "FAC") and end + 1 < n and tokens.lower[end] in INNER and tokens.proper[end + 1]:
        if not taken[end] and not taken[end + 1] and _joins(tokens, end + 1) and tokens.lower[end] not in ("i", "e", "y"):
            end += 2
    first = tokens.doc[start].sent.start
    while start > first and not taken[start - 1] and tokens.proper[start - 1] and _joins(tokens, start - 1):
        if start - 1 == first and tokens.lower[first] not in words("first_names"):
            break
        start -= 1
    taken[start:end] = [True] * (end - start)
    grown = trimmed(tokens, replace(one, start=start, end=end)) if (start, end) != (one.start, one.end) else one
    return grown or one


def _joins(tokens: Tokens, i: int) -> bool:
    """May this capitalised word belong to the name beside it?"""
    word = tokens.lower[i].rstrip(".")
    return (
        tokens.capital[i]
        and tokens.text[i][0].isalpha()
        and not tokens.heading[i]
        and word not in words("honorifics")
        and word not in words("titles")
        and word not in words("calendar_words")
    )


def _runs(tokens: Tokens, first: int, last: int, taken: list[bool]) -> Iterator[Candidate]:
    """Runs of proper nouns that the model passed over."""
    i = first
    while i < last:
        if taken[i] or not tokens.proper[i] or not tokens.capital[i] or not tokens.text[i][0].isalpha():
            i += 1
            continue
        j = i + 1
        while j < last and not taken[j]:
            if tokens.proper[j] and tokens.capital[j]:
                j += 1
            elif tokens.lower[j] in INNER and j + 1 < last and tokens.proper[j + 1] and not taken[j + 1]:
                j += 2
            else:
                break
        one = trimmed(tokens, Candidate(i, j, None, "capitals"))
        if one is not None and _is_new(tokens, one, first):
            yield one
        i = j


def _is_new(tokens: Tokens, one: Candidate, first: int) -> bool:
    """Is the run a name by its look: not one generic word, not a heading's capitals?"""
    if one.end - one.start == 1:
        word = tokens.text[one.start]
        if word.lower().rstrip(".") in words("generic_words") | words("titles") or len(word) < 2:
            return False
    return not (tokens.heading[one.start] and one.end - one.start < 6) or one.titled
