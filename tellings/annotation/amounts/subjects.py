"""What a number is said of: the state of the people counted, what an amount measures, whose the things counted are."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from spacy.tokens import Span, Token

from tellings.annotation.amounts.measured import behind, measured
from tellings.annotation.amounts.row import Of
from tellings.annotation.amounts.states import is_state, name_of, state
from tellings.annotation.article import Article
from tellings.annotation.grammar import SUBJECTS, VERBAL

_MOVES = frozenset(
    "rise climb increase grow jump fall drop stand reach put raise revise go soar swell surge mount near pass top hit "
    "exceed lower bring reduce".split()
)
"""Verbs of a figure that is told before."""
_NOMINAL = frozenset("nsubj nsubjpass dobj pobj conj appos attr dep".split())
_TOTALS = frozenset("number figure total count".split())
_FIGURES = _TOTALS | {"toll", "tally", "it", "that", "this"}


def of_amount(article: Article, start: int, end: int, *, money: bool = False) -> Of | None:
    """What the amount at `[start, end)` of the text measures: the noun phrase behind it, else what it is said of."""
    return behind(article, end, money=money) or measured(article.tokens(start, end))


def of_count(article: Article, start: int, end: int, noun: Token | None) -> Of | None:
    """The state of those whom the number at `[start, end)` counts; where it counts no noun, what it measures.

    Args:
        article: the parsed article.
        start: where the number begins in the text.
        end: where it ends.
        noun: what it counts, where that is printed.
    """
    word = state(article.tokens(start, end), noun)
    name = name_of(word) if word is not None else None
    if word is not None and name is not None:
        return Of(name, word.idx, word.idx + len(word), is_state=True)
    return of_amount(article, start, end) if noun is None else None


def points_back(article: Article, start: int, end: int, *, same_sentence: bool) -> str | None:
    """How a number without a noun leans on the one before: `figure` (the toll has risen to 34), `noun` (and four more).

    Args:
        article: the parsed article.
        start: where the number begins in the text.
        end: where it ends.
        same_sentence: does the number before stand in the same sentence?
    """
    span = article.tokens(start, end)
    if _is_moved_to(span):
        return "figure"
    root = span.root
    nominal = root.pos_ == "NUM" and root.dep_ in _NOMINAL
    before = article.doc[span.start - 1] if span.start else None
    moved = before is not None and (before.lower_ in ("to", "from", "at") or before.pos_ == "PROPN")
    return "noun" if same_sentence and nominal and not moved else None


def told_of(article: Article, start: int, end: int) -> Token | None:
    """What a number without a noun counts where its subject says so: "the number of pupils has fallen to nine"."""
    for subject in _subjects(article.tokens(start, end), _MOVES | {"be"}):
        for of in subject.rights if subject.lemma_.lower() in _TOTALS else ():
            if of.lower_ == "of":
                things = (noun for noun in of.rights if noun.dep_ == "pobj" and not is_state(noun))
                return next(things, None)
    return None


def _is_moved_to(span: Span) -> bool:
    return any(c.lemma_.lower() in _FIGURES for c in _subjects(span, _MOVES))


def _subjects(span: Span, verbs: Collection[str]) -> Iterator[Token]:
    """The subjects of the verb above a number, where it is one of these."""
    token = span.root
    for _ in range(4):
        if token.pos_ in VERBAL or token.head == token:
            break
        token = token.head
    if token.lemma_.lower() in verbs:
        yield from (c for c in token.children if c.dep_ in SUBJECTS and c.i < span.start)
