"""Attribution without a verb: "Smith: 'No deal'", “…” — Mary Jones, and transcripts (WALLACE: ...).

A colon or a dash between a name and words in marks, or at the head of a line, is enough to say who speaks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from tellings.annotation.article import Article
from tellings.annotation.entities import Mention
from tellings.annotation.speech import syntax
from tellings.annotation.speech.cues import denied, reporting_verbs
from tellings.annotation.speech.marks import Marked
from tellings.annotation.speech.model import Chars, Pieces, Report
from tellings.corpus.blocks import Block

_DASH_NAME = re.compile(r"\s*[—–―]\s*|\s*--?\s+")
_LABEL = re.compile(r"[A-Z][^:\n“”\"]{0,80}:\s*$")
_WHO = r"(?:,(?: [^\s:“”\"]+){1,8})?(?: \([^()\n]{1,40}\)){0,2}:\s+"
"""What may stand between a name and the colon: a role or outlet behind a comma, a party or place in brackets."""

TRANSCRIPT = re.compile(rf"(?:(?:[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){{0,3}}){_WHO}|[QA][:.]\s+)(?=\S)")
_LINE = re.compile(r"([A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,4}):\s+(?=[A-Z‘'“\"])")
_TURN = re.compile(
    r"((?:Dr\.|Mr\.|Ms\.|[A-Z][\w.’'-]*)(?: (?:of|for|and|de|van|von|der|al|[A-Z][\w.’'-]*)){0,6})"
    rf"{_WHO}(?=[^\s“\"‘])"
    r"|([QA]\.)\s+(?=[^\s“\"‘])"
)
_BEARER = re.compile(r"(?:The|THE) [^()\n]+ \(((?:[A-Z][\w.’'-]* ){1,4}[A-Z][\w’'-]+)\):")
"""An office with its holder in brackets: The Minister for Schools (Fiona Hart):"""

_ASIDE = ("(", "[")
MAX_TITLE = 120
"""Characters of a first line that may be a headline, though it ends in a full stop."""

_TELLS = frozenset({"poll", "survey", "study", "report"})
"""What a headline's label may be beside a name: "Poll: voters are tired"."""

_ASKED = {"q", "a"}
"""Labels of questions and answers: a line of each is enough."""

MIN_TURNS = 3
"""Lines with a speaker's label that make a transcript."""

MAX_SIGNATURE = 60
MAX_LABEL = 100


def bare_report(article: Article, piece: Marked) -> Report | None:
    """Who says a marked piece that no cue claims, by a colon before it or a dash behind it."""
    text = article.text
    block = article.blocks[piece.block]
    before = text[max(block.start, piece.outer_start - MAX_LABEL) : piece.outer_start]
    after = text[piece.outer_end : min(block.end, piece.outer_end + 2 * MAX_SIGNATURE)]
    whole: Chars = (piece.outer_start, piece.outer_end)
    dash = _DASH_NAME.match(after)
    if dash is not None and 0 < len(after) - dash.end() <= MAX_SIGNATURE and after[dash.end()].isupper():
        signed = _head_in(article, piece.outer_end + dash.end(), block.end)
        if signed is not None and signed.pos_ == "PROPN":
            return Report(None, (whole,), signed, "signature")
    if piece.outer_start - block.start < MAX_LABEL and _LABEL.match(before) and not before[:-1].count(". "):
        named = _head_in(article, block.start, piece.outer_start)
        if named is not None:
            return Report(None, (whole,), named, "label")
    if piece.outer_start - block.start < 3 and not any(ch.isalnum() for ch in before):
        return _introduced(article, piece)
    return None


def _introduced(article: Article, piece: Marked) -> Report | None:
    """A piece that opens its paragraph after one that ends in a colon."""
    if piece.block == 0:
        return None
    previous = article.blocks[piece.block - 1]
    if not article.text[previous.start : previous.end].rstrip().endswith(":"):
        return None
    sentence = article.sentence_at(previous.end - 1)
    if sentence is None:
        return None
    whole: Chars = (piece.outer_start, piece.outer_end)
    verbs = [
        t for t in sentence if t.tag_[:2] == "VB" and t.lemma_.lower() in reporting_verbs() and not denied(t)
    ]
    for verb in reversed(verbs):
        speaker = syntax.subject(verb)
        if speaker is not None:
            return Report(None, (whole,), speaker, "paragraph before")
    root = sentence.root
    return Report(
        None,
        (whole,),
        syntax.own_subject(root) or (root if root.pos_ == "PROPN" else None),
        "paragraph before",
    )


