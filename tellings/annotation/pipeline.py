"""Reading articles for annotation, one by one or in batches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc

from tellings.annotation.article import Article
from tellings.annotation.parsing import MAX_PIECE, load_model, parse, prepare
from tellings.corpus.blocks import Block, find_blocks
from tellings.corpus.documents import Known
from tellings.corpus.shadow import Shadow, shadow_of

__all__ = ["Text", "load_model", "read_article", "read_articles"]


@dataclass(frozen=True, slots=True)
class Text:
    """What is known of a document before it is annotated."""

    doc_id: str
    text: str
    published: date | None = None
    publisher: str | None = None
    title: str | None = None
    blocks: tuple[Known, ...] = ()


def read_article(
    nlp: Language,
    doc_id: str,
    text: str,
    published: date | None = None,
    title: str | None = None,
    publisher: str | None = None,
) -> Article:
    """Parse one article that is short enough to be parsed at once."""
    return next(read_articles(nlp, [Text(doc_id, text, published, publisher, title)]))


def read_articles(nlp: Language, documents: Iterable[Text]) -> Iterator[Article]:
    """Parse documents in batches.

    Yields:
        One article a document, in order; several with growing `offset` for a document longer than `MAX_PIECE`.
    """
    waiting: list[tuple[Text, Shadow | None, tuple[Block, ...], int]] = []

    def prepared() -> Iterator[Doc]:
        for document in documents:
            shadow = shadow_of(document.text)
            known = [(*shadow.read_at(start, end), kind) for start, end, kind in document.blocks]
            blocks = find_blocks(shadow.text, title=document.title, known=known)
            for start, end, inside in _cut(shadow.text, blocks):
                waiting.append((document, None if shadow.same else shadow, inside, start))
                yield prepare(nlp, shadow.text[start:end], inside)

    for doc in parse(nlp, prepared()):
        document, read_as, blocks, offset = waiting.pop(0)
        yield Article(
            document.doc_id,
            doc,
            blocks,
            published=document.published,
            publisher=document.publisher,
            title=document.title,
            offset=offset,
            shadow=read_as,
        )


def _cut(text: str, blocks: tuple[Block, ...]) -> Iterator[tuple[int, int, tuple[Block, ...]]]:
    """Pieces of at most `MAX_PIECE` characters: start, end, and the blocks inside with offsets in the piece."""
    if len(text) <= MAX_PIECE:
        yield 0, len(text), blocks
        return
    start, inside = 0, list[Block]()
    for block in (part for whole in blocks for part in _short(text, whole)):
        if inside and block.end - start > MAX_PIECE:
            yield start, block.start, _moved(inside, start)
            start, inside = block.start, []
        inside.append(block)
    yield start, len(text), _moved(inside, start)


def _moved(blocks: list[Block], by: int) -> tuple[Block, ...]:
    return tuple(Block(b.start - by, b.end - by, b.kind, b.counted) for b in blocks)


def _short(text: str, block: Block) -> Iterator[Block]:
    """The block itself, or parts of it cut at spaces where it alone is too long."""
    start = block.start
    while block.end - start > MAX_PIECE // 2:
        cut = text.rfind(" ", start + 1, start + MAX_PIECE // 2)
        cut = cut + 1 if cut > start else start + MAX_PIECE // 2
        yield Block(start, cut, block.kind, block.counted)
        start = cut
    yield Block(start, block.end, block.kind, block.counted)
