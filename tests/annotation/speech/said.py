"""What the quotations of a text come to, for the tests of quotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tellings.annotation.entities import Mention
from tellings.annotation.pipeline import read_article
from tellings.annotation.speech.quotations import Quotation, quotations

if TYPE_CHECKING:
    from spacy.language import Language


def found(nlp: Language, text: str, mentions: list[Mention] | None = None) -> list[Quotation]:
    """The quotations of a text."""
    return quotations(read_article(nlp, "made", text), mentions or [])


def told(quotation: Quotation) -> tuple[str, str, str | None]:
    """Kind, content (its pieces joined) and speaker."""
    content = " … ".join(p.text for p in quotation.parts if p.role == "content")
    return quotation.kind, content, quotation.speaker
