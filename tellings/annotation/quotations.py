"""Quotations: what is said, in whose words, by whom.

Marked pieces (`marks`) and reports (`reports`: a cue with what it says is said) are brought together: a piece that a
cue introduces or follows is direct, a reported clause with a piece in it mixed, one without indirect; a piece that
follows in the same breath belongs to the same quotation, one in a paragraph of its own to the same turn; what is left
stands in marks without being said.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from tellings.annotation.article import Article
from tellings.annotation.bare import lines
from tellings.annotation.entities import Mention
from tellings.annotation.marks import marked
from tellings.annotation.report import Chars, Pieces
from tellings.annotation.reports import reports
from tellings.annotation.speakers import Mentions, Speaker, speakers
from tellings.annotation.syntax import finite
from tellings.annotation.syntax import subject as subject_of
from tellings.annotation.turns import Draft, unclaimed
from tellings.annotation.via import via_of
from tellings.annotation.withheld import STAND_INS, linked

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
    method: str
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
    found = Mentions(mentions)
    pieces = Pieces([p for p in marked(article.text, article.blocks) if article.annotated(p.start)])
    drafts = list(_reported(article, pieces, found))
    drafts = sorted(_trimmed(_without_doubles(drafts)), key=_order)

    def who(head: Token | None) -> list[Speaker]:
        return speakers(article, head, found) if head is not None else []

    drafts += unclaimed(article, pieces, drafts, who)
    linked(article, drafts)
    drafts.sort(key=_order)
    return _finished(article, pieces, drafts)


def speaker_mentions(quoted: Sequence[Quotation], mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions for the speakers that are none yet: withheld identities, each a chain of its own."""
    known = {(m.start, m.end) for m in mentions}
    new: dict[tuple[int, int], Mention] = {}
    for quotation in quoted:
        for speaker in quotation.speakers:
            span = (speaker.start, speaker.end)
            if speaker.anonymous and speaker.chain and span not in known:
                form = "pronoun" if speaker.text.lower() in STAND_INS else "nominal"
                new.setdefault(
                    span,
                    Mention(*span, speaker.text, form, "person", speaker.chain, "anonymous speaker", None),
                )
    return list(new.values())


def _order(draft: Draft) -> tuple[int, int]:
    return draft.hull[0], -draft.hull[1]


def _reported(article: Article, pieces: Pieces, mentions: Mentions) -> Iterator[Draft]:
    for report in (*lines(article, pieces), *reports(article, pieces)):
        who = speakers(article, report.speaker, mentions) if report.speaker is not None else []
        yield Draft(list(report.parts), report.cue, who, report.method)


def _without_doubles(drafts: list[Draft]) -> list[Draft]:
    """One draft for a span: the one whose cue is nearest."""
    best: dict[tuple[int, int], Draft] = {}
    for draft in drafts:
        old = best.get(draft.hull)
        if old is None or _distance(draft) < _distance(old):
            best[draft.hull] = draft
    return list(best.values())


def _trimmed(drafts: list[Draft]) -> list[Draft]:
    """Without the attribution that a clause ran into: "X agreed to A, Y announced" is Y's, and ends before Y."""
    later = [d for d in drafts if d.cue is not None and d.hull[1] <= d.cue.start]
    later.sort(key=lambda d: d.hull[1])
    ends = [d.hull[1] for d in later]
    for draft in drafts:
        start, end = draft.spans[-1]
        i = bisect_right(ends, start)
        while i < len(later) and ends[i] < end:
            if later[i].cue is not None and later[i].cue.start < end and later[i].hull[0] <= start:
                draft.spans[-1] = (start, ends[i])
                break
            i += 1
    return drafts


def _distance(draft: Draft) -> int:
    if draft.cue is None:
        return 0
    start, end = draft.hull
    return max(start - draft.cue.end, draft.cue.start - end, 0)


def _stands_inside(draft: Draft) -> bool:
    """Is a report within what another one says told plainly enough: a finite verb with a speaker of its own?"""
    if draft.cue is None or draft.cue.kind != "verb" or draft.cue.entry is None:
        return False
    verb = draft.cue.token
    subject = subject_of(verb)
    if subject is None or subject.pos_ == "PRON" or draft.cue.entry.clause != "yes":
        return False
    return finite(verb) or any(child.dep_ == "aux" for child in verb.lefts)


def _stripped(article: Article, pieces: Pieces, span: tuple[int, int]) -> tuple[int, int]:
    """A span that is exactly one marked piece loses its marks."""
    piece = pieces.at(span[0])
    if piece is not None and (piece.outer_start, piece.outer_end) == span:
        return piece.start, piece.end
    return span


def _finished(article: Article, pieces: Pieces, drafts: list[Draft]) -> list[Quotation]:
    text = article.text
    keys = {id(d): _key(article, pieces, d) for d in drafts}
    done = []
    stack: list[Draft] = []
    for draft in drafts:
        start, end = draft.hull
        while stack and stack[-1].hull[1] <= start:
            stack.pop()
        outer = stack[-1] if stack and stack[-1].hull[1] >= end and stack[-1].cue is not None else None
        if outer is not None and not _stands_inside(draft):
            continue
        if outer is not None and draft.method == "marked":
            continue
        stack.append(draft)
        contents = [_stripped(article, pieces, s) for s in draft.spans]
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


def _key(article: Article, pieces: Pieces, draft: Draft) -> str:
    start = _stripped(article, pieces, draft.spans[0])[0]
    end = _stripped(article, pieces, draft.spans[-1])[1]
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
