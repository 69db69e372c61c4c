"""Quotations: what is said, in whose words, by whom.

Marked pieces (`marks`) and reports (`reports`: a cue with what it says is said) are brought together: a piece that a
cue introduces or follows is direct, a reported clause with a piece in it mixed, one without indirect; a piece that
follows in the same breath belongs to the same quotation, one in a paragraph of its own to the same turn; what is left
stands in marks without being said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from tellings.annotation.article import Article
from tellings.annotation.datelines import told_from
from tellings.annotation.entities import Mention
from tellings.annotation.speech import documents
from tellings.annotation.speech.anonymous import STAND_INS, linked
from tellings.annotation.speech.channel import via_of
from tellings.annotation.speech.labels import answering, lines
from tellings.annotation.speech.marks import marked
from tellings.annotation.speech.model import Chars, Pieces, Rule
from tellings.annotation.speech.nesting import nested, order, trimmed, without_doubles
from tellings.annotation.speech.reported import reports
from tellings.annotation.speech.speakers import Mentions, Speaker, speakers
from tellings.annotation.speech.turns import Draft, unclaimed
from tellings.schema import PLACE_TYPES

_DIRECT_SHARE = 0.9


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a quotation: role `content` (what is said) or `quoted` (what stands in quote marks)."""

    role: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation, its fields as in the table `quotations`; `key` names it within the article."""

    key: str
    turn_key: str
    inside_key: str | None
    start: int
    end: int
    text: str
    kind: str
    speaker_start: int | None
    speaker_end: int | None
    speaker: str | None
    anonymous: bool
    cue: str | None
    cue_start: int | None
    cue_end: int | None
    via: str | None
    method: Rule
    score: float | None
    parts: tuple[Part, ...]
    speakers: tuple[Speaker, ...]


def quotations(article: Article, mentions: Sequence[Mention]) -> list[Quotation]:
    """The quotations of an article, in order.

    Args:
        article: parsed.
        mentions: its mentions, names and resolved pronouns and nominals; speakers point at their chains.

    Returns:
        One for each cue with what it reports, and one for each marked piece that nobody is said to say.
    """
    named = Mentions(mentions)
    pieces = Pieces(
        article.text, [p for p in marked(article.text, article.blocks) if article.annotated(p.start)]
    )
    drafts = list(_reported(article, pieces, named))
    drafts = sorted(trimmed(without_doubles(drafts)), key=order)

    def who(head: Token | None) -> list[Speaker]:
        return speakers(article, head, named) if head is not None else []

    drafts += unclaimed(article, pieces, drafts, who)
    linked(article, pieces, drafts, named)
    documents.told(drafts)
    drafts.sort(key=order)
    return _finished(article, pieces, drafts)


def speaker_mentions(quoted: Sequence[Quotation], mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions for the speakers that are none yet: withheld identities and documents, each a chain of its own."""
    known = {(m.start, m.end) for m in mentions}
    new: dict[tuple[int, int], Mention] = {}
    for quotation in quoted:
        for speaker in quotation.speakers:
            span = (speaker.start, speaker.end)
            document = speaker.chain is not None and speaker.chain.startswith(documents.PREFIX)
            if (speaker.anonymous or document) and speaker.chain and span not in known:
                form = "pronoun" if speaker.text.lower() in STAND_INS else "nominal"
                kind, how = ("document", "document") if document else ("person", "anonymous speaker")
                new.setdefault(
                    span, Mention(*span, speaker.text, form=form, type=kind, chain=speaker.chain, method=how)
                )
    return list(new.values())


def _reported(article: Article, pieces: Pieces, mentions: Mentions) -> Iterator[Draft]:
    for report in (*lines(article, pieces), *reports(article, pieces)):
        who = speakers(article, report.speaker, mentions) if report.speaker is not None else []
        if report.method == "transcript":
            label = report.speaker  # whatever the parse makes of it
            who = [one for one in who if one.end <= report.parts[0][0]]
            if not who and label is not None:
                who = [Speaker(label.idx, label.idx + len(label), label.text, None, False)]
            if [one.text.rstrip(".:") for one in who] == ["A"]:
                who = [replace(who[0], chain=answering(article, mentions.all))]
        yield Draft([_told(article, mentions, part) for part in report.parts], report.cue, who, report.method)


def _told(article: Article, mentions: Mentions, span: Chars) -> Chars:
    """What is said without the dateline before it: "LIMA (AP) - The mine is shut, police said"."""
    town = mentions.at(*span)
    if town is None or town.type not in PLACE_TYPES:
        return span
    start = told_from(article, town.start, town.end) or 0
    return (start, span[1]) if span[0] < start < span[1] else span


def _stripped(pieces: Pieces, span: Chars) -> Chars:
    """A span that is exactly one marked piece loses its marks."""
    piece = pieces.at(span[0])
    if piece is not None and (piece.outer_start, piece.outer_end) == span:
        return piece.start, piece.end
    return span


def _finished(article: Article, pieces: Pieces, drafts: list[Draft]) -> list[Quotation]:
    text = article.text
    keys = {id(d): _key(pieces, d) for d in drafts}
    done = []
    for draft, outer in nested(drafts):
        contents = [_stripped(pieces, s) for s in draft.spans]
        quoted = [q for s in contents for q in _quoted(pieces, s)]
        kind = _kind(text, contents, quoted, draft)
        parts = [Part("content", a, b, text[a:b]) for a, b in contents]
        parts += [Part("quoted", s, e, text[s:e]) for s, e in quoted]
        a, b = contents[0][0], contents[-1][1]
        who = draft.speakers
        first, final = (who[0].start, max(w.end for w in who)) if who else (None, None)
        done.append(
            Quotation(
                key=keys[id(draft)],
                turn_key=keys[id(draft.turn)]
                if draft.turn is not None and id(draft.turn) in keys
                else keys[id(draft)],
                inside_key=keys[id(outer)] if outer is not None else None,
                start=a,
                end=b,
                text=text[a:b],
                kind=kind,
                speaker_start=first,
                speaker_end=final,
                speaker=text[first:final] if first is not None else None,
                anonymous=any(w.anonymous for w in who),
                cue=text[draft.cue.start : draft.cue.end] if draft.cue else None,
                cue_start=draft.cue.start if draft.cue else None,
                cue_end=draft.cue.end if draft.cue else None,
                via=via_of(draft.cue, pieces) if draft.cue else None,
                method=draft.method,
                score=None,
                parts=tuple(parts),
                speakers=tuple(who),
            )
        )
    return done


def _quoted(pieces: Pieces, content: Chars) -> list[Chars]:
    """What of a content span stands in marks: whole pieces, or the span itself within a piece (a transcript's line)."""
    start, end = content
    return [(max(p.start, start), min(p.end, end)) for p in pieces.touching(start, end)]


def _key(pieces: Pieces, draft: Draft) -> str:
    start = _stripped(pieces, draft.spans[0])[0]
    end = _stripped(pieces, draft.spans[-1])[1]
    suffix = f"~{draft.cue.start}" if draft.cue else ""
    return f"q{start}-{end}{suffix}"


def _kind(text: str, contents: list[Chars], quoted: list[Chars], draft: Draft) -> str:
    if draft.method == "heading":
        return "heading"
    if draft.method == "marked":
        return "scare"
    letters = sum(ch.isalnum() for a, b in contents for ch in text[a:b])
    inside = sum(ch.isalnum() for a, b in quoted for ch in text[a:b])
    if not inside:
        return "indirect"
    return "direct" if inside >= _DIRECT_SHARE * letters else "mixed"