def lines(article: Article, pieces: Pieces) -> Iterator[Report]:
    """Lines that begin with a speaker's name and a colon: a headline's, or a transcript's."""
    text = article.text
    yield from _transcript(article, pieces)
    for block in article.blocks:
        if not article.annotated(block.start):
            continue
        start = block.start + 1 if text[block.start] in '"“' else block.start
        label = TRANSCRIPT.match(text, start, block.end)
        title = block.kind == "headline" or (
            block is article.blocks[0] and block.end - block.start <= MAX_TITLE
        )
        if label is None and title:
            label = _LINE.match(text, start, block.end)
        if label is None:
            continue
        named = _head_in(article, start, label.end())
        end = block.end
        while end > label.end() and not text[end - 1].isalnum() and text[end - 1] in '"” .':
            end -= 1
        if named is not None and end > label.end():
            inside = pieces.at(label.end())
            if inside is not None and inside.outer_start < start:
                last = pieces.at(end - 1) if text[block.end - 1] in '"”' else None
                whole = last is not None and last is not inside  # marks within the line's own
                yield Report(None, ((label.end(), end if whole else inside.outer_end),), named, "transcript")
            elif title and (
                named.ent_type_ in ("PERSON", "ORG", "GPE")
                or named.lower_ in _TELLS
                or named.text in _last_words(article)
            ):
                yield Report(None, ((label.end(), block.end),), named, "label")


def _last_words(article: Article) -> set[str]:
    """The last words of the persons and bodies that an article names, by which its headline may call them."""
    return {ent[-1].text for ent in article.doc.ents if ent.label_ in ("PERSON", "ORG")}


def _transcript(article: Article, pieces: Pieces) -> Iterator[Report]:
    """The lines of a talk that is printed without marks: several that begin with a label, of two who take turns.

    A paragraph without a label between two that have one goes on with the first; a headline is a line where its label
    comes again.
    """
    blocks = [b for b in article.blocks if b.kind in ("headline", "paragraph", "subheading")]
    lines = [(i, block, label) for i, block in enumerate(blocks) if (label := _label(article, block))]
    labels = Counter(_name(label) for _, _, label in lines)
    lines = [(i, b, label) for i, b, label in lines if b.kind != "headline" or labels[_name(label)] > 1]
    labels = Counter(_name(label) for _, _, label in lines)
    if (
        len(lines) < MIN_TURNS
        or len(labels) < 2
        or max(labels.values()) < 2
        or len(labels) > len(lines) / 1.3
    ):
        lines = [line for line in lines if _name(line[2]) in _ASKED]
        if {_name(label) for _, _, label in lines} != _ASKED:
            return
    following = [i for i, _, _ in lines[1:]]
    for (i, block, label), after in zip(lines, [*following, None], strict=True):
        bearer = _BEARER.match(article.text, block.start, label.end())
        named = _head_in(
            article, *(bearer.span(1) if bearer else (block.start, label.end(label.lastindex or 1)))
        )
        if named is None or pieces.at(block.start) is not None:
            continue
        more = blocks[i + 1 : after] if after is not None else []
        more = [b for b in more if not article.text.startswith(_ASIDE, b.start)]
        quiet = [b for b in more if b.kind == "paragraph" and not pieces.touching(b.start, b.end)]
        said = [(label.end(), block.end), *((b.start, b.end) for b in quiet)]
        yield Report(None, tuple(said), named, "transcript")


def _label(article: Article, block: Block) -> re.Match[str] | None:
    return _TURN.match(article.text, block.start, block.end)


def _name(label: re.Match[str]) -> str:
    return str(label.group(1) or label.group(2)).split()[-1].casefold().rstrip(".")


def answering(article: Article, mentions: Sequence[Mention]) -> str | None:
    """The chain of the person whom questions are put to in lines that begin with Q and A.

    It is the one person of the last paragraph before them that names any; None where there are none or several.
    """
    blocks = [b for b in article.blocks if (label := _label(article, b)) and _name(label) == "q"]
    for block in reversed(article.blocks):
        if blocks and block.end <= blocks[0].start:
            within = [m for m in mentions if block.start <= m.start < block.end and m.type == "person"]
            chains = {m.chain for m in within if m.form == "name" and m.chain}
            if chains:
                return chains.pop() if len(chains) == 1 else None
    return None


def _head_in(article: Article, start: int, end: int) -> Token | None:
    """The head word of a short phrase without a verb, the last noun before a comma."""
    phrase: Span | None = article.doc.char_span(start, end, alignment_mode="contract")
    if phrase is None or len(phrase) > 16:
        return None
    head = None
    for token in phrase:
        if token.text in (",", "(", "|", ":", "of", "for") and head is not None:
            break
        if token.tag_ in ("VBD", "VBZ", "VBP", "MD") and not token.is_upper:
            return None
        if token.pos_ in ("PROPN", "NOUN") or token.is_upper:
            head = token
    return head
