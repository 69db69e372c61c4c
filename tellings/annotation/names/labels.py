"""Who speaks in a transcript whose labels are in capitals: "SEN. LINDSEY GRAHAM: I did.", later "GRAHAM:".

The model takes such lines apart. What stands between the titles at their head and the colon is a person's name, where
several lines begin so; a single word is one only where another label, or a name elsewhere in the article, ends in it.
"""

from __future__ import annotations

import re

from tellings.annotation.article import Article
from tellings.annotation.names.tokens import Candidate, Tokens
from tellings.resources.lexicon import words

_LABEL = re.compile(r"([A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,4})(?: \([^()\n]{1,30}\))?:\s+(?=\S)")
_MIN_LINES = 2
"""Lines with a label from which an article is taken for a transcript."""

_NOBODY = frozenset(
    "question answer host moderator anchor reporter announcer narrator interviewer interviewee unidentified unknown "
    "voice speaker witness court clerk defendant juror foreman chair chairman chairwoman chairperson audience members "
    "update note breaking watch read live analysis opinion exclusive".split()
)
_NOT_NAMES = ("titles", "posts", "honorifics", "generic_words", "calendar_words", "portfolio_words")


def with_labels(article: Article, tokens: Tokens, found: list[Candidate]) -> list[Candidate]:
    """The candidates, in order, with those at the head of lines of a transcript as its labels print them."""
    lines = [
        match
        for block in article.blocks
        if article.annotated(block.start) and (match := _LABEL.match(article.text, block.start, block.end))
    ]
    if len(lines) < _MIN_LINES:
        return found
    spans = [span for match in lines if (span := _name(article, tokens, *match.span(1))) is not None]
    last = {tokens.lower[one.end - 1] for one in found if one.end - one.start > 1}
    last |= {tokens.lower[end - 1] for start, end in spans if end - start > 1}
    labels = [
        Candidate(start, end, "PERSON", "label")
        for start, end in spans
        if end - start > 1 or tokens.lower[start] in last
    ]
    inside = {i for one in labels for i in range(one.start, one.end)}
    for match in lines:  # THE WITNESS: nobody's name, whatever the model takes it for; not JOHN READ
        parts = {part.strip(".") for part in match.group(1).lower().split()}
        label = article.doc.char_span(*match.span(1), alignment_mode="contract")
        if label is not None and parts <= _NOBODY | {"the"}:
            inside.update(range(label.start, label.end))
    kept = [one for one in found if inside.isdisjoint(range(one.start, one.end))]
    return sorted([*kept, *labels], key=lambda one: one.start)


def _name(article: Article, tokens: Tokens, start: int, end: int) -> tuple[int, int] | None:
    """The tokens of a label without the titles before the name; None for what is nobody's name."""
    span = article.doc.char_span(start, end)
    if span is None:
        return None
    first = span.start
    while first < span.end and _is_title(tokens.lower[first]):
        first += 1
    parts = [part for part in tokens.lower[first : span.end] if part.strip(".")]
    if not parts or any(part in _NOBODY or _is_title(part) for part in parts):
        return None
    return first, span.end


def _is_title(word: str) -> bool:
    plain = word.strip(".")
    return not plain or any(plain in words(name) for name in _NOT_NAMES)
