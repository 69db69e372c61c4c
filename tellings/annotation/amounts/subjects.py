"""What a number is said of: the state of the people counted, what an amount measures, whose the things counted are."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from tellings.annotation.amounts.measured import Measured, behind, measured
from tellings.annotation.amounts.states import name_of, state

_MOVES = frozenset(
    "rise climb increase grow jump fall drop stand reach put raise revise go soar swell surge mount near pass top hit "
    "exceed lower bring reduce".split()
)
"""Verbs of a figure that is told before."""
_FIGURES = frozenset("toll tally number figure total count it that this".split())


@dataclass(frozen=True, slots=True)
class Of:
    """What a number counts or measures, where that is told, and whether it is a state of those counted."""

    name: str
    start: int
    end: int
    is_state: bool = False


def of_amount(doc: Doc, start: int, end: int, *, money: bool = False) -> Of | None:
    """What the amount at `[start, end)` of the text measures: the noun phrase behind it, else what it is said of."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    return _of(behind(doc, end, money=money) or measured(doc, span, None))


def of_count(doc: Doc, start: int, end: int, noun: Token | None) -> Of | None:
    """The state of those whom the number at `[start, end)` counts; where it counts no noun, what it measures.

    Args:
        doc: the parsed text.
        start: where the number begins in the text.
        end: where it ends.
        noun: what it counts, where that is printed.
    """
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    word = state(doc, span, noun)
    name = name_of(word) if word is not None else None
    if word is not None and name is not None:
        return Of(name, word.idx, word.idx + len(word), is_state=True)
    return _of(behind(doc, end) or measured(doc, span, None)) if noun is None else None


def _of(found: Measured | None) -> Of | None:
    return Of(found.text, found.start, found.end) if found is not None else None


def points_back(doc: Doc, start: int, end: int, *, same_sentence: bool) -> str | None:
    """How a number without a noun leans on the one before: `figure` (the toll has risen to 34), `noun` (and four more).

    Args:
        doc: the parsed text.
        start: where the number begins in the text.
        end: where it ends.
        same_sentence: does the number before stand in the same sentence?
    """
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    if _is_moved_to(span):
        return "figure"
    root = span.root
    nominal = root.pos_ == "NUM" and root.dep_ in (
        "nsubj",
        "nsubjpass",
        "dobj",
        "pobj",
        "conj",
        "appos",
        "attr",
        "dep",
    )
    before = doc[span.start - 1] if span.start else None
    moved = before is not None and (before.lower_ in ("to", "from", "at") or before.pos_ == "PROPN")
    return "noun" if same_sentence and nominal and not moved else None


def _is_moved_to(span: Span) -> bool:
    token = span.root
    for _ in range(4):
        if token.pos_ in ("VERB", "AUX") or token.head == token:
            break
        token = token.head
    if token.lemma_.lower() not in _MOVES:
        return False
    return any(c.dep_ in ("nsubj", "nsubjpass") and c.lemma_.lower() in _FIGURES for c in token.children)
