"""What is said of how a text arrived: damage that was read repaired, another language, several articles in one file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from tellings.annotation.article import Article
from tellings.corpus.decoding import LOST, Damage
from tellings.corpus.documents import Document
from tellings.corpus.labels import n_articles
from tellings.corpus.language import called, language_of
from tellings.plural import several

_CALLED = {
    "entity": "characters written as HTML writes them ({}); they are read as what they stand for",
    "mojibake": "characters that were decoded wrongly ({}); they are read as they were meant",
    "control": "control characters in place of quote marks or dashes ({}); they are read as they were meant",
}


def remarks(document: Document, pieces: Sequence[Article], language: str) -> list[dict[str, Any]]:
    """Rows of `problems` for a document that was annotated.

    Args:
        document: as it was received.
        pieces: the article, or the pieces of a long one.
        language: of the document; one in another language than English is not annotated.
    """
    reasons = list(_damage(document.text, pieces))
    if language != "en":
        reasons.append(
            (
                f"it is in {called(language)}; names and quotations are looked for in English only",
                "kept as it is, not annotated and not counted",
            )
        )
    else:
        reasons += _foreign(pieces)
    if (n := n_articles(document.text)) > 1:
        reasons.append(
            (
                f"it seems to hold {n} articles of a newspaper database; give each a file of its own",
                "annotated as one article",
            )
        )
    return [
        {
            "source": document.source,
            "doc_id": document.doc_id,
            "stage": "annotate",
            "reason": reason,
            "action": action,
        }
        for reason, action in reasons
    ]


def _damage(text: str, pieces: Sequence[Article]) -> Iterator[tuple[str, str]]:
    damaged: tuple[Damage, ...] = ()
    for article in pieces[:1]:
        damaged = article.shadow.damaged if article.shadow else ()
    for one in damaged:
        if one.kind in _CALLED:
            what = f"{_shown(one.printed)} for {_shown(one.reading)}"
            yield (
                f"it has {_CALLED[one.kind].format(what)}. Better save it again from its source as UTF-8",
                "read repaired; the text stays as it is",
            )
    if lost := text.count(LOST):
        yield (
            f"{several(lost, 'character')} of it {'was' if lost == 1 else 'were'} lost before it came here ({LOST}); "
            "save it again from its source as UTF-8",
            "read without them; marks of quotation are guessed",
        )


def _shown(characters: str) -> str:
    """Characters as they can be read in a message; nothing where they are not seen."""
    return (
        characters
        if characters.strip() and characters.isprintable()
        else f"U+{ord(characters[:1] or ' '):04X}"
    )


def _foreign(pieces: Sequence[Article]) -> list[tuple[str, str]]:
    languages = Counter(
        language_of(article.text[block.start : block.end])
        for article in pieces
        for block in article.blocks
        if block.kind == "paragraph" and not block.counted
    )
    return [
        (
            f"{several(n, 'paragraph')} of it {'is' if n == 1 else 'are'} in {called(language)}",
            "not annotated and not counted",
        )
        for language, n in sorted(languages.items())
    ]
