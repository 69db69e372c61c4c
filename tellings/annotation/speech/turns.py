"""Marked pieces that no cue claims: an utterance or turn that goes on, a name and a colon, or nobody's words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Token

from tellings.annotation.article import Article
from tellings.annotation.grammar import SUBJECTS
from tellings.annotation.speech.cues import Cue
from tellings.annotation.speech.labels import TRANSCRIPT, bare_report
from tellings.annotation.speech.marks import Marked
from tellings.annotation.speech.model import Chars, Pieces, Rule
from tellings.annotation.speech.speakers import Speaker
from tellings.annotation.speech.syntax import own_subject

MAX_ATTRIBUTION = 200
"""Characters that an attribution may take between two pieces of one utterance."""

SENTENCE_WORDS = 2
"""Words that a piece must have to pass for a sentence of its own."""

MAX_LEAD = 60
"""Characters of a phrase that may lead in a turn that goes on."""

LOOK_BACK = 300
"""Characters before a piece that say how it is led in."""

_ALNUM = re.compile(r"[^\W_]")
_JOINED = re.compile(r"[,;—–] (?:but|and|yet|so|because)\s*$")
"""As in “A,” X said, but “B”."""

_TERMINAL = ".?!…"
_LEADS = (*",.:;?!…—–-―)", "")


@dataclass(slots=True)
class Draft:
    """A quotation in the making: spans with their marks, cue, speakers, rule; the draft whose turn it goes on with."""

    spans: list[Chars]
    cue: Cue | None
    speakers: list[Speaker]
    method: Rule
    turn: Draft | None = None
    absorbed: bool = False

    @property
    def hull(self) -> Chars:
        """From the first span's start to the last one's end."""
        return self.spans[0][0], self.spans[-1][1]


def unclaimed(
    article: Article, pieces: Pieces, drafts: list[Draft], who: Callable[[Token | None], list[Speaker]]
) -> list[Draft]:
    """Drafts for the pieces that none of the given drafts holds; those that go on with one are added to it.

    Args:
        article: parsed.
        pieces: its marked pieces.
        drafts: what cues report, in order.
        who: speakers of a head word.
    """
    owner = _owners(pieces, drafts)
    new: list[Draft] = []
    last: Draft | None = None
    last_piece: Marked | None = None
    waiting = iter(drafts)
    upcoming = next(waiting, None)
    spoken: Draft | None = None  # the last draft that ends before the piece
    for piece in pieces.all:
        while upcoming is not None and upcoming.hull[1] <= piece.outer_start:
            if upcoming.speakers:
                spoken = upcoming
            upcoming = next(waiting, None)
        draft = owner.get(piece.start)
        if draft is None:
            draft = _placed(article, piece, last, last_piece=last_piece, spoken=spoken, who=who)
            if draft is not last:
                new.append(draft)
        elif (
            piece.resumes
            and last is not None
            and last_piece is not None
            and last is not draft
            and last.method == "marked"
        ):
            _absorb(draft, last)
        last, last_piece = draft, piece
        if draft.speakers and draft.cue is None:
            spoken = draft
    return [d for d in new if not d.absorbed]


def _owners(pieces: Pieces, drafts: list[Draft]) -> dict[int, Draft]:
    owner: dict[int, Draft] = {}
    for draft in drafts:
        for span in draft.spans:
            for piece in pieces.touching(*span):
                owner.setdefault(piece.start, draft)
    return owner


def _absorb(draft: Draft, earlier: Draft) -> None:
    """The paragraph before was left open: it belongs to the utterance that is attributed now."""
    draft.spans = sorted([*earlier.spans, *draft.spans])
    earlier.absorbed = True


def _placed(
    article: Article,
    piece: Marked,
    last: Draft | None,
    last_piece: Marked | None,
    spoken: Draft | None,
    who: Callable[[Token | None], list[Speaker]],
) -> Draft:
    text = article.text
    block = article.blocks[piece.block]
    whole: Chars = (piece.outer_start, piece.outer_end)
    near = last is not None and last.method not in ("marked", "heading")
    resumes = piece.resumes and not TRANSCRIPT.match(text, piece.start)
    if last is not None and last_piece is not None:
        left_open = resumes and (near or not last_piece.closed)
        if left_open or (near and _goes_on(article, last_piece, piece, last)):
            last.spans.append(whole)
            return last
    report = bare_report(article, piece)
    if report is not None and block.kind != "subheading":
        return Draft(list(report.parts), None, who(report.speaker), report.method)
    if block.kind in ("headline", "subheading"):
        return Draft([whole], None, [], "heading")
    before = text[max(block.start, piece.outer_start - LOOK_BACK) : piece.outer_start].rstrip()
    beside = last is not None and last_piece is not None and near and piece.block - last_piece.block <= 1
    if beside and last is not None and _led_in(article, piece, before):
        return Draft([whole], None, last.speakers, "turn goes on", turn=last)
    if not _is_sentence(text, piece, before):
        return Draft([whole], None, [], "marked")
    if before.endswith(":"):
        speakers = who(_subject_before(article, piece, named=False))
        if speakers:
            return Draft([whole], None, speakers, "sentence before")
    if spoken is not None and spoken.hull[1] > block.start:
        return Draft([whole], None, spoken.speakers, "turn goes on", turn=spoken)
    if before:
        speakers = who(_subject_before(article, piece))
        return Draft([whole], None, speakers, "sentence before" if speakers else "marked")
    alone = _ALNUM.search(text, piece.outer_end, block.end) is None
    if alone and beside and last is not None:
        return Draft([whole], None, last.speakers, "turn goes on", turn=last)
    return Draft([whole], None, [], "marked")


def _goes_on(article: Article, before: Marked, piece: Marked, draft: Draft) -> bool:
    """Only the attribution stands between two pieces of a paragraph."""
    if piece.block != before.block or before.end < draft.hull[1] - 2 or draft.cue is None:
        return False
    between = article.text[before.outer_end : piece.outer_start]
    if between.strip()[-1:] not in _LEADS and not _JOINED.search(between):
        return False  # the name of a programme or a book
    if between.strip()[-1:] in _TERMINAL and _unfinished(article.text, piece):
        return False  # “A,” X said. “B,” and what follows says who
    sentence = article.sentence_at(piece.outer_start - 2)
    if sentence is not None and sentence.start_char > draft.cue.start:
        return False  # somebody else's sentence stands between
    return before.outer_end <= draft.cue.start < piece.outer_start and len(between) < MAX_ATTRIBUTION


def _unfinished(text: str, piece: Marked) -> bool:
    """Does the piece end in a comma, or with one behind its mark?"""
    return text[piece.end - 1] == "," or text[piece.outer_end : piece.outer_end + 1] == ","


def _is_sentence(text: str, piece: Marked, before: str) -> bool:
    """Does the piece make a sentence of its own, or several?"""
    words = text[piece.start : min(piece.end, piece.start + 400)].split()
    if len(words) < SENTENCE_WORDS or (before and before[-1] not in ".?!…:”\"’'"):
        return False
    return (
        text[piece.end - 1] in _TERMINAL
        or not piece.closed
        or text[piece.outer_end : piece.outer_end + 1] in tuple(".?!")
    )


def _led_in(article: Article, piece: Marked, before: str) -> bool:
    """Does only a short phrase without a verb lead in the piece: "And in that case, “…”"?"""
    if (
        before[-1:] != ","
        or piece.outer_start - article.blocks[piece.block].start > MAX_LEAD
        or article.text[piece.end - 1] not in _TERMINAL
    ):
        return False
    lead = article.doc.char_span(
        article.blocks[piece.block].start, piece.outer_start, alignment_mode="contract"
    )
    return lead is not None and len(lead) <= 8 and not any(t.tag_[:2] == "VB" for t in lead)


def _subject_before(article: Article, piece: Marked, *, named: bool = True) -> Token | None:
    """The subject of the sentence before the piece; with `named` only a person's name or pronoun."""
    sentence = article.sentence_at(max(piece.outer_start - 2, 0))
    if sentence is None:
        return None
    speaker = own_subject(sentence.root)
    if speaker is None or speaker.idx >= piece.outer_start:  # the parse took a word in marks for the subject
        before = [t for t in sentence if t.dep_ in SUBJECTS and t.idx < piece.outer_start]
        speaker = before[-1] if before else None
    if speaker is not None and (
        not named or speaker.ent_type_ == "PERSON" or speaker.lower_ in ("he", "she")
    ):
        return speaker
    return None
