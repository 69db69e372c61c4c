"""An article as the annotators get it: one `Doc` over its text as it is read, and its blocks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from spacy.tokens import Doc, Span

from tellings.corpus.blocks import Block
from tellings.corpus.shadow import Shadow

UNANNOTATED = frozenset({"boilerplate"})
ONLY_COUNTED = frozenset({"caption", "subheading", "paragraph"})
"""Kinds that are annotated where they are counted: not what was printed before, nor what is in another language."""


@dataclass(frozen=True)
class Article:
    """A parsed article, or a piece of one that is too long to be parsed at once.

    Attributes:
        doc_id: the document's id.
        doc: parsed; `doc.text` is the text as it is read, so `token.idx` and `span.start_char` are offsets into it.
        blocks: the text's blocks, in order.
        published: the document's date, against which relative dates are resolved.
        offset: where `doc` begins in the text as it is read; 0 but for later pieces of a very long one.
        shadow: the text as it is read with the way back to the stored one; None where they are the same.
    """

    doc_id: str
    doc: Doc
    blocks: tuple[Block, ...]
    published: date | None = None
    publisher: str | None = None
    title: str | None = None
    offset: int = 0
    shadow: Shadow | None = None

    def stored(self, start: int, end: int) -> tuple[int, int]:
        """Where in the stored text stands what stands here in `text`."""
        start, end = start + self.offset, end + self.offset
        if self.shadow is None:
            return start, end
        return self.shadow.start(start), self.shadow.end(end)

    def printed(self, start: int, end: int) -> str:
        """What stands here in `text`, as the stored text has it."""
        if self.shadow is None:
            return self.text[start:end]
        first, last = self.stored(start, end)
        return self.shadow.source[first:last]

    @cached_property
    def text(self) -> str:
        """The text of the article (or piece)."""
        return self.doc.text

    @cached_property
    def _starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    def tokens(self, start: int, end: int) -> Span:
        """The tokens of which a piece stands at `[start, end)`.

        Raises:
            ValueError: there is no token.
        """
        span = self.doc.char_span(start, end, alignment_mode="expand")
        if span is None or not len(span):
            raise ValueError(f"no tokens at {start}-{end}")
        return span

    def block_at(self, char: int) -> Block | None:
        """The block that holds the character, or None in the white space between blocks."""
        i = bisect_right(self._starts, char) - 1
        return self.blocks[i] if i >= 0 and char < self.blocks[i].end else None

    def annotated(self, char: int) -> bool:
        """Is anything looked for here? Not in boilerplate, in what was printed before, or in another language."""
        block = self.block_at(char)
        return (
            block is not None
            and block.kind not in UNANNOTATED
            and (block.counted or block.kind not in ONLY_COUNTED)
        )

    @cached_property
    def sentences(self) -> list[Span]:
        """The sentences of all blocks, without outer white space; none crosses a block."""
        spans = []
        for sentence in self.doc.sents:
            start, end = sentence.start, sentence.end
            while start < end and self.doc[start].is_space:
                start += 1
            while end > start and self.doc[end - 1].is_space:
                end -= 1
            if start < end:
                spans.append(self.doc[start:end])
        return spans

    @cached_property
    def annotated_sentences(self) -> list[Span]:
        """The sentences of blocks in which anything is looked for."""
        return [s for s in self.sentences if self.annotated(s.start_char)]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [s.start_char for s in self.sentences]

    def sentences_until(self, char: int, n: int) -> list[Span]:
        """The last `n` sentences that begin before the character."""
        i = bisect_left(self._sentence_starts, char)
        return self.sentences[max(i - n, 0) : i]

    def sentence_at(self, char: int) -> Span | None:
        """The sentence that holds the character (or the last one before it), None before the first."""
        i = bisect_right(self._sentence_starts, char) - 1
        return self.sentences[i] if i >= 0 else None
