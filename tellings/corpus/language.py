"""In which language a text is written: English by its small words, any other by their letters."""

from __future__ import annotations

import re
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from tellings.corpus import patterns

LOOKED_AT = 6_000
"""Characters by which the language of a text is told."""
MIN_WORDS = 4
"""Fewer words tell no language."""
_FEW = 8
_ENGLISH = 0.2
"""English prose has about four of ten words among these; a text of which every fifth is one is English."""
_FOREIGN = 0.12
_SURE = 0.8
_SURE_OF_FEW = 0.9

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SMALL = frozenset(
    "the and of to that with for from this these those which they their them have has had been would "
    "were are said not but "
    "by his her its it who after will at he she be is was in on a an as or than when where while there "
    "what if up out about "
    "into over more we our you your i my could should can may did does no".split()
)
_ELSEWHERE_TOO = frozenset("a an as at i in on is was he we or to no do over will can did not me be".split())
"""Of these, what is a word of other languages too."""


def language_of(text: str) -> str:
    """The language's code (ISO 639-1); `en` also where there are too few words to tell another.

    Source:
        Lui & Baldwin (2012), langid.py: An off-the-shelf language identification tool; the model of py3langid.
    """
    head = text[:LOOKED_AT]
    words = [word.lower() for word in _WORD.findall(head)]
    letters = sum(map(len, words))
    foreign = sum(ch.isalpha() and ch > "\u024f" for ch in head)
    if foreign > 0.5 * max(letters, 1) and letters >= MIN_WORDS:
        return _by_letters(head)[0]
    if len(words) < MIN_WORDS:
        return "en"
    small = sum(word in _SMALL for word in words) / len(words)
    if small >= _ENGLISH:
        return "en"
    code, sure = _by_letters(head)
    small = sum(word in _SMALL and word not in _ELSEWHERE_TOO for word in words) / len(words)
    return code if small < _FOREIGN and sure >= (_SURE if len(words) >= _FEW else _SURE_OF_FEW) else "en"


def called(code: str) -> str:
    """The English name of a language."""
    return _names().get(code, f"another language ({code})")


@cache
def _names() -> dict[str, str]:
    return patterns.table("lexicon/languages.tsv")


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _by_letters(text: str) -> tuple[str, float]:
    code, sure = _identifier().classify(text)
    return str(code), float(sure)
