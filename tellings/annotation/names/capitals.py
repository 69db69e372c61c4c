"""Names in sentences that are printed in capitals, where neither the model nor the letters tell what is a name.

There a name is one that the article prints elsewhere, one that the gazetteer knows, or what follows a title.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tellings.annotation.article import Article
from tellings.annotation.names.tokens import Candidate, Tokens
from tellings.resources.lexicon import groups, words

if TYPE_CHECKING:
    from tellings.resources.gazetteer import Gazetteer

_LARGE = 100_000
"""Inhabitants that a town must have to be found by its name alone."""

_VERBS = groups("deeds")["headlines"]
_COMMON = frozenset("march may nice reading same over of mobile orange male police most split".split())
"""Words that are large places too."""


def in_capitals(article: Article, tokens: Tokens) -> list[tuple[int, int]]:
    """The sentences (first token, after last) in which all long words are in capitals."""
    sentences = []
    for sentence in article.annotated_sentences:
        long = [
            text for text in tokens.text[sentence.start : sentence.end] if len(text) > 3 and text.isalpha()
        ]
        if len(long) > 2 and sum(text.isupper() for text in long) >= 0.9 * len(long):
            sentences.append((sentence.start, sentence.end))
    return sentences


def find_in_capitals(
    tokens: Tokens, span: tuple[int, int], known: dict[str, list[list[str]]], gazetteer: Gazetteer
) -> Iterator[Candidate]:
    """The names of one such sentence.

    Args:
        tokens: the article's words.
        span: the sentence.
        known: names that the article prints in mixed case, as words in small letters, by their first word.
        gazetteer: the places.
    """
    i, last = span
    while i < last:
        length, titled = _length(tokens, i, last, known, gazetteer)
        if length:
            yield Candidate(i, i + length, None, "in capitals", titled)
        i += length or 1


def _length(
    tokens: Tokens, i: int, last: int, known: dict[str, list[list[str]]], gazetteer: Gazetteer
) -> tuple[int, bool]:
    """How many tokens the name that begins here has, 0 for none, and whether a title stands before it."""
    word = tokens.lower[i]
    if not tokens.text[i][:1].isalpha() or word in words("titles") | words("generic_words") | words(
        "calendar_words"
    ):
        return 0, False
    for parts in known.get(word, ()):
        if tokens.lower[i : min(last, i + len(parts))] == parts:
            return len(parts), False
    before = tokens.lower[i - 1].rstrip(".") if i else ""
    length = 2 if i + 1 < last and tokens.text[i + 1].isalpha() else 1
    if word in words("first_names") and length == 2 and tokens.lower[i + 1] in words("last_names"):
        return 2, before in words("titles")
    if word not in _VERBS and (before in words("titles") or before in words("honorifics")):
        return (
            length if word in words("first_names") and tokens.lower[i + length - 1] not in _VERBS else 1
        ), True
    for length in (3, 2, 1):
        if (
            i + length <= last
            and tokens.text[i + length - 1][:1].isalpha()
            and _is_place(tokens.span(i, i + length), gazetteer)
        ):
            return length, False
    return 0, False


def _is_place(text: str, gazetteer: Gazetteer) -> bool:
    if text.lower() in _COMMON or len(text) < 3:
        return False
    if gazetteer.demonym(text) is not None:
        return True
    return any(
        use < 2
        and (place.kind == "country" or (place.kind in ("city", "region") and place.population >= _LARGE))
        for place, use in gazetteer.entries(text)
    )
